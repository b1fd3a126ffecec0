#!/usr/bin/python3
"""Compares a participation workbook of March 2014 with figures counted apart from this program.

usage: compare-reference.py WORKBOOK reference_figures.json
"""
import json
import sys

import openpyxl

TYPES = {'troops': 'Troops', 'experts_on_mission': 'Experts on Mission', 'individual_police': 'Individual Police'}


def read(book, table_name):
    for sheet in book:
        if table_name in sheet.tables:
            first, last = (sheet[c] for c in sheet.tables[table_name].ref.split(':'))
            keys = [sheet.cell(1, c).value for c in range(1, last.column + 1)]
            return [dict(zip(keys, (sheet.cell(r, c).value for c in range(1, last.column + 1))))
                    for r in range(first.row + 1, last.row + 1)]
    sys.exit('no table ' + table_name)


def compare(what, row, wanted):
    found = (row['women'], row['total'], round(100 * row['women_share'], 4))
    expected = (wanted['female'], wanted['total'], round(wanted['female_pct'], 4))
    if found != expected:
        sys.exit('%s: %r, not %r' % (what, found, expected))


book = openpyxl.load_workbook(sys.argv[1])
month = json.load(open(sys.argv[2]))['ipi_2014_03']['2014-03-31']
lac, world = month['lac'], month['all_countries']
contributors = read(book, 'Contributors')
assert len(contributors) == lac['contributing_countries']
assert sum(r['total'] for r in contributors) == lac['total'] == contributors[0]['region_total']
assert sum(r['women'] for r in contributors) == lac['female']
assert contributors[0]['world_total'] == world['total']
missions = {r['mission']: r for r in read(book, 'Missions')}
assert set(missions) == set(lac['by_mission'])
for acronym, row in missions.items():
    compare(acronym, row, lac['by_mission'][acronym])
    assert row['mission_total'] == world['by_mission'][acronym]['total'], acronym
types = read(book, 'PersonnelTypes')
assert len(types) == len(lac['by_personnel_type'])
for row in types:
    compare(row['personnel_type'], row, lac['by_personnel_type'][TYPES[row['personnel_type']]])
