"""The tasks of the README, one after another, on the installed program: keys and pastes, never a mouse."""

from collections.abc import Callable
from pathlib import Path

from terminal import Terminal

from kzcheck.desk import Desk
from kzcheck.domain import Action, ClaimQuery, Relation, Stance, Status

SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"
SOURCE = "https://example.org/count.html"

ARTICLE = "Wells\n\nThe northern field held 80 wells when the snow had gone.\n\nNobody counted the boats.\n"
LATER = ARTICLE.replace("80 wells", "90 wells")


def test_every_task_of_the_readme_is_done_by_keys_alone(
    open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    article, verdicts = tmp_path / "article.txt", tmp_path / "verdicts.csv"
    article.write_text(ARTICLE, "utf-8")
    with open_terminal() as one:
        one.wait_for("This desk has no claims yet")
        add(one, str(SAMPLES), ": added, 9 claims")
        mark_and_cite(one)
        correct_and_reason(one)
        search_filter_and_sort(one)
        read_the_article_and_mark_in_it(one)
        match(one)
        select_and_undo(one)
        revise(one, article)
        look_around(one)
        export(one, verdicts)
        one.press("q")
        one.wait_for("The next sitting begins where you left off.")
        assert one.wait_for_exit() == 0
    with open_terminal() as one:  # resumed where it was left
        one.wait_for("Claims", "Source")
        one.press("q")
        assert one.wait_for_exit() == 0

    assert SOURCE in verdicts.read_text("utf-8")
    with Desk.open(tmp_path / "desk.db", create=False) as desk:
        (verified,) = desk.page(ClaimQuery(statuses=(Status.VERIFIED,)))
        (cited,) = desk.citations_of(verified.id)
        assert (cited.reference, cited.title, cited.stance) == (SOURCE, "A count", Stance.SUPPORTS)
        assert desk.status(verified.id).rationale == "as counted"
        (disputed,) = desk.page(ClaimQuery(statuses=(Status.DISPUTED,)))
        assert [each.reference for each in desk.citations_of(disputed.id)] == [SOURCE]
        actions = [entry.action for entry in desk.log(1000)]
        assert {Action.DECIDE, Action.UNDO, Action.REDO} <= set(actions)
        decided = {
            match.decision for row in desk.page(ClaimQuery(), limit=100) for match in desk.matches_of(row.id)
        }
        assert {Relation.DUPLICATE, Relation.DIFFERENT} <= decided
        assert [row.is_superseded for row in desk.documents()].count(True) == 1
        assert desk.doctor() == []


def add(one: Terminal, source: str, *came: str) -> None:
    """Add articles from inside, and see in the background's work what came of it."""
    one.press("A")
    one.wait_for("files, folders or addresses")
    one.paste(source)
    one.wait_for(source[:12])
    one.press("enter")
    one.wait_until_gone("files, folders or addresses")
    one.press("B")
    one.wait_for("Work in the background", *came)
    one.press("escape")
    one.wait_until_gone("Work in the background")


def mark_and_cite(one: Terminal) -> None:
    """Verify with a new source, dispute with the last one again, postpone."""
    one.press("v")
    one.wait_for("verified needs a citation")
    one.paste(SOURCE)
    one.wait_for(SOURCE)
    one.press("enter")
    one.wait_for(" verified: ")
    one.press("d")
    one.wait_for("disputed needs a citation")
    one.press("enter")
    one.wait_for(" disputed: ")
    one.press("l")
    one.wait_for(" postponed: ")


def correct_and_reason(one: Terminal) -> None:
    """Go to the verified claim; correct its source, write down why, and leave that list again."""
    one.press("f")
    one.wait_for("Which claims")
    one.press("4")
    one.wait_for("Claims · verified 1")
    one.press("R")
    one.wait_for("Correct the source")
    one.press(*"A count", "enter")
    one.wait_for("corrected: title")
    one.press("r")
    one.wait_for("Rationale")
    one.press(*"as counted", "enter")
    one.wait_for("the rationale is kept")
    one.press("4")
    one.wait_for("A count", "supports")
    one.press("5")
    one.wait_for("open to verified")
    one.press("escape", "escape")
    one.wait_for("Claims · open")


def search_filter_and_sort(one: Terminal) -> None:
    """Narrow the list by words and by a filter that is typed, sort it, and clear all that."""
    one.press("/", *"kind:quantity oil")
    one.wait_for("“kind:quantity oil”")
    one.press("enter", "s")
    one.wait_for("in document order")
    one.press("s", "s", "s")
    one.wait_for("by priority")
    one.press("escape")
    one.wait_until_gone("“kind:quantity oil”")


def read_the_article_and_mark_in_it(one: Terminal) -> None:
    """Mark a missed passage in the annotated article, and drop the claim that came of it again."""
    one.press("a")
    one.wait_for(" checked")
    one.press("+")
    one.wait_for("space begins")
    one.press(" ", "w", "w", "enter")
    one.wait_for("added as a missed claim")
    one.press("-")
    one.wait_for("not a claim, off the desk")
    one.press("a")
    one.wait_for("Claims · open")


def match(one: Terminal) -> None:
    """Decide two matches with a key each, and look at the contradictions."""
    one.press("M")
    one.wait_for("Compare · undecided 1 of")
    one.press("=")
    one.wait_for("Compare · undecided 2 of")
    one.press("!")
    one.wait_for("Compare · undecided 3 of")
    one.press("escape")
    one.wait_for("Claims · open")
    one.press("W")
    one.wait_for("Contradictions")
    one.press("escape")
    one.wait_for("Claims · open")


def select_and_undo(one: Terminal) -> None:
    """Mark two claims at once; take that back, put it back, and take it back again."""
    one.press("g", " ", " ", "u")
    one.wait_for("unproven: 2 claims")
    one.press("z")
    one.wait_for("taken back: ")
    one.press("Z")
    one.wait_for("put back: ")
    one.press("z")
    one.wait_for("taken back: ")


def revise(one: Terminal, article: Path) -> None:
    """Add an article, then its later text, whose claim is listed with the figure it has now."""
    add(one, str(article), ": added, 1 claim")
    article.write_text(LATER, "utf-8")
    add(one, str(article), ": revised, ")
    one.press("/", *"90 wells")
    one.wait_for("▶ · 90 wells")
    one.press("escape")
    one.wait_until_gone("“90 wells”")
    one.press("P")
    one.wait_for("Every decision has its place")
    one.press("escape")
    one.wait_for("Claims · open")


def look_around(one: Terminal) -> None:
    """The documents and the keys."""
    one.press("D")
    one.wait_for("Documents · ", "(replaced)")
    one.press("enter")
    one.wait_for("in document order")
    one.press("escape")
    one.wait_for("Claims · open")
    one.press("?")
    one.wait_for("Esc goes back", "Mark the claim verified")
    one.press("escape")
    one.wait_for("Claims · open")


def export(one: Terminal, path: Path) -> None:
    """Write the verdicts to a file."""
    one.press("E")
    one.wait_for("Export as")
    one.press("1")
    one.wait_for("Enter writes it")
    one.press("ctrl+u")
    one.wait_until_gone("desk-csv.csv")
    one.paste(str(path))
    one.wait_for("verdicts.csv")
    one.press("enter")
    one.wait_for("written: ")
