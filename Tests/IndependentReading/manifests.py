#!/usr/bin/env python3
"""Reads pixi manifests with Python's own TOML parser and merges their environments.

Usage: manifests.py FILE...   prints one JSON object: by file what was read, or why it was not.

It is written from pixi's documentation alone, apart from Atelier's reader, so that a test can
compare the two.
"""

import json
import re
import sys
import tomllib


class Unreadable(Exception):
    """The manifest has something else where a table, a list or a text belongs."""


def expect(value, kind, what):
    if not isinstance(value, kind):
        raise Unreadable(f"{what} has a {type(value).__name__}")
    return value


def table(parent, key):
    return expect(parent.get(key, {}), dict, key)


def normalised(name):
    return re.sub(r"[-_.]+", "-", name).lower().strip("-")


def number(version):
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]


def cuda_of(value):
    if isinstance(value, dict):
        value = value.get("driver", value.get("version"))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Unreadable("cuda has no version")
    return str(value)


def highest(versions):
    known = [version for version in versions if version is not None]
    return max(known, key=number) if known else None


def platforms_of(workspace):
    found = []
    for entry in expect(workspace.get("platforms", []), list, "platforms"):
        if isinstance(entry, str):
            found.append((entry, entry, None))
            continue
        expect(entry, dict, "platforms")
        subdir = entry.get("platform", entry.get("name"))
        cuda = cuda_of(entry["cuda"]) if "cuda" in entry else None
        unnamed = subdir + (f"-cuda{cuda}".replace(".", "-") if cuda else "")
        found.append((entry.get("name", unnamed), subdir, cuda))
    return found


def channels_of(feature):
    if "channels" not in feature:
        return None
    found = []
    for entry in expect(feature["channels"], list, "channels"):
        if isinstance(entry, str):
            found.append((entry, 0))
        else:
            found.append((expect(entry, dict, "channels")["channel"], entry.get("priority", 0)))
    return found


def fits(target, name, subdir):
    system = subdir.split("-")[0]
    groups = {"unix": system in ("linux", "osx"), "macos": system == "osx",
              "windows": system == "win"}
    return target in (name, subdir, system) or groups.get(target, False)


class Feature:
    """A feature's own tables, or those of the workspace."""

    def __init__(self, content, is_default=False):
        self.content = expect(content, dict, "feature")
        self.platforms = None
        if not is_default and "platforms" in content:
            self.platforms = [
                expect(name, str, "platforms")
                for name in expect(content["platforms"], list, "platforms")]
        self.channels = channels_of(content)
        requirements = table(content, "system-requirements")
        self.cuda = cuda_of(requirements["cuda"]) if "cuda" in requirements else None
        self.parts = [(None, content)]
        for target, part in table(content, "target").items():
            self.parts.append((target, expect(part, dict, "target")))
        self.python = []
        for _, part in self.parts:
            list(self.names(part))
            for task in table(part, "tasks").values():
                expect(task, (str, list, dict), "tasks")

    @staticmethod
    def names(part):
        for section in ("dependencies", "host-dependencies", "build-dependencies"):
            for name, spec in table(part, section).items():
                expect(spec, (str, dict), name)
                yield "conda:" + name.lower()
        for name, spec in table(part, "pypi-dependencies").items():
            expect(spec, (str, dict), name)
            yield "pypi:" + normalised(name.split("[")[0])

    def dependencies(self, name, subdir):
        found = list(self.python)
        for target, part in self.parts:
            if target is None or fits(target, name, subdir):
                found += self.names(part)
        return found

    def tasks(self, platforms):
        for target, part in self.parts:
            if target is None or not platforms or any(
                    fits(target, name, subdir) for name, subdir, _ in platforms):
                yield from table(part, "tasks")


def requirement(text):
    match = re.match(r"\s*([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?", expect(text, str, "requirement"))
    return normalised(match.group(1)), [
        normalised(extra.strip()) for extra in (match.group(2) or "").split(",") if extra.strip()]


def add_python(document, features, default):
    """What pixi takes from the project's own tables."""
    project = table(document, "project")
    own = normalised(project.get("name", ""))
    explicit = {name for _, part in default.parts for name in Feature.names(part)}
    if "requires-python" in project and "conda:python" not in explicit:
        default.python.append("conda:python")
    for text in project.get("dependencies", []):
        default.python.append("pypi:" + requirement(text)[0])
    groups = {}
    for source in (table(project, "optional-dependencies"), table(document, "dependency-groups")):
        for name, items in source.items():
            groups.setdefault(name, []).extend(items)

    def expand(name, seen):
        for group, items in groups.items():
            if normalised(group) != normalised(name) or group in seen:
                continue
            seen.add(group)
            for item in items:
                if isinstance(item, dict):
                    yield from expand(item["include-group"], seen)
                    continue
                package, extras = requirement(item)
                if package == own and extras:
                    for extra in extras:
                        yield from expand(extra, seen)
                else:
                    yield "pypi:" + package

    for name in groups:
        features.setdefault(name, Feature({})).python += expand(name, set())


def read(path):
    with open(path, "rb") as file:
        document = tomllib.load(file)
    root = document
    if path.endswith("pyproject.toml"):
        root = table(table(document, "tool"), "pixi")
    workspace = root.get("workspace", root.get("project"))
    if workspace is None:
        raise Unreadable("there is no workspace")
    expect(workspace, dict, "workspace")
    platforms = platforms_of(workspace)
    channels = channels_of(workspace) or []
    default = Feature(root, is_default=True)
    default.channels = None
    features = {name: Feature(content) for name, content in table(root, "feature").items()}
    if path.endswith("pyproject.toml"):
        add_python(document, features, default)
    features["default"] = default
    return {name: merge(value, features, platforms, channels)
            for name, value in environments_of(root).items()}


def environments_of(root):
    found = {"default": []}
    for name, value in table(root, "environments").items():
        found[name] = expect(value, (list, dict), name)
    return found


def merge(value, features, platforms, channels):
    own = []
    group = None
    if isinstance(value, list):
        names, inherits = value, True
    else:
        names = expect(value.get("features", []), list, "features")
        inherits = not value.get("no-default-feature", False)
        group = value.get("solve-group")
        content = {key: part for key, part in value.items()
                   if key not in ("features", "no-default-feature", "solve-group")}
        if content:
            own = [Feature(content)]
    names = [expect(name, str, "features") for name in names]
    if inherits and "default" not in names:
        names = names + ["default"]
    parts = own + [features[name] for name in names if name in features]
    supported = [platform for platform in platforms if all(
        part.platforms is None or platform[0] in part.platforms for part in parts)]
    without = {subdir for _, subdir, cuda in supported if cuda is None}
    required = [cuda for _, subdir, cuda in supported if subdir not in without]
    asked = []
    for part in parts:
        asked += channels if part.channels is None else part.channels
    ordered = sorted(asked, key=lambda channel: -channel[1])
    return {
        "features": names,
        "solve_group": group,
        "platforms": [name for name, _, _ in supported],
        "cuda": highest([part.cuda for part in parts] + required),
        "channels": list(dict.fromkeys(name for name, _ in ordered)),
        "tasks": sorted({task for part in parts for task in part.tasks(supported)}),
        "dependencies": {
            name: sorted({package for part in parts
                          for package in part.dependencies(name, subdir)})
            for name, subdir, _ in supported},
    }


def main():
    results = {}
    for path in sys.argv[1:]:
        try:
            results[path] = {"environments": read(path)}
        except (Unreadable, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            results[path] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(results, sys.stdout)


main()
