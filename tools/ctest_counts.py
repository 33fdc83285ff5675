#!/usr/bin/env python3
"""Adds up what a run of ctest tested: `passed failed skipped`.

    tools/ctest_counts.py JUNIT_FILE FOLDER_OF_GTEST_XML > counts

ctest counts programs. Where a program is a GoogleTest and wrote its own XML (GTEST_OUTPUT), its
cases are counted instead; a program that broke off before it wrote any counts as one failure.
"""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def gtest_counts(path):
    """(passed, failed, skipped) of one GoogleTest XML file, None when it is not whole."""
    try:
        suites = xml.parse(path).getroot()
    except (OSError, xml.ParseError):
        return None
    passed = failed = skipped = 0
    for case in suites.iter("testcase"):
        if case.get("status") == "notrun":
            continue
        if case.find("failure") is not None:
            failed += 1
        elif case.get("result") == "skipped" or case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def counts(junit, folder):
    totals = [0, 0, 0]
    for case in xml.parse(junit).getroot().iter("testcase"):
        status = case.get("status", "run")
        inner = None
        for name in (case.get("name"), f"test_{case.get('name')}"):
            path = Path(folder) / f"{name}.xml"
            if path.is_file():
                inner = gtest_counts(path)
                break
        if status in ("notrun", "disabled") or case.find("skipped") is not None:
            own = (0, 0, 1)
        elif status == "fail" or case.find("failure") is not None:
            own = (0, 1, 0)
        else:
            own = (1, 0, 0)
        if inner is not None and sum(inner):
            # A program may fail after its cases passed: a leak, a sanitizer, a broken exit.
            own = inner if own[1] == 0 or inner[1] else (inner[0], 1, inner[2])
        totals = [a + b for a, b in zip(totals, own)]
    return totals


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    print(*counts(*arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
