"""What pyte shows: the stream is fed to its screen, and the screen is read at every mark."""

import pyte

import looks

NAMED = {
    name: number for number, name in enumerate(
        ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white"))}
NAMED.update({f"bright{name}": number + 8 for name, number in NAMED.items()})
NAMED["bfightmagenta"] = 13


class Lenient(pyte.Screen):
    """pyte passes a private marker to functions that do not take one, and stops there."""

    def report_device_attributes(self, mode=0, **_):
        pass

    def report_device_status(self, mode=0, **_):
        pass

    def select_graphic_rendition(self, *attributes, private=False):
        if not private:
            super().select_graphic_rendition(*attributes)


def guarded(name):
    original = getattr(pyte.Screen, name)

    def call(self, *arguments, private=False, **named):
        if not private:
            original(self, *arguments, **named)
    return call


for function in (
        "erase_in_line", "insert_characters", "delete_characters", "insert_lines", "delete_lines",
        "cursor_position", "set_margins", "cursor_up", "cursor_down", "cursor_forward",
        "cursor_back", "clear_tab_stop", "erase_characters", "cursor_to_column", "cursor_to_line"):
    setattr(Lenient, function, guarded(function))


def colour(name):
    if name == "default":
        return ""
    return str(NAMED[name]) if name in NAMED else "#" + name


def cells(screen, row, columns):
    line = screen.buffer[row]
    result = []
    for column in range(columns):
        char = line[column]
        attributes = {
            name for name, isOn in (
                ("bold", char.bold), ("italic", char.italics), ("underline", char.underscore),
                ("blink", char.blink), ("reverse", char.reverse), ("strike", char.strikethrough))
            if isOn}
        width = 0 if char.data == "" else 1
        if width == 0 and result:
            text, _, style = result[-1]
            result[-1] = (text, 2, style)
        result.append((
            char.data, width,
            looks.style(char.data or "x", attributes, colour(char.fg), colour(char.bg))))
    return result


def screens(stream, marks, columns, rows):
    screen = Lenient(columns, rows)
    feed = pyte.ByteStream(screen)
    result, start = [], 0
    for offset, mark in marks:
        rest = stream[start:offset]
        start = offset
        try:
            feed.feed(rest)
        except Exception as problem:
            print(f"pyte stopped before {mark}: {problem!r}")
            feed = pyte.ByteStream(screen)
        result.append(looks.Screen(
            [cells(screen, row, columns) for row in range(rows)],
            (screen.cursor.y, min(screen.cursor.x, columns - 1)), not screen.cursor.hidden))
    return result
