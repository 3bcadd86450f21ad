"""Draws the measured swing, the fit and what is left between them: python plot.py result.json --out fit.png"""

import argparse
import json
import os

import matplotlib

matplotlib.use("Agg")  # A file is drawn, so that no display is needed.
import matplotlib.pyplot as plt  # noqa: E402

import fit  # noqa: E402


def load(path):
    """The result of fit.py; it is made where it is missing."""
    if not os.path.exists(path):
        print(f"{path} is not there yet: fitting first.")
        return fit.fit(*fit.measure())
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description="Draw the fit of a pendulum's swing.")
    parser.add_argument("result", nargs="?", default="result.json")
    parser.add_argument("--out", default="fit.png", help="where the picture is written")
    arguments = parser.parse_args()

    result = load(arguments.result)
    time, angle = fit.measure()
    fitted = fit.swing(time, **result["parameters"])
    figure, (above, below) = plt.subplots(
        2, 1, sharex=True, height_ratios=(3, 1), figsize=(8, 5), layout="constrained")
    above.plot(time, angle, ".", markersize=3, label="measured")
    above.plot(time, fitted, label=f"fit: g = {result['gravity']:.3f} m/s$^2$")
    above.set_ylabel("angle (degrees)")
    above.legend(loc="upper right")
    below.plot(time, angle - fitted, ".", markersize=3)
    below.set_xlabel("time (s)")
    below.set_ylabel("difference")
    figure.savefig(arguments.out, dpi=120)
    print(f"The picture is in {arguments.out}.")


if __name__ == "__main__":
    main()
