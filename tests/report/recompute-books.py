#!/usr/bin/python3
"""Counts the sheets of the workbooks anew from the UN's own files, without this program.

usage: recompute-books.py WORKBOOK MONTH COUNTRIES FILE... [ISO3 of a country workbook]
WORKBOOK is a participation, women or country workbook of MONTH (YYYY-MM) in English over the FILEs;
COUNTRIES is the reference table of the region's States. Prints the first difference and returns 1.
"""
import csv
import datetime
import os
import re
import sys
import zipfile
from collections import defaultdict

import openpyxl

TYPES = {'Troops': 'troops', 'Experts on Mission': 'experts_on_mission', 'Individual Police': 'individual_police',
         'Formed Police Units': 'formed_police_unit', 'Formed Police Unit': 'formed_police_unit', 'Staff Officer': 'staff_officer'}


class Fact:
    def __init__(self, row, name, line):
        row = {k.lower(): v.strip() for k, v in row.items()}
        date = row['last_reporting_date']
        if not re.match(r'\d{4}-', date):
            date = datetime.datetime.strptime(date, '%d-%b-%y').strftime('%Y-%m-%d')
        self.month, self.iso3, self.mission = date[:7], row['isocode3'], row['mission_acronym']
        self.type = TYPES[row['personnel_type']]
        self.female, self.male = int(row['female_personnel']), int(row['male_personnel'])
        self.total = self.female + self.male
        self.place = (name, line)


def read_facts(paths):
    for path in paths:
        with open(path, encoding='utf-8-sig', newline='') as file:
            for line, row in enumerate(csv.DictReader(file), 2):
                yield Fact(row, os.path.basename(path), line)


def fail(what, found, wanted):
    if found != wanted and not (isinstance(found, (int, float)) and isinstance(wanted, (int, float))
                                and abs(found - wanted) < 1e-9):
        sys.exit('%s: %r, not %r' % (what, found, wanted))


def read_table(book, name):
    for sheet in book:
        if name in sheet.tables:
            first, last = (sheet[c] for c in sheet.tables[name].ref.split(':'))
            keys = [sheet.cell(1, c).value for c in range(1, last.column + 1)]
            return [dict(zip(keys, (sheet.cell(r, c).value for c in range(1, last.column + 1))))
                    for r in range(first.row + 1, last.row + 1)]
    sys.exit('no table ' + name)


def add_up(facts, key):
    sums = defaultdict(lambda: [0, 0])
    for fact in facts:
        sums[key(fact)][0] += fact.female
        sums[key(fact)][1] += fact.male
    return sums


def month_of(value):
    return value.strftime('%Y-%m')


def rank(sums, key):
    return 1 + sum(1 for other in sums.values() if sum(other) > sum(sums[key]))


def check_people(what, row, sums, base=None):
    fail(what + ' women', row['women'], sums[0])
    if 'men' in row:
        fail(what + ' men', row['men'], sums[1])
    fail(what + ' total', row['total'], sum(sums))
    fail(what + ' share of women', row['women_share'], sums[0] / sum(sums))


def check_world(book, now, region):
    sums = add_up(now, lambda f: f.iso3)
    rows = read_table(book, 'WorldRanking')
    order = sorted(sums, key=lambda k: -sum(sums[k]))
    world = sum(map(sum, sums.values()))
    fail('twentieth', rows[19]['total'], sum(sums[order[19]]))
    fail('contributors listed', {r['iso3'] for r in rows} | set(order[:19]),
         set(order[:20]) | {k for k in sums if k in region} | {rows[19]['iso3']})
    for row in rows:
        check_people(row['iso3'], row, sums[row['iso3']])
        fail(row['iso3'] + ' rank', row['rank'], rank(sums, row['iso3']))
        fail(row['iso3'] + ' of the region', row['of_region'] == 'Yes', row['iso3'] in region)
        fail(row['iso3'] + ' share', row['world_share'], row['total'] / world)


def check_ranking(book, own):
    sums = add_up(own, lambda f: f.iso3)
    rows = read_table(book, 'Ranking')
    fail('contributors', {r['iso3'] for r in rows}, set(sums))
    fail('order', [r['total'] for r in rows], sorted(map(sum, sums.values()), reverse=True))
    for row in rows:
        check_people(row['iso3'], row, sums[row['iso3']])
        fail(row['iso3'] + ' rank', row['rank'], rank(sums, row['iso3']))


def check_heat(book, own):
    sums = add_up(own, lambda f: (f.mission, f.iso3))
    rows = read_table(book, 'MissionsByContributor')
    found = {(r['mission'], k): v for r in rows for k, v in r.items() if k not in ('mission', 'total') and v is not None}
    fail('cells of missions by contributors', found, {k: sum(v) for k, v in sums.items()})
    for row in rows:
        fail(row['mission'], row['total'], sum(v for k, v in row.items() if k not in ('mission', 'total') and v is not None))


