"""What tmux shows: the stream is written into a pane, and the pane is captured at every mark."""

import ctypes
import locale
import os
import re
import subprocess
import sys
import tempfile
import time

import looks

FEEDER = r'''
import os, sys, time, termios, tty
stream, folder = open(sys.argv[1], "rb").read(), sys.argv[2]
tty.setraw(0)
start = 0
for number, offset in enumerate(map(int, sys.argv[3:])):
    rest = stream[start:offset]
    while rest:
        rest = rest[os.write(1, rest[:4096]):]
    start = offset
    time.sleep(0.05)
    termios.tcflush(0, termios.TCIFLUSH)
    os.write(1, b"\x1b[5n")
    answer = b""
    while not answer.endswith(b"\x1b[0n"):
        answer += os.read(0, 100)
    open(os.path.join(folder, f"fed-{number}"), "w").close()
    while not os.path.exists(os.path.join(folder, f"next-{number}")):
        time.sleep(0.01)
'''
# DEC special graphics, 0x60 to 0x7E.
GRAPHICS = dict(zip(range(0x60, 0x7F), "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"))
NAMES = {
    1: "bold", 2: "faint", 3: "italic", 4: "underline", 5: "blink", 7: "reverse", 8: "hidden",
    9: "strike"}

locale.setlocale(locale.LC_ALL, "C.UTF-8")
library = ctypes.CDLL(None)


def columns_of(character):
    return library.wcwidth(ctypes.c_wchar(character))


class Pen:
    def __init__(self):
        self.clear()
        self.graphics = False

    def clear(self):
        self.attributes, self.foreground, self.background = set(), "", ""

    def select(self, text):
        numbers = text.replace("4:", "4_").split(";") if text else ["0"]
        index = 0
        while index < len(numbers):
            number = numbers[index]
            index += 1
            if number.startswith("4_"):
                self.attributes.add("underline")
                continue
            number = int(number or 0)
            if number == 0:
                self.clear()
            elif number in NAMES:
                self.attributes.add(NAMES[number])
            elif number == 21:
                self.attributes.add("underline")
            elif number in (38, 48, 58):
                if numbers[index] == "5":
                    colour, used = numbers[index + 1], 2
                else:
                    colour, used = "#%02x%02x%02x" % tuple(
                        int(part) for part in numbers[index + 1:index + 4]), 4
                index += used
                if number == 38:
                    self.foreground = colour
                elif number == 48:
                    self.background = colour
            elif 30 <= number <= 37:
                self.foreground = str(number - 30)
            elif 90 <= number <= 97:
                self.foreground = str(number - 82)
            elif 40 <= number <= 47:
                self.background = str(number - 40)
            elif 100 <= number <= 107:
                self.background = str(number - 92)
            elif number == 39:
                self.foreground = ""
            elif number == 49:
                self.background = ""
            else:
                raise ValueError(f"tmux captured SGR {number}")


def cells(line, pen):
    """The cells of one captured line. tmux joins combining marks and joined emoji to a cell."""
    found = []
    index = 0
    while index < len(line):
        if line[index] == "\x1b":
            match = re.match(r"\x1b\[([0-9;:]*)m", line[index:])
            if not match:
                match = re.match(r"\x1b\][^\x1b]*\x1b\\", line[index:])
                index += match.end()
                continue
            pen.select(match[1])
            index += match.end()
            continue
        character = line[index]
        index += 1
        if character in "\x0e\x0f":
            pen.graphics = character == "\x0e"
            continue
        if pen.graphics:
            character = GRAPHICS.get(ord(character), character)
        width = max(columns_of(character), 0)
        if found and (width == 0 or found[-1][0].endswith("\u200d")):
            last = len(found) - 1
            while found[last][1] == 0:
                last -= 1
            text, width, *rest = found[last]
            found[last] = [text + character, width, *rest]
            continue
        look = [set(pen.attributes), pen.foreground, pen.background]
        found.append([character, width, *look])
        if width == 2:
            found.append(["", 0, *look])
    result = [
        (text, width, looks.style(text or "x", attributes, foreground, background))
        for text, width, attributes, foreground, background in found]
    return result


