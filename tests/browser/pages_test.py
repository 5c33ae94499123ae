"""The pages in a real browser: an accessibility engine finds nothing, the keyboard reaches everything, they print.

Exits 77 (skipped) when Chromium, its driver or axe-core is missing: scripts/setup_browser fetches them.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import webdriver

CLI = os.environ["ACTIVATEUR_CLI"]
AXE = pathlib.Path(os.environ["ACTIVATEUR_AXE"])
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
WIDE, NARROW = 1280, 320
TAB = "\ue004"

CHECK = """
const done = arguments[arguments.length - 1];
document.querySelectorAll('details').forEach(d => d.open = true);
axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']}).then(
  r => done({version: axe.version, passes: r.passes.length,
             violations: r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' +
                         n.failureSummary).join(' | '))}),
  e => done({violations: ['axe failed: ' + e], passes: 0}));
"""

# What the keyboard must reach: links, summaries, regions that scroll; not what is hidden at this width.
REACHABLE = """
return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter(e => e.checkVisibility()).map(
  (e, i) => { e.dataset.order = i; return e.outerHTML.slice(0, 80); });
"""
FOCUSED = """
const e = document.activeElement, s = getComputedStyle(e);
return {order: e.dataset.order === undefined ? -1 : +e.dataset.order,
        seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, what: e.outerHTML.slice(0, 80)};
"""
TOO_WIDE = """
const limit = document.documentElement.clientWidth;
return {scrolls: document.documentElement.scrollWidth > limit,
        who: [...document.querySelectorAll('body *')].filter(e => !e.closest('.table') && !e.closest('.skip') &&
             !e.closest('svg') && e.getBoundingClientRect().right > limit + 1).slice(0, 5).map(
             e => e.outerHTML.slice(0, 120))};
"""

CUT_ON_PAPER = """
const limit = document.documentElement.clientWidth, tables = [...document.querySelectorAll('table')];
return {tables: tables.filter(t => t.getBoundingClientRect().width > 0).length,
        cut: tables.filter(t => t.getBoundingClientRect().right > limit + 1).map(t => t.outerHTML.slice(0, 120))};
