#!/usr/bin/python3
"""What a document (docx) must be: whole, well-formed, marked, of one author, with its texts and notes.

usage: check-document.py FILE MARKING    prints every text of the body, a line a paragraph, notes last
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
PARTS = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml', 'word/footnotes.xml',
         'word/numbering.xml', 'word/settings.xml', 'word/header1.xml', 'word/footer1.xml', 'docProps/core.xml']


def text_of(node):
    return ''.join(part.text or '' for part in node.iter(W + 't'))


def main():
    path, marking = sys.argv[1:3]
    with zipfile.ZipFile(path) as package:
        if package.testzip() is not None:
            sys.exit('damaged')
        names = package.namelist()
        missing = [part for part in PARTS if part not in names]
        roots = {name: tree.fromstring(package.read(name)) for name in names}
        if any(info.date_time[:3] != (1980, 1, 1) for info in package.infolist()):
            sys.exit('a part has a date of its own')
    if missing:
        sys.exit('without ' + ', '.join(missing))
    body = roots['word/document.xml']
    styles = {style.get(W + 'styleId') for style in roots['word/styles.xml'].iter(W + 'style')}
    used = {node.get(W + 'val') for tag in ('pStyle', 'rStyle', 'tblStyle') for node in body.iter(W + tag)}
    if used - styles:
        sys.exit('styles that are not there: ' + ', '.join(used - styles))
    for name in ('word/header1.xml', 'word/footer1.xml'):
        if marking not in text_of(roots[name]):
            sys.exit('no marking in ' + name)
    anchors = {mark.get(W + 'name') for mark in body.iter(W + 'bookmarkStart')}
    for link in body.iter(W + 'hyperlink'):
        if link.get(W + 'anchor') not in anchors:
            sys.exit('a link to nowhere')
    notes = {note.get(W + 'id') for note in roots['word/footnotes.xml'].iter(W + 'footnote')} - {'-1', '0'}
    if notes != {mark.get(W + 'id') for mark in body.iter(W + 'footnoteReference')}:
        sys.exit('footnotes without a sign, or signs without one')
    for table in body.iter(W + 'tbl'):
        n = len(list(table.find(W + 'tblGrid')))
        if any(len(row.findall(W + 'tc')) != n for row in table.iter(W + 'tr')):
            sys.exit('a row with another number of cells')
    if re.search(r'/(home|tmp|root)/', ''.join(text_of(root) for root in roots.values())):
        sys.exit('a path')
    for paragraph in list(body.iter(W + 'p')) + list(roots['word/footnotes.xml'].iter(W + 'p')):
        print(text_of(paragraph))


main()
