"""What a training loses by running inside Atelier: its own seconds, beside running it bare."""

import json
import os
import re
import statistics
import subprocess
import sys

import fixtures
from console import Console, Silence

REPEATS = 10
EPOCHS = 60
LIMIT = 1
SECONDS = re.compile(rb"seconds=([0-9.]+)\r\n")


def bare(folder, environment):
    """On a pseudo-terminal whose output is read and forgotten."""
    console = Console(
        [sys.executable, os.path.join(fixtures.HERE, "workload.py")], environment,
        columns=160, rows=50, folder=folder)
    output = bytearray()
    try:
        while True:
            console.read(30)
            output += console.output
            console.output.clear()
    except Silence:
        pass
    os.waitpid(console.process, 0)
    os.close(console.descriptor)
    return float(SECONDS.search(output)[1])


def inside(folder, environment, binary):
    finished = subprocess.run(
        [binary, "run", "exercise-1", "--env", "first", "--json",
         "--exercises", os.path.join(folder, "workshop"),
         "--workspace", os.path.join(folder, "workspace")],
        env=environment, capture_output=True, text=True)
    if finished.returncode != 0:
        raise Silence(f"the run ended with {finished.returncode}: {finished.stderr[-400:]}")
    with open(json.loads(finished.stdout)["runs"][0]["log"], "rb") as file:
        return float(SECONDS.search(file.read())[1])


def measure(report, folder, binary):
    home = os.path.join(folder, "home")
    os.makedirs(home)
    fixtures.workshop(os.path.join(folder, "workshop"))
    fixtures.workspace(os.path.join(folder, "workspace"))
    environment = fixtures.environment(home)
    environment["BENCH_WORKLOAD"] = f"epochs\t{EPOCHS}"
    alone, within = [], []
    for number in range(REPEATS):
        first = number % 2 == 0
        if first:
            alone.append(bare(folder, environment))
        within.append(inside(folder, environment, binary))
        if not first:
            alone.append(bare(folder, environment))
    report.head(f"A training of {EPOCHS} epochs by its own clock, {REPEATS} times each in turn")
    report.add("bare, on a pseudo-terminal", alone, "s")
    report.add("inside atelier run", within, "s")
    lost = 100 * (statistics.median(within) / statistics.median(alone) - 1)
    quarters = statistics.quantiles(alone, n=4)
    noise = 100 * (quarters[2] - quarters[0]) / quarters[1]
    report.add("overhead, of the medians", [lost], "%", max(LIMIT, noise))
    report.note(
        f"Overhead: {lost:+.2f} % between the medians; the bare runs' middle half spreads over "
        f"{noise:.2f} %.")
