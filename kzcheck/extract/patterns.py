"""Regular expressions compiled when they are first used: importing a room costs none of them."""

import re
from collections.abc import Callable, Iterator
from typing import Any


class Pattern:
    """A regular expression with the methods of `re.Pattern`, each fetched on its first use."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Return a method of the compiled expression, and keep it: the next look finds it here."""
        if name.startswith("_"):
            raise AttributeError(name)
        method: object = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method
