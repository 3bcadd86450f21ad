"""How long it takes from the start of the program until its first frame has been read."""

import os
import shutil
import sys
import time

import fixtures
import machine
from console import Console
from multiplexer import Multiplexer

RUNS = 15
FIRST_FRAME = ("Outline", "help")
LIMIT = 50
PEER_TEXT = "The first line of a file."


def in_terminal(binary, environment):
    """The times, and the processor time that was used by then."""
    times, loads = [], []
    for _ in range(RUNS):
        console = Console([binary], environment)
        times.append(1000 * (console.wait_for(*FIRST_FRAME) - console.started))
        loads.append(1000 * machine.cpu_seconds(console.process))
        console.press("q")
        console.wait()
    return times, loads


def in_tmux(multiplexer, arguments, texts, keys):
    times = []
    for _ in range(RUNS):
        multiplexer.start(arguments)
        moment = multiplexer.client.wait_for(*texts)
        times.append(1000 * (moment - multiplexer.started))
        multiplexer.client.press(keys)
        multiplexer.client.settle(quiet=0.15)
    return times


def of_nothing(environment):
    """Python itself on a terminal, as a measure of the machine."""
    times = []
    for _ in range(RUNS):
        console = Console([sys.executable, "-c", "print('Ready')"], environment)
        times.append(1000 * (console.wait_for("Ready") - console.started))
        console.wait()
    return times


def measure(report, folder, binary):
    home = os.path.join(folder, "home")
    os.makedirs(home)
    environment = fixtures.environment(home)
    environment["ATELIER_WORKSPACE"] = os.path.join(home, "workspace")
    report.head(f"Start to first frame, 120×40, the shipped workshop, {RUNS} starts")
    times, loads = in_terminal(binary, environment)
    report.add("atelier on a terminal of its own", times, "ms")
    report.add("the same: processor time by then, all threads", loads, "ms")
    multiplexer = Multiplexer(folder, environment, 120, 40)
    try:
        figures = in_tmux(multiplexer, [binary], FIRST_FRAME, "q")
        report.add("atelier in tmux, as its client shows it", figures, "ms", LIMIT)
        text = os.path.join(folder, "text")
        fixtures.write(text, PEER_TEXT + "\n" * 200)
        for peer, options in (("less", []), ("nano", []), ("vim", ["-u", "NONE"])):
            if shutil.which(peer):
                figures = in_tmux(
                    multiplexer, [peer, *options, text], [PEER_TEXT],
                    {"less": "q", "nano": "\x18", "vim": ":q!\r"}[peer])
                report.add(f"for scale: {peer} in tmux, likewise", figures, "ms")
    finally:
        multiplexer.end()
    report.add("for scale: python3 prints a word on a terminal", of_nothing(environment), "ms")
