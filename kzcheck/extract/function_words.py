"""The small words that hold sentences together."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("the a an")
DETERMINERS = _words(
    """
the a an this that these those its his her their our my your whose each every any some no both all
another several many much more most few fewer either neither such what
"""
)
DEMONSTRATIVES = _words("this that these those such")
PRONOUNS = _words(
    """
i you he she it we they me him us them itself himself herself themselves this that these those one
ones someone anyone everyone nobody something anything everything nothing who whom which
"""
)
PERSONAL = _words("he she it they him her them its his their")
PREPOSITIONS = _words(
    """
of in on at by for from with to into onto upon over under above below between among amid across
through during before after since until till against about around near beyond within without along
behind toward towards off up down out per via despite including regarding concerning like unlike as
than besides except notwithstanding
"""
)
CONJUNCTIONS = _words(
    """
and or but nor yet so while whereas although though because if unless when whether once since that
"""
)
CLAUSE_OPENERS = _words(
    """
that which who whom whose where when while whereas although though because if unless whether once
since until after before as but so why how according what
"""
)
SUBORDINATORS = _words(
    """
that which who whom whose where when while whereas although though because if unless whether once
until as why how what
"""
)
RELATIVES = _words("which who that whom")
MODALS = _words(
    """
will would shall should can could may might must won’t wouldn’t can’t couldn’t cannot won't wouldn't
can't couldn't shouldn’t shouldn't mustn’t mustn't
"""
)
ADVERBS = _words(
    """
also now then still just only even already ever never not too very quite rather almost nearly about
again always often soon today yesterday tomorrow here there however therefore thus hence moreover
furthermore meanwhile nevertheless nonetheless instead indeed perhaps maybe yet so once twice well
far long later earlier recently reportedly allegedly apparently ostensibly presumably supposedly
roughly approximately currently officially finally eventually together abroad back away first last
further much more most less least all both duly otherwise afterwards afterward since ago before
together alone militarily
"""
)
