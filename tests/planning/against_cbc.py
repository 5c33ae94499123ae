#!/usr/bin/env python3
"""Solves generated plan problems with `activateur plan` and with CBC, and compares the optima.

usage: against_cbc.py ACTIVATEUR CBC COUNT

The model given to CBC has one variable an action and start, one a fact and week, one a goal week. Each plan is also
judged here, from the problem alone. A problem that CBC does not solve within its time is left out, and said so.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

from plan_problems import judged, model

def problem(seed):
    r = random.Random(seed)
    weeks = r.randint(10, 16)
    facts = r.randint(7, 11)

    def group(most):
        members = r.sample(range(facts), r.randint(1, most))
        return [r.randint(1, len(members)), sorted(members)]

    actions = []
    for _ in range(r.randint(12, 20)):
        hours = r.randint(0, 30)
        first = r.randint(0, 3)
        step = r.choice([1, 1, 1, 3, 4])
        actions.append({
            "cost": r.choice([0, 0, r.randint(1, 60)]), "hours": hours, "load": r.choice([1, 2, 3, 5, 7, 10]),
            "dur": r.randint(1, 4), "starts": list(range(first, weeks, step)),
            "prereq": [group(3) for _ in range(r.choice([0, 0, 1, 1, 2]))],
            "prod": sorted(r.sample(range(facts), r.randint(1, 3)))})
    cap = r.choice([None, 8, 10, 10, [r.choice([0, 5, 10]) for _ in range(weeks)]])
    return {"H": weeks, "cap": cap, "week_weight": r.choice([0, 10, 25]), "hour_weight": r.choice([0, 1, 4]),
            "budget": r.choice([None, r.randint(30, 160)]), "facts": [{"id": f} for f in range(facts)],
            "held": sorted(r.sample(range(facts), r.randint(0, 1))), "actions": actions,
            "goal": [group(4) for _ in range(r.randint(2, 5))]}


def main():
    program, solver, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if not os.path.exists(solver):
        print("CBC is not installed (coinor-cbc): nothing to compare with")
        return 77
    compared = without = left_out = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            p = problem(seed)
            path = os.path.join(folder, "problem.json")
            with open(path, "w", encoding="utf-8") as out:
                json.dump(p, out)
            ours = json.loads(subprocess.run([program, "plan", "--problem", path, "--json", "--node-limit", "100000"],
                                             capture_output=True, text=True, check=False).stdout)
            lp, answer = os.path.join(folder, "model.lp"), os.path.join(folder, "answer.txt")
            with open(lp, "w", encoding="utf-8") as out:
                out.write(model(p))
            subprocess.run([solver, lp, "sec", "20", "solve", "solu", answer], capture_output=True, check=True)
            with open(answer, encoding="utf-8") as said:
                first = said.readline()
            if first.startswith("Stopped"):
                left_out += 1
                continue
            if first.startswith(("Infeasible", "Integer infeasible")):
                assert not ours["feasible"] and ours["proven_infeasible"], (seed, first, ours)
                without += 1
                continue
            best = float(first.split()[-1])
            assert ours["feasible"] and ours["optimal"], (seed, best, ours)
            objective = judged(p, [(s["action"], s["start"]) for s in ours["steps"]])
            assert abs(objective - ours["objective"]) < 1e-6 and abs(objective - best) < 1e-4, (seed, best, ours)
            compared += 1
    print(f"{compared} optima equal, {without} problems without a plan for both, {left_out} left out")
    assert compared >= count // 2 and without > 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
