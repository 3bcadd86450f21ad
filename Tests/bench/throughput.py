"""How fast a run's output goes through the console's terminal, beside tmux's."""

import os
import random
import sys
import time

import fixtures
import keys
import machine
import workload
from multiplexer import Multiplexer
from session import Session

MEGABYTES = 100
COLUMNS, ROWS = 200, 50
# A zoomed run has a border and its command above it; header, summary, notice and footer stand around.
AROUND_COLUMNS, AROUND_ROWS = 2, 7
# How many times tmux's rate has to be reached, for each kind.
RATES = {"training log": 2, "dense colour": 5}
CPU_LIMIT = 0.5
# Scrollback of 50,000 full lines in colour, and the console itself.
MEMORY_LIMIT = 250
FEWEST_FRAMES = 30
KEY_LIMIT = 16


def training_log():
    return "".join(workload.training_lines(15_000)).encode()


def dense_colour():
    """Full lines in which every character has another of the 256 colours."""
    chance = random.Random(2)
    lines = []
    for _ in range(500):
        cells = "".join(
            f"\x1b[38;5;{chance.randrange(256)}m{chr(chance.randrange(0x61, 0x7B))}"
            for _ in range(COLUMNS - 1))
        lines.append(cells + "\x1b[0m\n")
    return "".join(lines).encode()


def make(file, piece):
    """Writes the piece until the file is large enough; its size in megabytes."""
    size = 0
    with open(file, "wb") as output:
        while size < MEGABYTES * 1_000_000:
            output.write(piece)
            size += len(piece)
    return size / 1e6


def moment(file):
    end = time.monotonic() + 20
    while not os.path.exists(file):
        if time.monotonic() > end:
            raise TimeoutError("the workload's terminal did not get its size")
        time.sleep(0.01)
    with open(file) as text:
        return float(text.read())


def through_atelier(folder, name, binary, file):
    started = os.path.join(folder, name + "-started")
    session = Session(
        folder, name, binary, ["stream", file, started, COLUMNS, ROWS],
        columns=COLUMNS + AROUND_COLUMNS, rows=ROWS + AROUND_ROWS)
    try:
        session.open_exercise()
        session.run("r")
        session.console.settle(quiet=0.3)
        session.console.press("z")
        session.console.drain(0.3)
        before = machine.cpu_seconds(session.process)
        frames = session.console.frames
        shown = session.console.wait_for(workload.END_MARK, timeout=120)
        used = machine.cpu_seconds(session.process) - before
        seconds = shown - moment(started)
        drawn = (session.console.frames - frames) / seconds
        return seconds, used, drawn, machine.peak_megabytes(session.process)
    finally:
        session.end()


def keys_beside(folder, name, binary, file):
    """Up and down in the outline while the file runs through a pane again and again."""
    stop = os.path.join(folder, name + "-stop")
    session = Session(folder, name, binary, ["loop", file, stop])
    try:
        session.open_exercise()
        session.run("r")
        session.console.drain(2)
        session.console.press("1g")
        session.console.drain(1)
        times = keys.latencies(session.console)
        fixtures.write(stop, "")
        session.console.drain(1)
        return times
    finally:
        session.end()


def through_tmux(folder, name, file):
    started = os.path.join(folder, name + "-started")
    home = os.path.join(folder, name)
    os.makedirs(home)
    multiplexer = Multiplexer(home, fixtures.environment(home), COLUMNS, ROWS)
    try:
        server, client = multiplexer.server, multiplexer.client.process
        words = "\t".join(map(str, ["stream", file, started, COLUMNS, ROWS]))
        before = machine.cpu_seconds(server) + machine.cpu_seconds(client)
        multiplexer.start(
            [sys.executable, os.path.join(fixtures.HERE, "workload.py")],
            [("BENCH_WORKLOAD", words)])
        shown = multiplexer.client.wait_for(workload.END_MARK, timeout=120)
        used = machine.cpu_seconds(server) + machine.cpu_seconds(client) - before
        return shown - moment(started), used
    finally:
        multiplexer.end()


def measure(report, folder, binary):
    report.head(f"{MEGABYTES} MB of output through a pane of {COLUMNS}×{ROWS}")
    for kind, piece in (("training log", training_log()), ("dense colour", dense_colour())):
        file = os.path.join(folder, "stream")
        size = make(file, piece)
        name = kind.split(maxsplit=1)[0]
        ours, our_load, frames, memory = through_atelier(folder, name + "-atelier", binary, file)
        theirs, their_load = through_tmux(folder, name + "-tmux", file)
        report.add(f"{kind}: atelier, until the end is shown", [ours], "s")
        report.add(f"{kind}: tmux, until the end is shown", [theirs], "s")
        report.add(
            f"{kind}: time, of tmux's", [ours / theirs], "times", 1 / RATES[kind])
        report.add(f"{kind}: atelier, processor time", [our_load], "s")
        report.add(f"{kind}: tmux, processor time, server and client", [their_load], "s")
        report.add(
            f"{kind}: processor time, of tmux's", [our_load / their_load], "times", CPU_LIMIT)
        report.add(f"{kind}: atelier, most memory", [memory], "MB", MEMORY_LIMIT)
        report.add(
            f"{kind}: atelier, time for a frame", [1000 / max(frames, 0.1)], "ms",
            1000 / FEWEST_FRAMES)
        keys.add(
            report, f"{kind}: a key in the outline",
            keys_beside(folder, name + "-keys", binary, file), KEY_LIMIT)
        report.note(
            f"{kind}: atelier {size / ours:.0f} MB/s, tmux {size / theirs:.0f} MB/s; "
            f"{theirs / ours:.2f} times tmux's rate at {our_load / their_load:.2f} times its "
            f"processor time, {frames:.0f} frames a second.")
