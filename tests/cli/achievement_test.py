"""Achievements on the command line: negotiated by two parties, published, issued as a badge, earned; every document by its schema."""
import json

from command_line import EXCERPT, CommandLine
from schemas import validate

COMPETENCE = "rome:489930"
AT = ("--at", "2026-06-01")
EMPLOYER = ("--as", "organisation:o-1@garage")
EDUCATOR = ("--as", "educator:e-1@centre")


class Achievements(CommandLine):
    def setUp(self):
        super().setUp()
        self.run_cli("framework", "import", EXCERPT)
        self.id = self.doc("person", "add", "--name", "Anna")["id"]

    def doc(self, *arguments, expect=0):
        document = self.run_json(*arguments, *AT, expect=expect)
        validate(document)
        return document

    def file(self, name, criteria, **more):
        document = {"name": name, "description": "Fictif", "type": "Competency", "language": "fr", "criteria": criteria,
                    "creator": {"id": "https://garage.example", "name": "Garage (fictif)"}, **more}
        validate({"schema": "activateur/achievement/1", **document})
        return self.write(name + ".json", json.dumps(document))

    def published(self, name, criteria, **more):
        record = self.doc("achievement", "add", self.file(name, criteria, **more), *EMPLOYER)
        last = record["document"]["versions"][-1]
        self.doc("achievement", "propose", record["id"], "--based-on", 1, *EMPLOYER)
        self.doc("achievement", "publish", record["id"], "--version", 1, "--digest", last["digest"], *EMPLOYER)
        return record["id"]

    def test_from_a_proposal_to_what_is_earned(self):
        wanted = {"of": [{"competence": COMPETENCE}, {"at_least": 1, "of": [
            {"experience": "volunteering", "months": 6}, {"feedback": 2, "about": COMPETENCE}]}]}
        begun = self.doc("achievement", "add", self.file("Accueillir", wanted), "--party", "educator@centre", *EMPLOYER)
        record = begun["id"]
        self.doc("achievement", "propose", record, "--based-on", 1, "--why", "Nous cherchons", *EMPLOYER)
        lighter = {"of": [{"competence": COMPETENCE}, {"experience": "volunteering", "months": 6, "declared": True}]}
        countered = self.doc("achievement", "propose", record, self.file("Accueillir", lighter), "--based-on", 1,
                             "--why", "Par l'expérience", *EDUCATOR)
        digest = countered["document"]["versions"][1]["digest"]
        seen = ("--version", 2, "--digest", digest)
        self.run_cli("achievement", "publish", record, *seen, *EMPLOYER, *AT, expect=3)
        self.doc("achievement", "refuse", record, *seen, "--reason", "Trop peu", *EMPLOYER)
        self.doc("achievement", "agree", record, *seen, *EMPLOYER)
        self.assertEqual(self.doc("achievement", "publish", record, *seen, *EMPLOYER)["document"]["state"], "published")
        shown = self.doc("achievement", "show", record)["document"]
        self.assertEqual([a["answer"] for a in shown["answers"]], ["agreed", "agreed", "refused", "agreed"])
        self.run_cli("achievement", "propose", record, "--based-on", 2, "--without", "educator@centre", "--why", "Sans réponse",
                     *EMPLOYER, *AT, expect=3)  # it has answered
        self.doc("achievement", "propose", record, self.file("Accueillir", wanted), "--based-on", 2, *EMPLOYER)
        silent = ("achievement", "propose", record, "--based-on", 3, "--without", "educator@centre")
        self.run_cli(*silent, *EMPLOYER, *AT, expect=3)
        alone = self.doc(*silent, "--why", "Sans réponse", *EMPLOYER)["document"]
        self.assertEqual((alone["state"], alone["versions"][3]["parties"]), ("agreed", ["organisation@garage"]))

        hers = ("--portfolio", "person:" + self.id)
        before = self.doc("achievement", "evaluate", record, *hers, expect=1)
        self.assertEqual((before["earned"], before["distance"]["leaves"]), (False, 2))
        self.doc("experience", "add", self.id, "--title", "Visites", "--kind", "volunteering", "--months", 8)
        self.assertEqual(self.doc("achievement", "evaluate", record, *hers, expect=1)["distance"]["leaves"], 1)
        close = self.doc("achievement", "close", *hers)
        self.assertEqual(close["next"][0]["missing"]["leaves"][0]["about"], COMPETENCE)

        # The badge of it, issued by the command that there is, is the achievement held.
        key = str(self.dir / "key.json")
        did = self.run_json("keygen", "--output", key)["did"]
        badge = self.doc_of("achievement", "export", record, "--form", "credential", "--issuer", did, "--subject",
                            "did:example:her")
        self.assertTrue(badge["credentialSubject"]["achievement"]["criteria"]["narrative"].startswith("- tous ces"))
        told = self.run_json("achievement", "export", record, "--form", "credential", "--issuer", did, "--subject",
                             "did:example:her", "--output", "exported.json", *AT)
        self.assertEqual(told, {"schema": "activateur/written/1", "file": "exported.json"})
        self.assertEqual(json.loads((self.dir / "exported.json").read_text()), badge)
        jws = self.run_json("issue", self.write("badge.json", json.dumps(badge)), "--key", key)["credential"]
        checked = self.run_json("verify", self.write("badge.jws", jws), *AT)
        self.assertEqual(checked["results"][0]["verdict"], "valid")
        self.run_cli("wallet", "add", self.id, self.dir / "badge.jws", *AT)
        # A key is nobody until a policy names it.
        unnamed = self.doc("achievement", "evaluate", record, *hers, expect=1)
        self.assertEqual((unnamed["earned"], unnamed["held"]), (False, False))
        policy = ("--policy", self.write("policy.json", json.dumps(
            {"schema": "activateur/policy/1", "id": "t", "version": "1", "recognition": {"issuers": {did: 1}}})))
        after = self.doc("achievement", "evaluate", record, *hers, *policy)
        self.assertEqual((after["earned"], after["held"], after["missing"]["leaves"]), (True, True, []))
        self.assertEqual(len(self.doc("achievement", "close", *hers, *policy)["earned"]), 1)

        target = self.doc("achievement", "export", record, "--form", "target")
        gap = self.run_json("gap", "--portfolio", "person:" + self.id, "--target",
                            self.write("target.json", json.dumps(target)), *AT)
        self.assertEqual(gap["requirements"][0]["competence"], COMPETENCE)
        self.assertFalse(target["about"]["exact"])

    def doc_of(self, *arguments):
        return self.run_json(*arguments, *AT)

    def test_forms_of_open_badges(self):
        record = self.published("Souder", {"competence": COMPETENCE}, image={"id": "https://garage.example/s.png"})
        three = self.doc_of("achievement", "export", record)
        self.assertEqual((three["type"], three["achievementType"]), (["Achievement"], "Competency"))
        self.assertEqual(three["alignment"][0]["targetCode"], COMPETENCE)
        two = self.doc_of("achievement", "export", record, "--form", "badge_class")
        self.assertEqual((two["type"], two["issuer"]), ("BadgeClass", "https://garage.example"))
        self.assertIn("la compétence «", two["criteria"]["narrative"])
        self.assertEqual(self.doc("achievement", "describe", record)["leaves"], 1)

    def test_without_a_store(self):
        portfolio = self.write("p.json", json.dumps({"experiences": [{"id": "e", "kind": "sport", "months": 9}]}))
        criteria = {"experience": "sport", "months": 6, "declared": True}
        achievement = self.file("Sport", criteria)
        found = self.doc("achievement", "evaluate", "--portfolio", portfolio, "--achievements", achievement)
        self.assertTrue(found["earned"])
        out, _ = self.run_cli("achievement", "evaluate", "--portfolio", portfolio, "--achievements", achievement, *AT)
        self.assertIn("[x]", out)

    def test_what_is_wrong_is_said(self):
        self.run_cli("achievement", "add", self.file("Rien", {"competence": "rome:0"}), *EMPLOYER, *AT, expect=3)
        self.run_cli("achievement", "add", self.write("x.json", "{}"), *EMPLOYER, *AT, expect=3)
        for text, said in (("{", "1"), ("[]", "objet")):
            broken = self.write("broken.json", text)
            for command in (("achievement", "add", broken, *EMPLOYER), ("experience", "add", "0", "--file", broken)):
                _, err = self.run_cli(*command, *AT, expect=3)
                self.assertIn("broken.json", err)
                self.assertIn(said, err)
                self.assertNotIn("interne", err)
        self.run_cli("achievement", "add", self.file("Non", {"feedback": 1}), "--as", "observer:x@labo", *AT, expect=3)
        first = self.published("Un", {"feedback": 1})
        second = self.published("Deux", {"achievement": first})
        _, err = self.run_cli("achievement", "propose", first, self.file("Un", {"achievement": second}), "--based-on", 1,
                              *EMPLOYER, *AT, expect=3)
        # Where a circle is entered is not said to be anywhere.
        self.assertTrue(f"{first} → {second} → {first}" in err or f"{second} → {first} → {second}" in err, err)

    def test_pathway(self):
        one = self.published("Un", {"experience": "any", "months": 3, "declared": True})
        two = self.published("Deux", {"feedback": 1})
        path = {"title": "Vers le garage", "steps": [
            {"id": "1", "achievement": one}, {"id": "2", "achievement": two, "after": {"of": ["1"]}}]}
        kept = self.doc("pathway", "add", self.write("path.json", json.dumps(path)))
        self.assertEqual(len(self.doc("pathway", "list")["records"]), 1)
        whom = ("--portfolio", "person:" + self.id)
        self.assertEqual(self.doc("pathway", "progress", kept["id"], *whom)["next"], ["1"])
        self.doc("experience", "add", self.id, "--title", "Club", "--kind", "sport", "--months", 4)
        now = self.doc("pathway", "progress", kept["id"], *whom)
        self.assertEqual([s["state"] for s in now["steps"]], ["earned", "open"])
        self.assertIn("s0 --> s1", self.run_cli("pathway", "draw", kept["id"])[0])
        graph = json.loads(self.run_cli("pathway", "draw", kept["id"], "--ctdl", "https://garage.example/p")[0])
        self.assertEqual(graph["@graph"][0]["@type"], "ceterms:Pathway")

    def test_who_is_close_is_counted_above_the_threshold(self):
        record = self.published("Un", {"experience": "any", "months": 3, "declared": True})
        for n in range(12):
            person = self.doc("person", "add", "--name", f"P{n}")["id"]
            self.doc("consent", "give", person, "--purpose", "recruitment", "--organisation", "garage",
                     "--text-version", "1")
            if n < 11:
                self.doc("experience", "add", person, "--title", "Club", "--kind", "sport", "--months", 4)
            near = self.doc("achievement", "near", record, *EMPLOYER)
            self.assertEqual(near["suppressed"], n < 10)
            self.assertEqual(near["named"], [])
            if n == 10:
                self.assertEqual(near["missing"]["earned"], 11)
        self.assertEqual((near["persons"], near["missing"]["earned"], near["missing"]["one"]), (12, None, None))
        self.run_cli("achievement", "near", record, "--as", "person:" + self.id, *AT, expect=3)


if __name__ == "__main__":
    import unittest
    unittest.main()
