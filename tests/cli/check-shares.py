"""Shares of women beside their targets, and person-months, recounted here from the UN's files.

The real months of 2013 and 2014 come in as they are, and once more with the years moved into those
that have targets, so that every category of the strategy and the wider ones are asked for. What is
expected is added up from the rows of the files and data/reference alone.

    check-shares.py RELACOPAZ-CLI
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict

cli = sys.argv[1]
shared = os.path.join(os.environ.get('RELACOPAZ_SHARED', 'shared'), 'data', 'un')
tables = os.path.join(os.environ['RELACOPAZ_DATA_DIR'], 'reference')
FILES = ('uchistorical_2013-03_2014-02.csv', 'contributionsbygender_2014-03.csv')
if not os.path.isfile(os.path.join(shared, FILES[0])):
    print('the real UN files are not beside the project')
    sys.exit(77)

folder = tempfile.TemporaryDirectory(prefix='relacopaz-shares-')
wrong, n_checked = [], 0
MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
COLUMNS = ('isocode3', 'contributing_country', 'mission_acronym', 'personnel_type', 'female_personnel',
           'male_personnel', 'last_reporting_date')


def table(name):
    with open(os.path.join(tables, name), encoding='utf-8', newline='') as rows:
        return list(csv.DictReader(rows))


types = {row['un_label']: row for row in table('personnel_types.csv') if row['un_label']}
region = {row['iso3'] for row in table('countries.csv')}
targets = {(row['year'], row['category']): (float(row['target_percent'] or row['derived_percent']) / 100,
                                            row['target_percent'] == '')
           for row in table('gender_targets.csv') if row['target_percent'] or row['derived_percent']}


def read_month(text):
    if text[2] == '-':
        return f'20{text[7:]}-{MONTHS.index(text[3:6]) + 1:02}'
    return text[:7]


def read(name):
    with open(os.path.join(shared, name), encoding='utf-8-sig', newline='') as rows:
        for row in csv.DictReader(rows):
            row = {key.lower(): value.strip() for key, value in row.items()}
            yield {'month': read_month(row['last_reporting_date']), 'row': row,
                   'country': row['isocode3'], 'mission': row['mission_acronym'],
                   'type': types[row['personnel_type']]['code'],
                   'category': types[row['personnel_type']]['ugps_category'],
                   'wider': types[row['personnel_type']]['component'] + '_all',
                   'women': int(row['female_personnel']), 'men': int(row['male_personnel'])}


def run(store, *words):
    done = subprocess.run([cli, '--store', os.path.join(folder.name, store), '--lang', 'en', '--json', *words],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f'{" ".join(words)}: {done.returncode}\n{done.stderr}')
    return json.loads(done.stdout) if done.stdout.strip().startswith(('{', '[')) else None


def cells(store, *words):
    for line in run(store, 'figures', 'cross', *words)['table']:
        for cell in line['cells']:
            yield line['row'], cell['column'], cell


def moved(facts, years):
    for fact in facts:
        yield dict(fact, month=f'{int(fact["month"][:4]) + years}{fact["month"][4:]}')


def fill(store, facts):
    """One file of the UN's columns."""
    path = os.path.join(folder.name, store + '.csv')
    with open(path, 'w', encoding='utf-8', newline='') as out:
        rows = csv.DictWriter(out, COLUMNS, extrasaction='ignore')
        rows.writeheader()
        for fact in facts:
            rows.writerow(dict(fact['row'], last_reporting_date=fact['month'] + '-28'))
    run(store, 'init')
    run(store, 'import', path)


def check(what, wanted, got):
    global n_checked
    n_checked += 1
    if isinstance(wanted, float) and isinstance(got, (int, float)):
        same = abs(wanted - got) < 0.0000011
    else:
        same = wanted == got
    if not same:
        wrong.append(f'{what}: {wanted!r} expected, {got!r} computed')


def add_up(facts, row, column):
    sums = defaultdict(lambda: [0, 0])
    for fact in facts:
        for n, sex in enumerate(('women', 'men')):
            sums[row(fact), column(fact)][n] += fact[sex]
    return sums


def check_table(name, store, sums, measure, *words):
    """Each cell is what the rows add up to, and each sum has its cell."""
    seen = set()
    for row, column, cell in cells(store, *words):
        if not cell['known']:
            check(f'{name} {row} {column}: a gap', (row, column) in sums, False)
            continue
        seen.add((row, column))
        measure(f'{name} {row} {column}', sums.get((row, column), [-1, -1]), cell, row, column)
    check(f'{name}: places', set(sums), seen)


def person_months(name, sums, cell, row, column):
    check(name, sum(sums), cell['value'])


