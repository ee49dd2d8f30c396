"""Where what a verb of saying tells stands: after it, before it, and where it ends."""

from kzcheck.extract.function_words import CLAUSE_OPENERS, MODALS, PREPOSITIONS, PRONOUNS, RELATIVES
from kzcheck.extract.names import CALENDAR, is_joined, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.phrases import name_described
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.saying_words import MENTAL, THOUGHT, WITH_CLAUSES
from kzcheck.extract.speakers import is_speaker
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wordlists import words

_OR_ELSE_EVENTS = frozenset(("add", "conclude", "back", "address", "relate"))
"""Verbs that are speech only with a clause after them."""
_CALLING = frozenset(words("for on against about of at to over with"))
_MAY_OPEN = frozenset(("the", "a", "an", "one", "another", "his", "her", "their", "its"))
_WHILE = Pattern(r", (?:while|whereas|but|although)\b")


def after_what_was_said(sentence: Sentence, index: int) -> bool:
    """Whether what was said stands before its speaker: “…,” said N; …, N told reporters."""
    group = sentence.verbs[index]
    if group.base in MENTAL or group.base in THOUGHT:
        return False
    i = group.first - 1
    if sentence.gaps[group.first].rstrip().endswith(("”", '"', "’", ",", "?", "!")):
        described = name_described(sentence, group.first) if i > 0 else None
        if described is None or inverted(sentence, group) is not None:
            return inverted(sentence, group) is not None
        i = described
    if i < 0:
        return False
    since = i
    while i > 0 and since - i < 9 and sentence.gaps[i].strip() == "":
        i -= 1
    if i <= 0 or sentence.lowers[i] in CLAUSE_OPENERS or sentence.lowers[i] in ("and", "but"):
        return False
    closed = sentence.gaps[i].rstrip()
    if closed.endswith(("”", '"')):
        return True
    if not closed.endswith(","):
        return False
    told = next((v for v in reversed(sentence.verbs[:index]) if v.mood == "finite"), None)
    after = sentence.gaps[group.last + 1].strip()
    ends = (
        after != "" or group.last + 1 >= len(sentence.words) or group.base in ("tell", "say", "report", "add")
    )
    return told is not None and i > told.last and ends


def says_that(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether "that" or a quotation follows within two words ("by stating repeatedly that")."""
    near = slice(group.last + 1, group.last + 4)
    if "that" not in sentence.lowers[near]:
        between = "".join(sentence.gaps[near])
        if "“" not in between and '"' not in between:
            return False
    after = group.last + 1  # not "…,” N said, adding that"
    return sentence.lowers[after : after + 1] != ["adding"] or "," not in sentence.gaps[after]


def _parts(sentence: Sentence, i: int) -> bool:
    """Whether another clause begins at word `i`: behind a comma, "and" or "as"."""
    return "," in sentence.gaps[i] or sentence.lowers[i] in ("and", "but", "as", "while")


def clause_follows(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a clause with its own verb is what was said: "said it rose", not "called it a shock"."""
    group = sentence.verbs[index]
    if group.base not in WITH_CLAUSES:
        return False
    later = next((verb for verb in sentence.verbs[index + 1 :] if verb.mood == "finite"), None)
    if later is None or sentence.starts[later.first] >= end:
        return False
    return RELATIVES.isdisjoint(sentence.lowers[group.last + 1 : later.first])


def has_content(sentence: Sentence, group: VerbGroup, *, that: bool) -> bool:
    """Whether something said follows the verb, as it does behind a near "that" or quotation."""
    after = group.last + 1
    if after >= len(sentence.words):
        return False
    if that:
        return True
    if group.base in _OR_ELSE_EVENTS:
        part = next(
            (i for i in range(after, len(sentence.words)) if _parts(sentence, i)), len(sentence.words)
        )
        return clause_follows(sentence, sentence.verbs.index(group), sentence.ends[part - 1])
    if group.base in MENTAL or group.base in THOUGHT:
        return False
    gap = sentence.gaps[after]
    if "," in gap or "." in gap or ";" in gap:
        return False
    lower = sentence.lowers[after]
    if lower in ("it", "so") and sentence.gaps[after + 1].strip():
        return False
    if lower in PREPOSITIONS:
        return lower in _CALLING
    return not (group.base == "call" and lower in PRONOUNS) or any(
        "“" in gap or '"' in gap for gap in sentence.gaps[after : after + 10]
    )


def inverted(sentence: Sentence, group: VerbGroup) -> Subject | None:
    """Return the speaker after the verb: “…,” said the minister."""
    before = sentence.gaps[group.first]
    if group.base == "tell":
        return None  # who is named behind it is told
    if not ("”" in before or '"' in before or "," in before) or group.first + 1 >= len(sentence.words):
        return None
    last = after = group.last + 1
    if after >= len(sentence.words) or not _may_open_a_name(sentence, after):
        return None
    while last + 1 < len(sentence.words) and is_joined(sentence, last + 1):
        word = sentence.lowers[last + 1]
        if word in CLAUSE_OPENERS or (word in PREPOSITIONS and word != "of"):
            break
        last += 1
        if last - after > 7:
            break
    found = phrase(sentence, after, last)
    if not is_speaker(found.name):
        return None
    named = any(sentence.is_name(i) for i in range(after, last + 1))
    if not named and before.strip() == "," and name_described(sentence, group.first) is not None:
        return None  # "N, who heads the group, disputes the figures"
    return found


def _may_open_a_name(sentence: Sentence, i: int) -> bool:
    """Whether a speaker may begin at word `i`: a name, an article, or a role before a name."""
    if sentence.lowers[i] in PREPOSITIONS or sentence.lowers[i] in CALENDAR:
        return False
    if sentence.is_name(i) or sentence.lowers[i] in _MAY_OPEN:
        return True
    return any(
        sentence.is_name(j) and not sentence.gaps[j].strip() and not sentence.gaps[i + 1].strip()
        for j in range(i + 1, min(i + 4, len(sentence.words)))
    )


def content_end(sentence: Sentence, index: int) -> int:
    """Where what was said ends: at the next verb of the same speaker, a semicolon, or the sentence's end."""
    group = sentence.verbs[index]
    for later in sentence.verbs[index + 1 :]:
        if later.mood != "finite":
            continue
        if later.resumes >= 0 and later.resumes < group.first:
            return sentence.ends[later.first - 1]
        j = later.first - 1
        while j > group.last and sentence.lowers[j].endswith("ly"):
            j -= 1
        joined = sentence.lowers[j] in ("and", "but") and j > group.last
        if joined and later.tense == "modal" and sentence.lowers[later.first] not in MODALS:
            continue  # "would close plants and cut jobs"
        if joined and sentence.lowers[later.first] != "had":
            return sentence.ends[j - 1]
        told = "," in sentence.gaps[later.first] and later.tense in ("past", "perfect")
        if told and any(v.mood == "finite" and group.last < v.first < later.first for v in sentence.verbs):
            return sentence.ends[later.first - 1]
    stop = sentence.text.find(";", sentence.ends[group.last], sentence.span.end)
    while_ = _WHILE.search(sentence.text, sentence.ends[group.last], sentence.span.end)
    closing = sentence.text.find(")", sentence.ends[group.last], sentence.span.end)
    if closing >= 0 and sentence.text.find("(", sentence.ends[group.last], closing) >= 0:
        closing = -1  # what closes was opened after the verb
    ends = [at for at in (stop, while_.start() if while_ else -1, closing) if at >= 0]
    return min(ends) if ends else sentence.span.end
