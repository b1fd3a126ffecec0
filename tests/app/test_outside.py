#!/usr/bin/python3
"""The real program from outside, by keyboard and accessibility: start, a new recommendation,
undo, the sample, a workbook. TAP on stdout.

    dbus-run-session -- /usr/bin/python3 tests/app/test_outside.py build/src/app/relacopaz"""

import os
import shutil
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


def wait(fn, what='', timeout=15.0):
    """Polls until fn() is true; never sleeps a fixed time for something to happen."""
    end, last = time.monotonic() + timeout, None
    while time.monotonic() < end:
        try:
            result = fn()
            if result:
                return result
        except Exception as error:            # a node may vanish while we read it
            last = error
        time.sleep(0.03)
    raise TimeoutError(f'{what}: {last}')


def walk(node, depth=0, last_first=False):
    if node is None or depth > 40:
        return
    yield node
    if node.get_role_name() in ('table', 'tree table'):
        return                                # hundreds of rows, of no interest here
    places = range(node.get_child_count())
    for i in reversed(places) if last_first else places:
        yield from walk(node.get_child_at_index(i), depth + 1, last_first)


class App:
    def __init__(self, argv, **env):
        full = dict(os.environ, GSK_RENDERER='cairo', GDK_BACKEND='x11', GDK_DEBUG='gl-disable',
                    GDK_DISABLE='gl', GSETTINGS_BACKEND='memory', **env)
        full.pop('GTK_A11Y', None)
        self.process = subprocess.Popen(argv, env=full)
        self.root = wait(self.find_program, 'the program on the accessibility bus', 30)
        # The library's copy of the tree misses changes on a busy machine, and forgetting the copy
        # follows its children without end when it has come to hold a circle.
        self.root.set_cache_mask(Atspi.Cache.NONE)

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program and program.get_process_id() == self.process.pid and program.get_child_count():
                return program

    def all(self, role, text, window=None):
        """Nodes of the role whose name holds the text; window: title of the one to look in, since
        pages that are not shown are in the tree, too."""
        roles = {role} if isinstance(role, str) else role
        roots = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
        return [node for root in roots if root and (window is None or root.get_name() == window)
                for node in walk(root)
                if node.get_role_name() in roles and text in (node.get_name() or '')]

    def find(self, role, text, timeout=15.0, window=None):
        return wait(lambda: self.all(role, text, window), f'{role} “{text}”', timeout)[0]

    def find_toast(self, text, timeout=20.0):
        """A toast stands last in the tree and is soon gone: the search begins there and ends with it."""
        def look():
            roots = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
            return next((node for root in roots if root for node in walk(root, last_first=True)
                         if node.get_role_name() == 'label' and text in (node.get_name() or '')), None)

        return wait(look, f'toast “{text}”', timeout)

    def click(self, text, window=None):
        node = self.find(BUTTON, text, window=window)
        wait(lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE), f'{text} can be pressed')
        assert Atspi.Action.do_action(node, 0)

    def keys(self, *keys):
        subprocess.check_call(['xdotool', 'key', '--delay', '40', *keys])

    def type(self, text):
        subprocess.check_call(['xdotool', 'type', '--delay', '15', text])

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(10)


class Scenario:
    """One run of the program; each method a test that goes on where the last one ended."""

    def __init__(self, program, folder):
        self.folder = folder
        self.app = App([program, os.path.join(folder, 'outside.relacopaz')], LANGUAGE='en',
                       XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)

    def greets(self):
        self.app.find('label', 'Welcome to Relacopaz', 30)
        self.app.click('Say It Later')
        self.app.find('label', 'First Steps')

    def writes_a_recommendation(self):
        self.app.click('New Recommendation')
        entry = self.app.find({'text', 'entry'}, 'Español', 20)
        wait(lambda: Atspi.EditableText.set_text_contents(entry, 'Açaí y ñandú en la misión'), 'the title can be typed')
        self.app.keys('ctrl+s')
        self.app.find_toast('Added recommendation')

    def takes_it_back(self):
        self.app.keys('alt+Left')
        self.app.find('label', '1 record', 20)
        self.app.keys('ctrl+f')               # an empty entry has nothing to undo itself
        self.app.keys('ctrl+z')
        self.app.find('label', 'No recommendations yet', 20)
        self.app.keys('ctrl+shift+z')
        self.app.find('label', '1 record', 20)

    def imports_the_sample(self):
        self.app.keys('ctrl+i')
        self.app.click('Use the Sample', 'Import UN Figures')
        self.app.find('label', 'Same as before', 30)
        self.app.click('Import', 'Import UN Figures')
        self.app.find('label', 'Imported', 30)
        wait(lambda: not self.app.all('label', 'Same as before'), 'the dialog is gone')

    def offers_a_workbook(self):
        self.app.keys('ctrl+e')
        self.app.find('label', 'Months of the Figures', 20, window='Reports')
        self.app.find({'push button', 'toggle button', 'button', 'page tab', 'radio button'}, 'Cover', 30, window='Reports')
        self.app.keys('Escape')
        wait(lambda: not self.app.all('label', 'Months of the Figures', window='Reports'), 'the dialog is gone')


def main():
    program = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp()
    names = ['greets', 'writes_a_recommendation', 'takes_it_back', 'imports_the_sample', 'offers_a_workbook']
    print(f'1..{len(names)}', flush=True)
    scenario, failed = None, 0
    # Without a window manager the focus goes nowhere when a dialog goes.
    manager = subprocess.Popen(['openbox']) if shutil.which('openbox') else None
    try:
        scenario = Scenario(program, folder)
        for n, name in enumerate(names, 1):
            try:
                getattr(scenario, name)()
                print(f'ok {n} {name}', flush=True)
            except Exception as error:
                failed += 1
                print(f'not ok {n} {name}\n# {type(error).__name__}: {error}', flush=True)
                break
    finally:
        if scenario is not None:
            scenario.app.close()
        if manager is not None:
            manager.terminate()
            manager.wait()
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
