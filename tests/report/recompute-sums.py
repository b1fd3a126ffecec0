#!/usr/bin/python3
"""Counts anew, from the rows a dossier lists, what its tallies and grids say.

usage: recompute-sums.py DOSSIER
Prints the first difference and returns 1; says on standard output how many numbers were compared.
"""
import collections
import sys

import openpyxl

# Tally, its group's key; register, the column that says the group.
TALLIES = (
    ('complementarity_ReadingByCategory', 'category', 'complementarity_Activities', 'category', 'activities'),
    ('complementarity_ReadingByDoer', 'doer', 'complementarity_Activities', 'doer', 'activities'),
    ('women_BarriersByArea', 'barrier', 'women_Barriers', 'barrier', 'assessments'),
)
# Grid, its rows' key; register, the columns that say row and State. Of both what is still open.
CLOSED = ('Draft', 'Met', 'Taken up', 'Withdrawn')
GRIDS = (
    ('cooperation_NeedsByState', 'category', 'cooperation_Needs', 'category', 'participant_code'),
    ('cooperation_OffersByState', 'category', 'cooperation_Offers', 'category', 'participant_code'),
)


def read(book, name):
    for sheet in book:
        if name in sheet.tables:
            first, last = (sheet[c] for c in sheet.tables[name].ref.split(':'))
            keys = [sheet.cell(1, c).value for c in range(1, last.column + 1)]
            return [dict(zip(keys, [sheet.cell(r, c).value for c in range(1, last.column + 1)]))
                    for r in range(first.row + 1, last.row + 1)]
    sys.exit('no table ' + name)


def check(what, ours, theirs):
    if ours != theirs:
        sys.exit('%s: %r, counted %r' % (what, ours, theirs))
    return 1


def main():
    book = openpyxl.load_workbook(sys.argv[1], data_only=True)
    n = 0
    for tally, group, register, column, number in TALLIES:
        counts = collections.Counter(row[column] for row in read(book, register) if row[column])
        told = {row[group]: row[number] for row in read(book, tally)}
        for key, value in counts.items():
            n += check('%s %s' % (tally, key), told.get(key), value)
    for grid, group, register, row_column, state_column in GRIDS:
        counts = collections.Counter((row[row_column], row[state_column].lower())
                                     for row in read(book, register) if row[row_column] and row[state_column] and row['status'] not in CLOSED)
        for row in read(book, grid):
            states = {k: v for k, v in row.items() if k not in (group, 'total') and v is not None}
            for state, value in states.items():
                n += check('%s %s %s' % (grid, row[group], state), value, counts.pop((row[group], state), None))
            n += check('%s %s' % (grid, row[group]), row['total'], sum(states.values()))
        check(grid, len(counts), 0)
    print(n)


if __name__ == '__main__':
    main()
