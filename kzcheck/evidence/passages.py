"""Looking for a quoted passage in a page: it is found, nearly found with differences, or absent."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from kzcheck.domain import PassageOutcome, Span
from kzcheck.evidence.alignment import FUNCTION_WORDS, Difference, Word, align, words_of
from kzcheck.evidence.normal import NormalText, normalise

LEAST_WORDS, MOST_WORDS = 4, 2_000

_ANCHORS = 6
_ANCHOR_CANDIDATES = 24
_PLACES = 40_000
_WINDOWS = 12
_MOST_COUNTED = 100
_ELISION = re.compile(r"\s*(?:\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)|\.\.\.)\s*")
_ELISION_AT_AN_END = re.compile(rf"^(?:{_ELISION.pattern})+\s*|(?:{_ELISION.pattern})+$")
_ELISION_GAP = 2_000
_AROUND = 5  # letters looked at on either side of what was found
_FIGURE_BEFORE = re.compile(r"(?:\d[.,:/]|(?:^|[\d\s(])[-+])$")
_FIGURE_AFTER = re.compile(r"[.,:/-]\d|%")
_LAST_GROUP = re.compile(r"(?<!\d)\d{1,3}$")
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3} $")
_FITTED_CAPITAL = re.compile(r"\[(\w)\](?=\w)")  # "[T]he mill"


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageCheck:
    """Where a passage is in a page's text, and how it differs there.

    `span` is in code points of the text that was searched, None when the passage is absent. `score` is 0 to
    1. `occurrences` says how often a found passage is there, up to a hundred.
    """

    outcome: PassageOutcome
    span: Span | None = None
    score: float = 0.0
    differences: tuple[Difference, ...] = ()
    occurrences: int = 0

    @property
    def line(self) -> str:
        """The result in one line, for the reviewer."""
        if self.outcome is PassageOutcome.FOUND:
            return "found" if self.occurrences == 1 else f"found {self.occurrences} times"
        if self.outcome is PassageOutcome.ABSENT:
            return "not found"
        told = "; ".join(map(_told, self.differences))
        return f"nearly found: {told or 'only capitals or punctuation differ'}"


def _told(difference: Difference) -> str:
    passage, page = difference
    if not passage:
        return f"the page also has “{page}”"
    if not page:
        return f"the page does not have “{passage}”"
    return f"the page has “{page}” for “{passage}”"


def find_passage(passage: str, text: str) -> PassageCheck:
    """Look for `passage` in `text`, the text of a page.

    It does not matter how quotes, dashes, blanks, ligatures, invisible characters and words broken over
    lines are written, nor whether a full stop closes the passage; capitals and every word do matter. An
    elision ("…") counts as a difference. Only passages of 4 to 2,000 words can be nearly found. Takes time
    linear in the length of `text`.
    """
    wanted = _wanted(passage)
    if not wanted:
        return PassageCheck(outcome=PassageOutcome.ABSENT)
    page = NormalText(text)
    places = _exact(wanted, page)
    if places:
        return PassageCheck(
            outcome=PassageOutcome.FOUND,
            span=page.span(places[0], places[0] + len(wanted)),
            score=1.0,
            occurrences=len(places),
        )
    return _with_elisions(wanted, page) or _nearest(wanted, page)


def _wanted(passage: str) -> str:
    """Return the normalised `passage`, without quotation marks, elisions and punctuation around it."""
    wanted = normalise(passage).strip()
    if len(wanted) > 2 and wanted[0] == wanted[-1] == '"':
        wanted = wanted[1:-1]
    wanted = _ELISION_AT_AN_END.sub("", _FITTED_CAPITAL.sub(r"\1", wanted)).strip()
    return wanted.rstrip(" .,;:") or wanted


def _exact(wanted: str, page: NormalText, start: int = 0, end: int | None = None) -> list[int]:
    """Return where `wanted` is in the page as whole words and whole figures."""
    whole = (
        place
        for place in page.places(wanted, start, end)
        if _is_whole(
            wanted, page.stretch(max(place - _AROUND, 0), place), page.stretch(*_after(place, wanted))
        )
    )
    return list(islice(whole, _MOST_COUNTED))


def _after(place: int, wanted: str) -> tuple[int, int]:
    return place + len(wanted), place + len(wanted) + _AROUND


def _is_whole(wanted: str, before: str, after: str) -> bool:
    """Return whether `wanted` cuts neither a word nor a figure, given the letters on either side."""
    if before and before[-1].isalnum() and wanted[0].isalnum():
        return False
    if after and after[0].isalnum() and wanted[-1].isalnum():
        return False
    # "5 percent" is not in "2.5 percent" nor in "10-5 percent", "about 18" not in "about 18.5" nor "18%".
    cuts_before = wanted[0].isdigit() and _FIGURE_BEFORE.search(before) is not None
    cuts_after = wanted[-1].isdigit() and _FIGURE_AFTER.match(after) is not None
    return not cuts_before and not cuts_after and not _cuts_thousands(wanted, before, after)


def _cuts_thousands(wanted: str, before: str, after: str) -> bool:
    """Return whether `wanted` ends or begins within a figure grouped by blanks: "10" in "10 000"."""
    ends_within = _LAST_GROUP.search(wanted) is not None and re.match(r" \d{3}(?!\d)", after) is not None
    begins_within = re.match(r"\d{3}(?!\d)", wanted) is not None and _GROUP_BEFORE.search(before) is not None
    return ends_within or begins_within


def _with_elisions(wanted: str, page: NormalText) -> PassageCheck | None:
    """Return the check of a passage with elisions, if its parts are in the page in order, close together."""
    parts = [part.strip() for part in _ELISION.split(wanted)]
    if len(parts) < 2 or any(len(words_of(part)) < 2 for part in parts):
        return None
    for start in _exact(parts[0], page):
        end = start + len(parts[0])
        left_out: list[Difference] = []
        for part in parts[1:]:
            nearby = _exact(part, page, end, end + _ELISION_GAP)
            if not nearby:
                break
            left_out.append(Difference("", page.stretch(end, nearby[0]).strip()))
            end = nearby[0] + len(part)
        else:
            return PassageCheck(
                outcome=PassageOutcome.NEARLY,
                span=page.span(start, end),
                score=1.0,
                differences=tuple(left_out),
                occurrences=1,
            )
    return None


def _nearest(wanted: str, page: NormalText) -> PassageCheck:
    words = words_of(wanted)
    best = PassageCheck(outcome=PassageOutcome.ABSENT)
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        return best
    for start, end in _windows(words, len(wanted), page):
        near = align(wanted, words, page.stretch(start, end))
        if near is not None and near.score > best.score:
            best = PassageCheck(
                outcome=PassageOutcome.NEARLY,
                span=page.span(start + near.start, start + near.end),
                score=near.score,
                differences=near.differences,
                occurrences=1,
            )
    return best


def _windows(words: Sequence[Word], length: int, page: NormalText) -> list[tuple[int, int]]:
    """Return the stretches of the page in which the rarest of `words` stand as they do in the passage.

    `length` is that of the passage. Each occurrence of a rare word votes for the place where the passage
    would begin; the places with most votes are returned.
    """
    width = max(64, length // 2)
    votes: defaultdict[int, float] = defaultdict(float)
    room = _PLACES
    for count, word in _anchors(words, page):
        if count > room and votes:
            break
        room -= count
        weight = math.log(1 + page.length / count)
        places = islice(page.places(word.folded, folded=True), _PLACES)
        for bucket in {(place - word.start) // width for place in places}:
            votes[bucket] += weight
            votes[bucket + 1] += weight
    chosen = sorted(votes, key=lambda bucket: -votes[bucket])[:_WINDOWS]
    return [
        (max((bucket - 1) * width - length // 2, 0), (bucket + 1) * width + length + length // 2)
        for bucket in chosen
    ]


def _anchors(words: Sequence[Word], page: NormalText) -> list[tuple[int, Word]]:
    """Return (frequency, word) for the words of the passage that are least frequent in the page."""
    distinct = {word.folded: word for word in words if word.folded not in FUNCTION_WORDS}
    candidates = sorted(distinct.values(), key=lambda word: -len(word.folded))[:_ANCHOR_CANDIDATES]
    counted = ((page.frequency(word.folded), word) for word in candidates)
    return sorted((count, word) for count, word in counted if count)[:_ANCHORS]
