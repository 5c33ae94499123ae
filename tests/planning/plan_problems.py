"""Plan problems in the instance format: judging plans, and the same problem for other solvers."""

NEVER = 10**9


def price(p, a):
    return a["cost"] + p["hour_weight"] * a["hours"]


def capacity(p, week):
    cap = p["cap"]
    return NEVER if cap is None else cap[week] if isinstance(cap, list) else cap


def judged(p, steps):
    """The objective of a plan; raises when it is none."""
    since = {f: 0 for f in p.get("held", [])}
    for i, s in steps:
        a = p["actions"][i]
        assert s in a["starts"], "start"
        for f in a["prod"]:
            since[f] = min(since.get(f, NEVER), s + a["dur"])

    def met(g):
        return sorted(since.get(f, NEVER) for f in g[1])[g[0] - 1]

    for i, s in steps:
        assert all(met(g) <= s for g in p["actions"][i]["prereq"]), "prerequisite"
    for week in range(p["H"]):
        load = sum(p["actions"][i]["load"] for i, s in steps if s <= week < s + p["actions"][i]["dur"])
        assert load <= capacity(p, week), "load"
    end = max(met(g) for g in p["goal"])
    assert end <= p["H"], "goal"
    assert p["budget"] is None or sum(p["actions"][i]["cost"] for i, _ in steps) <= p["budget"], "budget"
    return sum(price(p, p["actions"][i]) for i, _ in steps) + p["week_weight"] * end


def model(p):
    """The problem in CPLEX's LP format."""
    weeks = range(p["H"] + 1)
    actions = list(enumerate(p["actions"]))
    starts = [(i, s) for i, a in actions for s in a["starts"] if s + a["dur"] <= p["H"]]
    rows = []
    for i, a in actions:
        mine = [f"x{i}_{s}" for j, s in starts if j == i]
        if mine:
            rows.append(" + ".join(mine) + " <= 1")
    for f in range(len(p["facts"])):
        for t in weeks:
            makers = [f"x{i}_{s}" for i, s in starts if f in p["actions"][i]["prod"] and s + p["actions"][i]["dur"] <= t]
            rows.append(f"h{f}_{t}" + "".join(f" - {m}" for m in makers) + f" <= {1 if f in p.get('held', []) else 0}")
    for i, s in starts:
        for k, members in p["actions"][i]["prereq"]:
            rows.append(" + ".join(f"h{f}_{s}" for f in members) + f" - {k} x{i}_{s} >= 0")
    for week in range(p["H"]):
        loads = [f"{p['actions'][i]['load']} x{i}_{s}" for i, s in starts
                 if s <= week < s + p["actions"][i]["dur"]]
        if loads and capacity(p, week) < NEVER:
            rows.append(" + ".join(loads) + f" <= {capacity(p, week)}")
    costs = [f"{p['actions'][i]['cost']} x{i}_{s}" for i, s in starts if p["actions"][i]["cost"]]
    if costs and p["budget"] is not None:
        rows.append(" + ".join(costs) + f" <= {p['budget']}")
    for t in weeks:
        for k, members in p["goal"]:
            rows.append(" + ".join(f"h{f}_{t}" for f in members) + f" - {k} z{t} >= 0")
    rows.append(" + ".join(f"z{t}" for t in weeks) + " = 1")
    terms = [f"{price(p, p['actions'][i])} x{i}_{s}" for i, s in starts] + \
            [f"{p['week_weight'] * t} z{t}" for t in weeks]
    names = [f"x{i}_{s}" for i, s in starts] + [f"z{t}" for t in weeks] + \
            [f"h{f}_{t}" for f in range(len(p["facts"])) for t in weeks]
    return "Minimize\n obj: " + "\n + ".join(terms) + "\nSubject To\n" + \
        "".join(f" r{n}: {row}\n" for n, row in enumerate(rows)) + "Binary\n " + "\n ".join(names) + "\nEnd\n"
