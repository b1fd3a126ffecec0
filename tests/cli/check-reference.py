"""Every leaf of reference_figures.json against relacopaz-cli, from the real UN files.

Writes the table of which command gives which leaf and compares it with the one in the
documentation; leaves that no command gives are named there with their number and the reason.
Shares are women of the total and ranks 1 + those with more, as the file says itself.

    check-reference.py RELACOPAZ-CLI TABLE.md [--write]
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

cli, table_path = sys.argv[1:3]
shared = os.path.join(os.environ.get('RELACOPAZ_SHARED', 'shared'), 'data', 'un')
if not os.path.isfile(os.path.join(shared, 'reference_figures.json')):
    print('the real UN files are not beside the project')
    sys.exit(77)

with open(os.path.join(shared, 'reference_figures.json'), encoding='utf-8') as file:
    reference = json.load(file)
folder = tempfile.TemporaryDirectory(prefix='relacopaz-reference-')
wrong = []
given, left = {}, {}    # (branch, command) and (branch, reason) -> leaves


def un(name):
    return os.path.join(shared, name)


def run(store, *words, lang='en'):
    done = subprocess.run([cli, '--store', os.path.join(folder.name, store), '--lang', lang, *words],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f'{" ".join(words)}: {done.returncode}\n{done.stderr}')
    return done.stdout


def ask(store, *words):
    return json.loads(run(store, '--json', *words))


def count_leaves(node):
    if isinstance(node, dict):
        return sum(count_leaves(value) for value in node.values())
    if isinstance(node, list):
        return sum(count_leaves(value) for value in node)
    return 1


def add(book, branch, why, n):
    book[branch, why] = book.get((branch, why), 0) + n


def leave(branch, node, reason):
    add(left, branch, reason, count_leaves(node))


def compare(branch, wanted, got, command):
    """Each leaf of wanted equals that of got, which the command gave."""
    differ(branch, wanted, got)
    add(given, branch, command, count_leaves(wanted))


def differ(path, wanted, got):
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            differ(f'{path}.{key}', value, got.get(key) if isinstance(got, dict) else None)
        for key in (got if isinstance(got, dict) else {}):
            if key not in wanted:
                wrong.append(f'{path}.{key}: not expected')
    elif isinstance(wanted, list):
        for n, value in enumerate(wanted):
            differ(f'{path}[{n}]', value, got[n] if isinstance(got, list) and n < len(got) else None)
    elif wanted != got:
        wrong.append(f'{path}: {wanted!r} expected, {got!r} computed')


# ---- participation ----

LABELS = {'troops': 'Troops', 'experts_on_mission': 'Experts on Mission', 'individual_police': 'Individual Police',
          'formed_police_units': 'Formed Police Units', 'staff_officer': 'Staff Officer'}
SUMS = ('female', 'male', 'total', 'female_pct')


def figure(rows):
    women, men = sum(row['female'] for row in rows), sum(row['male'] for row in rows)
    return {'female': women, 'male': men, 'total': women + men,
            'female_pct': round(100 * women / (women + men), 4)}


def told_apart(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(LABELS.get(row[key], row[key]), []).append(row)
    return {name: figure(group) for name, group in groups.items() if sum(row['total'] for row in group) > 0}


def only(node, names):
    return {name: node[name] for name in names if name in node}


def list_names(store, month):
    """What stands beside the code in the table of contributors."""
    lines = run(store, 'figures', 'participation', '--at', month, '--by', 'contributor').splitlines()
    cells = [re.split(r'\s{2,}', line.strip()) for line in lines]
    return {row[0]: row[1] for row in cells if re.fullmatch('[A-Z]{3}', row[0])}


def ask_month(store, month, *words):
    return {keys: ask(store, 'figures', 'participation', '--at', month, '--by', keys, *words)
            for keys in ('contributor', 'mission', 'personnel_type',
                         'contributor,mission', 'contributor,personnel_type')}


def check_whole(branch, expected, by, words):
    command = f'figures participation --at 2014-03{words} --by '
    compare(f'{branch}: sums', only(expected, SUMS), figure(by['contributor']), command + 'contributor')
    compare(f'{branch}.contributing_countries', expected['contributing_countries'], len(by['contributor']),
            command + 'contributor')
    if 'missions' in expected:
        compare(f'{branch}.missions', expected['missions'], len(by['mission']), command + 'mission')
    for key in ('personnel_type', 'mission'):
        if f'by_{key}' in expected:
            compare(f'{branch}.by_{key}', expected[f'by_{key}'], told_apart(by[key], key), command + key)


def check_country(code, expected, by, store):
    branch, command = 'ipi_2014_03.lac.by_country', 'figures participation --at 2014-03 --region --by contributor'

    def own(keys):
        return [row for row in by[keys] if row['contributor'] == code]
    compare(f'{branch}: sums', only(expected, SUMS), figure(own('contributor')), command)
    for key in ('personnel_type', 'mission'):
        compare(f'{branch}.by_{key}', expected[f'by_{key}'], told_apart(own(f'contributor,{key}'), key),
                f'{command},{key}')
    compare(f'{branch}.world_rank_by_total', expected['world_rank_by_total'],
            ask(store, 'figures', 'profile', '--participant', code, '--at', '2014-03')['rank_world'],
            'figures profile --participant ISO3 --at 2014-03')


def check_participation():
    store = 'gender.relacopaz'
    run(store, 'init')
    run(store, 'import', un('contributionsbygender_2014-03.csv'))
    expected = reference['ipi_2014_03']['2014-03-31']
    world, region = ask_month(store, '2014-03'), ask_month(store, '2014-03', '--region')
    names = list_names(store, '2014-03')
    check_whole('ipi_2014_03.all_countries', expected['all_countries'], world, '')
    check_whole('ipi_2014_03.lac', expected['lac'], region, ' --region')
    order = sorted(world['contributor'], key=lambda row: -row['total'])
    compare('ipi_2014_03.all_countries.top10', expected['all_countries']['top10'],
            [[row['contributor'], names[row['contributor']], row['total']] for row in order[:10]],
            'figures participation --at 2014-03 --by contributor')
    total = figure(world['contributor'])['total']
    compare('ipi_2014_03.lac.share_of_world_pct', expected['lac']['share_of_world_pct'],
            round(100 * figure(region['contributor'])['total'] / total, 4),
            'figures participation --at 2014-03 --by contributor, with and without --region')
    for code, country in expected['lac']['by_country'].items():
        check_country(code, country, region, store)
        check_name('ipi_2014_03.lac.by_country', code, country['name'], names, '2014-03')
    return world


def check_name(branch, code, wanted, names, month):
    """The UN's form of a name, or the short one that is shown."""
    if wanted == names[code]:
        compare(f'{branch}.name', wanted, names[code], f'figures participation --at {month} --by contributor')
    else:
        compare(f'{branch}.name', wanted, participants[code]['un_name'], 'list participant --format json: un_name')


