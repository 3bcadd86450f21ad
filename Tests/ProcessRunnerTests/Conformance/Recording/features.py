"""Streams written by hand: one page for each thing a terminal must do, each after a reset."""

E = "\x1b"
CSI = E + "["

FILL = "".join(f"{CSI}{row};1Hrow {row:02} " + "abcdefghij" * 7 for row in range(1, 25))


def colours():
    text = "".join(f"{CSI}38;5;{n}m{n:03}{CSI}48;5;{255 - n}m#{CSI}0m " for n in range(0, 256, 2))
    return text + "\r\n" + "".join(f"{CSI}{n}mx{CSI}0m" for n in [*range(30, 38), *range(90, 98)]) \
        + "".join(f"{CSI}{n}m {CSI}0m" for n in [*range(40, 48), *range(100, 108)])


def true_colour():
    return "".join(
        f"{CSI}38;2;{n * 3};{255 - n * 3};{n}m{CSI}48;2;{n};0;{n * 2}m*" for n in range(80)) \
        + f"{CSI}0m\r\n{CSI}38;2;1;2;3;1mbold{CSI}39;49mplain bold{CSI}22m plain"


def attributes():
    return "".join(
        f"{CSI}{number}mSGR {number}{CSI}0m on and off\r\n" for number in (1, 2, 3, 4, 5, 7, 8, 9, 21)
    ) + f"{CSI}1;3;4;7;9mall{CSI}22mno bold{CSI}23mno italic{CSI}24mno underline{CSI}27mno reverse" \
        f"{CSI}29mnone\r\n{CSI}1;31;42m {CSI}7m both {CSI}m {CSI}4m   {CSI}m end"


def back(action, at="12;30"):
    """The action with a blue background, somewhere in a full screen."""
    return f"{FILL}{CSI}{at}H{CSI}1;33;44m{action}"


