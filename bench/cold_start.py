#!/usr/bin/env python3
"""How long a fresh process takes to its first verdict, beside a process that does nothing, and one that does nothing but
load the same libraries. Prints medians in milliseconds. Usage: bench/cold_start.py BUILD_DIRECTORY BADGE [ROUNDS]"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

build, badge = pathlib.Path(sys.argv[1]), sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 200
scratch = tempfile.TemporaryDirectory()
empty = pathlib.Path(scratch.name) / "empty"
subprocess.run(["cc", "-x", "c", "-", "-o", empty, "-Wl,--no-as-needed", "-lcrypto", "-lssl", "-licui18n", "-licuuc",
                "-lexpat", "-lz", "-lstdc++"], input=b"int main(void) { return 0; }", check=True)
COMMANDS = {"nothing": ["true"], "the same libraries": [empty], "activateur --version": [build / "bin/activateur", "--version"],
            "activateur verify": [build / "bin/activateur", "verify", "--json", badge]}


def once(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - start) * 1000


times = {name: [] for name in COMMANDS}
for _ in range(rounds):  # in turn, so that a busy moment hits all alike
    for name, command in COMMANDS.items():
        times[name].append(once(command))
for name in COMMANDS:
    print(f"{name:22} {statistics.median(times[name]):6.2f} ms")
