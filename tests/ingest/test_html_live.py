"""Live blogs as pages: entries whose day only the machine is told."""

from collections.abc import Callable

from kzcheck.domain import Document, ZoneKind

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
