"""French by default: words instead of the documents' values, usage errors, reasons, numbers with their nouns; and English when asked."""
import json
import re
import unittest

from command_line import EXCERPT, SOURCE, CommandLine

AT = ("--at", "2026-06-01")
EMPLOYER = ("--as", "organisation:o-1@garage")

# Each vocabulary of the command line, and the schema that has all its values.
SCHEMAS = {
    "act": ("map-target", "/properties/open/items/properties/sets/items/items/properties/act"),
    "answer": ("negotiation", "/properties/answers/items/properties/answer"),
    "change": ("changes", "/properties/changes/items/properties/what"),
    "check": ("verification", "/$defs/check/properties/name"),
    "correspondence": ("correspondences", "/properties/correspondences/items/properties/relation"),
    "experience": ("record", "/$defs/experience/properties/kind"),
    "framework_change": ("framework-difference", "/properties/entries/items/properties/changes/items"),
    "importance": ("job", "/properties/competences/items/properties/importance"),
    "migration": ("migration", "/properties/steps/items/properties/kind"),
    "negotiation": ("negotiation", "/properties/state"),
    "operation": ("journal", "/properties/entries/items/properties/operation"),
    "opportunity": ("territory", "/properties/opportunities/items/properties/kind"),
    "origin": ("record", "/$defs/experience/properties/competences/items/properties/origin"),
    "pathway_step": ("pathway-progress", "/properties/steps/items/properties/state"),
    "record": ("changes", "/properties/changes/items/properties/kind"),
    "requirement": ("gap", "/properties/requirements/items/properties/state"),
    "retention": ("store-policy", "/properties/retention/items/properties/period"),
    "role": ("journal", "/properties/entries/items/properties/role"),
    "step": ("plan", "/properties/steps/items/properties/state"),
    "verdict": ("verification", "/$defs/verdict"),
    "voice": ("feedback-answer", "/properties/role"),
    "zone": ("map-target", "/properties/target/properties/zone"),
}


class Words(unittest.TestCase):
    def test_every_value_of_a_document_has_its_word(self):
        known = {}
        for vocabulary, value in re.findall(r'\{words::(\w+), "([^"]+)",', (SOURCE / "adapters/cli/words.cpp").read_text()):
            known.setdefault(vocabulary, set()).add(value)
        for vocabulary, (schema, pointer) in SCHEMAS.items():
            node = json.loads((SOURCE / "docs/schemas" / (schema + ".json")).read_text())
            for step in pointer.split("/")[1:]:
                node = node[step]
            self.assertLessEqual(set(node["enum"]), known[vocabulary], vocabulary)
        purposes = json.loads((SOURCE / "data/store-policy.json").read_text())["purposes"]
        self.assertLessEqual(set(purposes), known["purpose"])