def share(category, year):
    def measure(name, sums, cell, row, column):
        check(f'{name}: women', sums[0], cell['part'])
        check(f'{name}: base', sum(sums), cell['base'])
        if sum(sums) > 0:
            check(f'{name}: share', sums[0] / sum(sums), cell['value'])
        target, derived = targets.get((year(row, column), category(row, column)), (None, False))
        check(f'{name}: target', target, cell['target'])
        check(f'{name}: derived', derived, cell['target_derived'])
    return measure


def check_person_months(store, facts):
    ask = ('--ask', 'person_months', '--from', '2013-03', '--to', '2014-03')
    axes = {'contributor': 'country', 'mission': 'mission', 'type': 'type'}
    for rows, key in axes.items():
        check_table(f'person-months by {rows}', store, add_up(facts, lambda fact: fact[key], lambda fact: ''),
                    person_months, *ask, '--rows', rows, '--set', 'world')
        near = [fact for fact in facts if fact['country'] in region and '2013-06' <= fact['month'] <= '2013-11']
        check_table(f'person-months of half a year by {rows} and month', store,
                    add_up(near, lambda fact: fact[key], lambda fact: fact['month']), person_months,
                    '--ask', 'person_months', '--from', '2013-06', '--to', '2013-11', '--rows', rows,
                    '--columns', 'month', '--set', 'region')
    check_table('person-months by year', store,
                add_up(facts, lambda fact: fact['country'], lambda fact: fact['month'][:4]), person_months,
                *ask, '--rows', 'contributor', '--columns', 'year', '--set', 'world')


def check_shares(store, facts):
    """A year's share is that of its last month, beside the target of the year."""
    last = {month[:4]: month for month in sorted({fact['month'] for fact in facts})}
    near = [fact for fact in facts if fact['country'] in region]
    first, end = min(last.values()), max(last.values())
    months = ('--from', min(fact['month'] for fact in facts), '--to', end)
    check_table('share by category and month', store,
                add_up(facts, lambda fact: fact['category'], lambda fact: fact['month']),
                share(lambda row, column: row, lambda row, column: column[:4]),
                '--ask', 'share_of_women', '--rows', 'category', '--columns', 'month', '--set', 'world', *months)
    check_table('share by category and year', store,
                add_up([fact for fact in near if fact['month'] in last.values()], lambda fact: fact['category'],
                       lambda fact: fact['month'][:4]),
                share(lambda row, column: row, lambda row, column: column),
                '--ask', 'share_of_women', '--rows', 'category', '--columns', 'year', '--set', 'region', *months)
    at = [fact for fact in near if fact['month'] == end]
    check_table('share by contributor and category', store,
                add_up(at, lambda fact: fact['country'], lambda fact: fact['category']),
                share(lambda row, column: column, lambda row, column: end[:4]),
                '--ask', 'share_of_women', '--rows', 'contributor', '--columns', 'category', '--set', 'region', '--at', end)
    for wider in ('military_all', 'police_all'):
        those = [fact for fact in facts if fact['wider'] == wider]
        words = [word for code in sorted({fact['type'] for fact in those}) for word in ('--type', code)]
        check_table(f'share of {wider} by month', store,
                    add_up(those, lambda fact: fact['month'], lambda fact: ''),
                    share(lambda row, column, of=wider: of, lambda row, column: row[:4]),
                    '--ask', 'share_of_women', '--rows', 'month', '--set', 'world', *words, *months)
    return first


def check_parity(store, facts, month):
    """figures parity has the wider categories in years with such a target."""
    rows = {row['category']: row for row in run(store, 'figures', 'parity', '--at', month)
            if row['contributor'] is None}
    for wider in ('military_all', 'police_all'):
        target = targets.get((month[:4], wider))
        check(f'parity {month} {wider}', target is not None, wider in rows)
        if target is not None and wider in rows:
            those = [fact for fact in facts if fact['wider'] == wider and fact['month'] == month]
            women, everybody = (sum(fact['women'] for fact in those),
                                sum(fact['women'] + fact['men'] for fact in those))
            check(f'parity {month} {wider}: women', [women, everybody], [rows[wider]['women'], rows[wider]['base']])
            check(f'parity {month} {wider}: target', 100 * target[0], rows[wider]['target'])
            check(f'parity {month} {wider}: signal', 'green' if women >= target[0] * everybody else 'yellow',
                  rows[wider]['signal'])


real = [fact for name in FILES for fact in read(name)]
fill('real', real)
check_person_months('real', real)
check_shares('real', real)
check_parity('real', real, '2014-03')
# Into years that have targets: 2020 and 2021, 2021 and 2022, 2027 and 2028.
for years in (7, 8, 14):
    facts = list(moved(real, years))
    fill(f'moved-{years}', facts)
    check_shares(f'moved-{years}', facts)
    check_parity(f'moved-{years}', facts, max(fact['month'] for fact in facts))
    check_parity(f'moved-{years}', facts, min(fact['month'] for fact in facts))

print(f'{n_checked} figures recounted, {len(wrong)} differ')
print('\n'.join(wrong[:40]))
sys.exit(1 if wrong else 0)
