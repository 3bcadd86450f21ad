"""The programs that are recorded, and the keys they are driven with."""

import os
import textwrap

FOLDER = "/tmp/demo"
# In a namespace of their own, processes are few and nobody else's.
ALONE = ["unshare", "--pid", "--fork", "--mount-proc", "sh", "-c"]
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}

SOURCE = textwrap.dedent('''\
    """Counts words."""
    import sys
    from collections import Counter


    def words(text: str) -> list[str]:
        # Letters only, in small.
        return [word.lower() for word in text.split() if word.isalpha()]


    class Report:
        width = 40

        def show(self, counts: Counter) -> None:
            for word, count in counts.most_common(10):
                print(f"{word:<{self.width}} {count:>6}")


    if __name__ == "__main__":
        Report().show(Counter(words(sys.stdin.read())))
    ''')

BARS = textwrap.dedent('''\
    import sys, time
    from tqdm import tqdm
    for outer in tqdm(range(3), desc="epochs", ncols=70):
        for inner in tqdm(range(20), desc="batches", ncols=70, leave=False, colour="green"):
            time.sleep(0.02)
        tqdm.write(f"epoch={outer} loss={1 / (outer + 1):.4f}")
    ''')

RICH = textwrap.dedent('''\
    import time
    from pip._vendor.rich.console import Console
    from pip._vendor.rich.progress import Progress
    from pip._vendor.rich.table import Table
    console = Console()
    with Progress(console=console) as progress:
        first = progress.add_task("[red]Downloading", total=30)
        second = progress.add_task("[cyan]Installing", total=30)
        for step in range(30):
            progress.update(first, advance=1)
            progress.update(second, advance=0.7)
            time.sleep(0.03)
    table = Table(title="Figures")
    table.add_column("name", style="magenta")
    table.add_column("value", justify="right", style="green")
    table.add_row("[bold]loss[/bold]", "0.231")
    table.add_row("[italic]accuracy[/italic]", "0.941")
    console.print(table)
    ''')


