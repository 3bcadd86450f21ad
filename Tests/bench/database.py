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
SHOWN = 2000
LIMIT = 200
QUERY = """
WITH RECURSIVE place(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM place WHERE k + 1 < {shown})
SELECT step, epoch, microseconds, value
FROM series JOIN place CROSS JOIN point
  ON point.series = series.id AND sequence = k * (points - 1) / ({shown} - 1)
WHERE run = {run} AND name = 'loss'
"""


def helper(binary):
    """The tests' own user of the database, built as the program beside it was."""
    path = os.path.join(os.path.dirname(os.path.realpath(binary)), "database-writer")
    if not os.access(path, os.X_OK):
        configuration = os.path.basename(os.path.dirname(path))
        subprocess.run(
            ["swift", "build", "-c", configuration, "--product", "database-writer"],
            cwd=fixtures.ROOT, check=True, stdout=subprocess.DEVNULL)
    return path


def output(*arguments):
    return subprocess.run(
        [str(argument) for argument in arguments], check=True, capture_output=True,
        text=True).stdout


def queries(pair):
    return [QUERY.format(run=run, shown=SHOWN) for run in pair]


def timed(work):
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def in_python(path, pair):
    connection = sqlite3.connect(path)
    rows = [connection.execute(query).fetchall() for query in queries(pair)]
    connection.close()
    assert [len(found) for found in rows] == [SHOWN, SHOWN]


def whole_in_python(path, pair):
    connection = sqlite3.connect(path)
    for run in pair:
        rows = connection.execute(
            "SELECT step, epoch, microseconds, value FROM series JOIN point "
            "ON point.series = series.id WHERE run = ? AND name = 'loss' ORDER BY sequence",
            [run]).fetchall()
        assert len(rows) == POINTS
    connection.close()


def has_compare(binary):
    return subprocess.run([binary, "compare", "--help"], capture_output=True).returncode == 0


def measure(report, folder, binary):
    workspace = os.path.join(folder, "workspace")
    path = os.path.join(workspace, ".atelier", "session.sqlite")
    writer = helper(binary)
    report.head(f"A database with {RUNS} runs of {POINTS:,} points each")
    rate = float(output(writer, "fill", path, RUNS, POINTS))
    report.add("points written a second, 10,000 at a time", [rate], "1/s")
    report.add("the file, for each point", [os.path.getsize(path) / RUNS / POINTS], "byte")

    openings, readings = [], []
    for pair in PAIRS:
        opening, reading, count = output(writer, "compare", path, *pair).split()
        assert int(count) == 2 * SHOWN
        openings.append(float(opening))
        readings.append(float(reading))
    together = [sum(both) for both in zip(openings, readings)]
    report.add("the engine opens the file", openings, "ms")
    report.add(f"the engine reads two runs, {SHOWN} points each", readings, "ms")
    report.add("both together", together, "ms", LIMIT, judged=max(together))

    environment = fixtures.environment(os.path.join(folder, "home"))
    command = [binary, "runs", "show", "1", "--json", "--workspace", workspace]
    figures = [
        timed(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))
        for _ in PAIRS]
    report.add("atelier runs show, the whole program", figures, "ms", LIMIT)
    if has_compare(binary):
        figures = [
            timed(lambda pair=pair: subprocess.run(
                [binary, "compare", str(pair[0]), str(pair[1]), "--json", "--workspace",
                 workspace], env=environment, check=True, capture_output=True))
            for pair in PAIRS]
        report.add("atelier compare, the whole program", figures, "ms", LIMIT)

    figures = [timed(lambda pair=pair: in_python(path, pair)) for pair in PAIRS]
    report.add("for scale: the same points with Python's sqlite3", figures, "ms")
    if shutil.which("sqlite3"):
        figures = [
            timed(lambda pair=pair: output("sqlite3", path, ";".join(queries(pair))))
            for pair in PAIRS]
        report.add("for scale: the same points with the sqlite3 command", figures, "ms")
    figures = [timed(lambda pair=pair: whole_in_python(path, pair)) for pair in PAIRS[:2]]
    report.add("for scale: every point of both with Python's sqlite3", figures, "ms")
    report.note(
        f"The engine read a comparison in {statistics.median(readings):.1f} ms; SQLite "
        f"{sqlite3.sqlite_version} in Python.")
