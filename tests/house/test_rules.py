"""Each rule of the house sees its breach, and only it, in a small tree made for the purpose."""

import pathlib
import tempfile
import unittest

import links
import not_copied
import rooms
import schemas
import texts


class Tree(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="activateur-house-")
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name) / "tree"
        self.root.mkdir()

    def write(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def assert_breaches(self, rule, *expected):
        self.assertEqual(sorted(rule(self.root)), sorted(expected))


class Rooms(Tree):
    def test_room_may_include_what_is_above_it(self):
        self.write("sdk/src/badges/a.cpp", '#include "badges/a.hpp"\n#include "crypto/key.hpp"\n#include <map>\n')
        self.write("sdk/src/engine.hpp", '#include "report/report.hpp"\n')
        self.write("sdk/src/plugins/host.cpp", '#include "activateur/plugin.h"\n#include "territory/x.hpp"\n')
        self.assert_breaches(rooms.rule)

    def test_room_may_not_include_what_is_below_it(self):
        self.write("sdk/src/base/a.hpp", '#pragma once\n#include "json/json.hpp"\n')
        self.assert_breaches(
            rooms.rule, "sdk/src/base/a.hpp:2: room base includes json/json.hpp, which is not above it")

    def test_plugins_and_report_do_not_see_each_other(self):
        self.write("sdk/src/report/a.hpp", '#include "plugins/plugin_host.hpp"\n')
        self.write("sdk/src/plugins/a.hpp", '#  include "report/report.hpp"\n')
        self.assert_breaches(
            rooms.rule,
            "sdk/src/report/a.hpp:1: room report includes plugins/plugin_host.hpp, which is not above it",
            "sdk/src/plugins/a.hpp:1: room plugins includes report/report.hpp, which is not above it")

    def test_room_may_not_include_the_engine_nor_the_c_abi(self):
        self.write("sdk/src/json/a.hpp", '#include "engine.hpp"\n#include "activateur/types.h"\n')
        self.assert_breaches(
            rooms.rule,
            'sdk/src/json/a.hpp:1: include as "room/engine.hpp"',
            "sdk/src/json/a.hpp:2: room json includes a public header (activateur/types.h)")

    def test_c_abi_includes_the_engine_alone(self):
        self.write("c-api/src/guard.hpp", '#include "engine.hpp"\n#include "base/result.hpp"\n')
        self.write("c-api/src/gap.cpp", '#include "guard.hpp"\n#include "activateur/gap.h"\n#include "analysis/gap.hpp"\n')
        self.assert_breaches(
            rooms.rule,
            "c-api/src/gap.cpp:3: the C ABI includes analysis/gap.hpp: only engine.hpp, base/ and its own headers")

    def test_adapters_use_installed_headers_alone(self):
        self.write("c-api/include/activateur/gap.h", "#include <stdint.h>\n")
        self.write("sdk/src/json/json.hpp", "#pragma once\n")
        self.write("adapters/cli/own.hpp", "#pragma once\n")
        self.write("adapters/cli/main.cpp", '#include <vector>\n#include "own.hpp"\n#include "activateur/gap.h"\n'
                                            '#include "json/json.hpp"\n#include <json/json.hpp>\n'
                                            '#include "../../sdk/src/json/json.hpp"\n#include <activateur/no.h>\n')
        self.assert_breaches(
            rooms.rule,
            "adapters/cli/main.cpp:4: includes json/json.hpp: only installed headers and files of adapters/cli",
            "adapters/cli/main.cpp:5: <json/json.hpp> is a private header",
            "adapters/cli/main.cpp:6: includes ../../sdk/src/json/json.hpp: only installed headers and files of "
            "adapters/cli",
            "adapters/cli/main.cpp:7: activateur/no.h is not an installed header")

    def test_c_headers_need_two_standard_headers_alone(self):
        self.write("c-api/include/activateur/a.h", "#include <stdint.h>\n#include <stdbool.h>\n")
        self.assert_breaches(
            rooms.rule,
            "c-api/include/activateur/a.h:2: a C header includes stdbool.h: only stdint.h, stddef.h and activateur/*.h")


class Texts(Tree):
    def test_clean_file_passes(self):
        self.write("a.md", "Prêt.\nSee https://example.org/home/page and build/home/x.\n")
        self.assert_breaches(texts.rule)

    def test_every_breach_is_seen(self):
        self.write("end.md", "no newline")
        self.write("latin.md", b"Pr\xeat\n")
        self.write("dos.md", "a\r\n")
        self.write("later.cpp", "// " + "TO" + "DO: later\n")
        self.write("path.md", "run /ho" + "me/someone/activateur\n")
        self.write("void.md", "")
        self.assert_breaches(
            texts.rule,
            "end.md:1: the last line has no newline",
            "latin.md:1: not UTF-8",
            "dos.md:1: carriage return",
            "later.cpp:1: unfinished: // " + "TO" + "DO: later",
            "path.md:1: path of one machine: run /ho" + "me/someone/activateur",
            "void.md:1: empty")

    def test_path_of_this_very_checkout_is_seen(self):
        self.write("a.md", f"see {self.root.resolve()}/a\n")
        self.assertEqual(len(list(texts.rule(self.root))), 1)


class NotCopied(Tree):
    def test_copy_under_another_name_is_seen(self):
        self.write("data/ours.csv", "a;b\n1;2\n")
        self.write("data/also_ours.csv", "a;b\n1;3\n")
        shared = self.root.parent / "elsewhere"
        (shared / "deep").mkdir(parents=True)
        (shared / "deep" / "theirs.csv").write_text("a;b\n1;2\n")
        self.assertEqual(list(not_copied.copies(self.root, shared)),
                         ["data/ours.csv:1: the same bytes as deep/theirs.csv of the shared files"])


class Schemas(Tree):
    def schema(self, name):
        return ('{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/%s", '
                '"title": "T", "properties": {"schema": {"const": "activateur/%s/1"}}}\n' % (name, name))

    def test_named_document_with_its_schema_passes(self):
        self.write("docs/schemas/gap.json", self.schema("gap"))
        self.write("sdk/src/a.cpp", 'x["schema"] = "activateur/gap/1";\n')
        self.assert_breaches(schemas.rule)

    def test_named_document_without_schema_is_seen(self):
        self.write("docs/schemas/gap.json", self.schema("gap"))
        self.write("sdk/src/a.cpp", '\nx["schema"] = "activateur/gap/2";\n')
        self.write("c-api/src/b.cpp", 'f("{\\"schema\\": \\"activateur/plan/1\\"}");\n')
        self.assert_breaches(
            schemas.rule,
            'sdk/src/a.cpp:2: "activateur/gap/2" has no schema in docs/schemas',
            'c-api/src/b.cpp:1: "activateur/plan/1" has no schema in docs/schemas')

    def test_broken_schemas_are_seen(self):
        self.write("docs/schemas/a.json", '{"$schema": "x", "$id": "y", "title": "t", "title": "t"}\n')
        self.write("docs/schemas/b.json", '{"$schema": "x", "$id": "y"}\n')
        self.write("docs/schemas/c.json", '{"$schema": "x", "$id": "y", "title": "t", "$ref": "#/$defs/no"}\n')
        self.write("docs/schemas/d.json", '{"$schema": "x", "title": "t"}\n')
        self.write("docs/schemas/e.json", '{"$schema": "x", "title": "t"}\n')
        self.assert_breaches(
            schemas.rule,
            "docs/schemas/a.json:1: not JSON: a member name occurs twice",
            "docs/schemas/b.json:1: no title",
            "docs/schemas/c.json:1: the same $id as docs/schemas/b.json",
            "docs/schemas/c.json:1: $ref #/$defs/no leads nowhere",
            "docs/schemas/d.json:1: no $id",
            "docs/schemas/e.json:1: no $id")


class Links(Tree):
    def test_links_that_lead_somewhere_pass(self):
        self.write("a.md", "# Été, l'hiver\n[b](docs/b.md#deux-mots) [web](https://example.org) [top](#été-lhiver)\n"
                           "```\n[code](no.md)\n```\n`[span](no.md)`\n")
        self.write("docs/b.md", "## Deux mots\n[up](../a.md) [folder](../docs)\n")
        self.assert_breaches(links.rule)

    def test_dead_links_are_seen(self):
        self.write("a.md", "[one](no.md)\n[two](b.md#nowhere)\n[three](/b.md)\n[four](../out.md)\n")
        self.write("b.md", "# Here\n")
        (self.root.parent / "out.md").write_text("outside\n")
        self.assert_breaches(
            links.rule,
            "a.md:1: no.md leads nowhere",
            "a.md:2: b.md#nowhere: no such heading",
            "a.md:3: /b.md is not relative",
            "a.md:4: ../out.md leads nowhere")


if __name__ == "__main__":
    unittest.main()
