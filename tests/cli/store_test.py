"""The store on the command line: from a person's first experience to her gap, her rights, and every document by its schema."""
import json
import unittest

from command_line import EXCERPT, SOURCE, CommandLine
from schemas import jsonschema, validate


class Store(CommandLine):
    GUIDE = ("--as", "guide:g-1@mission-locale")

    def setUp(self):
        super().setUp()
        self.at = ("--at", "2026-06-01")
        self.id = self.doc("person", "add", "--name", "Anna", "--system", "si", "--value", "17")["id"]

    def doc(self, *arguments, expect=0):
        document = self.run_json(*arguments, *self.at, expect=expect)
        validate(document)
        return document

    def test_schemas_are_looked_at(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not there: documents are not compared with their schemas")
        with self.assertRaises(jsonschema.ValidationError):
            validate({"schema": "activateur/tidied/1", "requests": 0})

    def test_from_an_experience_to_the_gap(self):
        self.run_cli("framework", "import", EXCERPT)
        lived = self.doc("experience", "add", self.id, "--title", "Visites", "--kind", "volunteering", "--months", 38,
                         "--job", "rome:K1304", "--text", "j'ai aidé des personnes à préparer et prendre leurs repas")
        found = self.doc("experience", "identify", self.id, lived["id"])
        suggested = [c["competence"] for c in found["document"]["competences"] if c["origin"] == "suggested"]
        self.assertTrue(suggested)
        chosen = self.doc("experience", "choose", self.id, lived["id"], suggested[0], "rome:489933")
        origins = {c["competence"]: c["origin"] for c in chosen["document"]["competences"]}
        self.assertEqual(origins[suggested[0]], "chosen")
        self.assertEqual(origins["rome:489933"], "added")
        self.doc("experience", "assess", self.id, "--competence", suggested[0], "--level", 3, "--experience", lived["id"])
        portfolio = self.doc("person", "portfolio", self.id)
        self.assertEqual(sorted(portfolio["experiences"][0]["competences"]), sorted([suggested[0], "rome:489933"]))
        gap = self.run_json("gap", "--portfolio", "person:" + self.id, "--target", "rome:K1304", "--at", "2026-06-01")
        self.assertGreater(gap["coverage"]["expectation"], 0.1)
        self.assertEqual(self.doc("experience", "list", self.id)["records"][0]["version"], 3)

    def test_lists_are_whole(self):
        for i in range(101):  # more than a page of the library
            self.run_cli("experience", "add", self.id, "--title", f"E{i}", *self.at)
        listed = self.doc("experience", "list", self.id)
        self.assertEqual({r["document"]["title"] for r in listed["records"]}, {f"E{i}" for i in range(101)})
        self.assertEqual(len(listed["records"]), 101)
        self.assertNotIn("next", listed)

    def test_a_file_that_is_not_there_hinders_no_other(self):
        added = self.doc("wallet", "add", self.id, "none.jwt", SOURCE / "examples/badge.jwt", expect=1)
        self.assertEqual([r.get("error", {}).get("code") for r in added["results"]], ["file.read", None])
        self.assertEqual(len(self.doc("wallet", "list", self.id)["records"]), 1)

    def test_what_is_not_the_files_fault_ends_the_command(self):
        for who in ("01a2280e-57ee-7cc4-8e61-1aea3d52ee2c", self.id):
            _, wrong = self.run_cli("wallet", "add", who, SOURCE / "examples/badge.jwt", "--as", "guide:g@elsewhere",
                                    *self.at, expect=3)
            self.assertEqual(len(wrong.strip().splitlines()), 1, wrong)

    def test_feedback_by_a_link(self):
        out, err = self.run_cli("feedback", "ask", self.id, "--competence", "rome:1", "--expires", "2020-01-01", *self.at,
                                expect=3)
        self.assertEqual((out, "déjà passé" in err), ("", True))  # no dead link is handed out
        asked = self.doc("feedback", "ask", self.id, "--competence", "rome:1", "--question", "Qu'avez-vous vu ?")
        question = self.doc("feedback", "question", asked["token"])
        self.assertEqual(question["question"], "Qu'avez-vous vu ?")
        answer = ("feedback", "answer", asked["token"], "--role", "client", "--level", "rome:1=3", "--text", "Elle écoute.",
                  "--kind", "endorsement", *self.at)
        kept = self.run_json(*answer)
        validate(kept)
        self.run_cli(*answer, expect=3)
        said = self.doc("feedback", "list", self.id)["records"][0]["document"]
        self.assertEqual((said["level"], said["text"], said["kind"]), (3, "Elle écoute.", "endorsement"))
        self.doc("feedback", "revoke", self.id, asked["id"])
        self.run_cli("feedback", "answer", "x", "--role", "client", "--level", "rome:1=9", expect=2)

    def test_consent_opens_and_closes(self):
        self.run_cli("person", "show", self.id, *self.GUIDE, expect=3)
        given = self.doc("consent", "give", self.id, "--purpose", "accompaniment", "--organisation", "mission-locale",
                         "--text-version", "2026-01")
        self.assertEqual(self.doc("person", "show", self.id, *self.GUIDE)["name"], "Anna")
        self.doc("consent", "withdraw", self.id, given["id"])
        _, err = self.run_cli("person", "show", self.id, *self.GUIDE, "--lang", "en", expect=3)
        self.assertIn("does not consent", err)
        self.assertIsNotNone(self.doc("consent", "list", self.id)["consents"][0]["withdrawn"])

    def test_wallet(self):
        badge = (SOURCE / "examples/badge.jwt").read_bytes()
        file = self.write("badge.jwt", badge)
        added = self.doc("wallet", "add", self.id, file, self.write("none", "no badge"), expect=1)
        self.assertEqual(["record" in r for r in added["results"]], [True, False])
        record = added["results"][0]["record"]["id"]
        self.run_cli("wallet", "get", self.id, record, "-o", "again.jwt")
        self.assertEqual((self.dir / "again.jwt").read_bytes(), badge)
        wallet = self.run_json("wallet", "verify", self.id, "--at", "2026-06-01")
        validate(wallet)
        self.assertEqual(wallet["credentials"][0]["verification"]["verdict"], "valid")
        self.assertEqual(len(self.doc("wallet", "list", self.id)["records"]), 1)

    def test_showcase_from_a_draft_to_what_others_see(self):
        self.run_cli("framework", "import", EXCERPT)
        lived = self.doc("experience", "add", self.id, "--title", "Visites", "--kind", "volunteering", "--months", 38,
                         "--job", "rome:K1304", "--text", "mes mots")
        badge = self.write("badge.jwt", (SOURCE / "examples/badge.jwt").read_bytes())
        added = self.doc("wallet", "add", self.id, badge)["results"][0]["record"]
        draft = {"schema": "activateur/showcase/1", "title": "Mes soins", "audience": "Garage", "language": "fr", "sections": [
            {"title": "Vécu", "items": [{"record": lived["id"], "hide": ["text"]}, {"record": added["id"]},
                                        {"competence": "rome:120684"}]}]}
        validate(draft)
        file = self.write("draft.json", json.dumps(draft).encode())
        made = self.doc("showcase", "draft", self.id, "--file", file)
        version = self.doc("showcase", "publish", self.id, made["id"])
        self.assertEqual(version["document"]["number"], 1)
        link = self.doc("showcase", "share", self.id, version["id"], "--label", "Garage", "--openings", 3)
        opened = self.doc("showcase", "open", link["token"])
        items = opened["sections"][0]["items"]
        self.assertEqual([i["kind"] for i in items], ["experience", "credential", "opinion"])
        self.assertNotIn("text", items[0])
        self.assertEqual(items[1]["file"], (SOURCE / "examples/badge.jwt").read_text().strip())
        self.assertTrue(items[2]["label"])
        self.assertEqual(self.doc("showcase", "read", self.id, version["id"]), opened)
        # The ways out: a page, a record that is signed and verifies, linked data, Europass.
        self.run_cli("showcase", "open", link["token"], "--format", "html", "-o", "page.html", *self.at)
        self.assertIn("Mes soins", (self.dir / "page.html").read_text(encoding="utf-8"))
        # What cannot be made spends no opening, and only a link is revoked.
        self.run_cli("showcase", "open", link["token"], "--format", "clr", *self.at, expect=3)
        self.assertEqual(self.doc("showcase", "open", link["token"]), opened)
        self.run_cli("showcase", "revoke", self.id, version["id"], *self.at, expect=2)
        self.run_cli("showcase", "revoke", self.id, lived["id"], *self.at, expect=2)
        self.assertEqual(self.doc("showcase", "read", self.id, version["id"]), opened)
        shown = self.write("shown.json", json.dumps(opened).encode())
        did = self.run_json("keygen", "--output", "host.jwk")["did"]
        self.run_json("keygen", "--output", "hers.jwk")
        self.run_cli("showcase", "export", shown, "--format", "clr-enveloped", "--issuer", did,
                     "-o", "clr.json", "--own-key", "hers.jwk")
        self.run_cli("issue", "clr.json", "--key", "host.jwk", "--at", "2026-06-01", "--output", "clr.jwt")
        result = self.run_json("verify", "clr.jwt", "--at", "2026-06-01")["results"][0]
        self.assertEqual(result["verdict"], "valid")
        # The badge, a token in its envelope, and what she lived, by her own key.
        self.assertEqual([c["code"] for c in result["checks"] if c["name"] == "contents"].count("contents.valid"), 2)
        _, wrong = self.run_cli("showcase", "export", shown, "--format", "clr", "--issuer", did, "--lang", "en", expect=3)
        self.assertIn("clr-enveloped", wrong)
        for name, start in (("json-ld", '{'), ("europass", "<?xml")):
            self.run_cli("showcase", "export", shown, "--format", name, "-o", "out")
            self.assertTrue((self.dir / "out").read_text(encoding="utf-8").startswith(start))
        self.run_cli("showcase", "export", shown, "--format", "clr", expect=3)
        # What closes it.
        self.assertEqual(self.doc("showcase", "links", self.id)["records"][0]["document"]["opened"], 3)
        self.doc("showcase", "revoke", self.id, link["id"])
        _, wrong = self.run_cli("showcase", "open", link["token"], "--lang", "en", expect=3)
        self.assertIn("opens nothing", wrong)
        other = self.doc("showcase", "share", self.id, version["id"])
        # Opened and then not to be made or not to be written: what was opened is handed over all the same.
        for wish in (("--format", "clr", "--issuer", "not an address"), ("--format", "html", "-o", "draft.json/page.html")):
            out, wrong = self.run_cli("showcase", "open", other["token"], *wish, "--lang", "en", *self.at, expect=3)
            self.assertEqual(json.loads(out), opened)
            self.assertIn("standard output", wrong)
        self.doc("showcase", "withdraw", self.id, version["id"])
        self.run_cli("showcase", "open", other["token"], expect=3)
        self.assertIn("withdrawn", self.doc("showcase", "versions", self.id)["records"][0]["document"])
        out, _ = self.run_cli("showcase", "list", self.id)
        self.assertIn("retirée", out)
        self.doc("person", "export", self.id)

    def test_rights_of_the_person_and_upkeep(self):
        self.doc("experience", "add", self.id, "--title", "Visites")
        self.assertEqual(self.doc("person", "find", "si", "17")["id"], self.id)
        self.doc("person", "change", self.id, "--name", "Annie")
        export = self.doc("person", "export", self.id)
        self.assertEqual(export["records"][0]["origin"], "provided")
        self.assertTrue(self.doc("store", "check")["ok"])
        for command in ("due", "tidy", "count", "journal", "changes"):
            self.doc("store", command)
        self.doc("store", "backup", "b.adps", "--keys", "k1")
        self.doc("person", "erase", self.id)
        self.run_cli("person", "show", self.id, expect=3)
        self.doc("store", "backup", "--keys-only", "--keys", "k2")
        self.run_json("store", "restore", "b.adps", "--keys", "k2", "--into", "r.adps")
        key = self.dir / "home/store.adps.key"
        self.run_cli("person", "show", self.id, "--store", "r.adps", "--key", key, expect=3)
        self.assertEqual(key.stat().st_mode & 0o777, 0o600)
        validate(json.loads((SOURCE / "data/store-policy.json").read_text()))

    def test_what_cannot_be_done_says_so(self):
        _, err = self.run_cli("experience", "add", self.id, "--title", "n° 1850578006048", "--lang", "en", expect=3)
        self.assertIn("social security number", err)
        self.assertNotIn("1850578006048", err)
        self.run_cli("person", "show", "nobody", expect=3)
        self.run_cli("person", "show", self.id, "--as", "king", expect=2)
        self.run_cli("person", "show", self.id, "--key", self.write("k", "zz"), expect=3)
        self.run_cli("person", "show", self.id, "--store", self.write("not-a-store", "x" * 5000), "--key",
                     self.dir / "home/store.adps.key", expect=3)


if __name__ == "__main__":
    unittest.main()