"""


# With what the demo's job has not: parts, a choice, levels, conditions.
VACANCY = {
    "schema": "activateur/target/1", "id": "poste-valombre", "kind": "vacancy", "label": "Aide à domicile (poste fictif)",
    "parts": [{"id": "personne", "label": "Accompagner la personne"}, {"id": "maison", "label": "Tenir la maison"}],
    "requirements": [{"competence": "rome:489933", "importance": "core", "part": "personne", "level": 4},
                     {"competence": "rome:489979", "importance": "core", "part": "personne"},
                     {"competence": "rome:489930", "part": "maison"}],
    "groups": [{"id": "loisirs", "label": "Proposer des activités", "at_least": 2, "importance": "core", "part": "personne",
                "of": [{"competence": "rome:483081"}, {"competence": "rome:125679"}, {"competence": "rome:120684"}]}],
    "conditions": [{"name": "permis_b", "label": "Permis B"}, {"name": "vaccin", "label": "Vaccin", "essential": False}]}


def long_plan(plan):
    """Eighty steps in a chain, with long words: more than pictures show."""
    step = {**plan["steps"][0], "title": "Formation : " + "Rechtsschutzversicherungsgesellschaft " * 3}
    return {**plan, "steps": [{**step, "action": f"a{n}", "start_week": n, "opens": [],
                               "needs": [{"at_least": 1, "of": 2, "steps": [f"a{n - 1}", f"a{n // 2}"]}]} for n in range(80)]}


# What a person shows: something of every kind, with long words.
SHOWCASE = {
    "schema": "activateur/showcase-version/1", "version": "urn:uuid:00000000-0000-7000-8000-000000000000", "number": 2,
    "published": "2026-12-01T08:00:00Z", "title": "Mes soins à domicile", "introduction": "Bonjour.\nVoici.", "name": "Anna M.",
    "contact": "anna@mail.example", "sections": [
        {"title": "Vécu", "text": "Ce que j'ai fait.", "items": [
            {"kind": "experience", "id": "i1", "title": "Visites", "is": "volunteering", "from": "2023-09-15", "months": 38,
             "organisation": "Rechtsschutzversicherungsgesellschaft" * 2, "jobs": ["rome:K1304"], "text": "J'ai aidé.\nSouvent.",
             "competences": [{"competence": "rome:120684", "label": "Écouter"}], "words": "J'en suis fière.",
             "evidence": [{"kind": "photo", "label": "Photo", "url": "https://preuve.example/photo", "sha256": "0" * 64}]},
            {"kind": "self_assessment", "id": "i2", "competence": "rome:120684", "label": "Écouter", "level": 3}]},
        {"title": "Reconnu", "items": [
            {"kind": "credential", "id": "i3", "title": "Aide au repas", "issuer_name": "Maison (fictive)", "verdict": "valid",
             "issued": "2026-01-01", "alignments": [{"name": "Repas", "url": "https://rome.example/490601"}], "text": "Un badge."},
            {"kind": "feedback", "id": "i4", "competence": "rome:1", "label": "Écouter", "role": "client", "level": 4,
             "text": "Très bien.", "at": "2026-02-01"},
            {"kind": "observation", "id": "i5", "title": "Grille", "role": "professional", "criteria": [
                {"competence": "rome:1", "label": "Écoute", "level": 3, "text": "Vu."}]},
            {"kind": "opinion", "id": "i6", "competence": "rome:120684", "label": "Écouter", "belief": 0.4, "expectation": 0.7,
             "uncertainty": 0.5, "pieces": 3}]}]}


def make_pages(directory):
    """Every page there is, in both languages: {name: path}."""
    environment = {**os.environ, "ACTIVATEUR_HOME": str(directory / "home")}
    demo = directory / "demo"
    target = directory / "vacancy.json"
    target.write_text(json.dumps(VACANCY), encoding="utf-8")

    def run(*arguments):
        subprocess.run([CLI, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)

    run("demo", "--output", demo)
    given = ["--portfolio", demo / "portfolio.json", "--framework", demo / "rome.adpf", "--documents", demo / "documents",
             "--at", "2026-12-01T08:00:00Z"]
    plan = json.loads(subprocess.run(
        [CLI, "plan", *given, "--target", "rome:K1311", "--territory", demo, "--plugin",
         demo / "plugins" / "demo-territory-rules-c.plugin.json", "--trust", demo / "plugins" / "signing-key.json", "--json"],
        check=True, stdout=subprocess.PIPE, env=environment).stdout)
    for step, state in zip(plan["steps"], ["done", "under_way", "agreed", "proposed", "failed", "dropped"]):
        step["state"] = state
    saved = directory / "plan.json"
    saved.write_text(json.dumps(plan), encoding="utf-8")
    many = long_plan(plan)
    (directory / "long.json").write_text(json.dumps(many), encoding="utf-8")

    def picture(name, language, made):
        # A picture is read inside a page; there its title and description must name it.
        holder = directory / f"picture-{name}.{language}.html"
        holder.write_text(f'<!DOCTYPE html><html lang="{language}"><head><title>SVG</title></head><body><main>'
                          f'<h1>SVG</h1>{made.read_text(encoding="utf-8")}</main></body></html>', encoding="utf-8")
        pages[f"picture-{name}.{language}"] = holder

    pages = {}
    for language in ("fr", "en"):
        for name, document in (("plan", saved), ("plan-long", directory / "long.json")):
            pages[f"{name}.{language}"] = directory / f"{name}.{language}.html"
            run("plan", "render", document, "--format", "html", "--output", pages[f"{name}.{language}"], "--lang", language)
        shown = directory / f"showcase.{language}.json"
        shown.write_text(json.dumps({**SHOWCASE, "language": language}), encoding="utf-8")
        pages[f"showcase.{language}"] = directory / f"showcase.{language}.html"
        run("showcase", "export", shown, "--format", "html", "--output", pages[f"showcase.{language}"])
        for name in ("svg", "graph"):
            made = directory / f"plan-{name}.{language}.svg"
            run("plan", "render", saved, "--format", name, "--output", made, "--lang", language)
            picture(f"plan-{name}", language, made)
        for page in ("report", "map"):
            pages[f"{page}.{language}"] = demo / f"{page}.{language}.html"
        pages[f"vacancy.{language}"] = directory / f"vacancy.{language}.html"
        run("report", *given, "--target", target, "--output", pages[f"vacancy.{language}"], "--lang", language)
        for name, command in (("doors", ("map", "--doors")), ("gap", ("gap", "--target"))):
            made = directory / f"{name}.{language}.svg"
            run(command[0], *given, command[1], "rome:K1311", "--svg", made, "--lang", language)
            picture(name, language, made)
    return pages


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.pages = make_pages(pathlib.Path(scratch.name))
        cls.browser = webdriver.Browser()
        cls.addClassCleanup(cls.browser.close)

    def each(self, only=""):
        for name, path in self.pages.items():
            if name.startswith(only):
                yield name, path

    def test_axe_finds_nothing(self):
        engine = AXE.read_text(encoding="utf-8")
        for name, path in self.each():
            for width in (WIDE, NARROW):
                for dark in (False, True):
                    with self.subTest(page=name, width=width, dark=dark):
                        self.browser.show(path, width, dark)
                        # Through the driver: the pages' own policy lets no script in.
                        self.browser.run(engine + "\nwindow.axe = axe;")
                        found = self.browser.run_later(CHECK, TAGS)
                        self.assertEqual(found["violations"], [])

    def test_axe_would_find_something(self):
        bad = self.pages["report.fr"].with_name("bad.html")
        bad.write_text('<!DOCTYPE html><html><body><img src="x.png"><p style="color:#999">Too pale to be read.</p></body></html>')
        self.browser.show(bad, WIDE)
        self.browser.run(AXE.read_text(encoding="utf-8") + "\nwindow.axe = axe;")
        found = " ".join(self.browser.run_later(CHECK, TAGS)["violations"])
        for rule in ("image-alt", "html-has-lang", "color-contrast"):
            self.assertIn(rule, found)

    def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(self):
        for name in ("report.fr", "map.fr", "plan.fr", "showcase.fr"):
            for width, unfolded in ((WIDE, False), (NARROW, False), (NARROW, True)):
                with self.subTest(page=name, width=width, unfolded=unfolded):
                    self.browser.show(self.pages[name], width)
                    if unfolded:
                        self.browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
                    expected = self.browser.run(REACHABLE)
                    self.assertGreater(len(expected), 4)
                    for order, what in enumerate(expected):
                        self.browser.press(TAB)
                        focused = self.browser.run(FOCUSED)
                        self.assertEqual(focused["order"], order, f"{what} comes next, not {focused['what']}")
                        self.assertTrue(focused["seen"], f"{what} has no visible focus")

    def test_nothing_scrolls_sideways_at_320_pixels(self):
        for name, path in self.each():
            with self.subTest(page=name):
                if name.startswith("picture"):
                    continue  # a picture of its own is scaled by what holds it
                self.browser.show(path, NARROW)
                self.browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
                found = self.browser.run(TOO_WIDE)
                self.assertFalse(found["scrolls"], found["who"])
                self.assertEqual(found["who"], [])

    def test_nothing_is_cut_on_paper(self):
        for name, path in (*self.each("map"), *self.each("report"), *self.each("vacancy"), *self.each("plan")):
            with self.subTest(page=name):
                self.browser.show(path, 672)  # A4 less its margins, in CSS pixels
                self.browser.devtools("Emulation.setEmulatedMedia", media="print", features=[])
                found = self.browser.run(CUT_ON_PAPER)
                self.assertGreater(found["tables"], 1)
                self.assertEqual(found["cut"], [])

    def test_prints(self):
        for name, path in (*self.each("map"), *self.each("plan"), *self.each("showcase")):
            with self.subTest(page=name):
                self.browser.show(path, WIDE)
                pdf = self.browser.pdf()
                self.assertTrue(pdf.startswith(b"%PDF-"))
                self.assertGreater(pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page"), 0)


if __name__ == "__main__":
    if webdriver.programs() is None or not AXE.is_file():
        print("SKIPPED: Chromium, its driver or axe-core is missing; scripts/setup_browser fetches them.", file=sys.stderr)
        sys.exit(77)
    unittest.main()
