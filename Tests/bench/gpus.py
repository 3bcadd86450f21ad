"""What GPU figures cost: eight GPUs with three processes each, beside nvitop and gpustat."""

import os
import subprocess
import sys
import time

import fixtures
import machine
from console import Console
from report import percentile
from session import Session

DEVICES, PROCESSES = 8, 3
SECONDS = 30
STARTS = 15
FIRST_FRAME_LIMIT = 20
KEY_LIMIT, QUIT_LIMIT = 5, 100
PRESSES = 200


def peers(folder):
    """A virtual environment with both, or None and why there is none."""
    place = os.path.join(folder, "peers")
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True)
        subprocess.run(
            [os.path.join(place, "bin", "pip"), "install", "--quiet", "--disable-pip-version-check",
             "nvitop", "gpustat"], check=True, capture_output=True, text=True, timeout=300)
    except (subprocess.SubprocessError, OSError) as problem:
        says = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
        return None, says[-1] if says else "no reason was given"
    return os.path.join(place, "bin"), None


def devices(pids, *rules):
    """The script of the fake NVML: full devices whose figures move."""
    lines = ["driver=580.82.07", "cuda=13000", *rules]
    for index in range(DEVICES):
        lines += [
            "device", f"name=Fake GPU of the bench {index}", f"bus=00000000:0{index + 1}:00.0",
            f"uuid=GPU-00000000-0000-0000-0000-00000000000{index + 1}", "capability=900",
            "gpu=sine 5 95 60000", "memory=sine 5 60 50000", f"total={80 << 30}", f"used={9 << 30}",
            f"reserved={1 << 30}", "temperature=sine 40 80 90000", "power=sine 90000 650000 70000",
            "limit=700000", "energy=1000", "sm=1500", "graphics=1500", "memory_clock=2619",
            "video_clock=1200", "max_sm=1980", "max_graphics=1980", "max_memory_clock=2619",
            "fan=30", "encoder=0", "decoder=0", "pstate=0", "reasons=0x4", "slowdown=92",
            "shutdown=95", "pcie_generation=5", "pcie_width=16", "pcie_max_generation=5",
            "pcie_max_width=16", "pcie_tx=150000", "pcie_rx=250000", "ecc=1", "ecc_corrected=0",
            "ecc_uncorrected=0", "persistence=1", "mig=0"]
        mine = pids[index * PROCESSES:(index + 1) * PROCESSES]
        lines += [f"process={pid} {2 << 30} compute sm=30 mem=10 name=train" for pid in mine]
    return "\n".join(lines) + "\n"


def resources(process):
    """Processor time and memory of a process with all its children: a guard, or a helper."""
    found, waiting = [], [process]
    while waiting:
        number = waiting.pop()
        found.append(number)
        try:
            for task in os.listdir(f"/proc/{number}/task"):
                with open(f"/proc/{number}/task/{task}/children") as file:
                    waiting += [int(word) for word in file.read().split()]
        except OSError:
            pass
    # Threads that have ended count, too: some programs ask in one that does not last.
    return (sum(machine.cpu_seconds(number) for number in found),
            sum(machine.megabytes(number)[0] for number in found))


def load(console, seconds=SECONDS):
    """Percent of one core, and resident megabytes, after the first seconds are over."""
    console.drain(4)
    before, began = resources(console.process)[0], time.monotonic()
    console.drain(seconds)
    after, memory = resources(console.process)
    return 100 * (after - before) / (time.monotonic() - began), memory


def first_frames(arguments, environment, texts, key=None):
    """From the start to the table, or to the console's first frame."""
    times = []
    for _ in range(STARTS):
        console = Console(arguments, environment)
        try:
            times.append(1000 * (console.wait_for(*texts, timeout=20) - console.started))
            if key:
                console.press(key)
                console.wait()
        finally:
            if not key:
                console.end()
    return times


def open_pane(folder, name, binary, nvml):
    session = Session(folder, name, binary, nvml=nvml)
    session.console.press("3z")
    return session


