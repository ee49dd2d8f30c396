"""All signs of the screens in ASCII, for terminals that know no others, replaced line by line."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

PLAIN = str.maketrans(
    {
        **dict.fromkeys("·•∙", "-"),
        **dict.fromkeys("–—−─━═", "-"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("│┃║▕▏▎", "|"),
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼▔▁", "+"),
        **dict.fromkeys("▊▌▋▍▐█▄▀▂▃▅▆▇", "#"),
        "…": "~", "→": ">", "←": "<", "↓": "v", "↑": "^", "⇧": "S", "⌫": "B", "⎇": "A", "▶": ">", "✓": "*",
        "✗": "x", "›": ">", "\u00a0": " ",
    }
)  # fmt: skip
"""One cell for one cell. Other letters of an article stay as they are: ASCII has none for them."""


class Ascii(LineFilter):
    """Draws lines, borders, dots and arrows in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return the segments in ASCII, of the same widths."""
        return [Segment(text.translate(PLAIN), style, control) for text, style, control in segments]
