"""Sixteen runs at once, each printing 1,000 lines a second: memory, load, and logs to the byte."""

import json
import os
import statistics
import subprocess
import time

import fixtures
import machine
import workload

RUNS = 16
LINES_A_SECOND = 1000
SECONDS = int(os.environ.get("ATELIER_BENCH_FLOOD_SECONDS", "300"))
# A run's scrollback of 50,000 lines is full after so long; from there on memory may not grow.
FULL_AFTER = 60
GROWTH_LIMIT = 5
LINES = LINES_A_SECOND * SECONDS


def start(folder, binary, names):
    home = os.path.join(folder, "home")
    os.makedirs(home)
    environment = fixtures.environment(home)
    environment["BENCH_WORKLOAD"] = f"paced\t{LINES_A_SECOND}\t{SECONDS}"
    arguments = [
        binary, "run", "exercise-1", "--json",
        "--exercises", fixtures.workshop(os.path.join(folder, "workshop"), names),
        "--workspace", fixtures.workspace(os.path.join(folder, "workspace"), names)]
    for name in names:
        arguments += ["--env", name]
    with open(os.path.join(folder, "errors"), "w") as errors:
        return subprocess.Popen(
            arguments, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)


def watch(process):
    """Seconds since the start, resident megabytes and processor seconds, once a second."""
    began = time.monotonic()
    samples = []
    while process.poll() is None:
        time.sleep(1)
        try:
            samples.append((
                time.monotonic() - began, machine.megabytes(process.pid)[0],
                machine.cpu_seconds(process.pid)))
        except (OSError, KeyError):
            break
    return samples


def growth(samples):
    """Megabytes a minute, by the line through the samples with the least squares."""
    if len(samples) < 3:
        return None
    times, sizes = [sample[0] for sample in samples], [sample[1] for sample in samples]
    return 60 * statistics.linear_regression(times, sizes).slope


def faults(path):
    """What is wrong with a log: compared byte for byte with what was printed."""
    with open(path, "rb") as file:
        for number in range(LINES):
            expected = workload.paced_line(number).encode().replace(b"\n", b"\r\n")
            found = file.read(len(expected))
            if found != expected:
                return f"line {number + 1} is {found!r}"
        rest = file.read()
    return f"{len(rest)} bytes are too many" if rest else None


def log_files(folder):
    found = []
    for place, _, files in os.walk(os.path.join(folder, "workspace")):
        found += [os.path.join(place, name) for name in files if name.endswith(".log")]
    return sorted(found)


def measure(report, folder, binary):
    names = [f"lane-{number:02}" for number in range(RUNS)]
    process = start(folder, binary, names)
    began = time.monotonic()
    try:
        samples = watch(process)
        text, _ = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            process.kill()
    took = time.monotonic() - began
    runs = json.loads(text)["runs"] if process.returncode == 0 else []
    report.head(f"{RUNS} runs at once, {LINES_A_SECOND} lines a second each, for {SECONDS} s")
    logs = log_files(folder)
    wrong = [fault for fault in map(faults, logs) if fault]
    report.add("runs that did not end well", [RUNS - len(runs)], "", 1)
    report.add("logs missing or wrong", [RUNS - len(logs) + len(wrong)], "", 1)
    report.add("resident memory, over the time", [sample[1] for sample in samples], "MB")
    slope = growth([sample for sample in samples if FULL_AFTER < sample[0] < SECONDS - 2])
    if slope is not None:
        report.add("growth of memory after the first minute", [slope], "MB/min", GROWTH_LIMIT)
    last = samples[-1]
    report.add("processor load of atelier", [100 * last[2] / last[0]], "%")
    size = sum(os.path.getsize(path) for path in logs)
    report.note(
        f"The flood took {took:.1f} s; {len(logs)} logs of {LINES:,} lines each, "
        f"{size / 1e6:.0f} MB in all, were compared byte for byte with what was printed. Runs "
        "without a screen keep the same scrollback as in the console.")
    for fault in wrong[:3]:
        report.note(f"A log is wrong: {fault}.")
