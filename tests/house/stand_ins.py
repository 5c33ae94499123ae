"""A place where a script of the project runs with a PATH of its own: the few tools it needs, and stand-ins for those
of the system. The place has a blank in its path on purpose."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts"
TOOLS = ["bash", "dirname", "awk", "mktemp", "tee", "cat", "rm", "grep", "env", "sleep", "true", "mkdir", "chmod", "nproc"]

ALL_THERE = 'for p in "$@"; do case "$p" in -*|\\$*) ;; *) printf "ii %s " "$p" ;; esac; done\n'
ROOMY = 'printf "Filesystem 1M-blocks Used Available Use%% On\\nd 9 9 50000 1%% /\\n"\n'


class Place(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="activateur house "))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.tools = self.scratch / "bin"
        self.tools.mkdir()
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool))
        self.scripts = self.scratch / "the project" / "scripts"
        shutil.copytree(SCRIPTS, self.scripts)
        self.stand_in("dpkg-query", ALL_THERE)
        self.stand_in("dpkg", ":\n")
        self.stand_in("apt-get", ":\n")
        self.stand_in("df", ROOMY)
        self.stand_in("id", "echo 0\n")

    def stand_in(self, name, script):
        path = self.tools / name
        path.write_text(f"#!{shutil.which('bash')}\n{script}")
        path.chmod(0o755)

    def environment(self, language):
        return {"PATH": str(self.tools), "TMPDIR": str(self.scratch), "LANG": language, "HOME": str(self.scratch)}

    def run_script(self, script, *arguments, language="en_GB.UTF-8"):
        return subprocess.run([shutil.which("bash"), str(self.scripts / script), *map(str, arguments)],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=self.scratch,
                              env=self.environment(language), timeout=60, check=False)

    def assert_gives_up(self, script, english, french, code=3):
        for language, sentence in (("en_GB.UTF-8", english), ("fr_FR.UTF-8", french)):
            ran = self.run_script(script, language=language)
            self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
            said = ran.stderr.strip().split("\n")
            self.assertEqual(len(said), 1, ran.stderr)
            self.assertIn(sentence, said[0])
            self.assertRegex(said[0], r"\w ?[:;] \S.{15,}")  # what, then what to do
