"""Verbs of saying by what makes them speech."""

from kzcheck.extract.wordlists import words

STATING = frozenset(
    words(
        """
cast issue make release publish give put deliver post repeat receive file sign
"""
    )
)

MENTAL = frozenset(
    words(
        """
know understand learn feel see find realise realize discern perceive discover know remember mean
determine judge hear read consider identify imagine hope fear wish anticipate envisage envision
foresee conjecture listen muse present object post name list relate draft award address negotiate
invite prove provide show reflect measure detail document present charge commit defend oppose
challenge champion counter release order grant sanction register calculate attack back own pan cite
interrupt retort answer approach justify snap roar speak debate recognise recognize accept agree
maintain correct signal withdraw undertake spell learn tally pitch press query convey hail lash
encourage guarantee celebrate hint state commend determine highlight mark
"""
    )
)
"""Verbs that are speech only with "that" or a quotation after them."""

WITH_CLAUSES = frozenset(
    words(
        """
say add believe think claim argue report note warn fear worry insist suggest deny admit acknowledge
confirm predict expect hope announce explain complain concede state testify allege estimate promise
conclude maintain reply respond show indicate reveal find
"""
    )
)
"""Verbs after which a clause may be what was said, with no "that"."""

THOUGHT = frozenset(
    words(
        """
know understand learn feel see realise realize discern perceive discover remember anticipate mean
find
"""
    )
)
"""Verbs of the mind: what the author says another knows is the author's own claim."""