def costs(report, folder, binary, nvml, environment):
    bench_peers, reason = peers(folder)
    figures = {}
    programs = {"atelier gpu --watch 1": [binary, "gpu", "--watch", "1"]}
    if bench_peers:
        programs["nvitop"] = [os.path.join(bench_peers, "nvitop"), "--monitor", "full",
                              "--interval", "1"]
        programs["gpustat"] = [os.path.join(bench_peers, "gpustat"), "--interval", "1"]
    else:
        report.note(f"nvitop and gpustat were left out: they could not be installed ({reason}).")
    for name, arguments in programs.items():
        console = Console(arguments, environment)
        try:
            figures[name] = load(console)
        finally:
            console.end()
    session = open_pane(folder, "pane", binary, nvml)
    try:
        figures["the whole console, GPU pane enlarged"] = load(session.console)
    finally:
        session.end()
    theirs = figures.get("nvitop")
    limits = {"atelier gpu --watch 1": theirs and theirs[0] / 10,
              "the whole console, GPU pane enlarged": theirs and theirs[0]}
    for name, (share, memory) in figures.items():
        report.add(f"{name}: processor load", [share], "%", limits.get(name))
        report.add(f"{name}: memory, resident (RSS)", [memory], "MB")


def latencies(session):
    """Moves down and up in the outline while a call hangs and all others are slow."""
    times, place, step = [], 0, 1
    for number in range(PRESSES):
        if not 0 <= place + step < fixtures.PARTS - 1:
            step = -step
        place += step
        # At moments that no rhythm of the console's meets by chance.
        session.console.drain(0.02 + 0.0007 * (number * 37 % 60))
        pressed = session.console.press("j" if step > 0 else "k")
        shown = session.console.wait_for(fixtures.part_name(place), timeout=5)
        times.append(1000 * (shown - pressed))
    return times


def hanging(report, folder, binary, nvml, pids):
    script = os.path.join(os.path.dirname(nvml), "fake-nvml.conf")
    quits = []
    for number in range(3):
        fixtures.write(script, devices(pids))
        session = Session(folder, f"hanging-{number}", binary, nvml=nvml)
        try:
            session.console.press("3z")
            session.console.drain(3)
            fixtures.write(script, devices(
                pids, "delay=* 5", "pcie_ms=20", "hang=nvmlDeviceGetPowerUsage 20000"))
            session.console.wait_for("Power draw", timeout=15)
            if number == 0:
                session.console.press("z1g")
                session.console.drain(1)
                times = latencies(session)
                report.add(f"key to frame: all {PRESSES} keys", times, "ms")
                high = percentile(times, 0.99)
                report.add("key to frame: the 99th percentile", [high], "ms", KEY_LIMIT)
            pressed = session.console.press("q")
            quits.append(1000 * (session.console.wait() - pressed))
        except BaseException:
            session.end()
            raise
    report.add("from q to the end of the program", quits, "ms", QUIT_LIMIT)


def measure(report, folder, binary):
    nvml = fixtures.fake_nvml(folder)
    if nvml is None:
        report.note("The part gpus was left out: there is no C compiler for the fake NVML.")
        return
    sleepers = [subprocess.Popen(["sleep", "3600"]) for _ in range(DEVICES * PROCESSES)]
    pids = [sleeper.pid for sleeper in sleepers]
    try:
        fixtures.write(os.path.join(folder, "fake-nvml.conf"), devices(pids))
        home = os.path.join(folder, "home")
        os.makedirs(home)
        environment = fixtures.environment(home)
        environment.update(LD_LIBRARY_PATH=folder, ATELIER_NVML=nvml)
        environment["ATELIER_WORKSPACE"] = os.path.join(home, "workspace")
        report.head(f"{DEVICES} GPUs with {PROCESSES} processes each, refreshed every second, 120×40")
        costs(report, folder, binary, nvml, environment)
        report.head(f"Start to first frame with {DEVICES} GPUs, 120×40, {STARTS} starts")
        report.add(
            "atelier gpu --watch 1: the table of all GPUs",
            first_frames([binary, "gpu", "--watch", "1"], environment,
                         [f"bench {index}" for index in range(DEVICES)]), "ms", FIRST_FRAME_LIMIT)
        report.add(
            "the console: its first frame", first_frames(
                [binary], environment, ("Outline", "help"), key="q"), "ms", FIRST_FRAME_LIMIT)
        report.head("A call hangs for 20 s, every other takes 5 ms, PCIe 20 ms")
        hanging(report, folder, binary, nvml, pids)
    finally:
        for sleeper in sleepers:
            sleeper.kill()
            sleeper.wait()
