"""The table of figures, each beside its limit."""

import statistics


class Report:
    def __init__(self):
        self.rows = []
        self.notes = []
        self.broken = []

    def add(self, name, values, unit, limit=None, judged=None):
        """A figure measured several times; the median is judged, unless another value is given."""
        values = sorted(values)
        median = statistics.median(values)
        verdict = ""
        if limit is not None:
            kept = (median if judged is None else judged) < limit
            verdict = "kept" if kept else "BROKEN"
            if not kept:
                self.broken.append(name)
        row = (
            name, self.text(values[0]), self.text(median), self.text(values[-1]), unit,
            "" if limit is None else f"< {self.text(limit)}", verdict)
        self.rows.append(row)
        self.show(row)

    def note(self, text):
        self.notes.append(text)

    @staticmethod
    def text(value):
        return f"{value:.0f}" if value == int(value) or value >= 1000 else f"{value:.2f}"

    @staticmethod
    def show(row):
        print("{:<58} {:>9} {:>9} {:>9}  {:<5} {:>7}  {}".format(*row), flush=True)

    def head(self, title):
        print(f"\n{title}")
        self.show(("", "min", "median", "max", "", "limit", ""))


def percentile(values, share):
    """The value below which so large a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
