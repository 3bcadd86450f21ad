"""What the double plays, from the environment, and how it speaks."""

import os
import sys

SETTINGS = {
    name: os.environ.get("PIXI_DOUBLE_" + name, default)
    for name, default in [
        ("VERSION", "0.77.0"), ("LOG", ""), ("FAIL", ""), ("CUDA", ""), ("CACHE", ""),
        ("PYTHON", sys.executable), ("DELAY", "0"), ("HANG", ""), ("WAIT", ""), ("GATE", ""),
        ("SOLUTION", ""),
    ]
}
VERSION = tuple(int(part) for part in SETTINGS["VERSION"].split("."))
SUBDIR = "linux-64"


class Failure(Exception):
    """Ends the call with pixi's report on standard error."""

    def __init__(self, message, status=1, causes=(), help_text=None):
        lines = [f"Error:   × {message}"]
        for number, cause in enumerate(causes):
            lines.append(("  ╰─▶ " if number == len(causes) - 1 else "  ├─▶ ") + cause)
        if help_text:
            lines.append(f"  help: {help_text}")
        super().__init__("\n".join(lines))
        self.status = status


class Usage(Exception):
    """A command line this release does not know."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def driver_cuda():
    """An override wins over the driver, and an empty one takes the driver away."""
    return os.environ.get("CONDA_OVERRIDE_CUDA", SETTINGS["CUDA"])


def virtual_packages():
    packages = ["__unix=0=0", "__linux=6.8=0", "__glibc=2.39=0"]
    if driver_cuda():
        packages.append(f"__cuda={driver_cuda()}=0")
    return packages + ["__archspec=1=x86_64"]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def wait_for_gate(condition="the test opens the gate"):
    """Waits until the file PIXI_DOUBLE_GATE is there, for a minute at most."""
    import time
    deadline = time.time() + 60
    while not os.path.exists(SETTINGS["GATE"]):
        if time.time() > deadline:
            raise Failure(f"the double waited for a minute until {condition}")
        time.sleep(0.005)
