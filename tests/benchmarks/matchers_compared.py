"""kzcheck and other matchers on one task, in one run: `python tests/benchmarks/matchers_compared.py`.

The same planted texts (`planted.py`) are given to kzcheck, dedupe, splink on DuckDB, datasketch's MinHash LSH
and brute force by rapidfuzz's `cdist`, smaller sets first; who does not end within `--limit` seconds gets no
larger one. The others want an environment of their own, whose Python `--python` names:

    python -m venv others && others/bin/pip install dedupe "BTrees<6" "splink>=5" datasketch rapidfuzz

Those that are not there are said to be missing. They get the threshold that is best for their F1, taken
from the truth, and dedupe learns from 600 labelled pairs of other texts; kzcheck has the thresholds that it
ships with. Its seconds are given with reading the claims, which is done once, as they are added, and without.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import click
from matching_at_size import build, processor_seconds, read, score
from planted import Planted, Planter

from kzcheck.desk import Desk

OTHERS = ("datasketch", "splink", "dedupe", "cdist")
WORKER = Path(__file__).with_name("other_matchers.py")
TAUGHT, LABELS = 3_000, 300


class Figures(NamedTuple):
    """What came of one program at one size."""

    program: str
    rows: int
    seconds: float
    processor: float
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def task(planted: list[Planted]) -> dict[str, list]:
    """Return what the others are asked: the texts, and labelled pairs of other texts."""
    known = Planter(1).sentences(TAUGHT)
    members = defaultdict(list)
    for place, one in enumerate(known):
        members[one.fact].append(place)
    same = [places[:2] for places in members.values() if len(places) > 1][:LABELS]
    dice = random.Random(1)
    apart = [dice.sample(range(TAUGHT), 2) for _ in range(2 * LABELS)]
    apart = [pair for pair in apart if known[pair[0]].fact != known[pair[1]].fact][:LABELS]
    return {
        "texts": [one.text for one in planted],
        "learn": [one.text for one in known],
        "same": same,
        "apart": apart,
    }


def best(planted: list[Planted], pairs: list[tuple[int, int, float]]) -> tuple[float, float]:
    """Return recall and precision at the threshold that gives the best F1."""
    true = sum(n * (n - 1) // 2 for n in Counter(one.fact for one in planted).values())
    ranked = sorted(pairs, key=lambda pair: -pair[2])
    found = (0.0, 0.0, 0.0)
    right = 0
    for place, (i, j, at) in enumerate(ranked, 1):
        right += planted[i].fact == planted[j].fact
        if place == len(ranked) or ranked[place][2] < at:
            found = max(found, (2 * right / (true + place), right / true, right / place))
    return found[1:]


def other(program: str, python: str, planted: list[Planted], limit: float) -> Figures | None:
    """Run another program; None where it is missing, fails or does not end, which is said."""
    try:
        ended = subprocess.run(
            [python, str(WORKER), program],
            input=json.dumps(task(planted)),
            capture_output=True,
            text=True,
            timeout=limit,
            check=True,
        )
    except subprocess.TimeoutExpired:
        click.echo(f"{program}: {len(planted):,} claims not done within {limit:g} s", err=True)
        return None
    except subprocess.CalledProcessError as error:
        click.echo(f"{program}: {error.stderr.strip().splitlines()[-1]}", err=True)
        return None
    told = json.loads(ended.stdout)
    return Figures(
        program, len(planted), told["seconds"], told["processor seconds"], *best(planted, told["pairs"])
    )


def ours(planted: list[Planted], folder: Path) -> list[Figures]:
    """Run kzcheck, with and without reading the claims."""
    path = folder / f"{len(planted)}.db"
    build(path, planted)
    worked = processor_seconds()
    reading = read(path)
    to_read = processor_seconds() - worked
    with Desk.open(path, reviewer="benchmark") as desk:
        started, worked = time.perf_counter(), processor_seconds()
        desk.rematch()
        matching, to_match = time.perf_counter() - started, processor_seconds() - worked
    told = score(path, planted)
    quality = (told["recall"], told["precision"])
    return [
        Figures("kzcheck, read and matched", len(planted), reading + matching, to_read + to_match, *quality),
        Figures("kzcheck, matched", len(planted), matching, to_match, *quality),
    ]


def table(figures: list[Figures]) -> str:
    """Return the figures as a table for the README."""
    lines = [
        "| claims | program | seconds | processor seconds | F1 | recall | precision |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.rows:,} | {one.program} | {one.seconds:.1f} | {one.processor:.1f} | {one.f1:.3f} "
        f"| {one.recall:.3f} | {one.precision:.3f} |"
        for one in figures
    ]
    return "\n".join(lines)


@click.command()
@click.option("--rows", "sizes", type=int, multiple=True, default=(3_000, 20_000, 100_000), help="Claims.")
@click.option("--python", default=sys.executable, help="The Python that has the other programs.")
@click.option("--limit", default=600.0, help="Seconds that another program may take.")
def main(sizes: tuple[int, ...], python: str, limit: float) -> None:
    """Give the same claims to each program."""
    left = list(OTHERS)
    figures: list[Figures] = []
    with tempfile.TemporaryDirectory() as passing:
        for size in sorted(sizes):
            planted = Planter(size).sentences(size)
            figures += ours(planted, Path(passing))
            for program in list(left):
                found = other(program, python, planted, limit)
                if found is None:
                    left.remove(program)
                else:
                    figures.append(found)
    click.echo(table(figures))


if __name__ == "__main__":
    main()
