"""The words around a figure: how exactly it is meant, and whether it is a rise or a fall."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kzcheck.domain import Approximator, Change
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set

_BEFORE = """
about      | about around roughly nearly almost some approximately approx approx. circa c. ca ca. near
           | close·to in·the·region·of in·the·order·of on·the·order·of or·so virtually practically nearing
           | approaching somewhere·around ~ ≈ an·average·of·about averaging·about as·nearly say just·about
more-than  | over·the·age·of above·the·age·of more·than over above greater·than larger·than higher·than
           | bigger·than exceeding exceeds exceeded upwards·of upward·of in·excess·of well·over just·over
           | slightly·over a·little·over slightly·more·than just·more·than better·than beyond north·of
           | topping topped surpassing surpassed older·than longer·than well·above just·above >
at-least   | at·least no·less·than no·fewer·than not·less·than a·minimum·of minimum·of minimum at·minimum
           | starting·at starting·from as·little·as as·few·as ≥ >= not·fewer·than a·good from·at·least
           | as·low·as
less-than  | under·the·age·of below·the·age·of less·than fewer·than under below just·under just·below
           | shy·of just·shy·of lower·than smaller·than slightly·under slightly·less·than a·little·under
           | well·under well·below south·of younger·than slightly·below not·quite short·of < shorter·than
           | just·short·of sub- within
at-most    | at·most up·to no·more·than not·more·than as·many·as as·much·as a·maximum·of maximum·of maximum
           | not·exceeding at·the·most ≤ <= as·high·as a·high·of
hedged     | reportedly an·estimated estimated estimated·at apparently allegedly supposedly possibly
           | perhaps maybe probably believed·to·be said·to·be an·alleged an·unconfirmed a·reported
           | a·reputed
"""
_AFTER = """
at-least   | or·more and·more or·above and·above or·higher or·older and·older and·over or·over and·up
           | or·greater -plus plus + or·longer at·least
at-most    | or·less or·fewer or·under and·under or·younger and·younger or·below and·below at·most or·lower
           | maximum
about      | or·so or·thereabouts more·or·less -ish -odd -something
"""
_RISES = """
up rise rises rose risen rising grow grows grew grown growing gain gains gained gaining climb climbs
climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring increase
increases increased increasing advance advances advanced advancing leap leaps leapt leaped spike spiked
spikes spiking rocket rocketed skyrocketed rallied rally rallies expand expands expanded expanding swell
swelled swollen boost boosts boosted boosting rebound rebounds rebounded improve improves improved
improving accelerated appreciate appreciated ballooned upward upwards strengthened
"""
_FALLS = """
down downward downwards fall falls fell fallen falling drop drops dropped dropping decline declines
declined declining decrease decreases decreased decreasing lose loses lost losing tumble tumbles tumbled
tumbling plunge plunges plunged plunging slump slumps slumped slumping sink sinks sank sunk sinking slide
slides slid sliding slip slips slipped slipping shed sheds shedding plummet plummets plummeted plummeting
dip dips dipped dipping shrink shrinks shrank shrunk shrinking contracted contracting cut cuts cutting
reduce reduces reduced reducing dive dived dove nosedived crash crashed crashes retreat retreated
retreats ease eased eases lower lowered lowers lowering weaken weakened depreciated slash slashed slashes
slashing trim trimmed trims halved subsided backtracked collapsed crumbled
"""
_BETWEEN = word_set("""
    by a an another further additional sharply slightly steadily only just even still again modestly
    significantly dramatically extra roughly
""")
"""Words that may stand between a verb of change and its figure."""
_ONLY_WITH_BY = {"raise", "raises", "raised", "raising"}
"""What is raised is often money, or a question; by how much is a change."""
_OPENING = "(\"'“‘["


class Hedge(NamedTuple):
    """How exactly a figure is meant, and where the words that say so begin or end."""

    approximator: Approximator
    edge: int


def _phrases(table: str) -> dict[str, Approximator]:
    phrases: dict[str, Approximator] = {}
    approximator = Approximator.EXACT
    for row in table.strip().splitlines():
        name, words = row.split("|", 1)
        if name.strip():
            approximator = Approximator(name.strip())
        phrases.update((word.replace("·", " "), approximator) for word in words.split())
    return phrases


def _by_last_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Return the phrases, longest first, by their last words."""
    ending: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        ending.setdefault(phrase.rpartition(" ")[2], []).append(phrase)
    return ending


