"""Recognising by their words short blocks that are not the article: invitations, credits, list headings."""

import re

from kzcheck.domain import ZoneKind

LONGEST = 400  # characters: what is longer is read as prose
LONGEST_STAMP = 120
ENDING = 40  # characters at the end in which a credit is looked for

_INVITING = (
    "here",
    "sign",
    "subscri",
    "newsletter",
    "inbox",
    "receiv",
    "rights reserved",
    "cookie",
    "discussion",
    "comment",
    "affiliate",
    "twitter",
    "facebook",
)
_INVITATION = re.compile(
    r"(?:click|tap) here (?:to|for)\b|sign[- ]?up (?:for|to|here|now|today)\b|"
    r"subscrib(?:e|ing) (?:to|now|today|here)\b|(?:daily|weekly|free|our|morning|email|e-mail) newsletter|"
    r"in(?:to)? your inbox|\bunsubscribe\b|^you (?:get|receive|received|are (?:getting|receiving)) this |"
    r"all rights reserved|cookies? (?:policy|settings|preferences|consent)\b|"
    r"cookies that (?:are|ensures?|may)\b|\bcookies may\b|join the (?:discussion|conversation)|"
    r"\baffiliate (?:links?|commissions?)\b|^(?:follow|reach|find|like) .{2,80}\b(?:twitter|facebook)\b",
    re.IGNORECASE,
)
_BOILERPLATE = (
    r"(?:copyright|©|\(c\)) ?\W*\d{4}|"
    r"(?:advert|advertisement|sponsored|promoted|loading|related|share|more|tags?|read more|show more|"
    r"view (?:all|more)|(?:next|previous) article|photo gallery|story continues.*)\W*$|"
    r"(?:scroll to|share this|share on|follow us|follow @|like us on|join (?:us|our)|skip to)\b|"
    r"https?://\S+\.(?:jpe?g|png|gif|webp)\s|\[(\w+)[^\]]*\].*\[/\1\]\W*$|"
    r"(?:read|see|watch|listen)(?: more| also| next| now)?:|read more\b|related(?: \w+)?:|also read\b|"
    r"see also\b|more:|don['’]t miss|tags?:|categor(?:y|ies):|filed under|posted in|powered by|"
    r"(?:this (?:web)?site|we) uses? cookies"
)
_COMMENT = r"leave (?:a|your) (?:reply|comment)|post a comment|\d+ comments?$|comments?\W*$"
_BYLINE = (
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s|"
    r"(?:by|written by|reported by)\s+(?-i:[A-Z])[^.]{0,80}$|(?:write to|email|contact) .{2,60}@\S+$|"
    r".{2,100}\bcontributed to this (?:report|story|article)\.?$)"
)
_DATE = (
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.? \d{1,2},? \d{4}|\d{1,2} [^\W\d]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"(?:\W+(?:at )?\d{1,2}[:.]\d\d.{0,16})?\W*$"
)
_CAPTION = r"(?:image|photo|photograph|picture)s?(?: source| credit| courtesy| by|:)"
_OPENINGS = (
    (ZoneKind.BOILERPLATE, re.compile(_BOILERPLATE, re.IGNORECASE)),
    (ZoneKind.COMMENT, re.compile(_COMMENT, re.IGNORECASE)),
    (ZoneKind.BYLINE, re.compile(_BYLINE, re.IGNORECASE)),
    (ZoneKind.BYLINE, re.compile(_DATE, re.IGNORECASE)),
    (ZoneKind.CAPTION, re.compile(_CAPTION, re.IGNORECASE)),
)
_CREDIT = re.compile(
    r"\((?:image|photo|picture|credit|source|ap photo|file photo|getty)\b[^)]*\)\W*$|"
    r"(?:/|via|\(|©) ?(?:getty(?: images)?|shutterstock|reuters|afp|ap)\)?\.?$",
    re.IGNORECASE,
)
LIST_HEADING = re.compile(
    r"more (?:from|on|stories|news|great|in|like|about)\b|related\b|recommended\b|trending\b|popular\b|"
    r"most (?:read|popular|viewed|shared)|(?:our |the )?latest\b|read (?:next|more)|up next|top stories|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|editors?['’]? ?picks?|what to read next|"
    r"also (?:on|read|see)|see also|further reading|(?:from|around) the web|sponsored|don['’]t miss",
    re.IGNORECASE,
)


def said_zone(text: str) -> ZoneKind | None:
    """Return the zone that a short block has by its own words, or None."""
    if len(text) > LONGEST:
        return None
    for kind, pattern in _OPENINGS:
        if pattern.match(text) and (kind is not ZoneKind.BYLINE or len(text) <= LONGEST_STAMP):
            return kind
    lowered = text.lower()
    if any(word in lowered for word in _INVITING) and _INVITATION.search(text):
        return ZoneKind.BOILERPLATE
    return ZoneKind.CAPTION if _CREDIT.search(text[-ENDING:]) else None
