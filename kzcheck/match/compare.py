"""How two statements relate: whether they can say the same at all, and if so how alike they are."""

from collections.abc import Iterator
from typing import NamedTuple

from kzcheck.domain import JOIN, SUGGEST, Comparison, Relation
from kzcheck.match import explain, swapped, vocabulary, words
from kzcheck.match.align import SEAT_CREDIT, credit, weights
from kzcheck.match.evidence import Evidence, FigurePair, gather
from kzcheck.match.figures import Agreement, agreement, hedged_alike
from kzcheck.match.names import COUNTRY
from kzcheck.match.prepared import LIGHT, MAYBE_NAME, NAME, WORD, Prepared
from kzcheck.match.score import probabilities

RELATED, RELATED_WEIGHT = 0.2, 1.7
"""Two statements are at least related from this score on, if what they share has this weight, with a word."""

LEAST_SHARED = 0.35
"""Two statements that share less than this part of their weight (0 to 1) never count as the same."""

FEW = 1
"""A statement with at most this many words of its own differs from the other in figures and names alone."""

TOPICS = ((2.1, 0.45), (2.5, 0.28))
"""Pairs of a shared weight and a part of the shorter statement. Two statements that share at least both, with
a word among it, are related whatever their score: a long and a short sentence may be about one event."""


class Obstacle(NamedTuple):
    """Something that rules out that two statements say the same.

    `relation` is what it makes of statements that are otherwise alike, and `why` explains it. One that
    `contradicts` means something only for statements that are alike; for others it is no reason.
    """

    relation: Relation
    why: str
    contradicts: bool = True


def compare(a: Prepared, b: Prepared) -> Comparison:
    """Return how two statements relate, how likely it is that they say the same (0 to 1), and why.

    Statements that differ in a value, unit, year, negation, direction or name are never duplicates, however
    alike their words. If the rest agrees, a different value, negation or direction makes a conflict.
    """
    evidence = gather(a, b)
    common = _common(a, b, evidence)
    score, otherwise = probabilities(a, b, evidence)
    obstacle = next(_obstacles(a, b, evidence), None)
    same = otherwise >= SUGGEST and common.dice >= LEAST_SHARED
    if obstacle is not None and same:
        return Comparison(obstacle.relation, min(score, otherwise), _reasons(a, b, evidence, obstacle.why))
    if not same or score < SUGGEST:
        distant = _distant(common, score if obstacle is None else otherwise)
        topic = _topic(a, b, evidence) if distant is Relation.RELATED else None
        why = topic if obstacle is None or obstacle.contradicts else obstacle.why
        return Comparison(distant, min(score, otherwise), _reasons(a, b, evidence, why))
    changed = next(_changes(a, b, evidence), None)
    if changed is not None:
        relation, why = changed
        return Comparison(relation, score, _reasons(a, b, evidence, why))
    for pair in evidence.figures:
        if pair.agreement is Agreement.WITHIN or not hedged_alike(pair.a, pair.b):
            return Comparison(Relation.COMPATIBLE, score, _reasons(a, b, evidence, explain.agreed(pair)))
    why = explain.alike(a, b, surely=score >= JOIN)
    return Comparison(Relation.DUPLICATE, score, _reasons(a, b, evidence, why))


def _changes(a: Prepared, b: Prepared, evidence: Evidence) -> Iterator[tuple[Relation, str]]:
    """Yield the single changes that alter a statement that is otherwise the same: the relation, and why."""
    replaced = swapped.replaced(a, b)
    turned = swapped.turned(replaced)
    if turned is not None:
        yield Relation.CONFLICT, f"opposite: {explain.against(*turned)}"
    names = swapped.other_name(a, b, evidence.alignment, replaced)
    if names is not None:
        yield Relation.RELATED, explain.about(*names)
    exchanged = swapped.exchanged(a, b, evidence.alignment)
    if exchanged is not None:
        yield Relation.RELATED, f"{exchanged[0]} and {exchanged[1]} have changed places"


class _Common(NamedTuple):
    """What two statements share: its weight, its part of the shorter and of both, whether it has a word."""

    weight: float
    share: float
    dice: float
    a_word: bool


def _common(a: Prepared, b: Prepared, evidence: Evidence) -> _Common:
    whole_a, whole_b = sum(weights(a.kinds)), sum(weights(b.kinds))
    shared = min(evidence.shared_a, evidence.shared_b)
    return _Common(
        shared,
        shared / (min(whole_a, whole_b) or 1.0),
        (evidence.shared_a + evidence.shared_b) / (whole_a + whole_b or 1.0),
        any(a.kinds[i] == WORD or b.kinds[j] == WORD for i, j, _ in evidence.alignment.pairs),
    )


def _distant(common: _Common, score: float) -> Relation:
    """Return how two statements relate that do not say the same: related if they share more than names."""
    topic = any(common.weight >= least and common.share >= share for least, share in TOPICS)
    likely = score >= RELATED and common.weight >= RELATED_WEIGHT
    return Relation.RELATED if common.a_word and (topic or likely) else Relation.DIFFERENT


def _topic(a: Prepared, b: Prepared, evidence: Evidence) -> str:
    """Say why two statements are related: a shared name, deed and one more word may be one event."""
    pairs = [(i, j) for i, j, _ in evidence.alignment.pairs]
    named = any({a.kinds[i], b.kinds[j]} in ({NAME}, {NAME, MAYBE_NAME}) for i, j in pairs)
    shared = [(a.terms[i], b.terms[j]) for i, j in pairs if WORD in (a.kinds[i], b.kinds[j])]
    happened = any(_group(one) == _group(other) in words.EVENTS for one, other in shared)
    return "perhaps one event" if named and happened and len(shared) > 1 else "on one topic"


