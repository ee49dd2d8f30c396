"""What the tabs below the source show of a claim: matches, citations, history, why it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content

from kzcheck.domain import Action, CitationKind, ClaimKind, PassageOutcome, RecheckOutcome, Relation, Status
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.theme import RELATION_ROLE, STATUS_ROLE
from kzcheck.tui.widgets.lines_pane import Block
from kzcheck.tui.words import moment, quantity_amount, row_amount

if TYPE_CHECKING:
    from kzcheck.desk.agreeing import FiguresSeen
    from kzcheck.domain import Citation, Claim, ClaimRow, ClaimStatus, FoundCheck, LedgerEntry, MatchView

_NOTHING = "$muted"
_PASSAGES = {
    PassageOutcome.FOUND: ("good", "found"),
    PassageOutcome.NEARLY: ("warn", "nearly found"),
    PassageOutcome.ABSENT: ("bad", "not found"),
}


NO_MATCHES = Block(Content.styled("No other article makes this claim.", _NOTHING))
"""One block for all claims, so that a pane wraps it only once."""


def match_blocks(claim: Claim, matches: Sequence[MatchView], chosen: int, glyphs: Glyphs) -> list[Block]:
    """Return a paragraph for each match: how it relates, both values, the other sentence, the reasons."""
    if not matches:
        return [NO_MATCHES]
    blocks: list[Block] = []
    for number, match in enumerate(matches):
        blocks += _match(claim, match, glyphs, cursor=number == chosen and len(matches) > 1)
    return blocks


def check_blocks(checks: Sequence[FoundCheck]) -> list[Block]:
    """Return a paragraph for each published check that may fit: rating, publisher, date, its claim."""
    blocks = [Block(Content.styled("Published checks", "bold"))] if checks else []
    for found in checks:
        check = found.check
        facts = [check.publisher, check.date, f"{found.score:.0%} likely"]
        blocks.append(
            Block(
                Content.assemble(
                    safe.content(check.rating or "no rating", "bold $info"),
                    Content("  "),
                    safe.content(" · ".join(fact for fact in facts if fact), "$muted"),
                ),
                indent=1,
                hang=2,
            )
        )
        blocks.append(Block(safe.content(check.claim[:400]), indent=3))
        if check.url:
            blocks.append(Block(safe.content(check.url, "$muted"), indent=3))
    return blocks


BLOCKS_PER_MATCH = 4
SHORT_VALUES = 30


def _match(claim: Claim, match: MatchView, glyphs: Glyphs, *, cursor: bool) -> list[Block]:
    relation = match.decision or match.relation
    role = RELATION_ROLE[relation]
    other = match.other
    head = [
        Content.styled(glyphs.cursor if cursor else " ", "$info"),
        Content.styled(f"{glyphs.relation[relation]} {relation.value}", f"bold ${role}"),
        Content.styled(" decided" if match.decision else "", "$good"),
        Content("  "),
        Content.styled(glyphs.status[other.status] + " ", f"${STATUS_ROLE[other.status]}"),
        safe.content(other.headline, "bold"),
        Content.styled(f"  {safe.line(other.outlet or other.document_title, 60)}", "$muted"),
    ]
    return [
        Block(Content("").join(head), hang=3),
        Block(_values(quantity_amount(claim.quantity), row_amount(other), relation), indent=3),
        Block(safe.content(match.other_sentence[:400]), indent=3),
        Block(safe.content(" · ".join(match.reasons), "$muted"), indent=3),
    ]


def _values(here: str, there: str, relation: Relation) -> Content:
    """Return both values: once when they are the same, below each other when they are long."""
    style = "bold $bad" if relation is Relation.CONFLICT else "bold"
    if here == there:
        both = [Content.styled("both  ", "$muted"), safe.content(here, style)] if here else []
        return Content("").join(both)
    gap = "\n" if len(here) + len(there) > SHORT_VALUES else "   "
    return Content.assemble(
        Content.styled("here  ", "$muted"),
        safe.content(here or "no figure", style),
        Content.styled(f"{gap}there ", "$muted"),
        safe.content(there or "no figure", style),
    )


class SourcesSeen(NamedTuple):
    """What the desk knows about a claim's citations: how independent they are, and figures by citation id.

    `origin` is the claim that the verdict was carried over from.
    """

    line: str | None
    figures: Mapping[str, FiguresSeen]
    origin: ClaimRow | None = None


def citation_blocks(
    citations: Sequence[Citation], seen: SourcesSeen, status: ClaimStatus, now: datetime, glyphs: Glyphs
) -> list[Block]:
    """Return the verdict with its rationale, and a paragraph for each citation."""
    blocks: list[Block] = []
    if status.status is not Status.OPEN:
        who = f"  {safe.line(status.reviewer, 40)}  {moment(status.decided_at, now)}"
        sign = glyphs.status[status.status]
        blocks.append(
            Block(
                Content.assemble(
                    Content.styled(f"{sign} {status.status.value}", f"bold ${STATUS_ROLE[status.status]}"),
                    Content.styled(who, "$muted"),
                )
            )
        )
    if status.stale:
        blocks.append(Block(safe.content(f"{glyphs.stale} stale: {status.stale}", "bold $warn"), indent=2))
    if status.inherited_from:
        words = f"carried from claim {status.inherited_from}"
        if seen.origin is not None:
            words += f", “{seen.origin.headline}”, {seen.origin.outlet or seen.origin.document_title or ''}"
        blocks.append(Block(safe.content(words.rstrip(", "), "$muted"), indent=2))
    if status.rationale:
        blocks.append(Block(safe.content(status.rationale), indent=2))
    if status.override_reason:
        blocks.append(Block(safe.content(f"without evidence: {status.override_reason}", "$warn"), indent=2))
    if not citations:
        blocks.append(Block(Content.styled("Nothing is cited for this claim. c cites.", _NOTHING)))
    if seen.line:
        blocks.append(Block(safe.content(seen.line, "$info"), hang=2))
    for number, citation in enumerate(citations, 1):
        blocks += _citation(number, citation, now)
        blocks += _seen(citation, seen.figures.get(citation.id), glyphs)
    return blocks


def _seen(citation: Citation, figures: FiguresSeen | None, glyphs: Glyphs) -> list[Block]:
    """Return what was found out about a source: its passage, its figures, the kept copy, later changes."""
    lines = []
    if citation.passage_check is not None:
        role, words = _PASSAGES[citation.passage_check]
        lines.append((role, f"passage {citation.passage_note or words}"))
    elif citation.passage_note:
        lines.append(("warn", citation.passage_note))
    if figures is not None:
        lines.append(("good" if figures.agrees else "bad", figures.line))
    if citation.recheck is not None:
        role = "muted" if citation.recheck is RecheckOutcome.SAME else "warn"
        lines.append((role, f"looked at again: {citation.recheck_note or citation.recheck}"))
    if citation.snapshot:
        archived = f", archived at {citation.archive_url}" if citation.archive_url else ""
        lines.append(("muted", f"kept copy {citation.snapshot[:12]}{archived}"))
    signs = {"good": glyphs.ok, "bad": glyphs.problem, "warn": glyphs.problem}
    return [
        Block(safe.content(f"{signs.get(role, glyphs.note)} {words}", f"${role}"), indent=3, hang=2)
        for role, words in lines
    ]


def _citation(number: int, citation: Citation, now: datetime) -> list[Block]:
    kind = "primary" if citation.kind is CitationKind.PRIMARY else "secondary"
    facts = [kind, citation.stance.value, moment(citation.accessed, now)]
    facts += [words for words in (citation.publisher, citation.published, citation.locator) if words]
    blocks = [
        Block(
            Content.assemble(
                Content.styled(f"{number}. ", "$muted"),
                safe.content(citation.title or citation.reference, "bold"),
            ),
            hang=3,
        ),
        Block(safe.content(" · ".join(fact for fact in facts if fact), "$muted"), indent=3),
    ]
    if citation.title:
        blocks.insert(1, Block(safe.content(citation.reference), indent=3))
    if citation.passage:
        blocks.append(Block(safe.content(f"“{citation.passage[:400]}”"), indent=3))
    return blocks


def history_blocks(entries: Sequence[LedgerEntry], now: datetime) -> list[Block]:
    """Return a line for each entry of the claim's ledger, newest first."""
    if not entries:
        return [Block(Content.styled("Nobody has touched this claim yet.", _NOTHING))]
    deeds: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: entry.action is not Action.STATUS):
        deeds.setdefault(entry.batch, said(entry))
    ordered = sorted(entries, key=lambda entry: -entry.seq)
    return [
        Block(
            Content.assemble(
                Content.styled(f"{moment(entry.at, now):<17}", "$muted"),
                safe.content(entry.reviewer or "—", "bold"),
                safe.content("  " + _with_deed(entry, deeds)),
            ),
            hang=17,
        )
        for entry in ordered
    ]


