#!/usr/bin/python3
"""A whole job by real key presses alone: a list is opened and filtered, a record and a row of its
table edited, saved and found by search, and the steps taken back. TAP on stdout.

    dbus-run-session -- /usr/bin/python3 tests/app/test_keyboard.py build/src/app/relacopaz build/src/cli/relacopaz-cli"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from test_outside import App, Atspi, wait, walk


class Job:
    def __init__(self, program, cli, folder):
        self.cli = [cli, '--store', os.path.join(folder, 'keys.relacopaz'), '--lang', 'en']
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        self.ask('init', '--participant', 'PER', '--author', 'Rosa Quispe')
        for place in ('Lima', 'Quito'):
            self.ask('set', 'meeting', f'title.es=Reunión de {place}', f'place={place}')
        self.been = []
        self.app = App([program, self.cli[2]], LANGUAGE='en')

    def ask(self, *words):
        return subprocess.check_output([*self.cli, *words], text=True)

    def list(self, kind):
        return json.loads(self.ask('list', kind, '--json'))

    def focus(self):
        for node in walk(self.app.root):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node

    def tab_to(self, text):
        for _ in range(40):
            self.app.keys('Tab')
            node = wait(self.focus, 'something has the focus')
            if text in (node.get_name() or ''):
                return
            self.been.append(f'{node.get_role_name()} “{node.get_name()}”')
        raise TimeoutError(f'“{text}” by Tab; was at ' + ', '.join(self.been))

    def opens_the_list(self):
        self.app.find('label', 'First Steps', 30)
        self.app.keys('ctrl+k')
        self.app.type('meetings')
        self.app.find('label', 'Meetings', 20)
        self.app.keys('Return')
        self.app.find('label', '5 records', 20)

    def filters_it(self):
        self.app.keys('ctrl+f')
        self.app.type('reunion lima')
        self.app.find('label', '1 of 5 records', 20)

    def opens_the_record(self):
        self.app.keys('Return')               # from the words to the rows
        self.app.keys('Return')
        self.app.find({'text', 'entry'}, 'Español', 20)

    def writes_the_title(self):
        self.app.keys('ctrl+a')               # the form begins in it
        # Letters that every keyboard has: a tool that borrows keys for others is late at times.
        self.app.type('Cita de Lima, segunda')

    def translates_it(self):
        self.tab_to('English')
        self.app.type('Meeting of Lima, the second')

    def adds_a_row(self):
        self.tab_to('New Agenda Item')
        self.app.keys('Return')
        self.app.type('7')
        self.app.keys('Tab')
        self.app.type('Cases')          # of the language of the window
        self.app.keys('Return')

    def kept(self):
        return [record for record in self.list('meeting') if 'segunda' in (record['title'].get('es') or '')]

    def saves(self):
        self.app.keys('ctrl+s')
        wait(lambda: len(self.kept()) == 1, 'the title is kept', 20)
        title = self.kept()[0]['title']
        assert title['es'] == 'Cita de Lima, segunda' and title['en'] == 'Meeting of Lima, the second', title
        items = self.list('agenda_item')
        assert [(item['number'], item['title']['en']) for item in items] == [('7', 'Cases')], items

    def finds_it(self):
        self.app.keys('ctrl+k')
        self.app.type('cita segunda')
        self.app.find('label', 'Meeting of Lima, the second', 20, 'Search Everywhere')
        self.app.keys('Escape')

    def takes_it_back(self):
        self.app.keys('alt+Left')
        self.app.keys('ctrl+f', 'ctrl+a', 'BackSpace')
        self.app.keys('ctrl+z')
        wait(lambda: not self.kept() and not self.list('agenda_item'), 'all is as before', 20)
        self.app.keys('ctrl+shift+z')
        wait(lambda: self.kept() and self.list('agenda_item'), 'all is done again', 20)


def main():
    folder = tempfile.mkdtemp()
    names = ['opens_the_list', 'filters_it', 'opens_the_record', 'writes_the_title', 'translates_it',
            'adds_a_row', 'saves', 'finds_it', 'takes_it_back']
    print(f'1..{len(names)}', flush=True)
    job, failed = None, 0
    # Without a window manager the focus goes nowhere when a dialog goes.
    manager = subprocess.Popen(['openbox']) if shutil.which('openbox') else None
    try:
        job = Job(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), folder)
        for n, name in enumerate(names, 1):
            try:
                getattr(job, name)()
                print(f'ok {n} {name}', flush=True)
            except Exception as error:
                failed += 1
                print(f'not ok {n} {name}\n# {type(error).__name__}: {error}', flush=True)
                if os.environ.get('RELACOPAZ_PICTURE'):
                    subprocess.call(['import', '-window', 'root', os.environ['RELACOPAZ_PICTURE']])
                break
    finally:
        if job is not None:
            job.app.close()
        if manager is not None:
            manager.terminate()
            manager.wait()
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
