"""Who is said to have said what: frames of speech in a sentence, and what stands in quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcheck.domain import Attribution, Span, SubjectOrigin
from kzcheck.extract.function_words import CLAUSE_OPENERS, PREPOSITIONS, PRONOUNS, RELATIVES
from kzcheck.extract.lexicon import PARTICIPLES, SAYING_BASES, STATEMENT_NOUNS
from kzcheck.extract.names import CALENDAR, is_joined, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.persons import is_person, surname
from kzcheck.extract.phrases import name_described
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.saying_words import MENTAL, STATING, THOUGHT, WITH_CLAUSES
from kzcheck.extract.speakers import is_speaker, voice_of
from kzcheck.extract.subjects import Memory, subject_of
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wordlists import words

_QUOTED = Pattern(
    r"“((?:[^“”\"\n]|\n(?!\n)){1,2000})(?:[”\"]|\Z|(?=\n\n))"
    r"|\"((?:[^\"“”\n]|\n(?!\n)){1,2000})[\"”]|«([^«»]{1,2000})»"
)
"""A quotation that goes on in the next paragraph is not closed, and opened there again."""
_MAY_OPEN = frozenset(("the", "a", "an", "one", "another", "his", "her", "their", "its"))
_CALLING = frozenset(words("for on against about of at to over with"))
_ACCORDING = Pattern(
    r"\b(?:according\s+to|in\s+the\s+(?:words|view|opinion)\s+of|citing|quoting)\s+", re.IGNORECASE
)
_ACCORDING_WORDS = frozenset(("according", "words", "view", "opinion", "citing", "quoting"))

_SHOWING = frozenset(words("put place show suggest indicate reveal find"))
_TELLING = SAYING_BASES | STATING | _SHOWING
_TAIL = 25  # characters after "N said," that are more of what was said, and no mere description
_NEAR = 40  # characters between a carried speaker and the verb that keep both in one quote
_DATA = Pattern(
    r"\b(?:estimates?|data|figures|polls?|surveys?|studies|study|reports?|records|documents|presentation"
    r"|analys[ie]s|audit|census|footage|images|photos|pictures|videos?|review|research|results|letter|emails?|memo|filings?)\b",
    re.IGNORECASE,
)
_OR_ELSE_EVENTS = frozenset(("add", "conclude", "back", "address", "relate"))
"""Verbs that are speech only with a clause after them."""


@dataclass(frozen=True, slots=True)
class Frame:
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
    frames = []
    for index, group in enumerate(sentence.verbs):
        frame = _frame(sentence, index, group, memory) if group.base in _TELLING else None
        if frame is not None:
            frames.append(frame)
    frames = [frame for frame in frames if not any(_goes_on_in(frame, outer) for outer in frames)]
    frames.extend(
        other
        for other in _according(sentence, told=bool(frames))
        if not any(_same(other, one) for one in frames)
    )
    frames.extend(_nouns_of_saying(sentence))
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
    if STATEMENT_NOUNS.isdisjoint(sentence.lowers) or "that" not in sentence.lowers:
        return []
    found = []
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


def _frame(sentence: Sentence, index: int, group: VerbGroup, memory: Memory) -> Frame | None:
    statement = (group.base in STATING and _statement_noun(sentence, group)) or _data_says(
        sentence, index, group, memory
    )
    if not statement and group.base not in SAYING_BASES:
        return None
    if group.negated and group.base in THOUGHT:
        return None
    if group.tense == "modal" or (
        group.mood != "finite" and not (group.mood == "gerund" and _says_that(sentence, group))
    ):
        return None
    if group.passive:
        return None
    after_what = _after_what_was_said(sentence, index)
    if not statement and group.base in SAYING_BASES and (after_what or not _has_content(sentence, group)):
        return _postposed(sentence, index, group, memory)
    speaker = _inverted(sentence, group) or _who(sentence, index, memory)
    if speaker is None or not is_speaker(speaker.name) or (group.base in THOUGHT and not statement):
        return None
    start = sentence.starts[group.first]
    near = speaker.origin is SubjectOrigin.EXPLICIT or 0 < start - speaker.span.end < _NEAR
    if near and sentence.span.start <= speaker.span.start < start:
        start = speaker.span.start
    end = _content_end(sentence, index)
    content = Span(sentence.ends[group.last], end)
    clause = _says_that(sentence, group) or _clause_follows(sentence, index, end)
    said = "" if clause else sentence.words[group.last]
    return Frame(speaker, voice_of(speaker.name), group.base, said, Span(start, end), content)


def _who(sentence: Sentence, index: int, memory: Memory) -> Subject | None:
    """Return the subject of a verb of saying; for "they" that mean nobody who can speak, who spoke last."""
    found = subject_of(sentence, index, memory)
    first = sentence.verbs[index].first
    if first and sentence.lowers[first - 1] == "they" and (found is None or not is_speaker(found.name)):
        return replace(memory.speaker, origin=SubjectOrigin.ANAPHORA) if memory.speaker else found
    return found


def _after_what_was_said(sentence: Sentence, index: int) -> bool:
    """Whether what was said stands before its speaker: “…,” said N; …, N told reporters."""
    group = sentence.verbs[index]
    if _says_that(sentence, group) or group.base in MENTAL or group.base in THOUGHT:
        return False
    i = group.first - 1
    if sentence.gaps[group.first].rstrip().endswith(("”", '"', "’", ",", "?", "!")):
        described = name_described(sentence, group.first) if i > 0 else None
        if described is None or _inverted(sentence, group) is not None:
            return _inverted(sentence, group) is not None
        i = described
    if i < 0:
        return False
    since = i
    while i > 0 and since - i < 9 and sentence.gaps[i].strip() == "":
        i -= 1
    closed = sentence.gaps[i].rstrip()
    told = next((v for v in reversed(sentence.verbs[:index]) if v.mood == "finite"), None)
    if i <= 0 or sentence.lowers[i] in CLAUSE_OPENERS or sentence.lowers[i] in ("and", "but"):
        return False
    after = sentence.gaps[group.last + 1].strip()
    ends = (
        after != "" or group.last + 1 >= len(sentence.words) or group.base in ("tell", "say", "report", "add")
    )
    return closed.endswith(("”", '"')) or (
        closed.endswith(",") and told is not None and i > told.last and ends
    )


def _data_says(sentence: Sentence, index: int, group: VerbGroup, memory: Memory) -> bool:
    """Whether figures or papers speak: "some estimates put the number higher"."""
    if group.base not in _SHOWING:
        return False
    speaker = subject_of(sentence, index, memory)
    return speaker is not None and _DATA.search(speaker.name) is not None


def _statement_noun(sentence: Sentence, group: VerbGroup) -> bool:
    return any(word in STATEMENT_NOUNS for word in sentence.lowers[group.last + 1 : group.last + 5])


def _says_that(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether "that" or a quotation follows within two words ("by stating repeatedly that")."""
    for j in range(group.last + 1, min(group.last + 4, len(sentence.words) + 1)):
        if "“" in sentence.gaps[j] or '"' in sentence.gaps[j]:
            return True
        if j < len(sentence.words) and sentence.lowers[j] == "that":
            return True
    return False