def write(name, text):
    path = os.path.join(FOLDER, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def prepare():
    """Puts what the programs open into the neutral folder."""
    write("words.py", SOURCE)
    write("long.txt", "".join(
        f"{number:4}  line {number} of a text that is longer than a screen\n"
        for number in range(1, 200)) + "Grüße, 中文字, naïve, e\u0301, ─┼─\n")
    write("bars.py", BARS)
    write("rich.py", RICH)
    write("tmux.conf", (
        "set -g default-shell /bin/sh\nset -g status-interval 0\nset -g escape-time 0\n"
        "set -g mouse on\nset -g default-terminal screen-256color\n"))
    for name in ("alpha", "beta"):
        write(f"crate/{name}/Cargo.toml",
              f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2021"\n')
        write(f"crate/{name}/src/lib.rs", "pub fn one() -> u32 { let unused = 2; 1 }\n")
    write("crate/Cargo.toml", (
        '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n'
        '[dependencies]\nalpha = { path = "alpha" }\nbeta = { path = "beta" }\n'
        '[workspace]\n'))
    write("crate/src/main.rs", "fn main() { println!(\"{}\", alpha::one() + beta::one()) }\n")


def htop():
    return ALONE + ["sleep 300 & sleep 301 & htop"], [
        ("", "start"), ("t", "tree"), ("\x1bOB\x1bOB", "down"), ("\x1bOQ", "setup"),
        ("\x1b", "back"), ("/sle", "search"), ("\x1b", "searched"), ("?", "help"),
        (" ", "helped"), ("q", "end")]


def top():
    return ALONE + ["sleep 300 & top -d 1"], [
        ("", "start"), ("z", "colour"), ("x", "column"), ("V", "forest"), ("q", "end")]


def vim():
    return ["vim", "-u", "NONE", "-i", "NONE", "-N", "-c", "set ruler showcmd hlsearch number",
            "-c", "syntax on", "words.py"], [
        ("", "start"), ("/word\r", "search"), ("5Goinserted é 中 text\x1b", "insert"),
        ("ggdd3jp", "lines"), (":vsplit long.txt\r", "split"), ("\x06\x06", "pages"),
        ("ggVjj", "visual"), ("\x1b:set background=dark termguicolors\r", "truecolour"),
        (":only\r:qa!\r", "end")]


def vim_tiny():
    return ["vim.tiny", "-u", "NONE", "-i", "NONE", "-c", "set ruler", "long.txt"], [
        ("", "start"), ("\x06", "page"), ("\x05\x05\x05", "lines"), ("\x19\x19", "back"),
        ("10dd", "delete"), ("Onew line\x1b", "insert"), ("G", "last"), (":q!\r", "end")]


def less():
    return ["less", "-R", "--mouse", "-N", "long.txt"], [
        ("", "start"), (" ", "page"), ("k", "back"), ("/line 9\r", "search"), ("n", "next"),
        ("G", "last"), ("g", "first"), ("\x1b[<65;10;5M", "wheel"), ("h", "help"), ("qq", "end")]


def nano():
    return ["nano", "-I", "-l", "-m", "words.py"], [
        ("", "start"), ("new text 中 \r", "typed"), ("\x16\x16", "pages"),
        ("\x0b\x0b\x15", "cut"), ("\x17def\r", "search"), ("\x18n", "end")]


def tmux():
    return ["tmux", "-L", "demo", "-f", "tmux.conf", "-u", "new-session", "-s", "demo"], [
        ("", "start"), ("seq 1 40\r", "lines"), ("\x02%", "split"),
        ("printf '\\033[1;31mred \\033[48;5;33mblue\\033[0m ─中\\n'\r", "colour"),
        ('\x02"', "three"), ("less long.txt\r", "pager"), ("  ", "paged"), ("\x02o", "other"),
        ("\x02[\x1b[5~", "copy"), ("q", "copied"), ("\x02t", "clock"), ("q", "clocked"),
        ("\x02:kill-server\r", "end")]


def cargo():
    return ["sh", "-c", "cd crate && cargo build --color always && cargo run -q && "
            "CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=70 cargo build --release"], [
        ("", "start", 6.0), ("", "end", 10.0)]


def bars():
    return ["python3", "bars.py"], [("", "middle", 1.0), ("", "end", 6.0)]


def rich():
    return ["python3", "rich.py"], [("", "middle", 1.0), ("", "end", 6.0)]


def python():
    return ["python3", "-q"], [
        ("", "start"), ("for number in range(5):\r    print(number)\r\r", "loop"),
        ("1 / 0\r", "error"), ("'日本' + 'é'\r", "wide"),
        ("\x1b[A\x1b[D\x1b[D\x1b[D\x1b[3~x", "edit"), ("\x01\x0b", "killed"), ("exit()\r", "end")]


def bash():
    return ["bash", "--norc", "--noprofile", "-i"], [
        ("", "start"), ("ls --color=always -la crate\r", "list"),
        ("echo one two three\x01\x1bd", "edit"), ("\x03", "interrupted"),
        ("\x12ls", "search"), ("\x07", "left"), ("for word in a b c; do\recho $word\rdone\r", "loop"),
        ("e" * 100, "wrapped"), ("\x01" + "\x1b[C" * 20 + "x" * 10, "inserted"),
        ("\x15\x0b", "empty"), ("exit\r", "end")]


PROGRAMS = {
    "htop": (htop, ["80x24", "120x40"]), "top": (top, ["80x24"]),
    "vim": (vim, ["80x24", "120x40"]), "vim-tiny": (vim_tiny, ["80x24"]),
    "less": (less, ["80x24"]), "nano": (nano, ["80x24"]), "tmux": (tmux, ["80x24", "120x40"]),
    "cargo": (cargo, ["80x24"]), "bars": (bars, ["80x24"]), "rich": (rich, ["80x24"]),
    "python": (python, ["80x24"]), "bash": (bash, ["80x24"])}
# These draw over their own lines and ask for nothing: what they show between is marked too.
PROGRESS = ("cargo", "bars", "rich")
