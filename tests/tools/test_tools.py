"""The tools that watch the house, tried on small trees with planted faults.

    python3 -m unittest discover -s tests/tools
"""

import contextlib
import importlib.util
import io
import subprocess
import tempfile
import textwrap
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


layers = load("layers")
tidy = load("tidy")
ctest_counts = load("ctest_counts")
docs_commands = load("docs_commands")
lint = load("lint")

FLOORS = """\
# the house
0 core
1 text io
3 goods
10 engine
12 cli
"""


class Tree(unittest.TestCase):
    """A folder with planted files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tidewaiter_tools_")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def plant(self, files):
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def run_tool(self, tool, *arguments):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            status = tool.main(["--root", str(self.root), *arguments])
        return status, out.getvalue()


class Layers(Tree):
    def faults(self, files, floors=FLOORS):
        self.plant({"src/floors.txt": floors, **files})
        return self.run_tool(layers)

    def test_going_down_is_allowed(self):
        status, out = self.faults({
            "include/tidewaiter/goods.h": '#include "tidewaiter/core.h"\n',
            "src/goods/model.cpp": '#include "goods/model.h"\n#include "tidewaiter/text.h"\n#include <vector>\n',
            "src/goods/model.h": '#include "tidewaiter/goods.h"\n',
        })
        self.assertEqual(status, 0, out)
        self.assertIn("3 files", out)

    def test_going_up_is_a_fault(self):
        status, out = self.faults({"src/core/date.cpp": '// date\n#include "tidewaiter/goods.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("src/core/date.cpp:2:", out)
        self.assertIn("core (floor 0) includes goods (floor 3)", out)

    def test_rooms_on_one_floor_do_not_know_each_other(self):
        status, out = self.faults({"include/tidewaiter/io.h": '#include "tidewaiter/text.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("include/tidewaiter/io.h:1: io and text stand on one floor (1)", out)

    def test_private_headers_stay_in_their_room(self):
        status, out = self.faults({"src/engine/run.cpp": '#include "goods/model.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn('"goods/model.h" is private to goods', out)

    def test_public_headers_show_no_private_ones(self):
        status, out = self.faults({"include/tidewaiter/goods.h": '#include "goods/model.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("a public header shows the private header", out)

    def test_the_front_door_shows_rooms_up_to_engine(self):
        status, out = self.faults({
            "include/tidewaiter/tidewaiter.h": '#include "tidewaiter/core.h"\n#include "tidewaiter/engine.h"\n',
            "src/cli/check.cpp": '#include "tidewaiter/tidewaiter.h"\n',
        })
        self.assertEqual(status, 0, out)

    def test_the_front_door_does_not_show_cli(self):
        status, out = self.faults({"include/tidewaiter/tidewaiter.h": '#include "tidewaiter/cli.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("tidewaiter (floor 10) includes cli (floor 12)", out)

    def test_rooms_do_not_go_through_the_front_door(self):
        status, out = self.faults({"src/goods/model.cpp": '#include "tidewaiter/tidewaiter.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("above it", out)

    def test_main_may_use_every_room_but_no_private_header(self):
        status, out = self.faults({"src/main.cpp": '#include "tidewaiter/cli.h"\n'})
        self.assertEqual(status, 0, out)
        status, out = self.faults({"src/main.cpp": '#include "cli/options.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("this is main.cpp", out)

    def test_unknown_rooms_are_named(self):
        status, out = self.faults({"src/cellar/wine.cpp": "", "src/core/a.cpp": '#include "tidewaiter/attic.h"\n'})
        self.assertEqual(status, 1)
        self.assertIn("room cellar is not in src/floors.txt", out)
        self.assertIn("there is no room attic", out)

    def test_files_outside_rooms_are_faults(self):
        status, out = self.faults({"src/helper.cpp": ""})
        self.assertEqual(status, 1)
        self.assertIn("only main.cpp stands outside", out)

    def test_climbing_by_path_and_bare_names_are_faults(self):
        status, out = self.faults({
            "src/io/csv.cpp": '#include "../core/date.h"\n#include "csv.h"\n#include "duckdb.h"\n',
            "src/io/csv.h": "",
        })
        self.assertEqual(status, 1)
        self.assertIn("src/io/csv.cpp:1:", out)
        self.assertIn('Write "io/csv.h"', out)
        self.assertNotIn("duckdb", out)

    def test_comments_are_not_includes(self):
        status, out = self.faults({
            "src/core/a.cpp": '// #include "tidewaiter/goods.h"\n/* \n#include "tidewaiter/goods.h"\n*/\n',
        })
        self.assertEqual(status, 0, out)

    def test_includes_after_a_comment_are_seen(self):
        status, _ = self.faults({"src/core/a.cpp": '/* a\n b */\n  #  include <tidewaiter/goods.h>\n'})
        self.assertEqual(status, 1)

    def test_a_room_on_two_floors_is_wrong_use(self):
        status, out = self.faults({}, floors="0 core\n1 core\n")
        self.assertEqual(status, 2)
        self.assertIn("floors.txt:2: room core already stands on floor 0", out)

    def test_counts_are_by_file(self):
        counts = self.root / "counts"
        self.plant({"src/floors.txt": FLOORS, "src/core/a.cpp": "",
                    "src/core/b.cpp": '#include "tidewaiter/io.h"\n#include "tidewaiter/cli.h"\n'})
        self.run_tool(layers, "--counts", str(counts))
        self.assertEqual(counts.read_text(), "1 1 0\n")

    def test_our_own_house_has_a_readable_picture(self):
        floors = layers.read_floors(ROOT / "src/floors.txt")
        self.assertEqual(floors["core"], 0)
        self.assertEqual(floors["simulate"], floors["names"])


class Tidy(Tree):
    CMAKE = "file(GLOB_RECURSE s ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)\n"

    def faults(self, files):
        self.plant({"CMakeLists.txt": self.CMAKE, **files})
        return self.run_tool(tidy)

    def assert_fault(self, files, *words):
        status, out = self.faults(files)
        self.assertEqual(status, 1, out)
        for word in words:
            self.assertIn(word, out)

    def assert_clean(self, files):
        status, out = self.faults(files)
        self.assertEqual(status, 0, out)
        return out

    def test_a_clean_tree_is_clean(self):
        out = self.assert_clean({
            "src/core/date.cpp": '#include "core/date.h"\n', "src/core/date.h": "int f();\n",
            "data/ports.csv": "a\n", "src/core/ports.cpp": 'auto p = open("ports.csv");\n',
            "README.md": "[start](docs/start.md)\n", "docs/start.md": "hello\n",
        })
        self.assertIn("0 faults", out)

    def test_a_source_that_no_cmake_file_compiles(self):
        self.assert_fault({"src/core/date.cpp": "", "CMakeLists.txt": "add_library(a src/core/b.cpp)\n"},
                          "src/core/date.cpp:1: no CMake file compiles it")

    def test_a_header_that_nobody_includes(self):
        self.assert_fault({"src/core/old.h": "int f();\n"}, "src/core/old.h:1: nobody includes it")

    def test_data_that_nobody_names(self):
        self.assert_fault({"data/units.csv": "a\n"}, "data/units.csv:1: no code and no CMake file names it")

    def test_data_may_be_named_by_its_folder(self):
        self.assert_clean({"data/layouts/a.toml": "x = 1\n", "src/core/l.cpp": 'auto all = under("layouts/");\n'})

    def test_a_page_that_nobody_links_to(self):
        self.assert_fault({"docs/lost.md": "lost\n"}, "docs/lost.md:1: no page links to it")

    def test_a_link_to_nowhere(self):
        self.assert_fault({"README.md": "a\n[x](docs/nowhere.md)\n"}, "README.md:2: a link to docs/nowhere.md")

    def test_code_over_700_lines_fails_and_over_400_warns(self):
        self.assert_fault({"src/core/a.cpp": "int a;\n" * 701}, "701 lines; 700 is the most")
        out = self.assert_clean({"src/core/a.cpp": "int a;\n" * 401})
        self.assertIn("warning: 401 lines", out)

    def test_long_functions_warn_and_short_ones_do_not(self):
        body = "  g();\n" * 95
        out = self.assert_clean({"src/core/a.cpp":
                                 f"namespace tw {{\nint short_one() {{\n  return 1;\n}}\n"
                                 f"int long_one(int a,\n             int b) {{\n{body}}}\n}}\n"})
        self.assertIn("long_one has 98 lines", out)
        self.assertNotIn("short_one", out)

    def test_long_functions_inside_classes_and_python_warn(self):
        body = "    g();\n" * 95
        python = "def long_one():\n" + "    g()\n" * 95
        out = self.assert_clean({"src/core/a.cpp": f"class A {{\n  void long_member() {{\n{body}  }}\n}};\n",
                                 "tools/a.py": python})
        self.assertIn("long_member has 97 lines", out)
        self.assertIn("long_one has 96 lines", out)

    def test_blocks_inside_functions_are_not_functions(self):
        body = "    g();\n" * 50
        loops = f"  for (int a : b) {{\n{body}  }}\n" * 2
        out = self.assert_clean({"src/core/a.cpp": f"void f() {{\n{loops}}}\n"})
        self.assertIn("f has 106 lines", out)
        self.assertEqual(out.count("a function fits on a screen"), 1)

    def test_stray_characters(self):
        self.assert_fault({"src/core/a.cpp": "int a;\x0c\n"}, "src/core/a.cpp:1: a control character")
        self.assert_fault({"src/core/a.cpp": "int a; // \u202e\n"}, "turns the direction")
        self.assert_fault({"src/core/a.cpp": "\tint a;\n"}, "src/core/a.cpp:1: a tab")
        self.assert_fault({"src/core/a.cpp": "int a;\nint b; \n"}, "src/core/a.cpp:2: whitespace")
        self.assert_fault({"src/core/a.cpp": "int a;\r\n"}, "CRLF")
        self.assert_fault({"src/core/a.cpp": "int a;"}, "the last line has no end")
        self.assert_fault({"src/core/a.cpp": b"// \xff\n"}, "not UTF-8")

    def test_samples_may_hold_anything(self):
        self.assert_clean({"tests/samples/a.txt": b"a\x00\r\n \n", "tests/fuzz/corpus/csv/a.txt": b"\xff"})

    def test_unfinished_work(self):
        for mark in ("TO" + "DO", "FIX" + "ME"):
            self.assert_fault({"src/core/a.cpp": f"// {mark}: later\n"}, "unfinished work")

    def test_paths_of_one_machine(self):
        self.assert_fault({"src/core/a.cpp": 'open("' + "/home" + '/anna/data.csv");\n'}, "a path of one machine")
        self.assert_fault({"README.md": "cd " + "/work" + "/tidewaiter\n"}, "a path of one machine")
        self.assert_clean({"src/core/a.cpp": "// see src/work/plan and $HOME/work/x\n", "README.md": "ok\n"})

    def test_large_blobs(self):
        self.assert_fault({"bench/sample.bin": b"\0" * 1_000_001}, "bench/sample.bin:1: 1.0 MB in the repository")

    def test_files_that_git_ignores_are_not_looked_at(self):
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)
        self.assert_clean({".gitignore": "/third_party/\n", "third_party/a.cpp": "\t\n"})

    def test_counts_are_by_file(self):
        counts = self.root / "counts"
        self.plant({"a.py": "x = 1 \n\ty\n", "b.py": "x = 1\n"})
        self.run_tool(tidy, "--counts", str(counts))
        self.assertEqual(counts.read_text(), "1 1 0\n")


class CtestCounts(Tree):
    JUNIT = textwrap.dedent("""\
        <testsuite tests="3"><testcase name="core" status="run"/>
        <testcase name="text" status="{text}">{inner}</testcase>
        <testcase name="cases" status="run"/></testsuite>""")
    GTEST = textwrap.dedent("""\
        <testsuites><testsuite><testcase name="a" status="run" result="completed"/>
        <testcase name="b" status="run" result="completed"><failure message="x"/></testcase>
        <testcase name="c" status="run" result="skipped"><skipped/></testcase>
        <testcase name="d" status="notrun" result="suppressed"/></testsuite></testsuites>""")

    def counts(self, text="run", inner="", **gtest):
        self.plant({"junit.xml": self.JUNIT.format(text=text, inner=inner),
                    **{f"xml/{name}.xml": body for name, body in gtest.items()}})
        return ctest_counts.counts(self.root / "junit.xml", self.root / "xml")

    def test_programs_count_as_one_each(self):
        self.assertEqual(self.counts(), [3, 0, 0])

    def test_cases_of_googletest_are_counted(self):
        self.assertEqual(self.counts(text="fail", inner="<failure/>", test_text=self.GTEST), [3, 1, 1])

    def test_a_program_that_broke_off_is_a_failure(self):
        self.assertEqual(self.counts(text="fail", inner="<failure/>"), [2, 1, 0])

    def test_a_program_that_fails_after_its_cases_is_a_failure(self):
        passed = '<testsuites><testcase name="a" status="run" result="completed"/></testsuites>'
        self.assertEqual(self.counts(text="fail", inner="<failure/>", test_text=passed), [3, 1, 0])

    def test_half_an_xml_file_does_not_hide_a_failure(self):
        self.assertEqual(self.counts(text="fail", inner="<failure/>", test_text="<testsuites><te"), [2, 1, 0])


class DocsCommands(Tree):
    def run_docs(self, readme):
        self.plant({"README.md": readme, "demo.sh": "#!/bin/sh\n", "test.sh": "#!/bin/sh\n",
                    "bin/tidewaiter": "#!/bin/sh\n[ \"$1\" != bad ]\n"})
        for name in ("demo.sh", "test.sh", "bin/tidewaiter"):
            (self.root / name).chmod(0o755)
        return self.run_tool(docs_commands, "--program", str(self.root / "bin/tidewaiter"))

    TWO = "```sh\n./demo.sh\n./test.sh   # tests\n```\n"

    def test_commands_run_in_order_in_one_folder(self):
        status, out = self.run_docs(
            self.TWO + "```console\n$ echo a > x\noutput\n$ cat \\\n    x\n$ tidewaiter good\n```\n")
        self.assertEqual(status, 0, out)
        self.assertIn("5 commands, 0 failed", out)

    def test_a_failing_command_is_named_by_its_line(self):
        status, out = self.run_docs(self.TWO + "```console\n$ tidewaiter bad\n```\n")
        self.assertEqual(status, 1)
        self.assertIn("README.md:6: exit 1: tidewaiter bad", out)

    def test_the_readme_shows_both_commands(self):
        status, out = self.run_docs("```sh\n./demo.sh\n```\n")
        self.assertEqual(status, 1)
        self.assertIn("./test.sh stands on no line of its own", out)

    def test_a_block_may_be_shown_only(self):
        status, out = self.run_docs(self.TWO + "<!-- not run: needs a day -->\n\n```console\n$ false\n```\n")
        self.assertEqual(status, 0, out)

    def test_scripts_have_to_be_there(self):
        status, out = self.run_docs(self.TWO + "```console\n$ ./gone.sh now\n```\n")
        self.assertEqual(status, 1)
        self.assertIn("./gone.sh is not there", out)


class Lint(unittest.TestCase):
    def test_changed_sources_come_first_then_core(self):
        changed = {"src/names/a.cpp", "src/goods/model.h", "include/tidewaiter/law.h"}
        names = ["tests/unit/core/a_test.cpp", "src/text/a.cpp", "src/core/date.cpp", "src/names/a.cpp",
                 "src/goods/model.cpp", "src/law/law.cpp", "src/law/ofac.cpp"]
        ordered = sorted(names, key=lambda name: lint.rank(name, changed))
        self.assertEqual(ordered, ["src/goods/model.cpp", "src/law/law.cpp", "src/names/a.cpp",
                                   "src/core/date.cpp", "src/law/ofac.cpp", "src/text/a.cpp",
                                   "tests/unit/core/a_test.cpp"])


class Scripts(unittest.TestCase):
    def run_script(self, *command):
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)

    def test_every_script_has_help(self):
        for name in ("setup.sh", "demo.sh", "test.sh", "tools/clean_room.sh"):
            with self.subTest(name):
                run = self.run_script(f"./{name}", "--help")
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertIn(name, run.stdout)

    def test_unknown_options_are_wrong_use(self):
        for name in ("setup.sh", "test.sh", "tools/clean_room.sh"):
            with self.subTest(name):
                run = self.run_script(f"./{name}", "--no-such-option")
                self.assertEqual(run.returncode, 2)
                self.assertIn("--no-such-option", run.stderr)

    def test_ci_runs_the_second_command_only(self):
        lines = [line for line in (ROOT / ".ci/run").read_text().split("\n") if line and line[0] != "#"]
        self.assertEqual(len(lines), 1)
        self.assertTrue(lines[0].endswith("exec ./test.sh"))

    def test_locks_name_no_registry(self):
        for path in (ROOT / "tools/setup").rglob("*"):
            if path.is_file():
                self.assertNotIn("https://", path.read_text(), path.name)

    def test_every_listed_package_has_a_tested_version(self):
        listed = {line.split("#")[0].strip() for name in ("apt-build.txt", "apt-test.txt")
                  for line in (ROOT / "tools/setup" / name).read_text().split("\n")} - {""}
        locked = {line.split("=")[0] for line in (ROOT / "tools/setup/apt.lock").read_text().split("\n")
                  if line and line[0] != "#"}
        self.assertEqual(listed, locked)


if __name__ == "__main__":
    unittest.main()
