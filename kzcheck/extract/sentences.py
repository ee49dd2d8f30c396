"""Sentences of running text, with exact offsets.

Paragraphs are cut first (blank lines, and single line breaks that do not wrap a line), then sentences at
terminal punctuation. One regular expression finds the candidates, so the time is linear in the text.
"""

import re

from kzcheck.domain import Span
from kzcheck.extract.wordlists import words

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\["
_BOUNDARY = re.compile(
    rf"(?P<plain>(?<=[a-z]{{5}})\.[{_CLOSERS}]*+) ++(?=[A-Z])"  # the most frequent end, and never in doubt
    rf"|(?P<mark>[.!?…]++[{_CLOSERS}]*+)(?:(?P<space>\s++)(?=(?P<next>[{_OPENERS}]*[^\W\d_]?))|$)"
    rf"|(?P<line>\n)\s*+|(?P<wide>[。！？]++[{_CLOSERS}]*+)\s*+"
)
_TITLES = frozenset(
    words(
        """
mr mrs ms dr prof gen col lt capt cmdr sgt maj sen rep gov hon rev st ste mt ft messrs mme mlle fr
sr jr adm brig cpl pvt supt insp amb pres vs v cf eg ie viz al approx est ca pp vol fig art sec ch
no nos
"""
    )
)
_MONTHS = frozenset(
    words(
        """
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
"""
    )
)
_BEFORE_NUMBER = frozenset(words("no nos art sec ch fig vol pp p para")) | _MONTHS
_MAY_END = frozenset(words("inc corp co ltd llc plc bros etc al jr sr st a.m p.m am pm no est"))
_ONLY_TITLES = _TITLES - _MAY_END
_STARTERS = frozenset(
    words(
        """
the a an it its he she they his her their this that these those in on at by for from with as but and
or so we you i if when while after before since although though however there here then now yet
still what why how who where is are was were do does did not no one some many most all both each
such more our my your according meanwhile moreover nevertheless nonetheless last next today
yesterday
"""
    )
)
_WORD_BEFORE = re.compile(r"[\w.&’'-]{0,24}\Z")
_NEXT_WORD = re.compile(r"[\w’'-]{0,24}")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*•–—·]|\d{1,3}[.)])[ \t]")
_WRAP_FROM, _WRAP_TO = 45, 110  # a line break after a line of such a length may be a wrap, not an end


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]` in order, without the white space around them.

    Every character that is not white space lies in exactly one sentence. Offsets are those of `text`.
    """
    stop = len(text) if end is None else end
    left = line = _after_space(text, start, stop)
    spans = []
    for match in _BOUNDARY.finditer(text, left, stop):
        after = match.end()
        group = match.lastgroup
        if group == "plain":
            closes = match.end("plain")
        elif group == "line":
            closes = match.start()
            wrapped = _wraps(text, line, closes, after, stop)
            line = after
            if wrapped:
                continue
        elif group == "wide" or match["space"] is None:
            closes = match.end("wide") if group == "wide" else after
        else:
            closes = match.end("mark")
            breaks_line = "\n" in match["space"]
            line = after if breaks_line else line
            if not _ends(text, left, match, breaks_line):
                continue
        if closes > left:
            spans.append(Span(left, closes))
        left = after
    last = len(text[left:stop].rstrip()) + left
    if last > left:
        spans.append(Span(left, last))
    return spans


def _after_space(text: str, start: int, stop: int) -> int:
    found = _SPACE.match(text, start, stop)
    return found.end() if found else start


_SPACE = re.compile(r"\s*+")


def _wraps(text: str, line: int, at: int, after: int, stop: int) -> bool:
    """Whether the line break at `at` only wraps a line: the sentence goes on below."""
    if after >= stop or text[after] in "\n\r \t":
        return False
    if not _WRAP_FROM <= at - line <= _WRAP_TO:
        return False
    return not _LIST_MARK.match(text, after)


def _ends(text: str, left: int, match: re.Match[str], breaks_line: bool) -> bool:
    """Whether the mark found ends a sentence, given the words on either side of it."""
    if breaks_line and match["space"].count("\n") > 1:
        return True
    dot, after = match.start(), match.end()
    if match["next"][-1:].islower() and not breaks_line:
        return False
    return text[dot] != "." or _stops(text, left, dot, after)


def _stops(text: str, left: int, dot: int, after: int) -> bool:
    """Whether a full stop is one, and not the end of an abbreviation."""
    found = _WORD_BEFORE.search(text, max(left, dot - 24), dot)
    before = found[0] if found else ""
    lower = before.lower().lstrip("'’-")
    if lower in _BEFORE_NUMBER and text[after : after + 1].isdigit():
        return False
    if len(lower) == 1 and before.isupper():
        return before == "I" or _starts_anew(text, after)
    if "." in lower or lower in _MAY_END:
        return lower not in _ONLY_TITLES and _starts_anew(text, after)
    return lower not in _TITLES and not (lower.isdigit() and dot - left <= 4)  # "3. Name" numbers a list


def _starts_anew(text: str, after: int) -> bool:
    """Whether the word after an abbreviation is one that begins sentences."""
    opened = after
    while opened < len(text) and text[opened] in "\"'“‘«([":
        opened += 1
    if opened > after:
        return True
    found = _NEXT_WORD.match(text, after)
    return found is not None and found[0].lower() in _STARTERS
