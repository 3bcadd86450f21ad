"""How long is the day? Prints the hours of daylight through the year, for a place on Earth.

    python daylight.py --latitude 47.6
"""

import argparse

import numpy as np
from scipy.optimize import brentq

TILT = 23.44  # degrees, of the Earth's axis
SOLSTICE = 172  # the day of the year on which the northern summer begins
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def declination(day):
    """The Sun's height over the equator's plane, in degrees, on a day of the year."""
    return TILT * np.cos(2 * np.pi * (day - SOLSTICE) / 365.25)


def hours(latitude, day):
    """Hours from sunrise to sunset, for a Sun that is a point: 0 in polar night, 24 in polar day."""
    slope = -np.tan(np.radians(latitude)) * np.tan(np.radians(declination(day)))
    return 24 / np.pi * np.arccos(np.clip(slope, -1, 1))


def spring(latitude):
    """The day of the first half of the year on which day and night are equally long."""
    return brentq(lambda day: hours(latitude, day) - 12, 1, SOLSTICE)


def _latitude(text):
    value = float(text)
    if not -90 < value < 90 or value == 0:
        raise argparse.ArgumentTypeError(f"{text} is no latitude between the equator and a pole")
    return value


def main():
    parser = argparse.ArgumentParser(description="Hours of daylight through the year.")
    parser.add_argument(
        "--latitude", type=_latitude, default=47.6, help="in degrees, negative in the south")
    latitude = parser.parse_args().latitude

    middles = 15 + 365.25 / 12 * np.arange(12)
    for name, length in zip(MONTHS, hours(latitude, middles)):
        print(f"{name}  {length:5.2f} h  {'#' * round(2 * length)}")
    shortest, longest = sorted(hours(latitude, SOLSTICE + half) for half in (0, 365.25 / 2))
    print(f"latitude={latitude} shortest={shortest:.2f} longest={longest:.2f} "
          f"equal_day={spring(latitude):.0f}")


if __name__ == "__main__":
    main()
