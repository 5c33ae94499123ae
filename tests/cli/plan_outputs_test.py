"""A plan as files for others, read back by readers that are not ours."""
import csv
import io
import json
import sys
import unittest
import xml.etree.ElementTree

from command_line import CommandLine

sys.path.append("/usr/lib/python3/dist-packages")  # Debian's, for another Python of the same version
try:
    import icalendar
except ImportError:
    icalendar = None

AT = "2026-12-01T08:00:00Z"


class PlanOutputs(CommandLine):
    def setUp(self):
        super().setUp()
        self.run_cli("demo", "--output", "out")
        self.given = ["--portfolio", "out/portfolio.json", "--target", "rome:K1311", "--framework", "out/rome.adpf",
                      "--documents", "out/documents", "--at", AT, "--territory", "out",
                      "--plugin", "out/plugins/demo-territory-rules-c.plugin.json", "--trust", "out/plugins/signing-key.json"]

    def followed(self):
        """The plan of the demo, in which every state is met."""
        plan = self.run_json("plan", *self.given)
        states = ["done", "under_way", "agreed", "proposed", "failed", "dropped"]
        for number, step in enumerate(plan["steps"]):
            step["id"], step["state"] = f"e{number + 1}", states[number % len(states)]
        plan["id"], plan["revision"] = "plan-1", 2
        self.write("followed.json", json.dumps(plan))
        return plan

    def test_a_plan_and_its_files_at_once(self):
        files = {f: f"made.{f}" for f in ("html", "svg", "graph", "ics", "mermaid", "mermaid-graph", "csv", "demarches")}
        options = [part for name, file in files.items() for part in (f"--{name}", file)]
        out, _ = self.run_cli("plan", *self.given, *options)
        plan = self.run_json("plan", *self.given, "--csv", "again.csv")
        self.write("plan.json", json.dumps(plan))
        for name, file in files.items():
            self.assertIn(file, out)
            written = self.run_json("plan", "render", "plan.json", "--format", name, "--output", "saved", "--at", AT)
            self.assertEqual(written, {"schema": "activateur/written/1", "file": "saved"})
            self.assertEqual((self.dir / "saved").read_bytes(), (self.dir / file).read_bytes(), name)
        self.assertEqual((self.dir / "again.csv").read_bytes(), (self.dir / "made.csv").read_bytes())

    def test_what_is_asked_wrongly(self):
        self.run_cli("plan", "render", expect=2)
        self.run_cli("plan", "render", "none.json", "--format", "docx", "--output", "x", expect=2)
        self.run_cli("plan", "render", "none.json", "--format", "ics", "--output", "x", expect=3)
        self.write("gap.json", '{"schema":"activateur/gap/1"}')
        _, err = self.run_cli("plan", "render", "gap.json", "--format", "ics", "--output", "x", expect=3)
        self.assertEqual(len(err.strip().splitlines()), 1)
        self.run_cli("plan", "--problem", "x.json", "--ics", "y", expect=2)

    def test_a_plan_without_a_step_has_no_calendar(self):
        territory = json.loads((self.dir / "out" / "territory.json").read_text())
        territory["opportunities"], territory["targets"], territory["plugins"] = [], [], []
        self.write("empty.json", json.dumps(territory))
        given = [*self.given[:-6], "--territory", "empty.json"]
        _, err = self.run_cli("plan", *given, "--ics", "none.ics", "--csv", "none.csv", expect=1)
        self.assertIn("none.ics : pas écrit", err)
        self.assertFalse((self.dir / "none.ics").exists())
        self.assertTrue((self.dir / "none.csv").exists())
        self.write("plan.json", json.dumps(self.run_json("plan", *given, expect=1)))
        _, err = self.run_cli("plan", "render", "plan.json", "--format", "ics", "--output", "none.ics", expect=3)
        self.assertIn("Ce plan n'a pas d'étape", err)

    def test_the_table_has_a_line_a_step(self):
        plan = self.followed()
        self.run_cli("plan", "render", "followed.json", "--format", "csv", "--output", "plan.csv", "--at", AT)
        with open(self.dir / "plan.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        self.assertEqual([r["action"] for r in rows], [s["action"] for s in plan["steps"]])
        self.assertEqual([float(r["cost_euros"]) for r in rows], [s["cost_euros"] for s in plan["steps"]])
        self.assertEqual([r["state"] for r in rows], [s["state"] for s in plan["steps"]])

    def test_the_pictures_are_svg(self):
        self.followed()
        for name in ("svg", "graph"):
            self.run_cli("plan", "render", "followed.json", "--format", name, "--output", "p.svg", "--at", AT)
            root = xml.etree.ElementTree.parse(self.dir / "p.svg").getroot()
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")

    @unittest.skipIf(icalendar is None, "python3-icalendar is missing; scripts/setup installs it")
    def test_another_reader_of_calendars_understands(self):
        plan = self.followed()
        self.run_cli("plan", "render", "followed.json", "--format", "ics", "--output", "plan.ics", "--at", AT)
        content = (self.dir / "plan.ics").read_bytes()
        calendar = icalendar.Calendar.from_ical(content)
        self.assertEqual(calendar["VERSION"], "2.0")
        self.assertNotIn("METHOD", calendar)
        parts = [c for c in calendar.walk() if c.name in ("VEVENT", "VTODO")]
        self.assertEqual([str(p["SUMMARY"]) for p in parts], [s["title"] for s in plan["steps"]])
        for part, step in zip(parts, plan["steps"]):
            self.assertEqual(part.name, "VEVENT" if "session" in step else "VTODO")
            self.assertEqual(part.errors, [])
            self.assertEqual(part["SEQUENCE"], 2)
            self.assertEqual(part["DTSTART"].dt.isoformat()[:10], step["start"])
            if part.name == "VEVENT":
                self.assertEqual(part["DTEND"].dt.isoformat()[:10], step["end"])
            alarms = [a for a in part.walk() if a.name == "VALARM"]
            self.assertEqual(len(alarms), 1 if "enrol_by" in step and step["state"] in ("proposed", "agreed") else 0)
        uids = {str(p["UID"]): step["action"] for p, step in zip(parts, plan["steps"])}
        self.assertEqual(len(uids), len(parts))
        related = {}
        for part, step in zip(parts, plan["steps"]):
            links = part.get("RELATED-TO", [])
            links = links if isinstance(links, list) else [links]
            self.assertTrue(all(link.params["RELTYPE"] == "FINISHTOSTART" for link in links))
            related[step["action"]] = sorted(uids[str(link)] for link in links)
        kept = {s["action"] for s in plan["steps"] if s["state"] != "dropped"}
        self.assertEqual(related, {s["action"]: sorted(set(s["opens"]) & kept) if s["action"] in kept else []
                                   for s in plan["steps"]})
        self.assertTrue(any(related.values()), "some step waits for another")
        # What it writes again says the same.
        again = icalendar.Calendar.from_ical(calendar.to_ical())
        self.assertEqual([str(p.get("DESCRIPTION")) for p in again.walk()], [str(p.get("DESCRIPTION")) for p in calendar.walk()])


if __name__ == "__main__":
    unittest.main()
