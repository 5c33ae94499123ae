"""Importing, showing and searching frameworks."""
import json
import os
import pathlib
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

    def test_output_is_written_alone_and_the_same_bytes(self):
        first, second = self.dir / "a.adpf", self.dir / "b.adpf"
        self.run_cli("framework", "import", EXCERPT, "--output", first)
        # What was imported for the other commands stays as it is, and neither is written through the other.
        self.assertEqual(self.run_json("framework", "list")["frameworks"], [])
        kept = self.run_json("framework", "import", EXCERPT)["file"]
        self.run_cli("framework", "import", EXCERPT, "--output", second)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(os.path.islink(kept), False)
        self.assertEqual([f["id"] for f in self.run_json("framework", "list")["frameworks"]], ["rome"])
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
            _, err = self.run_cli("framework", "show", file, expect=3)
            self.assertEqual(len(err.strip().splitlines()), 1, err)

    def test_faults_are_all_told_and_can_be_left_out(self):
        directory = self.copy()
        links = directory / "unix_coherence_item_v460_utf8.csv"
        links.write_bytes(links.read_bytes() + b'"Z0000","100003",""\n"K1304","999999999",""\n')
        out, err = self.run_cli("framework", "import", directory, "--json", expect=3)
        self.assertEqual(len(err.strip().splitlines()), 2, err)
        report = json.loads(out)
        self.assertEqual(report["problem_count"], 2)
        self.assertFalse(report["taken"])
        imported = self.run_json("framework", "import", directory, "--leave-out-faults")
        self.assertEqual(imported["counts"]["jobs"], 7)
        self.assertEqual(imported["import"]["problem_count"], 2)

    def test_a_file_is_opened_as_it_was_saved_and_checked_on_demand(self):
        file = self.dir / "rome.adpf"
        self.run_cli("framework", "import", EXCERPT, "--output", file)
        self.run_cli("framework", "check", file)
        stamp = file.stat()
        good = file.read_bytes()
        file.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        self.assertIn("endommagé", self.run_cli("framework", "check", file, expect=3)[1])

    def test_two_versions_are_compared_and_followed(self):
        first = self.dir / "first.adpf"
        self.run_cli("framework", "import", EXCERPT, "--output", first)
        directory = self.copy()
        competences = directory / "unix_referentiel_competence_v460_utf8.csv"
        text = competences.read_text(encoding="utf-8")
        competences.write_text(text.replace('"300303","Compétence","Procéder à l\'encaissement"',
                                            '"300303","Compétence","Encaisser les clients"'), encoding="utf-8")
        second = self.dir / "second.adpf"
        self.run_cli("framework", "import", directory, "--edition", "61", "--output", second)
        found = self.run_json("framework", "diff", first, second)
        self.assertEqual((found["from"], found["to"]), ("60", "61"))
        self.assertEqual(found["counts"]["competences"]["relabelled"], 1)
        self.assertEqual(found["entries"][0]["label_before"], "Procéder à l'encaissement")
        step = self.run_json("framework", "migrate", first, second, "--code", "300303")["steps"][0]
        self.assertEqual((step["kind"], step["certain"]), ("relabelled", True))

    def test_words_lead_to_competences_and_jobs(self):
        self.run_cli("framework", "import", EXCERPT)
        found = self.run_json("identify", "j'ai tenu la caisse et je faisais les lits")
        first = found["competences"][0]
        self.assertIn(first["id"], ("rome:118069", "rome:300303"))
        self.assertTrue(0 < first["confidence"] <= 1)
        self.assertIn("caisse", first["spans"][0]["text"])
        self.run_cli("identify", "xylophage zzz", expect=1)
        self.run_cli("identify", expect=2)

    def test_a_territorys_own_words_are_read_by_a_plugin(self):
        self.run_cli("framework", "import", EXCERPT)
        manifest = next(pathlib.Path(p["manifest"]) for p in self.run_json("plugin", "list")["plugins"]
                        if p["id"] == "activateur.text.words")
        for name in ("word-list.so", "word-list.plugin.json"):
            self.write(name, (manifest.parent / name).read_bytes())
        key = str(self.dir / "key.json")
        self.run_cli("keygen", "--output", key)
        text = "J'ai tenu le pédibus et la caisse"
        plugin = ("--plugin", "word-list.plugin.json", "--trust", key)
        self.run_cli("identify", text, *plugin, expect=3)  # nobody signed it
        self.run_cli("plugin", "sign", "word-list.plugin.json", "--key", key)
        found = self.run_json("identify", text, *plugin)
        self.assertEqual(found["sources"],
                         [{"name": "activateur.text.words", "version": "1.0.0", "proposals": 2}])
        by_id = {one["id"]: one for one in found["competences"]}
        self.assertEqual((by_id["rome:123872"]["source"], by_id["rome:123872"]["version"]),
                         ("activateur.text.words", "1.0.0"))
        self.assertEqual([span["text"] for span in by_id["rome:123872"]["spans"]], ["pédibus"])
        self.assertIn("words", [one["source"] for one in found["competences"]])
        self.assertIn("[activateur.text.words]", self.run_cli("identify", text, *plugin)[0])
        self.assertEqual(self.run_json("identify", text)["sources"], [])

    def test_a_search_has_filters_and_pages(self):
        self.run_cli("framework", "import", EXCERPT)
        all_of = self.run_json("framework", "search", "hygiène", "--filter", "type=competence")
        self.assertTrue(all_of["hits"] and all(h["type"] == "competence" for h in all_of["hits"]))
        second = self.run_json("framework", "search", "hygiène", "--filter", "type=competence", "--offset", "1", "--limit", "1")
        self.assertEqual(second["hits"][0]["id"], all_of["hits"][1]["id"])
        self.assertEqual(second["total"], all_of["total"])
        self.run_cli("framework", "search", "caisse", "--filter", "colour=red", expect=3)

    def test_near_align_and_detect(self):
        self.run_cli("framework", "import", EXCERPT)
        near = self.run_json("framework", "near", "rome:K1302", "--limit", "3")
        self.assertEqual(near["schema"], "activateur/near/1")
        self.assertEqual(len(near["near"]), 3)
        met = self.run_json("framework", "align", "--code", "118069", "--in", "ROME 4.0")
        self.assertEqual(met["entry"]["id"], "rome:118069")
        self.run_cli("framework", "align", "--label", "xylophage", expect=1)
        detected = self.run_json("framework", "detect", "rome", "--kind", "transversal")
        self.assertEqual(detected["schema"], "activateur/detection/1")

    def test_an_export_is_read_back(self):
        self.run_cli("framework", "import", EXCERPT)
        file = self.dir / "rome.json"
        self.run_cli("framework", "export", "rome", "--format", "case", "--output", file)
        counts = self.run_json("framework", "import", file, "--id", "copy")["counts"]
        self.assertEqual(counts["competences"], self.run_json("framework", "show", "rome")["counts"]["competences"])


if __name__ == "__main__":
    unittest.main()
