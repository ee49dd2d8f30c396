"""The evidence gate: whether some citations are enough for a verdict, and which count as one source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain import Citation, CitationKind, PassageOutcome, Stance, Verdict
from kzcheck.evidence.references import read_reference, site_of
from kzcheck.evidence.wording import mostly_the_same

STRICT_SECONDARY = 3
_CITED_AS = {Stance.SUPPORTS: "support", Stance.CONTRADICTS: "contradiction"}


class Gate(StrEnum):
    """How much evidence a desk asks for before `verified` and `disputed` stand."""

    ANY = "any"
    """One citation."""
    STRICT = "strict"
    """One primary source, or three independent secondary ones."""
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Source:
    """An independent source: the citations that count as one, and the reason (empty for one citation)."""

    citations: tuple[Citation, ...]
    reason: str


def check_gate(
    verdict: Verdict,
    citations: Sequence[Citation],
    gate: Gate,
    texts: Mapping[str, str] | None = None,
) -> str | None:
    """Return None when `citations` are enough for `verdict`, else one line that says what is missing.

    The strict gate counts only citations that speak for the verdict (support for `verified`, contradiction
    for `disputed`), and none whose page was looked at and lacks the passage. `texts` are the texts of kept
    pages by `Citation.snapshot`, by which the same wire story is recognised on two pages.
    """
    if gate is Gate.OFF or not verdict.needs_evidence:
        return None
    if not citations:
        return f"{verdict} needs a citation: cite a source first, or override with a reason"
    if gate is Gate.ANY:
        return None
    for_it = [citation for citation in citations if citation.stance is verdict.stance]
    counted = [citation for citation in for_it if citation.passage_check is not PassageOutcome.ABSENT]
    if any(citation.kind is CitationKind.PRIMARY for citation in counted):
        return None
    sources = independent_sources(counted, texts)
    if len(sources) >= STRICT_SECONDARY:
        return None
    left_out = _left_out(verdict, len(citations) - len(for_it), len(for_it) - len(counted))
    return (
        f"{verdict} needs one primary or {STRICT_SECONDARY} independent secondary sources, and "
        f"{_count(sources)}{left_out}: cite more, mark one as primary, or override with a reason"
    )


def _left_out(verdict: Verdict, other_stance: int, without_passage: int) -> str:
    told = []
    if other_stance:
        told.append(f"{other_stance} not cited as {_CITED_AS[verdict.stance]}")
    if without_passage:
        told.append(f"{without_passage} whose page lacks the passage")
    return f", not counting {' and '.join(told)}" if told else ""


def _count(sources: Sequence[Source]) -> str:
    merged = [source.reason for source in sources if source.reason]
    there = f"there {'is' if len(sources) == 1 else 'are'} {len(sources) or 'none'}"
    return f"{there} ({'; '.join(merged)})" if merged else there


def independent_sources(
    citations: Sequence[Citation], texts: Mapping[str, str] | None = None
) -> list[Source]:
    """Return `citations` grouped into independent sources, in order.

    Citations count as one source if they have the same reference, kept page, publisher or site, or if the
    texts of their pages are mostly the same (a wire story).
    """
    groups: list[tuple[list[Citation], list[str]]] = []
    for citation in citations:
        tied = [(group, reason) for group in groups if (reason := _tie(group[0], citation, texts or {}))]
        if not tied:
            groups.append(([citation], []))
            continue
        home = tied[0][0]
        for group, reason in tied:
            home[1].append(reason)
            if group is not home:
                home[0].extend(group[0])
                home[1].extend(group[1])
                groups.remove(group)
        home[0].append(citation)
    return [Source(tuple(members), _reason(members, reasons)) for members, reasons in groups]


def _reason(members: Sequence[Citation], reasons: Sequence[str]) -> str:
    return f"{len(members)} count as one: {', '.join(dict.fromkeys(reasons))}" if reasons else ""


def _tie(group: Sequence[Citation], citation: Citation, texts: Mapping[str, str]) -> str | None:
    return next((reason for other in group if (reason := same_source(other, citation, texts))), None)


def same_source(a: Citation, b: Citation, texts: Mapping[str, str]) -> str | None:
    """Return why two citations are one source ("both from Reuters"), None when they are two sources."""
    first, second = read_reference(a.reference), read_reference(b.reference)
    if first.identity == second.identity:
        return "the same reference"
    if a.snapshot is not None and a.snapshot == b.snapshot:
        return "the same page"
    publisher = _publisher(a)
    if publisher and publisher == _publisher(b):
        return f"both from {a.publisher}"
    if first.host and second.host and site_of(first.host) == site_of(second.host):
        return f"both at {site_of(first.host)}"
    texts_of = [texts.get(citation.snapshot or "", "") for citation in (a, b)]
    if all(texts_of) and mostly_the_same(*texts_of):
        return "mostly the same text"
    return None


def _publisher(citation: Citation) -> str:
    words = (citation.publisher or "").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
