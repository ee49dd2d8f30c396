"""The use case of `kzcheck merge`: everything that another desk has is brought to this one.

It is one transaction: a merge that is interrupted leaves the desk as it was. The claims that it brought are
matched afterwards, a document at a time, so that other processes need not wait to write; `kzcheck matches
--rebuild` matches them where that is interrupted.

Which decisions are taken over is settled in `kzcheck.desk.reconciling`. Imported where it is used: it loads
the rooms of extraction, matching and evidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kzcheck.desk import evidence, revising
from kzcheck.desk.extracting import prepare_claims
from kzcheck.desk.hand import Hand
from kzcheck.desk.lookup import indexed
from kzcheck.desk.matching import relate, up_to_date, write_matches
from kzcheck.desk.reconciling import Disagreement, Reconciling
from kzcheck.domain import Action, Claim, KzcheckError
from kzcheck.evidence import Limits
from kzcheck.ingest.cleaning import clean_text, reason
from kzcheck.store import Store, deeds, documents, factchecks, matching, merged, revisions
from kzcheck.store import evidence as stored
from kzcheck.store.guest import guest
from kzcheck.store.merged import Text

if TYPE_CHECKING:
    from kzcheck.match import Prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """The result of a merge.

    The counts are of what was new on this desk; `entries` counts the entries of the other ledger that were
    copied word for word. `errors` has one line for each kept page that was left out.
    """

    documents: int
    claims: int
    verdicts: int
    second_verdicts: int
    citations: int
    decisions: int
    kept_pages: int
    fact_checks: int
    entries: int
    disagreements: tuple[Disagreement, ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _New:
    """A document of the other desk with those of its claims that this desk lacks.

    `is_whole` is whether this desk lacks the document too. `prepared` are the claims, ready to be matched.
    """

    text: Text
    is_whole: bool
    claims: list[Claim]
    prepared: Sequence["Prepared"]


def merge(store: Store, hand: Hand, path: Path) -> MergeReport:
    """Bring everything that the desk at `path` has to this one; the other desk is only read.

    Its decisions become one deed. When that is undone, texts, pages and fact-checks stay. Raises
    KzcheckError when the other file is not a sound desk.
    """
    if path.exists() and path.samefile(store.path):
        raise KzcheckError(f"nothing was merged: {path} is this desk itself; name another")
    with guest(path) as other:
        new = _new_texts(store, other)
        pages, errors = _sound_pages(store, other)
        checks = list(indexed(merged.missing_checks(store, other)))
        with store.writing():
            lineages = _lineages(store, other)
            present = {lineage: revisions.present_text(store, lineage) for lineage in lineages.values()}
            new = [each for each in new if not _came_meanwhile(store, each)]
            numbers = [_put(store, other, each, lineages[each.text.lineage]) for each in new]
            reconciling = _reconciled(store, other, hand)
            for sha256 in pages:
                merged.copy_page(store, other, sha256)
            reconciling.note_checks()
            _take_places(store, hand, other, lineages, present)
            factchecks.put(store, checks)
            merged.copy_sessions(store, other)
            entries = merged.copy_entries(store, other)
    for each, claim_numbers in zip(new, numbers, strict=True):
        _match(store, each, claim_numbers)
    made = reconciling.count()
    return MergeReport(
        documents=sum(each.is_whole for each in new),
        claims=sum(len(each.claims) for each in new) + made[Action.ADD_CLAIM],
        verdicts=made[Action.STATUS],
        second_verdicts=made[Action.SECOND],
        citations=made[Action.CITE],
        decisions=made[Action.DECIDE],
        kept_pages=len(pages),
        fact_checks=len(checks),
        entries=entries,
        disagreements=tuple(reconciling.disagreements),
        errors=tuple(errors),
    )


def _reconciled(store: Store, other: Store, hand: Hand) -> Reconciling:
    """Take over the other desk's decisions as one deed, within `writing`; return what became of them."""
    deed = hand.deed()
    deed = deed._replace(batch=f"{merged.MERGE}{deed.batch}")
    reconciling = Reconciling(store, other, deed)
    reconciling.take()
    if reconciling.changes:
        deeds.do(store, deed, reconciling.changes)
    reconciling.match_added()
    return reconciling


