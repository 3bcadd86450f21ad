"""What the PyTorch and the JAX training have in common, so that they can be compared.

The options, the pictures, the first weights, the order of the batches, the learning rate and the form
of the output are here; only the arithmetic is the framework's. One line of `key=value` pairs is printed
for some of the steps and for each epoch.
"""

import argparse
import os
import platform
import resource
import signal
import sys
import time

STARTED = time.perf_counter()
BATCH = 64
CHANNELS = (1, 16, 32, 48)
TEST_SIZE = 1500
STEPS_PER_LINE = 20
DIGITS = {"loss": ".4g", "accuracy": ".4f"}


def options(framework):
    parser = argparse.ArgumentParser(description=f"Teach {framework} the shapes of galaxies.")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--epochs", type=_count(1), default=8, help="times through the pictures")
    parser.add_argument("--seed", type=int, default=7, help="of the weights and of the batches")
    parser.add_argument(
        "--train-size", type=_count(BATCH), default=6000, help="number of training pictures")
    return parser.parse_args()


def _count(least):
    def number(text):
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"{value} is too small: give {least} or more")
        return value
    return number


def pictures(train_size):
    """Training and test pictures, float32 of (count, 32, 32) about zero, with their kinds."""
    import numpy as np
    import galaxies

    def ready(made):
        return (made[0].astype(np.float32) - 60) / 60, made[1]

    def say(done, count):
        if done == count or done % 2000 == 0:
            line(event="pictures", done=done, total=count, elapsed=elapsed())

    training = galaxies.make(train_size, galaxies.TRAINING_SEED, say)
    test = galaxies.make(TEST_SIZE, galaxies.TEST_SEED)
    line(event="data", train=train_size, test=TEST_SIZE, fingerprint=galaxies.fingerprint(*training))
    print(galaxies.sketch(galaxies.one_of_each(*test)), flush=True)
    return ready(training), ready(test)


def first_weights(seed):
    """He's initial weights: three 3 x 3 kernels (out, in, 3, 3), then a matrix (classes, features).

    Each comes with a bias of zeros.
    """
    import numpy as np
    import galaxies

    random = np.random.default_rng(seed)
    shapes = [(out, into, 3, 3) for into, out in zip(CHANNELS[:-1], CHANNELS[1:])]
    shapes.append((len(galaxies.KINDS), CHANNELS[-1]))
    return [
        ((random.standard_normal(shape) * np.sqrt(2 / np.prod(shape[1:]))).astype(np.float32),
         np.zeros(shape[0], dtype=np.float32))
        for shape in shapes
    ]


def batches(count, seed, epoch):
    """The places of each batch's pictures. What does not fill a batch waits for another epoch."""
    import numpy as np

    order = np.random.default_rng((seed, epoch)).permutation(count)
    return order[: count // BATCH * BATCH].reshape(-1, BATCH)


def learning_rate(step, steps):
    """Falls from 0.003 to zero along a quarter of a cosine wave."""
    import math

    return 0.003 * math.cos(math.pi / 2 * (step - 1) / steps)


class Throughput:
    """Pictures a second of training alone.

    The first step is left out, since it compiles or warms up, and so is the time of the tests; all
    pictures are counted.
    """

    def __init__(self):
        self.images = 0
        self._warm = False
        self._total = [0, 0.0]
        self._since_line = [0, 0.0]
        self._since_epoch = [0, 0.0]

    def add(self, count, seconds):
        self.images += count
        if self._warm:
            for part in (self._total, self._since_line, self._since_epoch):
                part[0] += count
                part[1] += seconds
        self._warm = True

    def of_line(self):
        return self._take(self._since_line)

    def of_epoch(self):
        self._take(self._since_line)
        return self._take(self._since_epoch)

    def of_all(self):
        return self._take(list(self._total))

    @staticmethod
    def _take(part):
        rate = round(part[0] / part[1]) if part[1] > 0 else None
        part[:] = [0, 0.0]
        return rate


def line(**fields):
    """Prints one line of key=value pairs; a field whose value is not known is left out."""
    shown = []
    for key, value in fields.items():
        if value is None:
            continue
        text = f"{value:{DIGITS.get(key, '.1f')}}" if isinstance(value, float) else str(value)
        if not text or any(mark in text for mark in ' ="'):
            text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        shown.append(f"{key}={text}")
    print(" ".join(shown), flush=True)


def elapsed():
    """Seconds since the program began."""
    return time.perf_counter() - STARTED


def threads():
    """Half of the processors, at least one: two trainings side by side then share the machine.

    OMP_NUM_THREADS, where it is set, decides instead.
    """
    wish = os.environ.get("OMP_NUM_THREADS", "")
    if wish.isdigit() and int(wish) > 0:
        return int(wish)
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, (available or 1) // 2)


def peak_resident_bytes():
    """The most memory this process has had, for runs on the processor."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def processor_name():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for text in lines:
                if text.startswith("model name"):
                    return text.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def stop(says, remedy):
    """Ends the program with what is wrong and what to do."""
    print(f"{says} {remedy}", file=sys.stderr, flush=True)
    sys.exit(1)


def end_quietly_when_interrupted():
    """Ctrl-C ends with status 130 and one line, even while a framework is being loaded."""

    def end(*_):
        os.write(1, b"event=interrupted\n")
        os._exit(130)

    signal.signal(signal.SIGINT, end)
