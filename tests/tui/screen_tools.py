"""What the screen tests share: documents written by hand, hostile words, keys, and what is on the screen."""

from collections.abc import Sequence

from kzcheck.domain import (
    Approximator,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    Metadata,
    Quantity,
    QuantityKind,
    Span,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)
from kzcheck.store import claims
from kzcheck.store.matching import finding, store_matches

HOSTILE = (
    "[bold red]not markup[/] [/nothing] [",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 bell",
    "\u202egnol si sihT\u202c \u2066isolated\u2069",
    "long " + "w" * 100_000,
    "Қазақстан Республикасының халқы",
    "中国人口很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多很多",
    "👩‍👩‍👧‍👦 family 🇰🇿 flag ❤️ heart",
    "e\u0301\u0301\u0301 combining\u200b zero\u200d width",
    "tab\there\r\nand a new line",
)

Sentence = tuple[str, str, str, float]
"""Sentence, headline, the words of the claim in it, priority."""

THREE: Sequence[Sentence] = (
    ("The field held 80 wells then.", "80 wells", "80 wells", 0.9),
    ("Some 2500 soldiers came.", "2500 soldiers", "2500 soldiers", 0.8),
    ("It was 18 percent of all.", "18 percent", "18 percent", 0.7),
)


def document_of(sentences: Sequence[Sentence], metadata: Metadata) -> tuple[Document, list[Claim]]:
    """Return a document of sentences, one claim in each; a number in the claim's words is its value."""
    text = " ".join(sentence for sentence, *_ in sentences)
    identity = document_id(text)
    found = []
    at = 0
    for sentence, headline, quote, priority in sentences:
        start = text.index(quote, at) if quote in sentence else at
        end = start + len(quote)
        found.append(
            Claim(
                id=claim_id(identity, start, end, "quantity", headline),
                document_id=identity,
                zone=ZoneKind.BODY,
                kind=ClaimKind.QUANTITY,
                headline=headline,
                start=start,
                end=end,
                quote=text[start:end],
                sentence=Span(at, at + len(sentence)),
                quantity=quantity_of(quote, start),
                subject=headline,
                priority=priority,
                reasons=("a figure that can be looked up",),
                group=f"{identity}-{at}",
            )
        )
        at += len(sentence) + 1
    zones = (Zone(0, len(text), ZoneKind.BODY),)
    return Document(id=identity, text=text, zones=zones, metadata=metadata, source="test"), found


def quantity_of(quote: str, at: int) -> Quantity | None:
    """Return the first number of some words as a quantity."""
    for word in quote.split():
        if word.isdecimal():
            start = at + quote.index(word)
            return Quantity(
                start=start,
                end=start + len(word),
                text=word,
                value=float(word),
                unit="percent" if "percent" in quote else None,
                approximator=Approximator.EXACT,
                kind=QuantityKind.PERCENTAGE if "percent" in quote else QuantityKind.COUNT,
            )
    return None


def plain_sentences(number: int) -> list[Sentence]:
    """Return as many sentences as asked for, the first with the highest priority."""
    return [
        (
            f"Field {n} of the survey counted {n + 10} wells.",
            f"{n + 10} wells in field {n}",
            f"{n + 10} wells",
            1 - n / (number + 1),
        )
        for n in range(number)
    ]


def match_up(desk, ours, theirs, relation, reason):
    """Store that claims of a desk match one by one, as `relation` says; nobody has decided on them."""
    with desk._store.writing():
        store_matches(
            desk._store,
            [
                finding(
                    (claims.claim_number(desk._store, one.id), one.id),
                    (claims.claim_number(desk._store, other.id), other.id),
                    Comparison(relation, 0.8, (reason,)),
                )
                for one, other in zip(ours, theirs, strict=True)
            ],
        )


async def press(pilot, *keys):
    """Press keys one by one, each when the one before has been dealt with."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def looked(pilot):
    """Wait until the pages that are being fetched have been looked at."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot, condition):
    """Let the app go on until something holds; fail when it never does."""
    for _ in range(200):
        if condition():
            return
        await pilot.pause()
    assert condition()


def screen_lines(app):
    """Return the lines of the screen as they are drawn."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def widths(app):
    """Return how wide the lines of the screen are; one width when all is well."""
    return {strip.cell_length for strip in app.screen._compositor.render_strips()}


def details_of(app):
    """Return all words of the details beside the list, those below the edge of the screen included."""
    return "\n".join(block.words.plain for block in app.review.panes.details._blocks)


def pane_text(app, name):
    """Return the lines of a pane of the review screen."""
    pane = app.review.query_one(f"#{name}")
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


def ids(desk, app):
    """Return the ids of the claims that are listed."""
    return [row.id for row in app.review.claims.loaded]


async def type_words(pilot, words):
    """Type words into the field that has the focus."""
    await pilot.press(
        *[{" ": "space", "/": "slash", ":": "colon", ".": "full_stop"}.get(c, c) for c in words]
    )
    await pilot.pause()
