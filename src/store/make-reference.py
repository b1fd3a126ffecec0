#!/usr/bin/env python3
"""Writes the shipped tables as C: what data/reference says, as records of the model.

usage: make-reference.py FOLDER OUTPUT
The tables name things as their sources do; here they are put into the words of the kinds.
"""

import csv
import os
import sys

LANGUAGES = ('es', 'pt', 'en')
SOURCE, OFFICIAL = 1, 2
BY_VIDEO = {('CONFERENCE-3', 'BOL'): ' By video.'}


class Table:
    def __init__(self, folder):
        self.folder = folder
        self.records = []

    def rows(self, name):
        with open(os.path.join(self.folder, name), encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def add(self, kind, key, container=None):
        record = Record(kind, key, container)
        self.records.append(record)
        return record


class Record:
    def __init__(self, kind, key, container):
        self.kind, self.key, self.container = kind, key, container
        self.values = []

    def put(self, **values):
        for field, text in values.items():
            if text:
                self.values.append((field.rstrip('_'), text, None, 0))
        return self

    def put_texts(self, field, texts, source, official=()):
        for language in LANGUAGES:
            if texts.get(language):
                flags = (SOURCE if language == source else 0) | (OFFICIAL if language in official else 0)
                self.values.append((field, texts[language], language, flags))
        return self


def texts(row, prefix):
    return {language: row.get(f'{prefix}_{language}', '') for language in LANGUAGES}


def flag(text):
    return {'1': 'true', '0': 'false', '': ''}[text]


def add_participants(table):
    for row in table.rows('countries.csv'):
        table.add('participant', row['iso3']).put_texts('name', texts(row, 'name'), 'en', ['en']).put(
            code=row['iso3'], type='state', iso2=row['iso2'], m49=row['m49'], un_name=row['un_name_en'],
            subregion=row['subregion'].lower().replace(' ', '_'), alcopaz_member=flag(row['alcopaz_member']),
            # "PM" and mixed use are no choice of ours: the evidence says what is written.
            terms={'PO': 'po', 'PKO': 'pko'}.get(row['term_used'], ''),
            term_evidence=row['term_evidence'], source=row['source'])
    for row in table.rows('organisations.csv'):
        table.add('participant', row['code']).put_texts(
            'name', texts(row, 'name'), row['source_language'], [row['source_language']]).put(
            code=row['code'], type='organisation', source=row['source'])


def add_instruments(table):
    for row in table.rows('instruments.csv'):
        source = row['source_language']
        table.add('instrument', row['key']).put_texts(
            'title', texts(row, 'title'), source, [source] if row['official'] == '1' else []).put(
            date=row['date'], place=row['place'], status=row['status'], note=row['note'], notes=row['source'])


def add_provisions(table):
    for row in table.rows('declaration.csv'):
        official = ['en'] + [language for language in ('es', 'pt') if row[f'status_{language}'] == 'official']
        table.add('provision', f"LIMA-2022/{row['id']}", ('instrument', 'LIMA-2022')).put_texts(
            'label', texts(row, 'label'), 'en').put_texts('text', texts(row, 'text'), 'en', official).put(
            code=row['id'], part=row['kind'], paragraph=row['paragraph'], order=row['seq'], source=row['source'])


def add_meetings(table):
    for row in table.rows('meetings.csv'):
        table.add('meeting', row['key']).put_texts('title', texts(row, 'title'), row['source_language']).put(
            type=row['type'], starts=row['starts'], ends=row['ends'], zone=row['zone'], place=row['place'],
            host=row['host'], mode=row['mode'], status=row['status'], notes=row['source'])


def add_memberships(table):
    for row in table.rows('signatories.csv'):
        table.add('membership', f"LIMA-2022/{row['seq']}", ('participant', row['iso3'])).put(
            standing='signatory', instrument='LIMA-2022', from_='2022-09-07', person=row['name'],
            office=row['title'], evidence=row['source'], order=row['seq'])
    for meeting in table.rows('meetings.csv'):
        for row in table.rows('countries.csv'):
            if meeting['named_column'] and row[meeting['named_column']] == '1':
                key, code = meeting['key'], row['iso3']
                table.add('membership', f'{key}/{code}', ('participant', code)).put(
                    standing='host' if meeting['host'] == code else 'participant', meeting=key,
                    from_=meeting['starts'], to=meeting['ends'],
                    evidence=meeting['evidence'] + BY_VIDEO.get((key, code), ''))


def add_missions(table):
    for row in table.rows('missions.csv'):
        table.add('mission', row['acronym']).put_texts('name', texts(row, 'name'), 'en', ['en']).put(
            acronym=row['acronym'], type={'PKO': 'pko', 'SPM': 'political', 'SUP': 'support_office'}[row['kind']],
            host=row['host_en'], start=row['start'], end=row['end'], check=row['date_check'].replace('-', '_'),
            acronym_es=row['acronym_es'], aliases=row['aliases'],
            in_un_data=flag(row['in_un_contribution_data']), note=row['note'], source=row['source'])


def add_targets(table):
    for row in table.rows('gender_targets.csv'):
        basis, _, note = row['basis'].partition(': ')
        table.add('gender_target', f"{row['year']}/{row['category']}/{row['scheme']}").put(
            year=row['year'], category=row['category'], target=row['target_percent'],
            derived=row['derived_percent'], basis=basis.replace(' ', '_'), scheme=row['scheme'],
            note=note[:1].upper() + note[1:], source=row['source'])


STANDINGS = {'full member': 'full_member', 'second national centre': 'second_centre'}


def add_centres(table):
    for row in table.rows('training_centres.csv'):
        standing, _, remark = row['alcopaz_status'].partition(' (')
        standing, _, since = standing.partition(' by ')
        check, _, unchecked = row['check'].partition(' (')
        table.add('centre', f"{row['iso3']}/{row['acronym']}").put_texts(
            'name', {'en': row['name_en'], own_language(row): row['name_official']}
            if row['name_official'] else {}, own_language(row), [own_language(row)]).put(
            acronym=row['acronym'], participant=row['iso3'], city=row['city'], since=row['since'],
            alcopaz=STANDINGS[standing], alcopaz_note=sentence('; '.join(
                part for part in (since and f'by {since}', remark.rstrip(')')) if part)),
            check='seen_in_part' if unchecked else check, check_note=unchecked.rstrip(')'),
            note=row['note'], source=row['source'])


def own_language(row):
    """A centre is called what its country calls it."""
    return 'pt' if row['iso3'] == 'BRA' else 'es'


def sentence(text):
    return text[:1].upper() + text[1:]


def quote(text):
    if text is None:
        return 'NULL'
    escaped = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('?', '\\?')
    return f'"{escaped}"'


def write(table, output):
    edition = table.rows('edition.csv')[-1]
    lines = ['/* Made from data/reference by make-reference.py. */', '#include "paz-reference.h"', '']
    for n, record in enumerate(table.records):
        lines.append(f'static const PazReferenceValue values_{n}[] = {{')
        for field, text, language, flags in record.values:
            lines.append(f'  {{ {quote(field)}, {quote(text)}, {quote(language)}, {flags} }},')
        lines.append('  { NULL }')
        lines.append('};')
    lines += ['', 'static const PazReferenceRecord records[] = {']
    for n, record in enumerate(table.records):
        kind, key = record.container or (None, None)
        lines.append(f'  {{ {quote(record.kind)}, {quote(record.key)}, {quote(kind)}, {quote(key)}, values_{n} }},')
    lines += ['  { NULL }', '};', '',
              'const PazReferenceTable paz_reference_table = {',
              f'  {edition["edition"]}, {quote(edition["date"])}, records', '};', '']
    with open(output, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


def main():
    table = Table(sys.argv[1])
    add_participants(table)
    add_instruments(table)
    add_provisions(table)
    add_meetings(table)
    add_memberships(table)
    add_missions(table)
    add_targets(table)
    add_centres(table)
    write(table, sys.argv[2])


main()
