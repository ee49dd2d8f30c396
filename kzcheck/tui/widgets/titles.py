"""The first line of a pane: its title, then a rule up to the edge."""

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from kzcheck.tui.theme import Look


def title_strip(
    title: Content, width: int, styles: Look, *, focused: bool, rule: str, note: str = ""
) -> Strip:
    """Return a title line of `width` cells with `note` at its end, stronger if the pane has the focus."""
    line = (styles.info if focused else styles.rule).rich_style
    base = styles.strong if focused else styles.text
    tail = [Segment(f" {note} ", styles.muted.rich_style), Segment(rule, line)] if note else []
    room = max(0, width - 4 - (len(note) + 3 if note else 0))
    words = title.truncate(room, ellipsis=True) if room else Content("")
    segments = [Segment(rule + " ", line), *words.render_segments(base), Segment(" ", line)]
    used = 3 + words.cell_length + sum(segment.cell_length for segment in tail)
    return Strip([*segments, Segment(rule * max(0, width - used), line), *tail]).adjust_cell_length(width)
