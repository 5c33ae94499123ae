#!/usr/bin/env python3
"""What a fresh process costs up to its first verdict, beside a process that does nothing, and one that does nothing but
load the same libraries. Prints medians: milliseconds of the clock, milliseconds of CPU, page faults.
Usage: bench/cold_start.py BUILD_DIRECTORY BADGE [ROUNDS]"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

build, badge = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 200
source = pathlib.Path(__file__).resolve().parent
library = build / "lib/libactivateur.so"
scratch = tempfile.TemporaryDirectory()
empty, host = pathlib.Path(scratch.name) / "empty", pathlib.Path(scratch.name) / "host"
dynamic = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True).stdout
needed = [line.split("[")[1].rstrip("]") for line in dynamic.splitlines() if "(NEEDED)" in line]
subprocess.run(["cc", "-x", "c", "-", "-o", empty, "-Wl,--no-as-needed", *(f"-l:{name}" for name in needed)],
               input=b"int main(void) { return 0; }", check=True)
subprocess.run(["cc", source / "cold_start.c", "-o", host, f"-I{source.parent}/c-api/include", library,
                f"-Wl,-rpath,{library.parent}"], check=True)
COMMANDS = {"nothing": ["true"], "the same libraries": [empty], "C host, one verdict": [host, badge],
            "activateur --version": [build / "bin/activateur", "--version"],
            "activateur verify": [build / "bin/activateur", "verify", "--json", badge]}


def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (time.perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_minflt


seen = {name: [] for name in COMMANDS}
for _ in range(rounds):  # in turn, so that a busy moment hits all alike
    for name, command in COMMANDS.items():
        seen[name].append(once(command))
for name, costs in seen.items():
    clock, cpu, faults = (statistics.median(kind) for kind in zip(*costs))
    print(f"{name:22} {clock:6.2f} ms {cpu:6.2f} ms CPU {faults:5.0f} page faults")
