"""The commands that tell facts as JSON, in the shape of the release that is played."""

import json
import os
import time

import lockfile
from settings import SETTINGS, SUBDIR, VERSION, Failure, say, virtual_packages
from manifest import Manifest


def information(options):
    try:
        manifest = Manifest(options["manifest"])
    except Failure:
        if options["manifest"]:
            raise
        manifest = None
    rich = VERSION >= (0, 71, 0)
    environments = []
    for name, features in (manifest.environments() if manifest else {}).items():
        entry = {
            "name": name, "features": features, "solve_group": None, "environment_size": None,
            "dependencies": sorted(manifest.tables(name, "dependencies")),
            "pypi_dependencies": sorted(manifest.tables(name, "pypi-dependencies")),
            "platforms": manifest.platform_objects(name) if rich else [SUBDIR],
            "tasks": sorted(manifest.tasks(name)), "channels": ["conda-forge"],
            "prefix": manifest.prefix(name),
        }
        if rich:
            entry.update(resolved_platform=None, minimum_supported_platform=None)
        else:
            entry["system_requirements"] = {
                "macos": None, "linux": None, "cuda": manifest.cuda(name), "libc": None,
                "archspec": None}
        environments.append(entry)
    facts = {
        "platform": SUBDIR, "virtual_packages": virtual_packages(),
        "version": SETTINGS["VERSION"], "cache_dir": SETTINGS["CACHE"] or None,
        "cache_size": None, "auth_dir": None, "global_info": None,
        "project_info": manifest and {
            "name": manifest.workspace.get("name"), "manifest_path": manifest.path,
            "last_updated": time.strftime(
                "%d-%m-%Y %H:%M:%S", time.localtime(os.path.getmtime(manifest.lock)))
            if lockfile.exists(manifest) else None,
            "pixi_folder_size": None, "version": None},
        "environments_info": environments, "config_locations": [],
    }
    if VERSION >= (0, 62, 0):
        facts["tls_backend"] = "rustls"
    print(json.dumps(facts, indent=2))


def list_packages(options):
    manifest = Manifest(options["manifest"])
    environment = (options["environments"] or ["default"])[0]
    manifest.features_of(environment)
    if SETTINGS["FAIL"] == "stale" and options["locked"]:
        raise lockfile.stale()
    lockfile.solve(manifest, options)
    explicit = set(manifest.tables(environment, "dependencies"))
    explicit |= set(manifest.tables(environment, "pypi-dependencies"))
    entries = []
    for kind, name, version, build in sorted(lockfile.packages(manifest, environment)):
        is_conda = kind == "conda"
        entry = {"name": name, "version": version, "build": build if is_conda else None,
                 "size_bytes": lockfile.size((name,)) if is_conda else None, "kind": kind,
                 "source": "conda-forge" if is_conda else None}
        if not (0, 62, 0) <= VERSION < (0, 64, 0):
            entry["is_explicit"] = name in explicit
        if VERSION >= (0, 62, 0):
            entry.update(
                build_number=0 if is_conda else None, license=None, md5=None, sha256=None,
                arch=None, platform=None, subdir=SUBDIR, timestamp=None, noarch=None,
                file_name=None, url=None, constrains=[], depends=[], track_features=[],
                requested_spec="*" if name in explicit else None)
        entries.append(entry)
    if not entries and VERSION < (0, 68, 0):
        raise Failure(
            f"No packages found in '{environment}' environment for '{SUBDIR}' platform.")
    print(json.dumps(entries, indent=2 if VERSION >= (0, 62, 0) else None))


def task_entry(name, value):
    value = value if isinstance(value, dict) else {"cmd": value}
    before = [entry if isinstance(entry, str) else entry["task"]
              for entry in value.get("depends-on", [])]
    entry = {"name": name, "cmd": value.get("cmd"), "description": value.get("description"),
             "depends_on": before, "cwd": value.get("cwd"), "env": value.get("env")}
    if VERSION >= (0, 45, 0):
        entry["depends_on"] = [
            {"task_name": task, "args": None, "environment": None} for task in before]
    if VERSION >= (0, 46, 0):
        entry["args"] = []
        for argument in value.get("args", []):
            argument = argument if isinstance(argument, dict) else {"arg": argument}
            told = {"name": argument["arg"], "default": argument.get("default")}
            if VERSION >= (0, 65, 0):
                told["choices"] = argument.get("choices")
            entry["args"].append(told)
    if VERSION >= (0, 63, 0):
        entry["default_environment"] = value.get("default-environment")
    return entry


def list_tasks(options):
    manifest = Manifest(options["manifest"])
    result = []
    for environment, features in sorted(manifest.environments().items()):
        entry = {"environment": environment, "features": [
            {"name": feature, "tasks": [
                task_entry(name, value)
                for name, value in manifest.feature(feature).get("tasks", {}).items()]}
            for feature in features]}
        if VERSION >= (0, 74, 0):
            entry["tasks"] = []
        result.append(entry)
    if not any(feature["tasks"] for entry in result for feature in entry["features"]):
        say("No tasks found")
    print(json.dumps(result))