def check_grand_total(world):
    expected = reference['ipi_2014_03']
    totals, types = figure(world['contributor']), told_apart(world['personnel_type'], 'personnel_type')
    short = {'troops': 'Troops', 'eom': 'Experts on Mission', 'fpu': 'Formed Police Units', 'ip': 'Individual Police'}
    got = {'total': totals['total'], 'total_f': totals['female'], 'total_m': totals['male']}
    for code, label in short.items():
        got[code] = types[label]['total']
        got[code + '_f'] = types[label]['female']
    compare('ipi_2014_03.check_grand_total_in_file', expected['check_grand_total_in_file'], got,
            'figures participation --at 2014-03 --by personnel_type')
    compare('ipi_2014_03.check_matches', expected['check_matches'], expected['check_grand_total_in_file'] == got,
            'figures participation --at 2014-03 --by personnel_type')


def check_full(world):
    """The other layout of the same month: the same figures."""
    store, expected = 'full.relacopaz', reference['ipi_2014_03']['csv_same_month']
    run(store, 'init')
    said = ask(store, 'import', un('ipi_full_2014-03-31.csv'))
    by = ask_month(store, '2014-03')
    types = {row['personnel_type']: row['total'] for row in by['personnel_type']}
    police = types['formed_police_units'] + types['individual_police']
    branch, command = 'ipi_2014_03.csv_same_month', 'figures participation --at 2014-03 --by personnel_type'
    compare(branch, expected['sha256'], said['sha256'], 'import ipi_full_2014-03-31.csv --json: sha256')
    compare(branch, only(expected, ('Total', 'Troops', 'Experts_on_Mission', 'Formed_Police_Units', 'Inidividual_Police',
                                    'Civilian_Police', 'Observers')),
            {'Total': sum(types.values()), 'Troops': types['troops'], 'Experts_on_Mission': types['experts_on_mission'],
             'Formed_Police_Units': types['formed_police_units'], 'Inidividual_Police': types['individual_police'],
             'Civilian_Police': police, 'Observers': types['experts_on_mission']}, command)
    pairs = {(row['contributor'], row['mission']): row['total'] for row in by['contributor,mission'] if row['total'] > 0}
    compare(branch, expected['rows'], said['rows'], 'import ipi_full_2014-03-31.csv --json: rows')
    leave(branch, [expected['file'], expected['warning']], 'words about the file')
    others = {(row['contributor'], row['mission']): row['total'] for row in world['contributor,mission'] if row['total'] > 0}
    compare('ipi_2014_03.csv_vs_json_country_mission_mismatches',
            reference['ipi_2014_03']['csv_vs_json_country_mission_mismatches'],
            sorted(key for key in pairs.keys() | others.keys() if pairs.get(key) != others.get(key)),
            'figures participation --at 2014-03 --by contributor,mission')


