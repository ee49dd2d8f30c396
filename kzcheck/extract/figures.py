"""A figure in the making: what the readers of its parts fill in."""

from dataclasses import dataclass

from kzcheck.domain import Approximator, Change, QuantityKind
from kzcheck.extract.beside import behind
from kzcheck.extract.kinds import MEASURE, MONEY, NUMBER
from kzcheck.extract.numbers import Form
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set
from kzcheck.extract.units import ReadUnit

_NO_RATE_AFTER = word_set(
    "in for after within than about from to by until with over and or but is was once twice"
)
_OF_RATE = Pattern(
    rf"\s(?:of\s)?(?:(?!(?:{'|'.join(sorted(_NO_RATE_AFTER))})\s)[a-z][a-z'’-]*\s){{1,4}}?(?:(?:an?|per)\s(day|week|month|year)|per\s(hour|minute|mile|kilomet(?:re|er)|hectare|acre|person|capita))\b(?!\s(?:ago|earlier|later|before|after|old|from)|-)"
)


@dataclass(slots=True)
class Figure:
    """A figure in the making.

    `number_end` is where its numeral ends, and `number_behind` what follows it; `behind` is what follows the
    figure. `plain` is that of `Number`.
    """

    start: int
    end: int
    number_end: int
    value: float
    form: Form
    number_behind: str
    behind: str
    scale: float = 1.0
    plain: bool = False
    high: float | None = None
    unit: str | None = None
    kind: QuantityKind = NUMBER
    approximator: Approximator = Approximator.EXACT
    change: Change | None = None
    prefixed: bool = False
    """The currency stands before the number."""

    def reach(self, low: str, end: int) -> None:
        """Let the figure end at `end`, and note what stands behind it."""
        self.end, self.behind = end, behind(low, end)


def settle(source: Source, figure: Figure, read: ReadUnit) -> Figure:
    """Give a figure its unit, and the rate that comes behind what it is of ("barrels of oil a day")."""
    name, kind = read.unit
    if kind in (MEASURE, MONEY) and " per " not in name:
        may_follow = read.behind.isalpha() and read.behind not in _NO_RATE_AFTER
        rate = _OF_RATE.match(source.low, read.end) if may_follow else None
        if rate:
            name = f"{name} per {rate[1] or rate[2].replace('meter', 'metre')}"
    figure.unit, figure.kind, figure.end, figure.behind = name, kind, read.end, read.behind
    return figure
