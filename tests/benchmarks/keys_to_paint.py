"""How soon the screen answers: `python tests/benchmarks/keys_to_paint.py --rows 1000 --rows 1000000`.

Runs the installed program in a pseudo-terminal on desks of made-up claims, beside a minimal Textual
application and, where it is installed, VisiData on the same rows; all at once, each key pressed in one after
the other, so that what disturbs the machine disturbs them alike. Prints the median and the 99th percentile
in milliseconds, from a key to the last change it makes on the screen; of a letter that is searched for also
to its first, the letter itself.
"""

import csv
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import click
from desk_at_size import build
from stopwatch import Stopwatch

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Sort, Status

FRAME = 1000 / 60
BIN = Path(sys.executable).parent
TOLD_AS = {"t": "t (mark)", "u": "u (mark)", "z": "z (undo)"}
OF_VISIDATA = {"pagedown": "ctrl+f", "pageup": "\x02", "g": "gg"}
HELD = 40


@dataclass
class Program:
    """One of the programs that are compared, and what was measured of it."""

    name: str
    command: Sequence[str | Path]
    ready: str
    """What is on the screen once the list is painted."""
    desk: Path | None = None
    other_keys: dict[str, str] = field(default_factory=dict)
    starts: list[float] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)
    memory: float = math.nan

    def press(self, watch: Stopwatch, key: str, told_as: str, at_last: str = "") -> None:
        """Press a key and keep how long its last paint took; or with `at_last` its first and its last."""
        paints = watch.press(self.other_keys.get(key, key))
        if paints is not None:
            self.keys.setdefault(told_as, []).append(paints.first if at_last else paints.last)
            if at_last:
                self.keys.setdefault(at_last, []).append(paints.last)


Pair = tuple[Program, Stopwatch]


def programs(folder: Path, sizes: Sequence[int]) -> list[Program]:
    """Return all that are compared; builds the desks that `folder` lacks."""
    found = [Program("bare Textual", [sys.executable, Path(__file__).with_name("bare_list.py")], "row 9")]
    for rows in sizes:
        path = folder / f"desk-{rows}.db"
        if not path.exists():
            click.echo(f"building a desk of {rows:,} claims", err=True)
            build(path, rows)
        with Desk.open(path) as desk:
            first = desk.page(ClaimQuery(statuses=(Status.OPEN,)), limit=1)[0].headline
        found.append(Program(f"{rows:,}", [BIN / "kzcheck", "--db", path, "review"], first[:12], desk=path))
    beside = BIN / "vd" if (BIN / "vd").exists() else shutil.which("vd")
    if beside:
        table, first = rows_as_csv(folder, max(sizes))
        found.append(Program("VisiData", [beside, table], first[:8], other_keys=OF_VISIDATA))
    return found


def rows_as_csv(folder: Path, rows: int) -> tuple[Path, str]:
    """Write the list of a desk as a table for VisiData; return it and its first headline."""
    table = folder / f"rows-{rows}.csv"
    with Desk.open(folder / f"desk-{rows}.db") as desk:
        query = ClaimQuery(sort=Sort.DOCUMENT)
        page = desk.page(query, limit=5000)
        first = page[0].headline
        if not table.exists():
            with table.open("w", newline="") as stream:
                writer = csv.writer(stream)
                writer.writerow(["headline", "outlet", "status", "priority", "matches"])
                while page:
                    writer.writerows([r.headline, r.outlet, r.status, r.priority, r.matches] for r in page)
                    page = desk.page(query, after=page[-1].key, limit=5000)
    return table, first


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a person without settings."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "KZCHECK_REVIEWER": "benchmark",
    }


def opened(program: Program, env: dict[str, str]) -> tuple[Stopwatch, float]:
    """Start a program; return it and the milliseconds to its first painted list."""
    watch = Stopwatch(program.command, env)
    return watch, watch.start(lambda text: program.ready in text)


def time_starts(compared: Sequence[Program], env: dict[str, str], times: int) -> None:
    """Start each program in turn, over and over; the first round warms the machine up."""
    for attempt in range(times + 1):
        for program in compared:
            watch, taken = opened(program, env)
            with watch:
                if attempt:
                    program.starts.append(taken)


