"""A tmux server of the bench's own, with a client on a terminal that the bench reads."""

import os
import shlex
import subprocess
import sys

import fixtures
from console import Console


class Multiplexer:
    """One window without a status line; every command starts in the same place, one at a time."""

    def __init__(self, folder, environment, columns, rows):
        self.environment = environment
        self.command = ["tmux", "-f", "/dev/null", "-S", os.path.join(folder, "tmux.socket")]
        self.stamp = os.path.join(folder, "started")
        self.run("new-session", "-d", "-x", str(columns), "-y", str(rows), "cat")
        for option, value in (
                ("status", "off"), ("history-limit", "50000"), ("escape-time", "0"),
                ("default-terminal", "tmux-256color")):
            self.run("set-option", "-g", option, value)
        self.client = Console(
            self.command + ["attach-session"], environment, columns=columns, rows=rows)
        self.client.settle(quiet=0.3)

    def run(self, *arguments):
        return subprocess.run(
            self.command + list(arguments), check=True, env=self.environment,
            capture_output=True, text=True).stdout.strip()

    @property
    def server(self):
        return int(self.run("display-message", "-p", "#{pid}"))

    def start(self, arguments, variables=()):
        """Starts a program in a new window, which the client shows."""
        words = [sys.executable, os.path.join(fixtures.HERE, "launch.py"), self.stamp, *arguments]
        if os.path.exists(self.stamp):
            os.remove(self.stamp)
        options = [word for name, value in variables for word in ("-e", f"{name}={value}")]
        self.run("new-window", *options, "exec " + shlex.join(words))

    @property
    def started(self):
        """The moment before the program was executed."""
        with open(self.stamp) as file:
            return float(file.read())

    def leave(self):
        """Ends the program in front and its window."""
        self.run("kill-window")
        self.client.settle(quiet=0.1)

    def end(self):
        self.run("kill-server")
        self.client.end()
