#!/usr/bin/env python3
"""Runs the commands that README.md and docs/ show, as a reader would.

    tools/docs_commands.py [--root FOLDER] [--program FILE] [--counts FILE] [PAGE...]

In blocks that open with ```console, lines that start with "$ " are commands (a line that ends in
"\\" goes on in the next one); the rest is output, which is not compared. The commands of one page
run in order in one empty folder, with the built program first on PATH, and each has to exit 0.
A block after <!-- not run: REASON --> is shown only.

Of the scripts in the repository's root (./demo.sh) it checks that they are there; they are not run
here. README.md has to show ./demo.sh and ./test.sh.

Exit 0 all ran, 1 some failed, 2 wrong use.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README_COMMANDS = ("./demo.sh", "./test.sh")
SECONDS_MAX = 300


def blocks(text):
    """(line of the first command line, lines) of each console block that is to be run."""
    lines = text.split("\n")
    skip, number = False, 0
    while number < len(lines):
        line = lines[number].strip()
        if re.match(r"<!--\s*not run:\s*\S", line):
            skip = True
        elif line.startswith("```"):
            start = number + 1
            number = start
            while number < len(lines) and not lines[number].strip().startswith("```"):
                number += 1
            if re.match(r"```(console|shell-session)\b", line) and not skip:
                yield start + 1, lines[start:number]
            skip = False
        elif line:
            skip = False
        number += 1


def commands(text):
    """(line number, command) in the order of the page."""
    for first, lines in blocks(text):
        number = 0
        while number < len(lines):
            line = lines[number].strip()
            at = number
            if line.startswith("$ "):
                command = line[2:]
                while command.endswith("\\") and number + 1 < len(lines):
                    number += 1
                    command = command[:-1] + lines[number].strip()
                yield first + at, command
            number += 1


def run_page(page, root, environment):
    """Runs a page; gives (place, what went wrong or "") for each command."""
    results = []
    with tempfile.TemporaryDirectory(prefix="tidewaiter_docs_") as scratch:
        for number, command in commands(page.read_text(encoding="utf-8")):
            place = f"{page.relative_to(root).as_posix()}:{number}"
            script = re.match(r"\./([\w.-]+\.sh)\b", command)
            if script:
                there = os.access(root / script.group(1), os.X_OK)
                results.append((place, "" if there else f"{script.group(0)} is not there or not executable."))
                continue
            try:
                run = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, text=True,
                                     stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_MAX)
                said = (run.stderr or run.stdout).strip()[-600:]
                wrong = "" if run.returncode == 0 else f"exit {run.returncode}: {command}\n{said}"
            except subprocess.TimeoutExpired:
                wrong = f"still running after {SECONDS_MAX} s: {command}"
            results.append((place, wrong))
    return results


def readme_faults(root):
    readme = root / "README.md"
    if not readme.is_file():
        return [("README.md:1", "there is no README.md.")]
    text = readme.read_text(encoding="utf-8")
    return [("README.md:1", "" if re.search(rf"^\s*(\$ )?{re.escape(name)}\b", text, re.MULTILINE)
             else f"{name} stands on no line of its own.") for name in README_COMMANDS]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("pages", nargs="*", type=Path, help="only these pages")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--program", type=Path, help="default build/release/tidewaiter")
    parser.add_argument("--counts", type=Path, help="write `passed failed skipped` to this file")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    program = (options.program or root / "build/release/tidewaiter").resolve()
    if not os.access(program, os.X_OK):
        print("docs: the program is not built. Run ./demo.sh first, or name it with --program.",
              file=sys.stderr)
        return 2
    pages = [page.resolve() for page in options.pages]
    results = [] if pages else readme_faults(root)
    if not pages:
        pages = [p for p in [root / "README.md", *sorted((root / "docs").rglob("*.md"))] if p.is_file()]
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    for page in pages:
        results += run_page(page, root, environment)
    failed = [(place, wrong) for place, wrong in results if wrong]
    for place, wrong in failed:
        print(f"{place}: {wrong}\n  Correct the page or the program.")
    print(f"docs: {len(pages)} pages, {len(results)} commands, {len(failed)} failed")
    if options.counts:
        options.counts.write_text(f"{len(results) - len(failed)} {len(failed)} 0\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
