"""How fast a desk answers at any size: `python tests/benchmarks/desk_at_size.py --rows 1000 --rows 1000000`.

Builds a desk of made-up claims for each size, then times what the screen and the command line ask of it, each
many times, and prints the median and the 99th percentile in milliseconds. A desk that `--keep` names a folder
for is built once.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from kzcheck.desk import Desk
from kzcheck.domain import (
    Citation,
    Claim,
    ClaimKind,
    ClaimQuery,
    Document,
    Metadata,
    Quantity,
    QuantityKind,
    RowKey,
    Sort,
    Span,
    Status,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)
from kzcheck.store import Store, documents

CLAIMS_A_DOCUMENT = 50
TIMES = 100
SYLLABLES = [a + b for a in "bcdfghjklmnprstvz" for b in "aeiou"]
Article = tuple[Document, list[Claim]]
Figures = dict[str, tuple[float, float]]


def articles(rows: int) -> Iterator[Article]:
    """Make up articles with `rows` claims in all; the words are as uneven as those of a language."""
    dice = random.Random(rows)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(30_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    for place in range(-(-rows // CLAIMS_A_DOCUMENT)):
        chosen = iter(dice.choices(words, weights, k=12 * CLAIMS_A_DOCUMENT))
        yield article(dice, place, [[next(chosen) for _ in range(12)] for _ in range(CLAIMS_A_DOCUMENT)])


def article(dice: random.Random, place: int, sentences: list[list[str]]) -> Article:
    """Make up one article, a claim in each sentence."""
    text = " ".join(f"{' '.join(words)} {place} {at}." for at, words in enumerate(sentences))
    number = document_id(text)
    claims, start = [], 0
    for at, words in enumerate(sentences):
        quote = f"{' '.join(words)} {place} {at}."
        end = start + len(quote)
        value = dice.choice([None, float(dice.randint(1, 100)), dice.random() * 1e6])
        quantity = None
        if value is not None:
            kind = QuantityKind.PERCENTAGE
            quantity = Quantity(start=start, end=end, text=quote, value=value, unit="percent", kind=kind)
        claims.append(
            Claim(
                id=claim_id(number, start, end, "quantity", ""),
                document_id=number,
                zone=dice.choice([ZoneKind.BODY] * 9 + [ZoneKind.COMMENT]),
                kind=dice.choice(list(ClaimKind)),
                headline=" ".join(words[:4]),
                start=start,
                end=end,
                quote=quote,
                sentence=Span(start, end),
                quantity=quantity,
                speaker=words[0] if dice.random() < 0.2 else None,
                priority=round(dice.random(), 2),
                reasons=("a figure",),
            )
        )
        start = end + 1
    metadata = Metadata(title=" ".join(sentences[0][:6]), outlet=f"Outlet {place % 200}")
    document = Document(
        id=number, text=text, zones=(Zone(0, len(text), ZoneKind.BODY),), metadata=metadata, source="-"
    )
    return document, claims


def build(path: Path, rows: int) -> None:
    """Write a desk of `rows` claims; durability is left aside while it is made."""
    store = Store.open(path)
    store.rows("PRAGMA synchronous = OFF")
    store.rows("PRAGMA cache_size = -500000")
    batch: list[Article] = []
    for made in articles(rows):
        batch.append(made)
        if len(batch) == 200:
            write(store, batch)
            batch = []
    write(store, batch)
    store.close()


def write(store: Store, batch: list[Article]) -> None:
    """Write some articles in one transaction."""
    with store.writing():
        for document, claims in batch:
            documents.insert_document(store, document, claims, added_at="2026-01-01T00:00:00Z")


def timed(ask: Callable[[], object], times: int = TIMES) -> tuple[float, float]:
    """Return the median and the 99th percentile of a call, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[min(len(taken) - 1, len(taken) * 99 // 100)]


def measure(path: Path) -> Figures:
    """Time what is asked of a desk."""
    figures = {"open": timed(lambda: Desk.open(path).close(), 10)}
    dice = random.Random(1)
    with Desk.open(path, reviewer="benchmark") as desk:
        figures["tally"] = timed(desk.tally)
        for sort in Sort:
            query = ClaimQuery(sort=sort, statuses=(Status.OPEN,))
            first = desk.page(query)
            figures[f"first page by {sort}"] = timed(lambda query=query: desk.page(query))
            figures[f"next page by {sort}"] = timed(
                lambda query=query, key=first[-1].key: desk.page(query, after=key)
            )
        ids = [somewhere(desk, dice) for _ in range(TIMES)]
        word = desk.claim(ids[0]).headline.split()[0]
        searches = {"two letters": word[:2], "a common word": word, "two words": f"{word} 7"}
        for name, typed in searches.items():
            figures[f"search for {name}"] = timed(lambda typed=typed: desk.page(ClaimQuery(text=typed)), 20)
        figures["a claim in its context"] = timed(lambda: desk.context(dice.choice(ids)))
        figures |= deciding(desk, ids)
    return figures


def deciding(desk: Desk, ids: list[str]) -> Figures:
    """Time decisions, each durable on disk when it returns."""
    left = iter(ids * 3)
    source = Citation(id="", claim_id="", reference="https://stat.example")
    made = iter(list(articles(20 * CLAIMS_A_DOCUMENT)))
    return {
        "mark": timed(lambda: desk.mark([next(left)], Status.UNPROVEN)),
        "cite and verify": timed(lambda: desk.mark([next(left)], Status.VERIFIED, citation=source)),
        "undo": timed(desk.undo),
        "add an article of 50 claims": timed(lambda: desk.add_documents([fresh(*next(made))]), 20),
    }


def fresh(document: Document, claims: list[Claim]) -> Article:
    """Return an article as one that the desk has not seen: its text with a word in front."""
    made = article(
        random.Random(time.time_ns()), time.time_ns(), [claim.quote.split()[:12] for claim in claims]
    )
    assert made[0].id != document.id
    return made


def somewhere(desk: Desk, dice: random.Random) -> str:
    """Return a claim from anywhere on the desk."""
    return desk.page(ClaimQuery(), after=RowKey(dice.random(), 0), limit=1)[0].id


@click.command()
@click.option(
    "--rows", "sizes", type=int, multiple=True, default=(1_000, 100_000), help="Claims on the desk."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of the table.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where the desks are kept for another run.")
def main(sizes: tuple[int, ...], as_json: bool, keep: Path | None) -> None:
    """Time a desk at each size."""
    with tempfile.TemporaryDirectory() as passing:
        folder = keep or Path(passing)
        found: dict[int, Figures] = {}
        for rows in sizes:
            path = folder / f"desk-{rows}.db"
            if not path.exists():
                build(path, rows)
            found[rows] = measure(path)
    if as_json:
        json.dump(found, sys.stdout, indent=2)
        return
    click.echo(f"{'ms: median / 99th percentile':36}" + "".join(f"{rows:>20,}" for rows in sizes))
    for name in found[sizes[0]]:
        cells = (f"{found[rows][name][0]:.2f} / {found[rows][name][1]:.2f}" for rows in sizes)
        click.echo(f"{name:36}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
