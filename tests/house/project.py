"""The files of the project, and how a rule reports: one line a breach, `path:line: what`."""

import pathlib
import subprocess
import sys

NOT_OURS = {".git", "build", "node_modules", "__pycache__"}


def files(root):
    """Every file of the project, relative to its root, sorted: what git tracks, else what is there."""
    root = pathlib.Path(root)
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z"],
        capture_output=True, check=False) if (root / ".git").exists() else None
    if listed is not None and listed.returncode == 0 and listed.stdout:
        names = [pathlib.PurePosixPath(name.decode()) for name in listed.stdout.split(b"\0") if name]
    else:
        names = [path.relative_to(root) for path in root.rglob("*")]
    return sorted(name for name in names
                  if not NOT_OURS.intersection(name.parts) and (root / name).is_file())


def lines(root, name):
    """Numbered lines of a text file; bytes that are not UTF-8 are kept as escapes."""
    text = (pathlib.Path(root) / name).read_bytes().decode("utf-8", "backslashreplace")
    return list(enumerate(text.split("\n"), 1))


def main(rule):
    """Runs `rule(root)`, which yields breaches, on the root given as argument."""
    breaches = list(rule(pathlib.Path(sys.argv[1])))
    for breach in breaches:
        print(breach)
    sys.exit(1 if breaches else 0)


def skip(why):
    print("skipped:", why)
    sys.exit(77)
