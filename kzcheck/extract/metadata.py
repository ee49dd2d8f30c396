"""Title, outlet, author and date of a plain text, where it says them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kzcheck.domain import Metadata, Zone, ZoneKind
from kzcheck.extract.dates import find_dates
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.zone_words import DATELINE

_BY = Pattern(
    r"(?:^|[-–—|•·\n]\s*)\W{0,2}(?:by|written\s+by|words\s+by|reporting\s+by|story\s+by)(?::\s*|\s+)"
    r"(?P<name>[A-ZÀ-Ý][^\n|•·–—(]{1,80})",
    re.IGNORECASE,
)
_NAME_END = Pattern(
    r"\s+-\s|;|,?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
    r"|june|july|august|september"
    r"|october|november|december|published|updated|\d)|,\s+(?:[a-z]|staff|senior|special|political"
    r"|our)|\s{2,}",
    re.IGNORECASE,
)
_BIO_NAME = Pattern(
    r"(?P<name>(?:[A-ZÀ-Ý][\w.’'-]*\s+){1,3}[A-ZÀ-Ý][\w’'-]+)\s+(?:is|was|has|writes|covers|works"
    r"|serves|reports)\b"
)
_TITLE_PARTS = Pattern(r"\s+[-–—|]\s+")


def read_metadata(text: str, zones: Sequence[Zone]) -> Metadata:
    """Return what a plain text says of itself; a field it does not say is None, and nothing is guessed."""
    title = _first_line(text, zones, ZoneKind.HEADLINE)
    author = _author(text, zones)
    published, published_from = _published(text, zones, title)
    outlet = _outlet(text, zones, title)
    return Metadata(
        title=title, outlet=outlet, author=author, published=published, published_from=published_from
    )


def _first_line(text: str, zones: Sequence[Zone], kind: ZoneKind) -> str | None:
    """Return the first line of the first zone of a kind, when it stands above the article."""
    for zone in zones:
        if zone.kind is kind:
            line = re.sub(r"\s+", " ", text[zone.start : zone.end].split("\n", 1)[0]).strip()
            return None if re.match(r"\d+[.)]\s", line) else line
        if zone.kind is ZoneKind.BODY and zone.end - zone.start > 400:
            return None
    return None


def _author(text: str, zones: Sequence[Zone]) -> str | None:
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            match = _BY.search(text[zone.start : zone.end])
            if match:
                return _NAME_END.split(match["name"], maxsplit=1)[0].strip(" ,.-–|:)") or None
    for zone in zones:
        if zone.kind is ZoneKind.BIO:
            match = _BIO_NAME.search(text[zone.start : zone.end])
            if match:
                return match["name"]
    return None


def _published(text: str, zones: Sequence[Zone], title: str | None) -> tuple[str | None, str | None]:
    """Return the date of the bylines, best the one beside the title; else that of the dateline."""
    dated: list[tuple[int, str]] = []
    for zone in zones:
        if zone.kind is ZoneKind.BODY:
            break
        if zone.kind is not ZoneKind.BYLINE:
            continue
        for line in text[zone.start : zone.end].split("\n"):
            mentions = [] if DATELINE.match(line + " ") else find_dates(line)
            for mention in mentions:
                if len(mention.edtf) >= 7 and not mention.relative:
                    dated.append((_rank(line, title, dated, zone, zones), mention.edtf))
    if dated:
        return min(dated, key=lambda pair: pair[0])[1], "byline"
    match = _dateline(text, zones)
    if match and match["date"]:
        mentions = find_dates(match["date"])
        if mentions and len(mentions[0].edtf) == 10:
            return mentions[0].edtf, "dateline"
    return None, None


def _rank(line: str, title: str | None, dated: Sequence[object], zone: Zone, zones: Sequence[Zone]) -> int:
    """How far a date line is from saying when the article appeared; 0 is nearest."""
    if re.search(r"\b(?:updated|modified)\b", line, re.IGNORECASE) and not re.search(
        r"\bpublished\b", line, re.IGNORECASE
    ):
        return 3
    if title and title in line:
        return 0
    heads_page = any(
        other.kind is ZoneKind.HEADLINE and other.start > zone.end for other in takewhile(_above, zones)
    )
    return 2 if heads_page else 1 if dated else 0


def _above(zone: Zone) -> bool:
    return zone.kind is not ZoneKind.BODY


def _dateline(text: str, zones: Sequence[Zone]) -> re.Match[str] | None:
    for zone in zones:
        if zone.kind is ZoneKind.BYLINE:
            match = DATELINE.match(text[zone.start : zone.end].rsplit("\n", 1)[-1] + " ")
            if match:
                return match
    return None


def _outlet(text: str, zones: Sequence[Zone], title: str | None) -> str | None:
    """Return the name beside the title in a line ("Title | Outlet"), else the agency of the dateline."""
    if title:
        for zone in zones[:6]:
            for line in text[zone.start : min(zone.end, zone.start + 1000)].split("\n"):
                if title in line and line.strip() != title:
                    parts = [part.strip() for part in _TITLE_PARTS.split(line)]
                    for part in parts:
                        if (
                            part
                            and part != title
                            and title not in part
                            and not find_dates(part)
                            and not _BY.match(part)
                        ):
                            return part
    match = _dateline(text, zones)
    return match["agency"] if match else None
