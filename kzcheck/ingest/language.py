"""Recognising texts that are not English, by their script or by the frequent words of their language."""

import re
from collections import Counter

LOOK_AT = 20_000  # characters
FEWEST_LETTERS = 40  # in fewer a script is a name or a quotation
FEWEST_WORDS = 25
SURE = 0.1  # share of a language's small words that makes a text one in it
TIMES_ENGLISH = 2.0  # and how many times more of them than of English ones there must be

_SCRIPTS = (
    ("Arabic, Persian or Urdu", "\u0600-\u06ff\u0750-\u077f"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Greek", "\u0370-\u03ff"),
    ("Armenian", "\u0530-\u058f"),
    ("Georgian", "\u10a0-\u10ff"),
    ("Hindi or another language of India", "\u0900-\u0d7f"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Korean", "\uac00-\ud7af\u1100-\u11ff"),
    ("Japanese", "\u3040-\u30ff"),
    ("Chinese", "\u3400-\u9fff"),
)
_SCRIPT = tuple((name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CYRILLIC_LETTERS = (
    ("Russian", "ыэё"),
    ("Ukrainian", "іїєґ"),
    ("Belarusian", "ўі"),
    ("Kazakh", "әғқңөұүһі"),
    ("Serbian or Macedonian", "ћђљњџј"),
    ("Bulgarian", "ъщ"),
)
"""Letters by which languages in Cyrillic script are told apart; where none is used, it is the first."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_NOT_LATIN = re.compile("[\u0370-\u1fff\u2e80-\uffff]+")
"""Letters of the scripts above, without the accents and quotation marks of Latin texts."""

_SMALL_WORDS = {
    "English": "the of and a to in is that for was on with as it by at from are his be has had have were",
    "German": "der die das und ist nicht von mit den dem ein eine zu auf für im sich des auch als wird bei",
    "French": "le la les des et est dans pour que qui une du sur par pas plus au avec ce il sont aux été",
    "Spanish": "el la los las de que en y un una por con para del se es su al lo como más pero fue",
    "Italian": "il di che e la un una per non è del della con sono nel le dei gli anche più al alla si",
    "Portuguese": "o que de e do da em um uma para com não os no na se por mais dos as foi ao das pelo",
    "Dutch": "de het een van en is dat niet op te voor met zijn aan er ook door bij naar wordt die uit",
    "Swedish": "och att det som en på är av för med den till inte om ett har i de var men sig från",
    "Danish or Norwegian": "og i det som på til ikke af er en at den for med av har de ikke om et var men",
    "Polish": "i w na z do się nie że to jest o jak za od po przez ale są tym oraz dla był",
    "Czech or Slovak": "a v na se je že s z do to o za pro jako by ve po ale i jsou byl který sa",
    "Romanian": "de și în a la cu că nu pe o un din care pentru este mai au ale sunt fost prin",
    "Hungarian": "a az és hogy nem is egy ez volt meg csak de már mint még van szerint vagy ki",
    "Turkish": "ve bir bu da de için ile çok olarak daha olan gibi kadar ama sonra oldu değil var ise",
    "Uzbek": "va bu bilan uchun bir ham edi dan deb shu esa kerak oʻz emas boʻlgan bo qilish haqida",
    "Indonesian or Malay": "yang dan di dari untuk dengan ini itu tidak pada dalam akan adalah telah oleh",
    "Vietnamese": "và của là có không cho được trong một các với người đã này những khi để ra vào",
    "Finnish": "ja on ei että se oli hän mutta ovat myös kun joka tai niin mukaan jo ole sen",
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}


def foreign_language(text: str) -> str | None:
    """Return the name of the language that a text seems to be in, None for English.

    It is None as well if the language cannot be told: for a short text, a table of figures, an unknown
    language. Where languages cannot be told apart, the name has all of them.
    """
    start = text[:LOOK_AT]
    others = "".join(_NOT_LATIN.findall(start))
    if len(others) < FEWEST_LETTERS:
        return _latin(start)
    latin = len(_LATIN.findall(start))
    scripts = Counter({name: len(letters.findall(others)) for name, letters in _SCRIPT})
    scripts["Cyrillic"] = len(_CYRILLIC.findall(others))
    if scripts["Japanese"] > 0.1 * scripts["Chinese"]:
        scripts["Japanese"] += scripts.pop("Chinese")
    name, letters = scripts.most_common(1)[0]
    if letters >= FEWEST_LETTERS and letters > latin:
        return _cyrillic(start) if name == "Cyrillic" else name
    return _latin(start)


def _cyrillic(text: str) -> str:
    lowered = text.lower()
    own = {name: sum(map(lowered.count, letters)) for name, letters in _CYRILLIC_LETTERS}
    return max(own, key=lambda name: own[name])


def _latin(text: str) -> str | None:
    words = [word for word in text.lower().split() if word.isalpha()]
    if len(words) < FEWEST_WORDS:
        return None
    counts = Counter(words)
    shares = {
        name: sum(counts.get(word, 0) for word in small) / len(words) for name, small in _LANGUAGES.items()
    }
    english = shares.pop("English")
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= max(SURE, TIMES_ENGLISH * english) else None
