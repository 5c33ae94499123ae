"""The main job, end to end, and the same steps by hand."""
import json
import pathlib
import shutil
import subprocess
import unittest

import command_line
from command_line import CommandLine


class Demo(CommandLine):
    def test_main_job(self):
        out = self.run_json("demo", "--output", "out")
        verdicts = {pathlib.Path(c["source"]).stem: c["verdict"] for c in out["credentials"]}
        self.assertEqual(verdicts, {"hygiene": "valid", "ecoute": "valid", "logement": "valid", "secours": "valid",
                                    "courses": "valid", "numerique": "valid", "repas": "invalid"})
        codes = {pathlib.Path(c["source"]).stem: self.codes(c) for c in out["credentials"]}
        self.assertEqual(codes["numerique"]["proof"], "proof.good")
        self.assertEqual(codes["repas"]["dates"], "dates.expired")

        gap = out["gap"]
        self.assertEqual(gap["target"]["id"], "rome:K1311")
        states = {r["state"] for r in gap["requirements"]}
        self.assertLessEqual({"recognised", "presumed", "to_explore"}, states)

        plan = out["plan"]
        self.assertTrue(plan["feasible"] and plan["optimal"])
        self.assertTrue(any(step["rules"] for step in plan["steps"]), "a funding rule acts on the plan")
        self.assertTrue(plan["unserved"], "what the territory lacks is said")

        for page, language in zip(out["reports"], ("fr", "en")):
            html = (self.dir / page).read_text(encoding="utf-8")
            self.assertIn(f'lang="{language}"', html)
            self.assertIn("<svg", html)
            self.assertNotIn("<script", html)
        for page, language in zip(out["maps"], ("fr", "en")):
            html = (self.dir / page).read_text(encoding="utf-8")
            self.assertIn(f'lang="{language}"', html)
            self.assertIn('id="doors"', html)

        # The person is in the store, sealed; the same steps by hand give the same answers, but for how she is called.
        self.environment["ACTIVATEUR_STORE"] = "out/store.adps"
        person = out["person"]
        self.assertEqual(self.run_json("person", "show", person)["name"], "Mésange")
        self.assertEqual(self.run_json("consent", "list", person)["consents"][0]["purpose"], "accompaniment")
        self.assertEqual(self.run_json("store", "check")["problems"], [])
        bytes_ = b"".join(path.read_bytes() for path in (self.dir / "out").glob("store.adps*"))
        self.assertNotIn("Mésange".encode(), bytes_)

        def called(document):
            return {**document, "person": "Mésange"}

        common = ["--portfolio", f"person:{person}", "--target", "rome:K1311", "--framework", "out/rome.adpf",
                  "--documents", "out/documents", "--at", "2026-12-01T08:00:00Z"]
        self.assertEqual(called(self.run_json("gap", *common)), gap)
        rules = ["--plugin", "out/plugins/demo-territory-rules-c.plugin.json", "--trust", "out/plugins/signing-key.json"]
        self.assertEqual(called(self.run_json("plan", *common, "--territory", "out", *rules)), plan)
        self.run_cli("plan", *common, "--territory", "out", expect=3)  # the territory asks for a plugin

        # Without the rule, another plan is the best.
        territory = json.loads((self.dir / "out" / "territory.json").read_text(encoding="utf-8"))
        territory["plugins"] = []
        bare = self.write("bare.json", json.dumps(territory))
        other = self.run_json("plan", *common, "--territory", bare)
        self.assertNotEqual([s["action"] for s in other["steps"]], [s["action"] for s in plan["steps"]])

        # A plugin altered after signing, or signed by a stranger, is refused and nothing is computed.
        library = self.dir / "out" / "plugins" / "demo-territory-rules-c.so"
        bytes_ = bytearray(library.read_bytes())
        bytes_[len(bytes_) // 2] ^= 1
        library.write_bytes(bytes_)
        self.assertEqual(self.run_json("plugin", "check", rules[1], *rules[2:], expect=1)["code"], "plugin.altered")
        self.run_cli("plan", *common, "--territory", "out", *rules, expect=3)
        # A key that is none is no answer about the plugin.
        for key in ("z6MkBAD", "no-such-file"):
            self.run_cli("plugin", "check", rules[1], "--trust", key, expect=3)

        # Files of credentials are found in lists as well.
        person = json.loads((self.dir / "out" / "portfolio.json").read_text(encoding="utf-8"))
        people = self.write("out/people.json", json.dumps({"schema": "activateur/portfolios/1", "portfolios": [person] * 12}))
        group = self.run_json("gap", "--group", people, *common[2:])
        self.assertEqual((group["persons"], group["failures"]), (12, []))

    def test_in_words(self):
        for language, said in (("fr", "EXEMPLE FICTIF"), ("en", "FICTITIOUS EXAMPLE")):
            out, _ = self.run_cli("demo", "--output", "out", "--lang", language)
            self.assertIn(said, out)
            self.assertIn("activateur plan --portfolio person:", out)

    def test_plugins_that_come_along(self):
        plugins = self.run_json("plugin", "list")["plugins"]
        self.assertIn("activateur.demo.rules", [p["id"] for p in plugins])
        self.assertFalse(any(p["signed"] for p in plugins), "no signature is shipped: its key would be ours")

    def test_what_is_no_manifest_is_left_aside_and_said(self):
        program = self.dir / "installed" / "bin" / "activateur"
        program.parent.mkdir(parents=True)
        shutil.copy(command_line.CLI, program)
        good = {"id": "example.good", "version": "1", "extensions": ["activateur.rules/1"]}
        faults = {"number": {**good, "id": 5}, "list": {**good, "extensions": "all"}, "none": [], "old": {"id": "x"}}
        for name, manifest in {"good": good, **faults}.items():
            self.write(f"installed/lib/activateur/plugins/{name}.plugin.json", json.dumps(manifest))
        done = subprocess.run([program, "plugin", "list", "--json"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([p["id"] for p in json.loads(done.stdout)["plugins"]], ["example.good"])
        self.assertEqual(len(done.stderr.strip().splitlines()), len(faults))
        self.assertIn("number.plugin.json : laissé de côté, ce n'est pas le manifeste d'un plugin (id).", done.stderr)


if __name__ == "__main__":
    unittest.main()
