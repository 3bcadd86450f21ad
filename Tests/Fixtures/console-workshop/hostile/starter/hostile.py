"""Writes binary data and sequences that are meant for the terminal around the console."""

import base64
import sys

CLIPBOARD = base64.b64encode(b"clipboard-of-the-hostile").decode()
SEQUENCES = [
    "\x1b]0;title-of-the-hostile\x07",
    "\x1b]2;title-of-the-hostile\x1b\\",
    f"\x1b]52;c;{CLIPBOARD}\x07",
    f"\x1b]52;p;{CLIPBOARD}\x1b\\",
    "\x1bPstring-of-the-hostile\x1b\\",
    "\x1b_string-of-the-hostile\x1b\\",
    "\x1b^string-of-the-hostile\x1b\\",
    "\x1b]8;;https://link-of-the-hostile.example\x07linked\x1b]8;;\x07",
    "\x1b]4;1;rgb:12/34/56\x07",
    "\x1b[?1049l\x1b[?1000h\x1b[?1003h\x1b[?2004h",
    "\x1b[21t\x1b[8;5;5t\x1b[c\x1b[6n\x1b]11;?\x07",
    "\x1b(0\x1b[1;1r\x1b[?6h\x1b[20h\x1bc",
    "\x1b[5i\x1b#8\x1b[!p",
    "\x07\x0e\x0f\x9b31m\x90\x9c",
]

out = sys.stdout.buffer
for text in SEQUENCES:
    out.write(text.encode())
out.write(bytes(range(256)) * 64)
# An unfinished string and character, then whatever brings the stream back to text.
out.write(b"\xf0\x9f\x1b\\\x18\x1bc")
out.write(b"\x1b[999;1Hoo\x1b[1;999Hxx\x1b[999;999Hzz\x1b[-5;-5H\x1b[999A\x1b[999D")
out.write(b"\x1b[3;1Hthe hostile is through\r\n")
out.flush()
