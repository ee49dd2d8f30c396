"""Who is said to have said what: frames of speech in a sentence, and what stands in quotation marks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kzcheck.domain import Attribution, Span, SubjectOrigin
from kzcheck.extract.function_words import RELATIVES
from kzcheck.extract.lexicon import PARTICIPLES, SAYING_BASES, STATEMENT_NOUNS
from kzcheck.extract.memory import Memory
from kzcheck.extract.names import phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.persons import is_person, surname
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.saying_clauses import (
    after_what_was_said,
    clause_follows,
    content_end,
    has_content,
    inverted,
    says_that,
)
from kzcheck.extract.saying_words import MENTAL, STATING, THOUGHT
from kzcheck.extract.speakers import is_speaker, voice_of
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wordlists import words

# most quotations stand on one line, and need no look at every character
_SAID = r"([^“”\"\n]{1,2000}(?=[”\"])|(?:[^“”\"\n]|\n(?!\n)){1,2000})"
_QUOTED = Pattern(rf"“{_SAID}(?:[”\"]|\Z|(?=\n\n))|\"{_SAID}[\"”]|«([^«»]{{1,2000}})»")
"""A quotation that goes on in the next paragraph is not closed, and opened there again."""
_ACCORDING = Pattern(
    r"\b(?:according\s+to|in\s+the\s+(?:words|view|opinion)\s+of|citing|quoting)\s+", re.IGNORECASE
)
_ACCORDING_WORDS = frozenset(("according", "words", "view", "opinion", "citing", "quoting"))

_SHOWING = frozenset(words("put place show suggest indicate reveal find"))
_TELLING = SAYING_BASES | STATING | _SHOWING
_AFTER_SAID = (",", "”", '"', ",’", "—", "?", "!")
_TAIL = 25  # characters after "N said," that are more of what was said, and no mere description
_NEAR = 40  # characters between a carried speaker and the verb that keep both in one quote
_DATA = Pattern(
    r"\b(?:estimates?|data|figures|polls?|surveys?|studies|study|reports?|records|documents|presentation"
    r"|analys[ie]s|audit|census|footage|images|photos|pictures|videos?|review|research|results|letter|emails?|memo|filings?)\b",
    re.IGNORECASE,
)


class Frame(NamedTuple):
    """One act of speech: who, with which verb, and where what was said stands."""

    speaker: Subject
    attribution: Attribution
    verb: str
    said: str
    """The verb as it stands, where what follows is not a clause of its own ("called", "blamed")."""
    whole: Span
    content: Span
    aside: Span | None = None
    """Where the speaker stands when that is amid what was said."""
    silent: bool = False
    """Whether it only lends its speaker to what was said, and is no claim of its own."""


def frames_of(sentence: Sentence, memory: Memory) -> list[Frame]:
    """Return the acts of speech that the sentence reports, in order."""
    frames: list[Frame] = []
    for index, group in enumerate(sentence.verbs):
        if group.base in _TELLING:
            frame = _frame(sentence, index, memory)
            if frame is not None:
                frames.append(frame)
    if len(frames) > 1:
        frames = [frame for frame in frames if not any(_goes_on_in(frame, outer) for outer in frames)]
    if not _ACCORDING_WORDS.isdisjoint(sentence.vocabulary):
        sources = _according(sentence, told=bool(frames))
        frames += [source for source in sources if not any(_same(source, frame) for frame in frames)]
    if not STATEMENT_NOUNS.isdisjoint(sentence.vocabulary):
        frames += _nouns_of_saying(sentence)
    return frames


def _goes_on_in(frame: Frame, outer: Frame) -> bool:
    """Whether a speaker only goes on within what another act of theirs tells: "denied it, saying that …"."""
    return (
        frame is not outer
        and frame.speaker.name == outer.speaker.name
        and outer.content.start < frame.content.start
        and frame.content.end <= outer.content.end
    )


def _same(other: Frame, frame: Frame) -> bool:
    """Whether two acts of speech have mostly the same content: "he said, according to N"."""
    inside = min(other.content.end, frame.content.end) - max(other.content.start, frame.content.start)
    return inside > 0.6 * (other.content.end - other.content.start)


def _nouns_of_saying(sentence: Sentence) -> list[Frame]:
    """Return what "the claim by N that …" and "N’s claim that …" lend to the words after "that"."""
    found: list[Frame] = []
    if "that" not in sentence.vocabulary:
        return found
    for i, word in enumerate(sentence.lowers):
        if word not in STATEMENT_NOUNS:
            continue
        that = next(
            (j for j in range(i + 1, min(i + 26, len(sentence.lowers))) if sentence.lowers[j] == "that"), None
        )
        if that is None or any(group.mood == "finite" and i < group.first < that for group in sentence.verbs):
            continue
        speaker = _speaker_of_noun(sentence, i, that)
        if speaker is not None:
            whole = Span(sentence.starts[i], sentence.span.end)
            content = Span(sentence.ends[that], _second_verb(sentence, that))
            found.append(Frame(speaker, voice_of(speaker.name), "noun", "", whole, content, silent=True))
    return found


def _speaker_of_noun(sentence: Sentence, i: int, that: int) -> Subject | None:
    if i and sentence.words[i - 1].endswith(("’s", "'s", "s’")) and sentence.is_name(i - 1):
        return phrase(sentence, i - 1, i - 1)
    for j in range(i + 1, that - 1):
        if sentence.lowers[j] in ("by", "from", "of", "with"):
            found = phrase(sentence, j + 1, that - 1)
            return found if any(sentence.is_name(k) for k in range(j + 1, that)) else None
    return None


def _second_verb(sentence: Sentence, that: int) -> int:
    """Return where the clause after "that" ends: at the next finite verb but one, else with the sentence."""
    later = [group for group in sentence.verbs if group.mood == "finite" and group.first > that]
    return sentence.starts[later[1].first] if len(later) > 1 else sentence.span.end


def _frame(sentence: Sentence, index: int, memory: Memory) -> Frame | None:
    group = sentence.verbs[index]
    if group.mood == "infinitive" or group.passive or group.tense == "modal":
        return None
    that = says_that(sentence, group)
    if (group.mood == "gerund" and not that) or (group.negated and group.base in THOUGHT):
        return None
    showing = group.base in _SHOWING
    statement = (group.base in STATING and _statement_noun(sentence, group)) or (
        showing and _data_says(sentence, index, memory)
    )
    if not statement and group.base not in SAYING_BASES:
        return None
    if statement and showing and group.last + 1 >= len(sentence.words):
        return _postposed(sentence, index, group, memory, data=True)  # "…, the data show."
    before = not that and not statement and after_what_was_said(sentence, index)
    if not statement and (before or not has_content(sentence, group, that=that)):
        return _postposed(sentence, index, group, memory)
    if group.base == "claim" and _boasts(sentence, group.last + 1):
        return None
    speaker = inverted(sentence, group) or _who(sentence, index, memory)
    if speaker is None or not is_speaker(speaker.name) or (group.base in THOUGHT and not statement):
        return None
    start = sentence.starts[group.first]
    near = speaker.origin is SubjectOrigin.EXPLICIT or 0 < start - speaker.span.end < _NEAR
    if near and sentence.span.start <= speaker.span.start < start:
        start = speaker.span.start
    end = content_end(sentence, index)
    content = Span(sentence.ends[group.last], end)
    clause = that or clause_follows(sentence, index, end)
    said = "" if clause else sentence.words[group.last]
    return Frame(speaker, voice_of(speaker.name), group.base, said, Span(start, end), content)


def _boasts(sentence: Sentence, i: int) -> bool:
    """Whether "claims" at word `i` - 1 only tells what somebody has: "claims the largest reserves"."""
    ahead = sentence.lowers[i + 1 : i + 2]
    if sentence.lowers[i : i + 1] not in (["the"], ["a"], ["its"]) or not ahead:
        return False
    if not (ahead[0].endswith("est") or ahead[0] in ("most", "world") or "-" in ahead[0]):
        return False
    return not any(group.mood == "finite" and i < group.first for group in sentence.verbs)


def _who(sentence: Sentence, index: int, memory: Memory) -> Subject | None:
    """Return the subject of a verb of saying; for "they" that mean nobody who can speak, who spoke last."""
    found = subject_of(sentence, index, memory)
    first = sentence.verbs[index].first
    if first and sentence.lowers[first - 1] == "they" and (found is None or not is_speaker(found.name)):
        return memory.speaker.with_origin(SubjectOrigin.ANAPHORA) if memory.speaker else found
    return found


def _data_says(sentence: Sentence, index: int, memory: Memory) -> bool:
    """Whether figures or papers speak: "some estimates put the number higher"."""
    speaker = subject_of(sentence, index, memory)
    return speaker is not None and _DATA.search(speaker.name) is not None


def _statement_noun(sentence: Sentence, group: VerbGroup) -> bool:
    return not STATEMENT_NOUNS.isdisjoint(sentence.lowers[group.last + 1 : group.last + 5])


def _postposed(
    sentence: Sentence, index: int, group: VerbGroup, memory: Memory, *, data: bool = False
) -> Frame | None:
    """Return the speaker after what was said: "…, officials said."; or between its halves."""
    unsaid = (group.base in MENTAL or group.base in THOUGHT) and group.base != "find"
    if (unsaid and not data) or (index == 0 and group.first == 0):
        return None
    after = group.last + 1
    after_verb = inverted(sentence, group)
    speaker = after_verb or _who(sentence, index, memory)
    if speaker is None or not is_speaker(speaker.name):
        return None
    opening = speaker.span.start if after_verb is None else sentence.starts[group.first]
    if not sentence.span.start <= opening < sentence.span.end:
        opening = sentence.starts[group.first - 1]
    if not sentence.span.start < opening:
        return None
    between = sentence.text[sentence.span.start : opening].rstrip()
    if not between.endswith(_AFTER_SAID):
        between = _without_article(between)
        if not between.endswith(_AFTER_SAID):
            return None
    end = max(sentence.ends[min(after, len(sentence.words)) - 1], speaker.span.end)
    if not sentence.span.start < end <= sentence.span.end:
        end = sentence.ends[group.last]
    said_before = sentence.span.start + len(between)
    unfinished = all(verb.mood != "finite" for verb in sentence.verbs[:index])
    goes_on = sentence.text[end : end + 1] == "," and (unfinished or sentence.span.end - end > _TAIL)
    content = Span(sentence.span.start, sentence.span.end if goes_on else said_before)
    whole = Span(sentence.span.start, sentence.span.end if goes_on else end)
    aside = Span(opening, end) if goes_on else None
    return Frame(speaker, voice_of(speaker.name), group.base, "", whole, content, aside)


_ARTICLE_END = Pattern(r"\b(?:the|a|an|its|his|her)$", re.IGNORECASE)
_LONGEST_ARTICLE = 3


def _without_article(text: str) -> str:
    """Return a text without the article at its end."""
    article = _ARTICLE_END.search(text, max(0, len(text) - _LONGEST_ARTICLE))
    return text[: article.start()].rstrip() if article else text


def _past_description(sentence: Sentence, last: int) -> int:
    """Return where what a source says begins: after "published in May," behind its name."""
    after = last + 1
    if after >= len(sentence.words):
        return sentence.span.end
    if sentence.lowers[after] in PARTICIPLES or sentence.lowers[after] in RELATIVES:
        after = next((i for i in range(after, len(sentence.words)) if "," in sentence.gaps[i]), after)
    return sentence.starts[after]


def _according(sentence: Sentence, *, told: bool) -> list[Frame]:
    """Return the sources of "according to"; of "citing" only where somebody is said to have `told` it."""
    found = []
    for match in _ACCORDING.finditer(sentence.text, sentence.span.start, sentence.span.end):
        first = last = sentence.word_at(match.end())
        if first >= len(sentence.words):
            continue
        while last + 1 < len(sentence.words) and not sentence.gaps[last + 1].strip() and last - first < 8:
            last += 1
        speaker = phrase(sentence, first, last)
        before = sentence.text[sentence.span.start : match.start()].rstrip(" ,")
        if match[0].lower().startswith(("citing", "quoting")) and not told:
            continue
        content = (
            Span(sentence.span.start, sentence.span.start + len(before))
            if before
            else Span(_past_description(sentence, last), sentence.span.end)
        )
        found.append(Frame(speaker, voice_of(speaker.name), "according", "", sentence.span, content))
    return found


def quoted_in(text: str, span: Span) -> list[Span]:
    """Return where the insides of quotation marks stand in `text[span]`."""
    pieces = []
    for match in _QUOTED.finditer(text, span.start, span.end):
        number = match.lastindex or 1
        pieces.append(Span(match.start(number), match.end(number)))
    return pieces


def note_speaker(sentence: Sentence, frames: Sequence[Frame], memory: Memory) -> None:
    """Remember who spoke last, for the "she said" and the quotations that follow."""
    spoke = [frame for frame in frames if not frame.silent and frame.verb != "according"]
    if spoke:
        widest = spoke[0]
        if len(spoke) > 1:
            widest = max(spoke, key=lambda frame: frame.content.end - frame.content.start)
        speaker = memory.speaker = widest.speaker
        memory.spoke_at = sentence.span.end
        if speaker.origin is SubjectOrigin.EXPLICIT and (
            speaker.name in memory.surnames or is_person(speaker, memory.persons)
        ):
            memory.persons.setdefault(surname(speaker), speaker)
