"""Exit codes and languages."""
import json
import unittest
import xml.etree.ElementTree

from command_line import EXCERPT, SOURCE, CommandLine, shared


class Contract(CommandLine):
    def test_wrong_usage_is_2(self):
        for arguments in ([], ["nonsense"], ["verify"], ["gap"], ["--lang", "de", "verify", "x"], ["plan"],
                          ["verify", "x", "--online", "--offline"], ["verify", "x", "--at", "yesterday"],
                          ["verify", "x", "--ca-file", "y"], ["verify", "x", "--save-documents", "y"],
                          ["verify", "x", "--context", "foo"], ["verify", "x", "y", "--fetched-from", "https://a.example"],
                          ["keygen", "--type", "x", "--output", "k"], ["identify", "x", "--limit", "-1"],
                          ["experience", "add", "p", "--months", "-3"], ["experience", "add", "p", "--months", "nan"],
                          ["experience", "add", "p", "--hours", "-5"], ["framework", "search", "x", "--offset", "-1"],
                          ["plan", "--problem", "p", "--time-limit", "1e300"], ["plan", "--problem", "p", "--seed", "-1"],
                          ["plan", "--problem", "p", "--time-limit", "nan"], ["plan", "--problem", "p", "--at", "2026-01-01"],
                          ["plan", "--problem", "p", "--territory", "t"], ["plan", "--problem", "p", "--target", "t"]):
            out, err = self.run_cli(*arguments, expect=2)
            self.assertEqual((out, len(err.strip().splitlines())), ("", 1), (arguments, err))

    def test_wrong_usage_is_said_in_both_languages(self):
        for arguments, french, english in (
                (["verify"], "il manque files", "files is required"),
                (["verify", "x", "--nonsense"], "inattendu : --nonsense", "not expected: --nonsense"),
                (["plan", "--problem", "p", "--at", "2026-01-01"], "--at ne va pas avec --problem", "--at excludes --problem"),
                (["verify", "x", "--ca-file", "y"], "--ca-file demande --online", "--ca-file requires --online"),
                (["identify", "x", "--limit", "-1"], "une valeur n'est pas acceptée", "--limit")):
            self.assertIn("L'appel n'est pas correct : " + french, self.run_cli(*arguments, expect=2)[1])
            self.assertIn(english, self.run_cli(*arguments, "--lang", "en", expect=2)[1])

    def test_an_empty_value_is_no_value(self):
        _, err = self.run_cli("verify", "--at", "", "x.json", "--lang", "en", expect=2)
        self.assertIn("--at", err)

    def test_the_first_moment_is_no_other(self):
        _, err = self.run_cli("verify", "--at", "1970-01-01", "none.json", expect=3)
        self.assertIn("none.json", err)
        for moment in ("1970-01-01", "1970-01-02"):
            out = self.run_json("gap", "--portfolio", self.write("p.json", '{"person":"p"}'), "--target", "rome:K1311",
                                "--framework", EXCERPT, "--at", moment)
            self.assertEqual(out["at"][:10], moment)

    def test_what_documents_name_moves_no_cursor(self):
        person = self.write("p.json", json.dumps({"person": "\x1b[1A\x1b[2K\u009b31m\u202evalide"}))
        out, _ = self.run_cli("batch", person, "--framework", EXCERPT, "--top", 1)
        for sign in ("\x1b", "\u009b", "\u202e"):
            self.assertNotIn(sign, out)
        self.assertIn("valide", out)

    def test_options_leave_the_words_after_their_value(self):
        self.run_cli("framework", "import", EXCERPT, "--output", "rome.adpf")
        found = self.run_json("identify", "--framework", "rome.adpf", "aider à prendre les repas", expect=0)
        self.assertEqual(found["schema"], "activateur/identify/1")

    def test_version_and_help_are_0(self):
        self.assertRegex(self.run_cli("--version")[0], r"^\d+\.\d+\.\d+\n$")
        self.assertIn("verify", self.run_cli("--help")[0])
        self.assertIn("--documents", self.run_cli("verify", "--help")[0])

    def test_what_cannot_be_done_is_3_with_one_sentence(self):
        for arguments in (["gap", "--portfolio", "none.json", "--target", "rome:K1304"],
                          ["framework", "import", "nowhere"],
                          ["framework", "show", "rome:K1304"],
                          ["verify", "none.jwt"],
                          ["verify", "--online", "none.jwt"],
                          ["verify", "--online", "--ca-file", "none.pem", "none.jwt"],
                          ["plan", "--problem", "none.json"],
                          ["report", "--portfolio", "p", "--target", "t", "--output", "o"]):
            out, err = self.run_cli(*arguments, expect=3)
            self.assertEqual(len(err.strip().splitlines()), 1, (arguments, err))

    def test_sentences_are_french_unless_english_is_asked(self):
        self.assertIn("référentiel", self.run_cli("framework", "show", "rome", expect=3)[1])
        self.assertIn("framework", self.run_cli("framework", "show", "rome", "--lang", "en", expect=3)[1])

    def test_options_of_the_program_may_follow_the_command(self):
        self.run_cli("framework", "import", EXCERPT, "--lang", "en")
        english, _ = self.run_cli("framework", "list", "--lang", "en")
        self.assertIn("jobs: 7", english)
        self.assertEqual(json.loads(self.run_cli("--json", "framework", "show")[0])["counts"]["jobs"], 7)


