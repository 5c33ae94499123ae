"""Arrow columns of a batch, read with ctypes by the published interface alone, and columns handed in the same way.

https://arrow.apache.org/docs/format/CDataInterface.html, https://arrow.apache.org/docs/format/Columnar.html
Where pyarrow is installed it reads them as well.
"""
import ctypes as c
import gc
import json
import os
import struct
import unittest

LIBRARY = c.CDLL(os.environ["ACTIVATEUR_LIBRARY"])
EXCERPT = os.environ["ROME_EXCERPT"].encode()


class Schema(c.Structure):
    pass


Schema._fields_ = [("format", c.c_char_p), ("name", c.c_char_p), ("metadata", c.c_char_p), ("flags", c.c_int64),
                   ("n_children", c.c_int64), ("children", c.POINTER(c.POINTER(Schema))),
                   ("dictionary", c.POINTER(Schema)), ("release", c.CFUNCTYPE(None, c.POINTER(Schema))),
                   ("private_data", c.c_void_p)]


class Array(c.Structure):
    pass


Array._fields_ = [("length", c.c_int64), ("null_count", c.c_int64), ("offset", c.c_int64), ("n_buffers", c.c_int64),
                  ("n_children", c.c_int64), ("buffers", c.POINTER(c.c_void_p)),
                  ("children", c.POINTER(c.POINTER(Array))), ("dictionary", c.POINTER(Array)),
                  ("release", c.CFUNCTYPE(None, c.POINTER(Array))), ("private_data", c.c_void_p)]


class Text(c.Structure):
    _fields_ = [("ptr", c.c_char_p), ("len", c.c_size_t)]


class Options(c.Structure):
    _fields_ = [("struct_size", c.c_uint32), ("flags", c.c_uint32), ("at_ms", c.c_int64), ("snapshot", c.c_void_p),
                ("policy", c.c_void_p), ("targets", c.c_void_p), ("top", c.c_uint64), ("memory_bytes", c.c_uint64),
                ("threads", c.c_uint32), ("reserved", c.c_uint32)]


LIBRARY.adp_document_json.restype = Text
LIBRARY.adp_document_json.argtypes = [c.c_void_p]
LIBRARY.adp_batch_waiting.restype = c.c_size_t
LIBRARY.adp_batch_waiting.argtypes = [c.c_void_p]
for destroy in ("adp_batch_destroy", "adp_document_destroy", "adp_framework_destroy", "adp_session_destroy",
                "adp_engine_destroy"):
    getattr(LIBRARY, destroy).argtypes = [c.c_void_p]
    getattr(LIBRARY, destroy).restype = None

NUMBERS = {b"c": "b", b"C": "B", b"s": "h", b"S": "H", b"i": "i", b"I": "I", b"l": "q", b"L": "Q", b"f": "f", b"g": "d"}


