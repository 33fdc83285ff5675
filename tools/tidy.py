#!/usr/bin/env python3
"""Keeps the house in order: what no compiler looks at.

    tools/tidy.py [--root FOLDER] [--counts FILE] [--no-warnings]

Fails on: files nobody uses (code, data, pages of docs), code files over 700 lines, control
characters, tabs in code, CRLF, trailing whitespace, large blobs, marks of unfinished work, paths
of one person's machine. Warns of code files over 400 lines and functions over 90.

Looks at the files git knows and at new ones it does not ignore. Each fault is file:line, what is
wrong and what to do. Exit 0 clean (warnings allowed), 1 faults, 2 wrong use.
"""

import argparse
import ast
import fnmatch
import re
import subprocess
import sys
from pathlib import Path

LINES_WARN = 400
LINES_MAX = 700
FUNCTION_LINES_WARN = 90
BLOB_BYTES_MAX = 1_000_000

CPP = {".cpp", ".h", ".hpp"}
CODE = CPP | {".py", ".sh", ".ts", ".tsx", ".js", ".mjs", ".css", ".cmake"}
PROSE = {".md", ".toml", ".yaml", ".yml", ".case", ".txt", ".html"}
SCRIPTS_WITHOUT_SUFFIX = {"CMakeLists.txt", ".ci/run"}

# Files over BLOB_BYTES_MAX that have to be there, each with its reason.
LARGE_BLOBS = {}
# Foreign bytes are kept as they came: samples and corpora may hold anything.
AS_THEY_CAME = ("tests/fuzz/corpus/", "tests/samples/", "tests/golden/", "data/")

# Written so that this file does not match itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.$}/*-])/(?:work|root|home|Users)/[A-Za-z]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Marks that make text read otherwise than it is compiled.
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Tidy:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.warnings = []
        self.files = self.list_files()
        self.texts = {}

    def list_files(self):
        try:
            out = subprocess.run(
                ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others",
                 "--exclude-standard"], check=True, capture_output=True).stdout
            names = [name for name in out.decode("utf-8", "replace").split("\0") if name]
        except (OSError, subprocess.CalledProcessError):
            names = [p.relative_to(self.root).as_posix() for p in self.root.rglob("*")]
            names = [n for n in names if not re.match(r"(\.git|build|third_party)(/|$)", n)]
        return sorted({n for n in names if (self.root / n).is_file()})

    def fault(self, name, line, what, remedy):
        self.faults.append((name, f"{name}:{line}: {what}\n  {remedy}"))

    def warn(self, name, line, what):
        self.warnings.append(f"{name}:{line}: warning: {what}")

    def text(self, name):
        """The file as text, None when it is not UTF-8."""
        if name not in self.texts:
            try:
                self.texts[name] = (self.root / name).read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                self.texts[name] = None
        return self.texts[name]

    # --- each file by itself ---------------------------------------------------------------

    def check_bytes(self, name):
        size = (self.root / name).stat().st_size
        if size > BLOB_BYTES_MAX and name not in LARGE_BLOBS:
            self.fault(name, 1, f"{size / 1e6:.1f} MB in the repository.",
                       "Make it in the build, or fetch it in setup.sh; or give its reason in LARGE_BLOBS.")

    def check_text(self, name):
        path = Path(name)
        written = path.suffix in CODE | PROSE or name in SCRIPTS_WITHOUT_SUFFIX
        if not written or name.startswith(AS_THEY_CAME):
            return
        text = self.text(name)
        if text is None:
            self.fault(name, 1, "not UTF-8.", "Save it as UTF-8.")
            return
        if "\r\n" in text:
            line = text[:text.index("\r\n")].count("\n") + 1
            self.fault(name, line, "lines end in CRLF.", "Save it with LF: sed -i 's/\\r$//'.")
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
            self.check_line(name, path, number, line)
        if text and not text.endswith("\n"):
            self.fault(name, text.count("\n") + 1, "the last line has no end.", "Add a newline.")

    def check_line(self, name, path, number, line):
        if CONTROL.search(line):
            self.fault(name, number, "a control character.", r"Write it as an escape: \x1b, \0.")
        if DIRECTION.search(line):
            self.fault(name, number, "a mark that turns the direction of text.",
                       r"Write it as an escape: \u202e.")
        if line != line.rstrip():
            self.fault(name, number, "whitespace at the end of the line.",
                       "sed -i 's/[[:space:]]*$//'.")
        if path.suffix not in CODE and name not in SCRIPTS_WITHOUT_SUFFIX:
            if path.suffix == ".md" and MACHINE_PATH.search(line):
                self.fault(name, number, "a path of one machine.", "Name it from the repository's root.")
            return
        if "\t" in line:
            self.fault(name, number, "a tab.", "Indent with spaces; in strings write \\t.")
        if UNFINISHED.search(line):
            self.fault(name, number, "a mark of unfinished work.", "Do it, or open an issue and say why not.")
        if MACHINE_PATH.search(line):
            self.fault(name, number, "a path of one machine.",
                       "Take it as an option, or from the place of this file.")

    def check_size(self, name):
        if Path(name).suffix not in CODE or name.startswith(AS_THEY_CAME):
            return
        text = self.text(name)
        lines = text.count("\n") if text else 0
        if lines > LINES_MAX:
            self.fault(name, 1, f"{lines} lines; {LINES_MAX} is the most.",
                       "It has more than one reason to exist: split it by them.")
        elif lines > LINES_WARN:
            self.warn(name, 1, f"{lines} lines; few files should have over {LINES_WARN}")
        for number, length, what in functions(Path(name).suffix, text or ""):
            if length > FUNCTION_LINES_WARN:
                self.warn(name, number, f"{what} has {length} lines; a function fits on a screen")

    # --- files against each other ----------------------------------------------------------

    def check_dead_code(self):
        sources = [n for n in self.files if n.startswith(("src/", "include/")) and Path(n).suffix in CPP]
        named = set()
        for name in self.files:
            if Path(name).suffix in CPP | {".inc", ".cmake"} and self.text(name):
                named.update(re.findall(r'#\s*include\s*[<"]([^">]+)[">]', self.text(name)))
        build = [self.text(n) or "" for n in self.files
                 if Path(n).name == "CMakeLists.txt" or n.endswith(".cmake")]
        patterns = [p for text in build for p in build_patterns(text)]
        for name in sources:
            if name.endswith(".cpp"):
                if not any(fnmatch.fnmatch(name, p) for p in patterns):
                    self.fault(name, 1, "no CMake file compiles it.", "Name it in CMake, or delete it.")
            elif name.removeprefix("src/").removeprefix("include/") not in named and not any(
                    fnmatch.fnmatch(name, p) for p in patterns):
                self.fault(name, 1, "nobody includes it.", "Delete it.")

    def check_dead_data(self):
        readers = [n for n in self.files
                   if Path(n).suffix in CODE or n in SCRIPTS_WITHOUT_SUFFIX]
        words = "\n".join(self.text(n) or "" for n in readers)
        for name in self.files:
            if not name.startswith("data/") or Path(name).name in {"README.md", "LICENSE", "NOTICE"}:
                continue
            inside = name.removeprefix("data/")
            folder = inside.rsplit("/", 1)[0] + "/" if "/" in inside else None
            # A reader names the file, or the folder it goes through.
            ways = [Path(name).name, folder and f'"{folder}', folder and f'"{folder[:-1]}"',
                    folder and f"data/{folder}"]
            if not any(way and way in words for way in ways):
                self.fault(name, 1, "no code and no CMake file names it.", "Use it, or delete it.")

    def check_dead_docs(self):
        pages = [n for n in self.files if n.startswith("docs/")]
        linked = set()
        for name in self.files:
            if not name.endswith(".md"):
                continue
            here = (self.root / name).parent
            for target in re.findall(r"\]\(([^)#\s]+)|(?:src|href)=\"([^\"#]+)\"", self.text(name) or ""):
                target = target[0] or target[1]
                if "://" in target:
                    continue
                path = (here / target).resolve()
                if not path.exists():
                    line = (self.text(name) or "").split(target)[0].count("\n") + 1
                    self.fault(name, line, f"a link to {target}, which is not there.",
                               "Correct the link, or write the page.")
                elif path.is_relative_to(self.root):
                    linked.add(path.relative_to(self.root).as_posix())
        for name in pages:
            if name not in linked:
                self.fault(name, 1, "no page links to it.",
                           "Link it from README.md or from a page of docs/, or delete it.")

    def check(self):
        for name in self.files:
            self.check_bytes(name)
            self.check_text(name)
            self.check_size(name)
        self.check_dead_code()
        self.check_dead_data()
        self.check_dead_docs()


