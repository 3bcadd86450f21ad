"""Writes and reads pixi.lock in the format of the release that is played."""

import fnmatch
import hashlib
import os
import re

from failures import newer_lock, stale, while_solving
from settings import SETTINGS, SUBDIR, VERSION, say, write

CHANNEL = "https://conda.anaconda.org/conda-forge/"
FORMAT = 7 if VERSION >= (0, 68, 0) else 6


def conda_url(package):
    return f"{CHANNEL}{SUBDIR}/{'-'.join(package)}.conda"


def pypi_url(package):
    name, version, _ = package
    return f"https://files.pythonhosted.org/packages/{name}-{version}-py3-none-any.whl"


def size(package):
    """Stands for the download's size, in bytes: the same for the same package."""
    return 1000 * len(package[0])


def platform_key(manifest, environment, keys):
    cuda = manifest.cuda(environment)
    if FORMAT < 7 or cuda is None:
        return SUBDIR
    return keys.setdefault(cuda, f"p{len(keys) + 1}")


def render(manifest):
    keys, environments, conda, pypi = {}, [], set(), set()
    for name in manifest.environments():
        key = platform_key(manifest, name, keys)
        lines = [f"  {name}:", "    channels:", f"    - url: {CHANNEL}", "    packages:"]
        own, python = manifest.packages(name), manifest.packages(name, "pypi-dependencies")
        lines.append(f"      {key}:" + ("" if own or python else " []"))
        lines += [f"      - conda: {conda_url(package)}" for package in own]
        lines += [f"      - pypi: {pypi_url(package)}" for package in python]
        environments += lines
        conda.update(own)
        pypi.update(python)
    text = [f"version: {FORMAT}"]
    if FORMAT >= 7:
        text += ["platforms:", f"- name: {SUBDIR}"]
        for cuda, key in keys.items():
            text += [f"- name: {key}", f"  subdir: {SUBDIR}", "  virtual-packages:",
                     f"  - __cuda={cuda}", "  - __unix=0=0"]
    text += ["environments:"] + environments + ["packages:" if conda or pypi else "packages: []"]
    for package in sorted(conda):
        digest = hashlib.sha256(conda_url(package).encode()).hexdigest()
        text += [f"- conda: {conda_url(package)}", f"  sha256: {digest}", "  depends:",
                 "  - __glibc >=2.17", f"  size: {size(package)}"]
    for package in sorted(pypi):
        digest = hashlib.sha256(pypi_url(package).encode()).hexdigest()
        text += [f"- pypi: {pypi_url(package)}", f"  name: {package[0]}",
                 f"  version: {package[1]}", f"  sha256: {digest}"]
    return "\n".join(text) + "\n"


def read(manifest):
    """The lock's packages by environment, as (kind, name, version, build); None without a lock."""
    try:
        with open(manifest.lock, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return None
    version = int((re.search(r"^version: ([0-9]+)", text) or [0, 0])[1])
    if version > FORMAT:
        if VERSION < (0, 60, 0):
            raise newer_lock(version)
        say(f"WARN the lock file has the newer format {version} and is ignored")
        return None
    head = text.split("\npackages:")[0]
    promising = set(re.findall(
        rf"^- name: (\S+)\n  subdir: {SUBDIR}\n  virtual-packages:\n  - __cuda", head, re.MULTILINE))
    found, platforms = {}, {}
    for line in head.splitlines():
        if name := re.fullmatch(r"  ([A-Za-z0-9_-]+):", line):
            platforms = found.setdefault(name[1], {})
        elif name := re.fullmatch(r"      ([A-Za-z0-9_-]+):( \[\])?", line):
            entries = platforms.setdefault(name[1], [])
        elif line == "      - pypi: ./":
            if own := re.search(r"^- pypi: \./\n  name: (\S+)\n  version: (\S+)$", text, re.MULTILINE):
                entries.append(("pypi", own[1], own[2], ""))
        elif entry := re.fullmatch(r"      - (conda|pypi): .*/([^/]+?)(\.conda|\.tar\.bz2|\.whl)", line):
            parts = entry[2].split("-") if entry[1] == "pypi" else entry[2].rsplit("-", 2)
            entries.append((entry[1], parts[0], parts[1], parts[2]))
    return {name: on_this_machine(name, platforms, promising, manifest)
            for name, platforms in found.items()}


def on_this_machine(environment, platforms, promising, manifest):
    """The packages for this platform: for the one that promises CUDA where CUDA is declared."""
    cuda = environment in manifest.environments() and manifest.cuda(environment)
    keys = [key for key in platforms if key in promising] + [SUBDIR]
    for key in keys if cuda else reversed(keys):
        if key in platforms:
            return platforms[key]
    return []


def fits(wanted, specification, locked):
    """Whether a locked package is the one the double would choose, or keeps to the wish anyhow."""
    (_, version, build), (locked_version, locked_build) = wanted, locked
    if (version, build) == locked:
        return True
    table = specification if isinstance(specification, dict) else {"version": specification}
    return fnmatch.fnmatchcase(locked_build, table.get("build", "*")) and all(
        keeps(locked_version, part.strip()) for part in table.get("version", "*").split(","))


def keeps(version, bound):
    """Whether a version is within one bound, such as `>=2.0`, `<3` or `12.*`."""
    sign, number = re.fullmatch(r"(>=|<=|==|=|>|<|)\s*([^\s]*)", bound).groups()
    if number in ("", "*"):
        return True
    left, right = ([int(part) for part in re.findall(r"[0-9]+", text)] for text in (version, number))
    if sign in ("=", "") or number.endswith(".*"):
        return left[:len(right)] == right
    length = max(len(left), len(right))
    left, right = (part + [0] * (length - len(part)) for part in (left, right))
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right,
            "==": left == right}[sign]


def normal(name):
    return name.replace("_", "-").lower()


def is_stale(manifest):
    locked = read(manifest)
    if locked is None:
        return True
    for name in manifest.environments():
        there = {(kind, normal(package)): (version, build)
                 for kind, package, version, build in locked.get(name, [])}
        if name not in locked:
            return True
        for kind, key in (("conda", "dependencies"), ("pypi", "pypi-dependencies")):
            wishes = manifest.tables(name, key)
            for package in manifest.packages(name, key):
                if isinstance(wishes[package[0]], dict) and "path" in wishes[package[0]]:
                    continue
                found = there.get((kind, normal(package[0])))
                if found is None or not fits(package, wishes[package[0]], found):
                    return True
    return False


def solve(manifest, options):
    """Brings the lock up to date as the options allow; returns whether it was written."""
    if options["frozen"]:
        read(manifest)
        return False
    if options["locked"]:
        if is_stale(manifest):
            raise stale()
        return False
    while_solving()
    if not is_stale(manifest):
        return False
    write(manifest.lock, solution() or render(manifest))
    return True


def solution():
    """What PIXI_DOUBLE_SOLUTION says that every solve gives."""
    if not SETTINGS["SOLUTION"]:
        return None
    with open(SETTINGS["SOLUTION"], encoding="utf-8") as file:
        return file.read()


def packages(manifest, environment):
    return (read(manifest) or {}).get(environment, [])


def exists(manifest):
    return os.path.exists(manifest.lock)
