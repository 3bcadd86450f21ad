"""pixi's reports, each under the name by which PIXI_DOUBLE_FAIL asks for it."""

import os
import signal

from settings import SETTINGS, SUBDIR, VERSION, Failure, driver_cuda, virtual_packages

BECAUSE = "Cannot solve the request because of: "


def stale():
    noun = "lock file" if VERSION >= (0, 71, 0) else "lock-file"
    return Failure(f"{noun} not up-to-date with the workspace")


def newer_lock(version):
    return Failure(
        f"found newer lockfile format version {version}, but only up to including version 6 is "
        "supported")


def require_cuda(manifest, environment):
    """Refuses an environment for CUDA on a machine that has none."""
    cuda = manifest.cuda(environment)
    if cuda is None or (driver_cuda() and SETTINGS["FAIL"] != "cuda"):
        return
    if VERSION >= (0, 71, 0):
        platform = manifest.platform_objects(environment)[0]["name"]
        raise Failure(f"""the environment '{environment}' does not support '{SUBDIR}' on this machine.

Declared platforms and why none runs here:
  - {platform} (subdir {SUBDIR}): missing virtual packages: __cuda >= {cuda}

Unsatisfied requirements: __cuda >= {cuda}

The installed packages also require: __cuda""", help_text=f"""Mock the missing virtual packages via the environment, e.g.:
          CONDA_OVERRIDE_CUDA={cuda}
        Or install for a target this machine cannot run with `pixi install --platform <platform>`.""")
    raise Failure(
        f"Cannot install environment '{environment}'",
        causes=[
            "Virtual package '__cuda' does not match any of the available virtual packages on "
            f"your machine: [{', '.join(virtual_packages())}]"],
        help_text="You can mock the virtual package by overriding the environment variable, "
        "e.g.: '`CONDA_OVERRIDE_CUDA=12.0`'")


def while_solving(environment="default"):
    """Raises the report of a solve that was told to fail."""
    failed = f"failed to solve requirements of environment '{environment}' for platform '{SUBDIR}'"
    if VERSION < (0, 71, 0):
        failed = "failed to solve the environment"
    if SETTINGS["FAIL"] == "pypi":
        raise Failure(
            f"failed to solve the pypi requirements of environment '{environment}' for platform "
            f"'{SUBDIR}'",
            causes=["failed to resolve pypi dependencies",
                    "Because only torch==2.7.1 is available and you require torch==2.6.0, we can "
                    "conclude that your requirements are unsatisfiable."],
            help_text="The following PyPI packages have been pinned by the conda solve, and this "
            "version may be causing a conflict:\n          torch==2.7.1")
    causes = {
        "solve": ["No candidates were found for pytorch-gpu *."],
        "undeclared": [
            "pytorch-gpu >=2.7 cannot be installed because there are no viable options:\n      └─ "
            "pytorch-gpu 2.7.1 would require\n         └─ pytorch 2.7.1 would require\n            "
            "└─ __cuda *, for which no candidates were found."],
        "cuda-version": [
            "The following packages are incompatible\n      └─ cuda-version 12.* can be installed "
            "with any of the following options:\n         └─ cuda-version 12.4 | 12.6 | 12.8 | "
            "12.9 would constrain\n            └─ __cuda >=12, which conflicts with the versions "
            "reported above."],
        "python": [
            "jaxlib * cannot be installed because there are no viable options:\n      └─ jaxlib "
            "0.4.23 would require\n         └─ python >=3.12,<3.13.0a0, which cannot be installed"],
        "incompatible": [
            "The following packages are incompatible\n      ├─ cuda-version 12.* can be installed"
            "\n      └─ cuda-version 11.8.* cannot be installed"],
    }.get(SETTINGS["FAIL"])
    if causes:
        raise Failure(failed, causes=[BECAUSE + causes[0]])
    network(failed)


def network(failed):
    address = f"https://conda.anaconda.org/conda-forge/{SUBDIR}/repodata.json.zst"
    if SETTINGS["FAIL"] == "network":
        raise Failure(failed, causes=[
            "failed to fetch repodata", f"error sending request for url ({address})",
            "dns error: failed to lookup address information: Temporary failure in name "
            "resolution"])
    if SETTINGS["FAIL"] == "certificate":
        raise Failure(failed, causes=[
            f"error sending request for url ({address})", "client error (Connect)",
            "invalid peer certificate: UnknownIssuer"])
    if SETTINGS["FAIL"] == "offline":
        raise Failure(failed, causes=[
            f"the request to {address} is not possible in offline mode (PIXI_OFFLINE)"])


def while_installing(environment):
    """Raises the report of an install that was told to fail, or dies as told."""
    network("failed to fetch packages")
    match SETTINGS["FAIL"]:
        case "disk":
            raise Failure("failed to link package", causes=[
                "No space left on device (os error 28)"])
        case "permission":
            raise Failure(
                f"failed to create directory '.pixi/envs/{environment}'",
                causes=["Permission denied (os error 13)"])
        case "busy":
            raise Failure("failed to collect prefix records", causes=[
                "failed to parse 'conda-meta/numpy-2.3.4-h0_0.json'",
                "File was modified during parsing"])
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)


def on_any_command():
    """Raises the report of a manifest that this release refuses, when told so."""
    match SETTINGS["FAIL"]:
        case "requires":
            raise Failure(
                f"this project requires pixi '>=9.0', but you have pixi {SETTINGS['VERSION']}")
        case "both-spellings":
            raise Failure(
                "failed to parse workspace manifest", causes=[
                    "feature 'gpu' uses `[system-requirements]` but the workspace declares "
                    "per-platform virtual packages; remove one of them"])
        case "newer-lock":
            raise newer_lock(7)
