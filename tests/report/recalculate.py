#!/usr/bin/python3
"""Has LibreOffice calculate a workbook's formulas anew and compares them with the values it was written with.

usage: recalculate.py PROFILE-FOLDER WORKBOOK...
Prints the first difference and returns 1. Says on standard output how many formulas were compared.
"""
import os
import subprocess
import sys

import openpyxl

# 0: always calculate anew when a file is opened.
SETTINGS = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''


def convert(profile, paths, folder):
    os.makedirs(os.path.join(profile, 'user'), exist_ok=True)
    with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w') as file:
        file.write(SETTINGS)
    subprocess.run(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--convert-to', 'xlsx',
                    '--outdir', folder] + paths, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def compare(path, other):
    formulas, written = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    calculated = openpyxl.load_workbook(other, data_only=True)
    n = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != 'f':
                    continue
                n += 1
                ours = written[sheet.title][cell.coordinate].value
                theirs = calculated[sheet.title][cell.coordinate].value
                if theirs is None or abs(ours - theirs) > 1e-9 * max(1, abs(ours)):
                    sys.exit('%s %s!%s %s: %r, LibreOffice %r' % (os.path.basename(path), sheet.title, cell.coordinate,
                                                                  cell.value, ours, theirs))
    return n


def main():
    profile, paths = os.path.abspath(sys.argv[1]), sys.argv[2:]
    folder = os.path.join(profile, 'calculated')
    convert(profile, paths, folder)
    print(sum(compare(path, os.path.join(folder, os.path.basename(path))) for path in paths))


if __name__ == '__main__':
    main()
