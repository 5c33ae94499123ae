"""Who may include whom: rooms of the engine upwards only; the C ABI the engine's door; the others installed headers."""

import pathlib
import re

import project

ORDER = ["base", "json", "crypto", "linkeddata", "net", "badges", "frameworks", "recognition", "analysis", "planning", "territory", "store"]
LAST = {"plugins", "report"}  # both after store, neither sees the other
DOORS = {"engine.hpp", "engine.cpp", "pch.cpp"}  # the only files of sdk/src that know every room
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SOURCE = {".hpp", ".cpp", ".h", ".c", ".in"}


def allowed_rooms(room):
    if room in LAST:
        return {room, *ORDER}
    return set(ORDER[:ORDER.index(room) + 1])


def includes(root, name):
    for number, line in project.lines(root, name):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def engine_breach(name, bracket, path):
    """Why a file of sdk/src may not include `path`; None when it may."""
    if str(name.relative_to("sdk/src")) in DOORS or bracket == "<":
        return None
    room = name.parts[2]
    if room not in LAST and room not in ORDER:
        return f"sdk/src/{room} is no room: add it to ORDER in tests/house/rooms.py where it stands"
    first = path.split("/")[0]
    if path.startswith("activateur/"):  # the plugin host implements the plugin header
        return None if room == "plugins" else f"room {room} includes a public header ({path})"
    if "/" not in path or ".." in path:
        return f"include as \"room/{path}\""
    if first not in allowed_rooms(room):
        return f"room {room} includes {path}, which is not above it"
    return None


def engine_under_store_breach(name, path):
    """SQLite stays in the engine that is made of it; store.cpp opens it, engine.hpp names it, and nothing else."""
    if not str(name).startswith(("sdk/src/store/", "c-api/")) or name.name.startswith("sqlite_"):
        return None
    inside = path.startswith(("sqlite3", "SQLiteCpp")) or path.startswith("store/sqlite_")
    if not inside or (name.name, path) == ("store.cpp", "store/sqlite_shelf.hpp"):
        return None
    return f"includes {path}: what the store asks of its engine is store/shelf.hpp"


def c_abi_breach(root, name, bracket, path):
    if bracket == "<" or path == "engine.hpp" or path.startswith(("base/", "activateur/")):
        return None
    if (root / "c-api/src" / path).is_file() or (root / name).parent.joinpath(path).is_file():
        return None
    return f"the C ABI includes {path}: only engine.hpp, base/ and its own headers"


def outside_breach(root, name, bracket, path):
    """Adapters, plugins, examples: what is installed, and files of their own folder."""
    if path.startswith("activateur/"):
        public = [root / "c-api/include" / path, root / "sdk/include" / path]
        return None if any(header.is_file() for header in public) else f"{path} is not an installed header"
    if bracket == "<":
        return f"<{path}> is a private header" if (root / "sdk/src" / path).is_file() else None
    own = (root / name.parts[0] / name.parts[1]).resolve()
    for start in ((root / name).parent, own, own / "src"):
        target = (start / path).resolve()
        if target.is_file() and own in target.parents:
            return None
    return f"includes {path}: only installed headers and files of {name.parts[0]}/{name.parts[1]}"


def public_breach(name, path):
    if name.suffix == ".h" and path not in ("stdint.h", "stddef.h") and not re.fullmatch(r"activateur/\w+\.h", path):
        return f"a C header includes {path}: only stdint.h, stddef.h and activateur/*.h"
    if name.suffix == ".hpp" and "/" in path and not path.startswith("activateur/"):
        return f"an installed header includes {path}, which is not installed"
    return None


def rule(root):
    for name in project.files(root):
        if name.suffix not in SOURCE:
            continue
        top = "/".join(name.parts[:2])
        for number, bracket, path in includes(root, name):
            if top == "sdk/src":
                breach = engine_breach(name, bracket, path) or engine_under_store_breach(name, path)
            elif top == "c-api/src":
                breach = c_abi_breach(root, name, bracket, path) or engine_under_store_breach(name, path)
            elif top in ("c-api/include", "sdk/include"):
                breach = public_breach(name, path)
            elif name.parts[0] in ("adapters", "plugins", "examples"):
                breach = outside_breach(root, name, bracket, path)
            else:
                breach = None
            if breach:
                yield f"{name}:{number}: {breach}"


if __name__ == "__main__":
    project.main(rule)
