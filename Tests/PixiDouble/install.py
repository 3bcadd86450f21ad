"""Installs nothing but the records by which an environment is known."""

import json
import os
import shlex
import shutil
import sys
import time

import lockfile
from failures import require_cuda, while_installing
from settings import SETTINGS, VERSION, Failure, say, wait_for_gate, write

STATES = {"begun": "pixi:installing!", "done": "0123456789abcdef"}


def progress(done, count):
    """Since 0.67 a terminal is told in its own language how far an install has come."""
    if VERSION < (0, 67, 0) or not sys.stdout.isatty() or os.environ.get("PIXI_NO_PROGRESS"):
        return
    state = "0;0" if done is None else f"1;{100 * done // max(1, count)}"
    sys.stdout.write(f"\x1b]9;4;{state}\x1b\\")
    sys.stdout.flush()


def wait_for_others(prefix):
    if SETTINGS["WAIT"] == "environment":
        say(f"still waiting on another pixi process to finish installing '{prefix}' (30s elapsed)")
        wait_for_gate()
    elif SETTINGS["WAIT"] == "cache":
        say("Blocking waiting for global file lock on package cache")
        wait_for_gate()


def refuse_moved(manifest, environment):
    records = os.path.join(manifest.prefix(environment), "conda-meta")
    try:
        with open(os.path.join(records, "pixi_env_prefix"), encoding="utf-8") as file:
            made = file.read().strip()
    except FileNotFoundError:
        return
    if os.path.realpath(made) == os.path.realpath(records):
        return
    say(f"The environment directory has moved from '{os.path.dirname(made)}' to "
        f"'{manifest.prefix(environment)}'. Environments are non-relocatable, moving them can "
        "cause issues.")
    if not sys.stdin.isatty():
        raise Failure("the environment must be removed and installed again")
    sys.stderr.write("Would you like to remove it and install it again? [y/n] ")
    sys.stderr.flush()
    if not sys.stdin.readline().strip().lower().startswith("y"):
        raise Failure("the environment was not removed")
    shutil.rmtree(manifest.prefix(environment))


def install_one(manifest, environment):
    manifest.features_of(environment)
    require_cuda(manifest, environment)
    refuse_moved(manifest, environment)
    prefix = manifest.prefix(environment)
    records = os.path.join(prefix, "conda-meta")
    os.makedirs(records, exist_ok=True)
    wait_for_others(prefix)
    fingerprint = os.path.join(records, ".pixi-environment-fingerprint")
    marker = os.path.join(records, "pixi")
    if VERSION >= (0, 70, 1):
        write(fingerprint, STATES["begun"])
    if os.path.exists(marker):
        os.remove(marker)
    packages = lockfile.packages(manifest, environment)
    say(f"  installing {environment}")
    step = float(SETTINGS["DELAY"]) / (len(packages) + 1)
    time.sleep(step)
    wanted = set()
    for number, (kind, name, version, build) in enumerate(packages):
        if number == (len(packages) + 1) // 2:
            while_installing(environment)
            if SETTINGS["GATE"] and not SETTINGS["WAIT"]:
                wait_for_gate()
        if kind == "conda":
            wanted.add(f"{name}-{version}-{build}.json")
            write(os.path.join(records, f"{name}-{version}-{build}.json"), json.dumps(
                {"name": name, "version": version, "build": build}))
        else:
            write(os.path.join(prefix, "lib", "python3.12", "site-packages",
                               f"{name.replace('-', '_')}-{version}.dist-info", "METADATA"),
                  f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        progress(number + 1, len(packages))
        time.sleep(step)
    if len(packages) < 2:
        while_installing(environment)
    for name in os.listdir(records):
        if name.endswith(".json") and name not in wanted:
            os.remove(os.path.join(records, name))
    progress(None, 0)
    finish(manifest, environment, records, fingerprint, marker)


def finish(manifest, environment, records, fingerprint, marker):
    python = os.path.join(manifest.prefix(environment), "bin", "python")
    write(python, f'#!/bin/sh\nexec {shlex.quote(SETTINGS["PYTHON"])} "$@"\n')
    os.chmod(python, 0o755)
    write(os.path.join(records, "pixi_env_prefix"), records)
    facts = {"manifest_path": manifest.path, "environment_name": environment,
             "pixi_version": SETTINGS["VERSION"], "environment_lock_file_hash": "0" * 16}
    if VERSION >= (0, 71, 0):
        facts["resolved_platform"] = manifest.platform_objects(environment)[0]["name"]
        facts["minimum_supported_platform"] = None
    write(marker, json.dumps(facts))
    if VERSION >= (0, 70, 1):
        write(fingerprint, STATES["done"])


def is_installed(manifest, environment):
    return os.path.exists(os.path.join(manifest.prefix(environment), "conda-meta", "pixi"))
