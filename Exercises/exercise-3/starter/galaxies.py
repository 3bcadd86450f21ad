"""Small pictures of galaxies, made from formulas: the same bytes on every machine.

Nothing is downloaded. `make(count, seed)` draws 32 x 32 grey pictures of five kinds of galaxy, at any
orientation, off centre, with foreground stars and with noise. Everything is computed in double
precision and rounded to 8 bits, so that PyTorch and JAX learn from identical pictures whichever
NumPy their environment brings.

    python galaxies.py      prints one of each
"""

import shutil
import zlib

import numpy as np

SIDE = 32
KINDS = ("elliptical", "spiral", "edge-on", "ring", "merger")

TRAINING_SEED = 2025
TEST_SEED = 5202
"""Two streams of random numbers: no test picture is ever among the training pictures."""

_CHUNK = 500


def make(count, seed, progress=None):
    """Returns pictures, uint8 of shape (count, 32, 32), and their kinds, int32 of shape (count,).

    `progress(done, count)` is called now and then.
    """
    random = np.random.default_rng(seed)
    kinds = random.permutation(np.arange(count) % len(KINDS)).astype(np.int32)
    pictures = np.empty((count, SIDE, SIDE), dtype=np.uint8)
    for start in range(0, count, _CHUNK):
        chunk = slice(start, min(start + _CHUNK, count))
        pictures[chunk] = _photograph(kinds[chunk], random)
        if progress is not None:
            progress(chunk.stop, count)
    return pictures, kinds


def fingerprint(pictures, kinds):
    """Eight hexadecimal digits that are equal when pictures and kinds are."""
    return f"{zlib.crc32(kinds.tobytes(), zlib.crc32(pictures.tobytes())):08x}"


def _photograph(kinds, random):
    """Light from the formulas, then what a telescope adds: stars, a dim sky and noise."""
    light = np.empty((len(kinds), SIDE, SIDE))
    for kind, draw in enumerate((_elliptical, _spiral, _edge_on, _ring, _merger)):
        chosen = np.flatnonzero(kinds == kind)
        if len(chosen):
            light[chosen] = draw(len(chosen), random)
    light /= light.max(axis=(1, 2), keepdims=True)
    light *= _column(random, len(kinds), 0.5, 0.85)
    light += _stars(len(kinds), random)
    light += 0.12 + _column(random, len(kinds), 0.03, 0.11) * random.standard_normal(light.shape)
    return np.rint(np.clip(light, 0, 1) * 255).astype(np.uint8)


def _column(random, count, low, high):
    """One number for each picture, shaped to multiply it."""
    return random.uniform(low, high, size=(count, 1, 1))


def _plane(count, random, flattening, spread=1.5):
    """Distance and angle of every pixel in a galaxy's own, tilted and turned, plane."""
    centre = (SIDE - 1) / 2 + random.uniform(-spread, spread, size=(2, count, 1, 1))
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(float)
    x, y = x - centre[0], y - centre[1]
    turn = _column(random, count, 0, 2 * np.pi)
    along = x * np.cos(turn) + y * np.sin(turn)
    across = (y * np.cos(turn) - x * np.sin(turn)) / flattening
    return np.hypot(along, across), np.arctan2(across, along)


def _bulge(radius, size):
    return np.exp(-((radius / size) ** 0.7))


def _elliptical(count, random):
    """Smooth light that falls off as in de Vaucouleurs' and Sersic's profiles."""
    radius, _ = _plane(count, random, _column(random, count, 0.5, 1.0))
    index = _column(random, count, 1.3, 3.0)
    size = _column(random, count, 2.5, 5.5)
    return np.exp(-2 * (radius / size) ** (1 / index))


