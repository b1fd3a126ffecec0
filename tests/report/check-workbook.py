#!/usr/bin/python3
"""Checks one workbook against every convention that a machine can see.

usage: check-workbook.py FILE

Prints one line for each breach and returns 1 when there is any. What it looks at: the archive's
parts, decimal points, tables, hidden keys, panes, widths, merged cells, formulas' values, charts
and their words, markings, properties, names of sheets, paths and login names, error cells.
"""
import getpass
import os
import re
import socket
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
CHART = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
DRAWING = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
TEXT = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
ERRORS = ('#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#N/A', '#NUM!', '#NULL!')
breaches = []


def breach(where, what):
    breaches.append('%s: %s' % (where, what))


def check_parts(archive):
    damaged = archive.testzip()
    if damaged:
        breach(damaged, 'damaged')
    for name in archive.namelist():
        text = archive.read(name).decode('utf-8')
        ElementTree.fromstring(text)
        # A decimal comma in a value, a width or a height: what a user's locale does to the library.
        for found in re.findall(r'<v>-?\d+,\d+</v>|(?:width|ht|scale|x|y)="\d+,\d+"', text):
            breach(name, 'decimal comma in ' + found)
        for word in ('externalLink', 'vbaProject'):
            if word in name:
                breach(name, 'must not be there')
        check_private(name, text)


def check_private(name, text):
    for secret in (os.path.expanduser('~'), '/tmp', '/home/', socket.gethostname(), os.getcwd()):
        if len(secret) > 3 and secret in text:
            breach(name, 'holds ' + secret)
    login = getpass.getuser()
    if re.search(r'[>"]%s[<"]' % re.escape(login), text):
        breach(name, 'holds the login name')


def sheet_parts(archive):
    """Sheet name -> parsed XML, in order."""
    book = ElementTree.fromstring(archive.read('xl/workbook.xml'))
    names = [s.get('name') for s in book.iter(MAIN + 'sheet')]
    for n, name in enumerate(names, 1):
        yield name, ElementTree.fromstring(archive.read('xl/worksheets/sheet%d.xml' % n))


def check_sheet_names(book):
    folded = set()
    for name in book.sheetnames:
        if not 1 <= len(name) <= 31 or re.search(r'[\[\]:*?/\\]', name) or name[0] == "'" or name[-1] == "'":
            breach(name, 'no lawful name of a sheet')
        if name.casefold() in folded:
            breach(name, 'name twice')
        folded.add(name.casefold())


def check_page(name, xml):
    setup = xml.find(MAIN + 'pageSetup')
    if setup is None or setup.get('paperSize') not in (None, '1', '9'):
        breach(name, 'paper is neither A4 nor Letter')
    fit = xml.find(MAIN + 'sheetPr/' + MAIN + 'pageSetUpPr')
    if fit is None or fit.get('fitToPage') != '1':
        breach(name, 'not fitted to one page wide')
    header = xml.findtext(MAIN + 'headerFooter/' + MAIN + 'oddHeader') or ''
    footer = xml.findtext(MAIN + 'headerFooter/' + MAIN + 'oddFooter') or ''
    if '&P' not in footer or '&N' not in footer:
        breach(name, 'no page and number of pages')
    marking_above = header.split('&R')[-1] if '&R' in header else ''
    marking_below = footer.split('&R')[-1] if '&R' in footer else ''
    if not marking_above or marking_above != marking_below:
        breach(name, 'no marking in header and footer')
    return re.sub(r'^&"[^"]*"&\d+', '', marking_above)


def check_formulas(name, xml):
    for cell in xml.iter(MAIN + 'c'):
        formula = cell.find(MAIN + 'f')
        if cell.get('t') == 'e':
            breach(name, 'error cell ' + cell.get('r'))
        if formula is None:
            continue
        if not cell.findtext(MAIN + 'v'):
            breach(name, 'formula without a value ' + cell.get('r'))
        if re.search(r'\b(NOW|TODAY|RAND|OFFSET|INDIRECT|INFO|CELL)\(|\[@|http|\[\d', formula.text):
            breach(name, 'unfit formula ' + formula.text)


def check_table(sheet, table, xml):
    where = sheet.title
    if not re.fullmatch(r'[A-Za-z][A-Za-z0-9_]+', table.name) or re.fullmatch(r'[A-Za-z]{1,3}\d+', table.name):
        breach(where, 'unsafe table name ' + table.name)
    first, last = table.ref.split(':')
    header = sheet[first].row
    width = sheet[last].column
    if not sheet.row_dimensions[1].hidden:
        breach(where, 'the row of keys is not hidden')
    for column in range(1, width + 1):
        key = sheet.cell(1, column).value
        if not key or not re.fullmatch(r'[A-Za-z][A-Za-z0-9_.-]*', key):
            breach(where, 'no key in column %d: %r' % (column, key))
        head = sheet.cell(header, column)
        if head.value != table.tableColumns[column - 1].name:
            breach(where, 'header and table differ: %r' % head.value)
        if not head.alignment.wrap_text:
            breach(where, 'header does not wrap: %r' % head.value)
    pane = sheet.freeze_panes
    if not pane or sheet[pane].row != header + 1:
        breach(where, 'panes are not frozen under the header')
    if sheet.print_title_rows != '%d:%d' % (header, header) and sheet.print_title_rows != '$%d:$%d' % (header, header):
        breach(where, 'print titles: %r' % sheet.print_title_rows)
    check_widths(sheet, header, width, xml)


