"""The console on the bench's own workshop, with its exercise open."""

import os

import fixtures
from console import Console


class Session:
    """Opens the console; keys then run the workload in one environment or in two."""

    def __init__(self, folder, name, binary, workload=(), columns=120, rows=40, nvml=None):
        self.folder = os.path.join(folder, name)
        os.makedirs(os.path.join(self.folder, "home"))
        environment = fixtures.environment(os.path.join(self.folder, "home"))
        environment["BENCH_WORKLOAD"] = "\t".join(str(word) for word in workload)
        if nvml:
            environment["ATELIER_NVML"] = nvml
        workspace = fixtures.workspace(os.path.join(self.folder, "workspace"))
        self.console = Console(
            [binary, "--exercises", fixtures.workshop(os.path.join(self.folder, "workshop")),
             "--workspace", workspace], environment, columns=columns, rows=rows)
        self.console.wait_for("Outline", fixtures.part_name(0))
        self.console.settle(quiet=0.5)

    @property
    def process(self):
        return self.console.process

    def open_exercise(self):
        self.console.press("1G")
        self.console.settle(quiet=0.1)
        self.console.press("\r")
        self.console.settle(quiet=0.5)

    def run(self, key):
        """Asks for runs with a key and agrees to them."""
        self.console.press(key)
        self.console.settle(quiet=0.5)
        self.console.press("\r")

    def end(self):
        self.console.end()
