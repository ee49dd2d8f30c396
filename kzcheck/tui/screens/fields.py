"""What the dialogs about sources show: fields with names, kind and stance, and the keys."""

from collections.abc import Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from kzcheck.domain import CitationKind, Stance
from kzcheck.tui.screens.dialog import Field

STANCES = tuple(Stance)


def named(name: str, field: Field) -> Horizontal:
    """Return a field with its name before it."""
    return Horizontal(Static(Content.styled(name, "$muted"), classes="name"), field, classes="named")


def other_kind(kind: CitationKind) -> CitationKind:
    """Return primary for secondary, and secondary for primary."""
    return CitationKind.SECONDARY if kind is CitationKind.PRIMARY else CitationKind.PRIMARY


def next_stance(stance: Stance) -> Stance:
    """Return the next stance; after the last comes the first."""
    return STANCES[(STANCES.index(stance) + 1) % len(STANCES)]


def choices(kind: CitationKind, stance: Stance, *more: Content) -> Content:
    """Return the line with kind and stance of the source, and the keys that change them."""
    return Content.assemble(
        Content.styled(" F2 ", "bold $info"),
        Content(f"{kind.value} source   "),
        Content.styled(" F3 ", "bold $info"),
        Content("gives context" if stance is Stance.CONTEXT else stance.value),
        *more,
    )


def keys(parts: Sequence[tuple[str, str]]) -> Content:
    """Return keys, each with what it does."""
    return Content("").join(
        Content.assemble(Content.styled(f" {key} ", "bold $info"), Content.styled(f"{words} ", "$muted"))
        for key, words in parts
    )
