"""Live blogs as pages: entries whose day only the machine is told."""

import json
from collections.abc import Callable

import pytest

from kzcheck.domain import Document, ZoneKind
from kzcheck.extract import extract_claims

Read = Callable[..., Document]

ENTRY = '<div class="entry"><time datetime="{moment}">{shown}</time><h3>{title}</h3><p>{text}</p></div>'
TEXTS = (
    "Eleven pumps reached the town on the morning train, the mayor said, and the work goes on.",
    "The dam held 91 percent of its volume this evening, and some 4,100 people had left their homes by then.",
    "Rain has fallen for 31 hours now, and the river stood at 6.2 metres at dawn, said the harbour office.",
)


def page(*stamps: tuple[str, str]) -> str:
    entries = "".join(
        ENTRY.format(moment=moment, shown=shown, title=f"Entry {place}", text=TEXTS[place])
        for place, (moment, shown) in enumerate(stamps)
    )
    return (
        f"<html><title>Flood</title><body><article><h1>Flood in Orman</h1>{entries}</article></body></html>"
    )


def stamps_of(document: Document) -> list[str]:
    return [document.text[z.start : z.end] for z in document.zones if z.kind is ZoneKind.BYLINE]


def test_an_hour_above_an_entry_gets_the_day_that_the_page_gives_for_machines(read_html: Read) -> None:
    document = read_html(
        page(
            ("2026-03-04T09:15:00Z", "09:15"),
            ("2026-03-03T18:40:00Z", "3 March 2026, 18:40"),
            ("2026-03-03T07:05:00Z", "7.05am"),
        ),
    )
    assert stamps_of(document) == ["2026-03-04 09:15", "3 March 2026, 18:40", "2026-03-03 7.05am"]


def test_the_hour_of_a_single_article_stays_as_it_is_shown(read_html: Read) -> None:
    assert stamps_of(read_html(page(("2026-03-04T09:15:00Z", "09:15")))) == ["09:15"]


def test_times_that_are_no_times_change_nothing(read_html: Read) -> None:
    document = read_html(page(("soon", "09:15"), ("", "08:00")))
    assert stamps_of(document) == ["09:15", "08:00"]


def described(*updates: dict[str, object], shown: str = "") -> str:
    """A page whose live blog is described in JSON-LD, with `shown` in its body."""
    posting = {"@type": "LiveBlogPosting", "headline": "Flood in Orman", "liveBlogUpdate": list(updates)}
    script = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    return f"<html><head>{script}</head><body><article><h1>Flood in Orman</h1>{shown}</article></body></html>"


def update(moment: str, title: str, text: str) -> dict[str, object]:
    return {"@type": "BlogPosting", "datePublished": moment, "headline": title, "articleBody": text}


UPDATES = (
    update("2026-03-04T09:15:00+05:00", "Pumps arrive", TEXTS[0]),
    update("2026-03-03T18:40:00+05:00", "", f"<p>{TEXTS[1]}</p><p>{TEXTS[2]}</p>"),
    update("2026-03-03", "At dawn", 3 * TEXTS[2]),
)


def test_entries_that_only_json_ld_has_are_read_with_their_days(read_html: Read) -> None:
    document = read_html(described(*UPDATES, shown="<p>Loading…</p>"))
    assert stamps_of(document) == ["2026-03-04 09:15", "2026-03-03 18:40", "2026-03-03"]
    bodies = [document.text[z.start : z.end] for z in document.zones if z.kind is ZoneKind.BODY]
    assert bodies == [
        f"Pumps arrive\n\n{TEXTS[0]}",
        f"{TEXTS[1]}\n\n{TEXTS[2]}",
        f"At dawn\n\n{3 * TEXTS[2]}",
    ]


def test_entries_on_the_page_get_the_days_that_json_ld_has(read_html: Read) -> None:
    shown = (
        f"<h3>Pumps arrive</h3><p>{TEXTS[0]}</p>"
        f"<span class='timestamp'>18:40</span><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p>"
        f"<h3>At dawn</h3><p>{3 * TEXTS[2]}</p>"
    )
    document = read_html(described(*UPDATES, shown=shown))
    assert stamps_of(document) == ["2026-03-04 09:15", "2026-03-03 18:40", "2026-03-03"]
    found = {claim.as_of for claim in extract_claims(document) if claim.as_of_from == "entry"}
    assert found == {"2026-03-04", "2026-03-03"}


@pytest.mark.parametrize(
    "updates",
    [
        (update("soon", "Pumps arrive", TEXTS[0]),),
        ({"articleBody": 7, "datePublished": ["x"], "headline": {"a": 1}}, {}),
        (update("2026-03-04T09:15:00Z", "Pumps arrive", TEXTS[0]),),
    ],
)
def test_a_live_blog_without_dated_entries_is_read_as_an_article(
    read_html: Read, updates: tuple[dict[str, object], ...]
) -> None:
    document = read_html(described(*updates, shown="".join(f"<p>{text}</p>" for text in TEXTS)))
    assert stamps_of(document) == []
    assert all(text in document.text for text in TEXTS)