PAGES = {
    "wide": "中文字|日本語|한국어\r\n" + "中" * 39 + "x字wrapped\r\n"
            + f"中文字{CSI}3;1H-{CSI}3;6H-" + f"{CSI}5;1H中文字{CSI}5;3H{CSI}P{CSI}7;1H中文{CSI}7;2H{CSI}@"
            + f"{CSI}9;79H中|{CSI}11;80H中|",
    "emoji": f"😀😃|🪐|🚀 a{CSI}3;1H👍|❤|{CSI}5;1H[🎉]{CSI}5;10H[✔]{CSI}5;20H[⚠]",
    "emoji-sequences": f"[❤\ufe0f]{CSI}1;10H[👍🏽]{CSI}1;20H[👩\u200d💻]{CSI}1;30H[🇩🇪]",
    "combining": "e\u0301a\u0308o\u0302\u0301 x\u0301\u0302\u0303y\r\n\u0301leading\r\n"
                 "नमस्ते ไทย العربية\r\nends here e\u0301" + f"{CSI}6;80Hz\u0301",
    "boxes": "┌─┬─┐ ╔═╦═╗ ╭─╮ ▁▂▃▄▅▆▇█\r\n│ │ │ ║ ║ ║ │ │ ░▒▓█▌▐▀▄\r\n├─┼─┤ ╠═╬═╣ ╰─╯ ⠁⠃⠇⡇⣇⣧⣷⣿\r\n"
             "└─┴─┘ ╚═╩═╝ ◆●○■□▲▼ ←↑→↓ ✓✗ ≤≥≠±",
    "dec-graphics": f"{E}(0lqqwqqk\r\nx  x  x\r\ntqqnqqu\r\nx  x  x\r\nmqqvqqj{E}(B ascii lqk\r\n"
                    f"{E}(0`abcdefghijklmnopqrstuvwxyz{{|}}~{E}(B\r\n{E})0a\x0eqqq\x0fqqq",
    "british": f"{E}(A#£#{E}(B#",
    "colours": colours(), "true-colour": true_colour(), "attributes": attributes(),
    "colon-colours": f"{CSI}38:5:196mred{CSI}0m {CSI}38:2::1:2:3mrgb{CSI}0m {CSI}4:3mcurly{CSI}4:0moff"
                     f"{CSI}0m {CSI}58;5;9;4mcoloured line{CSI}59m{CSI}0m",
    "scroll-region": f"{FILL}{CSI}5;10r{CSI}10;1H\n\n\nnew{CSI}5;1H{E}M{E}Mtop{CSI}r{CSI}24;1Hend",
    "scroll-up-down": f"{FILL}{CSI}5;10r{CSI}2S{CSI}r{CSI}15;20r{CSI}3T{CSI}r",
    "scroll-colour": back(f"{CSI}5;10r{CSI}2S{CSI}15;20r{CSI}2T{CSI}r{CSI}24;1H\r\n\n"),
    "region-outside": f"{FILL}{CSI}5;10r{CSI}20;1H\n\n\n\n\n\n\nbelow{CSI}1;1H{E}M{E}Mabove{CSI}r",
    "origin": f"{FILL}{CSI}5;10r{CSI}?6h{CSI}1;1Hhome{CSI}99;1Hlast{CSI}3;70H{CSI}99Aup{CSI}?6l"
              f"{CSI}1;1Habsolute{CSI}r",
    "tabs": f"a\tb\tc\r\n{CSI}3g{CSI}1;5H{E}H{CSI}1;20H{E}H\r\n\n1\t2\t3\t4\r\n{CSI}5;30H"
            f"{CSI}Zback{CSI}7;1H{CSI}2Itwo{CSI}9;70H\t\tx",
    "repeat": f"-{CSI}20b|\r\n中{CSI}5b|\r\n{CSI}31mr{CSI}0m{CSI}90b|",
    "decaln": f"text{E}#8{CSI}3;3Hin it",
    "decaln-colour": f"{CSI}44mtext{E}#8",
    "insert-characters": back(f"{CSI}5@X"), "delete-characters": back(f"{CSI}5PX"),
    "insert-lines": back(f"{CSI}3LX"), "delete-lines": back(f"{CSI}3MX"),
    "insert-mode": f"{FILL}{CSI}4;10H{CSI}4hINSERTED{CSI}5;10H中{CSI}4l{CSI}6;10Hreplaced",
    "erase-below": back(CSI + "J"), "erase-above": back(CSI + "1J"), "erase-all": back(CSI + "2J"),
    "erase-right": back(CSI + "K"), "erase-left": back(CSI + "1K"), "erase-line": back(CSI + "2K"),
    "erase-characters": back(CSI + "10X"), "erase-many": back(CSI + "200X"),
    "wrap": "a" * 80 + "b\r\n" + f"{CSI}5;80Hx{CSI}Dy\r\n{CSI}?7l{CSI}7;78H12345{CSI}?7h{CSI}9;78H12345",
    "pending-wrap": f"{CSI}2;80HA\r\n{CSI}4;80HA\b B{CSI}6;80HA{CSI}K{CSI}8;80HA{E}7\r\n{E}8B"
                    f"{CSI}10;80HA\tB{CSI}12;80HA{CSI}@{CSI}14;80HA\nB",
    "save-restore": f"{CSI}5;5H{CSI}31;1m{E}(0{E}7{CSI}m{E}(B{CSI}10;10Hthere{E}8qqq{E}(B{CSI}m"
                    f"{CSI}s{CSI}12;1Hx{CSI}uafter",
    "alternate": f"primary{CSI}?1049h{CSI}2;2Hinside",
    "alternate-left": f"primary{CSI}?1049h{CSI}2;2Hinside{CSI}?1049l after",
    "alternate-47": f"primary{CSI}?47h{CSI}5;5Hinside{CSI}?47l after",
    "alternate-1047": f"primary{CSI}?1047h{CSI}5;5Hinside{CSI}?1047l after",
    "alternate-colour": f"primary{CSI}44m{CSI}?1049h{CSI}2;2Hinside{CSI}K",
    "reverse-index": f"{FILL}{CSI}1;1H{CSI}44m{E}M{E}Mtop{CSI}24;1H{E}Dbottom{E}Enext",
    "moves": f"{CSI}10;10H+{CSI}3Aup{CSI}2Bdown{CSI}5Cright{CSI}20Dleft{CSI}3Enext{CSI}2Fprevious"
             f"{CSI}40Gcolumn{CSI}15drow{CSI}20;20fplace{CSI}999;999Hx{CSI}0;0Hy{CSI}5`z{CSI}2a+{CSI}2e+",
    "controls": f"one\x0btwo\x0cthree\x08\x08!\x07\x00\x7fend{CSI}5;1Ha{CSI}2\x08Cb",
    "cancelled": f"a{CSI}12\x18b{CSI}31\x1acd{E}[{E}[1mbold{CSI}m{E}Xstring{E}\\{E}_app{E}\\{E}^pm{E}\\z",
    "strings": f"{E}]0;title\x07a{E}]8;;http://example.org{E}\\link{E}]8;;{E}\\b{E}P$qm{E}\\c"
               f"{E}]52;c;aGVsbG8=\x07d{E}]4;1;rgb:00/ff/00\x07{CSI}31me",
    "soft-reset": f"{CSI}5;10r{CSI}?6h{CSI}1;31m{CSI}4h{CSI}!p{CSI}1;1Habc{CSI}1;1Hx{CSI}24;1H\n",
    "invalid-utf8": b"a\xff\xc3(\xe2\x82b\xed\xa0\x80c\xf0\x9f\x98d\xc0\xaf\xf5e",
    "c1-as-utf8": "a\u0085b\u009b31mc\u00a0d",
    "narrow-and-soft": "a\u00adb\u200bc\u2060d\ufeffe",
    "hidden-cursor": f"{CSI}?25lhidden", "reverse-screen": f"{CSI}?5hreversed{CSI}K",
    "rectangle": f"{FILL}{CSI}5;5;8;20$x{CSI}10;10;12;15${{",
    "left-right-margins": f"{FILL}{CSI}?69h{CSI}10;20s{CSI}5;10H\n{CSI}2S{CSI}?69l",
    "synchronised": f"{CSI}?2026hheld{CSI}?2026l shown",
}


def stream():
    """The bytes and the marks behind every page; a full reset stands before each."""
    output = bytearray()
    marks = []
    for name, page in PAGES.items():
        output += b"\x1bc" + (page if isinstance(page, bytes) else page.encode())
        marks.append((len(output), name))
    return bytes(output), marks
