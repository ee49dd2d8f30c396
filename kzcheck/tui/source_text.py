"""What the source pane says of a claim: its sentence in place, and everything a judgement needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from kzcheck.domain import Attribution, QuantityKind, SubjectOrigin
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.lines_pane import BLANK, Block
from kzcheck.tui.words import quantity_amount

if TYPE_CHECKING:
    from kzcheck.domain import Claim, Context

LABEL_WIDTH = 9
MAX_SIBLINGS = 8
MAX_AROUND = 300
TITLE_LENGTH = 22

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])")

_ORIGINS = {
    SubjectOrigin.CARRIED: "carried from earlier in the sentence",
    SubjectOrigin.ANAPHORA: "what the pronoun stands for",
    SubjectOrigin.DISTRIBUTED: "one of several it is said of",
}

_VOICES = {
    Attribution.NAMED: "",
    Attribution.UNNAMED: "unnamed source",
    Attribution.IMAGINED: "invented speech, nobody's statement",
}


def source_title(claim: Claim, context: Context) -> Content:
    """Return the title of the pane: outlet, date, zone."""
    document = context.metadata
    parts = [Content.styled("Source", "bold")]
    parts += [
        Content(f" · {words}")
        for words in (_short(document.outlet or document.title), safe.line(document.published, 20))
        if words
    ]
    return Content("").join([*parts, Content.styled(f" · {claim.zone.value}", "$muted")])


def _short(name: str | None) -> str:
    shown = safe.line(name, 200)
    return shown if len(shown) <= TITLE_LENGTH else shown[: TITLE_LENGTH - 1].rstrip() + "…"


def source_blocks(claim: Claim, context: Context, siblings: list[Claim], glyphs: Glyphs) -> list[Block]:
    """Return the sentence in place with the claim marked in it, and the facts of the claim."""
    blocks = []
    if before := _last_sentence(context.before):
        blocks.append(Block(safe.content(before, "$muted")))
    blocks.append(Block(marked_sentence(context)))
    if after := _first_sentence(context.after):
        blocks.append(Block(safe.content(after, "$muted")))
    blocks.append(BLANK)
    blocks += _facts(claim, context, glyphs)
    blocks += _siblings(claim, siblings, glyphs)
    return blocks


def _last_sentence(text: str) -> str:
    """Return where `text` ends, from its last likely sentence on; a guess is good enough for dim words."""
    near = text.rstrip()[-MAX_AROUND:]
    ends = [match.end() for match in _SENTENCE_END.finditer(near)]
    if ends:
        return near[ends[-1] :]
    return near if len(text.rstrip()) <= MAX_AROUND else "…" + near.split(maxsplit=1)[-1]


def _first_sentence(text: str) -> str:
    """Return where `text` begins, up to its first likely sentence end."""
    near = text.lstrip()[:MAX_AROUND]
    end = _SENTENCE_END.search(near)
    if end:
        return near[: end.start() + 1]
    return near if len(text.lstrip()) <= MAX_AROUND else near.rsplit(maxsplit=1)[0] + "…"


def marked_sentence(context: Context) -> Content:
    """Return the sentence with the claim's words, hedge and all, marked in it."""
    sentence, (start, end) = context.sentence, context.quote
    lead = sentence[:start]
    if len(lead) > safe.MAX_LINE:
        lead = "…" + lead[-safe.MAX_LINE :]
    return Content.assemble(
        safe.content(lead, "$foreground"),
        safe.content(sentence[start:end], "bold $quote-fg on $quote-bg"),
        safe.content(sentence[end:], "$foreground"),
    )


def _fact(label: str, *words: Content) -> Block:
    return Block(
        Content.assemble(Content.styled(f"{label:<{LABEL_WIDTH}}", "$muted"), *words), hang=LABEL_WIDTH
    )


_DATED = {"document": "  taken from the article's date", "entry": "  taken from the entry's date"}


def _facts(claim: Claim, context: Context, glyphs: Glyphs) -> list[Block]:
    blocks = []
    if value := _value(claim):
        blocks.append(_fact("value", value))
    if subject := _subject(claim, context, glyphs):
        blocks.append(_fact("subject", subject))
    if claim.speaker or claim.attribution is not Attribution.AUTHOR:
        voice = _VOICES.get(claim.attribution, "")
        who = safe.content(claim.speaker, "bold") if claim.speaker else Content("")
        note = Content.styled(f"  {voice}" if claim.speaker else voice, "$warn") if voice else Content("")
        blocks.append(_fact("says", who, note))
    if claim.as_of:
        origin = _DATED.get(claim.as_of_from or "", "")
        blocks.append(_fact("as of", safe.content(claim.as_of), Content.styled(origin, "$muted")))
    if claim.modality.value != "asserted":
        blocks.append(_fact("mode", Content.styled(claim.modality.value, "$warn")))
    return blocks


def _value(claim: Claim) -> Content:
    quantity = claim.quantity
    if quantity is None:
        return Content("")
    parts = [safe.content(quantity_amount(quantity), "bold")]
    if quantity.change:
        parts.append(Content(f" {quantity.change.value}"))
    if claim.measure:
        parts.append(safe.content(f" of {claim.measure}"))
    return Content("").join(parts)


def _subject(claim: Claim, context: Context, glyphs: Glyphs) -> Content:
    if not claim.subject:
        return Content("")
    parts = []
    words = context.subject.of(context.sentence) if context.subject else claim.subject
    if words != claim.subject:
        parts.append(safe.content(f"{words[:80]} {glyphs.arrow} ", "$muted"))
    parts.append(safe.content(claim.subject, "bold"))
    if origin := _ORIGINS.get(claim.subject_origin) if claim.subject_origin else None:
        parts.append(Content.styled(f"  {origin}", "$muted"))
    return Content("").join(parts)


SIBLINGS = Block(Content.styled("in the same sentence", "$muted"))


def _siblings(claim: Claim, siblings: list[Claim], glyphs: Glyphs) -> list[Block]:
    """Return the claims of the same sentence as a small table; shares of one measure with their sum."""
    if not siblings:
        return []
    together = sorted([claim, *siblings], key=lambda each: each.start)
    blocks = [BLANK, SIBLINGS]
    for each in together[:MAX_SIBLINGS]:
        here = each.id == claim.id
        sign = glyphs.cursor if here else " "
        figure = quantity_amount(each.quantity)
        words = f"{sign} {safe.clip(figure, 22)} {safe.line(each.headline, 200)}"
        blocks.append(Block(Content.styled(words, "bold" if here else ""), hang=25))
    if len(together) > MAX_SIBLINGS:
        blocks.append(Block(Content.styled(f"  and {len(together) - MAX_SIBLINGS} more", "$muted")))
    if total := _sum(together):
        blocks.append(Block(Content.styled(f"  {total}", "$muted")))
    return blocks


def _sum(claims: list[Claim]) -> str:
    shares = [
        each.quantity.value
        for each in claims
        if each.quantity
        and each.quantity.kind is QuantityKind.PERCENTAGE
        and each.quantity.value is not None
        and each.quantity.value_high is None
    ]
    if len(shares) < 2 or len(shares) != len(claims):
        return ""
    return " + ".join(f"{share:g}" for share in shares) + f" = {sum(shares):g} percent together"
