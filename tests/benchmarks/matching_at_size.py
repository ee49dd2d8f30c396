"""How well and how fast a whole desk is matched: `python tests/benchmarks/matching_at_size.py --rows 100000`.

Builds a desk of planted articles (see `planted.py`), reads and matches it on both processors as
`kzcheck matches --rebuild` does, compares what was joined with what was planted, then adds articles of 30
claims, half of them stated before. A desk that `--keep` names a folder for is built and read once.
"""

import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click
from planted import Planted, Planter, article, articles

from kzcheck.desk import Desk
from kzcheck.domain import Claim, Document, Relation
from kzcheck.store import Store, documents

ADDED_ARTICLES = 20
DOCUMENTS_A_TRANSACTION = 500
SAME = (Relation.DUPLICATE, Relation.COMPATIBLE)


def build(path: Path, planted: list[Planted]) -> None:
    """Write the articles without matching them; durability is left aside while that is done."""
    store = Store.open(path)
    store.rows("PRAGMA synchronous = OFF")
    made = articles(planted)
    while some := list(islice(made, DOCUMENTS_A_TRANSACTION)):
        with store.writing():
            for document, claims in some:
                documents.insert_document(store, document, claims, added_at="2026-01-01T00:00:00Z")
    store.close()


def read(path: Path) -> float:
    """Read the claims into the index as adding them does; return the seconds that took."""
    from kzcheck.desk.rematching import Rebuild

    store = Store.open(path, create=False)
    started = time.perf_counter()
    with store.unhurried_disk():
        Rebuild(store).read_claims()
    taken = time.perf_counter() - started
    store.close()
    return taken


def score(path: Path, planted: list[Planted]) -> dict[str, float]:
    """Return how much of what was planted was found to be the same, and how much of that is right."""
    places: dict[str, int] = {}
    for place, (_, claims) in enumerate(articles(planted)):
        places |= {claim.id: planted[place * len(claims) + at].fact for at, claim in enumerate(claims)}
    members = defaultdict(list)
    for name, fact in places.items():
        members[fact].append(name)
    true = sum(len(names) * (len(names) - 1) // 2 for names in members.values())
    found = right = 0
    with Desk.open(path) as desk:
        for relation in SAME:
            for match in desk.matches(relation=relation):
                found += 1
                right += places[match.a] == places[match.b]
    return {"planted pairs": true, "recall": right / true, "precision": right / max(found, 1)}


def fresh(rows: int, planted: list[Planted]) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield articles of 30 claims, half of which stand in one of the desk's."""
    planter = Planter(rows + 1)
    known = iter(planted[:: max(1, len(planted) // 1000)])
    for number in range(ADDED_ARTICLES):
        texts = [one.text for one in planter.sentences(15)] + [one.text for one in islice(known, 15)]
        yield article(f"Fresh article {number}.", texts)


def processor_seconds() -> float:
    """Return the seconds that this process and those that it ended have worked."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def measure(kept: Path, folder: Path, rows: int) -> dict[str, float]:
    """Build, read, match and add; return the figures."""
    planted = Planter(rows).sentences(rows)
    figures: dict[str, float] = {}
    if not kept.exists():
        build(kept, planted)
        figures["seconds to read"] = read(kept)
    path = folder / "matched.db"
    shutil.copy(kept, path)
    with Desk.open(path, reviewer="benchmark") as desk:
        started, worked = time.perf_counter(), processor_seconds()
        desk.rematch()
        figures["seconds to match"] = time.perf_counter() - started
        figures["processor seconds to match"] = processor_seconds() - worked
    figures |= score(path, planted)
    taken = []
    with Desk.open(path, reviewer="benchmark") as desk:
        worked = processor_seconds()
        for made in list(fresh(rows, planted)):
            started = time.perf_counter()
            desk.add_documents([made])
            taken.append(time.perf_counter() - started)
        worked = processor_seconds() - worked
    path.unlink()
    figures["ms to add an article, processor"] = worked / ADDED_ARTICLES * 1000
    taken.sort()
    figures["ms to add an article, median"] = taken[len(taken) // 2] * 1000
    figures["ms to add an article, slowest"] = taken[-1] * 1000
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    figures["MB, this process"] = own / 1024
    figures["MB, the largest helper"] = largest / 1024
    return figures


@click.command()
@click.option("--rows", type=int, multiple=True, default=(10_000,), help="Claims on the desk.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of the table.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where the desks are kept for another run.")
def main(rows: tuple[int, ...], as_json: bool, keep: Path | None) -> None:
    """Match a desk of each size."""
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        found = {size: measure((keep or folder) / f"planted-{size}.db", folder, size) for size in rows}
    if as_json:
        json.dump(found, sys.stdout, indent=2)
        return
    for size, figures in found.items():
        click.echo(f"{size:,} claims")
        for name, figure in figures.items():
            click.echo(f"  {name:32}{figure:>14,.3f}")


if __name__ == "__main__":
    main()
