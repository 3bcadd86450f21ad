"""Prints an error in the middle of 400 numbered lines and ends with status 1."""

import sys

for number in range(1, 401):
    print(f"line {number} of 400")
    if number == 200:
        print("Traceback (most recent call last):")
        print('  File "step.py", line 7, in <module>')
        print("ValueError: the needle in the hay")
sys.exit(1)
