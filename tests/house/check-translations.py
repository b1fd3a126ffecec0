"""The catalogues of es and pt are well formed and hold every string of the present sources, with
nothing doubtful and nothing left out."""

import pathlib
import re
import subprocess
import sys
import tempfile

# What Meson's "glib" preset gives xgettext; po/meson.build adds its own.
PRESET = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
          '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3']


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin:/usr/local/bin'}, check=False, **options)


def extract(root, pot):
    own = re.findall(r"'(--[^']+)'", (root / 'po' / 'meson.build').read_text(encoding='utf-8'))
    return run('xgettext', *PRESET, *own, '--files-from=po/POTFILES.in', '--directory=.', '-o', str(pot), cwd=root)


def check_language(po, pot):
    """msgfmt for the form, msgcmp for what is missing, fuzzy or untranslated."""
    for command in (['msgfmt', '--check', '-o', '/dev/null', str(po)], ['msgcmp', str(po), str(pot)]):
        result = run(*command)
        if result.returncode != 0:
            yield f'{po.name}: {command[0]}:\n{result.stdout}'


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / 'relacopaz.pot'
        result = extract(root, pot)
        if result.returncode != 0 or not pot.exists():
            problems.append(f'xgettext:\n{result.stdout}')
        else:
            for language in (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split():
                problems += check_language(root / 'po' / f'{language}.po', pot)

    print('\n'.join(problems) or 'es and pt hold every string')
    sys.exit(1 if problems else 0)


main()
