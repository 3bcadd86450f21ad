"""Writes 100 MB without a newline, or as many as it is told, then one line."""

import sys

block = b"0123456789abcdef" * 65_536
for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
    sys.stdout.buffer.write(block)
sys.stdout.buffer.write(b"\nthe flood is over\n")
sys.stdout.buffer.flush()
