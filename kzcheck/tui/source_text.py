"""What the source pane shows of a claim: its sentence in place, and the facts that a judgement needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from kzcheck.domain import Attribution, QuantityKind, SubjectOrigin
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.sentence_text import marked_sentence
from kzcheck.tui.sibling_text import sibling_blocks, sum_of_shares
from kzcheck.tui.widgets.lines_pane import BLANK, Block, Gives
from kzcheck.tui.words import quantity_amount

if TYPE_CHECKING:
    from kzcheck.domain import Claim, Context, Metadata

LABEL_WIDTH = 9
MAX_AROUND = 300
TITLE_LENGTH = 22
LEAST_TITLE = 8
AROUND_TITLE = 11
"""Cells of a title line for other things than its words: the rule, and the number of hidden lines."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])")

_AMONG = re.compile(r"\s+(?:in|among|of|on|across|between|within|after)\b[^,;.()]{1,60}")
_WHOSE = re.compile(r"(?:[A-Z][\w-]*\s)*[\w-]+[’']s\s+$")
_PRONOUNS = (
    re.compile(r"\b(?:it|its|he|him|his|she|her|they|them|their|we|our)\b", re.IGNORECASE),
    re.compile(r"\b(?:this|these|those|which|who|that)\b", re.IGNORECASE),
)
"""Words that stand for a subject, the likelier ones first."""

_DISTRIBUTED = "one of several it is said of"

_VOICES = {
    Attribution.NAMED: "",
    Attribution.UNNAMED: "unnamed source",
    Attribution.IMAGINED: "invented speech, nobody's statement",
}


def source_title(claim: Claim, context: Context, width: int) -> Content:
    """Return the title of a pane of `width` cells: outlet, date, zone. The outlet is cut first."""
    document = context.metadata
    date = safe.line(document.published, 20)
    tail = [f" · {words}" for words in (date, claim.zone.value) if words]
    room = width - AROUND_TITLE - len("Source · ") - len("".join(tail))
    name = _short(document.outlet or document.title, max(LEAST_TITLE, min(TITLE_LENGTH, room)))
    parts = [Content.styled("Source", "bold"), Content(f" · {name}" if name else "")]
    *dates, zone = tail
    return Content("").join([*parts, *map(Content, dates), Content.styled(zone, "$muted")])


def _short(name: str | None, width: int) -> str:
    shown = safe.line(name, 200)
    return shown if len(shown) <= width else shown[: width - 1].rstrip() + "…"


def source_blocks(claim: Claim, context: Context, siblings: list[Claim], glyphs: Glyphs) -> list[Block]:
    """Return the sentence in place with the claim marked in it, and the facts of the claim."""
    blocks = []
    if before := _last_sentence(context.before):
        blocks.append(Block(safe.content(before, "$muted"), gives=Gives.FIRST))
    blocks.append(Block(marked_sentence(context)))
    if after := _first_sentence(context.after):
        blocks.append(Block(safe.content(after, "$muted"), gives=Gives.LAST))
    blocks.append(BLANK)
    blocks += _facts(claim, context, glyphs, sum_of_shares(claim, siblings))
    blocks += sibling_blocks(claim, siblings, glyphs)
    return blocks


def _last_sentence(text: str) -> str:
    """Return the last sentence of `text`, by a guess that is good enough for dimmed words."""
    near = text.rstrip()[-MAX_AROUND:]
    ends = [match.end() for match in _SENTENCE_END.finditer(near)]
    if ends:
        return near[ends[-1] :]
    return near if len(text.rstrip()) <= MAX_AROUND else "…" + near.split(maxsplit=1)[-1]


def _first_sentence(text: str) -> str:
    """Return the first sentence of `text`, by the same guess."""
    near = text.lstrip()[:MAX_AROUND]
    end = _SENTENCE_END.search(near)
    if end:
        return near[: end.start() + 1]
    return near if len(text.lstrip()) <= MAX_AROUND else near.rsplit(maxsplit=1)[0] + "…"


def _fact(label: str, *words: Content) -> Block:
    named = Content.assemble(Content.styled(f"{label:<{LABEL_WIDTH}}", "$muted"), *words)
    return Block(named, hang=LABEL_WIDTH, is_needed=True)


_DATED = {"text": "a date in the sentence", "entry": "the entry's date", "document": "the article's date"}
_FOUND_IN = {
    "json-ld": "metadata",
    "meta": "metadata",
    "byline": "byline",
    "dateline": "dateline",
    "url": "address",
    "option": "as given",
}


