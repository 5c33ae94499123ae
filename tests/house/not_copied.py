"""No file of the project is a copy of a file of the shared vectors and reference data."""

import hashlib
import os
import pathlib

import project


def shared_directory(root):
    named = os.environ.get("ACTIVATEUR_SHARED", "")
    beside = root / ".." / "shared"
    if named:
        return pathlib.Path(named)
    return beside if beside.is_dir() else None


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copies(root, shared):
    # Only files of a size that occurs on both sides are read.
    ours = {}
    for name in project.files(root):
        ours.setdefault((root / name).stat().st_size, []).append(name)
    for folder, _, names in os.walk(shared):
        for other in (pathlib.Path(folder) / name for name in names):
            size = other.stat().st_size
            if size == 0 or size not in ours:
                continue
            for name in ours[size]:
                if digest(root / name) == digest(other):
                    yield f"{name}:1: the same bytes as {other.relative_to(shared)} of the shared files"


def rule(root):
    shared = shared_directory(root)
    if shared is None:
        project.skip("set ACTIVATEUR_SHARED to the directory of vectors and reference data")
    yield from copies(root, shared)


if __name__ == "__main__":
    project.main(rule)
