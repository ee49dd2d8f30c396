"""Made-up articles in which some sentences repeat or nearly repeat others, and which ones do.

A fact is stated in one of several orders of words. Some facts are stated again elsewhere, in the same or in
another order, with other words for the same and figures written in another way; some have a near-by fact, the
same but for a figure or a year. Names and nouns are made of syllables and as uneven as those of a language.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kzcheck.domain import (
    Claim,
    ClaimKind,
    Document,
    Metadata,
    Span,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)

CLAIMS_AN_ARTICLE = 30
STATED_AGAIN, NEAR_BY = 0.16, 0.10
SYLLABLES = [a + b for a in "bcdfghjklmnprstvz" for b in "aeiou"]
UNITS = ("people", "homes", "jobs", "vehicles", "tonnes", "megawatts", "patients", "students")
BODIES = ("Institute", "Agency", "Bank", "Council", "Holding", "University", "Ministry", "Railways")
ORDERS = (
    (
        "{topic} at the {body} rose {share} in {year} to {count} {unit}",
        "In {year}, {topic} at the {body} reached {count} {unit}, up {share}",
        "The {body} saw {topic} rise by {share} to {count} {unit} in {year}",
    ),
    (
        "The {body} spent {money} on {topic} in {place} in {year}",
        "In {year} {money} was spent by the {body} on {topic} in {place}",
        "Spending by the {body} on {topic} in {place} came to {money} in {year}",
    ),
    (
        "more than {count} {unit} in {place} were affected by {topic} in {year}",
        "{topic} affected more than {count} {unit} in {place} in {year}",
        "In {year} {topic} hit more than {count} {unit} across {place}",
    ),
    (
        "{person} of the {body} said that {share} of {topic} came from {place}",
        "{share} of {topic} came from {place}, said {person} of the {body}",
        "{place} accounted for {share} of {topic}, {person} of the {body} said",
    ),
    (
        "The {body} cut {count} jobs at its {topic} site in {place}",
        "{count} jobs were cut by the {body} at the {topic} site in {place}",
        "At its {topic} site in {place}, the {body} eliminated {count} jobs",
    ),
    (
        "{person} took {share} of the vote in {place} in {year}",
        "In {year}, {person} won {share} of the vote in {place}",
        "{share} of voters in {place} backed {person} in {year}",
    ),
)
OTHER_WORDS = {
    "rose": ("climbed", "increased", "grew"),
    "affected": ("hit",),
    "jobs": ("positions",),
    "homes": ("houses",),
    "said": ("stated", "announced"),
    "more than": ("over",),
    "cut": ("slashed",),
}
FILLED = ("officials said", "in total", "despite earlier forecasts", "as of this week", "on average")


@dataclass(frozen=True)
class Fact:
    """What is stated, in any order of words."""

    orders: int
    body: str
    person: str
    place: str
    topic: str
    unit: str
    count: int
    share: float
    money: float
    year: int


@dataclass(frozen=True)
class Planted:
    """A sentence, and the number of its fact."""

    text: str
    fact: int


class Planter:
    """Makes facts and states them."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._nouns = self._words(6000, 2, 3)
        self._names = [word.title() for word in self._words(30_000, 2, 4)]

    def _words(self, n: int, shortest: int, longest: int) -> list[str]:
        dice = self._dice
        return ["".join(dice.choices(SYLLABLES, k=dice.randint(shortest, longest))) for _ in range(n)]

    def _one(self, words: list[str]) -> str:
        dice = self._dice
        return words[int(len(words) ** dice.random()) - 1] if dice.random() < 0.7 else dice.choice(words)

    def fact(self) -> Fact:
        dice = self._dice
        return Fact(
            orders=dice.randrange(len(ORDERS)),
            body=f"{self._one(self._names)} {dice.choice(BODIES)}",
            person=f"{dice.choice(self._names[:400])} {self._one(self._names)}",
            place=self._one(self._names),
            topic=f"{self._one(self._nouns)} {self._one(self._nouns)}",
            unit=dice.choice(UNITS),
            count=int(10 ** dice.uniform(1, 7)),
            share=round(dice.uniform(0.5, 99), dice.choice([0, 0, 1])),
            money=round(10 ** dice.uniform(0, 3), 1),
            year=dice.randint(1985, 2025),
        )

    def near(self, fact: Fact) -> Fact:
        """Return the fact with every figure it may state changed."""
        dice = self._dice
        return replace(
            fact,
            count=int(fact.count * dice.uniform(1.2, 1.8)) + 1,
            share=round(fact.share * dice.uniform(0.5, 0.9), 1),
            money=round(fact.money * dice.uniform(0.4, 0.8), 1),
        )

    def state(self, fact: Fact, order: int, *, again: bool) -> str:
        """Return a sentence that states a fact in one of its orders; `again` with other words."""
        dice = self._dice
        share = f"{fact.share:g}"
        text = ORDERS[fact.orders][order].format(
            body=fact.body,
            person=fact.person,
            place=fact.place,
            topic=fact.topic,
            unit=fact.unit,
            year=fact.year,
            count=self._count(fact.count),
            share=dice.choice([f"{share}%", f"{share} percent"]),
            money=dice.choice([f"${fact.money} million", f"${fact.money}m", f"{fact.money} million dollars"]),
        )
        if again:
            for word, others in OTHER_WORDS.items():
                if dice.random() < 0.5:
                    text = text.replace(word, dice.choice(others), 1)
            if dice.random() < 0.3:
                text = text.replace(fact.person, fact.person.split()[-1])
        if dice.random() < 0.3:
            text = f"{text}, {dice.choice(FILLED)}"
        return f"{text[0].upper()}{text[1:]}."

    def _count(self, count: int) -> str:
        ways = [f"{count:,}", f"{count}"]
        if count >= 1_000_000:
            ways.append(f"{count / 1e6:.7g} million")
        return self._dice.choice(ways)

    def sentences(self, rows: int) -> list[Planted]:
        """Return sentences in an order in which those of one fact stand far apart."""
        dice, made, fact_number = self._dice, list[Planted](), 0
        while len(made) < rows:
            fact, order = self.fact(), dice.randrange(3)
            made.append(Planted(self.state(fact, order, again=False), fact_number))
            if dice.random() < STATED_AGAIN:
                for _ in range(1 if dice.random() < 0.6 else dice.randint(2, 5)):
                    again = dice.random() < 0.7
                    other = dice.randrange(3) if again else order
                    made.append(Planted(self.state(fact, other, again=again), fact_number))
            fact_number += 1
            if dice.random() < NEAR_BY:
                made.append(Planted(self.state(self.near(fact), order, again=False), fact_number))
                fact_number += 1
        del made[rows:]
        dice.shuffle(made)
        return made


def articles(planted: list[Planted]) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield articles of the sentences, in order, a claim each."""
    for first in range(0, len(planted), CLAIMS_AN_ARTICLE):
        texts = [one.text for one in planted[first : first + CLAIMS_AN_ARTICLE]]
        yield article(f"Article {first // CLAIMS_AN_ARTICLE}.", texts)


def article(title: str, texts: list[str]) -> tuple[Document, list[Claim]]:
    """Return an article of a title and sentences, a claim each."""
    text = " ".join([title, *texts])
    number = document_id(text)
    claims, start = [], len(title) + 1
    for words in texts:
        end = start + len(words)
        claims.append(
            Claim(
                id=claim_id(number, start, end, ClaimKind.EVENT, ""),
                document_id=number,
                zone=ZoneKind.BODY,
                kind=ClaimKind.EVENT,
                headline=words[:40],
                start=start,
                end=end,
                quote=words,
                sentence=Span(start, end),
                priority=0.5,
                group=str(start),
            )
        )
        start = end + 1
    zones = (Zone(0, len(text), ZoneKind.BODY),)
    return Document(id=number, text=text, zones=zones, metadata=Metadata(title=title), source="-"), claims
