"""Verifying online, from a server of the test on loopback: HTTPS by Python, certificates by the openssl program."""
import http.server
import json
import ssl
import subprocess
import threading
import unittest

from command_line import CommandLine

AT = "2026-11-24T00:00:00Z"


class Site:
    """What it serves, by path: bytes, a status, or a redirect's target."""

    def __init__(self, test, pages):
        self.pages, self.asked = pages, []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                page = site.pages.get(self.path, 404)
                body = page if isinstance(page, bytes) else b""
                self.send_response(page if isinstance(page, int) else 302 if isinstance(page, str) else 200)
                if isinstance(page, str):
                    self.send_header("Location", page)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.ca = str(test.dir / "certificate.pem")
        key = str(test.dir / "server.key")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", self.ca, "-days", "1", "-subj", "/CN=test", "-addext",
                        "subjectAltName=DNS:localhost"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.ca, key)
        # The handshake belongs to the connection's thread: a client that refuses the certificate stops nobody else.
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.server.handle_error = lambda *_: None
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        test.addCleanup(self.server.server_close)
        test.addCleanup(self.server.shutdown)
        self.host = f"localhost:{self.server.server_port}"
        self.options = ["--online", "--ca-file", self.ca, "--private-host", self.host]

    def url(self, path):
        return f"https://{self.host}{path}"

    def serve(self, path, document):
        self.pages[path] = document if isinstance(document, (int, str)) else json.dumps(document).encode()


class Online(CommandLine):
    def setUp(self):
        super().setUp()
        self.site = Site(self, {})
        url = self.site.url
        self.site.serve("/issuer", {"@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "id": url("/issuer"),
                                    "name": "Atelier fictif", "url": url("/"), "email": "badges@example.org"})
        self.site.serve("/badge", {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": url("/badge"),
                                   "name": "Accueillir", "description": "Accueillir des personnes",
                                   "image": url("/image.png"), "criteria": url("/criteria"), "issuer": url("/issuer")})
        self.assertion = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": url("/assertion"),
                          "recipient": {"type": "email", "hashed": False, "identity": "personne@example.org"},
                          "badge": url("/badge"), "issuedOn": "2026-01-01T00:00:00Z",
                          "verification": {"type": "HostedBadge"}}
        self.site.serve("/assertion", self.assertion)

    def verify(self, *options, expect, document=None):
        file = self.write("badge.json", json.dumps(document or self.assertion))
        return self.run_json("verify", file, "--at", AT, *options, expect=expect)["results"][0]

    def test_nothing_is_fetched_unless_asked(self):
        for options in ([], ["--offline"]):
            self.assertEqual(self.verify(*options, expect=1)["verdict"], "indeterminate")
        self.assertEqual(self.site.asked, [])

    def test_a_hosted_badge_is_valid_when_its_site_serves_it(self):
        result = self.verify(*self.site.options, expect=0)
        self.assertEqual(self.codes(result)["hosted"], "hosted.copy_matches")
        self.assertEqual(sorted(self.site.asked), ["/assertion", "/badge", "/issuer"])

    def test_many_badges_of_one_site(self):
        files = []
        for number in range(40):
            path = f"/assertion/{number}"
            assertion = {**self.assertion, "id": self.site.url(path)}
            self.site.serve(path, assertion)
            files.append(self.write(f"{number}.json", json.dumps(assertion)))
        results = self.run_json("verify", *files, "--at", AT, *self.site.options)["results"]
        self.assertEqual([result["verdict"] for result in results], ["valid"] * 40)
        self.assertEqual(len(self.site.asked), 42)

    def test_what_is_gone_or_differs_is_invalid(self):
        self.site.serve("/assertion", 410)
        self.assertEqual(self.verify(*self.site.options, expect=1)["verdict"], "invalid")
        self.site.serve("/assertion", {**self.assertion, "issuedOn": "2026-02-02T00:00:00Z"})
        self.assertEqual(self.verify(*self.site.options, expect=1)["verdict"], "invalid")

    def test_own_networks_are_closed_unless_named(self):
        self.assertEqual(self.verify("--online", "--ca-file", self.site.ca, expect=1)["verdict"], "indeterminate")
        self.assertEqual(self.site.asked, [])

    def test_certificates_must_be_trusted(self):
        self.assertEqual(self.verify("--online", "--private-host", self.site.host, expect=1)["verdict"], "indeterminate")
        self.assertEqual(self.site.asked, [])

    def test_redirects_stay_outside(self):
        secret = Site(self, {})
        self.site.serve("/assertion", secret.url("/assertion"))
        self.assertEqual(self.verify(*self.site.options, expect=1)["verdict"], "indeterminate")
        self.assertEqual(secret.asked, [])

    def test_what_was_fetched_serves_without_a_network(self):
        kept = self.dir / "kept"
        self.verify(*self.site.options, "--save-documents", kept, expect=0)
        index = json.loads((kept / "index.json").read_text())
        self.assertEqual(set(index), {self.site.url(path) for path in ("/assertion", "/badge", "/issuer")})
        self.site.asked.clear()
        self.assertEqual(self.verify("--documents", kept, expect=0)["verdict"], "valid")
        self.assertEqual(self.site.asked, [])
        # What was given wins over what is served now.
        self.site.serve("/assertion", 410)
        self.assertEqual(self.verify("--documents", kept, *self.site.options, expect=0)["verdict"], "valid")
        # Nothing is overwritten, and nothing fetched to be lost.
        _, err = self.run_cli("verify", "none.json", *self.site.options, "--save-documents", kept, expect=3)
        self.assertIn("n'est pas vide", err)
        self.assertEqual(self.site.asked, [])

    def test_frameworks_come_from_a_case_server(self):
        api = "/ims/case/v1p0"
        package = {"CFDocument": {"identifier": "p1", "title": "Paquet fictif", "version": "3", "creator": "Essai"},
                   "CFItems": [{"identifier": "i1", "fullStatement": "Tailler une haie"}]}
        self.site.serve(f"{api}/CFPackages/p1", package)
        self.site.serve(f"{api}/CFDocuments?limit=100&offset=0", {"CFDocuments": [package["CFDocument"]]})
        # Nothing is fetched unless asked.
        _, err = self.run_cli("framework", "import", self.site.url(f"{api}/CFPackages/p1"), expect=3)
        self.assertIn("réseau", err)
        self.assertEqual(self.site.asked, [])
        listed = self.run_json("framework", "import", self.site.url(api), *self.site.options, expect=1)
        self.assertEqual([one["url"] for one in listed["packages"]], [self.site.url(f"{api}/CFPackages/p1")])
        out, err = self.run_cli("framework", "import", self.site.url(api), *self.site.options, expect=1)
        self.assertIn("Paquet fictif (3)", out)
        self.assertIn("choisissez", err)
        taken = self.run_json("framework", "import", listed["packages"][0]["url"], "--id", "fictif", *self.site.options)
        self.assertEqual((taken["id"], taken["version"], taken["counts"]["competences"]), ("fictif", "3", 1))
        self.assertEqual(self.run_json("framework", "show", "fictif:i1")["label"], "Tailler une haie")
        _, err = self.run_cli("framework", "import", self.site.url("/none"), *self.site.options, "--lang", "en", expect=3)
        self.assertIn("HTTP 404", err)

    def test_a_private_host_that_cannot_be_read(self):
        _, err = self.run_cli("verify", "none.json", "--online", "--private-host", "https://x/", "--lang", "en", expect=3)
        self.assertIn("is no host or host:port", err)


if __name__ == "__main__":
    unittest.main()
