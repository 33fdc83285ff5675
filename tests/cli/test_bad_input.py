"""Bad input: one clear message with what to do, the exit status as specified, a whole workspace."""

import os
import pathlib
import resource
import signal
import subprocess
import time
import unittest

from harness import PROGRAM, RECORDS, CliTest


class BadInput(CliTest):
    def assert_refused(self, done, status, *words):
        self.assertEqual(done.status, status, done.err)
        self.assertTrue(done.err.startswith("tidewaiter: "), done.err)
        for word in words:
            self.assertIn(word, done.err)

    def test_a_missing_file_is_named(self):
        self.tidewaiter("init", "ws", check=0)
        self.assert_refused(self.tidewaiter("add", "nowhere.csv", "--workspace", "ws"), 1,
                            "nowhere.csv")

    def test_a_directory_is_no_file(self):
        self.tidewaiter("init", "ws", check=0)
        (self.folder / "folder.csv").mkdir()
        self.assert_refused(self.tidewaiter("add", "folder.csv", "--workspace", "ws"), 1,
                            "folder.csv")

    def test_an_empty_file_is_said_to_be_empty(self):
        self.tidewaiter("init", "ws", check=0)
        self.write("empty.csv", "")
        self.assert_refused(self.tidewaiter("add", "empty.csv", "--workspace", "ws"), 1, "empty")

    def test_a_binary_file_is_refused_and_nothing_is_left_of_it(self):
        self.tidewaiter("init", "ws", check=0)
        before = self.state(self.folder / "ws")
        self.write("photo.jpg", bytes(range(256)) * 64)
        self.assert_refused(self.tidewaiter("add", "photo.jpg", "--workspace", "ws"), 1)
        self.assertEqual(self.state(self.folder / "ws"), before)

    def test_a_file_in_an_unknown_layout_says_how_to_make_one(self):
        self.tidewaiter("init", "ws", check=0)
        self.write("poem.csv", "roses,violets\nred,blue\n")
        self.assert_refused(self.tidewaiter("add", "poem.csv", "--workspace", "ws"), 1, "layout")

    def test_a_list_in_an_unknown_format_names_the_formats(self):
        self.tidewaiter("init", "ws", check=0)
        self.write("list.bin", "this is no list\nof any kind\n")
        done = self.tidewaiter("lists", "add", "list.bin", "--workspace", "ws")
        self.assert_refused(done, 1, "OFAC")

    def test_no_workspace_says_how_to_make_one(self):
        self.assert_refused(self.tidewaiter("run"), 1, "tidewaiter init")
        self.assert_refused(self.tidewaiter("hits", "--workspace", "nowhere"), 1, "tidewaiter init")

    def test_init_does_not_take_a_folder_that_holds_things(self):
        self.write("mine.txt", "mine")
        self.assert_refused(self.tidewaiter("init", "."), 2, "empty")
        self.tidewaiter("init", "ws", check=0)
        self.assert_refused(self.tidewaiter("init", "ws"), 2, "already")

    def test_wrong_use_is_status_2_and_points_to_help(self):
        for arguments in (["fly"], ["add"], ["match"], ["run", "--threads", "many"],
                          ["hits", "--format", "pdf"], ["check"]):
            done = self.tidewaiter(*arguments)
            self.assertEqual(done.status, 2, arguments)
            self.assertTrue(done.err.startswith("tidewaiter: "), done.err)

    def test_wrong_sql_is_the_user_s_and_dangerous_sql_does_not_work(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        self.assert_refused(self.tidewaiter("sql", "SELECT x FROM y", "--workspace", workspace), 2)
        secret = self.write("secret.csv", "a\n1\n")
        for query in (f"SELECT * FROM read_csv('{secret}')", f"COPY shipments TO '{secret}'",
                      "SET enable_external_access = true", "ATTACH 'x.duckdb'",
                      "DROP VIEW shipments; SELECT 1"):
            done = self.tidewaiter("sql", query, "--workspace", workspace)
            self.assertNotEqual(done.status, 0, query)
        self.assertEqual(secret.read_text(), "a\n1\n")

    def test_a_rejected_row_is_kept_with_its_place_and_strict_says_3(self):
        self.tidewaiter("init", "ws", check=0)
        self.write("records.csv", RECORDS)
        self.tidewaiter("add", "records.csv", "--workspace", "ws", "--strict", check=3)
        rejects = self.tidewaiter("rejects", "--workspace", "ws", "--format", "ndjson",
                                  check=0).lines()
        self.assertEqual([(r["row"], r["text"]) for r in rejects], [("records.csv:4", "abc")])
        begin, end = rejects[0]["byte_begin"], rejects[0]["byte_end"]
        self.assertEqual(RECORDS.encode()[begin:end].split(b",")[0], b"D-3")

    def test_a_damaged_manifest_is_said_to_be_damaged(self):
        workspace = self.workspace()
        (workspace / "manifest.json").write_text("{")
        self.assert_refused(self.tidewaiter("coverage", "--workspace", "ws"), 1, "damaged")

    def test_two_writers_do_not_meet(self):
        import fcntl
        workspace = self.workspace()
        self.write("records.csv", RECORDS)
        with open(workspace / "lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assert_refused(self.tidewaiter("add", "records.csv", "--workspace", "ws"), 1,
                                "Another")

    def test_a_full_disk_leaves_the_workspace_as_it_was(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        before = self.state(workspace)
        rows = [f"D-{i},2022-12-05,Firm {i} Ltd,OOO Odezhda,CHINA,CHINA,JACKETS {i},620140,9,18"
                for i in range(60_000)]
        self.write("big.csv", RECORDS.splitlines()[0] + "\n" + "\n".join(rows) + "\n")

        def little_room():
            # Files may not grow past 1 MB: to the program that is a disk without space.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

        done = self.tidewaiter("add", "big.csv", "--workspace", "ws", preexec_fn=little_room,
                               restore_signals=False)
        self.assert_refused(done, 1)
        self.assertEqual(self.state(workspace), before)

    def test_ctrl_c_in_the_middle_of_add_leaves_the_workspace_as_it_was(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        before = self.state(workspace)
        row = "D-{0},2022-12-05,Firm {0} Ltd,OOO Odezhda {0},CHINA,CHINA,JACKETS NO {0},620140,9,18\n"
        with open(self.folder / "big.csv", "w", encoding="utf-8") as file:
            file.write(RECORDS.splitlines()[0] + "\n")
            file.writelines(row.format(i) for i in range(1_500_000))
        process = subprocess.Popen([PROGRAM, "add", "big.csv", "--workspace", "ws"],
                                   cwd=self.folder, stderr=subprocess.PIPE)
        time.sleep(0.7)
        process.send_signal(signal.SIGINT)
        message = process.communicate(timeout=60)[1].decode()
        self.assertEqual(process.returncode, 130, message)
        self.assertIn("nterrupted", message)
        self.assertEqual(self.state(workspace), before)

    def test_kill_9_in_the_middle_of_add_leaves_a_workspace_that_works(self):
        workspace = self.workspace(self.write("records.csv", RECORDS))
        row = "D-{0},2022-12-05,Firm {0} Ltd,OOO Odezhda {0},CHINA,CHINA,JACKETS NO {0},620140,9,18\n"
        with open(self.folder / "big.csv", "w", encoding="utf-8") as file:
            file.write(RECORDS.splitlines()[0] + "\n")
            file.writelines(row.format(i) for i in range(1_000_000))
        with subprocess.Popen([PROGRAM, "add", "big.csv", "--workspace", "ws"], cwd=self.folder,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(0.5)
            process.kill()
        files = self.tidewaiter("coverage", "--by", "file", "--format", "ndjson", "--workspace",
                                "ws", check=0).lines()
        self.assertEqual([f["file"] for f in files], ["records.csv"])
        self.tidewaiter("add", "big.csv", "--workspace", "ws", check=0)
        self.assertEqual(list(pathlib.Path(workspace / "tables").glob("*.part")), [])


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)
    unittest.main()
