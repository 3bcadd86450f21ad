"""How a cell looks, in words that are the same for both references.

A style is words in a fixed order: bold faint italic underline blink reverse hidden strike, then
fg= and bg= with a palette number or #rrggbb. What cannot be seen on a space is left out of it.
"""

ORDER = ("bold", "faint", "italic", "underline", "blink", "reverse", "hidden", "strike")
SEEN_ON_SPACES = ("underline", "reverse", "strike")
LEVELS = (0, 95, 135, 175, 215, 255)


class Screen:
    """rows: a list of lists of (text, width, style); cursor: (row, column); used: the cells of
    each row that the reference told of."""

    def __init__(self, rows, cursor, cursor_shown, used=None):
        self.rows = rows
        self.cursor = cursor
        self.cursor_shown = cursor_shown
        self.used = used


def style(text, attributes, foreground, background):
    kept = [name for name in ORDER if name in attributes]
    if not text.strip(" "):
        kept = [name for name in kept if name in SEEN_ON_SPACES]
        if not kept:
            foreground = ""
    words = list(kept)
    if foreground:
        words.append(f"fg={foreground}")
    if background:
        words.append(f"bg={background}")
    return " ".join(words)


def rgb_of(number):
    """The colour of xterm's palette from 16 on."""
    if number >= 232:
        return "#" + f"{8 + (number - 232) * 10:02x}" * 3
    number -= 16
    return "#" + "".join(f"{LEVELS[part]:02x}" for part in (
        number // 36, number // 6 % 6, number % 6))


def alike(cell):
    """The cell in the words pyte has: no palette beyond 15."""
    text, width, words = cell
    changed = []
    for word in words.split():
        key, _, value = word.partition("=")
        if value.isdigit() and int(value) > 15:
            word = f"{key}={rgb_of(int(value))}"
        changed.append(word)
    return text, width, " ".join(changed)
