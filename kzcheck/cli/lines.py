"""`- --lines`: JSON Lines from standard input are answered with JSON Lines, in order, one at a time."""

import json
import math
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from kzcheck.cli.out import write_json_line
from kzcheck.cli.talk import say
from kzcheck.domain import KzcheckError

Answer = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes from a record what answers it, without its id."""


def require_dash(arguments: Sequence[str]) -> None:
    """Raise click.UsageError unless `-` is the only argument."""
    if list(arguments) != ["-"]:
        raise click.UsageError("--lines reads standard input: give - and nothing else beside it")


def answer_lines(fields: Sequence[str], answer: Answer) -> bool:
    """Answer each record of standard input with its `id` and what `answer` makes of it.

    A record is a JSON object with an `id` and a text in each of `fields`. A line that is none is reported on
    standard error and passed over. Returns whether all lines were answered.
    """
    complete = True
    for at, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            record = _record(line, fields)
        except ValueError as error:
            say(f"line {at} was passed over: {error}; give an object with id, {', '.join(fields)}")
            complete = False
            continue
        try:
            write_json_line({"id": record["id"], **answer(record)})
        except KzcheckError as error:
            say(f"line {at}: {error}")
            complete = False
    return complete


def _record(line: bytes, fields: Sequence[str]) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise ValueError("it nests too deep") from None
    if not isinstance(record, dict) or "id" not in record:
        raise ValueError("it is no object with an id")
    for field in fields:
        if not isinstance(record.get(field), str):
            raise ValueError(f"it has no text called {field}")
    return record


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"{digits} is too large a number")
    return number


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
