"""The kinds of figures and claims, and how claims are put, as plain names.

Python 3.11 takes as long to look up `QuantityKind.COUNT` as ten of these, and figures and clauses are read by
them. A name that two enumerations have is that of the figures.
"""

from kzcheck.domain import Approximator, ClaimKind, Modality, QuantityKind, SubjectOrigin

AGE = QuantityKind.AGE
COUNT = QuantityKind.COUNT
DATE = QuantityKind.DATE
DURATION = QuantityKind.DURATION
MEASURE = QuantityKind.MEASURE
MONEY = QuantityKind.MONEY
NUMBER = QuantityKind.NUMBER
PERCENTAGE = QuantityKind.PERCENTAGE
RANK = QuantityKind.RANK
TEMPERATURE = QuantityKind.TEMPERATURE

EXACT = Approximator.EXACT
VAGUE = Approximator.VAGUE

EVENT = ClaimKind.EVENT
RELATION = ClaimKind.RELATION

ANAPHORA = SubjectOrigin.ANAPHORA
CARRIED = SubjectOrigin.CARRIED
DISTRIBUTED = SubjectOrigin.DISTRIBUTED
EXPLICIT = SubjectOrigin.EXPLICIT

ASSERTED = Modality.ASSERTED
COUNTERFACTUAL = Modality.COUNTERFACTUAL
PREDICTED = Modality.PREDICTED
