#!/usr/bin/python3
"""Prints what a workbook holds, for comparison.

usage: dump-workbook.py cells FILE     table, row, key and value of every cell of every table
       dump-workbook.py headers FILE   table, key and header of every column
       dump-workbook.py numbers FILE   table, row's codes, key and number: the same in every language
       dump-workbook.py words FILE     every text on every sheet
       dump-workbook.py info FILE      sheets, tables, properties, header of the first sheet
"""
import datetime
import re
import sys
import zipfile

import openpyxl

# Columns that name a row in every language.
CODES = ('iso3', 'mission', 'personnel_type', 'category', 'month', 'year', 'sha256', 'source_row', 'rank')


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%d')
    if isinstance(value, float):
        return '%.12g' % value
    return str(value)


def tables(book):
    for sheet in book:
        for table in sheet.tables.values():
            first, last = (sheet[c] for c in table.ref.split(':'))
            keys = [sheet.cell(1, c).value for c in range(1, last.column + 1)]
            rows = [[sheet.cell(r, c).value for c in range(1, last.column + 1)]
                    for r in range(first.row + 1, last.row + 1)]
            yield table, keys, rows


def cells(book):
    for table, keys, rows in tables(book):
        for n, row in enumerate(rows):
            for key, value in zip(keys, row):
                if value is not None:
                    print(table.name, n, key, plain(value), sep='\t')


def headers(book):
    for table, keys, rows in tables(book):
        for key, column in zip(keys, table.tableColumns):
            print(table.name, key, column.name, sep='\t')


def numbers(book):
    lines = []
    for table, keys, rows in tables(book):
        for row in rows:
            codes = '/'.join(plain(v) for k, v in zip(keys, row) if k in CODES and v is not None)
            for key, value in zip(keys, row):
                if isinstance(value, (int, float)):
                    lines.append('\t'.join((table.name, codes, key, plain(value))))
    for sheet in book:
        for row in sheet.iter_rows():
            lines.extend('%s\t%s' % (sheet._rels and 'page' or 'cell', plain(c.value)) for c in row
                         if isinstance(c.value, (int, float)) and not sheet.tables)
    print('\n'.join(sorted(lines)))


def words(book):
    for sheet in book:
        print(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    print(cell.value)


def info(book, path):
    archive = zipfile.ZipFile(path)
    custom = archive.read('docProps/custom.xml').decode()
    print('sheets', *book.sheetnames, sep='\t')
    print('tables', *(t.name for s in book for t in s.tables.values()), sep='\t')
    print('title', book.properties.title, sep='\t')
    print('author', book.properties.creator, sep='\t')
    print('status', re.search('<cp:contentStatus>([^<]*)', archive.read('docProps/core.xml').decode()).group(1), sep='\t')
    for name, value in re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)', custom):
        print(name, value, sep='\t')
    print('header', book.worksheets[0].oddHeader.right.text, sep='\t')
    print('paper', book.worksheets[0].page_setup.paperSize, sep='\t')


if __name__ == '__main__':
    what, path = sys.argv[1:]
    book = openpyxl.load_workbook(path)
    if what == 'info':
        info(book, path)
    else:
        {'cells': cells, 'headers': headers, 'numbers': numbers, 'words': words}[what](book)
