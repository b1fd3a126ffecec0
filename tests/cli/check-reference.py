"""Every leaf of reference_figures.json against `relacopaz-cli figures`, from the real UN files.

Which command gives which:
  all_countries, lac: figures participation --at 2014-03 [--region] --by contributor,
                      ... --by personnel_type, ... --by mission
  lac.by_country:     ... --by contributor,personnel_type and --by contributor,mission
  fatalities:         figures fatalities [--region] --by mission | nationality | year | personnel | cause
Shares are women of the total and ranks 1 + those with more, as the file says itself.
Leaves that no figure can give are listed as not checked, each branch with its reason.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

cli = sys.argv[1]
shared = os.path.join(os.environ.get('RELACOPAZ_SHARED', 'shared'), 'data', 'un')
if not os.path.isfile(os.path.join(shared, 'reference_figures.json')):
    print('the real UN files are not beside the project')
    sys.exit(77)

with open(os.path.join(shared, 'reference_figures.json'), encoding='utf-8') as file:
    reference = json.load(file)
folder = tempfile.TemporaryDirectory(prefix='relacopaz-reference-')
store = os.path.join(folder.name, 'store.relacopaz')
checked, wrong, skipped = 0, [], []


def run(*words):
    done = subprocess.run([cli, '--store', store, '--lang', 'en', *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f'{" ".join(words)}: {done.returncode}\n{done.stderr}')
    return done.stdout


def ask(*words):
    return json.loads(run('--json', 'figures', *words))


def walk(path, wanted, got):
    """Compares all leaves of wanted with those of got."""
    global checked
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            walk(f'{path}.{key}', value, got.get(key) if isinstance(got, dict) else None)
    elif isinstance(wanted, list):
        for n, value in enumerate(wanted):
            walk(f'{path}[{n}]', value, got[n] if isinstance(got, list) and n < len(got) else None)
    elif path.endswith('.name') or isinstance(wanted, str) and '.top10' in path and not wanted.isupper():
        skipped.append(f'{path}: a name as the file writes it')
    else:
        checked += 1
        if wanted != got:
            wrong.append(f'{path}: {wanted!r} expected, {got!r} computed')


def figure(rows):
    women, men = sum(row['female'] for row in rows), sum(row['male'] for row in rows)
    return {'female': women, 'male': men, 'total': women + men,
            'female_pct': round(100 * women / (women + men), 4)}


LABELS = {'troops': 'Troops', 'experts_on_mission': 'Experts on Mission', 'individual_police': 'Individual Police',
          'formed_police_units': 'Formed Police Units', 'staff_officer': 'Staff Officer'}


def told_apart(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(LABELS.get(row[key], row[key]), []).append(row)
    return {name: figure(group) for name, group in groups.items() if figure_total(group) > 0}


def figure_total(rows):
    return sum(row['total'] for row in rows)


def participation(*words):
    by = {keys: ask('participation', '--at', '2014-03', '--by', keys, *words)
          for keys in ('contributor', 'mission', 'personnel_type',
                       'contributor,mission', 'contributor,personnel_type')}
    return by, {**figure(by['contributor']), 'contributing_countries': len(by['contributor']),
                'missions': len(by['mission']),
                'by_personnel_type': told_apart(by['personnel_type'], 'personnel_type'),
                'by_mission': told_apart(by['mission'], 'mission')}


def check_participation():
    expected = reference['ipi_2014_03']['2014-03-31']
    world, totals = participation()
    region, lac = participation('--region')
    order = sorted(world['contributor'], key=lambda row: -row['total'])
    totals['top10'] = [[row['contributor'], None, row['total']] for row in order[:10]]
    lac['share_of_world_pct'] = round(100 * lac['total'] / totals['total'], 4)
    lac['by_country'] = {}
    for row in region['contributor']:
        def own(keys):
            return [one for one in region[keys] if one['contributor'] == row['contributor']]
        lac['by_country'][row['contributor']] = {
            **figure([row]),
            'world_rank_by_total': 1 + sum(other['total'] > row['total'] for other in world['contributor']),
            'by_personnel_type': told_apart(own('contributor,personnel_type'), 'personnel_type'),
            'by_mission': told_apart(own('contributor,mission'), 'mission')}
    walk('ipi_2014_03.all_countries', expected['all_countries'], totals)
    walk('ipi_2014_03.lac', expected['lac'], lac)
    check = reference['ipi_2014_03']['check_grand_total_in_file']
    short = {'troops': 'Troops', 'eom': 'Experts on Mission', 'fpu': 'Formed Police Units', 'ip': 'Individual Police'}
    got = {'total': totals['total'], 'total_f': totals['female'], 'total_m': totals['male']}
    for code, label in short.items():
        got[code] = totals['by_personnel_type'][label]['total']
        got[code + '_f'] = totals['by_personnel_type'][label]['female']
    walk('ipi_2014_03.check_grand_total_in_file', check, got)
    for name in reference['ipi_2014_03']:
        if name not in ('2014-03-31', 'check_grand_total_in_file'):
            skipped.append(f'ipi_2014_03.{name}: about a file, not a figure')


def count(key, *words):
    return {row[key]: row['count'] for row in ask('fatalities', '--by', key, *words) if row[key] is not None}


def take_duplicates(expected):
    """The reference counts rows; a casualty that the file gives twice is one casualty."""
    seen = set()
    with open(os.path.join(shared, 'dppadposs-fatalities.csv'), encoding='utf-8-sig', newline='') as rows:
        for row in csv.DictReader(rows):
            if row['casualty_id'] in seen:
                for name, column in (('by_mission_all', 'mission_acronym'), ('incident', 'type_of_incident'),
                                     ('personnel_type', 'casualty_personnel_type')):
                    expected[name][row[column].strip()] -= 1
                expected['rows'] -= 1
            seen.add(row['casualty_id'])


def check_fatalities():
    expected = reference['fatalities_to_2023_11_21']
    take_duplicates(expected)
    got = {'lac_by_country': count('nationality', '--region'), 'lac_by_mission': count('mission', '--region'),
           'by_mission_all': count('mission'), 'by_year_lac': count('year', '--region')}
    personnel, causes = ask('fatalities', '--by', 'personnel'), ask('fatalities', '--by', 'cause')
    got['personnel_type'] = {row['personnel'].replace('_', ' ').title(): row['count'] for row in personnel}
    # No cause is what the file calls unknown.
    got['incident'] = {(row['cause'] or 'unknown').replace('self_', 'self-').replace('_', ' ').title(): row['count']
                       for row in causes}
    got['rows'] = sum(row['count'] for row in personnel)
    got['lac_total'] = sum(got['lac_by_country'].values())
    for name, value in expected.items():
        if name in got:
            walk(f'fatalities.{name}', value, got[name])
        else:
            skipped.append(f'fatalities.{name}: about the rows of the file, of which the import keeps what is no duplicate')


run('init')
run('import', os.path.join(shared, 'contributionsbygender_2014-03.csv'))
run('import', os.path.join(shared, 'dppadposs-fatalities.csv'))
check_participation()
check_fatalities()
skipped.append('un_rank_2021_01_31: the file is a check of figures; it holds none by mission and type to keep')
skipped.append('pko_list_2024_02_19: a list of missions, not figures')
print('\n'.join(f'not checked: {line}' for line in skipped if not line.endswith('writes it')))
print(f'{checked} figures checked, {len(wrong)} differ')
print('\n'.join(wrong))
sys.exit(1 if wrong else 0)
