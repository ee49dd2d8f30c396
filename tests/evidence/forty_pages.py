"""Forty pages in own words: eight frames, each filled five times.

So a sentence of one page has four likenesses on other pages that share its frame and none of its facts.
"""

import random
import re

# name|figure|year|second name|second figure
FILLINGS = {
    "The {0} opened in {2} and carries {1} cars on a working day. “Nobody who drew the plans – and I knew "
    "them all – thought of more than a third of that,” the engineer {3} recalls. Repairs are put at "
    "{4} million crowns, which the council wants to spread over six winters.": (
        "Mill Bridge|41,300|1932|Ada Lund|17.5",
        "Kestrel Tunnel|88,000|1971|Piet Vos|240",
        "harbour flyover|12,750|2004|Noor Haddad|3.2",
        "North Causeway|6,400|1889|Jonas Ek|58",
        "Saint Olaf viaduct|129,000|1996|Mirela Popa|911",
    ),
    "Of the {1} pupils in {0}, one in nine walks more than three kilometres to class, says {3}, who counts "
    "them. The school bus was given up in {2}. A minibus would cost the parish {4} marks a month; so far "
    "it has bought umbrellas.": (
        "Lower Hagen|214|2011|the caretaker|5,900",
        "Brekke valley|1,046|1998|Sister Agnes|12,400",
        "Old Tarn|87|2017|a retired postman|830",
        "Quarry Row|3,310|2003|Dean Whitlock|41,000",
        "Sandøy|452|1985|the youth clerk|7,250",
    ),
    "{0} lost {4} percent of its bees in the winter of {2}. The keepers blame a mite; {3} blames the "
    "keepers. Of {1} hives looked at in spring, scarcely any showed the pattern that a pesticide leaves "
    "behind, although the samples were small and late.": (
        "Vestmark|2,870|2006|the institute in Aas|31",
        "The Lime Plateau|940|2013|Doctor Imre Toth|54.5",
        "Corrie County|15,200|1999|a seed company|18",
        "Upper Ardenne|408|2019|her own ministry|67",
        "Delta province|6,015|2002|Professor Okoye|23.9",
    ),
    "The trawler {0} went down with {1} hands in {2}, eleven miles off the light. The inquiry heard {3} for "
    "{4} hours and printed two pages. What the widows wanted to know – who had signed for the boats – is on "
    "neither of them.": (
        "Margit|14|1961|the owner’s cousin|9",
        "Silver Darling|22|1938|a harbour pilot|26",
        "Fulmar II|5|1974|the chief stoker|3.5",
        "Good Hope|31|1927|Captain Reyes|40",
        "Ternen|8|1953|nobody but the insurer|12",
    ),
    "{3} sold {1} tonnes of onions abroad in {2}, nearly all of it through {0}. The price fell by {4} "
    "percent within a fortnight when the border post closed for the feast, and it did not come back until "
    "the first frost had thinned the stores.": (
        "Port Azure|61,000|2015|Karesia|44",
        "a single broker|7,800|2009|Lower Saal|12.5",
        "the rail ferry|230,500|2020|The republic|38",
        "two cold stores|19,400|1994|Ostrava plain|9",
        "Gate Seven|104,000|2001|Menra|71",
    ),
    "In {2} the library of {0} lent {1} books and wrote off {4}. “People bring back more than they took,” "
    "says {3}, “and we have stopped asking.” The town pays for heating, the readers for tea, and no one "
    "has yet worked out who owns the piano.": (
        "Eskvoll|19,240|2018|Mrs Tan|112",
        "the ninth ward|240,000|1979|a trainee|3,050",
        "Birch Street|8,815|2012|the night porter|41",
        "Gorodnya|53,100|1990|Lev Abramov|660",
        "San Telmo|131,700|2008|the deputy mayor|1,904",
    ),
    "A well drilled near {0} in {2} reached water at {4} metres and salt at {1}. {3} had warned of it in "
    "writing. The second crew stopped short of the salt, capped the hole, and sold the tower for scrap the "
    "same week, which is why there are no logs.": (
        "Tamgaly|1,180|1968|The geologist Serik|640",
        "Dry Fork|905|1957|A county surveyor|212",
        "Hassi Noor|2,340|1981|Madame Ferrat|1,450",
        "Mount Pell|377|1949|The seller’s brother|96",
        "Kettle Flat|1,620|1993|An unsigned memo|870",
    ),
    "{3} ran the {0} line at a loss until {2}, when {1} travellers a year still used it. The rails fetched "
    "{4} thousand at auction. A path for cyclists follows the bed now, as far as the cutting, where the "
    "blackberries have the right of way.": (
        "Orme Valley|73,000|1964|The baronet’s heirs|28",
        "salt works|9,150|1931|A bank in Linz|7.5",
        "Upper Lake|310,400|1988|The canton|415",
        "Fort Mercy|22,600|1949|The army|61",
        "Plum Island|145,000|1972|Two dairies|133",
    ),
}  # fmt: skip
FILLER = (
    "Subscribe to read on. The weather this week stays mild in the south. Share this with a friend, or print "
    "it for the wall. Our office is open from nine to four, and by telephone at most other hours. "
)


def pages() -> list[list[str]]:
    """Forty pages, each a list of its sentences; page 5 f + n is filling n of frame f."""
    return [
        re.split(r"(?<=[.”]) (?=[A-ZØ{“])", frame.format(*filling.split("|")))
        for frame, fillings in FILLINGS.items()
        for filling in fillings
    ]


PAGES = pages()


def on_paper(sentences: list[str], seed: int) -> str:
    """The page as it comes out of HTML or a PDF: broken lines, odd blanks, a menu before and after."""
    chance = random.Random(seed)
    story = "".join(
        chance.choice(["\n", "  ", "\u00a0", " \u200b", " ", " ", " "]) if letter == " " else letter
        for letter in " ".join(sentences)
    )
    return FILLER * chance.randint(1, 30) + "\n\n" + story + "\n\n" + FILLER * chance.randint(1, 30)
