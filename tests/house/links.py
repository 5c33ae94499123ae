"""Links between documents lead somewhere: the file exists, and the heading when one is named."""

import re
import urllib.parse

import project

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]:\s*(\S+)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.\-]*:")


def prose(root, name):
    """Numbered lines outside of code blocks, without code spans."""
    fenced = False
    for number, line in project.lines(root, name):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "`code`", line), line


def anchors(root, name):
    seen = {}
    for _, _, line in prose(root, name):
        heading = HEADING.match(line)
        if heading:
            words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading.group(1)).lower()
            anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
            count = seen.get(anchor, 0)
            seen[anchor] = count + 1
            yield anchor if count == 0 else f"{anchor}-{count}"


def rule(root):
    for name in project.files(root):
        if name.suffix != ".md":
            continue
        for number, line, _ in prose(root, name):
            for found in LINK.finditer(line):
                link = urllib.parse.unquote(found.group(1) or found.group(2))
                if ELSEWHERE.match(link):
                    continue
                path, _, anchor = link.partition("#")
                if path.startswith("/"):
                    yield f"{name}:{number}: {link} is not relative"
                    continue
                target = ((root / name).parent / path).resolve() if path else (root / name).resolve()
                if not target.exists() or not target.is_relative_to(root.resolve()):
                    yield f"{name}:{number}: {link} leads nowhere"
                elif anchor and target.suffix == ".md" and \
                        anchor not in anchors(root, target.relative_to(root.resolve())):
                    yield f"{name}:{number}: {link}: no such heading"


if __name__ == "__main__":
    project.main(rule)
