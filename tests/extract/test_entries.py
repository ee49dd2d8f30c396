"""Live blogs and transcripts: each entry has its day, each turn its speaker."""

from kzcheck.domain import Claim, Document, Metadata, ZoneKind, document_id
from kzcheck.extract import extract_claims, read_zones

LIVE = """Flood in Orman: live updates

{first}
Eleven pumps reached the town on the morning train, and 2,300 people are still without power.

{second}
The dam held 91 percent of its volume this evening. Some 4,100 people had left their homes by then.

18:02
Water rose 14 centimetres in two hours near the old bridge. Yesterday 7 houses fell.
"""
HEARING = """Council hearing on the ferry line

CHAIR: We have heard that 40 percent of the boats are older than thirty years.

MARTA OLSEN: The repair yard employs 212 people.

CHAIR: And the cost of all that?

MARTA OLSEN: We spent 3.4 million dollars last year, and the state paid 60 percent of it.
"""


def claims_by_value(text: str, published: str | None = "2026-03-04") -> dict[float, Claim]:
    """The claims of the body by their value."""
    document = Document(
        id=document_id(text),
        text=text,
        zones=tuple(read_zones(text)),
        metadata=Metadata(published=published),
        source="-",
    )
    claims = [claim for claim in extract_claims(document) if claim.zone is ZoneKind.BODY]
    return {claim.quantity.value: claim for claim in claims if claim.quantity and claim.quantity.value}


def test_the_claims_of_a_live_blog_are_of_the_day_of_their_entry() -> None:
    claims = claims_by_value(LIVE.format(first="4 March 2026, 09:15", second="3 March 2026, 18:40"))
    assert (claims[2300].as_of, claims[2300].as_of_from) == ("2026-03-04", "entry")
    assert (claims[4100].as_of, claims[4100].as_of_from) == ("2026-03-03", "entry")
    assert (claims[91].as_of, claims[91].as_of_from) == ("2026-03-03", "text"), "this evening is of its entry"
    assert claims[14].as_of == "2026-03-03", "an hour alone is of the day before it in the text"
    assert (claims[7].as_of, claims[7].as_of_from) == ("2026-03-02", "text")


def test_one_dated_line_above_an_article_makes_no_live_blog() -> None:
    claims = claims_by_value(LIVE.format(first="2 March 2026, 09:15", second="08:40"), "2026-03-02")
    assert {claim.as_of_from for claim in claims.values()} <= {"document", "text"}


def test_every_claim_of_a_transcript_is_said_by_who_has_the_floor() -> None:
    claims = claims_by_value(HEARING)
    assert claims[40].speaker == "CHAIR"
    assert {claims[value].speaker for value in (212, 3.4e6, 60)} == {"MARTA OLSEN"}
