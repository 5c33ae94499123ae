#!/usr/bin/env python3
"""Plans of the shared instances beside general solvers, one after the other in one run, one core each.

usage: plans.py BUILD [SECONDS_OF_PEERS [INSTANCE...]]

Ours: objective, bound and proof at 0.1, 1 and 10 seconds. Peers, each only where it is installed: CBC on the full
time-indexed model; gringo and clasp on the full model; CBC for the cheapest selection, then list scheduling. Every plan
is judged from the problem alone.
"""
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "planning"))
from plan_problems import judged, model, price  # noqa: E402

ASP = """
{ at(A,S) : start(A,S) } 1 :- action(A).
have(F,S+D) :- at(A,S), prod(A,F), dur(A,D).
have(F,T+1) :- have(F,T), T < h.
:- at(A,S), pre(A,G,K), not K { have(F,S) : member(A,G,F) }.
:- T = 0..h-1, cap(C), C+1 #sum { L,A : at(A,S), load(A,L), dur(A,D), S <= T, T < S+D }.
:- budget(B), B+1 #sum { C,A : at(A,S), cost(A,C) }.
unmet(T) :- T = 0..h, goal(G,K), not K { have(F,T) : goalmember(G,F) }.
:- unmet(h).
#minimize { P,A : at(A,S), price(A,P) ; W,week,T : unmet(T), weight(W) }.
#show at/2.
"""


def ours(program, path, seconds):
    begun = time.perf_counter()
    said = json.loads(subprocess.run([program, "plan", "--problem", path, "--json", "--time-limit", str(seconds)],
                                     capture_output=True, text=True, check=False).stdout)
    return said, time.perf_counter() - begun


def full_cbc(p, seconds, folder):
    lp, answer = os.path.join(folder, "m.lp"), os.path.join(folder, "m.txt")
    with open(lp, "w", encoding="utf-8") as out:
        out.write(model(p))
    try:
        subprocess.run(["cbc", lp, "sec", str(seconds), "solve", "solu", answer], capture_output=True,
                       timeout=2 * seconds, check=False)
    except subprocess.TimeoutExpired:
        return None
    return plan_of(answer)


def plan_of(answer):
    steps = []
    if not os.path.exists(answer):
        return None
    with open(answer, encoding="utf-8") as said:
        for line in said:
            found = re.search(r"\bx(\d+)_(\d+)\s+([0-9.e+-]+)", line)
            if found and float(found[3]) > 0.5:
                steps.append((int(found[1]), int(found[2])))
    return steps or None


