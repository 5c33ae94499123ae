"""Making a territory of what the field publishes, and planning in it."""
import json
import unittest

from command_line import EXCERPT, SOURCE, CommandLine, shared

LHEO = """<?xml version="1.0" encoding="UTF-8"?>
<lheo xmlns="http://lheo.gouv.fr/2.3"><offres><formation numero="F1">
<intitule-formation>Assistant de vie</intitule-formation>
<certification><code-RNCP>{code}</code-RNCP></certification>
<action numero="A1"><modalites-enseignement>0</modalites-enseignement>
<modalites-entrees-sorties>0</modalites-entrees-sorties>
<session><periode><debut>{begin}</debut><fin>20270228</fin></periode></session>
<prix-total-TTC>900</prix-total-TTC><nombre-heures-total>140</nombre-heures-total></action>
</formation></offres></lheo>
"""
SERVICES = json.dumps({"items": [{"id": "s--a", "structure_id": "s", "nom": "Garde solidaire", "frais": "gratuit",
                                  "thematiques": ["famille--garde-denfants"], "modes_accueil": ["en-presentiel"]}]})
DERIVATION = json.dumps({"schema": "activateur/derivation/1", "source": "Ville", "derive": [
    {"kind": "observation", "of": "rome:K1304", "weeks": 1, "hours": 4, "needs_if_lacking": ["childcare_solved"]}]})
TARGET = json.dumps({"schema": "activateur/target/1", "id": "t", "kind": "vacancy", "label": "Cible",
                     "requirements": [{"competence": "rome:115131", "importance": "core"}],
                     "conditions": [{"name": "rncp:RNCP320", "label": "Assistant de vie", "essential": True}]})


class Territory(CommandLine):
    def sources(self, begin="20270118", code="320"):
        return [self.write("offers.xml", LHEO.format(begin=begin, code=code)), self.write("services.json", SERVICES),
                self.write("derive.json", DERIVATION)]

    def test_import_then_plan(self):
        self.run_cli("framework", "import", EXCERPT)
        out = self.run_json("territory", "import", *self.sources(), "--output", "territory.json", "--id", "val",
                            "--name", "Le Val", "--at", "2026-11-24")
        self.assertEqual([s["format"] for s in out["sources"]], ["lheo", "data-inclusion", "derivation"])
        self.assertEqual(out["territory"], {"id": "val", "name": "Le Val", "opportunities": 3, "of_use": 3,
                                            "kinds": {"observation": 1, "support": 1, "training": 1}})
        portfolio = {"schema": "activateur/portfolio/1", "person": "p",
                     "constraints": {"budget_euros": 1000, "weekly_hours": 35, "barriers": ["childcare"]}}
        plan = self.run_json("plan", "--portfolio", self.write("p.json", json.dumps(portfolio)), "--target",
                             self.write("t.json", TARGET), "--territory", "territory.json", "--at", "2026-11-24")
        self.assertEqual([s["action"] for s in plan["steps"]],
                         ["data-inclusion:s--a", "derived:observation:rome:K1304", "lheo:F1/A1/6w"])
        self.assertEqual([s["start_week"] for s in plan["steps"]], [0, 1, 7])
        self.assertEqual(plan["steps"][2]["start"], "2027-01-18")
        self.assertEqual(plan["steps"][2]["cost_euros"], 900)

    def test_faults_are_told_with_their_place_and_nothing_is_written(self):
        out, err = self.run_cli("territory", "import", *self.sources(begin="soon"), "--output", "t.json", expect=3)
        self.assertEqual(out, "")
        self.assertEqual(len(err.strip().splitlines()), 2, err)
        self.assertIn("offers.xml, ligne 7", err)
        self.assertIn("/derive/0/of", err)  # no framework at hand
        self.assertFalse((self.dir / "t.json").exists())
        report = self.run_json("territory", "import", *self.sources(begin="soon"), "--output", "t.json",
                               "--leave-out-faults")
        self.assertEqual(report["problem_count"], 2)
        self.assertEqual(report["territory"]["opportunities"], 1)

    def test_check(self):
        demo = SOURCE / "data" / "demo" / "territory.json"
        self.run_cli("framework", "import", EXCERPT)
        report = self.run_json("territory", "check", demo, "--at", "2026-11-24")
        self.assertEqual((report["taken"], report["problem_count"]), (True, 0))
        late = self.run_json("territory", "check", demo, "--at", "2028-01-01")
        self.assertEqual([n["code"] for n in late["notes"]], ["territory_import.past"])
        broken = json.loads(demo.read_text(encoding="utf-8"))
        broken["opportunities"][0]["kind"] = "party"
        _, err = self.run_cli("territory", "check", self.write("broken.json", json.dumps(broken)), expect=1)
        self.assertIn("/opportunities/0/kind", err)

    def test_what_is_no_source(self):
        self.run_cli("territory", "import", self.write("a.txt", "hello"), "--output", "t.json", expect=3)
        self.run_cli("territory", "import", "nowhere", "--output", "t.json", expect=3)
        self.run_cli("territory", "import", expect=2)
        self.run_cli("territory", "import", *self.sources(), "--output", "t.json", "--format", "excel", expect=3)
        self.run_cli("territory", "import", *self.sources(), "--output", "t.json", "--from", "91", "0", expect=3)

    def test_published_index(self):
        carif = shared("data/trefle_lheo/carif.xml")
        if carif is None:
            self.skipTest("set ACTIVATEUR_SHARED")
        report = self.run_json("territory", "check", carif, "--at", "2017-06-01")
        self.assertEqual(report["territory"]["opportunities"], 10)


if __name__ == "__main__":
    unittest.main()