def _group(term: str) -> str:
    return words.SYNONYM.get(term, term)


def _obstacles(a: Prepared, b: Prepared, evidence: Evidence) -> Iterator[Obstacle]:
    """Yield everything that rules out that the two say the same, the most decisive first."""
    yield from _claim_obstacles(a, b, evidence)
    if evidence.years_a and evidence.years_b:
        why = f"another year: {explain.against(evidence.years_a[0], evidence.years_b[0])}"
        yield Obstacle(Relation.RELATED, why, contradicts=False)
    alike = min(_own_words(a, evidence.alignment.rest_a), _own_words(b, evidence.alignment.rest_b)) <= FEW
    for pair in evidence.figures:
        if pair.agreement is Agreement.CLASH:
            yield Obstacle(Relation.CONFLICT, explain.values(pair))
        elif pair.agreement is Agreement.SAME and alike and _count_other_things(a, b, pair):
            yield Obstacle(Relation.RELATED, explain.against(pair.a.text, pair.b.text))
    lone = _lone_numbers(a, b, evidence)
    if lone is not None:
        yield Obstacle(Relation.RELATED, explain.against(*lone))
    if evidence.negated:
        yield Obstacle(Relation.CONFLICT, "one says it, the other denies it")
    for one, other_word in evidence.alignment.opposites:
        yield Obstacle(Relation.CONFLICT, f"opposite: {explain.against(one, other_word)}")


def _lone_numbers(a: Prepared, b: Prepared, evidence: Evidence) -> tuple[str, str] | None:
    """Return a number of each side that the other lacks, if the one stands in place of the other.

    It does if one number has two units, or if one side has hardly a word of its own. Otherwise each side
    gives a detail that the other leaves out, such as "13 cents lower" and "1.5 percent".
    """
    rest_a, rest_b = evidence.alignment.rest_a, evidence.alignment.rest_b
    mine = [*(item.text for item in evidence.lone_a), *evidence.years_a, *_with_digits(a, rest_a)]
    if not mine:
        return None
    other = [*(item.text for item in evidence.lone_b), *evidence.years_b, *_with_digits(b, rest_b)]
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
    if explain.of_one_kind(pair.a, pair.b):
        return False
    mine, other = explain.noun(pair.a), explain.noun(pair.b)
    return (
        mine in a.terms and other in b.terms and not _meet((mine,), b.terms) and not _meet((other,), a.terms)
    )


def _claim_obstacles(a: Prepared, b: Prepared, evidence: Evidence) -> Iterator[Obstacle]:
    """Yield what rules out that two claims, each with a main figure, say the same."""
    if a.main is None or b.main is None:
        return
    mine, other = a.figures[a.main], b.figures[b.main]
    if agreement(mine, other) is Agreement.APART:
        yield Obstacle(Relation.RELATED, explain.apart(mine, other))
    if a.subject and b.subject and not _meet(a.subject, b.subject):
        yield Obstacle(Relation.DIFFERENT, explain.about(a.about, b.about), contradicts=False)
    places_a, places_b = _countries(a, evidence.alignment.rest_a), _countries(b, evidence.alignment.rest_b)
    if places_a and places_b:
        why = explain.about(", ".join(places_a), ", ".join(places_b))
        yield Obstacle(Relation.RELATED, why, contradicts=False)
    if a.as_of and b.as_of and a.as_of[:4] != b.as_of[:4]:
        yield Obstacle(Relation.RELATED, f"as of {explain.against(a.as_of, b.as_of)}", contradicts=False)


def _countries(prepared: Prepared, rest: list[int]) -> list[str]:
    """Return the countries that only this side names, as written."""
    return [prepared.written[at] for at in rest if prepared.terms[at] in COUNTRY]


def _meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether a term of one list stands for the same as a term of the other."""
    return any(one == two or credit(one, two) >= SEAT_CREDIT for one in left for two in right)


def _reasons(a: Prepared, b: Prepared, evidence: Evidence, why: str | None) -> tuple[str, ...]:
    """Return the reasons: the deciding one, then figures, dates, shared terms, and terms that differ."""
    figures = [explain.values(pair) for pair in _by_weight(evidence.figures)]
    terms = [explain.shared_terms(a, b, evidence), explain.differing_terms(a, b, evidence)]
    first = [why] if why else []
    return tuple(
        dict.fromkeys([*first, *figures[:3], *_dates(a, b, evidence), *(line for line in terms if line)])
    )


def _dates(a: Prepared, b: Prepared, evidence: Evidence) -> list[str]:
    """Say when two figures were published if the years differ, since one may be out of date."""
    if a.main is None or b.main is None or not a.published or not b.published:
        return []
    if a.published[:4] == b.published[:4]:
        return []
    apart = evidence.agreements().count(Agreement.SAME) < len(evidence.figures)
    return [explain.published(a.published, b.published, apart=apart)]


def _by_weight(pairs: tuple[FigurePair, ...]) -> list[FigurePair]:
    order = [Agreement.CLASH, Agreement.WITHIN, Agreement.SAME]
    return sorted(pairs, key=lambda pair: order.index(pair.agreement))
