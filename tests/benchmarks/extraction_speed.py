"""How fast texts are read: `python tests/benchmarks/extraction_speed.py --megabytes 1`.

The text is made of the ten genre articles in tests/extract/genres, their figures changed from copy to copy,
with plain paragraphs between theirs: news is mostly prose. Everything is measured in processor seconds, and
beside a yardstick in the same run: finding all words of the same text with one regular expression.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random

import click

from kzcheck.domain import Document, Metadata, document_id
from kzcheck.extract import (
    extract_claims,
    find_dates,
    find_quantities,
    read_metadata,
    read_zones,
    split_sentences,
)

GENRES = Path(__file__).parents[1] / "extract" / "genres"
PROSE = """
The road climbs slowly out of the valley, past orchards that nobody has pruned for years.
The bus driver slows down at every bend to greet somebody he knows.
Nobody in the office wanted to talk about the letter.
It lay on the desk between them, still folded, while the phones rang in the next room.
What the planners had in mind was something simpler: a market hall with a roof of glass.
There would be stalls along both walls, and enough space in the middle for the musicians.
Critics of the plan call it timid, and its friends admit that it leaves much open.
Both agree that the old building cannot stay as it is, whatever the council decides in the end.
Farmers along the river have learned to live with the floods.
They move the animals uphill before the snow melts, and wait; most years the water stops short of the barns.
The museum keeps the letters in a room without windows.
Visitors may read them with gloves, under the eyes of an archivist who seems to know each line by heart.
""".strip().splitlines()
"""Sentences of which none states a figure; three of them make a paragraph."""
DIGITS = re.compile(r"(?<![\d.,:/-])\d{2,3}(?![\d.,:/-])")
LONGEST = 6000  # characters of one article


def articles(size: int, seed: int) -> list[str]:
    """Return articles of `size` characters in all: paragraphs of the genres with prose between them."""
    random = Random(seed)
    genres = [path.read_text(encoding="utf-8") for path in sorted(GENRES.glob("*.txt"))]
    made: list[str] = []
    total = 0
    for text in cycle(genres):
        if total >= size:
            return made
        title, *paragraphs = text.split("\n\n")
        pieces = [title]
        for paragraph in islice(cycle(paragraphs), 16):
            changed = DIGITS.sub(lambda match: str(random.randint(10 ** (len(match[0]) - 1), 999)), paragraph)
            pieces += [changed.strip(), " ".join(random.sample(PROSE, 3))]
        made.append("\n\n".join(pieces)[:LONGEST])
        total += len(made[-1])
    return made


def seconds(read: Callable[[str], object], texts: Sequence[str], times: int) -> float:
    """Return the fewest processor seconds in which all texts were read."""
    fastest = float("inf")
    for _ in range(times):
        began = time.process_time()
        for text in texts:
            read(text)
        fastest = min(fastest, time.process_time() - began)
    return fastest


def claims_of(text: str) -> object:
    """Read a text as `kzcheck extract` does, from its zones to its claims."""
    zones = read_zones(text)
    metadata = read_metadata(text, zones)
    return extract_claims(
        Document(id=document_id(text), text=text, metadata=metadata, zones=zones, source="-")
    )


def ready(texts: Sequence[str]) -> Callable[[str], object]:
    """Return the reading of claims alone, for documents whose zones are known."""
    documents = {
        text: Document(
            id=document_id(text), text=text, metadata=Metadata(), zones=read_zones(text), source="-"
        )
        for text in texts
    }
    return lambda text: extract_claims(documents[text])


@click.command()
@click.option("--megabytes", default=1.0, show_default=True)
@click.option("--times", default=3, show_default=True, help="Rounds, of which the fastest counts.")
@click.option("--seed", default=1, show_default=True)
def main(megabytes: float, times: int, seed: int) -> None:
    """Print megabytes a second, and how many times as long as finding the words each took."""
    texts = articles(int(megabytes * 1e6), seed)
    size = sum(map(len, texts)) / 1e6
    yardstick = seconds(re.compile(r"\w+").findall, texts, times)
    click.echo(f"Python {sys.version.split()[0]}, {len(texts)} articles, {size:.2f} MB")
    click.echo(f"{'':28}{'MB/s':>8}{'times the words':>18}")
    click.echo(f"{'words':28}{size / yardstick:8.2f}{1.0:18.1f}")
    readers: dict[str, Callable[[str], object]] = {
        "sentences": split_sentences,
        "dates": find_dates,
        "quantities": find_quantities,
        "zones": read_zones,
        "claims, zones known": ready(texts),
        "claims, from the plain text": claims_of,
    }
    for name, read in readers.items():
        taken = seconds(read, texts, times)
        click.echo(f"{name:28}{size / taken:8.2f}{taken / yardstick:18.1f}")


if __name__ == "__main__":
    main()
