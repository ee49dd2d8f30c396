"""What a command of the screens is, and when it can do nothing."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class Group(StrEnum):
    """The headings of the key screen, in its order."""

    DECIDE = "Decide"
    EVIDENCE = "Evidence"
    MATCHES = "Matches"
    MOVE = "Move"
    FIND = "Find"
    LOOK = "Look"
    DESK = "Desk"


class Situation(NamedTuple):
    """What there is for commands to work on right now; this decides which are disabled, and why."""

    claim: bool = True
    match: bool = True
    any_citation: bool = True
    citation: bool = True
    address: bool = True
    filtered: bool = True
    inheritance: bool = True


Reason = Callable[[Situation], str | None]


def needs_claim(now: Situation) -> str | None:
    """Need a claim under the cursor."""
    return None if now.claim else "no claim is under the cursor"


def needs_match(now: Situation) -> str | None:
    """Need a match of the claim under the cursor."""
    return needs_claim(now) or (None if now.match else "this claim has no match")


def needs_any_citation(now: Situation) -> str | None:
    """Need a claim, and a citation on the desk."""
    return needs_claim(now) or (None if now.any_citation else "nothing has been cited on this desk yet")


def needs_citation(now: Situation) -> str | None:
    """Need a claim with a citation."""
    return needs_claim(now) or (None if now.citation else "nothing is cited for this claim; c cites")


def needs_address(now: Situation) -> str | None:
    """Need an article with an address."""
    return needs_claim(now) or (None if now.address else "the article was read without an address")


def needs_filter(now: Situation) -> str | None:
    """Need something filtered, searched or selected."""
    return None if now.filtered else "nothing is filtered"


def needs_inheritance(now: Situation) -> str | None:
    """Need two claims of which exactly one has a verdict."""
    return None if now.inheritance else "there is no verdict to carry over: both have one, or neither has"


def always(_now: Situation) -> str | None:
    """Need nothing."""
    return None


class Command(NamedTuple):
    """One command. `keys` are Textual's key names; `hint` is its word on the hint line, "" for none.

    `disabled` returns the reason why the command can do nothing now, or None if it can.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: Group
    hint: str = ""
    disabled: Reason = always
