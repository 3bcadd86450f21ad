"""A pixi.lock of format 6 as large as those of big projects, with names and figures of our own."""

import hashlib
import random

CHANNEL = "https://conda.anaconda.org/conda-forge"
ENVIRONMENTS = 12
PLATFORMS = ("linux-64", "osx-arm64", "win-64")
# So many packages are in every environment, so many more in one alone, on each platform.
COMMON, OWN = 150, 39


def digits(*words, length=64):
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:length]


class Package:
    def __init__(self, chance, platform, name, version, build):
        self.url = f"{CHANNEL}/{platform}/{name}-{version}-{build}.conda"
        self.pypi = None
        self.name = name
        count = chance.randint(3, 12)
        self.text = [f"- conda: {self.url}", f"  sha256: {digits(self.url)}",
                     f"  md5: {digits('md5', self.url, length=32)}", "  depends:"]
        self.text += [
            f"  - library-{chance.randint(0, 400)} >={chance.randint(0, 30)}.{chance.randint(0, 9)}"
            f",<{chance.randint(31, 40)}.0a0" for _ in range(count)]
        self.text += ["  constrains:", f"  - {name}-static {version}", "  license: BSD-3-Clause",
                      "  license_family: BSD", f"  size: {chance.randint(8_000, 90_000_000)}",
                      f"  timestamp: {chance.randint(1_700_000_000_000, 1_760_000_000_000)}"]

    @property
    def reference(self):
        return f"      - conda: {self.url}"


def version(chance):
    return f"{chance.randint(0, 9)}.{chance.randint(0, 30)}.{chance.randint(0, 12)}"


def build(chance, prefix="h"):
    return f"{prefix}{chance.getrandbits(28):07x}_{chance.randint(0, 9)}"


def environment_names():
    return [f"environment-{number}" for number in range(ENVIRONMENTS)]


def text(seed=1):
    """Environments with even numbers compute with CUDA, the others on the CPU."""
    chance = random.Random(seed)
    packages = {}
    lines = ["version: 6", "environments:"]

    def made(platform, name, number, prefix="h"):
        package = Package(chance, platform, name, number, build(chance, prefix))
        packages[package.url] = package
        return package

    common = {
        platform: [made(platform, f"library-{number}", version(chance)) for number in range(COMMON)]
        for platform in PLATFORMS}
    for number, name in enumerate(environment_names()):
        lines += [f"  {name}:", "    channels:", f"    - url: {CHANNEL}/", "    packages:"]
        has_cuda = number % 2 == 0
        for platform in PLATFORMS:
            # Of what is common to all some have another version, as solve groups of their own give.
            own = [
                made(platform, f"library-{place}", version(chance))
                if chance.random() < 0.08 else common[platform][place] for place in range(COMMON)]
            own += [
                made(platform, f"tool-{number}-{place}", version(chance)) for place in range(OWN)]
            own.append(made(platform, "python", f"3.12.{number}"))
            mark = "cuda129_mkl_py312h" if has_cuda else "cpu_mkl_py312h"
            own.append(made(platform, "pytorch", f"2.7.{number}", mark))
            if has_cuda:
                own += [made(platform, "cuda-version", "12.9"), made(platform, "cudnn", "9.10.1.4")]
            lines.append(f"      {platform}:")
            lines += sorted(package.reference for package in own)
    lines.append("packages:")
    for url in sorted(packages):
        lines += packages[url].text
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(text(), end="")
