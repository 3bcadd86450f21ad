"""The commands that write a manifest: init, add, task add, and what stands below workspace."""

import json
import os
import re

import lockfile
from manifest import Manifest
from settings import SUBDIR, VERSION, Failure, Usage, say, write


def options_of(words, single=(), flags=()):
    """The values of options by their long names, and the other words."""
    options, rest, words = {}, [], list(words)
    short = {"-p": "--platform", "-f": "--feature", "-c": "--channel", "-e": "--environment"}
    while words:
        word = words.pop(0)
        name, _, value = short.get(word, word).partition("=")
        if name.startswith("--") and name[2:] in flags:
            options[name[2:]] = [True]
        elif name.startswith("--") and name[2:] in single:
            options.setdefault(name[2:], []).append(value or words.pop(0))
        elif word.startswith("-"):
            raise Usage(f"unexpected argument '{word}' found")
        else:
            rest.append(word)
    return options, rest


def insert(text, table, line):
    """A line below a table's heading, or a new table at the end; an older line of the key goes."""
    key = line.split("=")[0].strip()
    lines = text.rstrip("\n").split("\n")
    heading = f"[{table}]"
    if heading not in lines:
        return "\n".join(lines + ["", heading, line]) + "\n"
    start = lines.index(heading) + 1
    end = next((number for number in range(start, len(lines)) if lines[number].startswith("[")),
               len(lines))
    kept = [old for old in lines[start:end] if old.split("=")[0].strip() != key]
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join(lines[:start] + kept + [line] + ([""] if end < len(lines) else [])
                     + lines[end:]) + "\n"


class Edit:
    """A change of the manifest in this folder, which is taken back where it does not solve."""

    def __init__(self):
        self.manifest = Manifest(None)
        self.prefix = "tool.pixi." if self.manifest.path.endswith("pyproject.toml") else ""
        with open(self.manifest.path, encoding="utf-8") as file:
            self.text = self.before = file.read()

    def line(self, table, line):
        self.text = insert(self.text, self.prefix + table, line)

    def save(self, solves=True):
        write(self.manifest.path, self.text)
        try:
            manifest = Manifest(None)
            if solves:
                lockfile.solve(manifest, {"frozen": False, "locked": False})
        except Failure:
            write(self.manifest.path, self.before)
            raise


def initialise(words):
    options, rest = options_of(words, single=("platform", "channel", "format"))
    folder = os.path.abspath(rest[0] if rest else ".")
    name = os.path.basename(folder)
    project = options.get("format", ["pixi"])[0] == "pyproject"
    path = os.path.join(folder, "pyproject.toml" if project else "pixi.toml")
    if os.path.exists(path):
        raise Failure(f"{os.path.basename(path)} already exists")
    channels = json.dumps(options.get("channel", ["conda-forge"]))
    places = f"channels = {channels}\nplatforms = {json.dumps(options.get('platform', [SUBDIR]))}\n"
    if project:
        package = name.replace("-", "_")
        write(path, f'[project]\ndependencies = []\nname = "{name}"\nrequires-python = ">= 3.11"\n'
              'version = "0.1.0"\n\n[build-system]\nbuild-backend = "hatchling.build"\n'
              f'requires = ["hatchling"]\n\n[tool.pixi.workspace]\n{places}\n'
              f'[tool.pixi.pypi-dependencies]\n{package} = {{ path = ".", editable = true }}\n\n'
              "[tool.pixi.tasks]\n")
        write(os.path.join(folder, "src", package, "__init__.py"), "")
    else:
        write(path, f'[workspace]\n{places.splitlines()[0]}\nname = "{name}"\n'
              f'{places.splitlines()[1]}\nversion = "0.1.0"\n\n[tasks]\n\n[dependencies]\n')
    say(f"✔ Created {path}")


def add(words):
    options, specifications = options_of(
        words, single=("feature", "platform"), flags=("pypi", "no-install"))
    edit = Edit()
    kind = "pypi-dependencies" if "pypi" in options else "dependencies"
    feature = options.get("feature", [None])[0]
    used = feature is None or any(
        feature in features for features in edit.manifest.environments().values())
    for text in specifications:
        name, bound = re.fullmatch(r"([A-Za-z0-9._-]+)(.*)", text).groups()
        bound = bound.strip() or "*"
        if re.fullmatch(r"=[0-9.]+", bound):
            bound = bound[1:] + ".*"
        table = f"feature.{feature}.{kind}" if feature else kind
        edit.line(table, f'{name} = "{bound}"')
        say(f"✔ Added {name} {bound}")
    edit.save()
    if feature:
        say(f"Added these only for feature: {feature}")
    if not used:
        say(f"WARN The feature '{feature}' is defined but not used in any environment. "
            "Dependencies of unused features are not resolved or checked, and use wildcard (*) "
            "version specifiers by default, disregarding any set `pinning-strategy`")


def add_task(words):
    options, rest = options_of(words, single=("feature", "depends-on", "cwd"))
    feature = options.get("feature", [None])[0]
    edit = Edit()
    edit.line(f"feature.{feature}.tasks" if feature else "tasks",
              f"{rest[0]} = {json.dumps(' '.join(rest[1:]))}")
    edit.save(solves=False)
    say(f"✔ Added task `{rest[0]}`: {' '.join(rest[1:])}")


def add_platform(words):
    options, rest = options_of(words, single=("feature", "cuda"), flags=("no-install",))
    edit = Edit()
    platforms = list(edit.manifest.platforms)
    for name in rest:
        name, _, subdir = name.partition("=")
        if not subdir:
            platforms.append(name)
        elif VERSION < (0, 71, 0):
            raise Usage(f"invalid value '{name}={subdir}' for '<PLATFORM>...'")
        else:
            platforms.append({"name": name, "platform": subdir, "cuda": options["cuda"][0]})
    shown = [
        json.dumps(entry) if isinstance(entry, str) else
        "{ " + ", ".join(f'{key} = "{value}"' for key, value in entry.items()) + " }"
        for entry in platforms]
    heading = re.search(r"platforms = \[[^\]]*\]", edit.text)
    edit.text = edit.text.replace(heading.group(0), f"platforms = [{', '.join(shown)}]", 1)
    edit.save()
    for name in rest:
        say(f"✔ Added {name}")


def add_environment(words):
    options, rest = options_of(
        words, single=("feature", "solve-group"), flags=("force", "no-default-feature"))
    edit = Edit()
    if rest[0] in edit.manifest.environments() and "force" not in options:
        raise Failure(f"the environment '{rest[0]}' already exists")
    features, group = options.get("feature", []), options.get("solve-group")
    value = json.dumps(features)
    if group:
        inner = [f"features = {value}"] if features else []
        value = "{ " + ", ".join(inner + [f'solve-group = "{group[0]}"']) + " }"
    edit.line("environments", f"{rest[0]} = {value}")
    edit.save()
    say(f"✔ Added environment {rest[0]}")


def add_requirement(words):
    if VERSION >= (0, 71, 0):
        raise Usage("unrecognized subcommand 'system-requirements'")
    options, rest = options_of(words, single=("feature",))
    feature = options.get("feature", [None])[0]
    edit = Edit()
    edit.line(f"feature.{feature}.system-requirements" if feature else "system-requirements",
              f'{rest[0]} = "{rest[1]}"')
    edit.save()


COMMANDS = {"init": initialise, "add": add, "task add": add_task}
if VERSION >= (0, 43, 0):
    COMMANDS.update({
        "workspace platform add": add_platform, "workspace environment add": add_environment,
        "workspace system-requirements add": add_requirement})
