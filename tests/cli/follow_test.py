"""A plan followed from the command line, kept in one file."""
import json
import unittest

from command_line import EXCERPT, CommandLine


class Follow(CommandLine):
    def setUp(self):
        super().setUp()
        self.run_cli("framework", "import", EXCERPT)
        self.portfolio = self.write("p.json", json.dumps({"constraints": {"budget_euros": 300}}))
        self.target = self.write("t.json", json.dumps({
            "schema": "activateur/target/1", "id": "offre-1", "kind": "vacancy", "label": "Aide",
            "requirements": [{"competence": "rome:300412"}]}))
        self.offers = [
            {"id": "atelier", "title": "Atelier", "kind": "workshop", "teaches": ["rome:300412"], "cost_euros": 20,
             "sessions": ["2026-12-07", "2027-02-01"]},
            {"id": "cours", "title": "Cours", "kind": "training", "teaches": ["rome:300412"], "cost_euros": 250}]
        self.plan = str(self.dir / "plan.json")
        self.run_cli("plan", *self.around(), "--target", self.target, "--at", "2026-11-24", "--follow", self.plan)

    def around(self):
        territory = self.write("territory.json", json.dumps({
            "schema": "activateur/territory/1", "id": "v", "name": "Vallon, fictif", "opportunities": self.offers}))
        return "--portfolio", self.portfolio, "--territory", territory

    def test_a_followed_plan_is_not_begun_again_over_itself(self):
        before = self.kept()
        _, wrong = self.run_cli("plan", *self.around(), "--target", self.target, "--at", "2026-11-24", "--follow",
                                self.plan, "--lang", "en", expect=3)
        self.assertIn("plan replan", wrong)
        self.assertEqual(self.kept(), before)

    def kept(self):
        with open(self.plan, encoding="utf-8") as file:
            return json.load(file)

    def record(self, step, state, *more, at, expect=0):
        return self.run_cli("plan", "record", self.plan, "--step", step, "--state", state, "--by", "guide-1", "--at", at,
                            *more, expect=expect)

    def replan(self, at):
        return self.run_json("plan", "replan", self.plan, *self.around(), "--target", self.target, "--at", at)

    def test_from_a_plan_to_what_is_done(self):
        self.assertEqual([(s["id"], s["state"]) for s in self.kept()["steps"]], [("atelier", "proposed")])
        due = self.run_json("plan", "reminders", self.plan, "--at", "2026-12-01")["reminders"]
        self.assertEqual([(r["kind"], r["due"]) for r in due], [("start", "2026-12-07")])
        self.assertIn("acceptée", self.record("atelier", "agreed", at="2026-11-25")[0])
        self.record("atelier", "under_way", at="2026-12-07")
        before = self.kept()
        self.assertEqual(self.replan("2026-12-08"), before)
        self.record("atelier", "done", "--evidence", "badge-1", "--evidence", "badge-2", at="2026-12-14")
        after = self.kept()
        self.assertEqual(after["revision"], 4)
        self.assertEqual(after["journal"][-1]["evidence"], ["badge-1", "badge-2"])
        self.assertIn("Rien à rappeler", self.run_cli("plan", "reminders", self.plan, "--at", "2027-01-14")[0])

    def test_what_changed_is_said(self):
        self.offers[0]["seats"] = 0
        plan = self.replan("2026-11-26")
        self.assertEqual([(c["change"], c["cause"]) for c in plan["changes"]["steps"]],
                         [("removed", "excluded.seats"), ("added", "replaces")])
        self.assertEqual(self.kept(), plan)
        self.record("cours", "dropped", "--reason", "trop cher", at="2026-11-27")
        self.offers[0]["seats"] = 3
        out, _ = self.run_cli("plan", "replan", self.plan, *self.around(), "--target", self.target, "--at", "2026-11-28",
                              "--lang", "en")
        self.assertIn("Atelier is added: it takes the place of Cours, which is dropped.", out)

    def test_wrong_events_are_refused_in_one_sentence_and_change_nothing(self):
        before = self.kept()
        for state, more, said in (("done", [], "proposée"), ("dropped", [], "raison"), ("paused", [], "paused"),
                                  ("agreed", ["--evidence", "x"], "preuves")):
            _, err = self.record("atelier", state, *more, at="2026-11-25", expect=3)
            self.assertEqual(len(err.strip().splitlines()), 1)
            self.assertIn(said, err)
        self.record("other", "agreed", at="2026-11-25", expect=3)
        self.assertEqual(self.kept(), before)
        self.run_cli("plan", "record", self.plan, expect=2)
        self.run_cli("plan", "replan", self.plan, expect=2)
        self.run_cli("plan", "reminders", self.portfolio, expect=3)


if __name__ == "__main__":
    unittest.main()
