"""How fast a run's output goes through the console's terminal, beside tmux's."""

import os
import pty
import random
import sys
import time

import fixtures
import keys
import machine
import workload
from multiplexer import Multiplexer
from report import percentile
from session import Session

TURNS = 3
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


def through_nothing(file):
    """The kernel's pseudo-terminal alone: a reader that throws away what it gets."""
    began = time.monotonic()
    process, primary = pty.fork()
    if process == 0:
        os.execvp("cat", ["cat", file])
    try:
        while os.read(primary, 65536):
            pass
    except OSError:
        # The terminal has no program any more.
        pass
    seconds = time.monotonic() - began
    os.close(primary)
    os.waitpid(process, 0)
    return seconds


def median(values):
    return percentile(values, 0.5)


def measure(report, folder, binary):
    report.head(f"{MEGABYTES} MB of output through a pane of {COLUMNS}×{ROWS}, {TURNS} times in turns")
    for kind, piece in (("training log", training_log()), ("dense colour", dense_colour())):
        file = os.path.join(folder, "stream")
        size = make(file, piece)
        name = kind.split(maxsplit=1)[0]
        ours, our_load, frames, memory, theirs, their_load, least = [], [], [], [], [], [], []
        for turn in range(TURNS):
            of_ours = through_atelier(folder, f"{name}-atelier-{turn}", binary, file)
            for figures, figure in zip((ours, our_load, frames, memory), of_ours):
                figures.append(figure)
            of_theirs = through_tmux(folder, f"{name}-tmux-{turn}", file)
            for figures, figure in zip((theirs, their_load), of_theirs):
                figures.append(figure)
            least.append(through_nothing(file))
        time_share = median(ours) / median(theirs)
        load_share = median(our_load) / median(their_load)
        report.add(f"{kind}: atelier, until the end is shown", ours, "s")
        report.add(f"{kind}: tmux, until the end is shown", theirs, "s")
        report.add(f"{kind}: time, of tmux's", [time_share], "times", 1 / RATES[kind])
        report.add(f"for scale: {kind}: read and thrown away, nothing else", least, "s")
        report.add(f"{kind}: atelier, processor time", our_load, "s")
        report.add(f"{kind}: tmux, processor time, server and client", their_load, "s")
        report.add(f"{kind}: processor time, of tmux's", [load_share], "times", CPU_LIMIT)
        report.add(f"{kind}: atelier, most memory", memory, "MB", MEMORY_LIMIT)
        report.add(
            f"{kind}: atelier, time for a frame", [1000 / max(number, 0.1) for number in frames],
            "ms", 1000 / FEWEST_FRAMES)
        keys.add(
            report, f"{kind}: a key in the outline",
            keys_beside(folder, name + "-keys", binary, file), KEY_LIMIT)
        report.note(
            f"{kind}: atelier {size / median(ours):.0f} MB/s, tmux {size / median(theirs):.0f} MB/s; "
            f"{1 / time_share:.2f} times tmux's rate at {load_share:.2f} times its processor time, "
            f"{median(frames):.0f} frames a second. The kernel's pseudo-terminal alone: "
            f"{size / median(least):.0f} MB/s, {median(theirs) / median(least):.2f} times tmux's rate.")
