"""What the bench runs in a pane; the variable BENCH_WORKLOAD says what.

lines COUNT          prints so many lines as a training does, and ends
flood STOP           prints without end, until the file is there
loop FILE STOP       copies the file to the terminal again and again, until the other is there
stream FILE STARTED COLUMNS ROWS
                     waits until its terminal has that size, writes the moment, copies the file to
                     the terminal and prints the end mark
"""

import os
import subprocess
import sys
import time

END_MARK = "@#@#@#@#@#@#@#@#"


def training_lines(count):
    for number in range(count):
        yield (
            f"epoch={number // 100 + 1} step={number} loss={2.3 / (1 + number / 500):.4f} "
            f"images_per_second={1500 + number * 37 % 400}.0 elapsed={number * 0.01:.2f}\n")


def lines(count):
    sys.stdout.writelines(training_lines(int(count)))


def flood(stop):
    piece = b"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n" * 500
    while not os.path.exists(stop):
        os.write(1, piece)


def loop(file, stop):
    while not os.path.exists(stop):
        subprocess.run(["cat", file], check=True)


def stream(file, started, columns, rows):
    while os.get_terminal_size(1) != (int(columns), int(rows)):
        time.sleep(0.01)
    time.sleep(0.5)
    with open(started + ".part", "w") as moment:
        moment.write(str(time.monotonic()))
    os.rename(started + ".part", started)
    subprocess.run(["cat", file], check=True)
    print("\n" + END_MARK, flush=True)
    # The end mark must be read from the screen before anything else is shown there.
    time.sleep(1)


if __name__ == "__main__":
    words = os.environ["BENCH_WORKLOAD"].split("\t")
    {"lines": lines, "flood": flood, "loop": loop, "stream": stream}[words[0]](*words[1:])
