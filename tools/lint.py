#!/usr/bin/env python3
"""Runs clang-tidy over our sources in bounded time, the likeliest faults first.

    tools/lint.py [--build FOLDER] [--budget SECONDS] [--since COMMIT] [FILE...]

Order: sources that changed since COMMIT (default: where this branch left origin/main, or the last
commit), then src/core, then the rest of src, then tests. What does not fit into the budget is
counted as skipped and said so. A source that was clean is not looked at again until it, a header
of ours that it includes, or .clang-tidy changes (build/lint_clean.json remembers).

Exit 0 clean, 1 warnings found, 2 wrong use.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

TIDY = "clang-tidy-19"
# The commands were written for g++: its precompiled headers and options mean nothing to clang.
FOR_CLANG = ["-Wno-error", "-Wno-ignored-gch", "-Wno-unknown-warning-option",
             "-Wno-unused-command-line-argument"]
OURS = re.compile(r"^(src|tests|bench|tools)/.*\.cpp$")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def git(root, *arguments):
    run = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True)
    return run.stdout.split("\n") if run.returncode == 0 else None


def changed_files(root, since):
    if since is None:
        base = git(root, "merge-base", "HEAD", "origin/main")
        head = git(root, "rev-parse", "HEAD")
        since = base[0] if base and head and base[0] != head[0] else "HEAD~1"
    changed = git(root, "diff", "--name-only", since, "--") or []
    new = git(root, "ls-files", "--others", "--exclude-standard") or []
    return {name for name in [*changed, *new] if name}


def is_changed(name, changed):
    """Changed itself, or the source that belongs to a changed header."""
    if name in changed:
        return True
    room = Path(name).parts[1] if len(Path(name).parts) > 2 else ""
    return (name.removesuffix(".cpp") + ".h" in changed
            or (name.startswith("src/") and f"include/tidewaiter/{room}.h" in changed
                and Path(name).stem == room))


def rank(name, changed):
    order = ("src/core/", "src/", "tests/", "bench/", "tools/")
    place = next(i for i, start in enumerate(order) if name.startswith(start))
    return (not is_changed(name, changed), place, name)


class Fingerprints:
    """Hash of all that decides what clang-tidy says of a source."""

    def __init__(self, root):
        self.root = root
        self.settings = (root / ".clang-tidy").read_bytes()
        self.contents = {}

    def content(self, path):
        if path not in self.contents:
            self.contents[path] = path.read_bytes()
        return self.contents[path]

    def of(self, path, command):
        digest = hashlib.sha256(self.settings + command.encode())
        todo, seen = [path], set()
        while todo:
            here = todo.pop()
            if here in seen:
                continue
            seen.add(here)
            digest.update(self.content(here))
            text = self.content(here).decode("utf-8", "replace")
            for target in INCLUDE.findall(text):
                for folder in ("include", "src", "tests"):
                    header = self.root / folder / target
                    if header.is_file():
                        todo.append(header)
        return digest.hexdigest()


def lint(path, build, timeout):
    """(clean or None when the time was up, what clang-tidy said)"""
    command = [TIDY, "-p", str(build), "--quiet", *[f"--extra-arg={flag}" for flag in FOR_CLANG], str(path)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=max(timeout, 1))
    except subprocess.TimeoutExpired:
        return None, ""
    said = "\n".join(line for line in (run.stdout + run.stderr).split("\n")
                     if line.strip() and not re.match(r"\d+ warnings? (and \d+ errors? )?(generated|treated)", line))
    return run.returncode == 0, said


def commands_of(build, root):
    """{name from the root: command} of our own sources in compile_commands.json."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = Path(entry["directory"], entry["file"]).resolve()
        if path.is_relative_to(root) and path.is_file():
            name = path.relative_to(root).as_posix()
            if OURS.match(name):
                commands[name] = entry.get("command") or " ".join(entry["arguments"])
    return commands


def run_all(names, root, build, options, clean, prints, commands):
    deadline = time.monotonic() + options.budget
    counts = {"passed": 0, "failed": 0, "skipped": 0}

    def one(name):
        left = deadline - time.monotonic()
        key = prints.of(root / name, commands[name])
        if key in clean:
            return name, True, "", key
        if left < 1:
            return name, None, "", key
        return name, *lint(root / name, build, left), key

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, good, said, key in pool.map(one, names):
            counts["skipped" if good is None else "passed" if good else "failed"] += 1
            if good:
                clean[key] = name
            elif good is False:
                print(f"lint: {name}\n{said}", flush=True)
    return counts


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    root = Path(__file__).resolve().parent.parent
    parser.add_argument("files", nargs="*", help="only these sources")
    parser.add_argument("--build", type=Path, default=root / "build/release",
                        help="folder of compile_commands.json (default build/release)")
    parser.add_argument("--budget", type=float, default=480, help="seconds for all (default 480)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--since", help="commit to compare with")
    parser.add_argument("--changed-only", action="store_true",
                        help="only what changed, and src/core, which everything includes")
    parser.add_argument("--counts", type=Path, help="write `passed failed skipped` to this file")
    options = parser.parse_args(arguments)
    if not shutil.which(TIDY):
        print(f"lint: {TIDY} is missing. Run ./setup.sh test", file=sys.stderr)
        return 2
    build = options.build.resolve()
    if not (build / "compile_commands.json").is_file():
        print(f"lint: no compile_commands.json in {options.build}. Run cmake --preset release first.",
              file=sys.stderr)
        return 2
    commands = commands_of(build, root)
    wanted = [Path(file).resolve().relative_to(root).as_posix() for file in options.files]
    strangers = [name for name in wanted if name not in commands]
    if strangers:
        print(f"lint: not compiled in {options.build}: {', '.join(strangers)}", file=sys.stderr)
        return 2
    changed = changed_files(root, options.since)
    if options.changed_only and not wanted:
        wanted = [name for name in commands
                  if is_changed(name, changed) or name.startswith("src/core/")]
    names = sorted(wanted or commands, key=lambda name: rank(name, changed))
    memory = root / "build" / "lint_clean.json"
    clean = json.loads(memory.read_text(encoding="utf-8")) if memory.is_file() else {}
    counts = run_all(names, root, build, options, clean, Fingerprints(root), commands)
    memory.parent.mkdir(exist_ok=True)
    memory.write_text(json.dumps(clean, indent=0) + "\n", encoding="utf-8")
    print(f"lint: {len(names)} sources, {counts['passed']} clean, {counts['failed']} with warnings, "
          f"{counts['skipped']} not reached in {options.budget:.0f} s")
    if options.counts:
        options.counts.write_text(f"{counts['passed']} {counts['failed']} {counts['skipped']}\n",
                                  encoding="utf-8")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
