"""One data file a kind, one Builder file of the same name."""

import pathlib
import sys


def check_forms(root):
    forms = root / 'ui' / 'forms'
    resources = (forms / 'forms.gresource.xml').read_text(encoding='utf-8')
    for kind in sorted((root / 'src' / 'model' / 'kinds').glob('*.c')):
        form = forms / f'{kind.stem}.ui'
        if not form.exists():
            yield f'kind {kind.stem}: no form ui/forms/{form.name}'
        elif f'>{form.name}<' not in resources:
            yield f'ui/forms/{form.name}: not in forms.gresource.xml'


def main():
    root = pathlib.Path(sys.argv[1])
    problems = list(check_forms(root))

    print('\n'.join(problems) or 'every kind has its form')
    sys.exit(1 if problems else 0)


main()
