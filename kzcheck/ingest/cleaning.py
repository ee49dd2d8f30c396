"""Making text safe to show: characters that could steer a terminal are replaced by visible marks.

Cleaning changes the length of a text only for newlines, invisible layout characters and terminal sequences,
and it is done before any offset is counted: the cleaned text is the one that is stored.
"""

import re

from kzcheck.domain import mark_of
from kzcheck.domain.visible import LAYOUT

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# ECMA-48: a control sequence, such as a colour, and an operating system command, such as a title or a link.
# No blank is taken into the one, no line end into the other, so that words after an unfinished one stay.
_SEQUENCE = r"\x1b\[[0-?]*[!-/]*[@-~]|\x1b\]\d+;[^\x00-\x1f\x7f]*(?:\x07|\x1b\\)"
_UNSAFE = re.compile(
    _SEQUENCE
    + "|[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_LAYOUT = re.compile(f"[{LAYOUT}]")


def clean_text(text: str) -> str:
    r"""Return `text` with every newline as `\n` and without characters that steer a terminal.

    C0 controls become their pictures (from U+2400 on, so that ESC is shown as `␛`); a whole terminal sequence
    becomes the one of ESC, so that a figure between two colours is found. C1 controls, bidirectional controls
    and interlinear marks become `␦`, and lone surrogates U+FFFD. Tabs stay. Invisible layout characters (soft
    hyphen, zero-width space, word joiner, byte order mark) are dropped, since a word with one of them inside
    would not be found again.
    """
    return _UNSAFE.sub(_mark, _LAYOUT.sub("", _NEWLINES.sub("\n", text)))


def _mark(match: re.Match[str]) -> str:
    return mark_of(match[0][0])


def one_line(text: str | None) -> str | None:
    """Return `text` cleaned, trimmed and on one line, None when nothing is left."""
    return " ".join(clean_text(text).split()) or None if text else None


def reason(error: Exception) -> str:
    """Return the message of a parser's error as one line that is safe to show, or the error's name."""
    return one_line(str(error)) or type(error).__name__
