"""Says what this environment computes with, as one line of JSON: python probe.py torch|jax"""

import json
import sys


def torch_facts():
    import torch

    available = torch.cuda.is_available()
    names = [torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count())]
    return {
        "framework": "torch",
        "version": torch.__version__,
        "cuda": torch.version.cuda,
        "available": available,
        "backend": "gpu" if available else "cpu",
        "devices": names if available else ["cpu"],
    }


def jax_facts():
    import jax

    try:
        from jax._src.lib import cuda_versions

        cuda = cuda_versions.cuda_runtime_build_version()
    except (ImportError, AttributeError):
        cuda = None
    backend = jax.default_backend()
    return {
        "framework": "jax",
        "version": jax.__version__,
        # An integer, as CUDA's own runtime says it: 11080 is CUDA 11.8.
        "cuda": cuda,
        "available": backend != "cpu",
        "backend": backend,
        "devices": [device.device_kind for device in jax.devices()],
    }


def main():
    facts = {"torch": torch_facts, "jax": jax_facts}
    if len(sys.argv) != 2 or sys.argv[1] not in facts:
        print("Say which framework to look at: python probe.py torch|jax", file=sys.stderr)
        sys.exit(2)
    try:
        print(json.dumps(facts[sys.argv[1]]()))
    except ImportError as error:
        print(
            f"{sys.argv[1]} cannot be imported here: {error}. "
            "Run this in an environment that has it, such as `pixi run -e gpu probe`.",
            file=sys.stderr)
        sys.exit(1)


main()
