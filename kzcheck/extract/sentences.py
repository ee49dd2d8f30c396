"""Sentences of running text, with exact offsets.

Paragraphs are cut first (blank lines, and single line breaks that do not wrap a line), then sentences at
terminal punctuation. One regular expression finds the candidates, so the time is linear in the text.
"""

from kzcheck.domain import Span
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.wordlists import words

# begins with one set of characters: that is what makes it fast
_MARK = Pattern(r"[.!?…\n。！？](?:(?<=\n)\s*+|[.!?…。！？]*+[\"'”’»)\]]*+\s*+)")
_OPENERS = "\"'“‘«(["
_WIDE = "。！？"  # end a sentence with no space after them
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
_LONG_ABBREVIATIONS = frozenset(("pprox", "essrs", "hurs"))
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
_NEXT_WORD = Pattern(r"[\w’'-]{0,24}")
_LIST_MARK = Pattern(r"[ \t]*(?:[-*•–—·]|\d{1,3}[.)])[ \t]")
_WRAP_FROM, _WRAP_TO = 45, 110  # a line break after a line of such a length may be a wrap, not an end


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]` in order, without the white space around them.

    Every character that is not white space lies in exactly one sentence. Offsets are those of `text`.
    """
    stop = len(text) if end is None else end
    left = line = _after_space(text, start, stop)
    spans = []
    for match in _MARK.finditer(text, left, stop):
        run = match[0]
        dot, after = match.span()
        if run[0] == "\n":
            wrapped = _WRAP_FROM <= dot - line <= _WRAP_TO and after < stop and _wraps(text, run, after)
            line = after
            if wrapped:
                continue
            closes = left + len(text[left:dot].rstrip())
        elif run == ". " and after < stop and _plainly_ends(text, dot, after):
            closes = dot + 1
        else:
            closes = dot + len(run.rstrip())
            line = after if "\n" in run else line
            if after < stop and not _ends(text, left, dot, run, after):
                continue
        if closes > left:
            spans.append(Span(left, closes))
        left = after
    last = len(text[left:stop].rstrip()) + left
    if last > left:
        spans.append(Span(left, last))
    return spans


def _plainly_ends(text: str, dot: int, after: int) -> bool:
    """Whether a full stop ends a sentence beyond doubt: after a longer word, before a capital."""
    word = text[dot - 5 : dot]
    return word.islower() and word.isalpha() and word not in _LONG_ABBREVIATIONS and text[after].isupper()


def _after_space(text: str, start: int, stop: int) -> int:
    found = _SPACE.match(text, start, stop)
    return found.end() if found else start


_SPACE = Pattern(r"\s*+")


def _wraps(text: str, run: str, after: int) -> bool:
    """Whether the line break `run` behind a line of full length only wraps it: the sentence goes on below."""
    return len(run) == 1 and not _LIST_MARK.match(text, after)


def _ends(text: str, left: int, dot: int, run: str, after: int) -> bool:
    """Whether the mark at `dot` ends a sentence, given what stands on either side of it."""
    if run[0] in _WIDE or run.count("\n") > 1:
        return True
    if not run[-1].isspace():
        return False
    if "\n" not in run and _next_letter(text, after).islower():
        return False
    return run[0] != "." or run[1:2] in (".", "!", "?", "…") or _stops(text, left, dot, after)


def _next_letter(text: str, after: int) -> str:
    """Return the first character of the next word, past what opens a quotation."""
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    return text[after : after + 1]


def _stops(text: str, left: int, dot: int, after: int) -> bool:
    """Whether a full stop is one, and not the end of an abbreviation."""
    before = text[max(left, dot - 24) : dot].rpartition(" ")[2].lstrip("(“\"'‘’[-")
    lower = before.lower()
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