def _facts(claim: Claim, context: Context, glyphs: Glyphs, added: str) -> list[Block]:
    blocks = []
    if value := _value(claim):
        blocks.append(_fact("value", value, Content.styled(f"  {added}" if added else "", "$info")))
    if subject := _subject(claim, context, glyphs):
        blocks.append(_fact("subject", subject))
    blocks.append(_fact("says", *_voices(claim, context.metadata)))
    if claim.as_of:
        origin = f"  {_origin(claim.as_of_from, context.metadata)}"
        blocks.append(_fact("as of", safe.content(claim.as_of), safe.content(origin, "$muted")))
    if claim.modality.value != "asserted":
        blocks.append(_fact("mode", Content.styled(claim.modality.value, "$warn")))
    return blocks


def _origin(found: str | None, document: Metadata) -> str:
    """Return where an as-of date was inferred from."""
    words = _DATED.get(found or "", "")
    where = _FOUND_IN.get(document.published_from or "") if found == "document" else None
    return f"{words}, {where}" if where else words


def _voices(claim: Claim, document: Metadata) -> list[Content]:
    """Return the chain of speech: who says it, according to whom."""
    teller = _short(document.author or document.outlet or document.title, 40)
    if not claim.speaker and claim.attribution is Attribution.AUTHOR:
        return [Content("the author"), safe.content(f", {document.author}" if document.author else "")]
    voice = _VOICES.get(claim.attribution, "")
    said = [safe.content(claim.speaker, "bold")] if claim.speaker else []
    if voice:
        said.append(Content.styled(f"  {voice}" if claim.speaker else voice, "$warn"))
    return [*said, safe.content(f"  according to {teller}" if teller else "", "$muted")]


def _value(claim: Claim) -> Content:
    quantity = claim.quantity
    if quantity is None:
        return Content("")
    parts = [safe.content(quantity_amount(quantity), "bold")]
    if quantity.change:
        parts.append(Content(f" {quantity.change.value}"))
    if claim.measure:
        joint = "·" if quantity.kind is QuantityKind.RANK else "of"
        parts.append(safe.content(f" {joint} {_among_which(claim)}"))
    return Content("").join(parts)


def _among_which(claim: Claim) -> str:
    """Return what a figure is a share of; for a rank, with its scope as the quote has it."""
    quantity, measure = claim.quantity, claim.measure or ""
    if quantity is None or quantity.kind is not QuantityKind.RANK:
        return measure
    whose = _WHOSE.search(claim.quote[: max(0, quantity.start - claim.start)])
    among = _AMONG.match(claim.quote.partition(measure)[2])
    return f"{whose[0] if whose else ''}{measure}{among[0].rstrip() if among else ''}"


def _subject(claim: Claim, context: Context, glyphs: Glyphs) -> Content:
    """Return the subject, after the words that stand for it in the sentence, if they differ."""
    if not claim.subject:
        return Content("")
    parts = []
    words = _words_for(claim, context)
    if words and words.casefold() != claim.subject.casefold():
        parts.append(safe.content(f"{words[:80]} {glyphs.arrow} ", "$muted"))
    parts.append(safe.content(claim.subject, "bold"))
    if origin := _found(claim):
        parts.append(Content.styled(f"  {origin}", "$muted"))
    return Content("").join(parts)


def _words_for(claim: Claim, context: Context) -> str:
    """Return the words of the sentence that stand for the subject: a pronoun, or those it was taken from."""
    if claim.subject_origin is SubjectOrigin.ANAPHORA:
        found = next((match for words in _PRONOUNS if (match := words.search(claim.quote))), None)
        return found[0] if found else ""
    if claim.subject_origin is SubjectOrigin.DISTRIBUTED or context.subject is None:
        return ""
    return context.subject.of(context.sentence)


def _found(claim: Claim) -> str:
    """Return where a subject comes from that does not stand before its verb."""
    if claim.subject_origin is SubjectOrigin.DISTRIBUTED:
        return _DISTRIBUTED
    span = claim.subject_span
    if claim.subject_origin not in (SubjectOrigin.CARRIED, SubjectOrigin.ANAPHORA) or span is None:
        return ""
    is_here = span.start >= claim.sentence.start
    return "from earlier in the sentence" if is_here else "from an earlier sentence"
