"""The words by which a relation or an event is one that can be looked up."""

from kzcheck.extract.wordlists import words

STRONG_RELATIONS = frozenset(
    words(
        """
administer adjoin belong border compose comprise constitute consume dominate dwarf employ equal
exceed export generate guard house import occupy operate originate outnumber outrank own possess
produce rank reside serve terminate flow speak span maintain host govern control
"""
    )
)
"""Bases of verbs that say something checkable of whoever is named."""

BRINGING_ABOUT = frozenset(
    words(
        """
feel agree manage begin start decide choose force oblige refuse fail compel vote move proceed come
continue help
"""
    )
)
"""Bases of verbs after which an infinitive tells what was done."""

THOUGHT_VERBS = frozenset(
    words(
        """
feel think believe fear hope wish imagine suppose suspect doubt understand pretend
"""
    )
)
"""Bases of verbs for what goes on in a mind."""

ROLE_NOUNS = frozenset(
    words(
        """
member founder capital president minister chairman chairwoman director head leader mayor governor
ambassador secretary producer exporter importer supplier owner operator partner ally neighbour
neighbor province state city town port base company firm subsidiary party alliance treaty
member-state shareholder sponsor author co-founder winner champion colony republic kingdom
federation union island language religion currency river lake mountain professor judge general
commander chief signatory recipient resident citizen native son daughter wife husband brother sister
"""
    )
)
"""What someone or something is, that records tell."""

CONCRETE_NOUNS = frozenset(
    words(
        """
base bases troops soldiers oil gas uranium reserves deposits resources pipelines pipeline border
borders population weapons missiles ships aircraft tanks reactors mines factories plants schools
hospitals banks airports ports railways roads offices branches employees workers members seats votes
shares stake debt deficit surplus army navy navies
"""
    )
)
"""What someone has, that can be counted or seen."""

LIGHT_OBJECTS = frozenset(
    words(
        """
landfall arrests arrest call calls visit visits offer payment appearance debut office talks
elections vote trip power
"""
    )
)
"""What is made, taken or held when a light verb tells an event."""

OFFICIAL_VERBS = frozenset(
    words(
        """
acquit arrest charge free convict jail sentence indict kill murder approve reject veto appoint elect
evict ban close
"""
    )
)
"""Bases of verbs whose events are on record even where nobody is named."""

WEAK_EVENTS = frozenset(
    words(
        """
draw begin start create make get come go take put turn leave give bring shift step show move keep hold
try attempt become start roll push drive face fall rise build set run lead spark fuel return offer
"""
    )
)
"""Bases of verbs that tell an event only with someone named, and with what or when."""