# Leaves whatever mode a program may be in, and writes a character into every last column.
def behind_all(columns, rows, before=""):
    text = "\x1b[?6l\x1b[4l\x1b[r\x1b[?7h\x1b(B\x0f\x1b[m"
    return (text + "".join(
        f"\x1b[{row};1H{before}\x1b[{row};{columns}Hx" for row in range(1, rows + 1))).encode()


def capture(command):
    text = subprocess.run(
        command + ["capture-pane", "-e", "-p", "-N"], check=True, capture_output=True).stdout
    pen = Pen()
    return text.decode("utf-8", "replace").split("\n")[:-1], pen


def screens(stream, marks, columns, rows):
    """tmux 3.3 leaves erased cells at the end of a line out of a capture, though it shows their
    background. So every screen is made twice again, with a character in the last column behind
    them: as it is, and with all lines one cell to the left, which brings their last cells in."""
    starts = [0] + [offset for offset, _ in marks]
    pieces = [stream[start:end] for start, end in zip(starts, starts[1:])]
    clear = b"\x18\x1b[?1049l\x1b[?1047l\x1bc\x1b[3J\x1b[H"
    again = [clear + stream[:offset] + behind_all(columns, rows) for offset, _ in marks]
    moved = [clear + stream[:offset] + behind_all(columns, rows, "\x1b[P") for offset, _ in marks]
    result = fed(pieces, columns, rows)
    for screen, filled, left in zip(
            result, fed(again, columns, rows), fed(moved, columns, rows)):
        for row in range(rows):
            used = screen.used[row]
            if used >= columns:
                continue
            rest = filled.rows[row][used:columns - 1]
            last = left.rows[row][columns - 2]
            screen.rows[row][used:] = rest + [last if last[0] == " " else (" ", 1, "")]
    return result


def fed(pieces, columns, rows):
    with tempfile.TemporaryDirectory() as folder:
        path, script = os.path.join(folder, "stream"), os.path.join(folder, "feeder.py")
        with open(path, "wb") as file:
            file.write(b"".join(pieces))
        with open(script, "w") as file:
            file.write(FEEDER)
        command = ["tmux", "-S", os.path.join(folder, "socket"), "-f", "/dev/null"]
        lengths = [len(piece) for piece in pieces]
        offsets = [str(sum(lengths[:index + 1])) for index in range(len(pieces))]
        variables = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=folder)
        variables.pop("TMUX", None)
        feeder = [sys.executable, script, path, folder, *offsets]
        subprocess.run(
            command + ["new-session", "-d", "-x", str(columns), "-y", str(rows), "sleep 1000", ";",
                       "set", "-g", "status", "off", ";", "resize-window", "-x", str(columns),
                       "-y", str(rows), ";", "respawn-pane", "-k", *feeder],
            check=True, env=variables)
        result = []
        try:
            for number in range(len(pieces)):
                end = time.monotonic() + 20
                while not os.path.exists(os.path.join(folder, f"fed-{number}")):
                    if time.monotonic() > end:
                        raise TimeoutError(f"tmux did not answer behind piece {number}")
                    time.sleep(0.01)
                lines, pen = capture(command)
                assert len(lines) == rows, (len(lines), rows)
                place = subprocess.run(
                    command + ["display", "-p", "#{cursor_y} #{cursor_x} #{cursor_flag}"],
                    check=True, capture_output=True, text=True).stdout.split()
                lines = [cells(line, pen) for line in lines]
                used = [len(line) for line in lines]
                blank = [(" ", 1, "")] * columns
                result.append(looks.Screen(
                    [(line + blank)[:columns] for line in lines],
                    (int(place[0]), min(int(place[1]), columns - 1)), place[2] == "1", used))
                open(os.path.join(folder, f"next-{number}"), "w").close()
        finally:
            subprocess.run(command + ["kill-server"], check=False, capture_output=True)
        return result
