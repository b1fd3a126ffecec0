#!/usr/bin/python3
"""What a screen reader is told of the real program, in three languages: every control has a name,
and nothing is called by the name of its type. TAP on stdout.

    dbus-run-session -- /usr/bin/python3 tests/app/test_walk.py build/src/app/relacopaz"""

import importlib.util
import os
import re
import shutil
import sys
import tempfile

# Its helpers; the module itself runs nothing but main when it is a program.
source = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'test_outside.py')
text = open(source, encoding='utf-8').read().replace('\nsys.exit(main())', '')
outside = importlib.util.module_from_spec(importlib.util.spec_from_loader('outside', None))
exec(compile(text, source, 'exec'), outside.__dict__)
Atspi = outside.Atspi

# One form, list, page or dialog a run: a start of the program is dear.
PLACES = [('es', 'overview'), ('es', 'new:recommendation'), ('pt', 'history'), ('pt', 'new:participant'),
          ('en', 'action:win.search'), ('en', 'kind:mission'), ('es', 'deleted')]

CONTROLS = {'push button', 'button', 'toggle button', 'check box', 'combo box', 'text', 'entry', 'list item',
            'menu item', 'radio button', 'spin button', 'switch', 'slider', 'link', 'page tab', 'table'}
SPOKEN = CONTROLS | {'label', 'image', 'icon', 'heading'}
TYPE_NAME = re.compile(r'\b(?:Gtk|Adw|Paz)[A-Z][A-Za-z]+\b')


def look(node, path, findings, count):
    """Depth first; what is in the closed list of a choice is built by the toolkit when it opens."""
    role, name = node.get_role_name(), node.get_name() or ''
    here = path + [f'{role} “{name}”']
    if role in CONTROLS:
        count.append(role)
    if role == 'label' and Atspi.Text.get_character_count(node) == 0:
        return                                # says nothing, and nobody stops at it
    if role in SPOKEN and TYPE_NAME.search(name) or role in CONTROLS and not name.strip():
        findings.append(' > '.join(here[-5:]))
    if role in ('table', 'tree table', 'combo box') or len(path) > 40:
        return
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            look(child, here, findings, count)


def walk(app):
    findings, count = [], []
    look(app.root, [], findings, count)
    return findings, len(count)


def settled(app, last):
    """The tree no longer grows."""
    n = walk(app)[1]
    grown, last[0] = n != last[0], n
    return n > 20 and not grown


def check(program, folder, language, place):
    store = os.path.join(folder, 'walk.relacopaz')
    app = outside.App([program, store], LANGUAGE=language, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                      RELACOPAZ_PAGE=place)
    try:
        last = [0]
        outside.wait(lambda: settled(app, last), place, 40)
        return walk(app)
    finally:
        app.close()


def main():
    program, folder = os.path.abspath(sys.argv[1]), tempfile.mkdtemp()
    print(f'1..{len(PLACES)}', flush=True)
    failed = 0
    try:
        for n, (language, place) in enumerate(PLACES, 1):
            try:
                findings, controls = check(program, folder, language, place)
                for finding in findings:
                    print('#', finding)
                print(f'# {controls} controls')
                failed += bool(findings)
                print('not ok' if findings else 'ok', n, language, place, flush=True)
            except Exception as error:
                failed += 1
                print(f'not ok {n} {language} {place}\n# {type(error).__name__}: {error}', flush=True)
    finally:
        shutil.rmtree(folder)
    return 1 if failed else 0


sys.exit(main())
