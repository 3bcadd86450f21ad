"""PyPI packages for a lock: the newest wheels that fit, looked up with pip, one by one."""

import json
import pathlib
import subprocess
import sys
import tempfile

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

# The tags of the wheels that run on what pixi assumes of a platform.
TAGS = {
    "linux-64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "linux-aarch64": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "osx-64": ("macosx_13_0_x86_64", "macosx_11_0_x86_64", "macosx_10_12_x86_64"),
    "osx-arm64": ("macosx_13_0_arm64", "macosx_11_0_arm64"),
    "win-64": ("win_amd64",),
}
MARKERS = {
    "linux-64": ("linux", "Linux", "posix", "x86_64"),
    "linux-aarch64": ("linux", "Linux", "posix", "aarch64"),
    "osx-64": ("darwin", "Darwin", "posix", "x86_64"),
    "osx-arm64": ("darwin", "Darwin", "posix", "arm64"),
    "win-64": ("win32", "Windows", "nt", "AMD64"),
}
# Conda packages that are called otherwise on PyPI.
OTHER_NAMES = {"pytorch": "torch", "matplotlib-base": "matplotlib"}


class Lookup:
    """Wheels by what was asked for, so that each is looked up once."""

    def __init__(self, folder):
        self.folder = folder
        self.known = {}

    def resolve(self, wanted, records, subdir, project):
        """The lock's entries for PyPI requirements, without what the conda records bring.

        `wanted` are the manifest's (name, value) pairs. Ends the program where a conda package
        does not fit what a wheel needs.
        """
        there = {
            canonicalize_name(OTHER_NAMES.get(record.name.normalized, record.name.normalized)):
            str(record.version) for record in records}
        if not wanted:
            return []
        python = ".".join(there["python"].split(".")[:2])
        marker = environment(subdir, there["python"])
        waiting, entries = [], {}
        for name, value in wanted:
            if isinstance(value, dict) and "path" in value:
                entries[canonicalize_name(name)] = own_package(value, project)
            else:
                version = value if isinstance(value, str) else value.get("version", "*")
                extras = "" if isinstance(value, str) else ",".join(value.get("extras", []))
                waiting.append(Requirement(
                    name + (f"[{extras}]" if extras else "") + ("" if version == "*" else version)))
        while waiting:
            requirement = waiting.pop(0)
            name = canonicalize_name(requirement.name)
            if name in there:
                if there[name] not in SpecifierSet(str(requirement.specifier), prereleases=True):
                    sys.exit(f"{requirement} is asked for, and conda brings {there[name]}")
                continue
            if name in entries:
                continue
            entry = self.wheel(requirement, subdir, python)
            entries[name] = entry
            for text in entry.get("requires_dist", []):
                needed = Requirement(text)
                chosen = [{**marker, "extra": extra} for extra in requirement.extras or [""]]
                if needed.marker is None or any(needed.marker.evaluate(case) for case in chosen):
                    waiting.append(needed)
        return sorted(entries.values(), key=lambda entry: entry["pypi"])

    def wheel(self, requirement, subdir, python):
        key = (str(requirement), subdir, python)
        if key not in self.known:
            self.known[key] = look_up(requirement, subdir, python)
        return self.known[key]


def environment(subdir, python):
    """The values of the markers in `Requires-Dist`."""
    system, name, family, machine = MARKERS[subdir]
    return {
        "sys_platform": system, "platform_system": name, "os_name": family,
        "platform_machine": machine, "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python, "implementation_name": "cpython",
        "platform_python_implementation": "CPython"}


def look_up(requirement, subdir, python):
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        platforms = [f"--platform={tag}" for tag in TAGS[subdir]]
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
             "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--report", report,
             f"--python-version={python}", *platforms, "--target", folder, str(requirement)],
            check=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"][0]
    metadata, download = found["metadata"], found["download_info"]
    entry = {
        "pypi": download["url"], "name": canonicalize_name(metadata["name"]),
        "version": metadata["version"], "sha256": download["archive_info"]["hashes"]["sha256"]}
    if needed := metadata.get("requires_dist"):
        entry["requires_dist"] = needed
    if wanted := metadata.get("requires_python"):
        entry["requires_python"] = wanted
    return entry


def own_package(value, project):
    """The workspace itself, installed from its folder."""
    entry = {"pypi": "./", "name": canonicalize_name(project["name"]), "version": project["version"]}
    if needed := project.get("dependencies"):
        entry["requires_dist"] = needed
    if wanted := project.get("requires-python"):
        entry["requires_python"] = wanted
    if value.get("editable"):
        entry["editable"] = True
    return entry
