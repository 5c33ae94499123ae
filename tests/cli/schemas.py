"""Documents by the schemas that they name."""
import json

from command_line import SOURCE

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = {path.name: json.loads(path.read_text()) for path in (SOURCE / "docs/schemas").glob("*.json")}


def validate(document):
    """The document by the schema that it names."""
    if jsonschema is None:
        return
    schema = SCHEMAS[document["schema"].split("/")[1] + ".json"]
    known = {other["$id"]: other for other in SCHEMAS.values()}
    try:
        import referencing
        named = [(url, referencing.Resource.from_contents(other)) for url, other in known.items()]
        within = {"registry": referencing.Registry().with_resources(named)}
    except ImportError:  # before jsonschema 4.18
        within = {"resolver": jsonschema.RefResolver(schema["$id"], schema, store=known)}
    jsonschema.Draft202012Validator(schema, **within).validate(document)