def check_words():
    expected = reference['ipi_2014_03']
    leave('ipi_2014_03', [expected['file'], expected['how']], 'words about the file')
    leave('ipi_2014_03', [expected['sha256'], expected['country_totals_mismatching']],
          'about a JSON file of the Institute that is not among the files here')
    leave('_about', reference['_about'], 'words about the file')
    compare('lac_iso3', sorted(reference['lac_iso3']), sorted(code for code in participants if participants[code]['type'] == 'state'),
            'list participant --format json: code')


# ---- ranking ----

def write_month(path, ranking):
    """The month as a file of the UN's layout, since the ranking says sums and nothing of it is kept."""
    with open(path, 'w', encoding='utf-8', newline='') as out:
        rows = csv.writer(out)
        rows.writerow(['contribution_id', 'contributing_country', 'isocode3', 'm49_code', 'mission_acronym',
                       'personnel_type', 'female_personnel', 'male_personnel', 'last_reporting_date'])
        for n, row in enumerate(ranking, 1):
            rows.writerow([n, row['Contributing_Country'], row['ISOCode3'], row['M49_Code'], 'UNMISS', 'Troops',
                           row['Female_Personnel'], row['Male_Personnel'], '2021-01-31'])


def check_ranking():
    store, month = 'ranking.relacopaz', os.path.join(folder.name, 'month.csv')
    expected = reference['un_rank_2021_01_31']
    with open(un('Rank_2021-01.csv'), encoding='utf-8-sig', newline='') as rows:
        write_month(month, list(csv.DictReader(rows)))
    run(store, 'init')
    run(store, 'import', month)
    said = ask(store, 'import', un('Rank_2021-01.csv'))
    if said['compared'] != 3 * expected['all']['countries'] or said['different'] != 0:
        wrong.append(f'ranking: {said["compared"]} compared, {said["different"]} differ')
    world = ask(store, 'figures', 'participation', '--at', '2021-01', '--by', 'contributor')
    region = ask(store, 'figures', 'participation', '--at', '2021-01', '--by', 'contributor', '--region')
    names = list_names(store, '2021-01')
    command = 'figures participation --at 2021-01 --by contributor'
    for branch, rows, words in (('all', world, ''), ('lac_total', region, ' --region')):
        got = {'countries': len(rows), **figure(rows)}
        got.pop('female_pct')
        compare(f'un_rank_2021_01_31.{branch}', expected[branch], got, command + words)
    for row in region:
        code = row['contributor']
        country = expected['lac'].get(code)
        if country is None:
            wrong.append(f'un_rank_2021_01_31.lac.{code}: not expected')
            continue
        compare('un_rank_2021_01_31.lac: sums', only(country, SUMS), figure([row]), command + ' --region')
        compare('un_rank_2021_01_31.lac.rank', country['rank'],
                ask(store, 'figures', 'profile', '--participant', code, '--at', '2021-01')['rank_world'],
                'figures profile --participant ISO3 --at 2021-01; import Rank_2021-01.csv compares it')
        compare('un_rank_2021_01_31.lac.m49', country['m49'], int(participants[code]['m49']),
                'list participant --format json: m49')
        check_name('un_rank_2021_01_31.lac', code, country['name'], names, '2021-01')
    compare('un_rank_2021_01_31.sha256', expected['sha256'], said['sha256'], 'import Rank_2021-01.csv --json: sha256')
    leave('un_rank_2021_01_31', [expected['file'], expected['how']], 'words about the file')


