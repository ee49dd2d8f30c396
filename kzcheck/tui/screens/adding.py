"""The dialog that adds articles: sources in one line, or the pasted text of an article."""

import shlex
from typing import NamedTuple

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.desk.paths import expanded
from kzcheck.domain import is_date, plural
from kzcheck.tui import safe
from kzcheck.tui.screens.dialog import Dialog, Field
from kzcheck.tui.screens.fields import keys, named

ABOUT = (
    ("title", "its own"),
    ("outlet", "who published it"),
    ("published", "2026-01-08"),
    ("url", "where it was published"),
)
"""What a pasted article may not say about itself, with a hint for each field; all are optional."""

NO_DATE = " published: a date is 2026-01-08, 2026-01 or 2026"

SHOWN_LINES = 4
"""How many lines of a pasted article the dialog shows, so that it can be recognised."""

SENTENCE_WORDS = 8
"""How many words a pasted line must have to be an article and not a list of sources."""


class Wanted(NamedTuple):
    """What to add: sources, or the text of an article and what was entered about it."""

    sources: tuple[str, ...] = ()
    text: str | None = None
    given: tuple[tuple[str, str], ...] = ()


class SourcesField(Field):
    """The line for the sources. A pasted article is handed to the dialog whole."""

    class ArticlePasted(Message):
        """The text of an article was pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        """Take sources, one or several on a line, or hand an article to the dialog."""
        event.prevent_default()
        event.stop()
        pasted = event.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        lines = [line.strip() for line in pasted.split("\n") if line.strip()]
        if is_article(lines):
            self.post_message(self.ArticlePasted(pasted))
        elif len(lines) > 1:
            self.insert_text_at_cursor(safe.line(shlex.join(lines)))
        elif lines:
            self.insert_text_at_cursor(safe.line(lines[0]))


class AddDialog(Dialog[Wanted]):
    """Asks for sources. Once an article is pasted, shows it and asks what it does not say about itself."""

    def __init__(self) -> None:
        super().__init__(_heading("files, folders or addresses, apart by spaces; or paste an article"))
        self._text: str | None = None

    def fields(self) -> list[Widget]:
        """Return the line for the sources, what replaces it once an article is pasted, and the keys."""
        about = Vertical(
            Static(id="pasted"),
            *(named(name, Field(id=name, hint=f"{hint} (optional)")) for name, hint in ABOUT),
            id="about-pasted",
        )
        return [SourcesField(id="line"), about, Static(_keys("adds them"), id="hints")]

    def on_mount(self) -> None:
        """Put the focus on the line for the sources."""
        self.query_one("#about-pasted").display = False
        self.query_one("#line", Field).focus()

    @on(SourcesField.ArticlePasted)
    def show_article(self, event: SourcesField.ArticlePasted) -> None:
        """Show the pasted article in place of the line."""
        self._text = event.text
        self.query_one("#heading", Static).update(_heading("the pasted article"))
        self.query_one("#pasted", Static).update(_shown(event.text))
        self.query_one("#about-pasted").display = True
        self.query_one("#line").display = False
        self.query_one("#hints", Static).update(_keys("adds it", ("Tab", "next field")))
        self.query_one("#title", Field).focus()

    @on(Field.Submitted)
    def answer(self) -> None:
        """Answer with the article or the sources; an empty line is no answer."""
        if self._text is None:
            self.dismiss(Wanted(sources=tuple(sources_in(self.query_one("#line", Field).value))))
        else:
            written = {name: self.query_one(f"#{name}", Field).value.strip() for name, _ in ABOUT}
            if written["published"] and not is_date(written["published"]):
                self.query_one("#published", Field).focus()
                self.query_one("#hints", Static).update(safe.content(NO_DATE, "$warn"))
                return
            self.dismiss(Wanted(text=self._text, given=tuple((n, w) for n, w in written.items() if w)))


def is_article(lines: list[str]) -> bool:
    """Return whether pasted lines (none empty) are the text of an article and not a list of sources."""
    if len(lines) > 1:
        return not all(map(_is_source, lines))
    words = lines[0].split() if lines else []
    return len(words) >= SENTENCE_WORDS and not any(map(_is_source, words))


def sources_in(words: str) -> list[str]:
    """Return the sources that a line names; a name with spaces stands in quotes."""
    try:
        parts = shlex.split(words)
    except ValueError:  # an apostrophe that is not a quote
        parts = words.split()
    return [part if "://" in part else str(expanded(part)) for part in parts]


def _is_source(words: str) -> bool:
    if "://" in words:
        return " " not in words
    try:
        return expanded(words).exists()
    except (OSError, ValueError):  # too long for a name, or a control in it
        return False


def _heading(about: str) -> Content:
    return Content.assemble(Content.styled("Add", "bold $info"), Content("  "), safe.content(about, "bold"))


def _keys(enter: str, *more: tuple[str, str]) -> Content:
    return keys([("Enter", enter), *more, ("Esc", "back")])


def _shown(text: str) -> Content:
    """Return how an article begins, and how long it is."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    begin = [safe.content(safe.clip(line, 70).rstrip(), "$muted") for line in lines[:SHOWN_LINES]]
    more = [Content.styled("…", "$muted")] if len(lines) > SHOWN_LINES else []
    size = Content(f"{plural(len(lines), 'line')}, {plural(len(text.split()), 'word')}")
    return Content("\n").join([*begin, *more, size])
