"""Reading a number that has no unit: an age, odds, a count of something, or a bare figure."""

from kzcheck.extract import context, numbers
from kzcheck.extract.beside import behind
from kzcheck.extract.figures import Figure, settle
from kzcheck.extract.kinds import AGE, COUNT, PERCENTAGE, RANK
from kzcheck.extract.nouns import Noun, read_noun
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set
from kzcheck.extract.units import ReadUnit, Unit, read_unit, with_rate

_AGE = Pattern(r"\s?-?\s?(?:yo\b|y/o\b|y\.o\.)")
_LAST_OF_AGED = ("age", "aged", "ages", "of", "between", "from")
_AGED = Pattern(r"\b(?:aged?|ages|age\sof|aged\sbetween|ages\sof|aged\sfrom)\s{1,2}\Z")
_OF = Pattern(r"\s{1,2}of\s{1,2}(?:(?:the|these|those|its|their|his|her|our|my|all)\s{1,2}){0,2}")
_ONE_OF = Pattern(r"(?:only|several|many|some|a\sfew|a\snumber\sof|dozens\sof|hundreds\sof|a\sdozen)\s")
_NOT_AFTER_ONE = Pattern(
    r"\s{1,2}(?:another|by|or\sthe\sother|day\b(?!s))|['’]s\b|\s?-\s?(?!year|month|day|week|hour|minute|third|half|quarter|mile|yen|dollar)"
)
_NOT_BEFORE_ONE = word_set("""
    no each every any this that which another the only everyone
""")
_ONE_IDIOMS = frozenset({"way", "hand", "time", "side", "thing", "point", "reason"})
_NO_BARE_AFTER = word_set(
    "the top bottom last first final all these those other both big our their his her its any"
)
_OF_OR_TO = Pattern(r"\s{1,2}(?:of\s|to\s[0-9])")
_SPLIT = Pattern(r"\s?-\s?(?:for|on)\s?-\s?[0-9a-z]")
_SPLIT_BEFORE = Pattern(r"-\s?(?:for|on)\s?-\s?\Z")
_ODDS = Pattern(
    r"\s{1,2}(in|out\sof|of\severy)(?:\severy)?\s{1,2}(?=[0-9]|two|three|four|five|six|seven|eight|nine|ten|twenty|a\s|hundred|thousand|million)"
)
_BEFORE_ODDS = ("in", "of", "out")
_DIGITS = Pattern(r"[0-9][0-9.,]*+")
_APPOSED = Pattern(r",\s|;\s|,?\sof\s[a-z]")
_OLD_SAID = Pattern(r"(?:and|or)\s(?:older|younger)\Z")
_PEOPLE = (
    r"(?:people|persons|adults?|children|kids?|girls?|boys?|women|men|teens|teenagers|minors|youths|patients|seniors"
    r"|americans|voters|residents|students|players|workers|drivers|those|anyone|someone|everyone)"
)
_AGE_HEDGES = ("under", "over", "above", "below")
_PEOPLE_OF_AGE = Pattern(rf"\b{_PEOPLE}\s(?P<hedge>(?:{'|'.join(_AGE_HEDGES)})\s)?\Z")
_AND_AGE = Pattern(r"(?:and|or)\s(?:over|under|up|above|below)\Z")
_AGE_SAID = Pattern(r"\b(?:he|she|who|i)(?:['’]s|\s(?:is|was|turned|turns))\s(?:now\s|only\s|just\s)?\Z")
_LAST_BEFORE_AGE = ("is", "was", "turned", "turns", "now", "only", "just", "'s", "’s")
_AFTER_AGE = Pattern(r"[.,;]|\s(?:when|and|or|in|on|this|next|last)\b|\Z")
_AFTER_THEIR_AGE = Pattern(
    r"[.,;:)]|\s(?:and|or|in|who|were|are|have|had|will|would|can|could|may|must|do|did|does|at|with|on|to|from|for)\b|\Z"
)
_BETWEEN_COMMAS = Pattern(r",\s(?!and\b|or\b|[0-9$€£])")
_ENDING = Pattern(r"\.?(?=\s|\Z)(?!\s[a-z0-9(])")
_QUOTES = frozenset('"”“‘')
_YEAR_OF_AGE = Unit("year of age", AGE)
_YOUNGEST_APPOSED = 14
_OLDEST = 120


