"""Measures the Earth's pull with a pendulum: fits a damped swing and writes the result as JSON.

    python fit.py --out result.json

The measurement is simulated, with noise and a fixed seed, so that everyone gets the same numbers.
"""

import argparse
import json

import numpy as np
from scipy.optimize import curve_fit

LENGTH = 1.000  # metres
TRUE_GRAVITY = 9.81  # metres per second squared


def swing(time, amplitude, decay, period, phase):
    """The angle of a damped pendulum, in degrees."""
    return amplitude * np.exp(-time / decay) * np.cos(2 * np.pi * time / period + phase)


def measure(seed=1583, count=400, seconds=30.0):
    """Times and angles, as a tired observer would have written them down."""
    random = np.random.default_rng(seed)
    time = np.linspace(0, seconds, count)
    period = 2 * np.pi * np.sqrt(LENGTH / TRUE_GRAVITY)
    return time, swing(time, 8.0, 25.0, period, 0.3) + random.normal(0, 0.4, size=count)


def fit(time, angle):
    """The four parameters with their standard errors, and the pull that follows from the period."""
    values, covariance = curve_fit(swing, time, angle, p0=(7.0, 20.0, 2.0, 0.0))
    errors = np.sqrt(np.diag(covariance))
    period, period_error = values[2], errors[2]
    gravity = 4 * np.pi**2 * LENGTH / period**2
    names = ("amplitude", "decay", "period", "phase")
    return {
        "parameters": dict(zip(names, map(float, values))),
        "errors": dict(zip(names, map(float, errors))),
        "gravity": float(gravity),
        "gravity_error": float(2 * gravity * period_error / period),
    }


def main():
    parser = argparse.ArgumentParser(description="Fit a pendulum's swing.")
    parser.add_argument("--out", default="result.json", help="where the result is written")
    arguments = parser.parse_args()
    result = fit(*measure())
    with open(arguments.out, "w", encoding="utf-8") as file:
        json.dump(result, file, indent=2)
        file.write("\n")
    print(f"g = {result['gravity']:.4f} +- {result['gravity_error']:.4f} m/s2, in {arguments.out}")


if __name__ == "__main__":
    main()
