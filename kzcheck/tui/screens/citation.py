"""The citation dialog: a recent source by one digit, or a pasted one and Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.domain import Citation, CitationKind, Stance, Status
from kzcheck.tui import safe
from kzcheck.tui.screens.dialog import Dialog, Field
from kzcheck.tui.sources import WithoutSource, again


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be cited: a claim's headline and words, and the verdict that waits for it, if any."""

    headline: str
    quote: str
    status: Status | None
    claims: int


class SourceField(Field):
    """The field for the source; while it is empty, a digit cites a recent one at once."""

    class RecentChosen(Message):
        """A recent source was chosen, by its number from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class PassagePasted(Message):
        """More lines were pasted than the source: the words it is cited for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, recent: int) -> None:
        super().__init__(id="reference", hint="paste an address, or write where it stands")
        self._recent = recent

    def on_key(self, event: events.Key) -> None:
        """Choose a recent source by its digit."""
        digit = event.character or ""
        if not self.value and digit in "123456789"[: self._recent] and digit:
            event.prevent_default()
            event.stop()
            self.post_message(self.RecentChosen(int(digit)))

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line as the source and what follows as the passage."""
        super().on_paste(event)
        _, *more = event.text.strip().splitlines() or [""]
        if words := " ".join(line.strip() for line in more if line.strip()):
            self.post_message(self.PassagePasted(words))


class CitationDialog(Dialog[Citation | WithoutSource]):
    """Asks for a citation; answers with one that has no claim yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "turn_kind", "Primary or secondary", show=False),
        Binding("f3", "turn_stance", "Stance", show=False),
        Binding("f4", "without_source", "Without a source", show=False),
        Binding("down", "focus_next", "Next field", show=False),
        Binding("up", "focus_previous", "Field before", show=False),
    ]

    def __init__(self, question: Question, recent: Sequence[Citation]) -> None:
        super().__init__(_heading(question))
        self._question = question
        self._recent = list(recent)
        self._kind = CitationKind.SECONDARY
        self._stance = Stance.CONTRADICTS if question.status is Status.DISPUTED else Stance.SUPPORTS

    def fields(self) -> list[Widget]:
        """Return the claim, the recent sources, the fields and the keys."""
        return [
            Static(safe.content(f"“{self._question.quote[:400]}”", "$muted"), id="quote"),
            Static(self._list(), id="recent"),
            SourceField(len(self._recent)),
            Field(id="passage", hint="the exact words there (optional)"),
            Static(self._choices(), id="choices"),
            Static(self._keys(), id="hints"),
        ]

    def on_mount(self) -> None:
        """Begin in the field for the source."""
        self.query_one("#reference", SourceField).focus()

    def _list(self) -> Content:
        if not self._recent:
            return Content.styled("No source was cited on this desk before.", "$muted")
        return Content("\n").join(
            Content.assemble(
                Content.styled(f" {number} ", "bold $info"),
                safe.content(_name(citation), ""),
            )
            for number, citation in enumerate(self._recent, 1)
        )

    def _choices(self) -> Content:
        return Content.assemble(
            Content.styled(" F2 ", "bold $info"),
            Content(f"{self._kind.value} source   "),
            Content.styled(" F3 ", "bold $info"),
            Content(self._stance.value if self._stance is not Stance.CONTEXT else "gives context"),
            *([] if self._question.status is None else _OVERRIDE),
        )

    def _keys(self) -> Content:
        then = "cites" if self._question.status is None else f"cites and marks {self._question.status.value}"
        digits = [f"1–{len(self._recent)}" if len(self._recent) > 1 else "1"] if self._recent else []
        parts = [(each, "at once") for each in digits] + [
            ("Enter", then),
            ("Tab", "passage"),
            ("Esc", "back"),
        ]
        return Content("").join(
            Content.assemble(Content.styled(f" {key} ", "bold $info"), Content.styled(f"{words} ", "$muted"))
            for key, words in parts
        )

    def action_turn_kind(self) -> None:
        """Say that the source is primary, or secondary after all."""
        primary = self._kind is CitationKind.PRIMARY
        self._kind = CitationKind.SECONDARY if primary else CitationKind.PRIMARY
        self.query_one("#choices", Static).update(self._choices())

    def action_turn_stance(self) -> None:
        """Say what the source does to the claim: supports, contradicts, gives context."""
        stances = list(Stance)
        self._stance = stances[(stances.index(self._stance) + 1) % len(stances)]
        self.query_one("#choices", Static).update(self._choices())

    def action_without_source(self) -> None:
        """Let the verdict stand without a source, for the reason that is written in its place."""
        reason = self.query_one("#reference", SourceField).value.strip()
        if reason and self._question.status is not None:
            self.dismiss(WithoutSource(reason))

    @on(SourceField.PassagePasted)
    def take_passage(self, event: SourceField.PassagePasted) -> None:
        """Put the further lines of a paste into the field for the passage."""
        self.query_one("#passage", Field).value = safe.line(event.words)

    @on(SourceField.RecentChosen)
    def cite_recent(self, event: SourceField.RecentChosen) -> None:
        """Answer with a recent source."""
        self._answer(self._recent[event.number - 1])

    @on(Field.Submitted)
    def cite_written(self) -> None:
        """Answer with what was written; with nothing written, the source used last."""
        reference = self.query_one("#reference", SourceField).value.strip()
        if reference:
            self._answer(Citation(id="", claim_id="", reference=reference))
        elif self._recent:
            self._answer(self._recent[0])
        else:
            self.query_one("#reference", SourceField).focus()

    def _answer(self, citation: Citation) -> None:
        """Close with a citation; a passage belongs to one claim, so it comes from the field alone."""
        passage = self.query_one("#passage", Field).value.strip() or None
        self.dismiss(again(citation, stance=self._stance, kind=self._kind, passage=passage))


_OVERRIDE = (
    Content.styled("    F4 ", "bold $info"),
    Content("no source: what is written is the reason"),
)


def _heading(question: Question) -> Content:
    what = "Cite" if question.status is None else f"{question.status.value.capitalize()} needs a source"
    whom = question.headline if question.claims == 1 else f"{question.claims} claims"
    return Content.assemble(
        Content.styled(what, "bold $info"), Content("  "), safe.content(whom[:200], "bold")
    )


def _name(citation: Citation) -> str:
    """Return a source in one line: its title, then where it is."""
    return f"{citation.title}  {citation.reference}" if citation.title else citation.reference
