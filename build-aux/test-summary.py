#!/usr/bin/env python3
"""Counts what meson test ran, each TAP case by itself: "N passed, N failed, N skipped"."""
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b(?P<rest>.*)$', re.M)


def count(test):
    """(passed, failed, skipped) of one program."""
    result = test['result']
    passed = failed = skipped = 0
    for case in CASE.finditer(test.get('stdout') or ''):
        if case.group(1):
            failed += 1
        elif re.search(r'#\s*skip', case.group('rest'), re.I):
            skipped += 1
        else:
            passed += 1
    if result in ('FAIL', 'ERROR', 'TIMEOUT', 'INTERRUPT', 'UNEXPECTEDPASS'):
        failed = max(failed, 1)
    elif passed + failed + skipped == 0:
        if result == 'SKIP':
            skipped = 1
        else:
            passed = 1
    return passed, failed, skipped


def main(path):
    totals = [0, 0, 0]
    bad = []
    try:
        with open(path, encoding='utf-8') as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(error, file=sys.stderr)
        tests = []
    for test in tests:
        counts = count(test)
        totals = [a + b for a, b in zip(totals, counts)]
        if counts[1]:
            bad.append(test['name'])
    for name in bad:
        print(f'failed: {name}')
    passed, failed, skipped = totals
    if not tests:
        failed = 1
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
