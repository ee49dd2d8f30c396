"""Telling figures from numbers that are none: years, days, times, scores, labels and names."""

from kzcheck.extract.beside import DIGITS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_before, word_set

_MONTHS = word_set("""
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec
""")
_SURE_YEAR_AFTER = _MONTHS | word_set("""
    in since until till year during before after through early late mid season spring summer autumn fall
    winter circa between model fy q1 q2 q3 q4
""")
_LABELS = word_set("""
    page pages p pp chapter section sec article art paragraph para no nos number route highway exit row
    seat room flight gate phase type version model grade hwy interstate figure fig table appendix volume
    vol issue episode step verse bus line channel track lane stage suite apt apartment floor bldg title
    rule resolution amendment proposition prop docket form schedule block district ward precinct zone
    sector sol ep bill hb sb windows nt ios android usb bluetooth hdmi java python firefox chrome isbn issn
    tel phone fax ext zip planet lot group pool round heat apollo formula iphone galaxy
""")
_INDEXES = word_set("""
    s&p p sp nasdaq ftse cac asx s&p/asx russell nikkei stoxx csi topix tsx fortune forbes ibex nifty
    hang dow daytona indianapolis indy
""")
_LABELLING = _LABELS | _INDEXES
_WEEKDAYS = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
""")
_FUNCTION_WORDS = word_set("""
    a an the in on at by for from to of with and or but if as than that this these those its it he she
    they we you i his her their our my your about some over under nearly almost around roughly only just
    more less fewer up down between among when while after before since until during last first next all
    both each every no not now then there here what where who why how is are was were be been have has
    had do does did will would can could may might must should it's he's she's we've i've they've so yet
    also still even already another other such like including despite because though although through
    throughout into onto within without across against along per via approximately estimated total
    average meanwhile however currently today yesterday tomorrow earlier later according overall
    nationwide worldwide together perhaps maybe reportedly kill kills killed killing wound wounds
    wounded injures injured leaves leaving claims hits reaches tops nears passes rises falls jumps drops
    officials police least
""")
_MONTH_AFTER = Pattern(
    r"(?:st|nd|rd|th)?(?:\sof)?\s(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_NO_FIGURE_AFTER = Pattern(
    r":[0-9]|\s?(?:a\.?m\.?|p\.?m\.?)(?!\w)|\so['’]clock|\s?(?:gmt|utc|est|edt|cet)\b|h[0-9]{2}\b"
    r"|[/-][0-9]{1,2}[/-][0-9]{2,4}|\.[0-9]{1,2}\.[0-9]{2,4}|/[0-9]{4}"
    r"|(?:\s?-\s?[0-9][0-9]*+){2,}|[/#@_=&][\w]"
)
"""The rest of a time of day, of a date, or of a chain of numbers."""
_ERA_AFTER = Pattern(r"\s?(?:b\.?c\.?e?\.?|a\.?d\.?|c\.?e\.?)(?!\w)")
_AFTER_NO_FIGURE = (
    DIGITS
    | _MONTHS
    | word_set("st nd rd th of a p am pm o gmt utc est edt cet h b bc bce ad c ce : / # @ _ = &")
)
"""What follows a number where it is an hour, a day or a year of an era, or one of a chain of numbers."""
_LIST_AFTER = Pattern(r"\s?\)|\.\s")
_LAST_OF_AMOUNT = ("of", "than", "least", "to", "nearly", "some", "over")
_AMOUNT_OF = Pattern(
    r"\b(?:average|total|maximum|minimum|price|cost|worth|rate|capacity|sum|fee|high|low|peak|crowd|record)\sof\s\Z"
    r"|\b(?:(?:more|less|fewer)\sthan|at\sleast|up\sto|nearly|some|over)\s\Z"
)
_AFTER_YEAR = Pattern(r"\b[12][0-9]{3}\s?(?:and|to|or|-|–|—|,|/)\s?\Z")
_CASUALTIES = Pattern(r"\s(?:killed|dead|injured|wounded|hurt|missing|arrested|die|held|jailed|rescued)\b")


def is_year(value: float, digits: int) -> bool:
    """Tell whether bare digits could be a year of the common era, as news writes them."""
    return digits == 4 and 1000 <= value <= 2100


def is_labelled(source: Source, start: int) -> bool:
    """Tell whether the word before a number makes it a label ("page 12", "version 4.0")."""
    return source.before(start).rstrip(".").lstrip("(\"'“‘") in _LABELLING


def is_no_figure(source: Source, start: int, end: int, after: str) -> bool:
    """Tell whether the bare digits at `start:end` are a date, a time, a label or a link in a name.

    `after` is what follows them. Only what stands around them counts here; a unit or a counted noun has been
    looked for before.
    """
    low, before = source.low, source.before(start)
    word = before.rstrip(".").lstrip("(\"'“‘")
    if word in _MONTHS and end - start <= 2:
        return True
    if word in _LABELLING or before.endswith("#"):
        return True
    if after not in _AFTER_NO_FIGURE:
        return False
    if _NO_FIGURE_AFTER.match(low, end):
        return True
    if end - start <= 2 and _MONTH_AFTER.match(low, end):
        return True
    return bool(_ERA_AFTER.match(low, end) and end - start >= 2)


def is_hedged(source: Source, start: int, end: int) -> bool:
    """Tell whether the words around a number make it a figure even in a title: "At Least 66 Killed"."""
    return _is_amount(source, start) or bool(_CASUALTIES.match(source.low, end))


def _is_amount(source: Source, start: int) -> bool:
    """Tell whether the words before a number make it an amount: "an average of", "more than"."""
    last = source.before(start).endswith(_LAST_OF_AMOUNT)
    return last and bool(_AMOUNT_OF.search(source.low[max(0, start - 20) : start]))


def is_index(source: Source, start: int) -> bool:
    """Tell whether the number belongs to the name of a share index or list ("S&P 500")."""
    return source.before(start).lstrip("(") in _INDEXES


def is_year_here(source: Source, start: int, end: int, *, counted: bool) -> bool:
    """Tell whether four bare digits are a year; `counted` when a plural noun follows them."""
    low = source.low
    value = int(low[start:end])
    if _is_amount(source, start):
        return False
    if _AFTER_YEAR.search(low[max(0, start - 10) : start]):
        return True
    if not counted:
        return 1450 <= value <= 2100
    word = source.before(start).rstrip(".,").lstrip("(")
    if word in _SURE_YEAR_AFTER:
        return 1900 <= value <= 2060
    return 1950 <= value <= 2060 and value % 50 != 0


def is_name_part(text: str, start: int) -> bool:
    """Tell whether a number continues a name ("Boeing 737", "Section 427", "iPhone 12")."""
    word = word_before(text, start).lstrip("(\"'“‘[")
    if not word or word[-1] in ',;:.!?)"”':
        return False
    if word.lower() in _FUNCTION_WORDS or word.lower() in _WEEKDAYS:
        return False
    return any(map(str.isupper, word))


def is_list_marker(low: str, start: int, end: int) -> bool:
    """Tell whether a small number numbers an item: "1)", "(2)", or "3." opening a line."""
    marker = _LIST_AFTER.match(low, end)
    if not marker:
        return False
    if ")" in marker[0]:
        opened = low.rfind("(", max(0, start - 24), start)
        return opened < 0 or not low[opened + 1 : start].strip("0123456789, ")
    return start == 0 or low[max(0, start - 12) : start].rstrip(" \t")[-1:] in ("", "\n")
