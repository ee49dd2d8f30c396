"""Who speaks in quotations of several sentences, and whom a verb is said of, in sentences of our own."""

import pytest
from found_claims import claims_of

from kzcheck.domain import Claim, ClaimKind, Modality
from kzcheck.extract.headlines import statement_headline


def saying(text: str, words: str) -> Claim:
    return next(claim for claim in claims_of(text) if words in claim.quote)


def test_a_speaker_at_the_end_of_a_quotation_speaks_in_all_its_sentences() -> None:
    text = "“The pumps failed. Nobody came. The cellar is gone,” said Rosa Delgado, who runs a bakery."
    for words in ("The pumps failed", "The cellar is gone"):
        claim = saying(text, words)
        assert (claim.kind, claim.speaker) == (ClaimKind.QUOTE, "Rosa Delgado")


def test_who_is_told_of_within_a_quotation_does_not_speak() -> None:
    text = "“The council promised us new drains. I am still waiting,” said Rosa Delgado."
    assert saying(text, "promised us new drains").speaker == "Rosa Delgado"


def test_who_is_said_to_add_something_speaks_in_the_next_paragraph() -> None:
    text = "Engineer Paul Ost measured the flow. He added:\n\n“There is no quick fix for the old sewers.”"
    assert saying(text, "no quick fix").speaker == "Engineer Paul Ost"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We got a letter from the state,” said a Norvale spokesperson when asked by reporters.", "Norvale"),
        ("“The rule is not a new one,” said one legal expert, as reported by the Courier.", "legal expert"),
        (
            "“The signal was late,” study author Lucas Perrin, a chemist at Orly, France, and Turin, said.",
            "Lucas Perrin",
        ),
        ("Carla Tann, the city’s new fire chief, said the alarm did not sound.", "Carla Tann"),
        ("In May, Rep. Dana Mills, D-Ohio, said the bridge was safe to cross.", "Dana Mills"),
        ("Police said 30 people were hurt, but added that the cause remained unknown.", "police"),
    ],
)
def test_the_speaker_is_the_one_described(text: str, speaker: str) -> None:
    said = [claim.speaker or "" for claim in claims_of(text) if claim.speaker]
    assert said
    assert all(speaker.lower() in name.lower() for name in said)


def test_a_speaker_amid_the_sentence_is_no_part_of_what_was_said() -> None:
    claim = saying("The reason for the delay, Moreno said, is a shortage of steel.", "shortage of steel")
    assert claim.speaker == "Moreno"
    assert "Moreno" not in claim.headline.removeprefix("Moreno")


def test_two_accounts_of_one_statement_are_one_claim() -> None:
    text = "The border is calm, he said, according to the Courier. Marten Voss said the road is open."
    claims = [claim for claim in claims_of("Marten Voss spoke. " + text) if "border is calm" in claim.quote]
    assert [claim.speaker for claim in claims] == ["Marten Voss"]


def test_that_nobody_would_comment_is_no_claim() -> None:
    assert not claims_of("A spokesman for Norvale declined to comment.")
    assert not claims_of("Norvale did not immediately respond to a request for comment.")


def test_she_is_a_woman_and_he_is_a_man_as_far_as_first_names_tell() -> None:
    text = "Helen Okoro met Peter Lund in Oslo. She sold the firm in 1998. He bought a farm in 2001."
    subjects = {claim.as_of: claim.subject for claim in claims_of(text)}
    assert (subjects["1998"], subjects["2001"]) == ("Helen Okoro", "Peter Lund")


def test_the_verb_after_a_relative_clause_is_the_main_ones() -> None:
    claim = saying("A baker who sold bread in Lyon has been fined by the Paris court.", "has been fined")
    assert claim.subject == "baker"
    assert claim.quote.startswith("A baker") or claim.quote.startswith("baker")


def test_a_reduced_participle_is_no_verb() -> None:
    claim = saying("The men arrested in Leeds on Monday were freed by the High Court.", "were freed")
    assert claim.subject == "men arrested in Leeds"


def test_a_name_behind_its_noun_is_who_acted() -> None:
    claims = claims_of("Mills carried Ohio in a year Grant lost Texas by 30 points.")
    assert [claim.subject for claim in claims if claim.quantity] == ["Grant"]