def check_months(book, facts, region):
    own = [f for f in facts if f.iso3 in region]
    sums = add_up(own, lambda f: (f.month, f.type))
    for row in read_table(book, 'SeriesByType'):
        month = month_of(row['month'])
        found = {k: v for k, v in row.items() if k not in ('month', 'total') and v is not None}
        fail(month + ' by type', found, {t: sum(v) for (m, t), v in sums.items() if m == month and sum(v) > 0})
        fail(month + ' total', row['total'], sum(found.values()))
    for row in read_table(book, 'CoverageByMonth'):
        month = month_of(row['month'])
        fail(month + ' rows', row['rows'], sum(1 for f in facts if f.month == month))
        fail(month + ' listed', row['listed'], len({f.iso3 for f in own if f.month == month}))
        fail(month + ' share', row['listed_share'], row['listed'] / len(region))


def check_detail(book, own):
    """Each row leads to the line of the file it came from."""
    places = {f.place: f for f in own}
    rows = read_table(book, 'Detail')
    fail('rows', len(rows), len(own))
    for row in rows:
        fact = places.pop((row['file_name'], row['source_row']))
        fail(fact.place, (row['iso3'], row['mission'], row['personnel_type'], row['women'], row['men'], row['total']),
             (fact.iso3, fact.mission, fact.type, fact.female, fact.male, fact.total))


def check_participation(book, facts, now, own, region):
    check_world(book, now, region)
    check_ranking(book, own)
    check_heat(book, own)
    check_months(book, facts, region)
    check_detail(book, own)


def check_women(book, facts, now, own, region):
    types = add_up(own, lambda f: f.type)
    rows = read_table(book, 'WomenByType')
    fail('types', {r['personnel_type'] for r in rows}, set(types))
    for row in rows:
        check_people(row['personnel_type'], row, types[row['personnel_type']])
        if isinstance(row['goal'], float):
            wanted = -(-round(row['goal'] * 1000) * row['total'] // 1000)
            fail(row['personnel_type'] + ' needed', row['goal_needed'], max(0, wanted - row['women']))
    sums = add_up(own, lambda f: f.iso3)
    rows = read_table(book, 'WomenRanking')
    fail('contributors', {r['iso3'] for r in rows}, set(sums))
    ranked = [r for r in rows if r['total'] >= 10]
    fail('order', [r['women_share'] for r in ranked], sorted((r['women_share'] for r in ranked), reverse=True))
    fail('small bases last', rows[:len(ranked)], ranked)
    for row in rows:
        check_people(row['iso3'], row, sums[row['iso3']])
        fail(row['iso3'] + ' has a rank', isinstance(row['rank'], int), row['total'] >= 10)
    for row in ranked:
        fail(row['iso3'] + ' rank', row['rank'], 1 + sum(1 for r in ranked if r['women_share'] > row['women_share']))


def check_country(book, facts, now, own, region):
    code = sys.argv[-1]
    mine = [f for f in now if f.iso3 == code]
    for name, key, column in (('CountryMissions', lambda f: f.mission, 'mission'),
                              ('CountryTypes', lambda f: f.type, 'personnel_type')):
        sums, all_of = add_up(mine, key), add_up(now, key)
        rows = read_table(book, name)
        fail(name, {r[column] for r in rows}, set(sums))
        for row in rows:
            check_people(row[column], row, sums[row[column]])
            fail(row[column] + ' of all', row['mission_total' if column == 'mission' else 'type_total'], sum(all_of[row[column]]))
    months = add_up([f for f in facts if f.iso3 == code], lambda f: f.month)
    for row in read_table(book, 'CountrySeries'):
        check_people(month_of(row['month']), row, months[month_of(row['month'])])
    region_row, world_row = read_table(book, 'CountryStanding')
    for row, among in ((region_row, own), (world_row, now)):
        sums = add_up(among, lambda f: f.iso3)
        fail(row['among'], (row['rank'], row['of'], row['total'], row['base']),
             (rank(sums, code), len(sums), sum(sums[code]), sum(map(sum, sums.values()))))


def main():
    path, month, countries = sys.argv[1:4]
    region = {row['iso3'] for row in csv.DictReader(open(countries, encoding='utf-8-sig'))}
    facts = list(read_facts(p for p in sys.argv[4:] if p.endswith('.csv')))
    now = [f for f in facts if f.month == month]
    own = [f for f in now if f.iso3 in region]
    package = re.search(r'name="package"><vt:lpwstr>(\w+)', zipfile.ZipFile(path).read('docProps/custom.xml').decode()).group(1)
    book = openpyxl.load_workbook(path, data_only=True)
    {'participation': check_participation, 'women': check_women, 'country': check_country}[package](book, facts, now, own, region)


if __name__ == '__main__':
    main()
