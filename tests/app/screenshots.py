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

import screenshot_records

PAGES = [
    'overview', 'welcome', 'figures', 'figures:rows=month;columns=type;shape=1', 'figures:rows=month;columns=type;shape=3', 'figures:rows=mission;columns=sex;shape=5', 'figures:rows=category;columns=type;shape=2', 'map', 'map:states:share-of-women', 'map:states:against-target', 'map:states:change:::BRA', 'map:states:needs', 'map:missions:deployed', 'map:missions:deployed:::URY', 'contributions', 'sets', 'profile:URY', 'fatalities', 'translations', 'history', 'deleted', 'action:win.search',
    'kind:participant', 'kind:delegate', 'kind:instrument', 'kind:meeting', 'kind:recommendation',
    'kind:task', 'kind:document', 'kind:mission', 'kind:data_set', 'kind:gender_target',
    'form:participant', 'form:instrument', 'form:meeting', 'form:recommendation', 'form:mission',
    'form:gender_target', 'form:data_set',
    'kind:need', 'kind:offer', 'kind:arrangement', 'kind:contingent', 'kind:pledge',
    'form:need', 'form:offer', 'form:arrangement', 'form:contingent', 'form:pledge',
    'new:recommendation', 'new:task', 'new:document', 'new:delegate',
    'import:SAMPLE', 'action:win.import', 'action:win.export', 'action:app.preferences', 'action:win.show-help-overlay',
    'action:app.about',
    *screenshot_records.PAGES,
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
    ['delegate', 'name=Capitán de Navío María Quispe', 'participant=PER', 'role=adviser'],
    ['need', 'title.es=Instructores de francés para la compañía de ingenieros', 'title.src=es',
     'title.en=French instructors for the engineer company',
     'title.pt=Instrutores de francês para a companhia de engenharia',
     'participant=PER', 'category=language', 'priority=high', 'status=open', 'from=2026-03', 'to=2026-11',
     'quantity=4', 'unit=people', 'unit_types=eng_coy', 'languages=fr', 'mission=MINUSCA',
     'value=48000 USD · 2026-01-15 · Presupuesto del Ministerio de Defensa', 'contact=Capitán de Navío María Quispe',
     'reference=NV 118/2025, 4 Nov 2025',
     'description.es=La compañía trabaja con autoridades locales que solo hablan francés o sango. Se necesitan '
     'cuatro instructores durante el período previo al despliegue, en Ancón.'],
    ['need', 'title.en=Waste-water treatment plants for two camps', 'participant=URY', 'category=environment',
     'priority=medium', 'status=partly_met', 'from=2026', 'quantity=2', 'unit=sets', 'mission=MONUSCO'],
    ['offer', 'title.es=Curso intermedio de francés militar', 'title.src=es',
     'title.en=Intermediate course of military French', 'participant=BRA', 'category=language',
     'status=available', 'from=2026-02-16', 'to=2026-06-30', 'quantity=12', 'unit=seats', 'languages=fr,pt',
     'unit_types=eng_coy,inf_bn,l2', 'costs=own', 'mission=MINUSCA',
     'description.es=Doce semanas en el centro conjunto de Río de Janeiro, con alojamiento.',
     'conditions.es=Los participantes pagan su viaje; el centro da alojamiento y alimentación.'],
    ['offer', 'title.pt=Transporte aéreo estratégico, duas rotas por ano', 'participant=BRA', 'category=logistics',
     'status=reserved', 'quantity=40', 'unit=flight_hours', 'from=2026', 'to=2027'],
    ['arrangement', 'title.es=Francés para la compañía de ingenieros del Perú', 'title.src=es',
     'title.en=French for the engineer company of Peru', 'parties=PER,BRA', 'status=in_talks', 'level=named',
     'release=BRA', 'need=Instructores de francés para la compañía de ingenieros',
     'offers=Curso intermedio de francés militar,', 'proposed=2025-11-20', 'from=2026-03', 'to=2026-06',
     'quantity=4', 'unit=people',
     'terms.es=Brasil reserva cuatro plazas; el Perú paga los viajes y manda a dos instructores a cambio.'],
    ['contingent', 'name.es=Compañía de ingenieros Libertador San Martín', 'name.src=es',
     'name.en=Engineer company Libertador San Martín', 'type=binational', 'framework=PER', 'unit_type=eng_coy',
     'required_strength=205', 'mission=MINUSCA', 'status=planned', 'requirement=SUR MINUSCA/ENG/2025/02',
     'requirement_date=2025-08-01', 'available_from=2026-09', 'notice=90', 'languages=es,fr,en', 'level=named',
     'release=ARG',
     'command.es=Manda el Perú; el segundo jefe es de la Argentina. El Estado Mayor rota cada doce meses.'],
    ['contingent_part', 'in=Compañía de ingenieros Libertador San Martín', 'participant=PER', 'strength=130',
     'women=18', 'officers=14', 'status=confirmed', 'sub_unit.es=Comando y dos secciones de ingenieros horizontales',
     'provides.es=Maquinaria pesada, mantenimiento, comunicaciones VHF y HF.'],
    ['contingent_part', 'in=Compañía de ingenieros Libertador San Martín', 'participant=ARG', 'strength=60',
     'women=?', 'officers=7', 'status=offered', 'sub_unit.es=Sección de construcciones y puesto sanitario',
     'caveats.es=Fuera de la zona de operaciones del sector este.'],
    ['requirement_line', 'in=Compañía de ingenieros Libertador San Martín', 'order=1', 'category=personnel',
     'item.es=Efectivos, con 15 % de mujeres', 'required=205', 'provided=190', 'provided_by=PER,ARG'],
    ['requirement_line', 'in=Compañía de ingenieros Libertador San Martín', 'order=2',
     'category=major_equipment', 'item.es=Motoniveladoras', 'required=4', 'provided=3', 'provided_by=PER',
     'variation.es=Una de ellas se alquila en la zona de la misión.'],
    ['requirement_line', 'in=Compañía de ingenieros Libertador San Martín', 'order=3',
     'category=self_sustainment', 'item.es=Servicios médicos de nivel I', 'required=1', 'provided=1', 'provided_by=ARG'],
    ['pledge', 'title.es=Compañía de Ingeniería «Perú»', 'title.src=es', 'title.en=Engineer company “Perú”',
     'title.pt=Companhia de Engenharia “Peru”', 'participant=PER', 'unit_type=eng_coy', 'component=military',
     'service=Ejército del Perú', 'combination=combined', 'framework=PER', 'partners=ARG', 'readiness=l2',
     'level_since=2025-05-20', 'strength=205', 'officers=21', 'other_ranks=184', 'women=26', 'women_percent=15.5',
     'support_element=0', 'languages=es,fr,en', 'women_facilities=partly', 'available_from=2026-09',
     'valid_until=2026-12-31', 'pcrs_reference=PER/ENG/0042', 'note_verbale=NV 7-1-SP/112, 3 Dec 2024',
     'pledged=2024-12-03', 'acknowledged=2024-12-20', 'accepted=2025-01-30', 'renewed=2025-12-03',
     'renewal_months=6', 'notice=90', 'duration=12', 'rotation=12', 'mission=MINUSCA', 'aav_date=2025-05-12',
     'aav_result=recommendations',
     'aav_actions.es=Completar la planta de tratamiento de agua; certificar a los operadores de maquinaria.',
     'sur=Generic SUR, engineer company, 2023', 'variations.es=Dos excavadoras en lugar de tres.',
     'verification_date=?', 'rdl_from=n/a', 'rdl_until=n/a', 'mou_status=negotiation',
     'mou_reference=Borrador de junio de 2025', 'loa_reference=n/a', 'training_certified_by=CECOPAZ (Perú)',
     'medical_status=under_way', 'load_list_status=not_started', 'ports=Callao',
     'caveats.es=Sin tareas de control de disturbios.', 'host_limits.es=Sin límites conocidos.',
     'environment.es=Planta de aguas residuales; 20 % de energía solar; dos generadores de 250 kVA.'],
    *[['organization_line', 'in=Compañía de Ingeniería «Perú»', f'order={n}', f'sub_unit.es={unit}',
       f'post.es={post}', f'rank={rank}', f'number={number}', f'women={women}']
      for n, (unit, post, rank, number, women) in enumerate([
          ('Comando', 'Jefe de la compañía', 'Tte. Crl.', 1, 0), ('Comando', 'Oficial de operaciones', 'May.', 1, 1),
          ('Primera sección', 'Jefe de sección', 'Cap.', 1, 0),
          ('Primera sección', 'Operador de maquinaria pesada', 'Tco.', 24, 3)], 1)],
    *[['major_equipment_line', 'in=Compañía de Ingeniería «Perú»', f'order={n}', f'category={category}',
       f'item.es={item}', f'quantity={quantity}', f'serviceable={serviceable}', f'lease={lease}', 'year=2018']
      for n, (category, item, quantity, serviceable, lease) in enumerate([
          ('veh_eng', 'Motoniveladora', 4, 3, 'wet'), ('veh_eng', 'Excavadora sobre orugas', 2, '?', 'wet'),
          ('veh_sup_mil', 'Camión volquete 6x4', 12, 11, 'wet'), ('ele', 'Generador de 250 kVA', 2, 2, 'dry')], 1)],
    *[['self_sustainment_line', 'in=Compañía de Ingeniería «Perú»', f'order={n}', f'category={category}',
       f'provider={provider}', f'provided_by={by}']
      for n, (category, provider, by) in enumerate([
          ('cat', 'contingent', ''), ('com_vhf', 'contingent', ''), ('med_l1', 'other', 'ARG'), ('mgs_int', 'un', '')], 1)],
    ['authorisation', 'in=Compañía de Ingeniería «Perú»', 'order=1', 'step.es=Autorización de salida de tropas',
     'organ.es=Congreso de la República', 'needed=yes', 'obtained=no', 'requested_on=2025-10-02',
     'usual_days=120', 'legal_basis=Constitución, art. 102'],
    ['authorisation', 'in=Compañía de Ingeniería «Perú»', 'order=2', 'step.es=Decreto de despliegue',
     'organ.es=Presidencia', 'needed=yes', 'obtained=?'],
    *screenshot_records.RECORDS,
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


def make_load(build, folder):
    """A store with the load of a working group."""
    path = os.path.join(folder, 'grupo-de-trabajo.relacopaz')
    result = run(os.path.join(build, 'tests/bench/make-load'), path)
    if result.returncode != 0:
        print('load:', result.stderr.strip())
    return path


def set_text_scale(folder, scale):
    os.makedirs(os.path.join(folder, 'gtk-4.0'), exist_ok=True)
    with open(os.path.join(folder, 'gtk-4.0/settings.ini'), 'w') as file:
        file.write(f'[Settings]\ngtk-xft-dpi={int(96 * 1024 * scale)}\n')


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
    parser.add_argument('--load', action='store_true', help='a store with the load of a working group')
    parser.add_argument('--scale', type=float, default=1.0, help='of text')
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
        if args.scale != 1:
            set_text_scale(folder, args.scale)
        store = None if args.first else make_load(args.build, folder) if args.load else make_store(args.build, args.source, folder)
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
