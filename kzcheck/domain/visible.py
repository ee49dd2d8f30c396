"""Control characters as visible marks: what a terminal must not see, in the one way it is shown instead."""

import re

SUBSTITUTE = "\u2426"  # SYMBOL FOR SUBSTITUTE FORM TWO
REPLACEMENT = "\ufffd"
LAYOUT = "\u00ad\u200b\u2060\ufeff"
"""Characters that only shape a line and have nothing to see: soft hyphen, zero-width space, word joiner, byte
order mark."""

_SPACES = "\t\n\r\u2028\u2029"
# C0, DEL and C1; line and paragraph separators; bidi controls; zero-width marks; soft hyphen; the
# tag block; lone surrogates, which no terminal encoding can carry.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_UNSAFE_BUT_NEWLINE = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))


def visible(text: str) -> str:
    """Return `text` as one line that does nothing to a terminal.

    C0 controls become their pictures (`␛` for ESC), tabs and line ends spaces, lone surrogates U+FFFD, and
    all other controls, such as those of the writing direction, `␦`.
    """
    return text if text.isprintable() else _UNSAFE.sub(_mark, text)


def visible_lines(text: str) -> str:
    r"""Return `text` as `visible` does, with its line ends (`\n`) kept."""
    return text if text.isprintable() else _UNSAFE_BUT_NEWLINE.sub(_mark, text)


def mark_of(control: str) -> str:
    """Return what is shown in place of a control character."""
    code = ord(control)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return REPLACEMENT if 0xD800 <= code <= 0xDFFF else SUBSTITUTE


def _mark(match: re.Match[str]) -> str:
    if match[0] in _SPACES:
        return " "
    return "" if match[0] in LAYOUT else mark_of(match[0])