def _spiral(count, random):
    """A disc whose light follows two or three logarithmic arms."""
    radius, angle = _plane(count, random, _column(random, count, 0.55, 1.0))
    arms = random.integers(2, 4, size=(count, 1, 1))
    handedness = random.choice((-1.0, 1.0), size=(count, 1, 1))
    winding = handedness * _column(random, count, 1.8, 3.2)
    contrast = _column(random, count, 0.75, 1.0)
    wave = np.cos(arms * (angle - winding * np.log(radius + 1)))
    disc = np.exp(-radius / _column(random, count, 5.0, 8.0))
    return disc * (1 + contrast * wave) + _column(random, count, 0.3, 1.0) * _bulge(radius, 1.5)


def _edge_on(count, random):
    """A thin disc seen from the side, with or without a bulge."""
    radius, _ = _plane(count, random, _column(random, count, 0.1, 0.25))
    disc = np.exp(-radius / _column(random, count, 4.0, 7.0))
    return disc + _column(random, count, 0.0, 0.4) * _bulge(radius, 2.0)


def _ring(count, random):
    """Hoag's object: a circle of young stars around a nucleus that may be faint."""
    radius, _ = _plane(count, random, _column(random, count, 0.5, 1.0))
    distance = radius - _column(random, count, 5.5, 10.0)
    ring = np.exp(-((distance / _column(random, count, 1.2, 2.4)) ** 2))
    return ring + _column(random, count, 0.1, 1.4) * _bulge(radius, 1.5)


def _merger(count, random):
    """Two galaxies that fall into each other, with a bridge of stars between them."""
    apart = _column(random, count, 3.5, 6.0)
    turn = _column(random, count, 0, 2 * np.pi)
    step = np.rint(apart * np.concatenate((np.sin(turn), np.cos(turn)), axis=1)).astype(int)[..., 0]
    first = _elliptical(count, random)
    second = _elliptical(count, random) * _column(random, count, 0.45, 1.0)
    bridge = np.zeros_like(first)
    light = np.empty_like(first)
    for place, (down, right) in enumerate(step):
        one = np.roll(first[place], (down, right), axis=(0, 1))
        other = np.roll(second[place], (-down, -right), axis=(0, 1))
        bridge[place] = np.sqrt(one * other)
        light[place] = one + other
    return light + 0.4 * bridge


def _stars(count, random):
    """Up to two stars of our own galaxy in the foreground of each picture."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(float)
    light = np.zeros((count, SIDE, SIDE))
    for _ in range(2):
        place = random.uniform(0, SIDE - 1, size=(2, count, 1, 1))
        brightness = _column(random, count, -0.5, 0.5).clip(min=0)
        light += brightness * np.exp(-((x - place[0]) ** 2 + (y - place[1]) ** 2) / 1.2)
    return light


def sketch(pictures, columns=None, width=14, height=7):
    """The first pictures as a few lines of text, as many side by side as the columns allow."""
    columns = columns or shutil.get_terminal_size((80, 24)).columns
    shades = " .:-~+*o#%@"
    shown = pictures[: max(1, (columns + 1) // (width + 1))].astype(float)
    rows = np.linspace(0, SIDE, height + 1).astype(int)
    places = np.linspace(0, SIDE, width + 1).astype(int)
    lines = []
    for top, bottom in zip(rows[:-1], rows[1:]):
        blocks = []
        for picture in shown:
            strip = picture[top:bottom].mean(axis=0)
            means = np.array([strip[a:b].mean() for a, b in zip(places[:-1], places[1:])])
            shade = np.clip((means - 42) / 110 * len(shades), 0, len(shades) - 1)
            blocks.append("".join(shades[int(value)] for value in shade))
        lines.append(" ".join(blocks).rstrip())
    return "\n".join(lines)


def one_of_each(pictures, kinds):
    """The first picture of every kind that occurs, in the order of KINDS."""
    return pictures[np.unique(kinds, return_index=True)[1]]


if __name__ == "__main__":
    print(sketch(one_of_each(*make(200, TEST_SEED))))
    print(" ".join(name.center(14) for name in KINDS).rstrip())