def _parts(sentence: Sentence, i: int) -> bool:
    """Whether another clause begins at word `i`: behind a comma, "and" or "as"."""
    return "," in sentence.gaps[i] or sentence.lowers[i] in ("and", "but", "as", "while")


def _clause_follows(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a clause with its own verb is what was said: "said it rose", not "called it a shock"."""
    group = sentence.verbs[index]
    if group.base not in WITH_CLAUSES:
        return False
    later = next((verb for verb in sentence.verbs[index + 1 :] if verb.mood == "finite"), None)
    if later is None or sentence.starts[later.first] >= end:
        return False
    return RELATIVES.isdisjoint(sentence.lowers[group.last + 1 : later.first])


def _has_content(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether something said follows the verb."""
    after = group.last + 1
    if after >= len(sentence.words):
        return False
    if _says_that(sentence, group):
        return True
    if group.base in _OR_ELSE_EVENTS:
        part = next(
            (i for i in range(after, len(sentence.words)) if _parts(sentence, i)), len(sentence.words)
        )
        return _clause_follows(sentence, sentence.verbs.index(group), sentence.ends[part - 1])
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


def _inverted(sentence: Sentence, group: VerbGroup) -> Subject | None:
    """Return the speaker after the verb: “…,” said the minister."""
    before = sentence.gaps[group.first]
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
    return found if is_speaker(found.name) else None


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


def _postposed(sentence: Sentence, index: int, group: VerbGroup, memory: Memory) -> Frame | None:
    """Return the speaker after what was said: "…, officials said."; or between its halves."""
    if group.base in MENTAL or group.base in THOUGHT or (index == 0 and group.first == 0):
        return None
    after = group.last + 1
    inverted = _inverted(sentence, group)
    speaker = inverted or _who(sentence, index, memory)
    if speaker is None or not is_speaker(speaker.name):
        return None
    opening = speaker.span.start if inverted is None else sentence.starts[group.first]
    if not sentence.span.start <= opening < sentence.span.end:
        opening = sentence.starts[group.first - 1]
    if not sentence.span.start < opening:
        return None
    between = _ARTICLE_END.sub("", sentence.text[sentence.span.start : opening].rstrip()).rstrip()
    if not between.endswith((",", "”", '"', ",’", "—", "?", "!")):
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


def _content_end(sentence: Sentence, index: int) -> int:
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


_ARTICLE_END = Pattern(r"\b(?:the|a|an|its|his|her)$", re.IGNORECASE)
_WHILE = Pattern(r", (?:while|whereas|but|although)\b")


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
    if _ACCORDING_WORDS.isdisjoint(sentence.lowers):
        return []
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
        widest = max(spoke, key=lambda frame: frame.content.end - frame.content.start)
        speaker = memory.speaker = widest.speaker
        memory.spoke_at = sentence.span.end
        if speaker.origin is SubjectOrigin.EXPLICIT and (
            speaker.name in memory.surnames or is_person(speaker, memory.persons)
        ):
            memory.persons.setdefault(surname(speaker), speaker)
