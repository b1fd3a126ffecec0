"""Every source with a translatable string is in po/POTFILES.in, and every file there exists."""

import pathlib
import re
import sys

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
MARKED = re.compile(r'\b(?:_|N_|ngettext)\s*\(\s*"|\bN?C_\s*\(\s*"[^"]*"\s*,\s*"|\bpaz_catalogue_ntext\s*\([^"]*"')
MARKED_UI = re.compile(r'translatable="(yes|true|1)"')


def has_strings(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.ui':
        return bool(MARKED_UI.search(text))
    if path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
        return True
    return bool(MARKED.search(COMMENT.sub('', text)))


def list_sources(root):
    for folder, patterns in (('src', ('*.c', '*.h')), ('include', ('*.h',)), ('ui', ('*.ui',)),
                             ('data', ('*.desktop.in', '*.metainfo.xml.in'))):
        for pattern in patterns:
            yield from sorted((root / folder).rglob(pattern))


def main():
    root = pathlib.Path(sys.argv[1])
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith('#')]

    problems = [f'po/POTFILES.in: {name} is not there' for name in listed if not (root / name).exists()]
    problems += [f'po/POTFILES.in: {name} twice' for name in sorted(set(listed)) if listed.count(name) > 1]
    for path in list_sources(root):
        name = path.relative_to(root).as_posix()
        if name not in listed and has_strings(path):
            problems.append(f'po/POTFILES.in: {name} is missing')

    print('\n'.join(problems) or f'{len(listed)} files are listed')
    sys.exit(1 if problems else 0)


main()
