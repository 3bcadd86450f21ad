"""What the bench runs in a pane; the variable BENCH_WORKLOAD says what.

lines COUNT          prints so many lines as a training does, and ends
flood STOP           prints without end, until the file is there
loop FILE STOP       copies the file to the terminal again and again, until the other is there
paced RATE SECONDS   prints so many lines a second, and ends
epochs COUNT         calculates as a training does, prints a line after each, and its own seconds
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


def paced_line(number):
    return f"step={number} loss={2.3 / (1 + number % 5000 / 500):.4f} images_per_second=1537.0\n"


def paced(rate, seconds):
    began = time.monotonic()
    printed, last = 0, int(rate) * int(seconds)
    while printed < last:
        due = min(last, int((time.monotonic() - began) * int(rate)))
        os.write(1, "".join(map(paced_line, range(printed, due))).encode())
        printed = due
        time.sleep(0.01)


def flood(stop):
    piece = b"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n" * 500
    while not os.path.exists(stop):
        os.write(1, piece)


def loop(file, stop):
    while not os.path.exists(stop):
        subprocess.run(["cat", file], check=True)


def epochs(count):
    """Trains a small network, without a library, on points that are the same every time."""
    points = [(((n * 37) % 100) / 50 - 1, ((n * 61) % 100) / 50 - 1) for n in range(600)]
    weights = [0.1, -0.2, 0.05]
    began = time.perf_counter()
    for epoch in range(1, int(count) + 1):
        wrong = 0.0
        for _ in range(60):
            for first, second in points:
                value = weights[0] * first + weights[1] * second + weights[2]
                difference = value - (1 if first + second > 0 else -1)
                wrong += difference * difference
                weights[0] -= 0.0001 * difference * first
                weights[1] -= 0.0001 * difference * second
                weights[2] -= 0.0001 * difference
        elapsed = time.perf_counter() - began
        print(f"epoch={epoch} loss={wrong / 36000:.4f} elapsed={elapsed:.3f}", flush=True)
    print(f"seconds={time.perf_counter() - began:.6f}", flush=True)


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
    kinds = {"lines": lines, "paced": paced, "epochs": epochs, "flood": flood, "loop": loop, "stream": stream}
    kinds[words[0]](*words[1:])
