"""Runs the command line in a home of its own."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["ACTIVATEUR_CLI"]
SOURCE = pathlib.Path(os.environ["ACTIVATEUR_SOURCE"])
EXCERPT = SOURCE / "data" / "rome-excerpt"


def shared(relative):
    """A path among the shared vectors and data, or None when they are not at hand."""
    root = pathlib.Path(os.environ.get("ACTIVATEUR_SHARED") or SOURCE.parent / "shared")
    path = root / relative
    return path if path.exists() else None


class CommandLine(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self._scratch = tempfile.TemporaryDirectory()
        self.dir = pathlib.Path(self._scratch.name)
        self.addCleanup(self._scratch.cleanup)
        self.environment = {}  # of the commands, beside what all of them have

    def write(self, name, content):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_cli(self, *arguments, expect=0):
        """Runs a command; checks its exit code and that diagnostics stay off standard output with --json."""
        environment = {"PATH": os.environ["PATH"], "ACTIVATEUR_HOME": str(self.dir / "home"), "LC_ALL": "C",
                       **self.environment}
        for kept in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if kept in os.environ:
                environment[kept] = os.environ[kept]
        done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, env=environment, cwd=self.dir,
                              stdin=subprocess.DEVNULL, timeout=120)
        out, err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, expect, f"{arguments}\nout: {out}\nerr: {err}")
        return out, err

    def run_json(self, *arguments, expect=0):
        out, _ = self.run_cli(*arguments, "--json", expect=expect)
        self.assertEqual(out.count("\n"), 1, "one document, one line")
        return json.loads(out)

    def codes(self, result):
        return {check["name"]: check["code"] for check in result["checks"]}
