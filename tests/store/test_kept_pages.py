"""Kept pages come back whole, whatever their size, and never change."""

import pytest

from kzcheck.domain import KeptPage, KzcheckError, Metadata
from kzcheck.store import Store, evidence


def page_of(text: str, sha256: str = "a" * 64) -> KeptPage:
    return KeptPage(
        sha256=sha256,
        size=len(text),
        url="https://example.org/a",
        final_url="https://example.org/b",
        status=200,
        content_type="text/html",
        headers=(("ETag", '"1"'), ("X", "é")),
        fetched_at="2026-01-08T09:00:00Z",
        metadata=Metadata(title="A page", outlet="The Steppe", author="A. B.", published="2026-01"),
        text=text,
    )


@pytest.mark.parametrize("length", [0, 1, evidence.PART, evidence.PART + 1, 3 * evidence.PART + 7])
def test_a_page_of_any_length_comes_back_whole(store: Store, length: int) -> None:
    text, packed = ("zażółć" * (length // 6 + 1))[:length], bytes(range(256)) * (length // 256 + 1)
    evidence.keep(store, page_of(text), packed)
    assert evidence.kept(store, "a" * 64) == page_of(text)
    assert evidence.packed_body(store, "a" * 64) == packed
    assert evidence.texts(store, ["a" * 64]).get("a" * 64, "") == text[: evidence.PART]


def test_the_same_bytes_again_change_nothing(store: Store) -> None:
    evidence.keep(store, page_of("as it was"), b"packed")
    evidence.keep(store, page_of("read otherwise"), b"other")
    assert evidence.kept(store, "a" * 64) == page_of("as it was")
    with pytest.raises(KzcheckError), store.writing():
        store.write("UPDATE snapshots SET title = 'another'")


def test_a_page_that_was_cut_off_while_it_was_kept_is_not_there_and_can_be_kept_again(store: Store) -> None:
    with store.writing():
        store.write("INSERT INTO snapshot_texts VALUES (?, 0, 'half')", ("a" * 64,))
    assert evidence.kept(store, "a" * 64) is None
    evidence.keep(store, page_of("the whole"), b"packed")
    assert evidence.kept(store, "a" * 64) == page_of("the whole")


@pytest.mark.parametrize("name", ["", "aaa", "bbbb", "%", "a' OR 1=1"])
def test_a_name_that_means_no_page_or_too_many_is_said(store: Store, name: str) -> None:
    evidence.keep(store, page_of("one"), b"")
    with pytest.raises(KzcheckError, match="no kept copy"):
        evidence.named_page(store, name)
    evidence.keep(store, page_of("two", "aaaa" + "b" * 60), b"")
    with pytest.raises(KzcheckError, match="more than one"):
        evidence.named_page(store, "aaaa")
    assert evidence.named_page(store, "aaaab").text == "two"