def check_widths(sheet, header, width, xml):
    """Columns hold what stands in them: digits never turn to ####, words are not cut."""
    widths = {}
    for column in xml.iter(MAIN + 'col'):
        for n in range(int(column.get('min')), int(column.get('max')) + 1):
            widths[n] = float(column.get('width'))
    for row in sheet.iter_rows(min_row=header, max_row=sheet.max_row, max_col=width):
        for cell in row:
            if cell.column not in widths:
                breach(sheet.title, 'column %d has no width' % cell.column)
                return
            room = widths[cell.column]
            if isinstance(cell.value, (int, float)) and not cell.is_date:
                shown = '{:,.0f}'.format(cell.value) if '%' not in cell.number_format else '{:.1%}'.format(cell.value)
                if len(shown) * 0.95 > room:
                    breach(sheet.title, '%s is too narrow for %s' % (cell.coordinate, shown))
            elif cell.is_date and room < 8.5:
                breach(sheet.title, '%s is too narrow for a date' % cell.coordinate)


def check_bases(sheet, header):
    """A share stands beside its base."""
    for column in range(1, sheet.max_column + 1):
        share = [c for c in (sheet.cell(r, column) for r in range(header + 1, sheet.max_row + 1))
                 if '%' in c.number_format and isinstance(c.value, (int, float))]
        for cell in share:
            if not -0.0001 <= cell.value <= 1.0001:
                breach(sheet.title, '%s is no fraction: %r' % (cell.coordinate, cell.value))


def check_typed(sheet, header, width):
    for row in sheet.iter_rows(min_row=header + 1, max_row=sheet.max_row, max_col=width):
        for cell in row:
            if isinstance(cell.value, str) and re.fullmatch(r'-?\d[\d.,]*%?', cell.value) and cell.number_format != '@':
                breach(sheet.title, '%s is a number kept as text: %r' % (cell.coordinate, cell.value))
            if cell.value in ERRORS:
                breach(sheet.title, '%s holds %s' % (cell.coordinate, cell.value))


def check_charts(archive):
    for name in archive.namelist():
        if re.match(r'xl/charts/chart\d+\.xml', name):
            chart = ElementTree.fromstring(archive.read(name))
            titles = [t for t in chart.iter(CHART + 'title')]
            if len(titles) < 3:
                breach(name, 'title or axis titles missing')
            for title in titles:
                if not ''.join(t.text or '' for t in title.iter(TEXT + 't')).strip():
                    breach(name, 'empty title')
            for reference in chart.iter(CHART + 'f'):
                if '#REF' in reference.text:
                    breach(name, 'reference ' + reference.text)
        elif re.match(r'xl/drawings/drawing\d+\.xml', name):
            drawing = ElementTree.fromstring(archive.read(name))
            for frame in drawing.iter(DRAWING + 'cNvPr'):
                if not (frame.get('descr') or '').strip():
                    breach(name, 'a chart without alternative text')


def check_properties(archive):
    core = archive.read('docProps/core.xml').decode()
    custom = archive.read('docProps/custom.xml').decode()
    for tag in ('dc:title', 'dc:creator', 'cp:contentStatus', 'dcterms:created'):
        if not re.search(r'<%s[^>]*>[^<]+</%s>' % (tag, tag), core):
            breach('properties', tag + ' missing')
    for key in ('package', 'schema-version'):
        if 'name="%s"' % key not in custom:
            breach('properties', key + ' missing')


def list_defined(book):
    """What the defined names stand for; openpyxl 3.1 keeps them in a dictionary."""
    names = book.defined_names
    names = names.values() if hasattr(names, 'values') else names.definedName
    return [name.attr_text for name in names]


def check(path):
    archive = zipfile.ZipFile(path)
    check_parts(archive)
    check_properties(archive)
    check_charts(archive)
    book = openpyxl.load_workbook(path)
    check_sheet_names(book)
    markings = set()
    tables = set()
    for name, xml in sheet_parts(archive):
        sheet = book[name]
        markings.add(check_page(name, xml))
        check_formulas(name, xml)
        if sheet.merged_cells.ranges:
            breach(name, 'merged cells')
        if sheet.sheet_state == 'visible' and sheet.row_dimensions[1].hidden and not sheet.tables \
                and name not in str(list_defined(book)):
            breach(name, 'a data sheet without a table or a defined name')
        for table in sheet.tables.values():
            tables.add(table.name)
            check_table(sheet, table, xml)
            header = sheet[table.ref.split(':')[0]].row
            check_bases(sheet, header)
            check_typed(sheet, header, sheet[table.ref.split(':')[1]].column)
    if len(markings) != 1:
        breach('workbook', 'more than one marking: %r' % markings)
    if not tables:
        breach('workbook', 'no table')


if __name__ == '__main__':
    check(sys.argv[1])
    for line in breaches[:50]:
        print(line)
    sys.exit(1 if breaches else 0)
