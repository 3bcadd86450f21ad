"""Draws the measured swing and its fit as a picture: python plot.py result.json --out fit.png

The picture is drawn with few and bold strokes, so that it can also be read where it is shown small.
"""

import argparse
import json
import os

import matplotlib

matplotlib.use("Agg")  # A file is drawn, so that no display is needed.
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

import fit  # noqa: E402


def load(path):
    """The result of fit.py; it is made where it is missing."""
    if not os.path.exists(path):
        print(f"{path} is not there yet: fitting first.")
        return fit.fit(*fit.measure())
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def draw(result):
    """A figure of 3 to 2, light, with the measurement as dots and the fit as one dark line."""
    plt.rcParams.update({"font.size": 20, "axes.linewidth": 2.5})
    time, angle = fit.measure()
    fine = np.linspace(time[0], time[-1], 2000)
    figure, axes = plt.subplots(figsize=(9, 6), layout="constrained")
    axes.axhline(0, color="#9a9a9a", linewidth=2)
    axes.plot(time, angle, "o", color="#e8843c", markersize=6, label="measured")
    axes.plot(
        fine, fit.swing(fine, **result["parameters"]), color="#123c7c", linewidth=4, label="fit")
    axes.set_title(f"g = {result['gravity']:.3f} m/s$^2$", fontsize=34, fontweight="bold")
    axes.set_xlabel("time (s)", fontweight="bold")
    axes.set_ylabel("angle (degrees)", fontweight="bold")
    axes.set_xlim(time[0], time[-1])
    axes.set_xticks((0, 10, 20, 30))
    axes.set_yticks((-8, 0, 8))
    axes.legend(loc="upper right", ncols=2)
    return figure


def main():
    parser = argparse.ArgumentParser(description="Draw the fit of a pendulum's swing.")
    parser.add_argument("result", nargs="?", default="result.json")
    parser.add_argument("--out", default="fit.png", help="where the picture is written")
    arguments = parser.parse_args()

    result = load(arguments.result)
    draw(result).savefig(arguments.out, dpi=100)
    print(f"figure={arguments.out} gravity={result['gravity']:.4f} "
          f"gravity_error={result['gravity_error']:.4f}")


if __name__ == "__main__":
    main()
