import pytest

from kzcheck.domain import KzcheckError
from kzcheck.tui.glyphs import ASCII, UNICODE
from kzcheck.tui.keymap import resolve
from kzcheck.tui.settings import load


def written(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_usual(tmp_path):
    settings = load(tmp_path / "none.toml")
    assert (settings.theme, settings.keymap, settings.glyphs) == ("dark", resolve(), UNICODE)


def test_theme_preset_keys_and_signs_are_taken_from_the_file(tmp_path):
    told = 'theme = "light"\npreset = "prodigy"\nascii = true\n[keys]\nundo = ["ctrl+z", "z"]\n'
    settings = load(written(tmp_path, told))
    assert (settings.theme, settings.glyphs) == ("light", ASCII)
    assert settings.keymap["verify"] == ("a",)
    assert settings.keymap["undo"] == ("ctrl+z", "z")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("theme = ", "Invalid value"),
        ('theme = "pink"', "no such theme"),
        ('preset = "vim"', "no such preset"),
        ('colour = "red"', "no such setting"),
        ('keys = "prodigy"', "give a table"),
        ('goal = "many"', "goal: give a number"),
        ("goal = true", "goal: give a number"),
        ("goal = -1", "goal: give a number"),
        ('[keys]\nverify = "d"', "on both verify and dispute"),
        ("[keys]\nverify = 3", "give a key or a list"),
        ('[keys]\nfly = "f"', "no such command"),
    ],
)
def test_what_can_not_be_is_refused_in_one_line_that_names_the_file(tmp_path, text, why):
    path = written(tmp_path, text)
    with pytest.raises(KzcheckError) as refused:
        load(path)
    assert str(path) in str(refused.value)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)
