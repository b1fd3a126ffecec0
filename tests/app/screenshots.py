#!/usr/bin/python3
"""Pictures of every page of the real program: languages, light and dark, two sizes.

    xvfb-run -a -s "-screen 0 1400x900x24 -nolisten tcp -noreset" dbus-run-session -- \
      /usr/bin/python3 tests/app/screenshots.py BUILD OUT [--only TEXT]

A store is made with the command line, the sample imported into it and some records written.
The pictures are to be looked at."""

import argparse
import os
import shutil
import signal
import subprocess
import tempfile
import time

PAGES = [
    'overview', 'contributions',
    'kind:participant', 'kind:delegate', 'kind:instrument', 'kind:meeting', 'kind:recommendation',
    'kind:task', 'kind:document', 'kind:mission', 'kind:data_set', 'kind:gender_target',
    'form:participant', 'form:instrument', 'form:meeting', 'form:recommendation', 'form:mission',
    'form:gender_target', 'form:data_set',
    'new:recommendation', 'new:task', 'new:document', 'new:delegate',
    'import:SAMPLE', 'action:win.import', 'action:win.export', 'action:app.preferences', 'action:win.show-help-overlay',
    'action:app.about',
]

RECORDS = [
    ['recommendation', 'type=recommendation', 'number=1', 'status=circulated',
     'title.es=Entrenamiento conjunto predespliegue',
     'title.pt=Treinamento conjunto pré-desdobramento',
     'title.en=Joint pre-deployment training',
     'text.es=Los centros de entrenamiento ofrecerán cada año un curso conjunto para los contingentes de la red.'],
    ['recommendation', 'type=conclusion', 'number=2', 'status=draft',
     'title.es=Más mujeres en los componentes militar y policial'],
    ['recommendation', 'type=recommendation', 'number=3', 'status=agreed',
     'title.pt=Intercâmbio de lições aprendidas entre os centros'],
    ['task', 'title.es=Reunir los ofrecimientos de cursos de 2027', 'status=in_progress'],
    ['document', 'symbol=RELACOPAZ/GT/2026/1', 'title.es=Proyecto de programa de la reunión'],
]


def run(*argv, **kwargs):
    return subprocess.run(argv, text=True, capture_output=True, **kwargs)


def make_store(build, source, folder):
    """A store with the sample in it; what the command line refuses is said and left out."""
    path = os.path.join(folder, 'grupo-de-trabajo.relacopaz')
    cli = [os.path.join(build, 'src/cli/relacopaz-cli'), '--store', path]
    for argv in (['init'],
                 ['import', os.path.join(source, 'data/sample/region-2013-2014.csv')],
                 *(['set', *record] for record in RECORDS)):
        result = run(*cli, *argv)
        if result.returncode != 0:
            print('command line:', ' '.join(argv), result.stderr.strip())
    return path


def shoot(args, env, store, page, name):
    """Waits until the picture no longer changes; loading a page takes as long as it takes."""
    target = os.path.join(args.out, name + '.png')
    sample = os.path.join(args.source, 'data/sample/region-2013-2014.csv')
    env = dict(env, RELACOPAZ_PAGE=page.replace('SAMPLE', sample))
    program = subprocess.Popen([os.path.join(args.build, 'src/app/relacopaz'), *([store] if store else [])],
                               env=env, stderr=subprocess.DEVNULL if args.quiet else None)
    last, still = None, 0
    end = time.monotonic() + 20
    while time.monotonic() < end and still < 3 and program.poll() is None:
        time.sleep(0.35)
        data = subprocess.run(['import', '-window', 'root', 'png:-'], capture_output=True).stdout
        still = still + 1 if data == last and len(data) > 6000 else 0
        last = data
    with open(target, 'wb') as file:
        file.write(last or b'')
    if program.poll() is not None:
        print(name, 'the program ended with', program.returncode)
    else:
        program.send_signal(signal.SIGTERM)
        program.wait(10)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build')
    parser.add_argument('out')
    parser.add_argument('--only', default='')
    parser.add_argument('--lang', default='es,pt,en')
    parser.add_argument('--size', default='1280x800')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--contrast', action='store_true')
    parser.add_argument('--first', action='store_true', help='an empty store instead of the filled one')
    parser.add_argument('--quiet', action='store_true')
    args = parser.parse_args()
    args.build = os.path.abspath(args.build)
    args.source = os.path.abspath(os.path.join(os.path.dirname(__file__), '../..'))
    os.makedirs(args.out, exist_ok=True)
    width, height = args.size.split('x')

    folder = tempfile.mkdtemp()
    try:
        env = dict(os.environ, GSK_RENDERER='cairo', GDK_BACKEND='x11', GDK_DEBUG='gl-disable', GDK_DISABLE='gl',
                   GSETTINGS_BACKEND='keyfile', GSETTINGS_SCHEMA_DIR=os.path.join(args.build, 'data'),
                   RELACOPAZ_LOCALE_DIR=os.path.join(args.build, 'po'),
                   RELACOPAZ_DATA_DIR=os.path.join(args.source, 'data'),
                   GTK_A11Y='none',
                   XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, XDG_CACHE_HOME=folder)
        os.makedirs(os.path.join(folder, 'glib-2.0/settings'))
        with open(os.path.join(folder, 'glib-2.0/settings/keyfile'), 'w') as file:
            file.write(f'[org/relacopaz/Relacopaz]\nwindow-width={width}\nwindow-height={height}\n')
        if args.dark:
            env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        if args.contrast:
            env['ADW_DEBUG_HIGH_CONTRAST'] = '1'
        os.environ.update(XDG_DATA_HOME=folder, RELACOPAZ_LOCALE_DIR=env['RELACOPAZ_LOCALE_DIR'],
                          RELACOPAZ_DATA_DIR=env['RELACOPAZ_DATA_DIR'])
        store = None if args.first else make_store(args.build, args.source, folder)
        for lang in args.lang.split(','):
            env['LANGUAGE'] = lang
            for page in PAGES:
                if args.only and not any(part in page for part in args.only.split(',')):
                    continue
                name = '-'.join([page.replace(':', '_').replace('.', '_'), lang, width,
                                 'dark' if args.dark else 'light'])
                shoot(args, env, store, page, name)
    finally:
        shutil.rmtree(folder)


if __name__ == '__main__':
    main()
