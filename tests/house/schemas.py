"""docs/schemas: well-formed JSON Schemas, and one for every document that the code names."""

import json
import re

import project

DOCUMENT = re.compile(r'"(activateur/[a-z][a-z0-9\-]*/[0-9]+)\\?"')
CODE = {"sdk", "c-api", "adapters", "plugins", "data"}


def named_schemas(value):
    """The constants that a schema asks of its documents' member `schema`."""
    if isinstance(value, dict):
        member = value.get("properties", {}).get("schema", {}) if isinstance(value.get("properties"), dict) else {}
        if isinstance(member, dict):
            yield from ([member["const"]] if "const" in member else member.get("enum", []))
        for child in value.values():
            yield from named_schemas(child)
    elif isinstance(value, list):
        for child in value:
            yield from named_schemas(child)


def unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member name occurs twice")
    return members


def local_references(value):
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for child in value.values():
            yield from local_references(child)
    elif isinstance(value, list):
        for child in value:
            yield from local_references(child)


def resolves(schema, pointer):
    for step in filter(None, pointer.split("/")):
        step = step.replace("~1", "/").replace("~0", "~")
        if not isinstance(schema, dict) or step not in schema:
            return False
        schema = schema[step]
    return True


def rule(root):
    documents, ids = {}, {}
    for name in project.files(root):
        if name.parts[:2] != ("docs", "schemas") or name.suffix != ".json":
            continue
        try:
            schema = json.loads((root / name).read_bytes(), object_pairs_hook=unique)
        except ValueError as wrong:
            yield f"{name}:1: not JSON: {wrong}"
            continue
        for member in ("$schema", "$id", "title"):
            if not isinstance(schema, dict) or not isinstance(schema.get(member), str) or not schema[member]:
                yield f"{name}:1: no {member}"
        if not isinstance(schema, dict):
            continue
        own = schema.get("$id")
        if own in ids:
            yield f"{name}:1: the same $id as {ids[own]}"
        elif own is not None:
            ids[own] = name
        for document in named_schemas(schema):
            documents[document] = name
        for reference in local_references(schema):
            target, _, pointer = reference.partition("#")
            if target == "" and not resolves(schema, pointer):
                yield f"{name}:1: $ref {reference} leads nowhere"
            elif target and "://" not in target and not (root / name).parent.joinpath(target).is_file():
                yield f"{name}:1: $ref {reference} leads to no file"
    for name in project.files(root):
        if name.parts[0] not in CODE:
            continue
        for number, line in project.lines(root, name):
            for document in DOCUMENT.findall(line):
                if document not in documents:
                    yield f"{name}:{number}: \"{document}\" has no schema in docs/schemas"


if __name__ == "__main__":
    project.main(rule)
