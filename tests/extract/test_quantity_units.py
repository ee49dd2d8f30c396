"""Units: money, shares, measures, rates, ages, and the nouns that are counted."""

import pytest

from kzcheck.domain import QuantityKind
from kzcheck.extract import find_quantities
from kzcheck.extract.nouns import singular


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$5", 5, "dollar"),
        ("US$5", 5, "dollar"),
        ("$US160 million", 160e6, "dollar"),
        ("$ 75 million", 75e6, "dollar"),
        ("-$5", -5, "dollar"),
        ("5 U.S. dollars", 5, "dollar"),
        ("A$5 million", 5e6, "australian dollar"),
        ("C$1.34", 1.34, "canadian dollar"),
        ("HK$10.05 billion", 10.05e9, "hong kong dollar"),
        ("€2.5bn", 2.5e9, "euro"),
        ("2.5 million euros", 2.5e6, "euro"),
        ("£8.10 million", 8.1e6, "pound sterling"),
        ("361 million pounds", 361e6, "pound sterling"),
        ("50p", 50, "penny"),
        ("¥10 trillion", 1e13, "japanese yen"),
        ("RMB 20 million", 20e6, "chinese yuan"),
        ("USD 20 million", 20e6, "dollar"),
        ("20 million USD", 20e6, "dollar"),
        ("Rs 500", 500, "indian rupee"),
        ("10.5 million Australian dollars", 10.5e6, "australian dollar"),
        ("500 Kazakh tenge", 500, "kazakhstani tenge"),
        ("$6 a share", 6, "dollar per share"),
        ("$70-a-share", 70, "dollar per share"),
        ("$2.11 per gallon", 2.11, "dollar per gallon"),
        ("fifteen dollars and 50 cents", 15.5, "dollar"),
        ("12.4 trillion won", 12.4e12, "south korean won"),
        ("3 billion drachmas", 3e9, "greek drachma"),
        ("22 Canadian cents a share", 22, "canadian cent per share"),
        ("1,200 aed", 1200, "uae dirham"),
    ],
)
def test_money_in_all_its_forms(text, value, unit):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.text) == (value, unit, text)
    assert quantity.kind is QuantityKind.MONEY


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("18%", 18, "percent"),
        ("18 per cent", 18, "percent"),
        ("18pc", 18, "percent"),
        ("2 percentage points", 2, "percentage point"),
        ("60 basis point", 60, "basis point"),
        ("35 miles", 35, "mile"),
        ("a 45-acre farm", 45, "acre"),
        ("50 foot", 50, "foot"),
        ("7.62mm", 7.62, "millimetre"),
        ("190 km2", 190, "square kilometre"),
        ("660 square meters", 660, "square metre"),
        ("0.9 trillion cubic feet", 0.9e12, "cubic foot"),
        ("200lbs", 200, "pound-mass"),
        ("16,000 metric tons", 16_000, "metric ton"),
        ("127 gigatonnes", 127, "gigaton"),
        ("1.2m tons", 1.2e6, "ton"),
        ("1.8m tall", 1.8, "metre"),
        ("5.5kWh", 5.5, "kilowatt hour"),
        ("450 Nm", 450, "newton metre"),
        ("100 MB", 100, "megabyte"),
        ("188 miles an hour", 188, "mile per hour"),
        ("25 km/h", 25, "kilometre per hour"),
        ("10kph", 10, "kilometre per hour"),
        ("800,000 barrels a day", 800_000, "barrel per day"),
        ("2.4 billion gallons of jet fuel a year", 2.4e9, "gallon per year"),
        ("40 micrograms per cubic metre", 40, "microgram per cubic metre"),
        ("20 (kg)", 20, "kilogram"),
        ("98.6 degrees f", 98.6, "fahrenheit"),
        ("30 °C", 30, "celsius"),
        ("30° Celsius", 30, "celsius"),
        ("a mere 0.04 of a point", 0.04, "point"),
        ("95 grams of soot per kilometer", 95, "gram per kilometre"),
        ("85°", 85, "degree"),
        ("three-year", 3, "year"),
        ("15.3 points per game", 15.3, "point per game"),
        ("a 1,500-square-foot flat", 1500, "square foot"),
        ("415 parts per million", 415, "parts-per-million"),
        ("8 barrels of light oil a day", 8, "barrel per day"),
    ],
)
def test_measures_have_their_singular_english_name(text, value, unit):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("five years old", 5, "year of age"),
        ("a 34-year-old man", 34, "year of age"),
        ("ten months old", 10, "month of age"),
        ("at 6 weeks of age", 6, "week of age"),
        ("an 87 yo man", 87, "year of age"),
        ("Jane Roe, 64, left", 64, "year of age"),
        ("children under the age of 5 years", 5, "year of age"),
        ("women 65 and older", 65, "year of age"),
        ("free for children under 12.", 12, "year of age"),
        ("The senator, 78, has resigned.", 78, "year of age"),
        ("children 12 and younger", 12, "year of age"),
        ("He turns 60 in May.", 60, "year of age"),
        ("the murder of John Paul Roe, 53.", 53, "year of age"),
    ],
)
def test_ages_are_told_from_spans_of_time(text, value, unit):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.kind) == (value, unit, QuantityKind.AGE)


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("2,500 Russian troops arrived", "Russian troop", "2,500 Russian troops"),
        ("13 people while they slept", "people", "13 people"),
        ("60 commercial fishermen, who", "commercial fisherman", "60 commercial fishermen"),
        ("50 different products and", "different product", "50 different products"),
        ("23 U.S. troops were", "U.S. troop", "23 U.S. troops"),
        ("one solution that", "solution", "one solution"),
        ("107 other patients", "patient", "107 other patients"),
        ("eight more picks", "pick", "eight more picks"),
        ("millions of job cuts", "job cut", "millions of job cuts"),
        ("five of the satellites", "satellite", "five of the satellites"),
        ("a 9,200-strong force", "force", "9,200-strong force"),
        ("12 red and blue cars", "red blue car", "12 red and blue cars"),
        ("its three largest markets", "large market", "three largest markets"),
        ("four of Acme's newest planes", "Acme new plane", "four of Acme's newest planes"),
        ("40 Airbus planes", "Airbus plane", "40 Airbus planes"),
        ("a 4-magnitude quake struck", "magnitude quake", "4-magnitude quake"),
        ("a 29-nation alliance spends a lot", "nation alliance", "29-nation alliance"),
        ("the 20-member club owns the ground", "member club", "20-member club"),
        ("5,000 daily active users", "daily active user", "5,000 daily active users"),
        ("one analyst expects a rise", "analyst", "one analyst"),
        ("one person close to her said", "person", "one person"),
        ("one of the only towns", "town", "one of the only towns"),
        ("one spacecraft landed", "spacecraft", "one spacecraft"),
        ("9 million paid subscribers", "paid subscriber", "9 million paid subscribers"),
        ("six F-35 fighter jets", "F-35 fighter jet", "six F-35 fighter jets"),
        ("one of several minor items", "minor item", "one of several minor items"),
        ('nine "minor" items', "minor item", 'nine "minor" items'),
        ("an eight-part serial airs", "part serial", "eight-part serial"),
        ("hundreds honour a nurse", None, "hundreds"),
        ("47 - New rules", None, "47"),
        ("0.18 - well over", None, "0.18"),
    ],
)
def test_a_count_is_of_the_noun_with_its_modifiers(text, unit, words):
    (quantity,) = find_quantities(text)
    assert (quantity.unit, quantity.text) == (unit, words)
    assert quantity.kind is (QuantityKind.COUNT if unit else QuantityKind.NUMBER)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("cities", "city"),
        ("bosses", "boss"),
        ("viruses", "virus"),
        ("houses", "house"),
        ("women", "woman"),
        ("fishermen", "fisherman"),
        ("Lives", "Life"),
        ("boxes", "box"),
        ("series", "series"),
        ("people", "people"),
        ("process", "process"),
    ],
)
def test_a_noun_has_its_singular(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It costs 12 pounds.", "pound sterling"),
        ("They pay 900 pounds a month.", "pound sterling per month"),
        ("They sold 12 pounds of rice.", "pound-mass"),
        ("It weighs 12 pounds.", "pound-mass"),
    ],
)
def test_pounds_are_money_where_something_is_paid(text, unit):
    (quantity,) = find_quantities(text)
    assert quantity.unit == unit


def test_won_is_a_verb_behind_a_small_number():
    (quantity,) = find_quantities("Of all, 45 won a seat.")
    assert quantity.unit is None
