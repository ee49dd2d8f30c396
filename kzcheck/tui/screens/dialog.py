"""What all dialogs share: a box in the middle, and fields that take no control characters."""

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from kzcheck.tui import safe

Answer = TypeVar("Answer")


class Field(Input):
    """A line to type in. Of pasted text only the first line is taken, without control characters."""

    def __init__(self, *, id: str, value: str = "", hint: str = "") -> None:  # noqa: A002 - Textual's own word
        super().__init__(safe.line(value), hint, id=id, compact=True, select_on_focus=False)

    async def on_key(self, event: events.Key) -> None:
        """Submit at once, not by a binding: the letter typed right after Enter is no part of the answer."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what is pasted."""
        event.prevent_default()
        event.stop()
        first, *_ = event.text.strip().splitlines() or [""]
        self.insert_text_at_cursor(safe.line(first.strip()))


class TypedAhead(Message, bubble=False):
    """A key or a paste that reached the screen below after a dialog was opened. Quick typing loses none."""

    def __init__(self, event: events.Key | events.Paste) -> None:
        super().__init__()
        self._event = event

    def copy(self) -> events.Key | events.Paste:
        """Return the event as a new one."""
        if isinstance(self._event, events.Paste):
            return events.Paste(self._event.text)
        return events.Key(self._event.key, self._event.character)


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question in a box over the screen; Esc closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Field before", show=False),
    ]

    def __init__(self, title: Content) -> None:
        super().__init__()
        self._heading = title

    def fields(self) -> list[Widget]:
        """Return what stands in the box below the title."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical(id="box"):
            yield Static(self._heading, id="heading")
            yield from self.fields()

    def on_key(self, event: events.Key) -> None:
        """Give the field what is typed before it has the focus."""
        if self.focused is None and self.query(Field):
            event.stop()
            self._hand_on(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Give the field what is pasted before it has the focus."""
        if self.focused is None and self.query(Field):
            event.stop()
            self._hand_on(events.Paste(event.text))

    def on_typed_ahead(self, ahead: TypedAhead) -> None:
        """Give the field what was typed for this dialog before it opened."""
        self._hand_on(ahead.copy())

    def _hand_on(self, event: events.Key | events.Paste) -> None:
        fields = self.query(Field)
        if not fields:
            self.post_message(event)
            return
        if not isinstance(self.focused, Field):
            self.set_focus(fields.first())
        target = self.focused if isinstance(self.focused, Field) else fields.first()
        if isinstance(event, events.Key) and event.key == "enter":
            target.call_later(target.action_submit)  # after the letters that are on their way to it
        else:
            target.post_message(event)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