def time_keys(compared: Sequence[Program], env: dict[str, str], times: int) -> None:
    """Press each key in each program in turn."""
    with ExitStack() as stack:
        pairs = [(program, stack.enter_context(opened(program, env)[0])) for program in compared]
        ours = [pair for pair in pairs if pair[0].desk]
        press_all(pairs, ["j"], 3, "warming up")
        for walk in (["j"], ["k"], ["pagedown"], ["pageup"], ["G", "g"]):
            press_all(pairs, walk, times)
        for key in ("j", "k"):
            hold_all(pairs, key, max(3, times // 10))
        for mark in ("t", "u"):
            # Taken back each time, so a desk that is kept stays as it is but for its ledger.
            press_all(ours, [mark, "z"], times // 2)
        for program, watch in ours:
            time_searches(program, watch, max(3, times // 20))
        for program, watch in pairs:
            program.memory = watch.memory()


def press_all(pairs: Sequence[Pair], keys: Sequence[str], times: int, told_as: str = "") -> None:
    """Press keys over and over, each in every program before the next."""
    for _ in range(times):
        for key in keys:
            for program, watch in pairs:
                program.press(watch, key, told_as or TOLD_AS.get(key, key))


def hold_all(pairs: Sequence[Pair], key: str, times: int) -> None:
    """Hold a key down in each program."""
    for _ in range(times):
        for program, watch in pairs:
            behind = watch.hold(program.other_keys.get(key, key), HELD)
            program.keys.setdefault(f"{key} held: behind", []).append(behind)


def time_searches(program: Program, watch: Stopwatch, times: int) -> None:
    """Type the beginning of a common word letter by letter, and a key while its hits are looked for."""
    for _ in range(times):
        program.press(watch, "/", "/ (search)")
        for letter in program.ready[:4]:
            program.press(watch, letter, "a letter searched", "and what it finds")
        watch.press("escape")
        watch.drain()


@contextmanager
def adding(desk: Path, env: dict[str, str], folder: Path) -> Iterator[None]:
    """Let another process add articles to a desk, one command after another, as long as this is within."""
    script = 'for each in "$@"; do "$KZCHECK" --db "$DESK" add "$each" || exit; done'
    articles = [written(folder / f"adding-{os.getpid()}-{number}.txt", number) for number in range(400)]
    process = subprocess.Popen(
        ["sh", "-c", script, "sh", *articles],
        env={**env, "KZCHECK": str(BIN / "kzcheck"), "DESK": str(desk)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
        if process.poll() is not None:
            raise ChildProcessError("the articles were all added before the keys were pressed")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 15)
        process.wait()


def written(path: Path, number: int) -> Path:
    """Write an article of some 30 claims."""
    lines = [
        f"In {1990 + line} about {line + 10} percent of the {number * 31 + line} towns of Region "
        f"{os.getpid()} sold {line * number + 7} tonnes of wheat to Province {number}."
        for line in range(30)
    ]
    path.write_text("\n\n".join([f"Harvest {number}", *lines]))
    return path


def time_while_adding(program: Program, env: dict[str, str], folder: Path, times: int) -> None:
    """Press keys while another process adds articles."""
    assert program.desk is not None
    watch, _ = opened(program, env)
    with watch, adding(program.desk, env, folder):
        for _ in range(times):
            for key in ("j", "k"):
                program.press(watch, key, "j k while adding")


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def figures(program: Program) -> dict[str, dict[str, float]]:
    """Return what was measured of a program: milliseconds, and MB of memory."""
    told = {"first painted list": program.starts, **program.keys}
    told.pop("warming up", None)
    found = {
        name: {
            "p50": median(values),
            "p99": percentile(values, 0.99),
            "max": max(values),
            "times": len(values),
        }
        for name, values in told.items()
        if values
    }
    found["resident memory, MB"] = {"p50": program.memory}
    return found


def table(compared: Sequence[Program]) -> str:
    """Return the figures as a table: a column for each program."""
    columns = [figures(program) for program in compared]
    names = list(dict.fromkeys(name for column in columns for name in column))
    lines = [f"{'ms: median / 99th percentile':30}" + "".join(f"{each.name:>18}" for each in compared)]
    for name in names:
        cells = [shown(column.get(name)) for column in columns]
        lines.append(f"{name:30}" + "".join(f"{cell:>18}" for cell in cells))
    least = columns[0]["first painted list"]["p50"]
    ratios = [f"{column['first painted list']['p50'] / least:.2f}" for column in columns]
    lines.append(f"{'first list, times the bare':30}" + "".join(f"{cell:>18}" for cell in ratios))
    behind = [max(column[name]["p50"] for name in column if "held" in name) / FRAME for column in columns]
    lines.append(f"{'held: frames behind':30}" + "".join(f"{frames:>18.1f}" for frames in behind))
    return "\n".join(lines)


def shown(figure: dict[str, float] | None) -> str:
    """Return one cell."""
    if figure is None:
        return "-"
    return f"{figure['p50']:.1f}" + (f" / {figure['p99']:.1f}" if "p99" in figure else "")


@click.command()
@click.option(
    "--rows",
    "sizes",
    type=click.IntRange(min=1),
    multiple=True,
    default=(1_000, 100_000, 1_000_000),
    help="Claims on the desk; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of the table.")
@click.option("--times", default=100, help="Presses of each key.")
@click.option("--starts", default=7, help="Starts of each program.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where the desks are kept for another run.")
def main(sizes: tuple[int, ...], as_json: bool, times: int, starts: int, keep: Path | None) -> None:
    """Time the screen at each size."""
    with tempfile.TemporaryDirectory() as passing:
        home, folder = Path(passing), keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        env = surroundings(home)
        compared = programs(folder, sizes)
        time_starts(compared, env, starts)
        time_keys(compared, env, times)
        time_while_adding(next(each for each in compared[::-1] if each.desk), env, home, times)
    if as_json:
        json.dump({each.name: figures(each) for each in compared}, sys.stdout, indent=2)
    else:
        click.echo(table(compared))


if __name__ == "__main__":
    main()
