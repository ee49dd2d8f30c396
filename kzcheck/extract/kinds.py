"""The kinds of figures as plain names.

Python 3.11 takes as long to look up `QuantityKind.COUNT` as ten of these, and figures are read by them.
"""

from kzcheck.domain import QuantityKind

AGE = QuantityKind.AGE
COUNT = QuantityKind.COUNT
DURATION = QuantityKind.DURATION
MEASURE = QuantityKind.MEASURE
MONEY = QuantityKind.MONEY
NUMBER = QuantityKind.NUMBER
PERCENTAGE = QuantityKind.PERCENTAGE
RANK = QuantityKind.RANK
TEMPERATURE = QuantityKind.TEMPERATURE
