"""Goes on until it is ended, with a child in a session of its own that ignores requests to end."""

import signal
import subprocess
import sys
import time

CHILD = """
import signal, time
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_IGN)
print("the child waits", flush=True)
time.sleep(600)
"""

subprocess.Popen([sys.executable, "-c", CHILD], start_new_session=True)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
print("the program waits", flush=True)
time.sleep(600)
