#!/usr/bin/python3
"""The real program, killed in the middle of typing: what was typed is offered at the next start, and
is there when the person goes on. TAP on stdout.

    dbus-run-session -- /usr/bin/python3 tests/app/test_kill.py build/src/app/relacopaz"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi
except (ImportError, ValueError):
    print('1..0 # SKIP python3-gi and the Atspi typelib are not here')
    sys.exit(0)

BUTTON = {'push button', 'button'}            # renamed in later versions
ENTRY = {'text', 'entry'}
TYPED = 'Escrito antes del corte de luz'


def wait(fn, what='', timeout=25.0):
    end, last = time.monotonic() + timeout, None
    while time.monotonic() < end:
        try:
            result = fn()
            if result:
                return result
        except Exception as error:            # a node may vanish while we read it
            last = error
        time.sleep(0.05)
    raise TimeoutError(f'{what}: {last}')


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    if node.get_role_name() in ('table', 'tree table'):
        return
    for i in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(i), depth + 1)


class Program:
    def __init__(self, program, folder, **env):
        full = dict(os.environ, GSK_RENDERER='cairo', GDK_BACKEND='x11', GDK_DEBUG='gl-disable',
                    GDK_DISABLE='gl', GSETTINGS_BACKEND='memory', LANGUAGE='en',
                    XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, **env)
        full.pop('GTK_A11Y', None)
        self.process = subprocess.Popen([program, os.path.join(folder, 'killed.relacopaz')], env=full)
        self.root = wait(self.find_program, 'the program on the accessibility bus', 40)
        self.root.set_cache_mask(Atspi.Cache.NONE)      # see test_outside.py

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count():
                return program

    def find(self, roles, text, timeout=25.0):
        def look():
            return [node for node in walk(self.root)
                    if node.get_role_name() in roles and text in (node.get_name() or '')]

        return wait(look, f'{roles} “{text}”', timeout)[0]

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait(10)


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def run(program, folder):
    first = Program(program, folder, RELACOPAZ_PAGE='new:recommendation')
    try:
        entry = first.find(ENTRY, 'Español')
        wait(lambda: Atspi.EditableText.set_text_contents(entry, TYPED), 'the title can be typed')
        time.sleep(2)                         # the promise: a second or two after the last key
    finally:
        first.end(signal.SIGKILL)
    print('ok 1 killed while typing', flush=True)

    second = Program(program, folder)
    try:
        second.find({'label'}, f'You left changes in “{TYPED}”')
        print('ok 2 offered at the next start', flush=True)
        wait(lambda: Atspi.Action.do_action(second.find(BUTTON, 'Continue'), 0), 'Continue can be pressed')
        wait(lambda: text_of(second.find(ENTRY, 'Español')) == TYPED, 'what was typed is there')
        print('ok 3 there again', flush=True)
    finally:
        second.end(signal.SIGTERM)


def main():
    folder = tempfile.mkdtemp()
    manager = subprocess.Popen(['openbox']) if shutil.which('openbox') else None
    print('1..3', flush=True)
    try:
        run(os.path.abspath(sys.argv[1]), folder)
    except Exception as error:
        print(f'not ok - \n# {type(error).__name__}: {error}', flush=True)
        return 1
    finally:
        if manager is not None:
            manager.terminate()
            manager.wait()
        shutil.rmtree(folder)
    return 0


sys.exit(main())