def build_patterns(text):
    """Globs and names of sources in a CMake file; what a variable stands for may be anything."""
    text = re.sub(r"#.*", "", text)
    for word in re.findall(r"[\w./*${}\-]+\.(?:cpp|h|hpp)\b", text):
        word = re.sub(r"^\$\{(?:CMAKE|PROJECT)_[A-Z_]*SOURCE_DIR\}/", "", word)
        yield re.sub(r"\$\{\w+\}", "*", word)


def functions(suffix, text):
    """(line, length, what) of the functions in a text: exact for Python, by layout for C++."""
    if suffix == ".py":
        yield from python_functions(text)
    elif suffix in CPP:
        yield from cpp_functions(text.split("\n"))


def python_functions(text):
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1, node.name


def cpp_functions(lines):
    # clang-format fixes the layout: a definition starts at column 0, or at 2 inside a class, and
    # its closing brace stands in the column where it started.
    not_functions = re.compile(r"\s*(namespace|class|struct|enum|union|extern|public|private)\b")
    start = {}
    for number, line in enumerate(lines, start=1):
        indent = len(line) - len(line.lstrip())
        if indent not in (0, 2) or not line.strip():
            continue
        if line.strip().startswith("}"):
            began = start.pop(indent, None)
            if began and began[1]:
                yield began[0], number - began[0] + 1, began[2]
            if indent == 0:
                start.pop(2, None)
        elif not not_functions.match(line) and "(" in line and not line.rstrip().endswith(";"):
            if 0 in start and indent == 2 and start[0][1]:
                continue  # A block inside a function at column 0.
            what = re.sub(r"\(.*", "", line).split()
            start[indent] = (number, True, what[-1] if what else "a function")
        elif not_functions.match(line) and indent == 0:
            start[0] = (number, False, "")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent,
                        help="the repository (default: the one this file is in)")
    parser.add_argument("--counts", type=Path, help="write `passed failed skipped` to this file")
    parser.add_argument("--no-warnings", action="store_true", help="print faults only")
    options = parser.parse_args(arguments)
    if not options.root.is_dir():
        print(f"tidy: {options.root} is not a folder", file=sys.stderr)
        return 2
    tidy = Tidy(options.root.resolve())
    tidy.check()
    for line in [] if options.no_warnings else tidy.warnings:
        print(line)
    for _, line in tidy.faults:
        print(line)
    faulty = len({name for name, _ in tidy.faults})
    print(f"tidy: {len(tidy.files)} files, {len(tidy.warnings)} warnings, {len(tidy.faults)} faults")
    if options.counts:
        options.counts.write_text(f"{len(tidy.files) - faulty} {faulty} 0\n", encoding="utf-8")
    return 1 if tidy.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
