"""What forbids that two statements are the same, however alike their words are."""

from collections.abc import Iterator

from kzcheck.domain import QuantityKind, Relation
from kzcheck.match import explain, vocabulary, words
from kzcheck.match.counted import agreement_of, noun, of_one_kind
from kzcheck.match.evidence import FigurePair
from kzcheck.match.figures import DAY, Agreement, Figure
from kzcheck.match.names import COUNTRY
from kzcheck.match.prepared import LIGHT, Prepared
from kzcheck.match.sides import Sides, meet, of_one_measure

DENIED = "one says it, the other denies it"

NO_CLAIMS = (DAY, QuantityKind.AGE)
"""Figures that make no claims of their own. Where the own figures of two claims agree and any other figure
does not, it is another claim of the sentence that is in conflict."""

FEW = 1
"""A statement with at most this many words of its own differs from the other in figures and names alone."""


def other_things(sides: Sides) -> Iterator[tuple[Relation, str]]:
    """Yield what shows that two statements speak of different things, however alike or unlike they are."""
    a, b, evidence = sides[:3]
    if a.main is not None and b.main is not None:
        yield from _other_claims(sides)
    if evidence.years_a and evidence.years_b:
        yield Relation.RELATED, f"another year: {explain.against(evidence.years_a[0], evidence.years_b[0])}"


def contradictions(sides: Sides) -> Iterator[tuple[Relation, str]]:
    """Yield what two statements that are alike contradict each other in, or tell of other things."""
    a, b, evidence = sides[:3]
    agreed = False
    if a.main is not None and b.main is not None:
        mine, other = a.figures[a.main], b.figures[b.main]
        agreed = agreement_of(mine, other) in (Agreement.SAME, Agreement.WITHIN)
        yield from _other_figures(sides, mine, other)
    alike = min(_own_words(a, evidence.alignment.rest_a), _own_words(b, evidence.alignment.rest_b)) <= FEW
    for pair in evidence.figures:
        if pair.agreement is Agreement.CLASH:
            one = of_one_measure(sides, pair)
            why = explain.values(pair) if one else explain.apart(pair.a, pair.b)
            elsewhere = agreed and pair.a.dimension not in NO_CLAIMS
            yield Relation.CONFLICT if one and not elsewhere else Relation.RELATED, why
        elif pair.agreement is Agreement.SAME and alike and _count_other_things(a, b, pair):
            yield Relation.RELATED, explain.against(pair.a.text, pair.b.text)
    lone = _lone_numbers(sides)
    if lone is not None:
        yield Relation.RELATED, explain.against(*lone)
    if evidence.negated:
        yield Relation.CONFLICT, DENIED
    for one_word, other_word in evidence.alignment.opposites:
        yield Relation.CONFLICT, f"opposite: {explain.against(one_word, other_word)}"


def _lone_numbers(sides: Sides) -> tuple[str, str] | None:
    """Return a number of each side that the other lacks, if the one stands in place of the other.

    It does if one number has two units, or if one side has hardly a word of its own. Otherwise each side
    gives a detail that the other leaves out, such as "13 cents lower" and "1.5 percent".
    """
    a, b, evidence = sides[:3]
    rest_a, rest_b = evidence.alignment.rest_a, evidence.alignment.rest_b
    days = all(any(item.dimension == DAY for item in lone) for lone in (evidence.lone_a, evidence.lone_b))
    lone_a, lone_b = (
        [item.text for item in lone if days or item.dimension != DAY]
        for lone in (evidence.lone_a, evidence.lone_b)
    )
    mine = [*lone_a, *evidence.years_a, *_with_digits(a, rest_a)]
    if not mine:
        return None
    other = [*lone_b, *evidence.years_b, *_with_digits(b, rest_b)]
    if not other:
        return None
    details = min(_own_words(a, rest_a), _own_words(b, rest_b)) > FEW
    return None if details and _numbers(mine).isdisjoint(_numbers(other)) else (mine[0], other[0])


def _with_digits(prepared: Prepared, rest: list[int]) -> list[str]:
    return [prepared.written[at] for at in rest if any(map(str.isdigit, prepared.terms[at]))]


def _own_words(prepared: Prepared, rest: list[int]) -> int:
    """Count the words that only this side has and that do not belong to its figures."""
    return sum(
        prepared.kinds[at] != LIGHT
        and not any(prepared.written[at] in figure.text for figure in prepared.figures)
        for at in rest
    )


def _numbers(texts: list[str]) -> set[str]:
    """Return the words that give the number in texts like "12,400 acres" and "twelve percent"."""
    found = (token.text for text in texts for token in words.tokens(text))
    return {word for word in found if word[0].isdigit() or words.fold(word) in vocabulary.NUMBER_WORDS}


def _count_other_things(a: Prepared, b: Prepared, pair: FigurePair) -> bool:
    """Return whether equal numbers are of things that the other side does not mention: 50 homes, 50 jobs."""
    if of_one_kind(pair.a, pair.b):
        return False
    mine, other = noun(pair.a), noun(pair.b)
    return mine in a.terms and other in b.terms and not meet((mine,), b.terms) and not meet((other,), a.terms)


def _other_claims(sides: Sides) -> Iterator[tuple[Relation, str]]:
    """Yield what tells two claims with a figure of their own apart: the subject, the country, the time."""
    a, b, evidence = sides[:3]
    if a.subject and b.subject and not meet(a.subject, b.subject):
        mentioned = meet(a.subject, b.terms) or meet(b.subject, a.terms)
        yield Relation.DIFFERENT, (explain.subjects if mentioned else explain.about)(a.about, b.about)
    places_a, places_b = _countries(a, evidence.alignment.rest_a), _countries(b, evidence.alignment.rest_b)
    if places_a and places_b:
        yield Relation.RELATED, explain.about(", ".join(places_a), ", ".join(places_b))
    if a.as_of and b.as_of and a.as_of[:4] != b.as_of[:4]:
        yield Relation.RELATED, f"as of {explain.against(a.as_of, b.as_of)}"


def _other_figures(sides: Sides, mine: Figure, other: Figure) -> Iterator[tuple[Relation, str]]:
    """Yield that the figures of two claims measure different things, if they do.

    Where both sentences give one of them too, these are just two claims of what may be one sentence.
    """
    if agreement_of(mine, other) is Agreement.APART:
        agreeing = [pair for pair in sides.evidence.figures if pair.agreement is Agreement.SAME]
        both = any(mine in pair or other in pair for pair in agreeing)
        yield Relation.DIFFERENT if both else Relation.RELATED, explain.apart(mine, other)


def _countries(prepared: Prepared, rest: list[int]) -> list[str]:
    """Return the countries that only this side names, as written."""
    return [prepared.written[at] for at in rest if prepared.terms[at] in COUNTRY]