class Analysis(CommandLine):
    def setUp(self):
        super().setUp()
        self.run_cli("framework", "import", EXCERPT)

    def test_gap_fields(self):
        portfolio = self.write("p.json", '{"holds_job":"rome:K1304"}')
        gap = self.run_json("gap", "--portfolio", portfolio, "--target", "rome:K1311")
        self.assertEqual(gap["schema"], "activateur/gap/1")
        self.assertEqual(gap["target"]["id"], "rome:K1311")
        for bound in ("belief", "expectation", "plausibility"):
            self.assertTrue(0 <= gap["coverage"][bound] <= 1)
        self.assertLessEqual(gap["coverage"]["belief"], gap["coverage"]["expectation"])
        self.assertLessEqual(gap["coverage"]["expectation"], gap["coverage"]["plausibility"])
        self.assertEqual(len(gap["requirements"]), 52)
        for requirement in gap["requirements"]:
            self.assertIn(requirement["state"], ("recognised", "presumed", "to_explore", "to_acquire"))
            self.assertTrue(requirement["competence"].startswith("rome:"))
            self.assertIsInstance(requirement["evidence"], list)
        own = self.run_json("gap", "--portfolio", portfolio, "--target", "rome:K1304")
        self.assertEqual({r["state"] for r in own["requirements"]}, {"recognised"})

    def test_target_document(self):
        portfolio = self.write("p.json", '{"holds_job":"rome:K1304"}')
        target = self.write("t.json", json.dumps({"schema": "activateur/target/1", "id": "offre-1", "kind": "vacancy",
                                                  "label": "Aide", "requirements": [{"competence": "rome:300412"}]}))
        gap = self.run_json("gap", "--portfolio", portfolio, "--target", target)
        self.assertEqual([r["competence"] for r in gap["requirements"]], ["rome:300412"])

    def test_map_fields(self):
        portfolio = self.write("p.json", '{"holds_job":"rome:K1304"}')
        targets = self.run_json("map", "--portfolio", portfolio, "--top", 5)["targets"]
        self.assertEqual(len(targets), 5)
        self.assertEqual(targets[0]["id"], "rome:K1304")
        for one in targets:
            self.assertLessEqual({"id", "zone", "expectation", "effort", "usefulness", "pareto"}, set(one))

    def test_map_questions(self):
        portfolio = self.write("p.json", '{"experiences":[{"id":"e","months":24,"jobs":["rome:G1607"]}]}')
        earlier = self.write("q.json", "{}")
        why = self.run_json("map", "--portfolio", portfolio, "--why", "rome:K1304")
        self.assertEqual(why["schema"], "activateur/map-target/1")
        for rule in why["why"]:
            self.assertEqual(sum(part["contribution"] for part in rule["contributions"]), rule["value"])
        for way in self.run_json("map", "--portfolio", portfolio, "--open", "rome:K1304")["open"]:
            self.assertEqual({len(acts) for acts in way["sets"]}, {way["acts"]} if way["possible"] else set())
        doors = self.run_json("map", "--portfolio", portfolio, "--doors", "rome:120684", "--top", 3)
        self.assertEqual((doors["schema"], doors["key"]["kind"]), ("activateur/map-change/1", "badge"))
        moved = self.run_json("map", "--portfolio", portfolio, "--compare", earlier)
        self.assertIn("rome:G1607", [one["id"] for one in moved["easier"]])
        self.assertIn("rome:Z9", self.run_cli("map", "--portfolio", portfolio, "--why", "rome:Z9", expect=3)[1])
        self.run_cli("map", "--portfolio", portfolio, "--why", "rome:K1304", "--doors", "rome:120684", expect=2)
        territory = self.write("t.json", json.dumps({"id": "t", "name": "T", "targets": [
            {"target": {"id": "v1", "kind": "vacancy", "label": "Aide", "requirements": [{"competence": "rome:300412"}]},
             "distance_km": 3}]}))
        mapped = self.run_json("map", "--portfolio", portfolio, "--territory", territory, "--top", 0)
        self.assertIn(("v1", "vacancy"), [(one["id"], one["kind"]) for one in mapped["targets"]])
        self.assertIn("Proposées", self.run_cli("map", "--portfolio", portfolio, "--lang", "fr")[0])

    def test_map_as_a_page_and_a_picture(self):
        portfolio = self.write("p.json", '{"experiences":[{"id":"e","months":24,"jobs":["rome:G1607"]}]}')
        out = self.run_json("map", "--portfolio", portfolio, "--html", "map.html", "--lang", "en")
        self.assertEqual(out, {"schema": "activateur/written/1", "file": "map.html"})
        page = (self.dir / "map.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="en">', page)
        self.assertNotIn('id="doors"', page)
        self.run_cli("map", "--portfolio", portfolio, "--html", "doors.html", "--doors", "rome:K1304")
        self.assertIn('id="doors"', (self.dir / "doors.html").read_text(encoding="utf-8"))
        self.run_cli("map", "--portfolio", portfolio, "--svg", "doors.svg", "--doors", "rome:K1304")
        picture = xml.etree.ElementTree.parse(self.dir / "doors.svg").getroot()
        self.assertEqual(picture.tag, "{http://www.w3.org/2000/svg}svg")
        self.run_cli("map", "--portfolio", portfolio, "--svg", "x.svg", expect=2)  # of what?
        self.run_cli("map", "--portfolio", portfolio, "--html", "x.html", "--why", "rome:K1304", expect=2)
        self.run_cli("map", "--portfolio", portfolio, "--svg", "x.svg", "--doors", "rome:Z9", expect=3)
        self.assertFalse((self.dir / "x.svg").exists())

    def test_bad_portfolios(self):
        for text, said in (("{", "ligne 1"), ('{"schema":"activateur/portfolio/1","experiencs":[]}', "experiencs"),
                           ('{"experiences":[{"id":3}]}', "/experiences/0"), ("[]", ""),
                           ('{"holds_job":"rome:Z9999"}', "Z9999")):
            _, err = self.run_cli("gap", "--portfolio", self.write("p.json", text), "--target", "rome:K1311", expect=3)
            self.assertIn(said, err)
            self.assertEqual(len(err.strip().splitlines()), 1, err)

    def test_a_file_that_cannot_be_read_hinders_no_other(self):
        good = self.write("good.json", '{"person":"anna","holds_job":"rome:K1304"}')
        batch = self.run_json("batch", good, "none.json", self.write("bad.json", "{"), "--target", "rome:K1304", expect=1)
        self.assertEqual([("error" in p) for p in batch["persons"]], [False, True, True])

    def test_unknown_target(self):
        _, err = self.run_cli("gap", "--portfolio", self.write("p.json", "{}"), "--target", "rome:X0000", expect=3)
        self.assertIn("X0000", err)


class Plans(CommandLine):
    def test_problem_fields(self):
        plan = self.run_json("plan", "--problem", SOURCE / "examples" / "problem.json")
        self.assertEqual((plan["objective"], plan["bound"], plan["optimal"]), (203, 203, True))
        self.assertEqual([(s["action"], s["start"]) for s in plan["steps"]], [(0, 0), (2, 2)])

    def test_impossible_problem_is_1(self):
        problem = json.loads((SOURCE / "examples" / "problem.json").read_text())
        problem["budget"] = 10
        plan = self.run_json("plan", "--problem", self.write("q.json", json.dumps(problem)), expect=1)
        self.assertEqual((plan["feasible"], plan["steps"]), (False, []))

    def test_answers_besides_the_plan(self):
        problem = SOURCE / "examples" / "problem.json"
        plan = self.run_json("plan", "--problem", problem, "--alternatives", "--explain", "--front", "cost,weeks")
        self.assertEqual([a["title"] for a in plan["alternatives"]],
                         ["Le plan conseillé, le plus rapide et celui qui a le moins d'étapes", "Le moins cher"])
        self.assertEqual([(p["weeks"], p["cost_euros"]) for p in plan["front"]["points"]], [(3, 80), (6, 20)])
        self.assertEqual(len(plan["explanation"]["steps"]), 2)
        told, _ = self.run_cli("plan", "--problem", problem, "--alternatives", "--explain", "--front", "cost,weeks")
        for a in plan["alternatives"]:
            self.assertIn(a["text"], told)
        self.run_cli("plan", "--problem", problem, "--front", "cost", expect=2)
        front = self.run_json("plan", "--problem", problem, "--front", "hours,steps")["front"]
        self.assertEqual([(p["hours"], p["step_count"], p["proven"]) for p in front["points"]], [(12, 2, True)])
        self.assertTrue(front["complete"])
        self.run_cli("plan", "--problem", problem, "--front", "hours,hours", expect=2)

    def test_an_impossible_problem_says_what_would_do(self):
        problem = json.loads((SOURCE / "examples" / "problem.json").read_text())
        problem["budget"] = 10
        plan = self.run_json("plan", "--problem", self.write("q.json", json.dumps(problem)), "--explain", expect=1)
        first = plan["obstacles"]["remedies"][0]
        self.assertEqual([(c["kind"], c["amount"], c["proven"]) for c in first["changes"]], [("budget", 10, True)])
        self.assertTrue(plan["obstacles"]["complete"])

    def test_shared_instance(self):
        instance = shared("vectors/planning/p00_M30_N200.json")
        if instance is None:
            self.skipTest("set ACTIVATEUR_SHARED")
        plan = self.run_json("plan", "--problem", instance, "--node-limit", 200000)
        self.assertTrue(plan["steps"])
        self.assertLessEqual(plan["bound"], 1765)
        self.assertGreaterEqual(plan["objective"], 1765)


if __name__ == "__main__":
    unittest.main()
