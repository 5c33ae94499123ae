"""Keys, issuing, baking and verifying, and every kind of bad input."""
import base64
import hashlib
import hmac
import json
import pathlib
import struct
import subprocess
import tempfile
import unittest
import zlib

from command_line import SOURCE, CommandLine
from schemas import validate

AT = "2026-11-24T00:00:00Z"


def encoded(data):
    return base64.urlsafe_b64encode(data if isinstance(data, bytes) else json.dumps(data).encode()).rstrip(b"=").decode()


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def chunk(kind, data, crc=None):
    crc = zlib.crc32(kind + data) if crc is None else crc
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)


PNG_HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PNG_TAIL = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def base58(data):
    number, out = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        out = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[digit] + out
    return out


class OpenSslSigner:
    """Keys and signatures by the openssl program, put together here: nothing of the library is used."""
    KINDS = {"ed25519": ["ED25519"], "p256": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
             "rsa": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"]}

    def __init__(self, test, kind):
        self.kind, self.pem = kind, str(test.dir / f"{kind}.pem")
        self.openssl("genpkey", "-algorithm", *self.KINDS[kind], "-out", self.pem)
        der = self.openssl("pkey", "-in", self.pem, "-pubout", "-outform", "DER")
        if kind == "rsa":  # SubjectPublicKeyInfo of a 2048-bit key: modulus of 257 bytes (a zero first), then 65537
            jwk = {"kty": "RSA", "n": encoded(der[-261:-5]), "e": encoded(der[-3:])}
            self.did = "did:jwk:" + encoded(jwk)
            self.kid = self.did + "#0"
            return
        if kind == "p256":
            x, y = der[-64:-32], der[-32:]
            raw = b"\x80\x24" + bytes([2 + y[-1] % 2]) + x
        else:
            raw = b"\xed\x01" + der[-32:]
        self.did = "did:key:z" + base58(raw)
        self.kid = self.did + "#" + self.did.split(":")[-1]

    def openssl(self, *arguments, given=None):
        return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout

    def token(self, header, claims):
        signed = encoded(header) + "." + encoded(claims)
        if self.kind == "ed25519":  # pkeyutl reads one-shot input from a file only
            with tempfile.NamedTemporaryFile() as file:
                file.write(signed.encode())
                file.flush()
                signature = self.openssl("pkeyutl", "-sign", "-inkey", self.pem, "-rawin", "-in", file.name)
        else:
            signature = self.openssl("dgst", "-sha256", "-sign", self.pem, given=signed.encode())
        if self.kind == "p256":  # ECDSA-Sig-Value to r || s
            length = signature[3]
            r, s = signature[4:4 + length], signature[6 + length:]
            signature = b"".join(int.from_bytes(part, "big").to_bytes(32, "big") for part in (r, s))
        return signed + "." + encoded(signature)


class Credentials(CommandLine):
    def setUp(self):
        super().setUp()
        self.key = str(self.dir / "key.json")
        self.did = self.run_json("keygen", "--output", self.key)["did"]

    def new_key(self):
        """A key is never replaced: the old one is taken away."""
        pathlib.Path(self.key).unlink()

    def badge(self, **changes):
        document = {
            "@context": ["https://www.w3.org/ns/credentials/v2",
                         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": "https://school.example/badges/1", "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": self.did, "type": ["Profile"], "name": "École fictive"},
            "validFrom": "2026-01-01T00:00:00Z", "name": "Accueillir",
            "credentialSubject": {
                "id": "did:example:person", "type": ["AchievementSubject"],
                "achievement": {"id": "https://school.example/a/1", "type": ["Achievement"], "name": "Accueillir",
                                "description": "Accueillir des personnes", "criteria": {"narrative": "Trois accueils"}}}}
        document.update(changes)
        return document

    def issue(self, key=None, key_id=None, **changes):
        extra = ["--key-id", key_id] if key_id else []
        return self.run_json("issue", self.write("badge.json", json.dumps(self.badge(**changes))), "--key",
                             key or self.key, *extra)["credential"]

    def verify(self, content, *options, expect, name="input.bin"):
        report = self.run_json("verify", self.write(name, content), "--at", AT, *options, expect=expect)
        self.assertEqual(len(report["results"]), 1)
        return report["results"][0]

    def test_every_key_type_signs_and_verifies(self):
        for kind, algorithm in (("ed25519", "EdDSA"), ("p256", "ES256"), ("p384", "ES384")):
            self.new_key()
            self.did = self.run_json("keygen", "--type", kind, "--output", self.key)["did"]
            jws = self.issue()
            self.assertEqual(decoded(jws.split(".")[0])["alg"], algorithm)
            self.assertEqual(self.verify(jws, expect=0)["verdict"], "valid")

    def test_rsa_key_of_a_did_web_issuer(self):
        self.new_key()
        public = self.run_json("keygen", "--type", "rsa", "--output", self.key)["jwk"]
        self.did = "did:web:school.example"
        jws = self.issue(key_id="did:web:school.example#k1")
        self.assertEqual(self.verify(jws, expect=1)["verdict"], "indeterminate")  # the DID document is not at hand
        document = {"id": self.did, "assertionMethod": ["did:web:school.example#k1"], "verificationMethod": [
            {"id": "did:web:school.example#k1", "type": "JsonWebKey", "controller": self.did, "publicKeyJwk": public}]}
        self.write("docs/did.json", json.dumps(document))
        self.write("docs/index.json", json.dumps({"https://school.example/.well-known/did.json": "did.json"}))
        self.assertEqual(self.verify(jws, "--documents", self.dir / "docs", expect=0)["verdict"], "valid")

    def test_bake_and_unbake(self):
        jws = self.issue()
        credential = self.write("badge.jwt", jws)
        for picture in ("badge.png", "badge.svg"):
            baked = str(self.dir / ("baked-" + picture))
            self.run_cli("bake", SOURCE / "data/demo/pictures" / picture, credential, "--output", baked)
            self.assertEqual(self.run_json("unbake", baked)["credential"], jws)
            report = self.run_json("verify", baked, "--at", AT)
            self.assertEqual((report["results"][0]["verdict"], report["results"][0]["container"]), ("valid", picture[-3:]))

    def test_one_bad_file_hides_no_other(self):
        good = self.write("good.jwt", self.issue())
        bad = self.write("bad.json", "{")
        report = self.run_json("verify", bad, good, "--at", AT, expect=1)
        self.assertEqual([r["verdict"] for r in report["results"]], ["invalid", "valid"])
        report = self.run_json("verify", good, self.dir / "none", bad, "--at", AT, expect=3)
        self.assertEqual([r["verdict"] for r in report["results"]], ["valid", "indeterminate", "invalid"])

    def test_forged_tokens(self):
        jws = self.issue()
        head, body, signature = jws.split(".")
        public = json.loads((self.dir / "key.json").read_text())["x"]
        claims = decoded(body)
        claims["credentialSubject"]["achievement"]["name"] = "Diriger"
        secret = base64.urlsafe_b64decode(public + "==")
        hs256 = encoded({"alg": "HS256", "kid": decoded(head)["kid"]}) + "." + body
        forged = {
            "altered payload": f"{head}.{encoded(claims)}.{signature}",
            "altered signature": f"{head}.{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}",
            "no signature": f"{head}.{body}.",
            "alg none": f"{encoded({'alg': 'none'})}.{body}.",
            "HS256 with the public key": hs256 + "." + encoded(hmac.new(secret, hs256.encode(), hashlib.sha256).digest()),
            "critical header": f"{encoded({'alg': 'EdDSA', 'crit': ['x'], 'x': 1})}.{body}.{signature}",
            "padded": f"{head}.{body}.{signature}==",
            "four parts": jws + ".x",
        }
        for name, token in forged.items():
            result = self.verify(token, expect=1)
            self.assertEqual(result["verdict"], "invalid", name)
        # One that we do not know may be good elsewhere.
        unknown = self.verify(f"{encoded({'alg': 'XS999', 'kid': self.did})}.{body}.{signature}", expect=1)
        self.assertEqual((unknown["verdict"], self.codes(unknown)["proof"]), ("indeterminate", "jws.alg_unknown"))
        for name in ("alg none", "HS256 with the public key"):
            codes = {c["code"] for c in self.verify(forged[name], expect=1)["checks"] if c["verdict"] == "invalid"}
            self.assertTrue(any(code.startswith("jws.alg") for code in codes), (name, codes))

    def test_dates(self):
        short = self.issue(validUntil="2026-12-31T00:00:00Z")
        self.assertEqual(self.verify(short, expect=0)["verdict"], "valid")
        report = self.run_json("verify", self.write("short.jwt", short), "--at", "2027-01-01", expect=1)
        expired = report["results"][0]
        self.assertEqual(self.codes(expired)["dates"], "dates.expired")
        future = self.verify(self.issue(validFrom="2027-01-01T00:00:00Z"), expect=1)
        self.assertEqual(self.codes(future)["dates"], "dates.not_yet_valid")
        self.assertEqual(expired["verdict"], "invalid")

    def test_another_issuers_key(self):
        self.run_cli("issue", self.write("badge.json", json.dumps(self.badge())), "--key", self.other_key(), expect=3)
        signer = OpenSslSigner(self, "ed25519")
        jws = signer.token({"alg": "EdDSA", "kid": signer.did + "#" + signer.did.split(":")[-1]}, self.badge())
        result = self.verify(jws, expect=1)
        self.assertEqual((result["verdict"], self.codes(result)["key"]), ("invalid", "key.not_the_issuers"))

    def other_key(self):
        path = str(self.dir / "other.json")
        self.run_cli("keygen", "--output", path)
        return path

    def test_tokens_signed_by_another_implementation(self):
        for kind, algorithm in (("ed25519", "EdDSA"), ("p256", "ES256"), ("rsa", "RS256")):
            signer = OpenSslSigner(self, kind)
            for typ, claims in (("vc+jwt", lambda badge: badge),
                                ("JWT", lambda badge: {"iss": signer.did, "sub": "did:example:person",
                                                       "jti": badge["id"], "nbf": 1767225600, "vc": badge})):
                badge = self.badge(issuer={"id": signer.did, "type": ["Profile"], "name": "Autre"})
                if typ == "JWT":
                    badge["@context"][0] = "https://www.w3.org/2018/credentials/v1"
                    badge["issuanceDate"] = badge.pop("validFrom")
                jws = signer.token({"alg": algorithm, "typ": typ, "kid": signer.kid}, claims(badge))
                self.assertEqual(self.verify(jws, expect=0)["verdict"], "valid", (kind, typ))
                moved = signer.token({"alg": algorithm, "typ": typ, "kid": signer.kid},
                                     dict(claims(badge), iss="https://other.example"))
                self.assertEqual(self.codes(self.verify(moved, expect=1))["claims"], "claims.mismatch")

    def test_policy_contexts_and_recipients(self):
        policy = {"schema": "activateur/verification-policy/1", "require_trusted": True}
        badge = self.issue()
        path = self.write("policy.json", json.dumps(policy))
        result = self.verify(badge, "--policy", path, expect=1)
        self.assertEqual((result["verdict"], self.codes(result)["trust"]), ("indeterminate", "trust.not_listed"))
        policy["trusted_issuers"] = [{"id": self.did, "name": "École fictive"}]
        path = self.write("policy.json", json.dumps(policy))
        self.assertEqual(self.codes(self.verify(badge, "--policy", path, expect=0))["trust"], "trust.listed")
        policy["require_trust"] = True
        self.run_cli("verify", self.write("b", badge), "--policy", self.write("policy.json", json.dumps(policy)), expect=3)

        url = "https://school.example/terms"
        document = self.badge(grade="A")
        document["@context"].append(url)
        unsigned = self.write("own.json", json.dumps(document))
        self.run_cli("issue", unsigned, "--key", self.key, "--proof", "auto", expect=3)
        terms = self.write("terms.json", json.dumps({"@context": {"grade": url + "#grade"}}))
        text, _ = self.run_cli("issue", unsigned, "--key", self.key, "--proof", "auto", "--context", f"{url}={terms}")
        self.assertEqual(self.codes(self.verify(text, expect=1))["proof"], "jsonld.unknown_context")
        self.assertEqual(self.verify(text, "--context", f"{url}={terms}", expect=0)["verdict"], "valid")

        both = ["--recipient", "autre@example.org", "--recipient", "did:example:person"]
        self.assertEqual(self.codes(self.verify(badge, *both, expect=0))["recipient"], "recipient.good")
        self.assertEqual(self.codes(self.verify(badge, *both[:2], expect=1))["recipient"], "recipient.not_stated")

    def test_many_files_at_once(self):
        good, bad = self.write("good.jwt", self.issue()), self.write("bad.json", "{")
        report = self.run_json("verify", *[good, bad] * 40, "--at", AT, expect=1)
        self.assertEqual([r["verdict"] for r in report["results"]], ["valid", "invalid"] * 40)
        self.assertEqual([r["source"] for r in report["results"]], [good, bad] * 40)
        self.run_cli("verify", good, good, "--fetched-from", "https://school.example/badges/1", expect=2)

    def test_embedded_proofs(self):
        unsigned = self.write("badge.json", json.dumps(self.badge()))
        for suite in ("auto", "eddsa-rdfc-2022", "eddsa-jcs-2022"):
            text, _ = self.run_cli("issue", unsigned, "--key", self.key, "--proof", suite)
            result = self.verify(text, expect=0)
            self.assertEqual((result["verdict"], result["binding"]), ("valid", "self-asserted"), suite)
            forged = text.replace(self.badge()["name"], "Autre", 1)
            self.assertEqual(self.codes(self.verify(forged, expect=1))["proof"], "proof.signature_wrong")
        self.run_cli("issue", unsigned, "--key", self.key, "--proof", "ecdsa-sd-2023", expect=3)
        self.run_cli("issue", unsigned, "--key", self.key, "--proof", "ecdsa-rdfc-2019", expect=3)
        self.assertEqual(self.verify(json.dumps(self.badge()), expect=1)["verdict"], "invalid")  # no proof at all

    def refused(self, content, code=None):
        result = self.verify(content, expect=1)
        self.assertEqual(result["verdict"], "invalid")
        self.assertTrue(all(check["message"] for check in result["checks"]))
        if code:
            self.assertIn(code, {check["code"] for check in result["checks"]})

    def test_bad_json(self):
        good = json.dumps(self.badge())
        self.refused(good[: len(good) // 2], "json.syntax")
        self.refused(good.replace("fictive", "fictive\udcff").encode("utf-8", "surrogateescape"), "json.utf8")
        self.refused('{"id":1,"id":2}', "json.duplicate")
        self.refused('{"@context":' + "[" * 100000, "json.depth")
        self.refused(b"{" + b" " * (17 << 20) + b"}")
        self.refused("")
        self.refused("\0\0\0\0")
        for wrong in ({"issuer": 3}, {"type": {}}, {"credentialSubject": []}, {"validFrom": 2026}, {"@context": None}):
            self.refused(json.dumps(self.badge(**wrong)))

    def test_bad_png(self):
        text = b"openbadgecredential\0\0\0\0\0" + self.issue().encode()
        good = PNG_HEAD + chunk(b"iTXt", text) + PNG_TAIL
        self.assertEqual(self.verify(good, expect=0)["verdict"], "valid")
        self.refused(PNG_HEAD + chunk(b"iTXt", text, crc=1) + PNG_TAIL)
        self.refused(PNG_HEAD + chunk(b"iTXt", text) * 2 + PNG_TAIL)
        self.refused(PNG_HEAD + PNG_TAIL)
        self.refused(good[:-20])
        bomb = zlib.compress(b"{" + b" " * (64 << 20))
        self.refused(PNG_HEAD + chunk(b"zTXt", b"openbadges\0\0" + bomb) + PNG_TAIL)
        self.refused(PNG_HEAD + chunk(b"iTXt", b"openbadges\0\1\0\0\0" + bomb) + PNG_TAIL)
        self.refused(PNG_HEAD + struct.pack(">I", 0x7FFFFFFF) + b"iTXt" + text)

    def test_what_cannot_be_read_is_told_by_the_schema(self):
        wrong = self.write("wrong.json", "{")
        for files, expect in (([wrong], 1), (["none.json"], 3), ([b"nope\xff.json".decode(errors="surrogateescape")], 3)):
            for extra in ((), ("--fetched-from", "https://a.example/x")):
                report = self.run_json("verify", *files, *extra, expect=expect)
                validate(report)
                self.assertEqual((report["results"][0]["container"], report["results"][0]["binding"]), ("none", "none"))

    def test_bad_svg(self):
        space = 'xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
        inside = f'<openbadges:credential verify="{self.issue()}"/>'
        good = f"<svg {space}>{inside}</svg>"
        self.assertEqual(self.verify(good, expect=0)["verdict"], "valid")
        secret = self.write("secret.txt", "secret")
        self.refused(f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{secret}">]><svg {space}>&x;{inside}</svg>')
        self.refused(f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg {space}>&b;{inside}</svg>')
        self.refused(f"<svg {space}>{inside}{inside}</svg>")
        self.refused(f"<svg {space}>{inside}")
        self.refused(f"<svg {space}>" + "<g>" * 5000 + inside + "</g>" * 5000 + "</svg>")
        self.refused(f"<svg {space}></svg>")


if __name__ == "__main__":
    unittest.main()
