#!/usr/bin/env python3
"""Reads pixi.lock files with rattler, the library that pixi itself reads them with.

Usage: locks.py FILE...   prints one JSON object: by file its environments, each with its platforms'
packages as [kind, name, version, build]; or why it was not read.
"""

import json
import sys

from rattler import LockFile
from rattler.lock import PypiLockedPackage


def package(locked):
    if isinstance(locked, PypiLockedPackage):
        version = str(locked.version)
        # What a project beside the manifest builds has the version that it says itself.
        return ["pypi", locked.name, None if version == "<dynamic>" else version, None]
    record = locked.package_record
    return ["conda", record.name.normalized, str(record.version), str(record.build)]


def read(path):
    lock = LockFile.from_path(path)
    return {
        name: {
            platform.name: sorted(
                (package(locked) for locked in environment.packages(platform) or []),
                key=lambda entry: [part or "" for part in entry])
            for platform in environment.platforms()
        }
        for name, environment in lock.environments()
    }


def main():
    results = {}
    for path in sys.argv[1:]:
        try:
            results[path] = {"environments": read(path)}
        except Exception as error:  # The library's errors have no common class of their own.
            results[path] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(results, sys.stdout)


main()
