"""Without colour, in ASCII, in every theme: whole screens, cell by cell."""

import pytest
from rich.color import ColorType
from screen_tools import plain_sentences, press, screen_lines, widths
from textual.color import Color

from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.glyphs import ASCII
from kzcheck.tui.theme import NAMES, THEMES

SCREENS = (
    (),
    ("a",),
    ("plus", "space", "w"),
    ("c",),
    ("d",),
    ("f",),
    ("r",),
    ("D",),
    ("W",),
    ("P",),
    ("B",),
    ("A",),
    ("question_mark",),
    ("slash", "w"),
    ("2",),
    ("space", "j", "space"),
    ("ctrl+p",),
)


def colours(app):
    """Return the colours of all cells of the screen."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style is not None:
                found |= {segment.style.color, segment.style.bgcolor}
    return found - {None}


def is_grey(colour):
    if colour.type is ColorType.DEFAULT:
        return True
    red, green, blue = colour.get_truecolor()
    return red == green == blue


async def walk(app, pilot, look):
    """Look at every screen in turn."""
    for keys in SCREENS:
        await press(pilot, *keys)
        look(keys)
        for _ in range(4):
            await press(pilot, "escape")


@pytest.mark.parametrize("theme", NAMES)
async def test_with_no_color_no_cell_of_any_screen_has_a_colour_but_grey(desk_with, monkeypatch, theme):
    monkeypatch.setenv("NO_COLOR", "1")
    desk = desk_with(plain_sentences(30))
    app = KzcheckApp(desk, theme=theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "u", "x", "l")

        def look(keys):
            assert [colour for colour in colours(app) if not is_grey(colour)] == [], keys

        await walk(app, pilot, look)


async def test_with_colour_the_same_check_finds_colours(desk_with):
    app = KzcheckApp(desk_with(plain_sentences(5)))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "u")
        assert [colour for colour in colours(app) if not is_grey(colour)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_ascii_no_cell_of_any_screen_has_another_sign(desk_with, size):
    app = KzcheckApp(desk_with(plain_sentences(30)), glyphs=ASCII)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "u", "x", "l")

        def look(keys):
            strange = {letter for line in screen_lines(app) for letter in line if not letter.isascii()}
            assert strange == set(), keys
            assert widths(app) == {size[0]}

        await walk(app, pilot, look)


@pytest.mark.parametrize("theme", NAMES)
async def test_every_screen_is_drawn_in_every_theme(desk_with, theme):
    app = KzcheckApp(desk_with(plain_sentences(30)), theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:

        def look(keys):
            assert widths(app) == {80}, keys

        await walk(app, pilot, look)


async def test_no_screen_has_an_emoji_of_its_own(desk_with):
    app = KzcheckApp(desk_with(plain_sentences(30)))
    async with app.run_test(size=(80, 24)) as pilot:

        def look(keys):
            assert not {letter for line in screen_lines(app) for letter in line if ord(letter) > 0x1F000}, (
                keys
            )

        await walk(app, pilot, look)


async def test_nothing_moves_by_itself(desk_with):
    app = KzcheckApp(desk_with(plain_sentences(3)))
    async with app.run_test(size=(80, 24)):
        assert app.animation_level == "none"


def luminance(color):
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [part / 255 for part in Color.parse(color).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [each for each in THEMES if not each.ansi], ids=lambda each: each.name)
def test_whatever_is_to_be_read_has_the_contrast_that_wcag_asks_of_text(theme):
    told = theme.variables
    on = dict.fromkeys(("muted", "good", "bad", "warn", "info"), theme.background)
    on |= {role: told["cursor-bg"] for role in told if role.startswith("cursor-")}
    on |= {"quote-fg": told["quote-bg"]}
    del on["cursor-bg"]
    weak = {role: contrast(told[role], ground) for role, ground in on.items()}
    assert {role: ratio for role, ratio in weak.items() if ratio < 4.5} == {}
    assert contrast(theme.foreground, theme.background) >= 7
    assert 3 <= contrast(told["off"], theme.background) < contrast(told["muted"], theme.background)


@pytest.mark.parametrize("theme", [each for each in THEMES if not each.ansi], ids=lambda each: each.name)
async def test_the_hint_of_a_key_that_does_nothing_now_is_dimmed_and_can_be_read(desk_with, theme):
    app = KzcheckApp(desk_with(plain_sentences(3)), theme=theme.name)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        told = {
            segment.text.strip(): segment.style.color.name
            for segment in list(app.screen._compositor.render_strips())[-1]
            if segment.style and segment.text.strip()
        }
    (off,) = [colour for words, colour in told.items() if words == "= same"]
    (on,) = [colour for words, colour in told.items() if words == "cite"]
    assert contrast(off, theme.background) >= 3
    assert off != on
