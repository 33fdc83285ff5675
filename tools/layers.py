#!/usr/bin/env python3
"""Checks that every #include goes down the stairs that src/floors.txt draws.

    tools/layers.py [--root FOLDER] [--counts FILE]

A room may include its own headers and the public headers of rooms on lower floors. Private headers
(src/<room>/...) stay inside their room. include/tidewaiter/tidewaiter.h is the front door: it
stands on the floor of `engine` and may show all rooms up to it. src/main.cpp stands above all.

Prints file:line, what is wrong and what to do. Exit 0 clean, 1 faults, 2 wrong use.
"""

import argparse
import re
import sys
from pathlib import Path

FRONT_DOOR = "tidewaiter"
FRONT_DOOR_FLOOR_OF = "engine"
CODE = {".h", ".hpp", ".cpp", ".inc"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


class Fault(Exception):
    """The picture itself cannot be read."""


def read_floors(path):
    """{room: floor} from lines of `<floor> <room> <room> ...`."""
    floors = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        where = f"{path.name}:{number}"
        if not words[0].isdigit() or len(words) < 2:
            raise Fault(f"{where}: expected `<floor number> <room> ...`, found: {line.strip()}")
        for room in words[1:]:
            if room in floors:
                raise Fault(f"{where}: room {room} already stands on floor {floors[room]}")
            floors[room] = int(words[0])
    if not floors:
        raise Fault(f"{path.name}: no floors in it")
    return floors


def includes(path):
    """(line number, text between the marks) of each #include outside comments."""
    in_comment = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        # A block comment that opens or closes on this line; code after a close is rare enough
        # here to be looked at from its start.
        if in_comment:
            if "*/" not in line:
                continue
            line = line.split("*/", 1)[1]
            in_comment = False
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(2)
        if "/*" in line and "*/" not in line.split("/*", 1)[1]:
            in_comment = True


class House:
    def __init__(self, root):
        self.root = root
        self.floors = read_floors(root / "src" / "floors.txt")
        self.top = max(self.floors.values()) + 1
        self.faults = []
        self.files = 0
        self.edges = 0

    def floor(self, room):
        if room == FRONT_DOOR:
            return self.floors.get(FRONT_DOOR_FLOOR_OF, self.top)
        return self.floors.get(room)

    def fault(self, path, number, what, remedy):
        place = path.relative_to(self.root).as_posix()
        self.faults.append(f"{place}:{number}: {what}\n  {remedy}")

    def room_of(self, path):
        """The room a file belongs to; None for src/main.cpp, which may use every room."""
        parts = path.relative_to(self.root).parts
        if parts[0] == "src":
            return parts[1] if len(parts) > 2 else None
        # A room with much to say may split its header: goods.h shows goods/hit.h.
        return parts[2] if len(parts) > 3 else path.stem

    def check_file(self, path):
        self.files += 1
        parts = path.relative_to(self.root).parts
        public = parts[0] == "include"
        room = self.room_of(path)
        if room is None and path.name != "main.cpp":
            self.fault(path, 1, "only main.cpp stands outside the rooms.",
                       f"Move it to src/<room>/{path.name}.")
            return
        if room is not None and self.floor(room) is None:
            self.fault(path, 1, f"room {room} is not in src/floors.txt.",
                       "Add it to its floor there, or move the file to a room that is.")
            return
        for number, target in includes(path):
            self.check_include(path, number, target, room, public)

    def check_include(self, path, number, target, room, public):
        head, _, rest = target.partition("/")
        if target.startswith("../") or "/../" in target or target.startswith("./"):
            self.fault(path, number, f'"{target}" climbs by path.',
                       'Write "room/x.h" for our own private header, "tidewaiter/room.h" for another room.')
        elif head == FRONT_DOOR and rest:
            self.check_public(path, number, target, room)
        elif head in self.floors and rest:
            self.check_private(path, number, target, room, head, public)
        elif not rest and (path.parent / target).is_file():
            self.fault(path, number, f'"{target}" is found only because it lies beside this file.',
                       f'Write "{room}/{target}".')

    def check_public(self, path, number, target, room):
        self.edges += 1
        other = target.split("/")[1].removesuffix(".h")
        floor = self.floor(other)
        if floor is None:
            self.fault(path, number, f'"{target}": there is no room {other} in src/floors.txt.',
                       "Use the public header of a room, or add the room to its floor.")
            return
        if room is None or other == room:
            return
        here = self.floor(room)
        shows = room == FRONT_DOOR and other != FRONT_DOOR and floor <= here
        if shows or floor < here:
            return
        if floor == here:
            what = f"{room} and {other} stand on one floor ({here}) and may not know each other."
            remedy = "Take plain values instead of the other room's types, or join them in engine."
        else:
            what = f"{room} (floor {here}) includes {other} (floor {floor}), which is above it."
            remedy = f"Move what is needed down to floor {max(here - 1, 0)} or below, or the caller up."
        self.fault(path, number, what, remedy)

    def check_private(self, path, number, target, room, other, public):
        self.edges += 1
        if public:
            self.fault(path, number, f'a public header shows the private header "{target}".',
                       "Move the declaration to the public header, or hide it behind one.")
        elif other != room:
            who = room or "main.cpp"
            self.fault(path, number, f'"{target}" is private to {other}; this is {who}.',
                       f'Include "tidewaiter/{other}.h", and declare there what others need.')

    def check(self):
        for top in ("include/tidewaiter", "src"):
            folder = self.root / top
            for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
                if path.suffix in CODE and path.is_file():
                    self.check_file(path)
        return self.faults


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent,
                        help="the repository (default: the one this file is in)")
    parser.add_argument("--counts", type=Path, help="write `passed failed skipped` to this file")
    options = parser.parse_args(arguments)
    try:
        house = House(options.root.resolve())
        faults = house.check()
    except (OSError, Fault) as error:
        print(f"layers: {error}", file=sys.stderr)
        return 2
    for fault in faults:
        print(fault)
    faulty = len({fault.split(":", 1)[0] for fault in faults})
    print(f"layers: {house.files} files, {house.edges} includes between rooms, {len(faults)} faults")
    if options.counts:
        options.counts.write_text(f"{house.files - faulty} {faulty} 0\n", encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
