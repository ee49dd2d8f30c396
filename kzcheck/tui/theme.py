"""The themes: dark, light, high contrast, and the terminal's own sixteen colours.

Each theme has the same roles: `muted` for what is less important, `off` for keys that can do nothing now,
`rule` for lines that nobody reads, `good bad warn info` for statuses,
`cursor` for the row under the cursor, `quote` for the claim in its sentence.
"""

from typing import NamedTuple

from textual.app import App
from textual.color import Color
from textual.style import Style
from textual.theme import Theme

from kzcheck.domain import Relation, Status

THEMES: tuple[Theme, ...] = (
    Theme(
        name="dark",
        primary="#7fb4e8",
        accent="#7fb4e8",
        success="#7ccf93",
        warning="#e2bd6b",
        error="#f08a86",
        foreground="#d7dde5",
        background="#11151b",
        surface="#171c24",
        panel="#1d242e",
        dark=True,
        variables={
            "muted": "#8e9aaa",
            "off": "#687282",
            "rule": "#3b4655",
            "cursor-fg": "#ffffff",
            "cursor-bg": "#26415f",
            "cursor-good": "#9be3ae",
            "cursor-bad": "#ffb0ac",
            "cursor-warn": "#f3d48c",
            "cursor-info": "#a9d0f7",
            "quote-fg": "#fff1c9",
            "quote-bg": "#5b4a14",
            "good": "#7ccf93",
            "bad": "#f08a86",
            "warn": "#e2bd6b",
            "info": "#7fb4e8",
        },
    ),
    Theme(
        name="light",
        primary="#1d5c9c",
        accent="#1d5c9c",
        success="#1d7038",
        warning="#8a5a00",
        error="#b3261e",
        foreground="#1c2128",
        background="#fbfbf9",
        surface="#f2f2ee",
        panel="#e8e8e2",
        dark=False,
        variables={
            "muted": "#5d6672",
            "off": "#848c97",
            "rule": "#b9bfc7",
            "cursor-fg": "#0b1826",
            "cursor-bg": "#cfe2f5",
            "cursor-good": "#0f5a29",
            "cursor-bad": "#96180f",
            "cursor-warn": "#6d4600",
            "cursor-info": "#0c4784",
            "quote-fg": "#2b2100",
            "quote-bg": "#ffe28a",
            "good": "#1d7038",
            "bad": "#b3261e",
            "warn": "#8a5a00",
            "info": "#1d5c9c",
        },
    ),
    Theme(
        name="contrast",
        primary="#ffffff",
        accent="#00ffff",
        success="#00ff66",
        warning="#ffff00",
        error="#ff8080",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        dark=True,
        variables={
            "muted": "#d0d0d0",
            "off": "#8a8a8a",
            "rule": "#ffffff",
            "cursor-fg": "#000000",
            "cursor-bg": "#ffffff",
            "cursor-good": "#004d1a",
            "cursor-bad": "#8b0000",
            "cursor-warn": "#4d4000",
            "cursor-info": "#00407a",
            "quote-fg": "#000000",
            "quote-bg": "#ffff00",
            "good": "#00ff66",
            "bad": "#ff8080",
            "warn": "#ffff00",
            "info": "#00ffff",
        },
    ),
    Theme(
        name="terminal",
        ansi=True,
        primary="ansi_blue",
        accent="ansi_cyan",
        success="ansi_green",
        warning="ansi_yellow",
        error="ansi_red",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        variables={
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "muted": "ansi_bright_black",
            "off": "ansi_bright_black",
            "rule": "ansi_bright_black",
            "cursor-fg": "ansi_black",
            "cursor-bg": "ansi_cyan",
            "cursor-good": "ansi_black",
            "cursor-bad": "ansi_black",
            "cursor-warn": "ansi_black",
            "cursor-info": "ansi_black",
            "quote-fg": "ansi_black",
            "quote-bg": "ansi_yellow",
            "good": "ansi_green",
            "bad": "ansi_red",
            "warn": "ansi_yellow",
            "info": "ansi_cyan",
        },
    ),
)

NAMES = tuple(theme.name for theme in THEMES)


def following(name: str) -> str:
    """Return the theme after this one; after the last comes the first."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]


STATUS_ROLE = {
    Status.OPEN: "info",
    Status.LATER: "muted",
    Status.VERIFIED: "good",
    Status.DISPUTED: "bad",
    Status.NEEDS_CONTEXT: "warn",
    Status.UNPROVEN: "warn",
    Status.NOT_CHECKABLE: "muted",
}

RELATION_ROLE = {
    Relation.DUPLICATE: "good",
    Relation.COMPATIBLE: "info",
    Relation.CONFLICT: "bad",
    Relation.RELATED: "muted",
    Relation.DIFFERENT: "muted",
}


class Look(NamedTuple):
    """The styles of the present theme by role, for widgets that paint line by line."""

    text: Style
    muted: Style
    rule: Style
    strong: Style
    cursor: Style
    quote: Style
    good: Style
    bad: Style
    warn: Style
    info: Style
    cursor_good: Style
    cursor_bad: Style
    cursor_warn: Style
    cursor_info: Style

    def on_cursor(self, role: str) -> Style:
        """Return the style of a role on the row under the cursor, where only statuses keep their colour."""
        style = getattr(self, f"cursor_{role}", self.cursor)
        assert isinstance(style, Style)
        return style

    def role(self, name: str) -> Style:
        """Return the style of a role by its name."""
        style = getattr(self, name)
        assert isinstance(style, Style)
        return style


def look(app: App[object]) -> Look:
    """Return the styles of the app's present theme, each complete with a background."""
    variables = app.theme_variables

    def style(role: str, back: str = "background", *, bold: bool = False) -> Style:
        return Style(Color.parse(variables[back]), Color.parse(variables[role]), bold=bold)

    return Look(
        text=style("foreground"),
        muted=style("muted"),
        rule=style("rule"),
        strong=style("foreground", bold=True),
        cursor=style("cursor-fg", "cursor-bg", bold=True),
        quote=style("quote-fg", "quote-bg", bold=True),
        good=style("good"),
        bad=style("bad"),
        warn=style("warn"),
        info=style("info"),
        cursor_good=style("cursor-good", "cursor-bg", bold=True),
        cursor_bad=style("cursor-bad", "cursor-bg", bold=True),
        cursor_warn=style("cursor-warn", "cursor-bg", bold=True),
        cursor_info=style("cursor-info", "cursor-bg", bold=True),
    )
