"""Matches the persons and targets of match_bench with SciPy's sparse matrices and with SQLite, in one run on one core.

Usage: match.py DATA OURS        DATA: what `match_bench --data` wrote; OURS: its results, JSON
Each peer computes one score a target, the expectation at the required level; ours computes three. CPU time.
"""
import json
import os
import pathlib
import sqlite3
import statistics
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"
try:
    import numpy
    import scipy.sparse
except ImportError:
    numpy = None

UNKNOWN = 0.1
LEVELS = 4


def cpu(run, rounds):
    run(0)
    times = []
    for i in range(rounds):
        begun = time.process_time()
        run(i)
        times.append(time.process_time() - begun)
    return statistics.median(times)


class Case:
    def __init__(self, directory, name):
        read = lambda part, kind: numpy.fromfile(directory / f"{name}.{part}", dtype=kind)
        self.target, self.competence, self.level = (read(p, "int32") for p in ("target", "competence", "level"))
        self.weight, self.scores = read("weight", "float64"), read("scores", "float64")
        self.who, self.what = read("who", "int32"), read("what", "int32")
        self.above = read("above", "float64").reshape(-1, LEVELS)
        self.targets, self.persons = int(self.target.max()) + 1, int(self.who.max()) + 1
        self.columns = (int(max(self.competence.max(), self.what.max())) + 1) * LEVELS
        total = numpy.bincount(self.target, self.weight)
        # A competence at a level is one column; weights already divided by their target's sum.
        shares = self.weight / total[self.target]
        self.asked = scipy.sparse.csr_matrix((shares, (self.target, self.competence * LEVELS + self.level - 1)),
                                             shape=(self.targets, self.columns))
        columns = self.what[:, None] * LEVELS + numpy.arange(LEVELS)
        self.held = scipy.sparse.csr_matrix((self.above.ravel(), (numpy.repeat(self.who, LEVELS), columns.ravel())),
                                            shape=(self.persons, self.columns))


def best(scores, count=50):
    top = numpy.argpartition(-scores, count)[:count]
    return top[numpy.argsort(-scores[top], kind="stable")]


def check(name, scores, case):
    worst = float(numpy.abs(scores + UNKNOWN - case.scores).max())
    if worst > 1e-6:
        sys.exit(f"{name} does not give our scores: {worst}")


def scipy_peers(one, many):
    dense = [numpy.asarray(one.held[p].todense()).ravel() for p in range(one.persons)]
    rows = [one.held[p] for p in range(one.persons)]
    inverted = one.asked.T.tocsr()
    check("SciPy, dense vector", one.asked @ dense[0], one)
    check("SciPy, inverted", numpy.asarray((rows[0] @ inverted).todense()).ravel(), one)
    yield "one_person/100000_targets", "SciPy CSR x dense vector", cpu(
        lambda i: best(one.asked @ dense[i % one.persons]), 200)

    def by_rows(i):
        return best(numpy.asarray((rows[i % one.persons] @ inverted).todense()).ravel())
    yield "one_person/100000_targets", "SciPy sparse row x inverted", cpu(by_rows, 200)
    jobs = many.asked.T.tocsr()

    def batch(_):
        for begin in range(0, many.persons, 2000):
            many.held[begin:begin + 2000] @ jobs
    yield "many_persons/100000_x_1500_every_score", "SciPy sparse x sparse", cpu(batch, 1)


def sqlite_peer(one):
    db = sqlite3.connect(":memory:")
    db.execute("create table asked(competence int, level int, target int, share real,"
               " primary key(competence, level, target)) without rowid")
    total = numpy.bincount(one.target, one.weight)
    db.executemany("insert into asked values(?,?,?,?)",
                   zip(one.competence.tolist(), one.level.tolist(), one.target.tolist(),
                       (one.weight / total[one.target]).tolist()))
    db.execute("create table held(person int, competence int, level int, above real,"
               " primary key(person, competence, level)) without rowid")
    for level in range(LEVELS):
        db.executemany("insert into held values(?,?,?,?)",
                       zip(one.who.tolist(), one.what.tolist(), [level + 1] * len(one.who), one.above[:, level].tolist()))
    db.execute("analyze")
    ask = ("select target, sum(share * above) as score from held join asked using(competence, level) where person = ?"
           " group by target order by score desc, target limit 50")
    first = db.execute(ask, (0,)).fetchall()
    if abs(first[0][1] + UNKNOWN - one.scores.max()) > 1e-6:
        sys.exit("SQLite does not give our best score")
    yield "one_person/100000_targets", "SQLite, clustered index", cpu(lambda i: db.execute(ask, (i % 8,)).fetchall(), 8)


def main(directory, results):
    ours = {b["name"]: b["cpu_time"] * {"us": 1e-6, "ms": 1e-3}[b["time_unit"]]
            for b in json.load(open(results))["benchmarks"]}
    for name, seconds in ours.items():
        print(f"{name:45} ours                          {seconds * 1e3:10.3f} ms")
    if numpy is None:
        return print("SciPy and SQLite are left out: python3-scipy is not installed")
    directory = pathlib.Path(directory)
    one, many = Case(directory, "many_targets"), Case(directory, "many_persons")
    for peers in (scipy_peers(one, many), sqlite_peer(one)):
        for name, peer, seconds in peers:
            ratio = f"{seconds / ours[name]:8.1f} x ours" if name in ours else ""
            print(f"{name:45} {peer:29} {seconds * 1e3:10.3f} ms {ratio}")


main(*sys.argv[1:])