# ---- fatalities ----

def count(store, key, *words):
    return {row[key]: row['count'] for row in ask(store, 'figures', 'fatalities', '--by', key, *words)
            if row[key] is not None}


def list_repeated():
    """The reference counts rows; a casualty that the file gives twice is one casualty."""
    seen, repeated = set(), []
    with open(un('dppadposs-fatalities.csv'), encoding='utf-8-sig', newline='') as rows:
        for row in csv.DictReader(rows):
            if row['casualty_id'] in seen:
                repeated.append({name: value.strip() for name, value in row.items()})
            seen.add(row['casualty_id'])
    return repeated


def check_groups(store, expected, repeated):
    region = {'lac_by_country': 'nationality', 'lac_by_mission': 'mission', 'by_year_lac': 'year'}
    world = {'by_mission_all': ('mission', 'mission_acronym'), 'personnel_type': ('personnel', 'casualty_personnel_type'),
             'incident': ('cause', 'type_of_incident')}
    for name, key in region.items():
        compare(f'fatalities.{name}', expected[name], count(store, key, '--region'),
                f'figures fatalities --region --by {key}')
    for name, (key, column) in world.items():
        got = {}
        for row in ask(store, 'figures', 'fatalities', '--by', key):
            # No cause is what the file calls unknown.
            code = row[key] or 'unknown'
            label = code if key == 'mission' else code.replace('self_', 'self-').replace('_', ' ').title()
            got[label] = row['count'] + sum(twice[column] == label for twice in repeated)
        compare(f'fatalities.{name}', expected[name], got, f'figures fatalities --by {key}, and the repeated rows')


def check_fatalities():
    store, expected = 'fatalities.relacopaz', reference['fatalities_to_2023_11_21']
    run(store, 'init')
    said = ask(store, 'import', un('dppadposs-fatalities.csv'))
    repeated = list_repeated()
    years = ask(store, 'figures', 'fatalities', '--by', 'year')
    total = sum(row['count'] for row in years)
    check_groups(store, expected, repeated)
    compare('fatalities.lac_total', expected['lac_total'], sum(count(store, 'nationality', '--region').values()),
            'figures fatalities --region --by nationality')
    compare('fatalities.rows', expected['rows'], total + len(repeated), 'figures fatalities --by year, and the repeated rows')
    compare('fatalities.rows', said['rows'], expected['rows'], 'import dppadposs-fatalities.csv --json: rows')
    given['fatalities.rows', 'import dppadposs-fatalities.csv --json: rows'] -= 1
    compare('fatalities.duplicate_casualty_ids', expected['duplicate_casualty_ids'], said['refused'],
            'import dppadposs-fatalities.csv --json: refused')
    women, men = (sum(row[sex] for row in years) for sex in ('women', 'men'))

    def twice(sex):
        return sum(row['gender'] == sex for row in repeated)
    compare('fatalities.gender', expected['gender'],
            {'F': women + twice('F'), 'M': men + twice('M'), '(blank)': total - women - men + twice('')},
            'figures fatalities --by year: women, men, and the repeated rows')
    dates = [record['date'] for record in ask(store, 'list', 'fatality')]
    compare('fatalities.date', [expected['date_min'], expected['date_max']], [min(dates), max(dates)],
            'list fatality --format json: date')
    stateless = [row['count'] for row in ask(store, 'figures', 'fatalities', '--by', 'nationality')
                 if row['nationality'] is None]
    unknown = expected['nationality_of_rows_without_isocode3']
    compare('fatalities.nationality_of_rows_without_isocode3', unknown['ZZ [Undetermined]'] + unknown[''],
            sum(stateless), 'figures fatalities --by nationality: null')
    add(given, 'fatalities.nationality_of_rows_without_isocode3', 'figures fatalities --by nationality: null', 1)
    leave('fatalities', [expected['rows_without_isocode3'], unknown['Côte dIvoire'], unknown['Mauritius'], unknown['Viet Nam']],
          'rows that lack a code: the import finds the country by its name, and afterwards they are as all others')
    compare('fatalities.sha256', expected['sha256'], said['sha256'], 'import dppadposs-fatalities.csv --json: sha256')
    leave('fatalities', [expected['file'], expected['how']], 'words about the file')


