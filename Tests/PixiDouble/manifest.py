"""A pixi.toml or pyproject.toml as the double reads it."""

import os
import re
import tomllib

from settings import SETTINGS, SUBDIR, VERSION, Failure, say


def dependency(name, value):
    """A locked package for a declared dependency: the version stands in its specification."""
    table = value if isinstance(value, dict) else {"version": value}
    digits = re.search(r"[0-9]+(\.[0-9]+)*", str(table.get("version", "")))
    build = str(table.get("build", "h0")).strip("*")
    return name, digits.group(0) if digits else "1.0", f"{build}_0"


class Manifest:
    def __init__(self, path):
        self.path = self.place(os.path.abspath(path or "."))
        self.folder = os.path.dirname(self.path)
        try:
            with open(self.path, "rb") as file:
                document = tomllib.load(file)
        except FileNotFoundError:
            raise Failure(
                "could not find pixi.toml or pyproject.toml with tool.pixi "
                f"at directory {self.folder}") from None
        except tomllib.TOMLDecodeError as error:
            raise Failure(
                "failed to parse workspace manifest", causes=[f"TOML parse error {error}"]) from None
        if self.path.endswith("pyproject.toml"):
            python = document.get("project", {}).get("requires-python")
            document = document.get("tool", {}).get("pixi", {})
            if python:
                document.setdefault("dependencies", {}).setdefault("python", python)
        self.document = document
        self.workspace = document.get("workspace") or document.get("project")
        if self.workspace is None or ("workspace" in document and VERSION < (0, 43, 0)):
            raise Failure("missing field `workspace` in " + self.path)
        self.platforms = self.workspace.get("platforms", [])
        self.check()

    @staticmethod
    def place(path):
        if not os.path.isdir(path):
            return path
        own = os.path.join(path, "pixi.toml")
        project = os.path.join(path, "pyproject.toml")
        return project if os.path.exists(project) and not os.path.exists(own) else own

    def check(self):
        """The refusals and warnings of the release."""
        is_rich = any(isinstance(entry, dict) for entry in self.platforms)
        for key in ("environments", "feature", "dependencies", "tasks"):
            if not isinstance(self.document.get(key, {}), dict):
                raise Failure(
                    "failed to parse workspace manifest",
                    causes=[f"invalid type in `{key}`, expected a table"])
        features = [self.document] + list(self.document.get("feature", {}).values())
        has_old = any("system-requirements" in feature for feature in features)
        if VERSION < (0, 71, 0) and is_rich:
            raise Failure(
                "failed to parse workspace manifest",
                causes=["TOML parse error: invalid type: map, expected a string"])
        if VERSION >= (0, 71, 0) and is_rich and has_old:
            raise Failure(
                "failed to parse workspace manifest", causes=[
                    "feature uses `[system-requirements]` but the workspace declares per-platform "
                    "virtual packages; remove one of them"])
        for name, value in self.document.get("environments", {}).items():
            for feature in value if isinstance(value, list) else value.get("features", []):
                if feature != "default" and feature not in self.document.get("feature", {}):
                    raise Failure(
                        "failed to parse workspace manifest",
                        causes=[f"the feature '{feature}' of '{name}' is not defined"])
        wanted = self.workspace.get("requires-pixi")
        if wanted and VERSION >= (0, 44, 0):
            least = tuple(int(part) for part in re.findall(r"[0-9]+", wanted))
            if VERSION < least:
                raise Failure(
                    f"this project requires pixi '{wanted}', but you have pixi "
                    f"{SETTINGS['VERSION']}")
        if VERSION >= (0, 57, 0) and "project" in self.document:
            say("WARN the `project` field is deprecated. Use `workspace` instead.")
        if VERSION >= (0, 71, 0) and has_old:
            say("WARN the `[system-requirements]` table is deprecated in favor of virtual packages "
                "on `platforms`")

    def environments(self):
        found = {"default": ["default"]}
        for name, value in self.document.get("environments", {}).items():
            features = value if isinstance(value, list) else value.get("features", [])
            inherits = isinstance(value, list) or not value.get("no-default-feature")
            found[name] = list(features) + (["default"] if inherits else [])
        return found

    def features_of(self, environment):
        if environment not in self.environments():
            raise Failure(f"unknown environment '{environment}'")
        return self.environments()[environment]

    def feature(self, name):
        return self.document if name == "default" else self.document.get("feature", {}).get(name, {})

    def tables(self, environment, key):
        """A key's tables of all the environment's features, the first feature winning."""
        merged = {}
        for name in reversed(self.features_of(environment)):
            merged.update(self.feature(name).get(key, {}))
        return merged

    def packages(self, environment, key="dependencies"):
        return [dependency(name, value)
                for name, value in sorted(self.tables(environment, key).items())]

    def cuda(self, environment):
        """The CUDA version an environment declares, in either spelling."""
        declared = self.tables(environment, "system-requirements").get("cuda")
        rich = {entry["name"]: entry for entry in self.platforms if isinstance(entry, dict)}
        for name in self.features_of(environment):
            for platform in self.feature(name).get("platforms", []):
                declared = declared or rich.get(platform, {}).get("cuda")
        if isinstance(declared, dict):
            declared = declared.get("version") or declared.get("driver")
        return declared

    def platform_objects(self, environment):
        cuda = self.cuda(environment)
        if cuda is None:
            return [{"name": SUBDIR, "subdir": SUBDIR, "virtual_packages": []}]
        name = f"{SUBDIR}-cuda{cuda.replace('.', '')}"
        return [{"name": name, "subdir": SUBDIR, "virtual_packages": [f"cuda={cuda}"]}]

    def prefix(self, environment):
        return os.path.join(self.folder, ".pixi", "envs", environment)

    def tasks(self, environment):
        return self.tables(environment, "tasks")

    @property
    def lock(self):
        return os.path.join(self.folder, "pixi.lock")
