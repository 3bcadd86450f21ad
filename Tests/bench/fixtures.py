"""The workshop, environments and libraries that the bench runs with, made in a temporary folder."""

import glob
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# The last part has the exercise, with a row of its own below.
PARTS = 8


def binary():
    """The release build, or the program ATELIER_BENCH_BINARY names."""
    named = os.environ.get("ATELIER_BENCH_BINARY")
    if named:
        return named
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True,
        capture_output=True, text=True).stdout.strip()
    path = os.path.join(folder, "atelier")
    if not os.access(path, os.X_OK):
        sys.exit("There is no release build: run make build first.")
    return path


def environment(home):
    """A plain environment, so that the figures do not depend on whose it is."""
    return {
        "HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "SHELL": "/bin/sh", "ATELIER_PROVIDER": "venv"}


def part_name(number):
    """Words of the outline that stand nowhere else on the screen."""
    return f"Qx{number}xQ"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


NAMES = ("first", "second")


def workshop(folder, names=NAMES):
    """A workshop of one exercise with these environments, and of parts to walk through."""
    text = 'id = "bench"\ntitle = "Bench"\nevent = "Bench"\nlocation = "Here"\nstarts = "9:00"\n'
    for number in range(PARTS):
        kind = "exercise" if number == PARTS - 1 else "talk"
        text += (
            f'\n[[segment]]\nid = "part-{number}"\ntitle = "{part_name(number)}"\n'
            f'kind = "{kind}"\noffset = "{number}:00"\nminutes = 60\ntopics = ["One."]\n')
        if number == PARTS - 1:
            text += 'exercises = ["exercise-1"]\n'
    write(os.path.join(folder, "workshop.toml"), text)
    exercise = os.path.join(folder, "exercise-1")
    text = 'title = "Bench"\ngoal = "Figures."\nmain_file = "workload.py"\n'
    for name in names:
        text += (
            f'\n[[environment]]\nname = "{name}"\ntitle = "{name}"\nrequirements = ["pip"]\n'
            f'probe_module = "sys"\n\n[[workload]]\nenvironment = "{name}"\ntask = "train"\n'
            'arguments = ["workload.py"]\n')
    write(os.path.join(exercise, "exercise.toml"), text)
    write(os.path.join(exercise, "page.md"), "# Bench\n\nA page.\n")
    os.makedirs(os.path.join(exercise, "starter"))
    shutil.copy(os.path.join(HERE, "workload.py"), os.path.join(exercise, "starter"))
    return folder


def workspace(folder, names=NAMES):
    """A participant's folder whose environments are the Python that runs the bench."""
    for name in names:
        prefix = os.path.join(folder, ".atelier", "venvs", name)
        os.makedirs(os.path.join(prefix, "bin"))
        os.symlink(sys.executable, os.path.join(prefix, "bin", "python"))
        write(os.path.join(prefix, ".atelier-environment.json"), json.dumps({
            "requirements": ["pip"], "python": sys.version.split()[0],
            "installed": "2025-01-01T00:00:00Z"}))
    return folder


def fake_nvml(folder):
    """The tests' stand-in for NVML with one device; None where there is no C compiler."""
    compiler = next((name for name in ("cc", "clang", "gcc") if shutil.which(name)), None)
    if compiler is None:
        return None
    library = os.path.join(folder, "libnvidia-ml.so.1")
    sources = sorted(glob.glob(os.path.join(ROOT, "Tests", "FakeNVML", "*.c")))
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-pthread", "-o", library, *sources, "-ldl", "-lm"],
        check=True)
    write(os.path.join(folder, "fake-nvml.conf"), "\n".join([
        "driver=580.82.07", "cuda=13000", "device", "name=Fake GPU of the bench",
        "uuid=GPU-00000000-0000-0000-0000-000000000001", "bus=00000000:01:00.0", "gpu=40",
        "memory=20", f"total={80 << 30}", f"used={3 << 30}", "temperature=50", "power=300500",
        "limit=700000", "sm=1500", "fan=30", ""]))
    return library
