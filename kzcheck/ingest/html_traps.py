"""Refusing pages that are made, or broken, such that a parser by the HTML standard would take too long."""

import re

from kzcheck.domain import KzcheckError

WORK_LIMIT = 300_000_000  # tags times open elements, since the parser may look through all: a second or two
REOPENED_LIMIT = 30_000_000  # tags times unclosed formatting elements, which the parser opens again each time
FEW_TAGS = 5_000  # with fewer, neither limit can be reached
LONG_TAG = 20_000  # characters
ATTRIBUTE_LIMIT = 5_000  # attributes of one tag

_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*)", re.IGNORECASE)
_LONG = re.compile(rf"<[a-z][^<>]{{{LONG_TAG},}}", re.IGNORECASE)
_VOID = "area base br col embed hr img input link meta source track wbr"
_CLOSED_BY_OTHERS = "p li dt dd tr td th option thead tbody html head body"
_NOT_NESTING = frozenset(f"{_VOID} {_CLOSED_BY_OTHERS} path use script style".split())
_FORMATTING = frozenset(
    ("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)


def refuse_traps(html: str, name: str) -> None:
    """Raise KzcheckError for a page that cannot be parsed in time linear to its length."""
    if html.count("<") >= FEW_TAGS:
        _refuse_nesting(html, name)
    for match in _LONG.finditer(html):
        if sum(match[0].count(space) for space in " \n\t/") > ATTRIBUTE_LIMIT:
            raise KzcheckError(
                f"{name}: a tag of the page has thousands of attributes; save its text as a .txt file"
            )


def _refuse_nesting(html: str, name: str) -> None:
    tags = depth = deepest = formatting = reopened = 0
    for match in _TAG.finditer(html):
        tag = match[2].lower()
        tags += 1
        if tag in _NOT_NESTING:
            reopened = max(reopened, formatting)
            continue
        step = -1 if match[1] else 1
        depth = max(depth + step, 0)
        deepest = max(deepest, depth)
        if tag in _FORMATTING:
            formatting = max(formatting + step, 0)
        else:
            reopened = max(reopened, formatting)
    if tags * deepest > WORK_LIMIT or tags * reopened > REOPENED_LIMIT:
        raise KzcheckError(
            f"{name}: the page nests its elements {deepest} deep; save its text as a .txt file"
        )
