"""What tmux and pyte show for a recorded stream, written beside it.

tmux.text has, for every mark, the cursor and the lines that hold something: `|` and the line, or
where a cell is wide or has combining marks, `>` and the cells with tabs between (an empty one is
the right half of a wide one). tmux.styles has the runs of cells that look other than plain.
pyte.text and pyte.styles have only the lines in which pyte shows something else than tmux.
"""

import os

import looks
import reference_pyte
import reference_tmux


def head(offset, mark, screen):
    row, column = screen.cursor
    shown = "shown" if screen.cursor_shown else "hidden"
    return f"== {offset} {mark} cursor {row} {column} {shown}\n"


def line_text(cells):
    if all(width == 1 and len(text) == 1 for text, width, _ in cells):
        return "|" + "".join(text for text, _, _ in cells).rstrip(" ")
    shown = ["" if width == 0 else text for text, width, _ in cells]
    while shown and shown[-1] == " ":
        shown.pop()
    return ">" + "\t".join(shown)


def line_styles(cells):
    runs = []
    for column, (_, _, style) in enumerate(cells):
        if not style:
            continue
        if runs and runs[-1][2] == style and runs[-1][1] == column - 1:
            runs[-1][1] = column
        else:
            runs.append([column, column, style])
    return "; ".join(f"{first}-{last} {style}" for first, last, style in runs)


def write(folder, columns, rows):
    with open(os.path.join(folder, "stream"), "rb") as file:
        stream = file.read()
    marks = []
    with open(os.path.join(folder, "marks")) as file:
        for line in file:
            offset, _, mark = line.strip().partition(" ")
            marks.append((int(offset), mark))
    tmux = reference_tmux.screens(stream, marks, columns, rows)
    pyte = reference_pyte.screens(stream, marks, columns, rows)
    files = {kind: open(os.path.join(folder, kind), "w") for kind in (
        "tmux.text", "tmux.styles", "pyte.text", "pyte.styles")}
    differing = 0
    for (offset, mark), first, second in zip(marks, tmux, pyte):
        for kind, file in files.items():
            file.write(head(offset, mark, first if kind.startswith("tmux") else second))
        for row in range(rows):
            text, styles = line_text(first.rows[row]), line_styles(first.rows[row])
            if text != "|":
                files["tmux.text"].write(f"{row:02}{text}\n")
            if styles:
                files["tmux.styles"].write(f"{row:02} {styles}\n")
            alike = [looks.alike(cell) for cell in first.rows[row]]
            if line_text(second.rows[row]) != text:
                files["pyte.text"].write(f"{row:02}{line_text(second.rows[row])}\n")
                differing += 1
            if line_styles(second.rows[row]) != line_styles(alike):
                files["pyte.styles"].write(f"{row:02} {line_styles(second.rows[row])}\n")
    for file in files.values():
        file.close()
    print(f"{os.path.basename(folder)}: pyte shows {differing} lines unlike tmux", flush=True)
