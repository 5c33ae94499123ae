"""Where answers go: files, devices, links, standard output, secrets."""
import json
import os
import stat
import subprocess
import threading
import unittest

from command_line import CLI, EXCERPT, CommandLine


class Output(CommandLine):
    def setUp(self):
        super().setUp()
        svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
        self.bake = ("bake", self.write("b.svg", svg), self.write("b.json", '{"id":"urn:x","type":"Assertion"}'))
        self.run_cli(*self.bake, "--output", "baked.svg")
        self.baked = (self.dir / "baked.svg").read_bytes()

    def test_a_pipe_is_written_to_and_stays_one(self):
        pipe = self.dir / "pipe"
        os.mkfifo(pipe)
        read = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
        reader.start()
        self.run_cli(*self.bake, "--output", pipe)
        reader.join(10)
        self.assertEqual(read, [self.baked])
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))

    def test_a_device_is_written_to_and_stays_one(self):
        device = self.dir / "null"
        try:
            os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
            device.write_bytes(b"x")
        except OSError:
            self.skipTest("no device can be made here")
        self.run_cli(*self.bake, "--output", device)
        self.assertTrue(stat.S_ISCHR(os.stat(device).st_mode))

    def test_a_link_stays_one_and_what_it_names_is_replaced(self):
        (self.dir / "real").mkdir()
        (self.dir / "link.svg").symlink_to("real/there.svg")
        self.run_cli(*self.bake, "--output", "link.svg")  # not there yet
        os.chmod(self.dir / "real/there.svg", 0o600)
        self.run_cli(*self.bake, "--output", "link.svg")
        self.assertTrue((self.dir / "link.svg").is_symlink())
        self.assertEqual((self.dir / "real/there.svg").read_bytes(), self.baked)
        self.assertEqual(stat.S_IMODE(os.stat(self.dir / "real/there.svg").st_mode), 0o600)
        self.assertEqual(sorted(os.listdir(self.dir / "real")), ["there.svg"])

    def test_the_file_of_a_framework_may_be_a_link(self):
        (self.dir / "link.adpf").symlink_to("rome.adpf")
        self.run_cli("framework", "import", EXCERPT, "--output", "link.adpf")
        self.assertTrue((self.dir / "link.adpf").is_symlink())
        self.assertGreater((self.dir / "rome.adpf").stat().st_size, 1000)

    def test_standard_output_that_takes_nothing_is_3(self):
        for arguments in (["--version"], ["unbake", "baked.svg"], ["unbake", "baked.svg", "--json"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([CLI, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=self.dir)
            self.assertEqual(done.returncode, 3, arguments)
            self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_standard_output_that_is_closed_is_3_and_goes_into_no_file(self):
        done = subprocess.run(["sh", "-c", 'exec "$0" person add --name Anna --store s.adps --json >&-', CLI],
                              stderr=subprocess.PIPE, cwd=self.dir)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.run_json("store", "check", "--store", "s.adps")

    def test_keys_are_their_owners_alone_and_never_replaced(self):
        before = os.umask(0)
        self.addCleanup(os.umask, before)
        self.run_cli("keygen", "--output", "keys/own.jwk")
        key = self.dir / "keys/own.jwk"
        self.assertEqual(stat.S_IMODE(os.stat(key).st_mode), 0o600)
        first = key.read_bytes()
        _, err = self.run_cli("keygen", "--output", "keys/own.jwk", "--lang", "en", expect=3)
        self.assertIn("never replaced", err)
        self.assertEqual(key.read_bytes(), first)
        self.run_cli("person", "add", "--name", "Anna", "--store", "s.adps")
        self.assertEqual(stat.S_IMODE(os.stat(self.dir / "s.adps.key").st_mode), 0o600)

    def test_only_commands_that_begin_a_store_make_one(self):
        for command in (["store", "check"], ["person", "find", "si", "17"], ["experience", "list", "p"],
                        ["wallet", "add", "p", "b.json"], ["achievement", "list"], ["pathway", "list"],
                        ["store", "backup", "copy", "--keys", "k"]):
            _, err = self.run_cli(*command, "--store", "mistyped/s.adps", "--lang", "en", expect=3)
            self.assertIn("mistyped/s.adps: there is no such store", err)
            self.assertFalse((self.dir / "mistyped").exists(), command)
        self.environment["ACTIVATEUR_STORE"] = str(self.dir / "mistyped.adps")
        self.assertIn("n'existe pas", self.run_cli("store", "count", expect=3)[1])
        self.assertFalse((self.dir / "mistyped.adps").exists())

    def test_standard_output_has_one_document(self):
        for arguments in (["keygen", "--output", "-"], [*self.bake, "--output", "-"],
                          ["unbake", "baked.svg", "--output", "-"]):
            out, err = self.run_cli(*arguments, "--json", "--lang", "en", expect=2)
            self.assertEqual(out, "")
            self.assertIn("name a file", err)
        out, _ = self.run_cli("keygen", "--output", "-")
        self.assertEqual(json.loads(out)["kty"], "OKP")  # the key alone


if __name__ == "__main__":
    unittest.main()
