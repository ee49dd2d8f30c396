"""Two claims side by side: what each says, field by field, and where they differ."""

from dataclasses import dataclass

from textual.content import Content

from kzcheck.domain import Attribution, Claim, ClaimStatus, Context, QuantityKind, Relation
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.sentence_text import marked_sentence
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.words import amount


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two claims, and what is known about it."""

    claim: Claim
    context: Context
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the comparison; `differs` if the two do not say the same."""

    label: str
    here: Content
    there: Content
    differs: bool = False


def fields(a: Side, b: Side, glyphs: Glyphs) -> list[Field]:
    """Return the lines of the comparison, without fields that neither claim has."""
    told = [
        Field("", safe.content(a.claim.headline, "bold"), safe.content(b.claim.headline, "bold")),
        Field("sentence", marked_sentence(a.context), marked_sentence(b.context)),
    ]
    for label, of in FACTS:
        here, there = of(a), of(b)
        if here or there:
            differs = here.casefold() != there.casefold()
            told.append(Field(label, _fact(here, differs=differs), _fact(there, differs=differs), differs))
    here, there = _outlet(a), _outlet(b)
    told += [
        Field("outlet", safe.content(here), safe.content(there), differs=here != there),
        Field("verdict", _status(a, glyphs), _status(b, glyphs)),
    ]
    return told


def _fact(words: str, *, differs: bool) -> Content:
    if not words:
        return Content.styled("none", "$muted")
    return safe.content(words, "bold $warn" if differs else "")


def _value(side: Side) -> str:
    quantity = side.claim.quantity
    if quantity is None or quantity.value is None:
        return quantity.text if quantity else ""
    if quantity.kind is QuantityKind.RANK:
        return f"rank {quantity.value:g}"
    figure = amount(quantity.value, quantity.value_high, None, None)
    return f"{figure} {quantity.change.value}" if quantity.change else figure


def _speaker(side: Side) -> str:
    if side.claim.speaker:
        return side.claim.speaker
    author = side.claim.attribution is Attribution.AUTHOR
    return "the author" if author else f"{side.claim.attribution.value} source"


def _as_of(side: Side) -> str:
    return side.claim.as_of or ""


FACTS = (
    ("value", _value),
    ("unit", lambda side: (side.claim.quantity.unit if side.claim.quantity else None) or ""),
    ("measure", lambda side: side.claim.measure or ""),
    (
        "hedge",
        lambda side: side.claim.quantity.approximator.value.replace("-", " ") if side.claim.quantity else "",
    ),
    ("subject", lambda side: side.claim.subject or ""),
    ("speaker", _speaker),
    ("as of", _as_of),
)


def _outlet(side: Side) -> str:
    told = side.context.metadata
    return ", ".join(words for words in (told.outlet or told.title, told.published) if words)


def _status(side: Side, glyphs: Glyphs) -> Content:
    status = side.status.status
    sign = Content.styled(f"{glyphs.status[status]} {status.value}", f"${STATUS_ROLE[status]}")
    by = f"  {side.status.reviewer}" if side.status.reviewer else ""
    return Content.assemble(sign, safe.content(by, "$muted"))


def verdict_words(relation: Relation) -> str:
    """Return in words what a decision says about two claims."""
    return {
        Relation.DUPLICATE: "both say the same",
        Relation.COMPATIBLE: "compatible: the values agree within rounding and hedges",
        Relation.CONFLICT: "in conflict: the same measure, other values",
        Relation.RELATED: "related",
        Relation.DIFFERENT: "different: not about the same",
    }[relation]