def valid(array, place):
    bits = array.buffers[0]
    if not bits:
        return True
    return (c.string_at(bits + place // 8, 1)[0] >> place % 8) & 1 == 1


def read(schema, array):
    """The values of a column, None where null."""
    form = schema.format
    out = []
    for row in range(array.length):
        place = row + array.offset
        if not valid(array, place):
            out.append(None)
        elif form == b"u":
            begin, end = struct.unpack("=2i", c.string_at(array.buffers[1] + 4 * place, 8))
            out.append(c.string_at(array.buffers[2] + begin, end - begin).decode())
        else:
            letter = NUMBERS[form]
            size = struct.calcsize("=" + letter)
            out.append(struct.unpack("=" + letter, c.string_at(array.buffers[1] + size * place, size))[0])
    assert array.null_count in (-1, out.count(None)), (schema.name, array.null_count, out.count(None))
    if schema.dictionary:
        words = read(schema.dictionary.contents, array.dictionary.contents)
        out = [None if index is None else words[index] for index in out]
    return out


def read_struct(schema, array):
    assert schema.format == b"+s" and schema.n_children == array.n_children
    return {schema.children[i].contents.name.decode(): read(schema.children[i].contents, array.children[i].contents)
            for i in range(schema.n_children)}


class Given:
    """Columns of this program, given by the interface. Each: (name, format, buffers, validity or None, words)."""

    def __init__(self, length, columns, offset=0):
        self.kept = []
        children = [self.column(length + offset, *one) for one in columns]
        self.released = []
        schema_release, array_release = Schema._fields_[7][1], Array._fields_[8][1]
        self.on_schema = schema_release(lambda s: self.released.append("schema"))
        self.on_array = array_release(lambda a: self.released.append("array"))
        self.schema = Schema(b"+s", b"", None, 0, len(children), self.pointers(Schema, [s for s, _ in children]), None,
                             self.on_schema, None)
        self.array = Array(length, 0, offset, 1, len(children), self.buffers(None),
                           self.pointers(Array, [a for _, a in children]), None, self.on_array, None)

    def keep(self, value):
        self.kept.append(value)
        return value

    def pointers(self, kind, all):
        return self.keep((c.POINTER(kind) * max(1, len(all)))(*[c.pointer(self.keep(one)) for one in all]))

    def buffers(self, *all):
        held = [None if one is None else c.cast(self.keep(c.create_string_buffer(one, len(one) + 1)), c.c_void_p)
                for one in all]
        return self.keep((c.c_void_p * len(held))(*held))

    def column(self, length, name, form, values, words=None):
        bits = bytearray((length + 7) // 8 or 1)
        for i, value in enumerate(values):
            bits[i // 8] |= (value is not None) << i % 8
        nulls = sum(value is None for value in values)
        mask = bytes(bits) if nulls else None
        if form in "uU":
            letter = "i" if form == "u" else "q"
            texts = [(value or "").encode(errors="surrogateescape") for value in values]
            offsets = [sum(map(len, texts[:i])) for i in range(len(texts) + 1)]
            buffers = self.buffers(mask, struct.pack(f"={len(offsets)}{letter}", *offsets), b"".join(texts))
        else:
            numbers = [value or 0 for value in values]
            buffers = self.buffers(mask, struct.pack(f"={len(numbers)}{NUMBERS[form.encode()]}", *numbers))
        schema = Schema(form.encode(), name.encode(), None, 2, 0, None, None)
        array = Array(length, nulls, 0, 3 if form in "uU" else 2, 0, buffers, None, None)
        if words is not None:
            schema_of_words, array_of_words = self.column(len(words), "", "u", words)
            schema.dictionary = c.pointer(self.keep(schema_of_words))
            array.dictionary = c.pointer(self.keep(array_of_words))
        return schema, array


class Batches(unittest.TestCase):
    def setUp(self):
        self.engine, self.session = c.c_void_p(), c.c_void_p()
        self.ok(LIBRARY.adp_engine_create(None, c.byref(self.engine)))
        self.addCleanup(LIBRARY.adp_engine_destroy, self.engine)
        self.ok(LIBRARY.adp_session_create(self.engine, None, c.byref(self.session)))
        self.addCleanup(LIBRARY.adp_session_destroy, self.session)
        framework = c.c_void_p()
        self.ok(LIBRARY.adp_framework_import(self.session, Text(EXCERPT, len(EXCERPT)), c.byref(framework)))
        self.ok(LIBRARY.adp_engine_use_framework(self.engine, framework))
        LIBRARY.adp_framework_destroy(framework)

    def ok(self, status):
        self.assertEqual(status, 0)

    def batch(self, **options):
        made, out = Options(c.sizeof(Options), **options), c.c_void_p()
        self.ok(LIBRARY.adp_batch_create(self.session, c.byref(made), c.byref(out)))
        self.addCleanup(LIBRARY.adp_batch_destroy, out)
        return out

    def document(self, value):
        text, out = json.dumps(value).encode(), c.c_void_p()
        self.ok(LIBRARY.adp_document_parse(self.session, Text(text, len(text)), Text(b"t", 1), c.byref(out)))
        self.addCleanup(LIBRARY.adp_document_destroy, out)
        return out

    def take(self, batch):
        out = c.c_void_p()
        self.ok(LIBRARY.adp_batch_take(self.session, batch, c.byref(out)))
        self.addCleanup(LIBRARY.adp_document_destroy, out)
        text = LIBRARY.adp_document_json(out)
        return json.loads(c.string_at(text.ptr, text.len))

    def take_arrow(self, batch):
        schema, array = Schema(), Array()
        self.ok(LIBRARY.adp_batch_take_arrow(self.session, batch, c.byref(schema), c.byref(array)))
        return schema, array

    PERSONS = {"portfolios": [{"person": "anna", "holds_job": "rome:K1304"}, {"person": "bob", "wrong": 1},
                              {"holds_job": "rome:G1607"}]}

    def test_columns_say_what_the_document_says(self):
        batch = self.batch(top=3)
        self.ok(LIBRARY.adp_batch_add(self.session, batch, self.document(self.PERSONS)))
        document = self.take(batch)
        self.ok(LIBRARY.adp_batch_add(self.session, batch, self.document(self.PERSONS)))
        schema, array = self.take_arrow(batch)
        rows = read_struct(schema, array)
        self.assertEqual(list(rows), ["position", "person", "target", "belief", "expectation", "plausibility", "zone",
                                      "error_code", "error"])
        wanted = {name: [] for name in rows}
        for person in document["persons"]:
            for target in person.get("targets", [{}]):
                wanted["position"].append(person["position"] + 3)
                wanted["person"].append(person.get("person"))
                wanted["target"].append(target.get("id"))
                for name in ("belief", "expectation", "plausibility", "zone"):
                    wanted[name].append(target.get(name))
                wanted["error_code"].append(person.get("error", {}).get("code"))
                wanted["error"].append(person.get("error", {}).get("message"))
        self.assertEqual(rows, wanted)
        self.assertEqual(len(rows["person"]), 7)
        schema.release(c.byref(schema))
        array.release(c.byref(array))
        self.assertFalse(schema.release)
        self.assertFalse(array.release)

    def test_a_column_may_be_moved_away_and_outlives_everything(self):
        batch = self.batch(top=2)
        self.ok(LIBRARY.adp_batch_add(self.session, batch, self.document(self.PERSONS)))
        schema, array = self.take_arrow(batch)
        moved_schema, moved_array = Schema(), Array()
        c.memmove(c.byref(moved_schema), schema.children[2], c.sizeof(Schema))
        c.memmove(c.byref(moved_array), array.children[2], c.sizeof(Array))
        schema.children[2].contents.release = Schema._fields_[7][1]()
        array.children[2].contents.release = Array._fields_[8][1]()
        schema.release(c.byref(schema))
        array.release(c.byref(array))
        self.assertEqual(read(moved_schema, moved_array)[0], "rome:K1304")
        moved_schema.release(c.byref(moved_schema))
        moved_array.release(c.byref(moved_array))

    def test_an_empty_result_is_a_struct_without_rows(self):
        schema, array = self.take_arrow(self.batch())
        self.assertEqual(array.length, 0)
        self.assertEqual(set(map(len, read_struct(schema, array).values())), {0})
        schema.release(c.byref(schema))
        array.release(c.byref(array))

    def add_columns(self, batch, given):
        return LIBRARY.adp_batch_add_arrow(self.session, batch, c.byref(given.schema), c.byref(given.array))

    def test_statements_of_a_host(self):
        targets = self.document({"targets": [{
            "id": "t", "kind": "vacancy", "label": "T", "requirements": [
                {"competence": "rome:489930", "level": 2}, {"competence": "rome:115131", "level": 4}]}]})
        batch = self.batch(targets=targets)
        people = ["a", "b", "a", "c"]
        given = Given(4, [("person", "u", people), ("competence", "i", [0, 0, 1, 2], ["rome:489930", "rome:115131", "rome:X"]),
                          ("expectation", "f", [0.5, 0.25, 0.75, 0.5]), ("belief", "g", [0.25, None, 0.5, 0]),
                          ("level", "c", [None, 1, 3, 2]), ("unread", "g", [0, 0, 0, 0])])
        self.ok(self.add_columns(batch, given))
        self.assertEqual(given.released, [])
        self.assertEqual(LIBRARY.adp_batch_waiting(batch), 3)
        persons = self.take(batch)["persons"]
        self.assertEqual([p.get("person") for p in persons], ["a", "b", "c"])
        score = persons[0]["targets"][0]
        # At level 2 what is known at all levels; at level 4 nothing, for 3 is the highest said.
        self.assertAlmostEqual(score["belief"], 0.125, 6)
        self.assertAlmostEqual(score["expectation"], 0.3, 6)
        self.assertAlmostEqual(persons[1]["targets"][0]["expectation"], 0.1, 6)
        self.assertEqual(persons[2]["error"]["code"], "match.competence")

    def test_offsets_large_text_and_whole_numbers_as_names(self):
        batch = self.batch(top=1)
        given = Given(2, [("person", "l", [7, 8, 9]), ("competence", "U", ["rome:X", "rome:489930", "rome:489930"]),
                          ("expectation", "g", [0, 0.5, 0.75])], offset=1)
        self.ok(self.add_columns(batch, given))
        persons = self.take(batch)["persons"]
        self.assertEqual([p.get("person") for p in persons], ["8", "9"])
        self.assertTrue(all("targets" in p for p in persons))

    def test_the_greatest_numbers_are_names_like_others(self):
        batch = self.batch(top=1)
        given = Given(2, [("person", "L", [2**64 - 1, 2**63]), ("competence", "u", ["rome:489930"] * 2),
                          ("expectation", "g", [0.5, 0.75])])
        self.ok(self.add_columns(batch, given))
        self.assertEqual([p.get("person") for p in self.take(batch)["persons"]], [str(2**64 - 1), str(2**63)])

    def test_columns_that_are_not_right_are_refused(self):
        batch = self.batch()
        person, competence = ("person", "u", ["a"]), ("competence", "u", ["rome:489930"])
        expectation = ("expectation", "g", [0.5])
        for columns in ([person, competence], [person, ("competence", "i", [1]), expectation],
                        [person, competence, ("expectation", "u", ["x"])], [person, competence, expectation, ("level", "g", [1.0])],
                        [("person", "u", [None]), competence, expectation],
                        [("person", "u", ["\udcff"]), competence, expectation],
                        [person, ("competence", "u", ["rome:\udcff"]), expectation],
                        [person, ("competence", "i", [3], ["rome:489930"]), expectation]):
            self.assertEqual(self.add_columns(batch, Given(1, columns)), -1, columns)
        broken = Given(1, [person, competence, expectation])
        broken.array.children[0].contents.length = 0
        self.assertEqual(self.add_columns(batch, broken), -1)
        self.assertEqual(LIBRARY.adp_batch_waiting(batch), 0)

    def test_pyarrow_reads_them(self):
        try:
            import pyarrow
        except ImportError:
            self.skipTest("pyarrow is not installed")
        batch = self.batch(top=3)
        self.ok(LIBRARY.adp_batch_add(self.session, batch, self.document(self.PERSONS)))
        schema, array = self.take_arrow(batch)
        taken = pyarrow.RecordBatch._import_from_c(c.addressof(array), c.addressof(schema))
        taken.validate(full=True)
        self.assertEqual(taken.column("target")[0].as_py(), "rome:K1304")
        del taken
        gc.collect()


if __name__ == "__main__":
    unittest.main()
