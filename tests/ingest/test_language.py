"""Texts that are not English, told by their script or their small words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.ingest import foreign_language

FILE = Path(__file__).with_name("languages.tsv")
TEXTS = dict(line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
ENGLISH = (
    "The minister said on Tuesday that the number of unemployed people in the region had risen by eight "
    "percent. Companies are worried and a meeting with the government is planned for next week."
)


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_another_language_is_told_by_name(language: str) -> None:
    assert foreign_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        f'{ENGLISH} "{TEXTS["Russian"]}", it said. {ENGLISH}',
        f"{ENGLISH} Kassym-Jomart Tokayev and Le Monde de la Paz. {ENGLISH}",
        "Final: 2, 3 (1, 2). Goals: Berg 12, Lund 40, 77 pen. Att: 18,210. Subs: "
        + "Olsen, Dahl, Moe, " * 12,
        "Der Spiegel",
        "Да",
        "12 34 56",
        "",
    ],
    ids=range(8),
)
def test_english_and_what_can_not_be_told_pass_in_silence(text: str) -> None:
    assert foreign_language(text) is None


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    foreign_language(text * 20)
