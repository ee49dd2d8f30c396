"""The evidence gate: what is enough, what counts as one source."""

import pytest

from kzcheck.domain import Citation, CitationKind, PassageOutcome, Stance, Verdict
from kzcheck.evidence import Gate, check_gate, independent_sources

STORY = " ".join(f"word{number} of the story that an agency sent out" for number in range(40))


def cited(
    reference: str,
    *,
    kind: CitationKind = CitationKind.SECONDARY,
    stance: Stance = Stance.SUPPORTS,
    publisher: str | None = None,
    snapshot: str | None = None,
    passage_check: PassageOutcome | None = None,
) -> Citation:
    return Citation(
        id=reference,
        claim_id="c",
        reference=reference,
        kind=kind,
        stance=stance,
        publisher=publisher,
        snapshot=snapshot,
        passage_check=passage_check,
    )


THREE = [cited("https://a.example/1"), cited("https://b.example/1"), cited("https://c.example/1")]


@pytest.mark.parametrize("verdict", [Verdict.VERIFIED, Verdict.DISPUTED])
def test_a_verdict_on_the_facts_needs_a_citation(verdict: Verdict) -> None:
    told = check_gate(verdict, [], Gate.ANY)
    assert told is not None
    assert told.startswith(f"{verdict} needs a citation")
    assert "\n" not in told
    assert check_gate(verdict, THREE[:1], Gate.ANY) is None


@pytest.mark.parametrize("verdict", [Verdict.NEEDS_CONTEXT, Verdict.UNPROVEN, Verdict.NOT_CHECKABLE])
@pytest.mark.parametrize("gate", list(Gate))
def test_other_verdicts_pass_every_gate(verdict: Verdict, gate: Gate) -> None:
    assert check_gate(verdict, [], gate) is None


def test_the_open_gate_lets_all_pass() -> None:
    assert check_gate(Verdict.VERIFIED, [], Gate.OFF) is None


def test_the_strict_gate_wants_three_secondary_sources() -> None:
    told = check_gate(Verdict.VERIFIED, THREE[:2], Gate.STRICT)
    assert told is not None
    assert "there are 2" in told
    assert check_gate(Verdict.VERIFIED, THREE, Gate.STRICT) is None


def test_the_strict_gate_is_content_with_one_primary_source() -> None:
    primary = cited("Census of 2009, table 3", kind=CitationKind.PRIMARY)
    assert check_gate(Verdict.VERIFIED, [primary], Gate.STRICT) is None


def test_only_what_speaks_for_the_verdict_is_strict_evidence() -> None:
    context, against, supporting = (
        cited(f"https://{stance}.example/", kind=CitationKind.PRIMARY, stance=stance)
        for stance in (Stance.CONTEXT, Stance.CONTRADICTS, Stance.SUPPORTS)
    )
    told = check_gate(Verdict.VERIFIED, [context, against], Gate.STRICT)
    assert told is not None
    assert "there are none, not counting 2 not cited as support: cite more" in told
    assert check_gate(Verdict.VERIFIED, [supporting], Gate.STRICT) is None
    told = check_gate(Verdict.DISPUTED, [context, supporting], Gate.STRICT)
    assert told is not None
    assert "2 not cited as contradiction" in told
    assert check_gate(Verdict.DISPUTED, [against], Gate.STRICT) is None


def test_a_page_without_the_passage_is_no_strict_evidence() -> None:
    def primary(check: PassageOutcome | None) -> Citation:
        return cited("https://a.example/1", kind=CitationKind.PRIMARY, passage_check=check)

    told = check_gate(Verdict.VERIFIED, [primary(PassageOutcome.ABSENT)], Gate.STRICT)
    assert told is not None
    assert "there are none, not counting 1 whose page lacks the passage" in told
    for seen in (PassageOutcome.FOUND, PassageOutcome.NEARLY, None):
        assert check_gate(Verdict.VERIFIED, [primary(seen)], Gate.STRICT) is None


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            cited("https://a.example/1"),
            cited("https://www.a.example/1/?utm_source=x#top"),
            "the same reference",
        ),
        (cited("https://a.example/1"), cited("https://news.a.example/2"), "both at a.example"),
        (cited("https://www.bbc.co.uk/1"), cited("https://news.bbc.co.uk/2"), "both at bbc.co.uk"),
        (
            cited("https://a.example/1", publisher="The Daily Bugle"),
            cited("https://b.example/1", publisher="Daily  bugle"),
            "both from The Daily Bugle",
        ),
        (
            cited("https://a.example/1", snapshot="s1"),
            cited("https://b.example/1", snapshot="s1"),
            "the same page",
        ),
        (
            cited("https://a.example/1", snapshot="s1"),
            cited("https://b.example/1", snapshot="s2"),
            "mostly the same text",
        ),
        (
            cited("https://web.archive.org/web/2022/https://a.example/1"),
            cited("https://a.example/1"),
            "the same reference",
        ),
        (cited("doi:10.1000/xyz"), cited("https://doi.org/10.1000/XYZ"), "the same reference"),
    ],
)
def test_two_citations_of_one_source_count_as_one(first: Citation, second: Citation, reason: str) -> None:
    texts = {"s1": f"The Bugle. {STORY} Follow us.", "s2": f"Menu News Sport Weather {STORY}"}
    (source,) = independent_sources([first, second], texts)
    assert source.citations == (first, second)
    assert source.reason == f"2 count as one: {reason}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://bbc.co.uk/1", "https://guardian.co.uk/1"),
        ("https://one.substack.com/p", "https://two.substack.com/p"),
        ("https://doi.org/10.1000/1", "https://doi.org/10.1001/2"),
        ("A call with the ministry, 3 May", "The yearbook of 2019, page 7"),
        ("https://10.0.0.1/", "https://10.0.0.2/"),
    ],
)
def test_two_sources_count_as_two(first: str, second: str) -> None:
    assert len(independent_sources([cited(first), cited(second)])) == 2


def test_a_third_citation_can_join_two_sources_into_one() -> None:
    a, b = cited("https://a.example/1"), cited("https://b.example/1", publisher="Agency")
    joined = independent_sources([a, b, cited("https://a.example/2", publisher="Agency")])
    assert len(joined) == 1
    told = check_gate(Verdict.VERIFIED, [a, b, cited("https://a.example/2", publisher="Agency")], Gate.STRICT)
    assert told is not None
    assert "there is 1 (3 count as one: both at a.example, both from Agency)" in told


def test_short_texts_are_never_taken_for_one_story() -> None:
    a, b = cited("https://a.example/1", snapshot="s1"), cited("https://b.example/1", snapshot="s2")
    assert len(independent_sources([a, b], {"s1": "Too short to tell", "s2": "Too short to tell"})) == 2