def read_without_unit(source: Source, figure: Figure) -> Figure | None:
    """Read a number that has no unit: an age, odds, a count of something, or a bare figure."""
    low, end = source.low, figure.end
    if low[end : end + 1].isalpha() and not _AGE.match(low, end):
        return None
    if _is_split(low, figure):
        return None
    if figure.plain and figure.value >= 0 and context.is_no_figure(source, figure.start, end, figure.behind):
        return None
    age = _read_age(source, figure) if figure.value < _OLDEST else None
    if age:
        return settle(source, figure, ReadUnit(_YEAR_OF_AGE, age, behind(low, age)))
    odds = _read_odds(source, figure) if figure.behind in _BEFORE_ODDS else None
    return odds or _read_count(source, figure)


def _is_split(low: str, figure: Figure) -> bool:
    """Tell whether a number only weighs another: "a two-for-one split", "one-on-one"."""
    start = figure.start
    if figure.behind in ("for", "on") and _SPLIT.match(low, figure.end):
        return True
    return "-" in low[start - 2 : start] and bool(_SPLIT_BEFORE.search(low, max(0, start - 8), start))


def is_aged(source: Source, start: int) -> bool:
    """Tell whether the words before `start` say that an age follows ("aged", "the age of")."""
    aged = source.before(start).endswith(_LAST_OF_AGED)
    return aged and bool(_AGED.search(source.low[max(0, start - 14) : start]))


def _read_age(source: Source, figure: Figure) -> int | None:
    """Return where an age ends that is said without "years" ("aged 34", "87 yo", "who was 10")."""
    text, low, start, end = source.text, source.low, figure.start, figure.end
    yearly = _AGE.match(low, end) if figure.behind in ("yo", "y") else None
    if yearly:
        return yearly.end()
    if figure.plain and figure.value < 115:
        if _is_age_of_people(source, figure):
            return end
        if low[start - 2 : start] == ", " and _is_apposed(text, low, start, end, figure.value):
            return end
    if is_aged(source, start):
        return end
    said = source.before(start).endswith(_LAST_BEFORE_AGE) and _AGE_SAID.search(
        low[max(0, start - 20) : start]
    )
    return end if said and _AFTER_AGE.match(low, end) else None


def _is_age_of_people(source: Source, figure: Figure) -> bool:
    """Tell whether a number is the age of people: "women 65 and older", "children under 12"."""
    low = source.low
    tail = low[figure.number_end : figure.end]
    if not tail and source.before(figure.start) not in _AGE_HEDGES:
        return False
    if _OLD_SAID.search(tail):
        return True
    people = _PEOPLE_OF_AGE.search(low, max(0, figure.start - 32), figure.start)
    if not people:
        return False
    if tail:
        return bool(_AND_AGE.search(tail))
    return bool(people["hedge"] and _AFTER_THEIR_AGE.match(low, figure.end))


def _is_apposed(text: str, low: str, start: int, end: int, value: float) -> bool:
    """Tell whether a number behind a comma is an age: "Jane Roe, 64, left", "the senator, 78, said"."""
    words = text[max(0, start - 32) : start - 2].split()
    if not words or not words[-1][-1].isalpha():
        return False
    if words[-1][0].isupper():
        named = len(words) > 1 and words[-2][0].isupper() and value > _YOUNGEST_APPOSED
        return bool(_APPOSED.match(low, end) or (named and _ENDING.match(low, end)))
    return value > _YOUNGEST_APPOSED and bool(_BETWEEN_COMMAS.match(low, end))


