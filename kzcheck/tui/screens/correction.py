"""The dialog that corrects what a citation says about its source."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.domain import Citation, CitationKind, Stance
from kzcheck.tui import safe
from kzcheck.tui.screens.dialog import Dialog, Field
from kzcheck.tui.screens.fields import choices, keys, named, next_stance, other_kind

Changes = dict[str, str | Stance | CitationKind | None]
"""The corrected values, by the names of a citation's fields."""

FIELDS = (
    ("title", ""),
    ("publisher", ""),
    ("author", ""),
    ("published", "2026-03-14, or as much of it as is known"),
    ("passage", "the exact words there"),
    ("locator", "a page, a paragraph, a time; of data, how it was reckoned"),
)
ON_ITS_WAY = "The page is on its way; it fills what you leave as it is."


class CorrectionDialog(Dialog[Changes]):
    """Shows every field of a citation; answers with those that were changed.

    The cited page may arrive while this is open; `fill` shows what it says, except where something was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "turn_kind", "Primary or secondary", show=False),
        Binding("f3", "turn_stance", "Stance", show=False),
    ]

    def __init__(self, citation: Citation, *, is_on_its_way: bool) -> None:
        super().__init__(
            Content.assemble(
                Content.styled("Correct the source", "bold $info"),
                Content("  "),
                safe.content(citation.reference[:200], "bold"),
            )
        )
        self.citation_id = citation.id
        self._shown = {name: safe.line(getattr(citation, name)) for name, _ in FIELDS}
        self._kind, self._stance = citation.kind, citation.stance
        self._given = citation.kind, citation.stance
        self._is_on_its_way = is_on_its_way

    def fields(self) -> list[Widget]:
        """Return the fields and the keys."""
        return [
            Static(Content.styled(ON_ITS_WAY if self._is_on_its_way else "", "$warn"), id="on-its-way"),
            *(named(name, Field(id=name, value=self._shown[name], hint=hint)) for name, hint in FIELDS),
            Static(choices(self._kind, self._stance), id="choices"),
            Static(keys([("Enter", "keeps it"), ("Tab", "next field"), ("Esc", "back")]), id="hints"),
        ]

    def on_mount(self) -> None:
        """Put the focus on the first field."""
        self._field("title").focus()

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    def fill(self, citation: Citation | None) -> None:
        """Show what is known about the source by now in every field where nothing was typed.

        None says that its page did not arrive.
        """
        self.query_one("#on-its-way", Static).update("")
        if citation is None:
            return
        for name, _ in FIELDS:
            field, known = self._field(name), safe.line(getattr(citation, name))
            if field.value == self._shown[name]:
                field.value = known
            self._shown[name] = known

    def action_turn_kind(self) -> None:
        """Switch between a primary and a secondary source."""
        self._kind = other_kind(self._kind)
        self.query_one("#choices", Static).update(choices(self._kind, self._stance))

    def action_turn_stance(self) -> None:
        """Switch what the source does to the claim: it supports, contradicts, or gives context."""
        self._stance = next_stance(self._stance)
        self.query_one("#choices", Static).update(choices(self._kind, self._stance))

    @on(Field.Submitted)
    def answer(self) -> None:
        """Answer with what was changed."""
        changes: Changes = {
            name: self._field(name).value.strip() or None
            for name, _ in FIELDS
            if self._field(name).value != self._shown[name]
        }
        if self._kind is not self._given[0]:
            changes["kind"] = self._kind
        if self._stance is not self._given[1]:
            changes["stance"] = self._stance
        self.dismiss(changes)
