"""The words that may begin a figure or a date."""

from kzcheck.extract.calendar_words import MONTHS, WEEKDAYS
from kzcheck.extract.numbers import ONES, ORDINALS, SCALES, TENS, VAGUE
from kzcheck.extract.ranks import GRADES
from kzcheck.extract.text import word_set

NUMERALS = frozenset({*ONES, *TENS, *SCALES, *VAGUE, *ORDINALS, "dozen", "half", "quarter"})
FIGURES = NUMERALS | GRADES
DATES = frozenset(MONTHS) | word_set("""
    spring summer autumn fall winter q1 q2 q3 q4 h1 h2 twenty first second third fourth fifth sixth seventh
    eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth twentieth
""")
RELATIVE = frozenset(WEEKDAYS) | word_set("today tonight tomorrow yesterday last this next")
TOLD_DATES = DATES | RELATIVE | {"ago"}
"""Where the day of publication is known, dates may be told from it."""