class French(CommandLine):
    def said(self, *arguments, expect=0):
        out, err = self.run_cli(*arguments, expect=expect)
        words = re.sub("(?m)^curseur : .*$", "", (out + err).replace(str(self.dir), ""))
        self.assertNotRegex(words, r"\b[a-z]+_[a-z]+\b", arguments)  # "to_explore", "after_recognition"
        return out + err

    def both(self, *arguments, expect=0):
        return self.said(*arguments, expect=expect), "".join(self.run_cli(*arguments, "--lang", "en", expect=expect))

    def test_map_batch_and_frameworks(self):
        self.run_cli("framework", "import", EXCERPT)
        portfolio = self.write("p.json", json.dumps({"holds_job": "rome:K1304"}))
        self.assertRegex(self.said("map", "--portfolio", portfolio, "--open", "rome:K1302"), "faire reconnaître :|apprendre :|explorer :")
        french, english = self.both("batch", portfolio)
        self.assertRegex(french, "dès maintenant|après reconnaissance|chemin court|chemin long")
        self.assertIn("1 personne, 0 en erreur.", french)
        self.assertRegex(english, "after recognition|short path|long path|now")
        self.assertIn("1 person, 0 failed.", english)
        one = self.run_json("batch", portfolio, "--target", "rome:K1304")
        self.assertTrue(one["text"].startswith("1 personne face à 1 cible ; 0 n'a pas pu être lue"), one["text"])
        french, english = self.both("framework", "show", "rome:K1304")
        self.assertIn("[cœur]", french)
        self.assertIn("[core]", english)

    def test_ids_are_shown_whole(self):
        sheet = self.write("s.csv", "code,competence,job,job_code\nun-identifiant-fort-long,Servir,Servir les clients,servir-les-clients\n")
        self.run_cli("framework", "import", sheet, "--id", "maison", "--edition", "1", "--title", "Maison",
                     "--attribution", "Maison (fictive)")
        found, _ = self.run_cli("framework", "search", "servir")
        ids = [line.split(" ")[0] for line in found.splitlines()]
        self.assertTrue(ids)
        for one in ids:
            shown, _ = self.run_cli("framework", "show", one)
            for line in shown.splitlines()[2:]:
                if line.startswith("  maison:"):
                    self.run_cli("framework", "show", line.split()[0])
        self.assertNotIn("…", found)

    def test_the_store(self):
        anna = self.run_json("person", "add", "--name", "Anna", *AT)["id"]
        told = self.said("experience", "add", anna, "--title", "Visites", "--kind", "volunteering", *AT)
        self.assertIn("(bénévolat)", told)
        lived = told.split()[0]
        self.assertIn("[ajoutée]", self.said("experience", "choose", anna, lived, "rome:1", *AT))
        asked = self.run_json("feedback", "ask", anna, "--competence", "rome:1", *AT)
        self.run_cli("feedback", "answer", "--role", "colleague", "--level", "rome:1=3", *AT, "--", asked["token"])
        self.assertIn("collègue", self.said("feedback", "list", anna, *AT))
        self.assertIn("accompagnement", self.said("consent", "give", anna, "--purpose", "accompaniment", "--organisation", "o",
                                                  "--text-version", "1", *AT))
        self.assertRegex(self.said("wallet", "add", anna, SOURCE / "examples/badge.jwt", *AT), "valide|indéterminé")
        refused = self.said("person", "show", anna, "--as", "observer:o-1", *AT, expect=3)
        self.assertIn("« observateur » n'a pas ici le droit « lire » sur « profil »", refused)
        journal = self.said("store", "journal", *AT)
        for word in ("observateur", "lire", "profil"):
            self.assertIn(word, journal)
        self.assertIn("expérience", self.said("store", "count", *AT))
        self.assertIn("ajouté", self.said("store", "changes", *AT))

    def test_retention_is_told_in_words_and_in_the_language(self):
        anna = self.run_json("person", "add", "--name", "Anna", *AT)["id"]
        french, english = self.both("store", "due", "--at", "2029-01-01")
        self.assertIn(anna + "  2026-06-01", french)
        self.assertIn("730 jours  Deux ans après le dernier contact", french)
        self.assertIn("730 days  Two years after the last contact", english)
        self.assertIn("Rien n'est dû.", self.said("store", "due", *AT))
        self.assertEqual(self.run_json("store", "due", *AT)["periods"][0]["reason"][:9], "Deux ans ")
        self.assertEqual(self.said("store", "tidy", *AT), "Retirés : 0 demande ou lien, 0 entrée du journal.\n")
        self.assertEqual(self.run_json("store", "tidy", *AT)["schema"], "activateur/tidied/1")

    def test_achievements(self):
        self.run_cli("framework", "import", EXCERPT)
        anna = self.run_json("person", "add", "--name", "Anna", *AT)["id"]
        file = self.write("a.json", json.dumps({
            "name": "Accueillir", "description": "Fictif", "type": "Competency", "language": "fr",
            "criteria": {"feedback": 1, "about": "rome:489930"}, "creator": {"id": "https://garage.example", "name": "Garage"}}))
        shown = self.said("achievement", "add", file, *EMPLOYER, *AT)
        record = shown.split()[0]
        self.assertIn("brouillon", shown)
        self.said("achievement", "propose", record, "--based-on", "1", *EMPLOYER, *AT)
        digest = self.run_json("achievement", "show", record, *AT)["document"]["versions"][0]["digest"]
        self.said("achievement", "publish", record, "--version", "1", "--digest", digest, *EMPLOYER, *AT)
        self.assertIn("publiée", self.said("achievement", "list", *AT))
        self.assertRegex(self.said("achievement", "evaluate", record, "--portfolio", "person:" + anna, *AT, expect=1),
                         r"\(à (explorer|acquérir)\)")
        french, english = self.both("achievement", "close", "--portfolio", "person:" + anna, *AT)
        self.assertIn("1 critère manquant\n", french)
        self.assertIn("1 criterion missing\n", english)

    def test_usage_is_wholly_in_french(self):
        for arguments, sentence in (
                ([], "il manque une commande"),
                (["plan", "--threads", "100"], "une valeur n'est pas acceptée : --threads va de 1 à 64, « 100 » n'en est pas"),
                (["plan", "--threads", "x"], "--threads"),
                (["plan", "--front", "cost"], "--front demande au moins 2 valeurs ; données : 1"),
                (["plan", "--front", "cost,cost"], "--front nomme deux fois un critère"),
                (["plan", "--front", "cost,luck"], "--front est l'un de weeks,cost,hours,distance,steps, « luck » n'en est pas"),
                (["plan", "render", "p", "--format", "pdf", "--output", "o"], "--format est l'un de html,"),
                (["plan", "--time-limit", "-1"], "--time-limit est un nombre de 0 à 1e9, « -1 » n'en est pas un"),
                (["identify", "x", "--limit", "-1"], "--limit est un nombre à partir de 0, « -1 » n'en est pas un"),
                (["identify", "x", "--limit", "a"], "--limit"),
                (["verify"], "il manque files"),
                (["verify", "--at"], "il manque une valeur à --at"),
                (["verify", "x", "--online", "--offline"], "ne va pas avec --o"),
                (["verify", "x", "--ca-file", "y"], "--ca-file demande --online"),
                (["verify", "x", "--nonsense"], "inattendu : --nonsense"),
                (["territory", "check", "x", "--lang", "de"], "--lang est l'un de fr,en, « de » n'en est pas"),
                (["store"], "il manque une commande")):
            out, err = self.run_cli(*arguments, expect=2)
            self.assertEqual(out, "")
            self.assertIn(sentence, err)
            self.assertNotRegex(err, r"\b(not|required|range|the|Value|value|number|named|missing|given|convert)\b", arguments)

    def test_reasons_of_the_system_are_in_the_language(self):
        french, english = self.both("verify", "--documents", "nowhere", SOURCE / "examples/badge.jwt", expect=3)
        self.assertIn("il n'existe pas", french)
        self.assertIn("it does not exist", english)
        self.write("file", "x")
        self.assertIn("son dossier n'en est pas un",
                      self.said("keygen", "--output", "file/below/key", expect=3))

    def test_errors_name_the_file_and_leave_out_the_root(self):
        path = self.write("f.json", '{"description": "x"}')
        for arguments in (["pathway", "add", path], ["person", "add", "--file", path]):
            self.assertRegex(self.said(*arguments, *AT, expect=3), "(?m)^" + re.escape(path) + " : Le membre ")
        anna = self.run_json("person", "add", "--name", "Anna", *AT)["id"]
        self.assertRegex(self.said("showcase", "draft", anna, "--file", path, *AT, expect=3), "(?m)^" + re.escape(path) + " : ")
        achievement = self.write("a.json", '{"name": 3}')
        self.assertRegex(self.said("achievement", "add", achievement, *EMPLOYER, *AT, expect=3),
                         "(?m)^" + re.escape(achievement) + "(, /name)? : Le membre ")
        self.run_cli("framework", "import", EXCERPT)
        self.assertRegex(self.said("gap", "--portfolio", self.write("p.json", "{}"), "--target", path, expect=3),
                         "(?m)^" + re.escape(path) + " : ")
        portfolio = self.write("q.json", '{"experiences": 3}')
        self.assertRegex(self.said("gap", "--portfolio", portfolio, "--target", "rome:K1304", expect=3),
                         "(?m)^" + re.escape(portfolio) + "(, /experiences)? : Le membre ")

    def test_a_wallet_names_a_hosted_badge_once_its_class_was_read(self):
        anna = self.run_json("person", "add", "--name", "Anna", *AT)["id"]
        site, context = "https://garage.example/", "https://w3id.org/openbadges/v2"
        documents = {
            "a": {"@context": context, "type": "Assertion", "id": site + "a", "badge": site + "b", "issuedOn": "2026-01-01T00:00:00Z",
                  "recipient": {"type": "email", "hashed": False, "identity": "anna@example.org"}, "verification": {"type": "HostedBadge"}},
            "b": {"@context": context, "type": "BadgeClass", "id": site + "b", "name": "Accueillir", "description": "Fictif",
                  "image": site + "i.png", "criteria": {"narrative": "Fictif"}, "issuer": site + "o"},
            "o": {"@context": context, "type": "Issuer", "id": site + "o", "name": "Garage (fictif)", "url": site, "email": "g@garage.example"}}
        for name, document in documents.items():
            self.write(f"site/{name}.json", json.dumps(document))
        self.write("site/index.json", json.dumps({site + name: name + ".json" for name in documents}))
        self.assertIn(site + "a", self.said("wallet", "add", anna, "site/a.json", *AT))
        verified = self.said("wallet", "verify", anna, "--documents", "site", *AT)
        self.assertIn("valide         Accueillir, Garage (fictif) (a changé)", verified)
        self.assertIn("valide         Accueillir, Garage (fictif)", self.said("wallet", "list", anna, *AT))
        # The name stays when the badge is verified again without its documents.
        self.assertIn("indéterminé    Accueillir, Garage (fictif)", self.said("wallet", "verify", anna, *AT, expect=1))

    def test_a_report_exits_as_its_plan(self):
        self.run_cli("framework", "import", EXCERPT)
        territory = self.write("t.json", json.dumps({"schema": "activateur/territory/1", "id": "t", "name": "T", "opportunities": []}))
        asked = ("--portfolio", self.write("p.json", "{}"), "--target", "rome:K1304", *AT)
        self.run_cli("plan", *asked, "--territory", territory, expect=1)
        self.run_cli("report", *asked, "--territory", territory, "--output", "r.html", expect=1)
        self.assertIn("<html", (self.dir / "r.html").read_text())
        self.run_cli("report", *asked, "--output", "r.html")

    def test_a_territory_says_how_to_load_the_plugin_it_asks_for(self):
        self.run_cli("framework", "import", EXCERPT)
        french, english = self.both("plan", "--portfolio", self.write("p.json", "{}"), "--target", "rome:K1304",
                                    "--territory", SOURCE / "data/demo/territory.json", expect=3)
        for said in (french, english):
            for needed in ("activateur.demo.rules", "--plugin", "--trust", "adp_plugins_load"):
                self.assertIn(needed, said)


if __name__ == "__main__":
    unittest.main()
