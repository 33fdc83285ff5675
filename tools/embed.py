#!/usr/bin/env python3
"""Packs files into the program: an assembler file with .incbin and a C++ index of it.

    embed.py --root DATA --generated DIR --out DIR [--depfile FILE]

Every file below DATA is known to the program by its path there ("reference/countries.csv"), every
file below the generated folder as "generated/<path>". The bytes of the two outputs depend only on
the names and contents of the inputs, and an output is written only when it changes.
"""

import argparse
import hashlib
import os
import sys

SKIPPED_SUFFIXES = ("~", ".orig", ".rej", ".swp", ".md", ".py")


def files_below(root, prefix):
    """Pairs of name in the program and path on disk."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "__pycache__")
        for name in names:
            if name.startswith(".") or name.endswith(SKIPPED_SUFFIXES):
                continue
            path = os.path.abspath(os.path.join(folder, name))
            found.append((prefix + os.path.relpath(path, os.path.abspath(root)).replace(os.sep, "/"), path))
    return found


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def assembler(files):
    lines = ["// Made by tools/embed.py; do not edit.", ".section .rodata"]
    for number, (name, path) in enumerate(files):
        with open(path, "rb") as source:
            digest = hashlib.sha256(source.read()).hexdigest()
        # The digest makes this file change with the data, so that every build tool notices.
        lines += [
            f"// {name} {digest}",
            ".balign 16",
            f".global tw_embedded_{number}_begin",
            f"tw_embedded_{number}_begin:",
            f".incbin {quoted(path)}",
            f".global tw_embedded_{number}_end",
            f"tw_embedded_{number}_end:",
            ".byte 0",
        ]
    lines.append('.section .note.GNU-stack,"",%progbits')
    return "\n".join(lines) + "\n"


def index(files):
    lines = ["// Made by tools/embed.py; do not edit.", '#include "reference/embedded.h"', "", 'extern "C" {']
    for number in range(len(files)):
        lines.append(f"extern char const tw_embedded_{number}_begin[];")
        lines.append(f"extern char const tw_embedded_{number}_end[];")
    lines += ["}", "", "namespace tw::reference {", "", "EmbeddedFile const kEmbeddedFiles[] = {"]
    for number, (name, _) in enumerate(files):
        lines.append(f"    {{{quoted(name)}, tw_embedded_{number}_begin, tw_embedded_{number}_end}},")
    lines += ["    {{}, nullptr, nullptr},", "};",
              f"std::size_t const kEmbeddedFileCount = {len(files)};", "", "}  // namespace tw::reference"]
    return "\n".join(lines) + "\n"


def write_if_changed(path, text):
    data = text.encode("utf-8")
    try:
        with open(path, "rb") as old:
            if old.read() == data:
                return
    except FileNotFoundError:
        pass
    partial = path + ".part"
    with open(partial, "wb") as new:
        new.write(data)
    os.replace(partial, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", required=True, help="folder of tables kept by hand")
    parser.add_argument("--generated", help="folder of tables made by the build")
    parser.add_argument("--out", required=True, help="folder for embedded.S and embedded_index.cpp")
    parser.add_argument("--depfile", help="also write a make-style list of the inputs")
    options = parser.parse_args()

    if not os.path.isdir(options.root):
        sys.exit(f"embed.py: {options.root} is not a folder. Give the data folder with --root.")
    files = files_below(options.root, "")
    if options.generated:
        files += files_below(options.generated, "generated/")
    # Sorted by bytes: the program finds a name by binary search.
    files.sort(key=lambda pair: pair[0].encode("utf-8"))
    os.makedirs(options.out, exist_ok=True)
    target = os.path.join(options.out, "embedded.S")
    write_if_changed(target, assembler(files))
    write_if_changed(os.path.join(options.out, "embedded_index.cpp"), index(files))
    if options.depfile:
        inputs = " ".join(path.replace(" ", "\\ ") for _, path in files)
        write_if_changed(options.depfile, f"{target}: {inputs}\n")


if __name__ == "__main__":
    main()
