"""Runs the built program as a user would, in folders of its own."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TIDEWAITER_PROGRAM", str(ROOT / "build" / "release" / "tidewaiter"))
SHARED_DATA = pathlib.Path(os.environ.get("TW_SHARED_DATA", ROOT.parent / "shared" / "data"))


class Done:
    """What a finished command left behind."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")

    def lines(self):
        """The output of --format ndjson as objects."""
        return [json.loads(line) for line in self.out.splitlines()]


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="tw_cli_")
        self.folder = pathlib.Path(self._folder.name)
        self.addCleanup(self._folder.cleanup)

    def tidewaiter(self, *arguments, stdin=b"", check=None, **options):
        """Runs the program in the test's folder; `check` is the exit status that must come."""
        environment = {**os.environ, "TIDEWAITER_WORKSPACE": ""}
        done = Done(subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, input=stdin,
                                   capture_output=True, timeout=300, env=environment,
                                   check=False, **options))
        if check is not None:
            self.assertEqual(done.status, check, f"{arguments}\n{done.out[-2000:]}\n{done.err}")
        return done

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def workspace(self, *files):
        """A fresh workspace with the files added and run."""
        self.tidewaiter("init", "ws", check=0)
        if files:
            self.tidewaiter("add", *files, "--workspace", "ws", check=0)
            self.tidewaiter("run", "--workspace", "ws", check=0)
        return self.folder / "ws"

    def state(self, workspace):
        """Every file of a workspace that must not depend on time, with its bytes' hash."""
        import hashlib
        return {str(path.relative_to(workspace)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(workspace.rglob("*"))
                if path.is_file() and path.name not in ("audit.log", "lock")}


# A small file of the commercial English kind, for tests of what surrounds it.
RECORDS = """Declaration No,Date,Exporter Name,Importer Name,Origin Country,Export Country,Product Description,HS Code,Net Weight KG,Value USD
D-1,2022-12-05,Ningbo Lanmu Garment Co Ltd,OOO Odezhda,CHINA,CHINA,MEN JACKETS OF COTTON,620140,900,18000
D-2,2022-12-06,Zelvanur Tekstil A.S.,OOO Shchital,TURKEY,TURKEY,BULLETPROOF VEST CLASS NIJ IIIA,621133,410,51000
D-3,2022-12-07,Zelvanur Tekstil A.S.,OOO Shchital,TURKEY,TURKEY,BULLETPROOF VEST CLASS NIJ IIIA,621133,abc,51000
"""
