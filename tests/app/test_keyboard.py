#!/usr/bin/python3
"""A whole job by real key presses alone: a list is opened and filtered, a record edited, saved
and found by search, and the step taken back. TAP on stdout.

    dbus-run-session -- /usr/bin/python3 tests/app/test_keyboard.py build/src/app/relacopaz build/src/cli/relacopaz-cli"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from test_outside import App, wait


class Job:
    def __init__(self, program, cli, folder):
        self.cli = [cli, '--store', os.path.join(folder, 'keys.relacopaz'), '--lang', 'en']
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        self.ask('init', '--participant', 'PER', '--author', 'Rosa Quispe')
        for place in ('Lima', 'Quito'):
            self.ask('set', 'meeting', f'title.es=Reunión de {place}', f'place={place}')
        self.app = App([program, self.cli[2]], LANGUAGE='en')

    def ask(self, *words):
        return subprocess.check_output([*self.cli, *words], text=True)

    def list(self, kind):
        return json.loads(self.ask('list', kind, '--json'))

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
        self.app.type('Reunión de Lima, segunda')

    def kept(self):
        return [record for record in self.list('meeting') if 'segunda' in (record['title'].get('es') or '')]

    def saves(self):
        self.app.keys('ctrl+s')
        wait(lambda: len(self.kept()) == 1, 'the title is kept', 20)

    def finds_it(self):
        self.app.keys('ctrl+k')
        self.app.type('reuniao segunda')
        self.app.find('label', 'Reunión de Lima, segunda', 20)
        self.app.keys('Escape')

    def takes_it_back(self):
        self.app.keys('alt+Left')
        self.app.keys('ctrl+f', 'ctrl+a', 'BackSpace')
        self.app.keys('ctrl+z')
        wait(lambda: not self.kept(), 'the title is as before', 20)


def main():
    folder = tempfile.mkdtemp()
    names = ['opens_the_list', 'filters_it', 'opens_the_record', 'writes_the_title', 'saves', 'finds_it',
            'takes_it_back']
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
