"""Memory, and the load of a console in which nothing happens."""

import time

import fixtures
import machine
from session import Session

LINES = 5_200
IDLE_SECONDS = 20
PAUSES = 4
MEMORY_LIMIT = 60
LOAD_LIMIT = 1


def measure(report, folder, binary):
    nvml = fixtures.fake_nvml(folder)
    session = Session(folder, "resting", binary, ["lines", LINES], nvml=nvml)
    try:
        session.console.drain(2)
        opened = machine.megabytes(session.process)
        session.open_exercise()
        session.run("d")
        session.console.wait_for("Both runs have finished", timeout=60)
        session.console.drain(3)
        finished = machine.megabytes(session.process)
        loads = idle_loads(session)
        after = machine.megabytes(session.process)
    finally:
        session.end()
    report.head(f"At rest: two finished runs of {LINES} lines each, clock ticking, 120×40")
    source = "the tests' fake NVML, one device" if nvml else "no GPU: there is no C compiler"
    report.note(f"The GPU pane samples {source}, once a second.")
    report.add(
        f"processor load, {PAUSES} times {IDLE_SECONDS // PAUSES} s", loads, "%", LOAD_LIMIT,
        judged=sum(loads) / len(loads))
    report.add("memory after opening, resident (RSS)", [opened[0]], "MB")
    report.add("memory after opening, proportional (PSS)", [opened[1]], "MB")
    resident = [finished[0], after[0]]
    report.add(
        "memory with both runs, resident (RSS)", resident, "MB", MEMORY_LIMIT,
        judged=max(resident))
    report.add("memory with both runs, proportional (PSS)", [finished[1], after[1]], "MB")


def idle_loads(session):
    loads = []
    for _ in range(PAUSES):
        before, start = machine.cpu_seconds(session.process), time.monotonic()
        session.console.drain(IDLE_SECONDS / PAUSES)
        used = machine.cpu_seconds(session.process) - before
        loads.append(100 * used / (time.monotonic() - start))
    return loads
