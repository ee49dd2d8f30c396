"""What the sentences before were about, and whom a pronoun of this one means by that."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from kzcheck.domain import Quantity, Span, SubjectOrigin
from kzcheck.extract.names import is_adjective, is_named, names_in, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.persons import first_person_before, fits, is_person, persons_in
from kzcheck.extract.reading import Sentence, Subject

_OWNER = Pattern(r"(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*(?=[’']s?\s)")


class About(NamedTuple):
    """What a sentence is about: a name if it has one, and what its first verb is said of."""

    name: Subject | None
    topic: Subject | None


NOTHING = About(None, None)


@dataclass(slots=True)
class Memory:
    """What the sentences before were about: their main subject, words, claims' subjects, measure, speaker."""

    about: About = NOTHING
    find_about: Callable[[], About] | None = None
    """Finds what the sentence before was about; few sentences ask for it."""
    before: Sentence | None = None
    claimed: list[Subject] = field(default_factory=list)
    measure: str | None = None
    counts: list[tuple[Sentence, Quantity, str | None]] = field(default_factory=list)
    """The last figures that count somebody or are a share of some, each with its measure, newest last."""
    speaker: Subject | None = None
    spoke_at: int = 0
    surnames: set[str] = field(default_factory=set)
    """The last words of the names in two words or more."""
    persons: dict[str, Subject] = field(default_factory=dict)
    """The persons named so far by their surnames, the last named at the end."""

    @property
    def main(self) -> Subject | None:
        """The name that the sentence before was about."""
        return self._found().name

    @property
    def topic(self) -> Subject | None:
        """What the sentence before was about, with a name or without one."""
        return self._found().topic

    def _found(self) -> About:
        if self.find_about is not None:
            find, self.find_about = self.find_about, None
            self.about = find()
        return self.about

    def names(self) -> list[Subject]:
        """Return the names of the sentence before."""
        return names_in(self.before) if self.before else []


def entity(subject: Subject) -> Subject | None:
    """Return the name in a subject: "Kazakhstan" of "Kazakhstan’s neutrality"; None when it holds no name."""
    owner = _OWNER.match(subject.name) if "’" in subject.name or "'" in subject.name else None
    if owner:
        start = subject.span.start + max(0, subject.span.end - subject.span.start - len(subject.name))
        return Subject(owner[0], Span(start, start + len(owner[0])), subject.origin)
    return subject if is_named(subject.name) else None


def person_meant(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    """Return whom "he" or "she" means: the first person named before it, who spoke, acted or was named."""
    here = first_person_before(sentence, i, memory.persons)
    if here is not None:
        return here
    pronoun = sentence.lowers[i]
    just_spoke = memory.before is not None and memory.spoke_at == memory.before.span.end
    likely = (memory.speaker, memory.main) if just_spoke else (memory.main, memory.speaker)
    for subject in likely:
        if subject and is_person(subject, memory.persons) and fits(pronoun, subject, memory.persons):
            return subject
    recent = (person for person in reversed(memory.persons.values()) if fits(pronoun, person, memory.persons))
    speaker = memory.speaker
    alone = speaker is None or is_named(speaker.name)  # "the doctor" may be he; a named body is not
    return next(recent, None if alone else speaker)


def agrees(pronoun: str, subject: Subject) -> bool:
    """Whether "it" or "they" can mean a subject without a name, by its number."""
    many = subject.name.split()[-1].endswith("s") and not subject.name.endswith("ss")
    return pronoun == ("they" if many else "it")


def _thing_meant(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    """Return what "its" or "their" at word `i` means: the last thing named before it, else the topic."""
    here = [name for name in names_in(sentence) if name.span.end <= sentence.starts[i]]
    people = {person.name for person in (*persons_in(sentence, memory.persons), *memory.persons.values())}
    for name in (*reversed(here), memory.main):
        if name is not None and not is_adjective(name.name) and name.name not in people:
            return name
    topic = memory.topic
    pronoun = "it" if sentence.lowers[i] == "its" else "they"
    return topic if topic is not None and not here and agrees(pronoun, topic) else None


def owned(sentence: Sentence, first: int, last: int, memory: Memory) -> Subject:
    """Read "Its capital" with the owner put in: "Kazakhstan’s capital"."""
    found = phrase(sentence, first, last)
    owner = memory.main
    if sentence.lowers[first] in ("his", "her"):
        owner = person_meant(sentence, first, memory)
        owner = owner if owner and is_named(owner.name) else None
    elif sentence.lowers[first] in ("its", "their"):
        owner = _thing_meant(sentence, first, memory)
    if sentence.lowers[first] in ("its", "his", "her", "their") and owner and first < last:
        rest = phrase(sentence, first + 1, last)
        whose = owner.name.removesuffix(" itself").removesuffix(" themselves")
        return Subject(f"{whose}’s {rest.name}", found.span, SubjectOrigin.ANAPHORA)
    return found
