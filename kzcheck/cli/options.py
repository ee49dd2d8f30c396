"""Options that several commands share."""

from enum import StrEnum

import click


def words(kind: type[StrEnum]) -> "click.Choice[str]":
    """Return the choice among the members of an enum."""
    return click.Choice([word.value for word in kind])


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document with stable keys.")
limit = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N of them.")
reviewer = click.option(
    "--reviewer", default="", metavar="NAME", help="Who decides; else $KZCHECK_REVIEWER, else your login."
)
