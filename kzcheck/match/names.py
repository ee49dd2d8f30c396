"""Names that mean the same: countries and peoples, capitals, initials, transliterations, misprints."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_COUNTRIES = """
usa us american america u.s united-states
uk british britain
england english
scotland scottish scots
wales welsh
russia russian
ukraine ukrainian
kazakhstan kazakh kazakhstani
kyrgyzstan kyrgyz
uzbekistan uzbek
tajikistan tajik
turkmenistan turkmen
mongolia mongolian
china chinese
taiwan taiwanese
tibet tibetan
japan japanese
india indian
pakistan pakistani pak
afghanistan afghan
lanka lankan
iran iranian
iraq iraqi
kuwait kuwaiti
qatar qatari
bahrain bahraini
oman omani
jordan jordanian
syria syrian
israel israeli
palestine palestinian
lebanon lebanese
egypt egyptian
libya libyan
turkey turkish turk turkiye
saudi saudis
yemen yemeni
korea korean
germany german
france french
spain spanish
italy italian
greece greek
cyprus cypriot
malta maltese
portugal portuguese
ireland irish
iceland icelandic
poland polish
sweden swedish
norway norwegian
denmark danish
finland finnish
estonia estonian
latvia latvian
lithuania lithuanian
netherlands dutch holland
belgium belgian
luxembourg luxembourgish
switzerland swiss
austria austrian
hungary hungarian
czech czechia
slovakia slovak slovakian
slovenia slovene slovenian
romania romanian
moldova moldovan
bulgaria bulgarian
serbia serbian serb
kosovo kosovar
montenegro montenegrin
macedonia macedonian
croatia croatian croat
bosnia bosnian
albania albanian
belarus belarusian belarussian
georgia georgian
armenia armenian
azerbaijan azerbaijani azeri
chechnya chechen
mexico mexican
canada canadian
brazil brazilian
argentina argentine argentinian
chile chilean
colombia colombian
venezuela venezuelan
ecuador ecuadorean ecuadorian
bolivia bolivian
paraguay paraguayan
uruguay uruguayan
peru peruvian
panama panamanian
honduras honduran
guatemala guatemalan
nicaragua nicaraguan
salvador salvadoran
cuba cuban
jamaica jamaican
haiti haitian
australia australian aussie
fiji fijian
indonesia indonesian
malaysia malaysian
singapore singaporean
philippine philippines filipino
thailand thai
vietnam vietnamese
laos laotian
cambodia cambodian
myanmar burma burmese
bangladesh bangladeshi
bhutan bhutanese
nepal nepali nepalese
maldive maldives maldivian
nigeria nigerian
niger nigerien
ghana ghanaian
senegal senegalese
gambia gambian
liberia liberian
leone leonean
guinea guinean
togo togolese
cameroon cameroonian
chad chadian
kenya kenyan
uganda ugandan
tanzania tanzanian
rwanda rwandan
burundi burundian
somalia somali
eritrea eritrean
sudan sudanese
ethiopia ethiopian
congo congolese
angola angolan
zambia zambian
zimbabwe zimbabwean
malawi malawian
mozambique mozambican
namibia namibian
botswana motswana
madagascar malagasy
mali malian
mauritania mauritanian
algeria algerian
morocco moroccan
tunisia tunisian
europe european
africa african
asia asian
kyiv kiev
muhammad mohammed mohamed muhammed mohammad
al-qaida qaeda qaida
"""

_SEATS = """
russia moscow kremlin
china beijing
usa washington pentagon
uk london
ukraine kyiv
kazakhstan astana nursultan
kyrgyzstan bishkek
uzbekistan tashkent
turkmenistan ashgabat
georgia tbilisi
armenia yerevan
azerbaijan baku
turkey ankara
france paris elysee
germany berlin
italy rome
spain madrid
greece athens
poland warsaw
hungary budapest
serbia belgrade
ireland dublin
sweden stockholm
norway oslo
denmark copenhagen
iran tehran
israel jerusalem
lebanon beirut
saudi riyadh
yemen sanaa
libya tripoli
japan tokyo
india delhi
pakistan islamabad
bangladesh dhaka
nepal kathmandu
syria damascus
iraq baghdad
egypt cairo
afghanistan kabul
korea seoul pyongyang
thailand bangkok
vietnam hanoi
indonesia jakarta
philippine manila
australia canberra
canada ottawa
cuba havana
venezuela caracas
kenya nairobi
belarus minsk
"""


def _table(lines: str) -> dict[str, str]:
    return {word: line.split()[0] for line in lines.strip().splitlines() for word in line.split()}


COUNTRY = _table(_COUNTRIES)
"""Maps a country, its people and its adjective to one word."""

SEAT = {word: country for word, country in _table(_SEATS).items() if word != country}
"""Maps the seat of a government to its country. A weak tie: "Moscow" often means Russia, but not always."""

PLACE = frozenset({*COUNTRY.values(), *SEAT})
"""Countries and seats. Two of them are never one name misspelt, however alike (Austria and Australia)."""

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&"})


def initials(words: list[str], start: int) -> list[tuple[str, int]]:
    """Return abbreviations that the capitalised words from `start` on may have, each with where it ends.

    "Collective Security Treaty Organization" gives "CST" and "CSTO"; small words between are skipped.
    """
    letters, found, at = "", [], start
    while at < len(words) and len(letters) < 8:
        word = words[at]
        if word[:1].isupper():
            letters += word[0]
            if len(letters) >= 2:
                found.append((letters, at + 1))
        elif word.casefold() not in _SMALL or not letters:
            break
        at += 1
    return found


def is_abbreviation(word: str) -> bool:
    """Return whether `word` looks like an abbreviation: two to seven capitals, perhaps with a plural s."""
    core = word.removesuffix("s")
    return 2 <= len(core) <= 7 and core.isupper() and core.isalpha()


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded name that survive transliteration: Qasym and Kassym give "ksm"."""
    for old, new in (("zh", "j"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v")):
        word = word.replace(old, new)
    kept = word[:1] + re.sub(r"[aeiouy']", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> float:
    """Return how surely two different stems are spellings of one name or word: 0, or .8 to .9.

    They are if they are one edit apart with five letters, two edits with eight, or two swapped letters with
    four; or if they have the same consonants and are two edits apart (transliteration).
    """
    shorter, longer = sorted((len(a), len(b)))
    if longer - shorter > 2 or shorter < 4 or skeleton(a[:2])[:1] != skeleton(b[:2])[:1]:
        return 0.0
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance > 2:
        return 0.0
    if distance == 1 and (shorter >= 5 or sorted(a) == sorted(b)):
        return 0.9
    if distance == 2 and shorter >= 8:
        return 0.85
    return 0.8 if shorter >= 5 and longer - shorter <= 1 and skeleton(a) == skeleton(b) else 0.0
