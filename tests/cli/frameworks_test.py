"""Importing, showing and searching frameworks."""
import shutil
import unittest

from command_line import EXCERPT, CommandLine, shared


class Frameworks(CommandLine):
    def copy(self):
        target = self.dir / "rome"
        if target.exists():
            shutil.rmtree(target)
        shutil.copytree(EXCERPT, target)
        return target

    def test_official_files(self):
        official = shared("data/rome4_v460/raw")
        if official is None:
            self.skipTest("set ACTIVATEUR_SHARED")
        counts = self.run_json("framework", "import", official)["counts"]
        self.assertEqual({k: counts[k] for k in ("jobs", "competences", "links", "mobilities", "appellations", "core_links",
                                                 "emerging_links", "macros", "soft_skills", "knowledge")},
                         {"jobs": 1584, "competences": 33671, "links": 90556, "mobilities": 14912, "appellations": 13120,
                          "core_links": 18900, "emerging_links": 1731, "macros": 491, "soft_skills": 16,
                          "knowledge": 15354})
        shown = self.run_json("framework", "show", "rome:K1304")
        self.assertEqual(shown["schema"], "activateur/job/1")
        self.assertTrue(shown["competences"] and shown["mobilities"] and shown["appellations"])
        self.assertEqual(self.run_json("framework", "search", "gérer une caisse")["hits"][0]["id"], "rome:118069")

    def test_output_is_remembered_and_the_same_bytes(self):
        first, second = self.dir / "a.adpf", self.dir / "b.adpf"
        self.run_cli("framework", "import", EXCERPT, "--output", first)
        self.assertEqual(self.run_json("framework", "show", "rome")["counts"]["jobs"], 7)
        self.run_cli("framework", "import", EXCERPT, "--output", second)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(len(self.run_json("framework", "list")["frameworks"]), 1)
        self.assertEqual(self.run_json("framework", "show", first)["counts"]["jobs"], 7)

    def test_search_without_hits_is_1(self):
        self.run_cli("framework", "import", EXCERPT)
        self.run_cli("framework", "search", "xylophage", expect=1)

    def test_broken_files_name_file_and_line_and_import_nothing(self):
        def broken(table, change):
            directory = self.copy()
            path = directory / f"unix_{table}_v460_utf8.csv"
            path.write_bytes(change(path.read_bytes()))
            _, err = self.run_cli("framework", "import", directory, expect=3)
            self.assertEqual(len(err.strip().splitlines()), 1, err)
            self.assertIn(path.name, err)
            self.assertFalse((self.dir / "home").exists() and any((self.dir / "home").rglob("*.adpf")))
            return err

        self.assertIn("ligne", broken("coherence_item", lambda b: b + b'"Z0000","100003",""\n'))
        self.assertIn("ligne", broken("coherence_item", lambda b: b + b'"K1304"\n'))
        self.assertIn("ligne", broken("referentiel_competence", lambda b: b + b'"never closed'))
        self.assertIn("ligne", broken("referentiel_code_rome", lambda b: b.replace("é".encode(), b"\xe9", 1)))
        self.assertIn("code_rome", broken("rubrique_mobilite", lambda b: b.replace(b'"code_rome"', b'"code"', 1)))
        directory = self.copy()
        (directory / "unix_coherence_item_v460_utf8.csv").unlink()
        self.assertIn("coherence_item", self.run_cli("framework", "import", directory, expect=3)[1])

    def test_damaged_compiled_file(self):
        file = self.dir / "rome.adpf"
        self.run_cli("framework", "import", EXCERPT, "--output", file)
        good = file.read_bytes()
        for bad in (good[:-1], good[: len(good) // 2], b"", b"not a framework", good[:2000] + b"\xff" + good[2001:]):
            file.write_bytes(bad)
            _, err = self.run_cli("framework", "show", "rome", expect=3)
            self.assertEqual(len(err.strip().splitlines()), 1, err)


if __name__ == "__main__":
    unittest.main()
