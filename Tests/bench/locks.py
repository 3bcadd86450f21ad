"""How long it takes to read a pixi.lock of 2 MB with twelve environments and to judge it."""

import os
import statistics
import subprocess
import sys
import time

import fixtures
import lockfile
from console import Silence

RUNS = 12
LIMIT = 50
LOADERS = (("yaml.safe_load", "SafeLoader"), ("yaml's loader in C, CSafeLoader", "CSafeLoader"))


def run(command, environment, statuses=(0,)):
    """The milliseconds a program takes from its start to its end."""
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    taken = 1000 * (time.monotonic() - began)
    if done.returncode not in statuses:
        raise Silence(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")
    return taken


def beyond(plain, commands, environment, statuses=(0,)):
    """What commands take beyond the start of their program; each beside a start of its own."""
    times = []
    for number in range(RUNS):
        start = run(plain, environment)
        times.append(run(commands[number % len(commands)], environment, statuses) - start)
    return times


def has_check(binary, environment):
    done = subprocess.run(
        [binary, "--help"], env=environment, capture_output=True, text=True)
    return any(line.split()[:1] == ["check"] for line in done.stdout.splitlines())


def goal(name):
    return (
        f'\n[[goal]]\nid = "{name}-is-locked"\nsays = "The environment {name} is locked."\n'
        f'kind = "lock"\nenvironment = "{name}"\nplatform = "linux-64"\n'
        'packages = ["python", "pytorch"]\nversions = { python = "3.12.*" }\n')


def loader(name):
    return (
        f"import sys, yaml\nwith open(sys.argv[1]) as file: yaml.load(file, Loader=yaml.{name})")


def measure(report, folder, binary):
    names = lockfile.environment_names()
    home = os.path.join(folder, "home")
    os.makedirs(home)
    environment = fixtures.environment(home)
    workspace = os.path.join(home, "workspace")
    environment.update({
        "ATELIER_WORKSPACE": workspace, "ATELIER_PROVIDER": "auto",
        "ATELIER_EXERCISES": fixtures.workshop(os.path.join(folder, "workshop"), names)})
    file = os.path.join(workspace, "exercise-1", "pixi.lock")
    fixtures.write(file, lockfile.text())
    size = os.path.getsize(file) / 1e6
    report.head(
        f"pixi.lock of {size:.1f} MB, {len(names)} environments on {len(lockfile.PLATFORMS)} "
        f"platforms, beyond the program's start, {RUNS} each")
    plain = [binary, "--version"]
    report.add("for scale: atelier --version, whole", [run(plain, environment) for _ in range(RUNS)],
               "ms")
    shows = [
        [binary, "env", "show", name, "exercise-1", "--platform", "linux-64", "--json"]
        for name in names]
    report.add("atelier env show --json, each environment in turn",
               beyond(plain, shows, environment), "ms", LIMIT)
    pairs = [
        [binary, "env", "diff", names[0], name, "exercise-1", "--platform", "linux-64", "--json"]
        for name in names[1:]]
    report.add("atelier env diff --json, each with the first in turn",
               beyond(plain, pairs, environment), "ms", LIMIT)
    if has_check(binary, environment):
        with open(os.path.join(environment["ATELIER_EXERCISES"], "exercise-1", "exercise.toml"),
                  "a") as exercise:
            exercise.write("".join(goal(name) for name in names))
        report.add("atelier check --json of the exercise",
                   beyond(plain, [[binary, "check", "exercise-1", "--json"]], environment, (0, 1)),
                   "ms", LIMIT)
    if subprocess.run([sys.executable, "-c", "import yaml"], capture_output=True).returncode != 0:
        report.note("PyYAML is not there: install python3-yaml to have its times beside these.")
        return
    start = [sys.executable, "-c", "import yaml"]
    for words, name in LOADERS:
        probe = subprocess.run(
            [sys.executable, "-c", f"import yaml; yaml.{name}"], capture_output=True)
        if probe.returncode == 0:
            times = beyond(start, [[sys.executable, "-c", loader(name), file]], environment)
            report.add(f"for scale: python3, {words}", times, "ms")
            report.note(f"PyYAML's {name} takes {statistics.median(times):.0f} ms for this lock.")
