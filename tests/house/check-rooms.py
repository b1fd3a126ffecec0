"""Who includes whom, against the table of rooms in README: nothing looks up, figures and table
stand side by side, private headers stay inside their room, a third-party header in one room."""

import pathlib
import re
import sys

MAY_INCLUDE = {
    'base': set(),
    'model': {'base'},
    'store': {'base', 'model'},
    'figures': {'base', 'model', 'store'},
    'chart': {'base', 'model'},
    'table': {'base', 'model', 'store'},
    'report': {'base', 'model', 'store', 'figures', 'chart', 'table'},
    'app': {'base', 'model', 'store', 'figures', 'chart', 'table', 'report'},
    'cli': {'base', 'model', 'store', 'figures', 'chart', 'table', 'report'},
}

# Beginning of the header's name, and the rooms whose sources may include it.
THIRD_PARTY = {
    'sqlite3.h': {'store'},
    'sodium.h': {'store'},
    'json-glib/': {'store'},
    'xlsxwriter': {'report'},
    'csv.h': {'table'},
    'zip.h': {'report', 'table'},
    'libxml/': {'report', 'table'},
    'unicode/': {'base'},
    'cairo': {'chart', 'report', 'app'},
    'pango/': {'chart', 'report', 'app'},
    'cmark.h': {'base'},
    'gettext-po.h': {'table'},
    'gtk/': {'app'},
    'gdk/': {'app'},
    'adwaita.h': {'app'},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def check_own(room, path, header, root):
    """A header in quotes: "room/paz-x.h" of the same room or one below, or a private one beside the
    source."""
    if '/' not in header:
        private = root / 'src' / room / header
        generated = header.endswith('-resources.h')
        if path.is_relative_to(root / 'include'):
            return f'a public header includes the private "{header}"'
        return None if private.exists() or generated else f'"{header}" is no private header of {room}'

    other = header.split('/')[0]
    if other not in MAY_INCLUDE:
        return f'"{header}" is of no room'
    if other == room and path.is_relative_to(root / 'src') and (root / 'src' / header).exists():
        return None
    if not (root / 'include' / header).exists():
        return f'"{header}" is not there'
    if other != room and other not in MAY_INCLUDE[room]:
        return f'{room} may not include {other}: "{header}"'
    return None


def check_third_party(room, path, header, root):
    for beginning, rooms in THIRD_PARTY.items():
        if header.startswith(beginning):
            if path.is_relative_to(root / 'include'):
                return f'a public header includes <{header}>'
            if room not in rooms:
                return f'{room} may not include <{header}>'
    return None


def check_file(room, path, root):
    for quote, header in INCLUDE.findall(path.read_text(encoding='utf-8')):
        check = check_own if quote == '"' else check_third_party
        problem = check(room, path, header, root)
        if problem:
            yield f'{path.relative_to(root)}: {problem}'


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    n_files = 0
    for room in MAY_INCLUDE:
        for folder in (root / 'include' / room, root / 'src' / room):
            for path in sorted(folder.rglob('*.[ch]')):
                n_files += 1
                problems += check_file(room, path, root)
    for room in (root / 'src').iterdir():
        if room.is_dir() and room.name not in MAY_INCLUDE:
            problems.append(f'src/{room.name} is no room of the table')

    print('\n'.join(problems) or f'{n_files} files keep to their rooms')
    sys.exit(1 if problems or n_files == 0 else 0)


main()
