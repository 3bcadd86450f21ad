#!/usr/bin/env python3
"""Records what programs write to a terminal, as fixtures for the emulator's tests.

record.py [NAME ...]     records these again, or all, and writes the references' screens beside
record.py --references [NAME ...]
                         writes the references' screens only

Needs root (a namespace of its own hides the machine's name and processes), the recorded programs,
tmux, and pyte and tqdm from PyPI in the Python that runs this.
"""

import os
import shutil
import subprocess
import sys
import sysconfig

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import features
import programs
import references
import vttest
from recorder import Recorder

FIXTURES = os.path.join(os.path.dirname(HERE), "Fixtures")


def environment(columns, rows):
    return {
        "HOME": programs.FOLDER, "TMUX_TMPDIR": programs.FOLDER, "USER": "demo", "LOGNAME": "demo", "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh", "PS1": "$ ", "TZ": "UTC",
        "PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"],
        "PYTHONPATH": sysconfig.get_path("purelib"), "CARGO_NET_OFFLINE": "true",
        "CARGO_HOME": programs.FOLDER + "/.cargo", "HISTFILE": "/dev/null",
        "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", os.path.expanduser("~/.rustup")),
        "LESSHISTFILE": "-", "COLUMNS": str(columns), "LINES": str(rows), "LESS": ""}


def record(name):
    """Runs one program to its end; its bytes and its marks."""
    kind, _, size = name.rpartition("-")
    columns, rows = programs.SIZES[size]
    for entry in os.scandir(programs.FOLDER):
        shutil.rmtree(entry) if entry.is_dir() else os.remove(entry)
    programs.prepare()
    variables = environment(columns, rows)
    if kind.startswith("vttest-"):
        recorder = Recorder(
            ["vttest", f"{rows}x{columns}.{columns}"], variables, columns, rows, programs.FOLDER)
        vttest.walk(recorder, kind.removeprefix("vttest-"))
    else:
        for variable in ("COLUMNS", "LINES"):
            del variables[variable]
        arguments, steps = programs.PROGRAMS[kind][0]()
        recorder = Recorder(arguments, variables, columns, rows, programs.FOLDER)
        for keys, mark, *longest in steps:
            if keys:
                recorder.press(keys)
            recorder.settle(0.5 if not longest else 2.0, *longest)
            recorder.mark(mark)
        if kind in programs.PROGRESS:
            recorder.mark_between(4)
    recorder.end()
    end = recorder.marks[-1][0]
    return bytes(recorder.output[:end]), recorder.marks


def every():
    names = [f"vttest-{menu}-80x24" for menu in vttest.MENUS]
    for kind, (_, sizes) in programs.PROGRAMS.items():
        names += [f"{kind}-{size}" for size in sizes]
    return names


def store(name, stream, marks):
    folder = os.path.join(FIXTURES, name)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "stream"), "wb") as file:
        file.write(stream)
    with open(os.path.join(folder, "marks"), "w") as file:
        file.writelines(f"{offset} {mark}\n" for offset, mark in marks)


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    names = words or every() + ["features-80x24"]
    if "--inside" not in sys.argv and "--references" not in sys.argv:
        inner = (
            "hostname demo && mount --make-rprivate / && mkdir -p /tmp/demo && "
            "mount -t tmpfs demo /tmp/demo && exec \"$0\" \"$@\" --inside")
        recorded = [name for name in names if not name.startswith("features")]
        if recorded:
            subprocess.run(
                ["unshare", "--uts", "--mount", "sh", "-c", inner,
                 sys.executable, os.path.abspath(__file__), *recorded], check=True)
        if "features-80x24" in names:
            store("features-80x24", *features.stream())
    if "--inside" in sys.argv:
        for name in names:
            stream, marks = record(name)
            store(name, stream, marks)
            print(f"{name}: {len(stream)} bytes, {len(marks)} marks", flush=True)
        return
    for name in names:
        references.write(os.path.join(FIXTURES, name), *programs.SIZES[name.rpartition("-")[2]])


if __name__ == "__main__":
    main()
