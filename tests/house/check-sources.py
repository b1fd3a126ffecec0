"""Files that grew too long, words that say "not finished", paths of somebody's machine."""

import pathlib
import re
import sys

MAX_LINES = 900
UNFINISHED = re.compile(r'\b(TODO|FIXME|HACK)\b')
MACHINE_PATH = re.compile(r'/(work|home|root|Users)/\w')
FOLDERS = ('src', 'include', 'ui', 'data', 'tests')
SUFFIXES = {'.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.build', '.in'}


def check_text(path, name):
    text = path.read_text(encoding='utf-8')
    n_lines = text.count('\n')
    if name.startswith('src/') and n_lines > MAX_LINES:
        yield f'{name}: {n_lines} lines; cut it by role'
    for number, line in enumerate(text.splitlines(), 1):
        if UNFINISHED.search(line):
            yield f'{name}:{number}: unfinished: {line.strip()}'
        if MACHINE_PATH.search(line):
            yield f'{name}:{number}: a path of one machine: {line.strip()}'


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    n_files = 0
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob('*')):
            name = path.relative_to(root).as_posix()
            if path.suffix in SUFFIXES and path.is_file() and name != 'tests/house/check-sources.py':
                n_files += 1
                problems += check_text(path, name)

    print('\n'.join(problems) or f'{n_files} files are fit to be read')
    sys.exit(1 if problems or n_files == 0 else 0)


main()