def _with_deed(entry: LedgerEntry, deeds: Mapping[str, str]) -> str:
    """Return what an entry did; for an undo or redo, with the words of the deed it is about."""
    return (
        _PLAINLY[entry.action] + deeds.get(entry.subject, "a decision")
        if entry.action in _PLAINLY
        else said(entry)
    )


def said(entry: LedgerEntry) -> str:
    """Return an entry of the ledger in a few words, which are not yet safe to draw."""
    before, after = entry.before or {}, entry.after or {}
    match entry.action:
        case Action.STATUS:
            return _status_said(before, after)
        case Action.CITE:
            return f"cited {_value(after, 'title') or _value(after, 'reference')}"
        case Action.UNCITE:
            return f"took away {_value(before, 'title') or _value(before, 'reference')}"
        case Action.RATIONALE:
            return f"wrote: {_value(after, 'rationale')}"
        case Action.HEADLINE:
            return f"headline “{_value(after, 'headline')}”, was “{_value(before, 'headline')}”"
        case Action.DECIDE:
            return f"match: {_value(after, 'relation') or 'undecided'}"
        case Action.CARRY:
            return f"went to claim {after['to']} of a newer text" if after.get("to") else "let go"
        case Action.CHECKED:
            return _look_said(after)
        case _:
            return entry.action.value.replace("-", " ")


