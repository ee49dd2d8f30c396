"""What the panes share: the styles of the theme, and whole lines kept until they must be painted anew."""

from typing import Self

from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from kzcheck.tui.theme import Look, look


class Styled(Widget):
    """A widget that draws with the styles of the present theme."""

    _look: Look | None = None

    @property
    def styles_now(self) -> Look:
        """The present theme's styles."""
        if self._look is None:
            self._look = look(self.app)
        return self._look

    def notify_style_update(self) -> None:
        """Forget the styles of a theme that is gone."""
        self._look = None
        super().notify_style_update()


class Painted(Styled):
    """A widget whose lines CSS adds nothing to: it has neither border nor padding.

    Textual looks for these, for tint and for opacity with each line, which takes longer than most lines.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        self._painted: dict[int, Strip] = {}
        self._painted_size = Size(0, 0)
        super().__init__(id=id)

    @property
    def size(self) -> Size:
        """The size of the content, which is the whole widget."""
        return self.outer_size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region; those painted before are reused."""
        if self._painted_size != self.size:
            self._painted.clear()
            self._painted_size = self.size
        lines = [self._painted.get(y) or self._paint_line(y) for y in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def _paint_line(self, y: int) -> Strip:
        line = self.render_line(y)
        for each in self.get_line_filters():
            # No theme of ours mixes colours of the terminal with its own, so none is to be translated.
            if not isinstance(each, ANSIToTruecolor):
                line = line.apply_filter(each, self.background_colors[1])
        self._painted[y] = line
        return line

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have some lines painted again, or all if none is named."""
        if not regions:
            self._painted.clear()
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def notify_style_update(self) -> None:
        """Forget the painted lines: the theme or the focus has changed."""
        self._painted.clear()
        super().notify_style_update()
