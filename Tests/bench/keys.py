"""How long a key takes until the frame it leads to comes back."""

import os
import random

import fixtures
import machine
from console import Console
from report import percentile
from session import Session

PRESSES = 200
IDLE_LIMIT = 16
FLOOD_LIMIT = 50


def latencies(console):
    """Moves down and up in the outline: from the key to the name of the part it selects."""
    # At irregular moments, so that no rhythm of the console's is met by chance.
    pauses = random.Random(1)
    times = []
    place, step = 0, 1
    for _ in range(PRESSES):
        if not 0 <= place + step < fixtures.PARTS - 1:
            step = -step
        place += step
        console.drain(pauses.uniform(0.02, 0.06))
        pressed = console.press("j" if step > 0 else "k")
        times.append(1000 * (console.wait_for(fixtures.part_name(place), timeout=5) - pressed))
    return times


def of_cat(environment):
    """The same way there and back to a program that does next to nothing, for scale."""
    console = Console(["sh", "-c", "stty raw -echo; echo Ready; exec cat"], environment)
    console.wait_for("Ready")
    console.settle(quiet=0.2)
    pauses = random.Random(1)
    times = []
    for number in range(PRESSES):
        console.drain(pauses.uniform(0.02, 0.06))
        pressed = console.press(f"[{number}]")
        times.append(1000 * (console.wait_for(f"[{number}]", timeout=5) - pressed))
    console.end()
    return times


def add(report, name, times, limit=None):
    report.add(f"{name}: all {PRESSES} keys", times, "ms")
    high = percentile(times, 0.99)
    report.add(f"{name}: the 99th percentile", [high], "ms", limit)


def measure(report, folder, binary):
    report.head("Key to frame: up and down in the outline, 120×40")
    add(report, "for scale: cat", of_cat(fixtures.environment(folder)))
    session = Session(folder, "keys", binary)
    try:
        session.console.press("1g")
        session.console.drain(1)
        add(report, "nothing else happens", latencies(session.console), IDLE_LIMIT)
    finally:
        session.end()
    stop = os.path.join(folder, "stop")
    session = Session(folder, "flood", binary, ["flood", stop])
    try:
        session.open_exercise()
        session.run("r")
        session.console.wait_for("yyyyyyyyyyyyyyyy", timeout=20)
        session.console.press("1g")
        session.console.drain(1)
        before = machine.cpu_seconds(session.process)
        times = latencies(session.console)
        report.note(
            "While a run floods its pane, the console used "
            f"{machine.cpu_seconds(session.process) - before:.1f} s of processor time.")
        add(report, "a run floods its pane", times, FLOOD_LIMIT)
        fixtures.write(stop, "")
        session.console.drain(1)
    finally:
        session.end()
