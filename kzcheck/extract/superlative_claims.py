"""Claims that rest on a superlative."""

from kzcheck.domain import ClaimKind, Quantity, Span
from kzcheck.extract.drafts import Draft
from kzcheck.extract.figure_subjects import core_of, governor_of
from kzcheck.extract.function_words import PRONOUNS
from kzcheck.extract.headlines import flat, following, short_name, trimmed
from kzcheck.extract.kinds import EXPLICIT, RANK
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import is_question, modality_of
from kzcheck.extract.names import described, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.phrases import skip_adverbs
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.spans import clause_around, widened
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.superlatives import Superlative

_AGENT_OF = Pattern(r"(?P<rank>\S+)\s(?P<agent>\w+(?:er|or)s?)\sof\s(?P<what>[\w-]+(?:\s[\w-]+)?)")
_OWNER = Pattern(r"(?P<name>(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*[’']s?)\s$")
_OTHER_CLAUSES = frozenset(("because", "since", "as", "when", "while", "after", "before", "and", "but"))
_BEING = frozenset(("is", "are", "was", "were", "among", "became", "become", "remain", "remained"))


def _firsts_subject(sentence: Sentence, memory: Memory, found: Superlative) -> Subject | None:
    """Return who did for the first time: "the first time that the clause has been invoked"."""
    index = _verb_after(sentence, found)
    if index is None:
        return None
    first, last = sentence.word_at(found.span.end), skip_adverbs(sentence, sentence.verbs[index].first - 1)
    if first <= last and sentence.lowers[first] not in PRONOUNS and sentence.lowers[first] != "that":
        return phrase(sentence, first, last)
    return subject_of(sentence, index, memory)


def _verb_after(sentence: Sentence, found: Superlative) -> int | None:
    i = sentence.word_at(found.span.end)
    if found.of != "time" or i >= len(sentence.words):
        return None
    start = sentence.word_at(found.span.start)
    if sentence.lowers[max(0, start - 2) : start] == ["for", "the"] or sentence.gaps[i].strip():
        return None
    if sentence.lowers[i] in _OTHER_CLAUSES:
        return None
    for index, group in enumerate(sentence.verbs):
        if group.mood == "finite" and i <= group.first <= i + 9:
            return index
    return None


def _what_first(sentence: Sentence, found: Superlative, subject: Subject | None) -> str:
    """Return what follows a bare superlative in its headline."""
    index = _verb_after(sentence, found)
    if index is not None and subject is not None:
        return f"{short_name(subject.name)} {sentence.words[sentence.verbs[index].last]}"
    if found.of and found.of != "time":
        return ""
    told = following(sentence, found.span.end, 3)
    if told or not found.of or subject is None:
        return told
    index = governor_of(sentence, sentence.word_at(found.span.start))
    group = sentence.verbs[index] if index is not None else None
    after = sentence.word_at(found.span.end)
    group = next((verb for verb in sentence.verbs if verb.first == after), group)
    return f"{short_name(subject.name)} {sentence.words[group.last]}" if group is not None else ""


def _denied(sentence: Sentence, i: int) -> str:
    """Return "not " when what is said of the superlative at word `i` is that it is none."""
    before = [group for group in sentence.verbs if i - 3 <= group.last < i]
    return "not " if (before and before[-1].negated) or "not" in sentence.lowers[max(0, i - 2) : i] else ""


def _only_a_kind(sentence: Sentence, found: Superlative, i: int) -> bool:
    """Whether a superlative only tells which ones are meant: "the smallest glaciers had disappeared"."""
    if " " in found.of or not found.of.endswith("s") or found.rank != 1 or found.of.endswith("ss"):
        return False
    before = sentence.lowers[max(0, i - 2) : i]
    if before[-1:] != ["the"] or not sentence.text.startswith(("the ", "The "), sentence.starts[i - 1]):
        return False
    if len(before) > 1 and i - 2 in sentence.busy and before[0] in _BEING:
        return False
    after = sentence.word_at(found.span.end)
    return after >= len(sentence.words) or sentence.lowers[after] not in ("in", "of", "on", "since", "ever")


def superlative_draft(sentence: Sentence, memory: Memory, found: Superlative) -> Draft | None:
    """Return the claim of a superlative; None where it only tells which ones are meant."""
    if is_question(sentence):
        return None
    i = sentence.word_at(found.span.start)
    if _only_a_kind(sentence, found, i):
        return None
    clause = clause_around(sentence, found.span.start, found.span.end)
    subject = described(sentence, i, sentence.word_at(found.span.end - 1)) or _firsts_subject(
        sentence, memory, found
    )
    if subject is None:
        governor = governor_of(sentence, i)
        subject = subject_of(sentence, governor, memory) if governor is not None else None
    text = sentence.text[found.span.start : found.span.end]
    rest = _what_first(sentence, found, subject)
    quantity = Quantity(
        start=found.span.start,
        end=found.span.end,
        text=text,
        value=found.rank,
        unit=None,
        kind=RANK,
    )
    return Draft(
        kind=ClaimKind.SUPERLATIVE,
        span=widened(clause, subject.span, sentence) if subject and subject.origin is EXPLICIT else clause,
        core=core_of(sentence, clause, quantity),
        value=found.span,
        headline=f"{_denied(sentence, i)}{_headline(sentence.text, found.span, rest)}",
        quantity=quantity,
        measure=found.of or None,
        subject=subject,
        modality=modality_of(sentence, clause.start, found.span.start),
    )


def _headline(text: str, span: Span, rest: str) -> str:
    """Return the headline of a superlative: whose it is, its words, then what it is the most of."""
    said = flat(text[span.start : span.end])
    agent = _AGENT_OF.fullmatch(said)
    if agent:
        said = f"{agent['rank']} {agent['what']} {agent['agent']}"
    owner = _OWNER.search(text, max(0, span.start - 40), span.start)
    return trimmed(f"{owner['name'] if owner else ''} {said} {rest}".strip())
