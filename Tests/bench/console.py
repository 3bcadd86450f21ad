"""A program on a pseudo-terminal of its own, driven and read as a terminal would."""

import fcntl
import os
import select
import signal
import struct
import termios
import time


class Silence(Exception):
    """What was waited for did not come in time."""


class Console:
    """Starts a program on a terminal of so many cells and keeps what it writes."""

    KEPT = 1 << 20
    # Frames are drawn 16 ms apart at least; what comes within less belongs to one.
    FRAME_PAUSE = 0.006

    def __init__(self, arguments, environment, columns=120, rows=40, folder=None):
        primary, replica = os.openpty()
        fcntl.ioctl(primary, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.descriptor = primary
        self.output = bytearray()
        # How many frames have come, counted by the pauses between them.
        self.frames = 0
        self.last_read = 0.0
        self.started = time.monotonic()
        self.process = os.fork()
        if self.process == 0:
            try:
                os.setsid()
                fcntl.ioctl(replica, termios.TIOCSCTTY, 0)
                for number in (0, 1, 2):
                    os.dup2(replica, number)
                os.closerange(3, 256)
                if folder:
                    os.chdir(folder)
                os.execvpe(arguments[0], arguments, environment)
            finally:
                os._exit(127)
        os.close(replica)

    def read(self, timeout):
        """Reads what there is; the moment of it, or None when nothing came."""
        ready, _, _ = select.select([self.descriptor], [], [], max(0, timeout))
        if not ready:
            return None
        try:
            piece = os.read(self.descriptor, 1 << 16)
        except OSError:
            piece = b""
        moment = time.monotonic()
        if moment - self.last_read > self.FRAME_PAUSE:
            self.frames += 1
        self.last_read = moment
        if not piece:
            raise Silence("the program ended")
        self.output += piece
        if len(self.output) > self.KEPT:
            del self.output[: len(self.output) - self.KEPT // 2]
        return moment

    def wait_for(self, *texts, timeout=30):
        """The moment at which the last of these texts had been read; what came before is dropped."""
        end = time.monotonic() + timeout
        missing = [text.encode() if isinstance(text, str) else text for text in texts]
        moment = time.monotonic()
        while True:
            missing = [text for text in missing if text not in self.output]
            if not missing:
                self.output.clear()
                return moment
            if time.monotonic() > end:
                raise Silence(f"{missing!r} was not shown within {timeout} s")
            moment = self.read(end - time.monotonic()) or moment

    def drain(self, seconds):
        """Reads for so long, and forgets it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(end - time.monotonic())
        self.output.clear()

    def settle(self, quiet=0.05, limit=3):
        """Reads until nothing has come for a moment."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(quiet) is not None:
            pass
        self.output.clear()

    def press(self, keys):
        """Writes keys; the moment before."""
        moment = time.monotonic()
        os.write(self.descriptor, keys.encode())
        return moment

    def wait(self):
        """Reads to the end of the program; the moment after it."""
        try:
            while True:
                self.read(30)
        except Silence:
            pass
        os.waitpid(self.process, 0)
        os.close(self.descriptor)
        return time.monotonic()

    def end(self):
        """Hangs up, and kills what does not go."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.process, number)
            except ProcessLookupError:
                break
            end = time.monotonic() + 5
            while time.monotonic() < end:
                done, _ = os.waitpid(self.process, os.WNOHANG)
                if done:
                    os.close(self.descriptor)
                    return
                try:
                    self.read(0.02)
                except Silence:
                    time.sleep(0.02)