def _read_odds(source: Source, figure: Figure) -> Figure | None:
    """Read "one in five" and "4 out of 10" as a share in percent."""
    low = source.low
    odds = _ODDS.match(low, figure.end)
    if not odds:
        return None
    of = numbers.read_words(low, odds.end()) if low[odds.end()].isalpha() else None
    digits = _DIGITS.match(low, odds.end())
    if digits:
        of = numbers.read_digits(low, odds.end(), digits.end())
    if (
        of is None
        or not 0 < figure.value < of.value
        or of.form == "vague"
        or (of.plain and 1900 <= of.value <= 2100)
    ):
        return None
    unit = read_unit(source, of.end, of.behind)
    if unit or (odds[1] == "in" and of.value > 10 and of.value % 10):
        return None
    figure.value *= 100 / of.value
    figure.unit, figure.kind = "percent", PERCENTAGE
    figure.end = figure.number_end = of.end
    figure.behind = figure.number_behind = of.behind
    return figure


def _read_count(source: Source, figure: Figure) -> Figure | None:
    """Read what is counted, and leave out numbers that count nothing."""
    text, low, end = source.text, source.low, figure.end
    of = _OF.match(low, end) if figure.behind == "of" else None
    one = figure.value == 1 and figure.form == "words"
    before = source.before(figure.start)
    if one and not of and (before in _NOT_BEFORE_ONE or _NOT_AFTER_ONE.match(low, end)):
        return None
    start = end
    if of:
        several = _ONE_OF.match(low, of.end()) if one else None
        start = (several or of).end() - 1
    noun = _noun(source, figure, start, one=one, single=before in ("a", "an"))
    if noun is None or not noun.plural:
        if one and not of and (noun is None or noun.name in _ONE_IDIOMS):
            return None
        if before in ("category", "number"):
            figure.kind = RANK
            return figure
        if _is_label(source, figure, before, counted=noun is not None):
            return None
    elif (one and not of) or _is_named(text, figure, before) or _is_dated(source, figure):
        return None
    if noun:
        (figure.unit, figure.kind), figure.end, figure.behind = with_rate(
            source, Unit(noun.name, COUNT), noun.end
        )
    return figure


def _noun(source: Source, figure: Figure, start: int, *, one: bool, single: bool) -> Noun | None:
    """Read what is counted at `start`; "hundreds" alone count nothing that comes without "of"."""
    low, end = source.low, figure.end
    if start == end and not figure.behind.isalpha() and figure.behind not in _QUOTES:
        return None
    if figure.form == "vague" and start == end and low[end - 1] == "s" and not low.startswith(" more ", end):
        return None
    single = (single and low.startswith("-", end)) or (one and start == end)
    return read_noun(source, start, one=one, single=single)


def _is_dated(source: Source, figure: Figure) -> bool:
    """Tell whether digits before a plural are a year ("2018 sales"), a version or the name of an index."""
    start, end = figure.start, figure.number_end
    if not figure.plain:
        return figure.scale == 1 and figure.form == "digits" and context.is_labelled(source, start)
    if context.is_year(figure.value, end - start) and context.is_year_here(source, start, end, counted=True):
        return True
    return context.is_index(source, start)


def _is_named(text: str, figure: Figure, before: str) -> bool:
    """Tell whether a number in words is the first word of a name: "the Ten Commandments"."""
    return (
        before == "the"
        and figure.form == "words"
        and text[figure.start].isupper()
        and text[figure.number_end + 1 : figure.number_end + 2].isupper()
    )


def _is_label(source: Source, figure: Figure, before: str, *, counted: bool) -> bool:
    """Tell whether a number with no plural behind it is a year, a label, or a part of a name."""
    text, low, start, end = source.text, source.low, figure.start, figure.number_end
    bare = figure.plain or (figure.form == "words" and figure.scale == 1)
    loose = before in _NO_BARE_AFTER and not (
        _OF_OR_TO.match(low, end) or low.startswith("of the ", max(0, start - 7), start)
    )
    if bare and not counted and loose:
        return True
    if not figure.plain:
        if figure.form == "digits":
            return figure.scale == 1 and context.is_labelled(source, start)
        named = _is_named(text, figure, before) or context.is_name_part(text, start)
        return named and text[start].isupper()
    if context.is_year(figure.value, end - start) and context.is_year_here(source, start, end, counted=False):
        return True
    if start and text[end + 1 : end + 2].isupper() and not context.is_hedged(source, start, end):
        return True
    if counted and figure.value >= 1000:
        return True
    return context.is_name_part(text, start) or context.is_list_marker(low, start, end)
