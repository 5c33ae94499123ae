"""Solves a plan problem through the C ABI with nothing but ctypes.
usage: plan.py libactivateur.so PROBLEM.json"""
import ctypes
import json
import sys
from ctypes import byref, c_char_p, c_int32, c_size_t, c_void_p


class Str(ctypes.Structure):
    _fields_ = [("ptr", c_char_p), ("len", c_size_t)]

    @classmethod
    def of(cls, text):
        data = text.encode() if isinstance(text, str) else text
        return cls(data, len(data))

    def text(self):
        return ctypes.string_at(self.ptr, self.len).decode() if self.len else ""


class View(ctypes.Structure):  # an adp_str returned by the library: bytes that are not NUL-terminated
    _fields_ = [("ptr", c_void_p), ("len", c_size_t)]
    text = Str.text


class Error(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_uint32), ("status", c_int32), ("code", View), ("message", View),
                ("source", View), ("pointer", View), ("line", ctypes.c_int64), ("column", ctypes.c_int64)]


def main(library, problem):
    adp = ctypes.CDLL(library)
    adp.adp_document_json.restype = View
    for name in ("adp_document_json", "adp_document_destroy", "adp_session_destroy", "adp_engine_destroy"):
        getattr(adp, name).argtypes = [c_void_p]
    engine, session, document, plan = c_void_p(), c_void_p(), c_void_p(), c_void_p()

    def demand(status):
        if status != 0:
            error = Error(ctypes.sizeof(Error))
            adp.adp_session_last_error(session, byref(error))
            sys.exit(f"status {status}: {error.message.text()}")

    demand(adp.adp_engine_create(None, byref(engine)))
    demand(adp.adp_session_create(engine, None, byref(session)))
    with open(problem, "rb") as file:
        demand(adp.adp_document_parse(session, Str.of(file.read()), Str.of(problem), byref(document)))
    demand(adp.adp_plan_solve(session, document, None, byref(plan)))
    answer = json.loads(adp.adp_document_json(plan).text())
    print("objective", answer["objective"], "bound", answer["bound"], "optimal", answer["optimal"])
    for step in answer["steps"]:
        print("week", step["start"], "action", step["action"])
    for handle, destroy in ((plan, adp.adp_document_destroy), (document, adp.adp_document_destroy),
                            (session, adp.adp_session_destroy), (engine, adp.adp_engine_destroy)):
        destroy(handle)


main(*sys.argv[1:3])