# ---- missions ----

def check_missions():
    store, expected = 'missions.relacopaz', reference['pko_list_2024_02_19']
    run(store, 'init')
    said = ask(store, 'import', un('DPPADPOSS-PKO.csv'))
    with open(un('DPPADPOSS-PKO.csv'), encoding='utf-8-sig', newline='') as rows:
        listed = [row['mission_acronym'] for row in csv.DictReader(rows)]
    kept = {record['acronym']: record for record in ask(store, 'list', 'mission') if record['acronym'] in listed}
    branch, command = 'pko_list_2024_02_19', 'list mission --format json: '
    compare(f'{branch}.rows', expected['rows'], said['rows'], 'import DPPADPOSS-PKO.csv --json: rows')
    compare(f'{branch}.sha256', expected['sha256'], said['sha256'], 'import DPPADPOSS-PKO.csv --json: sha256')
    running = sorted(name for name, record in kept.items() if record['start'] is not None and record['end'] is None)
    compare(f'{branch}.active', [name for name in expected['active'] if name != 'MINUSMA'], running,
            command + 'start, no end')
    leave(branch, ['MINUSMA', expected['inactive_count']],
          'the list marks MINUSMA as active after its end in December 2023, which is kept')
    compare(f'{branch}.start_date_blank', sorted(expected['start_date_blank']),
            sorted(name for name, record in kept.items() if record['start'] is None), command + 'no start')
    compare(f'{branch}.coordinates_blank', sorted(expected['coordinates_blank']),
            sorted(name for name, record in kept.items() if record['latitude'] is None), command + 'no latitude')
    compare(f'{branch}.earliest_start', expected['earliest_start'],
            min(record['start'] for record in kept.values() if record['start']), command + 'start')
    leave(branch, [expected['file'], expected['warning']], 'words about the file')


# ---- the table ----

def make_table():
    n_given, n_left = sum(given.values()), sum(left.values())
    lines = ['# Which command gives which reference figure', '',
             f'The UN’s reference figures are {n_given + n_left} leaves; `relacopaz-cli` gives {n_given} of them from the '
             'real files. The test `cli-reference` compares each and keeps this table.', '',
             'The UN’s file of fatalities gives six casualties twice (twelve rows), under Montenegro and under Serbia and '
             'Montenegro; each is one death, kept once, under the state there was on that day. The '
             'reference counts rows, so the six are added where it says “and the repeated rows”. '
             'The ranking of 2021-01 is compared and never kept: its sums come in as one mission’s file of that month, '
             'and the ranks, shares and sums of the region are computed from there.', '',
             '| Leaves of | Number | Command |', '|---|---:|---|']
    lines += [f'| {branch} | {n} | `{command}` |' for (branch, command), n in given.items() if n > 0]
    lines += ['', '## Not given', '', '| Leaves of | Number | Why |', '|---|---:|---|']
    lines += [f'| {branch} | {n} | {reason} |' for (branch, reason), n in left.items()]
    return '\n'.join(lines) + '\n'


run('words.relacopaz', 'init')
participants = {record['code']: record for record in ask('words.relacopaz', 'list', 'participant')}
month_2014 = check_participation()
check_grand_total(month_2014)
check_full(month_2014)
check_words()
check_ranking()
check_fatalities()
check_missions()
text = make_table()
if '--write' in sys.argv and not wrong:
    with open(table_path, 'w', encoding='utf-8') as out:
        out.write(text)
with open(table_path, encoding='utf-8') as known:
    if known.read() != text:
        wrong.append(f'{table_path} says otherwise: run with --write')
if sum(given.values()) + sum(left.values()) != count_leaves(reference):
    wrong.append(f'{count_leaves(reference)} leaves, {sum(given.values()) + sum(left.values())} accounted for')
print(f'{sum(given.values())} figures given, {sum(left.values())} not, {len(wrong)} differ')
print('\n'.join(wrong))
sys.exit(1 if wrong else 0)
