#!/usr/bin/env python3
"""Writes the code lists as C: the tables of data/reference that fields choose from.

usage: make-code-lists.py FOLDER OUTPUT
Names come in three languages with the tables, so they pass by gettext; how sure each value is
and where it was found travel with it.
"""

import csv
import os
import re
import sys

LANGUAGES = ('es', 'pt', 'en')

# What tells two equal names of different schemes apart.
SCHEMES = {'MOWIP': 'MOWIP', 'ELSIE6': 'Elsie', 'URY': 'Uruguay', 'A4P': 'A4P', 'A4PP': 'A4P+'}

STRENGTH = ('Efectivos', 'Efetivo', 'Strength')

# Table, column of the heading a value stands under, column of what explains it.
LISTS = (
    ('unit_types', 'component', 'note'),
    ('readiness_levels', None, 'criteria'),
    ('self_sustainment', None, 'note'),
    ('coe_categories', None, 'note'),
    ('barriers', 'scheme', 'note'),
    ('a4p_priorities', 'scheme', 'note'),
    ('personnel_types', 'component', 'definition'),
    ('positions', None, 'meaning'),
)


def read(folder, name):
    with open(os.path.join(folder, name + '.csv'), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def key(code):
    return re.sub('[^a-z0-9]+', '_', code.lower()).strip('_')


def quote(text):
    if not text:
        return 'NULL'
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('?', '\\?')
    return f'"{escaped}"'


def fold(text):
    return ' '.join(text.lower().split())


def names(row, rows):
    """A part says of what, since "Level 1" alone says little; a name that two schemes share says
    whose it is, so that either can be told and typed."""
    for parent in rows:
        if row.get('parent') and parent['code'] == row['parent']:
            return [f"{parent[f'name_{language}']} – {row[f'name_{language}']}" for language in LANGUAGES]
    shared = any(fold(other[f'name_{language}']) == fold(row[f'name_{language}'])
                 for other in rows if other is not row for language in LANGUAGES)
    suffix = f" ({SCHEMES[row['code'].partition('.')[0]]})" if shared else ''
    return [row[f'name_{language}'] + suffix for language in LANGUAGES]


def notes(row, column):
    """The explanation in each language the table has it in, behind the strength of a standard unit."""
    english = row.get(column) or row.get(f'{column}_en', '')
    texts = [row.get(f'{column}_es', ''), row.get(f'{column}_pt', ''), english]
    strength = row.get('standard_strength')
    if not strength:
        return texts
    return ['; '.join(part for part in (f'{word}: {strength}', text) if part)
            for word, text in zip(STRENGTH, texts)]


def check(row):
    if 'check' in row:
        return key(row['check'])
    return 'unofficial' if row.get('status_es') == 'unofficial' else ''


def quote_all(texts):
    return '{ ' + ', '.join(quote(text) for text in texts) + ' }'


def write_list(lines, rows, name, group, note):
    lines += [f'const PazChoice paz_code_{name}[] = {{']
    for row in rows:
        named = names(row, rows)
        lines += ['  {',
                  f'    .key = {quote(key(row["code"]))}, .label = {quote(named[-1])},',
                  f'    .names = {quote_all(named)},',
                  f'    .check = {quote(check(row))}, .source = {quote(row["source"])},',
                  f'    .notes = {quote_all(notes(row, note))},',
                  f'    .parent = {quote(key(row.get("parent", "")))},'
                  f' .group = {quote(key(row[group]) if group else "")},',
                  '  },']
    lines += ['  { NULL }', '};', '']


def write_markings(lines, rows):
    lines += ['const PazMarking paz_code_markings[] = {']
    for row in rows:
        texts = (row[column] for column in ('label', 'meaning_en', 'note', 'check', 'source'))
        lines += [f'  {{ {quote(row["code"])}, {quote(row["scheme"])}, {quote(row["iso3"])}, {row["rank"]},',
                  f'    {", ".join(quote(text) for text in texts)} }},']
    lines += ['  { NULL }', '};', '']


def main():
    folder, output = sys.argv[1:]
    lines = ['/* Made from data/reference by make-code-lists.py. */', '#include "model/paz-code-list.h"', '']
    for name, group, note in LISTS:
        write_list(lines, read(folder, name), name, group, note)
    write_markings(lines, read(folder, 'markings'))
    with open(output, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


main()
