"""Small questions: a line of words, and a choice by one key."""

from collections.abc import Sequence

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.tui import safe
from kzcheck.tui.screens.dialog import Dialog, Field


class AskLine(Dialog[str]):
    """Asks for one line. Enter answers with it, and an empty line is an answer too.

    `enter` tells the reader what the answer does.
    """

    def __init__(self, title: str, about: str, value: str, enter: str = "keeps it") -> None:
        super().__init__(
            Content.assemble(
                Content.styled(title, "bold $info"), Content("  "), safe.content(about[:200], "bold")
            )
        )
        self._value = value
        self._enter = enter

    def fields(self) -> list[Widget]:
        """Return the line and the keys."""
        return [
            Field(id="line", value=self._value),
            Static(
                Content.assemble(
                    Content.styled(" Enter ", "bold $info"),
                    Content.styled(f"{self._enter} ", "$muted"),
                    Content.styled(" Esc ", "bold $info"),
                    Content.styled("back ", "$muted"),
                ),
                id="hints",
            ),
        ]

    def on_mount(self) -> None:
        """Put the focus on the line."""
        self.query_one("#line", Field).focus()

    @on(Field.Submitted)
    def answer(self, event: Field.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(event.value.strip())


CHOICE_KEYS = "1234567890abcdefghij"


class Choose(Dialog[int]):
    """Asks for one of several. A digit, past the tenth a letter, answers at once with its place from 0."""

    def __init__(self, title: str, choices: Sequence[str], present: int | None) -> None:
        super().__init__(Content.styled(title, "bold $info"))
        self._choices = choices
        self._present = present

    def fields(self) -> list[Widget]:
        """Return the choices with their digits."""
        lines = [
            Content.assemble(
                Content.styled(f" {CHOICE_KEYS[number]} ", "bold $info"),
                Content.styled(words, "bold underline" if number == self._present else ""),
            )
            for number, words in enumerate(self._choices)
        ]
        return [Static(Content("\n").join(lines), id="choices-list")]

    def on_key(self, event: events.Key) -> None:
        """Answer if the key belongs to a choice."""
        if event.key in tuple(CHOICE_KEYS[: len(self._choices)]):
            event.stop()
            self.dismiss(CHOICE_KEYS.index(event.key))
