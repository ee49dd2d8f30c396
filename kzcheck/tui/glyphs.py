"""The signs on the screens: one cell each, never an emoji, with a set in ASCII to fall back on."""

from typing import NamedTuple

from kzcheck.domain import Relation, Status


class Glyphs(NamedTuple):
    """One set of signs. Every one is a single cell wide in every terminal that knows it."""

    status: dict[Status, str]
    relation: dict[Relation, str]
    cursor: str
    selected: str
    full: str
    empty: str
    bar_full: str
    bar_empty: str
    rule: str
    arrow: str
    below: str
    ok: str
    problem: str
    note: str
    stale: str


UNICODE = Glyphs(
    status={
        Status.OPEN: "·",
        Status.LATER: "»",
        Status.VERIFIED: "✓",
        Status.DISPUTED: "✗",
        Status.NEEDS_CONTEXT: "◐",
        Status.UNPROVEN: "?",
        Status.NOT_CHECKABLE: "∅",
    },
    relation={
        Relation.DUPLICATE: "=",
        Relation.COMPATIBLE: "≈",
        Relation.CONFLICT: "≠",
        Relation.RELATED: "~",
        Relation.DIFFERENT: "!",
    },
    cursor="▶",
    selected="▪",
    full="●",
    empty="○",
    bar_full="━",
    bar_empty="─",
    rule="─",
    arrow="→",
    below="↓",
    ok="✓",
    problem="✗",
    note="›",
    stale="↺",
)

ASCII = Glyphs(
    status={
        Status.OPEN: ".",
        Status.LATER: ">",
        Status.VERIFIED: "v",
        Status.DISPUTED: "x",
        Status.NEEDS_CONTEXT: "%",
        Status.UNPROVEN: "?",
        Status.NOT_CHECKABLE: "0",
    },
    relation={
        Relation.DUPLICATE: "=",
        Relation.COMPATIBLE: "~",
        Relation.CONFLICT: "#",
        Relation.RELATED: "-",
        Relation.DIFFERENT: "!",
    },
    cursor=">",
    selected="+",
    full="*",
    empty=".",
    bar_full="#",
    bar_empty="-",
    rule="-",
    arrow="->",
    below="v",
    ok="*",
    problem="!",
    note=">",
    stale="&",
)
