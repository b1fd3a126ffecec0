#!/usr/bin/python3
"""Compares the chapters of a dossier with the workbooks they are made of.

usage: compare-dossier.py DOSSIER REPORT=WORKBOOK...
From the header row down every cell must be the same. Prints the first difference and returns 1; says on
standard output how many sheets were compared.
"""
import re
import sys

import openpyxl

HEADER_ROW = 4


def read(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {name: sheet for sheet in book for name in sheet.tables}, book


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER_ROW)]


def check_numbers(book):
    contents = book.worksheets[1]
    links = {c.value for c in contents['B'] if c.hyperlink is not None}
    for sheet in book.worksheets[2:]:
        if not re.match(r'\d+\.\d+ ', sheet.title) or not sheet['A2'].value.startswith(sheet.title.split()[0] + ' '):
            sys.exit('%s has no number' % sheet.title)
        if sheet.title not in links:
            sys.exit('%s is not in the contents' % sheet.title)


def main():
    dossier, book = read(sys.argv[1])
    check_numbers(book)
    n = 0
    for argument in sys.argv[2:]:
        report, path = argument.split('=', 1)
        for table, sheet in read(path)[0].items():
            names = [name for name in dossier if name == report + '_' + table] or \
                    [name for name in dossier if name.split('_', 1)[1] == table]
            if not names:
                sys.exit('%s: %s is not in the dossier' % (report, table))
            for ours, theirs in zip(cells(dossier[names[0]]), cells(sheet)):
                if ours != theirs:
                    sys.exit('%s: %r in the dossier, %r in the workbook' % (names[0], ours, theirs))
            if dossier[names[0]].max_row != sheet.max_row:
                sys.exit('%s: %d rows, not %d' % (names[0], dossier[names[0]].max_row, sheet.max_row))
            n += 1
    print(n)


if __name__ == '__main__':
    main()
