#!/usr/bin/env python3
"""Makes the shipped sample: the region's figures out of files in the UN's contribution layouts.

usage: make-sample.py COUNTRIES OUTPUT FILE...

COUNTRIES is data/reference/countries.csv. Rows of its countries are kept, put into the header of the UN
Peace and Security Data Hub (DPO-UCHISTORICAL), ordered by date, country, mission and type, and
numbered anew. Lines end as the UN's do. The same files give the same bytes.
"""

import csv
import datetime
import sys

HEADER = ['contribution_id', 'isocode3', 'm49_code', 'contributing_country', 'mission_acronym',
          'personnel_type', 'female_personnel', 'male_personnel', 'last_reporting_date']


def read_date(text):
    for form in ('%Y-%m-%d', '%d-%b-%y'):
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            pass
    raise ValueError(f'no date: {text}')


def read_rows(path, countries):
    with open(path, encoding='utf-8-sig', newline='') as file:
        for row in csv.DictReader(file):
            row = {key.strip().lower(): value.strip() for key, value in row.items()}
            if row['isocode3'] in countries:
                row['last_reporting_date'] = read_date(row['last_reporting_date'])
                yield row


def main():
    with open(sys.argv[1], encoding='utf-8', newline='') as file:
        countries = {row['iso3'] for row in csv.DictReader(file)}
    rows = [row for path in sys.argv[3:] for row in read_rows(path, countries)]
    rows.sort(key=lambda row: (row['last_reporting_date'], row['isocode3'], row['mission_acronym'],
                               row['personnel_type']))

    with open(sys.argv[2], 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, HEADER, extrasaction='ignore', lineterminator='\r\n')
        writer.writeheader()
        for number, row in enumerate(rows, start=1):
            writer.writerow(row | {'contribution_id': number})


main()
