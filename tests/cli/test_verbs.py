"""The verbs on small inputs: the contract of the command line."""

import json
import re
import subprocess
import unittest

from harness import PROGRAM, RECORDS, ROOT, CliTest


class Verbs(CliTest):
    def test_help_begins_with_an_example_for_every_verb(self):
        top = self.tidewaiter("--help", check=0).out
        verbs = re.findall(r"^  ([a-z]+) {2,}", top, re.MULTILINE)
        self.assertIn("demo", verbs)
        self.assertGreater(len(verbs), 20)
        for verb in verbs:
            text = self.tidewaiter(verb, "--help", check=0).out
            self.assertTrue(text.startswith("Example:\n  "), verb)
            self.assertIn("tidewaiter " + verb, text)

    def test_version_names_the_program_and_its_engine(self):
        self.assertRegex(self.tidewaiter("--version", check=0).out, r"tidewaiter \d+\.\d+\.\d+ \(DuckDB")

    def test_compare_gives_score_match_and_reasons(self):
        pairs = [{"id": 1, "query": {"name": "ООО «Кварцлин»"}, "candidate": {"name": "Kvartslin LLC"}},
                 {"id": 2, "query": {"name": "ООО «Кварцлин»"}, "candidate": {"name": "Zelvanur Tekstil"}}]
        text = "\n".join(json.dumps(p, ensure_ascii=False) for p in pairs).encode()
        got = self.tidewaiter("compare", "--pairs", "-", "--format", "ndjson", stdin=text,
                              check=0).lines()
        self.assertEqual([(g["id"], g["match"]) for g in got], [("1", True), ("2", False)])
        for one in got:
            self.assertTrue(0 <= one["score"] <= 1)
            self.assertIsInstance(one["reasons"], list)
        self.assertTrue(got[0]["reasons"])

    def test_match_screens_against_a_list_file_without_a_workspace(self):
        self.write("list.csv", "entity_id,list,name,country,listed_on\n"
                               "own-1,us_entity_list,Zelvanur Dron Teknoloji,CN,2020-12-18\n")
        got = self.tidewaiter("match", "ZELVANUR DRON TEKNOLOJI CO., LTD", "--against", "list.csv",
                              "--format", "ndjson", "--as-of", "2022-12-31", check=0).lines()
        self.assertEqual([(g["entity_id"], g["list"], g["match"]) for g in got],
                         [("own-1", "us_entity_list", True)])
        self.assertIn("2020-12-18", got[0]["effect"])

    def test_classify_knows_the_thing_whatever_its_code(self):
        got = self.tidewaiter("classify", "бронежилет, класс защиты Бр5", "--hs-code", "6211339000",
                              "--format", "ndjson", check=0).lines()[0]
        self.assertEqual((got["class"], got["sensitive"]), ("body_armour", True))

    def test_classify_reads_many_texts_as_csv(self):
        got = self.tidewaiter("classify", "--texts", "-", "--format", "ndjson", check=0,
                              stdin="id,text\na,hunting rifle .308\nb,куртки мужские\n".encode()).lines()
        self.assertEqual([(g["id"], g["class"]) for g in got],
                         [("a", "rifle_or_part"), ("b", "ordinary")])

    def test_resolve_groups_spellings_of_one_firm(self):
        names = "id,name,registration_no\n1,ООО Кварцлин,9990000019\n2,KVARTSLIN OOO,9990000019\n" \
                "3,Zelvanur Tekstil,\n"
        got = self.tidewaiter("resolve", "--names", "-", "--format", "ndjson", stdin=names.encode(),
                              check=0).lines()
        clusters = {g["id"]: g["cluster_id"] for g in got}
        self.assertEqual(clusters["1"], clusters["2"])
        self.assertNotEqual(clusters["1"], clusters["3"])

    def test_a_file_goes_from_add_to_findings_and_back_to_its_bytes(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        sums = self.tidewaiter("sql", "SELECT count(*) AS n, sum(net_mass_kg) AS kg FROM shipments",
                               "--workspace", workspace, "--format", "ndjson", check=0).lines()
        self.assertEqual(sums, [{"n": 2, "kg": 1310}])
        row = self.tidewaiter("show", "records.csv:3", "--workspace", workspace, "--format",
                              "ndjson", check=0).lines()[0]
        self.assertEqual(row["bytes"].strip(), RECORDS.splitlines()[2])
        self.assertEqual(row["cells"]["goods_class"], "body_armour")
        flows = self.tidewaiter("flows", "--by", "goods_class", "--workspace", workspace,
                                "--format", "ndjson", check=0).lines()
        self.assertEqual({f["goods_class"]: f["net_mass_kg"] for f in flows},
                         {"body_armour": 410, "ordinary": 900})
        for verb in ("hits", "parties", "chains", "flags", "findings", "coverage"):
            self.tidewaiter(verb, "--workspace", workspace, "--format", "ndjson", check=0)
        self.tidewaiter("report", "--to", "report.html", "--workspace", workspace, check=0)
        page = (self.folder / "report.html").read_text(encoding="utf-8")
        self.assertIn("records.csv", page)
        self.assertNotRegex(page, r"(src|href)=\"https?:")

    def test_the_same_file_twice_changes_nothing_and_under_another_name_counts_once(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        before = self.state(workspace)
        self.tidewaiter("add", "records.csv", "--workspace", "ws", check=0)
        self.assertEqual(self.state(workspace), before)
        self.tidewaiter("add", self.write("copy.csv", RECORDS), "--workspace", "ws", check=0)
        got = self.tidewaiter("sql", "SELECT status, count(*) AS n FROM shipments GROUP BY status "
                              "ORDER BY status", "--workspace", "ws", "--format", "ndjson",
                              check=0).lines()
        self.assertEqual(got, [{"status": "duplicate", "n": 2}, {"status": "effective", "n": 2}])

    def test_formats_hold_the_same_cells(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        query = ["sql", "SELECT declaration_no, net_mass_kg FROM shipments ORDER BY 1",
                 "--workspace", workspace, "--format"]
        self.assertEqual(self.tidewaiter(*query, "csv", check=0).out,
                         "declaration_no,net_mass_kg\nD-1,900\nD-2,410\n")
        self.assertEqual(self.tidewaiter(*query, "ndjson", check=0).out,
                         '{"declaration_no":"D-1","net_mass_kg":900}\n'
                         '{"declaration_no":"D-2","net_mass_kg":410}\n')
        self.assertIn("D-1", self.tidewaiter(*query, "table", check=0).out)

    def test_completions_are_scripts_that_their_shells_read(self):
        script = self.tidewaiter("completion", "bash", check=0).out
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)
        words = subprocess.run(
            ["bash", "-c", script + '\nCOMP_WORDS=(tidewaiter cla); COMP_CWORD=1; _tidewaiter; '
             'echo "${COMPREPLY[@]}"'], capture_output=True, check=True).stdout
        self.assertEqual(words.strip(), b"classify")
        self.assertTrue(self.tidewaiter("completion", "zsh", check=0).out.startswith("#compdef"))

    def test_the_man_page_and_the_reference_hold_every_verb(self):
        page = self.tidewaiter("completion", "man", check=0).out
        reference = self.tidewaiter("completion", "markdown", check=0).out
        self.assertTrue(page.startswith(".TH TIDEWAITER 1"))
        for verb in ("demo", "lists add", "check", "sql"):
            self.assertIn(f".SS {verb}\n", page)
            self.assertIn(f"## {verb}\n", reference)
        self.assertEqual(reference, (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"),
                         "docs/commands.md is made by: tidewaiter completion markdown")

    def test_layouts_guess_gives_a_layout_that_add_takes(self):
        self.write("records.csv", RECORDS)
        toml = self.tidewaiter("layouts", "guess", "records.csv", check=0).out
        self.write("mine.toml", toml)
        columns = self.tidewaiter("layouts", "guess", "records.csv", "--format", "ndjson",
                                  check=0).lines()
        self.assertEqual(columns[0]["column"], 1)
        self.assertIn("net_mass_kg", [c["field"] for c in columns])
        self.tidewaiter("init", "ws", check=0)
        self.tidewaiter("add", "records.csv", "--layout", "mine.toml", "--workspace", "ws", check=0)


class SameBytes(CliTest):
    def test_one_and_two_threads_give_the_same_workspace_and_report(self):
        self.tidewaiter("simulate", "--rows", "3000", "--seed", "5", "world", check=0)
        self.tidewaiter("simulate", "--rows", "3000", "--seed", "5", "again", check=0)
        self.assertEqual(self.state(self.folder / "world"), self.state(self.folder / "again"))
        states = []
        for threads in ("1", "2"):
            name = "ws" + threads
            self.tidewaiter("init", name, check=0)
            files = sorted((self.folder / "world").glob("*_20*.csv"))
            self.tidewaiter("add", *files, "--workspace", name, "--threads", threads, check=0)
            self.tidewaiter("lists", "add", "world/watchlist.csv", "--workspace", name, check=0)
            self.tidewaiter("run", "--workspace", name, "--threads", threads, check=0)
            self.tidewaiter("report", "--to", f"{name}.html", "--claims", "world/claims.json",
                            "--workspace", name, "--threads", threads, check=0)
            page = (self.folder / f"{name}.html").read_text(encoding="utf-8").replace(name, "ws")
            states.append((self.state(self.folder / name), page))
        self.assertEqual(states[0][0], states[1][0])
        self.assertEqual(states[0][1], states[1][1])


if __name__ == "__main__":
    assert PROGRAM
    unittest.main()
