"""Many persons against many targets."""
import json
import unittest

from command_line import EXCERPT, CommandLine


class Batch(CommandLine):
    def setUp(self):
        super().setUp()
        self.run_cli("framework", "import", EXCERPT)
        self.one = self.write("one.json", '{"person":"anna","holds_job":"rome:K1304"}')
        self.lines = self.write("many.ndjson", '{"person":"bob","holds_job":"rome:G1607"}\n\n{"person":"carl","wrong":1}\n'
                                               'not json\n{"person":"dora"}\n')

    def test_one_document_of_persons_in_their_order(self):
        batch = self.run_json("batch", self.one, self.lines, "--top", 2, expect=1)
        self.assertEqual(batch["schema"], "activateur/batch/1")
        self.assertEqual([p.get("person") for p in batch["persons"]], ["anna", "bob", "carl", None, "dora"])
        self.assertEqual([p["position"] for p in batch["persons"]], [0, 1, 2, 3, 4])
        self.assertEqual(["error" in p for p in batch["persons"]], [False, False, True, True, False])
        self.assertEqual(batch["failed"], 2)
        self.assertEqual([t["id"] for t in batch["persons"][0]["targets"]][0], "rome:K1304")
        self.assertEqual(len(batch["persons"][4]["targets"]), 2)

    def test_scores_are_those_of_the_gap(self):
        batch = self.run_json("batch", self.one, "--target", "rome:K1311", "--at", "2026-06-01")
        gap = self.run_json("gap", "--portfolio", self.one, "--target", "rome:K1311", "--at", "2026-06-01")
        for bound in ("belief", "expectation", "plausibility"):
            self.assertAlmostEqual(batch["persons"][0]["targets"][0][bound], gap["coverage"][bound], 6)

    def test_a_target_of_ones_own(self):
        target = self.write("t.json", json.dumps({"schema": "activateur/target/1", "id": "offre", "kind": "vacancy",
                                                  "label": "Offre", "requirements": [{"competence": "rome:489930"}]}))
        batch = self.run_json("batch", self.one, "--target", target, "--target", "rome:K1304", "--top", 0)
        self.assertEqual([t["id"] for t in batch["persons"][0]["targets"]], ["offre", "rome:K1304"])

    def test_lines_come_within_little_memory_and_say_the_same(self):
        many = self.write("p.jsonl", "".join(json.dumps({"person": f"p{i}", "holds_job": "rome:K1304"}) + "\n"
                                             for i in range(300)))
        arguments = ("batch", many, "--top", 1, "--at", "2026-06-01")
        self.run_cli(*arguments, "--json", "--memory", 1, expect=3)
        out, _ = self.run_cli(*arguments, "--lines", "--memory", 1)
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(len(lines), 300)
        whole = self.run_json(*arguments, "--threads", 2)
        self.assertEqual(lines, whole["persons"])

    def test_text_names_each_person(self):
        out, err = self.run_cli("batch", self.one, self.lines, "--lang", "en", expect=1)
        self.assertIn("anna", out)
        self.assertIn("rome:K1304", out)
        self.assertIn("5 persons, 2 failed", err)

    def test_files_that_cannot_be_read_are_persons_that_failed(self):
        self.run_cli("batch", "none.ndjson", expect=1)
        broken = self.write("broken.json", "{bad")
        batch = self.run_json("batch", "none.json", self.one, broken, self.lines, expect=1)
        errors = [p.get("error") for p in batch["persons"]]
        self.assertEqual(errors[0]["code"], "file.unreadable")
        self.assertIn("none.json", errors[0]["message"])
        self.assertIsNone(errors[1])
        self.assertIn("broken.json, ligne 1, colonne 2", errors[2]["message"])
        self.assertEqual(batch["persons"][1]["person"], "anna")
        self.assertTrue(errors[5]["message"].startswith(f"{self.lines}:4"), errors[5])
        self.assertEqual(batch["failed"], 4)

    def test_what_cannot_be_done_is_3(self):
        self.run_cli("batch", self.one, "--target", "rome:NONE", expect=3)
        self.run_cli("batch", expect=2)


if __name__ == "__main__":
    unittest.main()
