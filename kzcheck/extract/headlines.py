"""Headlines as a reviewer would say them: the value, then what it is of; hedge when there is one."""

from functools import lru_cache

from kzcheck.domain import Change, Quantity
from kzcheck.extract.function_words import (
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from kzcheck.extract.kinds import COUNT, DURATION, PERCENTAGE
from kzcheck.extract.names import CALENDAR, is_named
from kzcheck.extract.nouns import plural
from kzcheck.extract.numbers import ONES, TENS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.persons import person_name
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_LONGEST = 7
_LONGEST_PERSON = 3
_LISTENERS = 5  # words before "that"
_TO_SOMEBODY = frozenset(
    ("", "told", "tells", "tell", "warned", "warns", "informed", "assured", "reminded", "convinced")
)
_LONGEST_CORE = 5
_LONG_COUNT = 3  # words of a figure and what it counts
_EMPTY_MEASURES = frozenset(words("total whole overall sum"))
_EMPTY_ALONE = frozenset(words("all them these those which it year month week past same population"))
_CUT_SHORT = 4  # words of a clause that say nothing yet
_ROOM = 7  # words of what was said
SHARED_OR_TIMES = ("each", "as many", "as much")
"""What a figure is said with: "7 pounds each", "three times as many"."""
_PREDICATE = 5  # words
_MORE = 3  # words beyond the room
_NEAREST = (0, 1, -1, 2, -2, _MORE)
"""Where a headline's last phrase may end, in words beyond its room."""
_LOOKED_AT = 16
_FEWEST_LEFT = 3
_HARMED = frozenset(
    words(
        "killed injured wounded hurt displaced infected drowned murdered evacuated arrested detained rescued"
    )
)
_LOOSE_STARTS = frozenset(words("but and so yet also however meanwhile then well that as repeatedly because"))
_DROPPED_SUBJECTS = frozenset(words("it he she they"))
_CONCEDING = frozenset(words("while although though whereas"))
_BEING = frozenset(words("is are was were being"))
_LOOSE_ENDS = (PREPOSITIONS | DETERMINERS).union(
    words(
        """
and or but is are was were be been has have had will would can could may might should not if so i we
he she they because when while who more most very however
"""
    )
)
_HEDGES = frozenset(words("about nearly almost around roughly some over more up at another"))
"""What another figure begins with."""
_PHRASE_STARTS = (PREPOSITIONS - {"of", "to"}).union(
    words(
        """
and or nor just also then following according saying adding citing calling claiming arguing
noting warning comparing leaving causing forcing making using
"""
    )
)
"""Words that begin another phrase, so that a headline may end before them."""
_CLAUSE_STARTS = SUBORDINATORS | CONJUNCTIONS - PREPOSITIONS - {"and", "or", "nor", "yet", "so"}
"""Words that begin another clause, which is left out whole when there is no room for it."""
_TIMES_AGO = (["year"], ["month"], ["week"], ["decade"])
"""What begins words after a figure that only say when."""
_UNSAID = ARTICLES | (ADVERBS - PREPOSITIONS - {"not", "never"})
"""What the headline of an event leaves out."""
_UNTOLD = ARTICLES | {"that", "—", "–", "-", "--", ""}
"""What the headline of something said leaves out."""
_PARTING = frozenset(",;:()—")
_ENDING = _PARTING | frozenset("“”")
_UNSPOKEN = ("“", "”", '"', ";", "(", ")", ", ", ": ")
"""What parts the words of something said; a comma or colon within a figure does not."""
_ASIDE = Pattern(r"\s*\([^()]*\)|[\[\]]")
"""What of the words of something said stands in brackets, and the brackets of a word put in."""
_OPENING_WORD = Pattern(r"[\s’']")
_ACRONYM = Pattern(r"\(([A-Z][A-Z&.]{1,9})\)")
_LIVING = Pattern(r"\s(?:living|residing|based|working)\sin\s")
_THAT = Pattern(r"that(?<!\wthat)\s")  # begins with letters: that is what makes it fast
_CUTS = PREPOSITIONS - {"of"} | {"who", "which", "that"}
_TITLES = frozenset(
    words(
        """
president prime minister mr mrs ms dr russian ukrainian chinese american british
"""
    )
)


@lru_cache(maxsize=1024)
def short_name(name: str) -> str:
    """Return a name as one says it: its acronym, the person without titles, the first of several."""
    acronym = _ACRONYM.search(name)
    if acronym:
        return acronym[1]
    if ", " in name:
        return f"{name.split(', ', 1)[0]} and others"
    parts = name.split()
    if len(parts) <= 3:
        return name
    cut = next((i for i, word in enumerate(parts) if i and _cuts(parts, i)), len(parts))
    core = person_name(" ".join(parts[:cut])).split()
    if 1 < len(core) < cut and len(core) <= _LONGEST_PERSON:
        return " ".join(core)
    core = parts[:cut]
    person = len(core)
    while person and core[person - 1][:1].isupper() and core[person - 1].lower() not in _TITLES:
        person -= 1
    if len(core) - person >= 2 and (cut <= _LONGEST_CORE or person) and core[person - 1] != "of":
        return " ".join(core[person:])
    core = core[:_LONGEST_CORE]
    return " ".join(_without_loose_end(core))


def _cuts(parts: list[str], i: int) -> bool:
    """Whether a name is said without what follows from its word `i` on."""
    if parts[i].lower() == "and":
        return parts[i + 1 : i + 2] != [] and parts[i + 1][0].isupper()
    return parts[i].lower() in _CUTS


def _full_name(name: str) -> str:
    """Return a subject with its place, when that is short enough to say: "ethnic Russians in Kazakhstan"."""
    said = _LIVING.sub(" in ", name)
    return said if len(said.split()) <= 5 and not _ACRONYM.search(said) else short_name(name)


def figure_headline(
    quantity: Quantity, subject: str | None, measure: str | None, after: str, *, link: str = ""
) -> str:
    """Return the headline of a figure: "about one-fifth ethnic Russians", "20 million tons capacity".

    `link` stands before a measure that does not itself qualify the figure: "30 tons of rice".
    """
    value = _with_unit(quantity, flat(quantity.text)) if not (after or measure) else flat(quantity.text)
    if quantity.value_high is not None and " and " in value:
        value = f"between {value}"
    if quantity.kind is PERCENTAGE:
        return _share_headline(value, subject, measure, after)
    if after in SHARED_OR_TIMES:
        return f"{value} {after}"
    subject = None if subject and _says_nobody(subject) else subject
    if quantity.kind is COUNT and len(value.split()) >= _LONG_COUNT:
        return _long_count_headline(value, subject, after)
    if measure:
        return trimmed(f"{value} {link}{measure}")
    if subject and subject.lower() in value.lower() and not after:
        return trimmed(value)
    if after:
        return trimmed(f"{value} {after}")
    return trimmed(f"{value}: {short_name(subject)}" if subject else value)


def _with_unit(quantity: Quantity, value: str) -> str:
    """Return a number that another says the unit of with it: "41 years" of "41 and 37 years"."""
    last = value.rpartition(" ")[2].lower()
    bare = last[-1:].isdigit() or last in ONES or last in TENS
    if quantity.kind not in (COUNT, DURATION) or quantity.unit is None or not bare:
        return value
    return f"{value} {plural(quantity.unit)}"


def _long_count_headline(value: str, subject: str | None, after: str) -> str:
    """Return the headline of counted people or things that says whose they are only where there is room."""
    if after.split(" ", 1)[0] in _HARMED:
        return trimmed(f"{value} {after}")
    whose = short_name(subject) if subject and subject.lower() not in value.lower() else ""
    return trimmed(f"{value}: {whose}" if whose and len(value.split()) == _LONG_COUNT else value)


def _says_nobody(subject: str) -> bool:
    """Whether a subject begins with a pronoun that names nobody: "you’ve"."""
    first = subject.partition(" ")[0].lower()
    return first.replace("'", "’").partition("’")[0] in PRONOUNS


def predicate_headline(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the headline of a figure before the verb that tells what those did: "17 percent declined"."""
    i = sentence.word_at(quantity.end)
    if not any(group.mood == "finite" and group.first == i for group in sentence.verbs):
        return None
    told = [sentence.words[i]]
    for j in range(i + 1, min(i + _PREDICATE, len(sentence.words))):
        if sentence.gaps[j] != " ":
            break
        if sentence.lowers[j] not in _UNTOLD:
            told.append(sentence.words[j])
    return " ".join([flat(quantity.text), *_without_loose_end(told)])


def change_headline(quantity: Quantity, change: Change, what: str) -> str:
    """Return the headline of a rise or a fall: "6 percent drop in revenue"."""
    way = "rise" if change is Change.UP else "drop"
    return trimmed(f"{flat(quantity.text)} {way} in {_full_name(what)}")


def _share_headline(value: str, subject: str | None, measure: str | None, after: str) -> str:
    whole = measure.split()[0].lower() if measure else ""
    if measure == "them":
        return f"{value} of them"
    if measure and whole not in _EMPTY_MEASURES and measure.lower() not in _EMPTY_ALONE:
        acronym = _ACRONYM.search(subject or "")
        return trimmed(f"{value} {acronym[1]} share of {measure}" if acronym else f"{value} of {measure}")
    first = after.split()[:1]
    if not measure and first and first[0].endswith("ed"):
        return trimmed(f"{value} {first[0]}: {subject}" if subject else f"{value} {after}")
    if not subject:
        return trimmed(f"{value} {after}")
    share = " share" if measure and is_named(subject) and not subject.split()[-1].endswith("s") else ""
    return trimmed(f"{value} {_full_name(subject)}{share if not _is_people(subject) else ''}")


def _is_people(subject: str) -> bool:
    return any(word.endswith("s") and word[:1].isupper() for word in subject.split()[:3])


def statement_headline(speaker: str, said: str, content: str) -> str:
    """Return the headline of something said: who, then what; `said` is the verb where it is needed."""
    told = _THAT.split(content, maxsplit=1) if "that" in content else [content]
    if len(told) == 2 and _only_to_whom(told[0], said):
        said, content = "", told[1]
    telling = _telling(content)
    who = short_name(speaker)
    if not telling:
        return who
    return f"{who} {said} {' '.join(telling)}" if said else f"{who}: {' '.join(telling)}"


def event_headline(sentence: Sentence, subject: str, first: int, last: int) -> str:
    """Return the headline of an event: who, did, what."""
    words = _without_loose_end(short_name(subject).split()[:5])
    resumed = [group.first for group in sentence.verbs if group.resumes >= 0]  # the main clause goes on
    room = _LONGEST + 1 - min(len(words), 3)
    tail: list[str] = []
    for i in range(first, min(last + 1, len(sentence.words))):
        if tail and (i in resumed or not _PARTING.isdisjoint(sentence.gaps[i])):
            break
        if sentence.lowers[i] not in _UNSAID:
            tail.append(sentence.words[i])
            if len(tail) > room + _MORE:
                break
    return " ".join([*words, *_without_loose_end(_cut(tail, room))])


def phrase_headline(words: list[str], room: int) -> str:
    """Return about the first `room` words of a phrase, without its articles."""
    return " ".join(_without_loose_end(_cut([word for word in words if word.lower() not in ARTICLES], room)))


def following(sentence: Sentence, at: int, words: int = 5) -> str:
    """Return the next few words after offset `at`, up to punctuation or a verb."""
    first = sentence.word_at(at)
    taken: list[str] = []
    if (
        first < len(sentence.words) and sentence.starts[first] < at
    ):  # "mile-wide", of which "mile" is the unit
        taken.append(sentence.text[at : sentence.ends[first]].lstrip("-"))
        first += 1
    verb = next((group.first for group in sentence.verbs if group.last >= first), len(sentence.words))
    for i in range(first, min(first + words + _MORE + 2, verb)):
        gap = sentence.gaps[i]
        if not taken and gap.startswith("."):
            break
        if not (gap == " " or _ENDING.isdisjoint(gap)) or len(taken) > words + _MORE:
            break
        if sentence.lowers[i] in SUBORDINATORS or sentence.lowers[i] in CALENDAR:
            break
        another = sentence.words[i + 1][:1] if i + 1 < len(sentence.words) else ""
        if sentence.lowers[i] in ("to", "from") and another.isdigit() and "between" not in taken:
            break
        if sentence.lowers[i] in ("and", "or") and _begins_anew(sentence, i + 1):
            break
        taken.append(sentence.words[i])
    taken = _cut(taken, words)
    if taken[-1:] and taken[-1].lower() in PRONOUNS:
        taken = taken[:-1]  # "12,000 trees along it"
    kept = _without_loose_end([word for word in taken if word.lower() not in ARTICLES])
    loose = len(kept) == 1 and (kept[0].lower() in _LOOSE_ENDS)
    return "" if loose or kept[:1] in _TIMES_AGO else " ".join(kept)


def _begins_anew(sentence: Sentence, i: int) -> bool:
    """Whether another figure, or who did something else, stands at word `i`."""
    if i >= len(sentence.words):
        return False
    if sentence.words[i][0].isdigit() or sentence.gaps[i].strip() != "" or sentence.lowers[i] in _HEDGES:
        return True
    return any(group.first <= i + 3 and group.last > i for group in sentence.verbs)


def _only_to_whom(before: str, said: str) -> bool:
    """Whether what stands before "that" only says to whom, when or how it was said."""
    words = before.lower().split()
    if not words or said in _TO_SOMEBODY:
        return len(words) <= _LISTENERS and (words[:1] == ["it"] or MODALS.isdisjoint(words))
    return len(words) <= _LISTENERS and (
        words[0] in PREPOSITIONS or words[0] in CALENDAR or words[0][-2:] == "ly"
    )


def _telling(content: str) -> list[str]:
    """Return the words of what was said that a headline has room for."""
    words = _without_marks(content).split()
    if words and words[0].lower() in _CONCEDING:
        words = _main_clause(content) or words
    while len(words) > 1 and words[0].lower() in _LOOSE_STARTS:
        words = words[1:]
    if len(words) > _FEWEST_LEFT and words[0].lower() in _DROPPED_SUBJECTS:
        words = words[1 + (words[1].lower() in _BEING) :]
    lowers = " ".join(words[: _LOOKED_AT + 1]).lower().split(" ")
    if not _BEING.isdisjoint(lowers):
        lowers = ["" if low in _BEING and _only_joins(lowers, i) else low for i, low in enumerate(lowers)]
    said = zip(words[:_LOOKED_AT], lowers, strict=False)
    told = [word for word, lower in said if lower not in _UNTOLD]
    kept = _without_loose_end(_cut(told[: _ROOM + _MORE + 1], _ROOM))
    return [*kept[:-1], kept[-1].rstrip(".!?")] if kept else kept


def _main_clause(content: str) -> list[str]:
    """Return the words behind the clause that something said opens with: "While it rained, we …"."""
    main = _without_marks(content.partition(", ")[2]).split()
    opener = _OPENING_WORD.split(main[0].lower(), maxsplit=1)[0] if main else ""
    clause = opener in PRONOUNS or opener in DETERMINERS
    return main if clause and len(main) > _FEWEST_LEFT else []


def _without_marks(content: str) -> str:
    if "(" in content or "[" in content:
        content = _ASIDE.sub("", content)
    for mark in _UNSPOKEN:
        content = content.replace(mark, " ")
    content = content.rstrip(" ,:")
    return content[:-2] if content.endswith((" .", " !", " ?")) else content


def _only_joins(lowers: list[str], i: int) -> bool:
    """Whether the form of "be" at word `i` stands between a noun and a participle, and goes unsaid."""
    between = 0 < i < len(lowers) - 1
    return between and lowers[i - 1] not in PRONOUNS and lowers[i + 1].endswith(("ed", "en"))


def _cut(words: list[str], room: int) -> list[str]:
    """Return about the first `room` words: some fewer or more where that keeps a phrase or a clause whole."""
    if len(words) <= room:
        return words
    for end in range(room - _CUT_SHORT, room):
        if words[end].lower() in _CLAUSE_STARTS:
            return words[:end]
    for more in _NEAREST:
        end = room + more
        if end <= len(words) and _parts(words, end):
            return words[:end]
    return words[:room]


def _parts(words: list[str], end: int) -> bool:
    """Whether a phrase ends before word `end`."""
    if words[end - 1].lower() in _LOOSE_ENDS:
        return False
    after = words[end].lower() if end < len(words) else "and"
    if after in ("and", "or"):
        return "between" not in words[:end]
    return after in _PHRASE_STARTS or after in _CLAUSE_STARTS


def flat(text: str) -> str:
    """Return a text on one line, its words one space apart."""
    return " ".join(text.split())


def trimmed(headline: str) -> str:
    """Return at most nine words, without articles after the first word or a loose preposition at the end."""
    words = headline.split()
    kept = [word for i, word in enumerate(words) if i == 0 or word.lower() != "the"]
    return " ".join(_without_loose_end(kept[: _LONGEST + 2])).strip(" ,.;:")


def _without_loose_end(words: list[str]) -> list[str]:
    while len(words) > 1 and (
        (last := words[-1]).lower() in _LOOSE_ENDS
        or last.endswith(("’s", "'s"))
        or last in ("which", "who", "that")
        or (last.endswith("ly") and words[-2] in ("and", "or"))
    ):
        words = words[:-1]
    return words