def _new_texts(store: Store, other: Store) -> list[_New]:
    """Return the documents and claims that only the other desk has; nothing is written yet."""
    new = []
    for text in merged.texts(other):
        found = merged.claims_as_found(other, text.number)
        is_whole = not documents.has_document(store, text.id)
        missing = found if is_whole else merged.missing_claims(store, found)
        if is_whole or missing:
            document = documents.document(other, text.id)
            if clean_text(document.text) != document.text:
                raise KzcheckError(
                    f"document {text.id} of the other desk was not read: it has characters that no terminal "
                    "should see; add the article itself"
                )
            new.append(_New(text, is_whole, missing, prepare_claims(document, missing)))
    return new


def _came_meanwhile(store: Store, new: _New) -> bool:
    """Return whether somebody has added a document to this desk since `_new_texts` looked for it."""
    return new.is_whole and documents.has_document(store, new.text.id)


def _lineages(store: Store, other: Store) -> dict[str, str]:
    """Return, for each lineage of the other desk, the lineage that it belongs to on this one.

    Two lineages are one when a text of both is the same, or when both come from the same address.
    """
    names: dict[str, str] = {}
    by_address: dict[str, str] = {}
    for text in merged.texts(other):
        if documents.has_document(store, text.id):
            names[text.lineage] = documents.lineage(store, text.id)
        elif documents.is_address(text.origin) and (here := documents.earlier_lineage(store, text.origin)):
            by_address[text.lineage] = here
        by_address.setdefault(text.lineage, text.lineage)
    return {**by_address, **names}


def _put(store: Store, other: Store, new: _New, lineage: str) -> list[int]:
    """Write a document, or the missing claims of one; return the numbers of the claims."""
    if new.is_whole:
        return merged.put_text(store, other, new.text, new.claims, lineage)
    return merged.put_claims(store, new.text.id, new.claims)


def _match(store: Store, new: _New, numbers: Sequence[int]) -> None:
    """Match the claims that were written, unless a later text has taken the place of theirs."""
    if documents.document_row(store, new.text.id).is_superseded:
        return
    related = relate(store, new.claims, new.prepared, documents.lineage(store, new.text.id))
    with store.writing():
        matching.unindex_claims(store, numbers)  # a rebuild in another process may have indexed them
        write_matches(store, numbers, up_to_date(store, related))


def _take_places(
    store: Store,
    hand: Hand,
    other: Store,
    lineages: Mapping[str, str],
    present: Mapping[str, tuple[int, str] | None],
) -> None:
    """Let the later text of each article replace the earlier one, whichever desk each of them is from."""
    theirs = {text.id: text for text in merged.texts(other)}
    for later, earlier, at in merged.revisions_of(other):
        merged.note_revision(store, later, earlier, at)
    for text in theirs.values():
        lineage = lineages[text.lineage]
        ours = present[lineage]
        if ours is not None and not text.is_superseded:
            pair = _earlier_and_later(store, ours[1], text, theirs)
            if pair is not None:
                revising.take_place(store, hand, *pair, except_carried=True)
    for lineage in dict.fromkeys(lineages.values()):
        revising.carry_orphans(store, hand, lineage)


def _earlier_and_later(
    store: Store, ours: str, text: Text, theirs: Mapping[str, Text]
) -> tuple[str, str] | None:
    """Return the ids of the earlier and of the later of two texts; None where this desk knows the order."""
    if text.id == ours or documents.document_row(store, text.id).is_superseded:
        return None
    if (ours in theirs and theirs[ours].is_superseded) or merged.added_at(store, ours) < text.added_at:
        return ours, text.id
    return text.id, ours


def _sound_pages(store: Store, other: Store) -> tuple[list[str], list[str]]:
    """Return the hashes of the sound pages that only the other desk has, and a line for each unsound one."""
    sound, errors = [], []
    for sha256 in merged.missing_pages(store, other):
        try:
            page = stored.kept(other, sha256)
            assert page is not None
            if page.size > Limits().body_bytes or clean_text(page.text) != page.text:
                raise KzcheckError(f"the kept copy {sha256[:12]} is not a page that kzcheck keeps")
            evidence.body_of(other, page)
        except (KzcheckError, ValueError, TypeError, RecursionError) as error:
            errors.append(f"a kept copy was left out: {reason(error)}")
        else:
            sound.append(sha256)
    return sound, errors
