"""Ends with status 1."""

import sys

print("about to fail", flush=True)
sys.exit("the program could not go on")
