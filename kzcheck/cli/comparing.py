"""`compare`: how two texts, or two claims, relate."""

from typing import Any

import click

from kzcheck.cli.lines import answer_lines, require_dash
from kzcheck.cli.options import as_json
from kzcheck.cli.out import write_json, write_line
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import comparison_record
from kzcheck.domain import Comparison, KzcheckError, is_claim_id


@click.command("compare")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT TEXT")
@click.option("--lines", is_flag=True, help="With -: JSON Lines of id, a and b in, of answers out.")
@as_json
@pass_place
def compare_command(place: Place, texts: tuple[str, ...], lines: bool, as_json: bool) -> int:
    """Say how two texts relate, and why. Or two claims, by their ids."""
    if lines:
        require_dash(texts)
        return 0 if answer_lines(("a", "b"), _answer) else 1
    if len(texts) != 2:
        raise click.UsageError("compare takes two texts, or two claim ids")
    comparison = _compare(place, *texts)
    if as_json:
        write_json(comparison_record(comparison))
    else:
        write_line(f"{comparison.relation}  {comparison.score:.2f}")
        for reason in comparison.reasons:
            write_line(f"  {reason}")
    return 0


def _compare(place: Place, a: str, b: str) -> Comparison:
    if _are_ids(place, a, b):
        with place.open() as desk:
            return desk.compare(a, b)
    from kzcheck.desk.comparing import compare_texts

    return compare_texts(a, b)


def _are_ids(place: Place, a: str, b: str) -> bool:
    """Return whether claims are meant.

    They are by two whole ids, by one on the desk and a word, perhaps mistyped, and by the beginnings of two.
    """
    whole = [text for text in (a, b) if is_claim_id(text)]
    if len(whole) == 2:
        return True
    if not (a + b).isalnum():
        return False
    try:
        with place.open() as desk:
            for text in whole or (a, b):
                desk.claim(text)
    except KzcheckError:
        return False
    return True


def _answer(record: dict[str, Any]) -> dict[str, Any]:
    from kzcheck.desk.comparing import compare_texts

    return comparison_record(compare_texts(record["a"], record["b"]))
