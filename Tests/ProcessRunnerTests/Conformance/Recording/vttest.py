"""Walks through pages of vttest; every page that waits for Return is marked."""

MENUS = {
    "cursor": ["1"], "screen": ["2"], "characters": ["3"], "double-size": ["4"],
    "insert-delete": ["8"], "vt220-display": ["11", "1", "2"], "colour": ["11", "6"],
    "ecma48": ["11", "7"]}
# The pages of the colour and ECMA-48 menus that draw without asking.
CHOICES = {
    "colour": ["2", "3", "4", "5", "6", "7", "8"], "ecma48": ["1", "2", "3", "4", "5", "6"],
    "vt220-display": ["2", "3"]}


def at_menu(recorder):
    return b"Enter choice number" in recorder.answer()


def pages(recorder, prefix, limit=40):
    """Goes on by Return until a menu is there again."""
    number = 0
    while number < limit and not recorder.ended:
        recorder.settle(0.35, 6.0)
        if at_menu(recorder) or len(recorder.answer()) < 8:
            return
        number += 1
        recorder.mark(f"{prefix}-{number}")
        recorder.press("\r")


def walk(recorder, menu):
    recorder.settle(0.6)
    for number in MENUS[menu]:
        recorder.press(number + "\r")
        if number == MENUS[menu][-1] and menu not in CHOICES:
            pages(recorder, "page")
            return
        recorder.settle(0.5)
    recorder.mark("menu")
    for choice in CHOICES.get(menu, []):
        if not at_menu(recorder):
            return
        recorder.press(choice + "\r")
        pages(recorder, f"page-{choice}")
