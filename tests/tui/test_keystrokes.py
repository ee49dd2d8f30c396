"""How many keys the work of a day takes, counted. A paste and written words are not keys of the program's."""

import pytest
from screen_tools import document_of, plain_sentences, press
from textual.events import Paste

from kzcheck.domain import ClaimQuery, Metadata, Status
from kzcheck.tui.screens.review import ReviewScreen

URL = "https://example.org/wells"


class Hand:
    """Presses keys and counts them; pastes and writes without counting."""

    def __init__(self, pilot) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await press(self._pilot, *keys)

    async def paste(self, words: str) -> None:
        self._pilot.app.post_message(Paste(words))
        await self._pilot.pause()

    async def write(self, words: str) -> None:
        await press(self._pilot, *("space" if letter == " " else letter for letter in words))


@pytest.fixture
def desk(desk_with):
    """A desk of two articles with the same three claims, the last source cited for the last of them."""
    desk = desk_with(plain_sentences(3))
    again = [(f"Later: {words}", headline, quote, 0.1) for words, headline, quote, _ in plain_sentences(3)]
    desk.add_documents([document_of(again, Metadata(title="Again", outlet="Vlast"))])
    every = desk.page(ClaimQuery())
    desk.cite(every[-1].id, URL, title="Wells")
    return desk


def ids(desk):
    return [row.id for row in desk.page(ClaimQuery())]


@pytest.mark.parametrize("keys", [("v", "enter"), ("C", "v")])
async def test_verifying_with_the_last_source_again_takes_two_keys_and_going_on_none(desk, app_on, keys):
    first, second, *_ = ids(desk)
    app = app_on(desk)
    async with app.run_test() as pilot:
        hand = Hand(pilot)
        await hand.press(*keys)
        assert hand.keys == 2
        assert app.review.claims.current.id == second
    assert desk.status(first).status is Status.VERIFIED
    assert [citation.reference for citation in desk.citations_of(first)] == [URL]


async def test_verifying_with_a_new_pasted_source_takes_two_keys_and_the_paste(desk, app_on):
    first, second, *_ = ids(desk)
    app = app_on(desk)
    async with app.run_test() as pilot:
        hand = Hand(pilot)
        await hand.press("v")
        await hand.paste("https://example.org/new")
        await hand.press("enter")
        assert hand.keys == 2  # three were allowed
        assert app.review.claims.current.id == second
    assert desk.status(first).status is Status.VERIFIED
    assert [citation.reference for citation in desk.citations_of(first)] == ["https://example.org/new"]


async def test_disputing_with_a_recent_source_and_a_rationale_takes_four_keys_and_the_words(desk, app_on):
    first, second, *_, last = ids(desk)
    desk.cite(last, "a newer source")
    app = app_on(desk)
    async with app.run_test() as pilot:
        hand = Hand(pilot)
        await hand.press("d", "2", "tab")
        await hand.write("too low")
        await hand.press("enter")
        assert hand.keys == 4
        assert app.review.claims.current.id == second
    assert (desk.status(first).status, desk.status(first).rationale) == (Status.DISPUTED, "too low")
    assert [citation.reference for citation in desk.citations_of(first)] == [URL]


@pytest.mark.parametrize("key", ["equals_sign", "exclamation_mark", "tilde", "number_sign"])
async def test_deciding_a_match_takes_one_key_in_the_list_and_in_the_queue(desk, app_on, key):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        hand = Hand(pilot)
        waiting = len(desk.undecided(limit=100))
        await hand.press(key)
        assert (hand.keys, len(desk.undecided(limit=100))) == (1, waiting - 1)
        await press(pilot, "M")
        await hand.press(key)
        assert (hand.keys, len(desk.undecided(limit=100))) == (2, waiting - 2)


@pytest.mark.parametrize("key", ["t", "u", "x", "l"])
async def test_the_next_open_claim_is_there_without_a_key(desk, app_on, key):
    first, second, third, *_ = ids(desk)
    desk.mark([second], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test() as pilot:
        hand = Hand(pilot)
        assert app.review.claims.current.id == first
        await hand.press(key)
        assert hand.keys == 1
        assert isinstance(app.screen, ReviewScreen)
        assert app.review.claims.current.id == third
