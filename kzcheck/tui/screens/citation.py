"""The citation dialog: Enter takes the last source, a number and Enter a recent one, a paste a new one."""

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
from kzcheck.tui.screens.fields import choices, keys, named, next_stance, other_kind
from kzcheck.tui.sources import NOTHING_WRITTEN, Founded, again

LONGEST_QUOTE = 200
"""Characters of a claim's quote, so that all of the dialog shows in a window of 24 lines."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a source is wanted for: a claim's headline and words, and the verdict that waits for it, if any.

    `stance` is what the source does to the claim unless the person says otherwise. `why` says what the
    verdict still needs, and `rationale` is the present one. `written` is an answer that could not be stored.
    """

    headline: str
    quote: str
    status: Status | None
    claims: int
    stance: Stance
    why: str = ""
    rationale: str = ""
    written: Founded = NOTHING_WRITTEN


class SourceField(Field):
    """The field for the source. If several lines are pasted, the first is the source."""

    class PassagePasted(Message):
        """Further lines were pasted with the source: the passage it is cited for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line as the source and what follows as the passage."""
        super().on_paste(event)
        _, *more = event.text.strip().splitlines() or [""]
        if words := " ".join(line.strip() for line in more if line.strip()):
            self.post_message(self.PassagePasted(words))


class CitationDialog(Dialog[Founded]):
    """Asks for a citation; answers with one that has no claim yet.

    Nothing is cited before Enter, since a digit may be a recent source's number or begin an address.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "turn_kind", "Primary or secondary", show=False),
        Binding("f3", "turn_stance", "Stance", show=False),
        Binding("f4", "without_source", "Without a source", show=False),
    ]

    def __init__(self, question: Question, recent: Sequence[Citation]) -> None:
        super().__init__(_heading(question))
        self._question = question
        self._recent = list(recent)
        written = question.written.source
        self._kind = CitationKind.SECONDARY if written is None else written.kind
        self._stance = question.stance if written is None else written.stance

    def fields(self) -> list[Widget]:
        """Return the claim, the recent sources, the fields and the keys."""
        question = self._question
        parts: list[Widget] = [Static(safe.content(question.why, "$warn"), id="why")] if question.why else []
        parts += [
            Static(safe.content(f"“{_shortened(question.quote)}”", "$muted"), id="quote"),
            Static(id="recent"),
            named("source", SourceField(id="reference", value=self._written_source(), hint=self._hint())),
        ]
        written = question.written
        if question.status is not None:
            rationale = question.rationale if written.rationale is None else written.rationale
            parts.append(named("rationale", Field(id="rationale", value=rationale, hint="optional")))
        passage = (written.source.passage if written.source else None) or ""
        return [
            *parts,
            named("passage", Field(id="passage", value=passage, hint="the exact words there (optional)")),
            Static(self._choices(), id="choices"),
            Static(id="hints"),
        ]

    def _written_source(self) -> str:
        """Return what stood in the field for the source: a reason, a recent one’s number, or words."""
        reason, source = self._question.written.reason, self._question.written.source
        if source is None:
            return reason or ""
        references = [recent.reference for recent in self._recent]
        known = source.reference in references
        return str(references.index(source.reference) + 1) if known else source.reference

    def _hint(self) -> str:
        if not self._recent:
            return "paste an address, or write where it stands"
        return "a number from above, a pasted address, or any words"

    def on_mount(self) -> None:
        """Put the focus on the field for the source."""
        self._reference.focus()
        self.show_meant()

    @property
    def _reference(self) -> SourceField:
        return self.query_one("#reference", SourceField)

    def _written(self, name: str) -> str:
        return self.query_one(name, Field).value.strip()

    @property
    def _meant(self) -> int | None:
        """The recent source that is meant: the one whose number is typed, or the last one if nothing is."""
        words = self._reference.value.strip()
        if not words:
            return 0 if self._recent else None
        is_number = len(words) == 1 and words in "123456789"[: len(self._recent)]
        return int(words) - 1 if is_number else None

    @on(Field.Changed, "#reference")
    def show_meant(self) -> None:
        """Show which source Enter would cite now."""
        self.query_one("#recent", Static).update(self._list(self._meant))
        self.query_one("#hints", Static).update(self._keys(self._meant))

    def _list(self, meant: int | None) -> Content:
        if not self._recent:
            return Content.styled("No source was cited on this desk before.", "$muted")
        return Content("\n").join(
            Content.assemble(
                Content.styled(f" {number + 1} ", "bold $info"),
                safe.content(_name(citation), "bold underline" if number == meant else ""),
            )
            for number, citation in enumerate(self._recent)
        )

    def _choices(self) -> Content:
        override = () if self._question.status is None else _OVERRIDE
        return choices(self._kind, self._stance, *override)

    def _keys(self, meant: int | None) -> Content:
        status = self._question.status
        then = "" if status is None else f", {status.value}"
        if meant is not None:
            enter = f"cites {meant + 1}{then}"
        elif self._reference.value.strip():
            enter = f"cites this{then}"
        else:
            enter = f"cites{then}"
        several = [(f"1–{len(self._recent)} Enter", "another")] if len(self._recent) > 1 else []
        return keys([("Enter", enter), *several, ("Tab", "next field"), ("Esc", "back")])

    def action_turn_kind(self) -> None:
        """Switch between a primary and a secondary source."""
        self._kind = other_kind(self._kind)
        self.query_one("#choices", Static).update(self._choices())

    def action_turn_stance(self) -> None:
        """Switch what the source does to the claim: it supports, contradicts, or gives context."""
        self._stance = next_stance(self._stance)
        self.query_one("#choices", Static).update(self._choices())

    def action_without_source(self) -> None:
        """Let the verdict stand without a source, for the reason that is typed in its place."""
        reason = self._reference.value.strip()
        if reason and self._question.status is not None:
            self.dismiss(Founded(reason=reason, rationale=self._rationale()))

    @on(SourceField.PassagePasted)
    def take_passage(self, event: SourceField.PassagePasted) -> None:
        """Put the further pasted lines into the field for the passage."""
        self.query_one("#passage", Field).value = safe.line(event.words)

    @on(Field.Submitted)
    def answer(self) -> None:
        """Answer with the source that is meant, and with the passage for this claim."""
        meant, reference = self._meant, self._reference.value.strip()
        if meant is None and not reference:
            self._reference.focus()
            return
        source = Citation(id="", claim_id="", reference=reference) if meant is None else self._recent[meant]
        passage = self._written("#passage") or None
        source = again(source, stance=self._stance, kind=self._kind, passage=passage)
        self.dismiss(Founded(source=source, rationale=self._rationale()))

    def _rationale(self) -> str | None:
        """Return the rationale if it was changed, else None."""
        if self._question.status is None:
            return None
        words = self._written("#rationale")
        return words if words != safe.line(self._question.rationale).strip() else None


def _shortened(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"


_OVERRIDE = (
    Content.styled("   F4 ", "bold $info"),
    Content("no source, with this reason"),
)


def _heading(question: Question) -> Content:
    what = "Cite" if question.status is None else question.status.value.capitalize()
    whom = question.headline if question.claims == 1 else f"{question.claims} claims"
    return Content.assemble(
        Content.styled(what, "bold $info"), Content("  "), safe.content(whom[:200], "bold")
    )


def _name(citation: Citation) -> str:
    """Return a source in one line: its title, then its reference."""
    return f"{citation.title}  {citation.reference}" if citation.title else citation.reference