def test_what_is_foretold_in_a_statement_says_so() -> None:
    claim = saying("Marten Voss said the road will open in 2031.", "road will open")
    assert claim.modality is Modality.PREDICTED


@pytest.mark.parametrize(
    "text",
    [
        "“That’s not true,” Marten Voss said.",
        "“Hold onto your hats,” Marten Voss said.",
        "“Come on in, all of you!” Marten Voss said.",
    ],
)
def test_small_talk_is_no_claim(text: str) -> None:
    assert not claims_of(text)


def test_nobody_named_before_is_he_when_only_a_body_spoke() -> None:
    text = "Norvale Bank said the vault was empty. He had opened the vault in 2001."
    assert "Norvale Bank" not in [claim.subject for claim in claims_of(text) if claim.as_of == "2001"]


def test_the_headline_of_what_was_said_without_a_word_is_who_said_it() -> None:
    assert statement_headline("Marten Voss", "", "“ … ” ;") == "Marten Voss: …"
    assert statement_headline("Marten Voss", "", "“ ” ;") == "Marten Voss"
    assert statement_headline("Marten Voss", "", "“It rained” .") == "Marten Voss: It rained"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ida Roos said the firm would close two mills and cut 340 jobs.", "340 jobs", "Ida Roos"),
        ("Analysts at Norbank estimate that it lost 30 million euros.", "30 million", "analysts at Norbank"),
        ("Union No. 2 said 98 percent of its members had voted.", "98 percent", "Union No. 2"),
        ("The Courier reported that the minister had asked for 40 trucks.", "40 trucks", "Courier"),
        (
            "But Ida Roos, who heads the group Clear Lakes, disputes the official figures.",
            "disputes",
            "Ida Roos",
        ),
        (
            "Ian Holt, an expert in law who did no work on it, told Newsday: “Nobody asked for a bridge.”",
            "asked for a bridge",
            "Ian Holt",
        ),
        ("Melting ice has filled the lake in five decades, the study found.", "Melting", "study"),
        (
            "“Sales are weak in the north,” Ida Roos said, adding, “It is not as good as 2018.”",
            "Sales are weak",
            "Ida Roos",
        ),
    ],
)
def test_who_speaks_is_found_past_what_stands_between(text: str, words: str, speaker: str) -> None:
    assert (saying(text, words).speaker or "").lower() == speaker.lower()


def test_a_country_that_claims_the_most_of_something_tells_nothing() -> None:
    claim = saying("Norvale claims the largest salt reserves on the coast.", "largest")
    assert (claim.kind, claim.subject, claim.speaker) == (ClaimKind.SUPERLATIVE, "Norvale", None)


def test_how_many_sources_told_something_is_no_claim() -> None:
    found = claims_of("The office is looking into Orsa Rail, according to two people familiar with it.")
    assert [claim.kind for claim in found] == [ClaimKind.ATTRIBUTION]


def test_what_was_done_to_something_named_before_is_no_event_of_its_own() -> None:
    found = claims_of("The timber that Orsa Rail sold in Spain was wet.")
    assert not any("sold" in claim.headline for claim in found)


@pytest.mark.parametrize(
    "words",
    [
        "You learn to love the ticking",
        "If nobody learns it, it dies",
        "It’s a luxury to have him",
        "We are delighted with the way they played",
    ],
)
def test_a_quotation_that_tells_nothing_to_look_up_is_not_listed(words: str) -> None:
    assert not any(words in claim.quote for claim in claims_of(f"“{words},” said Rosa Delgado."))


def test_a_quotation_that_accuses_is_listed() -> None:
    assert saying("“You have lied to the town,” said Rosa Delgado.", "lied to the town")


@pytest.mark.parametrize(
    ("content", "headline"),
    [
        ("We sat there for an hour and nobody told us anything", "Ann: We sat there for hour"),
        ("While it rained hard, we found the leak", "Ann: we found leak"),
        (
            "Vault would use that experience in its lunar landers",
            "Ann: Vault would use experience in its lunar landers",
        ),
        ("salts (chlorine and iodine) are found in [the] sea", "Ann: salts are found in sea"),
    ],
)
def test_the_headline_of_something_said_ends_where_its_words_do(content: str, headline: str) -> None:
    assert statement_headline("Ann", "", content) == headline