def asp(p, seconds, folder):
    facts = [f"#const h={p['H']}.", f"weight({p['week_weight']})."]
    if p["cap"] is not None:
        facts.append(f"cap({p['cap']}).")
    if p["budget"] is not None:
        facts.append(f"budget({p['budget']}).")
    for i, a in enumerate(p["actions"]):
        facts.append(f"action({i}). dur({i},{a['dur']}). load({i},{a['load']}). cost({i},{a['cost']}). "
                     f"price({i},{int(price(p, a))}).")
        facts += [f"start({i},{s})." for s in a["starts"]] + [f"prod({i},{f})." for f in a["prod"]]
        for g, (k, members) in enumerate(a["prereq"]):
            facts += [f"pre({i},{g},{k})."] + [f"member({i},{g},{f})." for f in members]
    for g, (k, members) in enumerate(p["goal"]):
        facts += [f"goal({g},{k})."] + [f"goalmember({g},{f})." for f in members]
    path = os.path.join(folder, "p.lp")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(facts) + ASP)
    ground = subprocess.Popen(["gringo", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = subprocess.run(["clasp", f"--time-limit={seconds}"], stdin=ground.stdout, capture_output=True, text=True,
                          check=False).stdout
    ground.kill()
    models = re.findall(r"^Answer: \d+\n(.*)$", said, re.M)
    return [(int(a), int(s)) for a, s in re.findall(r"at\((\d+),(\d+)\)", models[-1])] if models else None


def selection_then_schedule(p, seconds, folder):
    """The cheapest selection, exactly, then 200 list schedules of it."""
    rows, facts = [], range(len(p["facts"]))
    depth = len(p["facts"])
    for f in facts:
        makers = [f"x{i}" for i, a in enumerate(p["actions"]) if f in a["prod"]]
        rows.append(f"h{f}" + "".join(f" - {m}" for m in makers) + " <= 0")
    # Facts have an order in which they come, so that none supports itself.
    for i, a in enumerate(p["actions"]):
        for k, members in a["prereq"]:
            rows.append(" + ".join(f"u{i}_{f}" for f in members) + f" - {k} x{i} >= 0")
            for f in members:
                rows += [f"u{i}_{f} - h{f} <= 0"] + \
                    [f"d{f} - d{g} + {depth} u{i}_{f} + {depth} x{i} + {depth} m{i}_{g} <= {3 * depth - 1}"
                     for g in a["prod"] if g != f]
        for g in a["prod"]:
            rows.append(f"m{i}_{g} - x{i} <= 0")
    for g in facts:
        makers = [i for i, a in enumerate(p["actions"]) if g in a["prod"]]
        rows.append(f"h{g}" + "".join(f" - m{i}_{g}" for i in makers) + " <= 0")
    for k, members in p["goal"]:
        rows.append(" + ".join(f"h{f}" for f in members) + f" >= {k}")
    costs = [f"{a['cost']} x{i}" for i, a in enumerate(p["actions"]) if a["cost"]]
    if costs and p["budget"] is not None:
        rows.append(" + ".join(costs) + f" <= {p['budget']}")
    terms = [f"{price(p, a)} x{i}" for i, a in enumerate(p["actions"])]
    uses = [f"u{i}_{f}" for i, a in enumerate(p["actions"]) for f in {f for _, m in a["prereq"] for f in m}]
    makes = [f"m{i}_{g}" for i, a in enumerate(p["actions"]) for g in a["prod"]]
    lp, answer = os.path.join(folder, "s.lp"), os.path.join(folder, "s.txt")
    with open(lp, "w", encoding="utf-8") as out:
        out.write("Minimize\n obj: " + "\n + ".join(terms) + "\nSubject To\n" +
                  "".join(f" r{n}: {row}\n" for n, row in enumerate(rows)) +
                  "Bounds\n" + "".join(f" 0 <= d{f} <= {depth}\n" for f in facts) +
                  "Binary\n " + "\n ".join([f"x{i}" for i in range(len(p["actions"]))] + [f"h{f}" for f in facts] +
                                           uses + makes) + "\nEnd\n")
    try:
        subprocess.run(["cbc", lp, "sec", str(seconds), "solve", "solu", answer], capture_output=True,
                       timeout=2 * seconds, check=False)
    except subprocess.TimeoutExpired:
        return None
    if not os.path.exists(answer):
        return None
    with open(answer, encoding="utf-8") as said:
        chosen = [int(m[1]) for m in (re.search(r"\bx(\d+)\s+([0-9.e+-]+)", line) for line in said)
                  if m and float(m[2]) > 0.5]
    best = None
    for seed in range(200):
        steps = list_schedule(p, chosen, random.Random(seed))
        if steps and (best is None or judged(p, steps) < judged(p, best)):
            best = steps
    return best


def list_schedule(p, chosen, r):
    since, load, steps, waiting = {f: 0 for f in p.get("held", [])}, [0] * (p["H"] + 1), [], list(chosen)
    while waiting:
        ready = []
        for i in waiting:
            times = [sorted(since.get(f, 10**9) for f in m)[k - 1] for k, m in p["actions"][i]["prereq"]]
            if all(t < 10**9 for t in times):
                ready.append((max(times, default=0), i))
        if not ready:
            break
        from_week, i = min(ready, key=lambda x: x[0] + 8 * r.random())
        a = p["actions"][i]
        fits = [s for s in a["starts"] if s >= from_week and s + a["dur"] <= p["H"] and
                all(load[t] + a["load"] <= p["cap"] for t in range(s, s + a["dur"]))]
        waiting.remove(i)
        if not fits:
            return None
        for t in range(fits[0], fits[0] + a["dur"]):
            load[t] += a["load"]
        for f in a["prod"]:
            since[f] = min(since.get(f, 10**9), fits[0] + a["dur"])
        steps.append((i, fits[0]))
    try:
        judged(p, steps)
    except AssertionError:
        return None
    return steps


def main():
    build = sys.argv[1]
    peer_seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    only = sys.argv[3:]
    shared = os.environ.get("ACTIVATEUR_SHARED", os.path.join(ROOT, "..", "shared"))
    folder_of = os.path.join(shared, "vectors", "planning")
    with open(os.path.join(folder_of, "best_known.json"), encoding="utf-8") as said:
        known = json.load(said)
    peers = [(name, run) for name, needs, run in (("CBC", ["cbc"], full_cbc), ("clasp", ["gringo", "clasp"], asp),
                                                  ("CBC selection", ["cbc"], selection_then_schedule))
             if all(map(shutil.which, needs))]
    print("instance         known |  0.1 s   1 s  10 s  bound  proof |" +
          "".join(f" {name:>13}" for name, _ in peers) + f"  (peers: {peer_seconds} s)", flush=True)
    for path in sorted(glob.glob(os.path.join(folder_of, "p*.json"))):
        name = os.path.basename(path)[:-5]
        if only and not any(name.startswith(o) for o in only):
            continue
        with open(path, encoding="utf-8") as said:
            p = json.load(said)
        row = f"{name:16} {known[name]['best_known']:5.0f} |"
        for seconds in (0.1, 1, 10):
            answer, took = ours(os.path.join(build, "bin", "activateur"), path, seconds)
            if not answer["feasible"]:
                row += "     -"
                continue
            objective = judged(p, [(s["action"], s["start"]) for s in answer["steps"]])
            assert abs(objective - answer["objective"]) < 1e-6
            row += f" {objective:5.0f}"
        row += f"  {answer['bound']:5.0f} " + (f"{took:5.1f}s" if answer["optimal"] else "     -") + " |"
        with tempfile.TemporaryDirectory() as folder:
            for _, run in peers:
                steps = run(p, peer_seconds, folder)
                row += f" {judged(p, steps):13.0f}" if steps else f" {'-':>13}"
        print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
