"""Turns of a transcript: who speaks from which label on."""

import re

from kzcheck.domain import Span, SubjectOrigin, Zone
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Subject
from kzcheck.extract.speakers import voice_of
from kzcheck.extract.speech import Frame

_LABEL = Pattern(
    r"^[ \t]*(?P<name>(?:[A-Z][A-Z.’'-]+"
    r"|[A-Z][\w.’'-]{1,20})(?:[ ][A-Z][\w.’'-]{0,20}){0,4})(?:[ ]\([^)\n]{1,40}\))?:[ \t]+(?=\S)",
    re.MULTILINE,
)
_FEWEST = 3  # one or two labels may be headings of another sort


def turns_of(text: str, zone: Zone) -> list[Frame]:
    """Return one frame of speech for each labelled turn; none where labels are few or never come back."""
    if text.count(":", zone.start, zone.end) < _FEWEST:
        return []
    labels = list(_LABEL.finditer(text, zone.start, zone.end))
    names = {match["name"] for match in labels}
    if len(labels) < _FEWEST or len(names) == len(labels):
        return []
    ends = [*(match.start() for match in labels[1:]), zone.end]
    return [_turn(match, end) for match, end in zip(labels, ends, strict=True)]


def _turn(match: re.Match[str], end: int) -> Frame:
    speaker = Subject(match["name"], Span(*match.span("name")), SubjectOrigin.EXPLICIT)
    content = Span(match.end(), end)
    return Frame(speaker, voice_of(speaker.name), "turn", "", Span(match.start(), end), content, silent=True)
