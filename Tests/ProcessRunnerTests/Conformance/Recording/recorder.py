"""A program on a pseudo-terminal, driven with keys; what it writes is kept with marks between."""

import fcntl
import os
import select
import signal
import struct
import termios
import time

# What programs ask of a terminal at their start, and a VT100 with advanced video answers.
ANSWERS = {b"\x1b[c": b"\x1b[?1;2c", b"\x1b[0c": b"\x1b[?1;2c"}


class Recorder:
    """Starts a program on a terminal of so many cells; `mark` names what the screen now shows."""

    def __init__(self, arguments, environment, columns, rows, folder):
        primary, replica = os.openpty()
        fcntl.ioctl(primary, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.descriptor = primary
        self.output = bytearray()
        self.marks = []
        self.pressed = 0
        self.ended = False
        self.process = os.fork()
        if self.process == 0:
            try:
                os.setsid()
                fcntl.ioctl(replica, termios.TIOCSCTTY, 0)
                for number in (0, 1, 2):
                    os.dup2(replica, number)
                os.closerange(3, 256)
                os.chdir(folder)
                os.execvpe(arguments[0], arguments, environment)
            finally:
                os._exit(127)
        os.close(replica)

    def settle(self, quiet=0.4, longest=4.0):
        """Reads until the program has been silent for so many seconds."""
        end = time.monotonic() + longest
        while not self.ended and time.monotonic() < end:
            ready, _, _ = select.select([self.descriptor], [], [], quiet)
            if not ready:
                return
            try:
                piece = os.read(self.descriptor, 1 << 16)
            except OSError:
                piece = b""
            self.ended = not piece
            self.output += piece
            for question, answer in ANSWERS.items():
                if piece.endswith(question):
                    os.write(self.descriptor, answer)

    def press(self, keys):
        self.pressed = len(self.output)
        os.write(self.descriptor, keys.encode())

    def mark(self, name):
        if self.marks and self.marks[-1][0] == len(self.output):
            return
        self.marks.append((len(self.output), name))

    def answer(self):
        """What was written since keys were pressed last."""
        return bytes(self.output[self.pressed:])

    def mark_between(self, count):
        """Marks so many places inside, each before a carriage return: between whole sequences."""
        places = [
            place for place, byte in enumerate(self.output)
            if byte == 0x0D and self.output[place + 1:place + 2] != b"\n"]
        chosen = {places[len(places) * part // (count + 1)] for part in range(1, count + 1)}
        self.marks += [(place, f"at-{place}") for place in chosen if place > 0]
        self.marks.sort()

    def end(self):
        try:
            os.killpg(self.process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.descriptor)