_BEFORE_PHRASES = _phrases(_BEFORE)
_HEDGES_ENDING = _by_last_word(_BEFORE_PHRASES)
_HEDGE_SIGNS = frozenset("~≈<>≤≥")
_AFTER_PHRASES = _phrases(_AFTER)
AFTER_HEDGED = frozenset(phrase.split()[0].strip("-") for phrase in _AFTER_PHRASES)
"""What follows a figure that is hedged by the words behind it."""
_AFTER_START = Pattern(
    r"\s?(?:"
    + "|".join(sorted((re.escape(p) for p in _AFTER_PHRASES), key=len, reverse=True))
    + r")(?![\w-])(?!(?<=and more|.or more)\sthan\b)"
)
_CHANGES = {word.replace("·", " "): Change.UP for word in _RISES.split()} | {
    word.replace("·", " "): Change.DOWN for word in _FALLS.split()
}
_ADDITION = Pattern(r"\b(?:add(?:s|ed|ing)?|tack(?:s|ed)\son|put\son)\s(?:another\s)?\Z")
_BEFORE_ADDITION = ("add", "adds", "added", "adding", "on", "another")
_OFF = Pattern(r"(?:,|\b(?:was|were|is|are|closed|ended|finished|traded))\soff\s(?:by\s)?\Z")
_BEFORE_OFF = frozenset({"off", "by"})
_PARTICLE = Pattern(
    r"\b(?:ma(?:kes?|de|king)|tak(?:es?|ing|en)|took|giv(?:es?|ing|en)|gave|sets?|setting|puts?|putting|pick(?:s|ed)?"
    r"|held|hold(?:s|ing)?|sign(?:s|ed)?|line[sd]?|call(?:s|ed)?|shot|shuts?|shutting|tore|tears?"
    r"|gunned|burned|broke|pull(?:s|ed)?|knock(?:s|ed)?|br(?:ing|ought)|sum(?:s|med)?)\Z"
)
"""Verbs whose "up" or "down" is no rise or fall: "make up 77 percent", "shot down two planes"."""
_CHANGE_AFTER = Pattern(r"\s(higher|up|lower|down)(?!\w|\s(?:to|by|in|the|for|and|from)\b)")
_BEFORE_CHANGE = frozenset({*_CHANGES, *_BETWEEN, *_ONLY_WITH_BY})
_ARTICLES = frozenset({"a", "an", "the"})
_BEFORE_HEDGED = frozenset({*_HEDGES_ENDING, *_ARTICLES})
AFTER_CHANGED = frozenset({"higher", "up", "lower", "down"})
"""What follows a figure that the word behind it makes a rise or a fall."""


def read_hedge_before(source: Source, start: int) -> Hedge | None:
    """Read the words just before `start`, behind the last figure, that say how exactly a figure is meant."""
    low, floor = source.low, source.floor
    if not _HEDGE_SIGNS.isdisjoint(low[max(floor, start - 2) : start]):
        edge = start - 1 if low[start - 1] in _HEDGE_SIGNS else start - 2
        return Hedge(_BEFORE_PHRASES[low[edge]], edge)
    last = source.before(start).lstrip("(\"'“‘")
    if last not in _BEFORE_HEDGED:
        return None
    begin = max(floor, start - 40)
    left = low[begin:start].replace("\n", " ").replace("\u00a0", " ")
    if not left.endswith(" "):
        return None
    left = left.rstrip()
    if last in _ARTICLES:
        left = left.rpartition(" ")[0].rstrip()
        last = left.rpartition(" ")[2]
    for phrase in _HEDGES_ENDING.get(last, ()):
        if left.endswith(phrase):
            edge = len(left) - len(phrase)
            if not left[:edge].rpartition(" ")[2].strip(_OPENING):
                return Hedge(_BEFORE_PHRASES[phrase], begin + edge)
    return None


def read_hedge_after(low: str, end: int) -> Hedge | None:
    """Read the words just behind `end` that say how exactly a figure is meant ("or more", "-plus")."""
    match = _AFTER_START.match(low, end)
    return Hedge(_AFTER_PHRASES[match[0].strip()], match.end()) if match else None


def read_change_before(source: Source, floor: int, start: int) -> Change | None:
    """Tell whether the words before `start` make the figure there a rise or a fall ("rose 8 percent")."""
    word = source.before(start)
    change = read_rise_or_fall(source, floor, start) if word in _BEFORE_CHANGE else None
    if change is None and word in _BEFORE_OFF and _is_off(source, start):
        return Change.DOWN
    return change


def read_rise_or_fall(source: Source, floor: int, start: int) -> Change | None:
    """Tell whether a word of rising or falling before `start` has the figure there as its object."""
    if source.before(start) not in _BEFORE_CHANGE:
        return None
    words = source.low[max(floor, start - 64) : start].split()[-6:]
    by = False
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        change = _CHANGES.get(word)
        if change is not None:
            verb = i > 0 and word in ("up", "down") and _PARTICLE.match(words[i - 1])
            return None if verb else change
        if by and word in _ONLY_WITH_BY:
            return Change.UP
        if word == "by":
            by = True
        elif word not in _BETWEEN and (not by or not word.isalpha() or word in ("to", "from", "and", "or")):
            return None
    return None


def read_addition(source: Source, start: int) -> Change | None:
    """Tell whether points or percent before `start` are added ("the index added 21 points")."""
    if not source.before(start).endswith(_BEFORE_ADDITION):
        return None
    return Change.UP if _ADDITION.search(source.low, max(source.floor, start - 16), start) else None


def _is_off(source: Source, start: int) -> bool:
    """Tell whether "off" before `start` makes a figure a fall ("at 648 pence, off 12 pence")."""
    return bool(_OFF.search(source.low, max(source.floor, start - 20), start))


def read_change_after(low: str, end: int, *, length: bool) -> Change | None:
    """Tell whether the word behind `end` makes the figure there a rise or a fall ("3 percent higher").

    Behind a `length` "up" and "down" tell where something is ("two miles up").
    """
    match = _CHANGE_AFTER.match(low, end)
    if not match or (length and match[1] in ("up", "down")):
        return None
    return Change.UP if match[1] in ("higher", "up") else Change.DOWN
