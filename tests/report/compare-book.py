#!/usr/bin/python3
"""Every cell of a workbook against a list of them: sheet, row, column, T or N, value, one a line.

usage: compare-book.py WORKBOOK LIST
"""
import datetime
import sys

import openpyxl

EPOCH = datetime.datetime(1899, 12, 30)


def read_list(path):
    cells = {}
    for line in open(path, encoding='utf-8').read().split('\n')[:-1]:
        sheet, row, column, kind, value = line.split('\t', 4)
        value = value.replace('\\n', '\n')
        cells[sheet, int(row), int(column)] = float(value) if kind == 'N' else value
    return cells


def read_workbook(path):
    cells = {}
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None:
                    continue
                if isinstance(value, datetime.datetime):
                    value = (value - EPOCH).days
                if isinstance(value, (int, float)):
                    value = float(value)
                cells[sheet.title, cell.row, cell.column] = value
    return cells


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return one == other


def main():
    workbook, listed = read_workbook(sys.argv[1]), read_list(sys.argv[2])
    wrong = [key for key in workbook.keys() | listed.keys() if not same(workbook.get(key), listed.get(key))]
    for key in sorted(wrong)[:20]:
        print(key, 'workbook', repr(workbook.get(key)), 'book', repr(listed.get(key)))
    if len(workbook) < 30:
        print('only', len(workbook), 'cells')
        return 1
    return 1 if wrong else 0


sys.exit(main())
