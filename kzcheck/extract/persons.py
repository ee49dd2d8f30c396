"""Which names are those of persons, so that "he" and "she" mean one of them."""

from kzcheck.extract.names import is_demonym, name_runs, phrase
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_TITLES = frozenset(
    words(
        """
president minister chancellor premier king queen prince princess pope emperor sultan emir mr mrs ms
miss dr prof professor sir lady lord judge justice senator sen rep gov governor mayor general gen
colonel col captain sergeant lieutenant sheriff detective inspector officer coach chairman chairwoman
spokesman spokeswoman secretary ambassador director founder actor actress singer author farmer teacher
nurse doctor lawyer driver striker goalkeeper midfielder
"""
    )
)
_NO_PERSON = frozenset(
    words(
        """
media government ministry house union bank party court company corporation group council committee
commission parliament congress senate agency office press police army authority association institute
university college school hospital club team league city county state states kingdom republic
federation nations organization organisation treaty consortium pipeline airline airport times post
news street sea ocean river lake mountain island north south east west western eastern northern
southern new united war day kremlin
"""
    )
)


def persons_in(sentence: Sentence, known: dict[str, Subject]) -> list[Subject]:
    """Return the names of the sentence with a title before them, or with a surname that is `known`."""
    if _TITLES.isdisjoint(sentence.lowers) and not known:
        return []
    found = []
    for first, last in name_runs(sentence):
        titled = first < last and sentence.lowers[first] in _TITLES
        called = first > 0 and sentence.lowers[first - 1] in _TITLES and not sentence.gaps[first].strip()
        name = phrase(sentence, first, last)
        if (titled or called or surname(name) in known) and not _is_body(name.name):
            found.append(name)
    return found


def surname(subject: Subject) -> str:
    """Return the last word of a name."""
    return subject.name.rpartition(" ")[2]


def is_person(subject: Subject, known: dict[str, Subject]) -> bool:
    """Whether a subject is likely a person: known as one, titled, or a first name and a surname."""
    parts = subject.name.split()
    if _is_body(subject.name):
        return False
    if surname(subject) in known or parts[0].lower() in _TITLES:
        return True
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts) and not is_demonym(parts[0])


def first_person_before(sentence: Sentence, at: int, known: dict[str, Subject]) -> Subject | None:
    """Return the first person named in the sentence before offset `at`."""
    return next((name for name in persons_in(sentence, known) if name.span.end <= at), None)


def _is_body(name: str) -> bool:
    return not _NO_PERSON.isdisjoint(name.lower().split())
