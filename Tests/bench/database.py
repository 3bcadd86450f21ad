"""How long a comparison of two long runs takes from a database with ten million points."""

import os
import shutil
import sqlite3
import statistics
import subprocess
import time

import fixtures

RUNS, POINTS = 10, 1_000_000
PAIRS = [(1, 2), (3, 8), (10, 5), (7, 4), (2, 9)]
# What a curve keeps of a long series; see ComparedRun.mostPoints.
KEPT = 4000
PARTS = (KEPT - 2) // 2
LIMIT = 200
# The smallest and the largest of each part, from what is kept of every 512 points, and from them all.
QUICK = """
WITH one AS (SELECT id, points / 512 AS wide FROM series WHERE run = {run} AND name = 'loss'), kept AS (
  SELECT id, smallest_sequence AS place, min(smallest_value)
  FROM one JOIN stretch ON series = id AND width = 512 GROUP BY number * {parts} / wide
  UNION
  SELECT id, largest_sequence, max(largest_value)
  FROM one JOIN stretch ON series = id AND width = 512 GROUP BY number * {parts} / wide)
SELECT step, epoch, microseconds, value
FROM kept CROSS JOIN point ON series = id AND sequence = place ORDER BY sequence
"""
SCANNING = """
WITH one AS (SELECT id, points FROM series WHERE run = {run} AND name = 'loss'), kept AS (
  SELECT id, sequence AS place, min(value)
  FROM one JOIN point ON series = id GROUP BY sequence * {parts} / points
  UNION
  SELECT id, sequence, max(value)
  FROM one JOIN point ON series = id GROUP BY sequence * {parts} / points)
SELECT step, epoch, microseconds, value
FROM kept CROSS JOIN point ON series = id AND sequence = place ORDER BY sequence
"""
WHOLE = """
SELECT step, epoch, microseconds, value FROM series JOIN point ON point.series = series.id
WHERE run = {run} AND name = 'loss' ORDER BY sequence
"""


def helper(binary):
    """The tests' own user of the database, built as the program beside it was."""
    path = os.path.join(os.path.dirname(os.path.realpath(binary)), "database-writer")
    if not os.access(path, os.X_OK) or os.path.getmtime(path) < os.path.getmtime(binary):
        configuration = os.path.basename(os.path.dirname(path))
        # With other options than the Makefile's everything would be compiled anew.
        options = (
            ["--static-swift-stdlib", "-Xswiftc", "-use-ld=lld"] if configuration == "release"
            else [])
        subprocess.run(
            ["swift", "build", "-c", configuration, *options, "--product", "database-writer"],
            cwd=fixtures.ROOT, check=True, stdout=subprocess.DEVNULL)
    return path


def output(*arguments):
    return subprocess.run(
        [str(argument) for argument in arguments], check=True, capture_output=True,
        text=True).stdout


def timed(work):
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def in_python(path, pair, query, least):
    connection = sqlite3.connect(path)
    for run in pair:
        rows = connection.execute(query.format(run=run, parts=PARTS)).fetchall()
        assert least <= len(rows) <= max(least, KEPT), len(rows)
    connection.close()


def in_command(path, pair, query):
    text = ";".join(query.format(run=run, parts=PARTS) for run in pair)
    assert output("sqlite3", path, text).count("\n") >= KEPT


def of_pairs(work, pairs=PAIRS):
    return [timed(lambda pair=pair: work(pair)) for pair in pairs]


def measure(report, folder, binary):
    workspace = os.path.join(folder, "workspace")
    path = os.path.join(workspace, ".atelier", "session.sqlite")
    writer = helper(binary)
    report.head(f"A database with {RUNS} runs of {POINTS:,} points each")
    rate = float(output(writer, "fill", path, RUNS, POINTS))
    report.add("points written a second, 10,000 at a time", [rate], "1/s")
    report.add("the file, for each point", [os.path.getsize(path) / RUNS / POINTS], "byte")

    opened = [float(output(writer, "open", path)) for _ in PAIRS]
    report.add("the engine opens the file to write", opened, "ms")
    figures = [output(writer, "compare", path, *pair).split() for pair in PAIRS]
    assert all(int(found[3]) >= KEPT for found in figures)
    openings, readings, comparisons = (
        [float(found[column]) for found in figures] for column in range(3))
    together = [sum(parts) for parts in zip(openings, readings, comparisons)]
    report.add("the engine opens the file to read", openings, "ms")
    report.add(f"the engine reads two runs, {KEPT:,} points each", readings, "ms")
    report.add("the engine compares them", comparisons, "ms")
    report.add("all three together", together, "ms", LIMIT, judged=max(together))

    environment = fixtures.environment(os.path.join(folder, "home"))

    def program(*words):
        subprocess.run(
            [binary, *words, "--json", "--workspace", workspace], env=environment, check=True,
            capture_output=True, cwd=workspace)

    report.add(
        "atelier runs show, the whole program",
        of_pairs(lambda pair: program("runs", "show", str(pair[0]))), "ms", LIMIT)
    figures = of_pairs(lambda pair: program("compare", *map(str, pair)))
    report.add(
        "atelier compare, the whole program", figures, "ms", LIMIT, judged=max(figures))

    report.add(
        "for scale: the same points with Python's sqlite3",
        of_pairs(lambda pair: in_python(path, pair, QUICK, KEPT // 2)), "ms")
    if shutil.which("sqlite3"):
        report.add(
            "for scale: the same points with the sqlite3 command",
            of_pairs(lambda pair: in_command(path, pair, QUICK)), "ms")
        report.add(
            "for scale: sqlite3 finding them among every point",
            of_pairs(lambda pair: in_command(path, pair, SCANNING), PAIRS[:3]), "ms")
    report.add(
        "for scale: every point of both with Python's sqlite3",
        of_pairs(lambda pair: in_python(path, pair, WHOLE, POINTS), PAIRS[:3]), "ms")
    report.note(
        f"The engine had a comparison of two runs in {statistics.median(together):.1f} ms; SQLite "
        f"{sqlite3.sqlite_version} in Python.")
