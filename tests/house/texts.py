"""Text files: UTF-8, ended by a newline, no unfinished business, no path of somebody's machine."""

import re

import project

BINARY = {".png", ".jpg", ".gif", ".ico", ".pdf", ".bin", ".gz", ".woff2"}
AS_IT_COMES = ("tests/fuzz/corpus/", "tests/data/", "tests/conformance/data/")  # inputs, wrong on purpose
UNFINISHED = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME)\b")
# A home or a work directory at the start of a path; URLs and relative paths have something before the slash.
MACHINE = re.compile(r"(?<![\w.:/\-}~*])/(?:home|root|Users|work|workspace|mnt)/[\w.\-]+")


def rule(root):
    for name in project.files(root):
        if name.suffix.lower() in BINARY or str(name).startswith(AS_IT_COMES):
            continue
        content = (root / name).read_bytes()
        if not content:
            yield f"{name}:1: empty"
            continue
        if not content.endswith(b"\n"):
            yield f"{name}:{content.count(10) + 1}: the last line has no newline"
        for number, line in enumerate(content.split(b"\n"), 1):
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                yield f"{name}:{number}: not UTF-8"
                continue
            if b"\r" in line:
                yield f"{name}:{number}: carriage return"
            if UNFINISHED.search(text):
                yield f"{name}:{number}: unfinished: {text.strip()}"
            if MACHINE.search(text) or str(root.resolve()) in text and len(root.resolve().parts) > 2:
                yield f"{name}:{number}: path of one machine: {text.strip()}"


if __name__ == "__main__":
    project.main(rule)
