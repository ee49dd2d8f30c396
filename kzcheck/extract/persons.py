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
_MEN = frozenset(
    words(
        """
aaron adam ahmed alan albert alex alexander ali andre andreas andrew anthony antonio arthur barry ben
benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles charlie chris
christian christopher craig dan daniel dave david dean dennis diego dmitri dmitry don donald doug
douglas edward emmanuel eric erik evan felix francis francisco frank fred gareth gary gavin george
gerald giovanni giuseppe gordon graham greg gregory hans harry hassan henry hugh ian ibrahim igor ivan
jack jacob jake james jamie jason javier jean jeff jeffrey jeremy jerry jim joe john johnny jon
jonathan jordan jorge jose josef joseph josh joshua juan julian justin karl keith ken kenneth kevin
klaus kurt kyle larry lars lee leo leon liam louis lucas luis luke marc marcel marco marcus mario mark
martin matt matthew max michael miguel mike mikhail mitch mohamed mohammad mohammed muhammad nathan
neil nicholas nick nicolas nigel oleg oliver omar oscar pablo patrick paul pavel pedro peter phil
philip pierre rafael ralph raymond ricardo richard rick rob robert roberto roger ron ronald ross roy
rudy russell ryan sam samuel scott sean sebastian sergei sergey shane simon stefan stephen steve
steven stuart ted terry thomas tim timothy toby todd tom tomas tony travis trevor tyler victor
viktor vincent vladimir vladislav walter warren wayne will william yuri yusuf zach
"""
    )
)
_WOMEN = frozenset(
    words(
        """
abigail agnes alexandra alice alicia alison allison amanda amelia amy ana andrea angela angelina anita
ann anna anne annie april ashley aisha barbara beatriz beth betty brenda caitlin camila carla carmen
carol caroline catherine cathy charlotte cheryl christina christine claire clara claudia cynthia dana
daniela deborah debra denise diana diane donna dorothy elaine eleanor elena elisabeth elizabeth ella
ellen emily emma erin esther eva evelyn fatima fiona frances gabriela georgia gina gloria grace greta
hannah heather helen helena hillary holly ingrid irene iris isabel isabella jacqueline jan jane janet
janice jasmine jean jen jennifer jenny jessica jill joan joanna jodie joyce judith judy julia julie
karen karin kate katherine kathleen kathryn kathy katie kelly kim kirsten kristen kristi laura lauren
leah leila lena leslie letitia lily linda lisa lorraine louise lucia lucy lydia lynn madeleine
maggie margaret maria marianne marie marina marion marta martha mary maya megan melanie melissa
meredith michelle monica nadia nancy natalia natalie natasha nicola nicole nina nora olga olivia
pamela patricia paula penny priya rachel rebecca renee rita roberta robin rosa rose ruth sabine
samantha sandra sara sarah shannon sharon sheila sofia sonia sophia sophie stephanie susan suzanne
sylvia tamara tanya tara teresa theresa tina tracy ursula valerie vanessa vera veronica victoria
virginia wendy yasmin yolanda yvonne zoe
"""
    )
)
_BY_TITLE = {"mr": "he", "sir": "he", "king": "he", "prince": "he", "mrs": "she", "ms": "she", "miss": "she"}
_TELLING = _TITLES | _MEN | _WOMEN
"""Words that tell of a person when they open a name."""

_NO_PERSON = frozenset(
    words(
        """
media government ministry house union bank party court company corporation group council committee
commission parliament congress senate agency office press police army authority association institute
university college school hospital club team league city county state states kingdom republic
federation nations organization organisation treaty consortium pipeline airline airport times post
news street sea ocean river lake mountain island north south east west western eastern northern
southern new united war day kremlin department justice bureau fund foundation center centre board
administration intelligence research international holdings motors technologies systems industries airlines
media network museum church force guard command exchange reserve treasury alliance us un eu national federal
global democrats republicans labour conservatives greens
"""
    )
)


def persons_in(sentence: Sentence, known: dict[str, Subject]) -> list[Subject]:
    """Return the names with a title or a first name before a surname, or with a surname that is `known`."""
    lowers = sentence.lowers
    if not known and _TELLING.isdisjoint(sentence.vocabulary):
        return []
    found = []
    for first, last in name_runs(sentence):
        word = sentence.words[last]
        told = (first < last and lowers[first] in _TELLING) or (
            first > 0 and lowers[first - 1] in _TITLES and not sentence.gaps[first].strip()
        )
        if told or word in known or (not word.isalnum() and _bare(word) in known):
            name = phrase(sentence, first, last)
            if (told or surname(name) in known) and not _is_body_behind_titles(name.name):
                found.append(name)
    return found


def _bare(word: str) -> str:
    """Return a word of a name without its possessive."""
    return word.removesuffix("’s").removesuffix("'s").strip(".")


def fits(pronoun: str, subject: Subject, known: dict[str, Subject]) -> bool:
    """Whether "he" or "she" can mean a person, as far as a first name or a title tells."""
    full = known.get(surname(subject), subject)
    for name in (subject.name, full.name):
        for word in name.lower().replace(".", "").split()[:-1]:
            told = _BY_TITLE.get(word) or _by_first_name(word)
            if told:
                return told == ("he" if pronoun in ("he", "him", "his") else "she")
    return True


def _by_first_name(word: str) -> str | None:
    if (word in _MEN) == (word in _WOMEN):
        return None
    return "he" if word in _MEN else "she"


def surname(subject: Subject) -> str:
    """Return the last word of a name."""
    return subject.name.rpartition(" ")[2]


def person_name(name: str) -> str:
    """Return a name without what stands before its last title: "White House Press Secretary N" is N."""
    parts = name.split()
    titles = [i for i, word in enumerate(parts[:-1]) if word.lower().strip(".") in _TITLES]
    rest = parts[titles[-1] + 1 :] if titles else parts
    return " ".join(rest) if all(word[0].isupper() for word in rest) else name


def is_person(subject: Subject, known: dict[str, Subject]) -> bool:
    """Whether a subject is likely a person: known as one, titled, or a first name and a surname."""
    parts = person_name(subject.name).split()
    if _is_body(" ".join(parts)):
        return False
    if surname(subject) in known or parts[0].lower() in _TITLES:
        return True
    return 2 <= len(parts) <= 4 and all(part[0].isupper() for part in parts) and not is_demonym(parts[0])


def first_person_before(sentence: Sentence, i: int, known: dict[str, Subject]) -> Subject | None:
    """Return the first person named in the sentence whom the pronoun at word `i` can mean."""
    at, pronoun = sentence.starts[i], sentence.lowers[i]
    named = (name for name in persons_in(sentence, known) if name.span.end <= at)
    return next((name for name in named if fits(pronoun, name, known)), None)


def _is_body(name: str) -> bool:
    return not _NO_PERSON.isdisjoint(name.lower().split())


def _is_body_behind_titles(name: str) -> bool:
    return _is_body(name) and _is_body(person_name(name))
