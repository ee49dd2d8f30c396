"""Time over long texts of any kind: it grows with the text, and stays within what a person waits."""

import re
import sys
import time
from collections.abc import Callable

import pytest
from found_claims import body_of

from kzcheck.extract import extract_claims, read_zones

PATTERNS = {
    "digits": "7",
    "numbers": "12 ",
    "brackets": "(",
    "millions": "million ",
    "one line": "a word ",
    "quotation marks": '"',
    "open quotations": "“a ",
    "commas": ",",
    "newlines": "\n",
    "lines": "ab\n",
    "verbs": "said ",
    "names": "Alma, ",
}
DENSE = {
    "years": "in 2019 ",
    "shares": "5% ",
    "short sentences": "They fell. ",
    "turns": "ANN: They fell.\nBEN: They rose.\n",
}


def seconds(text: str) -> float:
    document = body_of(text)
    began = time.process_time()
    read_zones(text)
    extract_claims(document)
    return time.process_time() - began


@pytest.mark.parametrize("pattern", (PATTERNS | DENSE).values(), ids=PATTERNS | DENSE)
def test_time_grows_with_the_text_alone(
    pattern: str, grows_linearly: Callable[[Callable[[int], float], int], bool]
) -> None:
    assert grows_linearly(lambda size: seconds(pattern * (size // len(pattern))), 50_000)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_ten_megabytes_of_anything_are_read_within_a_minute(pattern: str) -> None:
    """What each took when last measured stands in tests/benchmarks/README.md."""
    assert seconds(pattern * (10_000_000 // len(pattern))) < 60


def test_no_expression_is_compiled_when_the_room_is_imported() -> None:
    """A compiled expression costs up to 5 ms; what is needed is compiled on its first use."""
    held = [
        f"{name}.{key}"
        for name, module in sys.modules.items()
        if name.startswith("kzcheck.extract")
        for key, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
    assert held == []