_PLAINLY = {Action.UNDO: "took back: ", Action.REDO: "put back: "}


def _status_said(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Return how a claim's status changed, and from which claim it was carried over."""
    words = f"{_value(before, 'status', 'open')} to {_value(after, 'status', 'open')}"
    if origin := _value(after, "inherited_from"):
        words += f", carried from claim {origin}"
    return words


def _look_said(after: dict[str, Any]) -> str:
    """Return the result of looking at a cited page."""
    if after.get("recheck"):
        return f"looked at a source again: {_value(after, 'recheck_note') or after['recheck']}"
    found = _value(after, "passage_note") or _value(after, "passage_check")
    return f"kept a copy of a source{f', passage {found}' if found else ''}"


def _value(record: dict[str, Any], name: str, default: str = "") -> str:
    value = record.get(name)
    return str(value) if value else default


WHY_LABEL = 11
WHY_FOUND = {
    ClaimKind.QUANTITY: "a figure",
    ClaimKind.PERCENTAGE: "a share or a percentage",
    ClaimKind.RANGE: "a range of figures",
    ClaimKind.DATE: "an event with its date",
    ClaimKind.SUPERLATIVE: "a rank or a first",
    ClaimKind.ATTRIBUTION: "what somebody said",
    ClaimKind.QUOTE: "somebody's words as a quotation",
    ClaimKind.EVENT: "an event",
    ClaimKind.RELATION: "how two things stand to each other",
}
BY_HAND = "marked by a reviewer"
LOWERING = frozenset(
    {
        "a vague amount",
        "a small count",
        "a prediction",
        "what did not happen",
        "in a question",
        "an aside",
        "the author's judgement",
        "nobody said it",
    }
)
"""Reasons that make a claim less worth checking; all others make it more worth it."""


def why_blocks(claim: Claim) -> list[Block]:
    """Return why the claim was found, its priority, and what raised and lowered that."""
    found = (
        "a reviewer marked it as missed" if BY_HAND in claim.reasons else f"it states {WHY_FOUND[claim.kind]}"
    )
    raising = [reason for reason in claim.reasons if reason not in LOWERING and reason != BY_HAND]
    lowering = [reason for reason in claim.reasons if reason in LOWERING]
    return [
        Block(Content.assemble(Content.styled("Found because ", "$muted"), Content(f"{found}."))),
        Block(
            Content.assemble(
                Content.styled(f"{'priority':<{WHY_LABEL}}", "$muted"),
                Content.styled(f"{claim.priority:.2f}", "bold"),
                Content.styled(f" of 1   {claim.kind.value}   {claim.zone.value}   id {claim.id}", "$muted"),
            ),
            hang=WHY_LABEL,
        ),
        *_listed("raised by", raising),
        *_listed("lowered by", lowering),
    ]


def _listed(label: str, reasons: Sequence[str]) -> list[Block]:
    if not reasons:
        return []
    told = Content.styled(f"{label:<{WHY_LABEL}}", "$muted")
    return [Block(Content.assemble(told, safe.content(" · ".join(reasons))), hang=WHY_LABEL)]
