"""Of whom a share is when its clause doesn't say: of those who were asked or counted just before."""

from collections.abc import Sequence

from kzcheck.domain import Quantity
from kzcheck.extract.drafts import Draft
from kzcheck.extract.figure_subjects import counted_noun
from kzcheck.extract.kinds import ANAPHORA, COUNT, PERCENTAGE
from kzcheck.extract.memory import Memory
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_NUMERALS = frozenset(words("two three four five six seven eight nine ten eleven twelve dozens hundreds"))
_COUNTING = (COUNT, PERCENTAGE)
_KEPT = 6  # figures remembered
_MANY = 20  # of whom shares are told
_OPENING = 10  # characters of "Another" before a share that opens its sentence
_FARTHEST = 400  # characters over which it is clear whose share is meant
_PEOPLE = Pattern(
    r"(?:.*\s)?(?:people|men|women|adults|children|teens|boys|girls|firms|companies|households|families"
    r"|students|residents|patients|parents|respondents|participants|applicants|migrants|tenants|doctors"
    r"|directors|visitors|investors|victims|pupils|guests|soldiers|adolescents"
    r"|(?!numbers|letters|papers|orders|others|matters|centers|computers|servers|containers|towers|rivers"
    r"|flowers|quarters|answers|offers|layers|chapters|meters|liters)\w+(?:ers|ists|ees|ians))"
    r"(?:\s(?:in|of|from|under|over|aged)\s.*)?"
)


def known_whole(
    sentence: Sentence, memory: Memory, quantity: Quantity, subject: Subject | None, measure: str | None
) -> str | None:
    """Return of whom a share is that opens its sentence: "Some 40 percent said", "Half of them came"."""
    if not memory.counts:
        return measure
    if measure == "them":
        just_counted = memory.counts[-1][0] is memory.before
        return (_noun_counted(*memory.counts[-1]) if just_counted else None) or measure
    if subject is not None or quantity.change is not None:
        return None
    if quantity.start - sentence.span.start > _OPENING:
        return None
    i = sentence.word_at(quantity.end)
    told = any(group.mood == "finite" and group.first == i for group in sentence.verbs)
    return _people_counted(sentence, memory, _MANY) if told else None


def _people_counted(sentence: Sentence, memory: Memory, least: int) -> str | None:
    """Return the people, at `least` so many, that the sentences before counted or told a share of."""
    for counted in reversed(memory.counts):
        before, quantity, _ = counted
        if sentence.span.start - before.span.end > _FARTHEST:
            return None
        enough = quantity.kind is PERCENTAGE or (quantity.value or 0) >= least
        whole = _noun_counted(*counted) if enough else None
        if whole and _PEOPLE.fullmatch(whole):
            return whole
    return None


def _noun_counted(sentence: Sentence, quantity: Quantity, measure: str | None) -> str | None:
    if quantity.kind is PERCENTAGE:
        return measure
    noun = counted_noun(sentence, quantity)
    return noun.name if noun is not None else None


def note_counted(sentence: Sentence, drafts: Sequence[Draft], memory: Memory) -> None:
    """Remember what this sentence counts, and of whom it tells a share."""
    counts = memory.counts
    for draft in drafts:
        quantity = draft.quantity
        if quantity is not None and quantity.kind in _COUNTING:
            counts.append((sentence, quantity, draft.measure))
    if len(counts) > _KEPT:
        del counts[:-_KEPT]


def people_meant(subject: Subject, sentence: Sentence, memory: Memory) -> Subject:
    """Return a subject that is a mere number with those counted before: "three people" were hurt."""
    number = subject.name.lower()
    people = _people_counted(sentence, memory, 1) if number in _NUMERALS else None
    return Subject(f"{number} {people}", subject.span, ANAPHORA) if people else subject
