"""Where a noun phrase begins, and how to step back over what stands between it and its verb."""

from functools import lru_cache

from kzcheck.extract.function_words import ADVERBS, ARTICLES, CLAUSE_OPENERS, PREPOSITIONS, RELATIVES
from kzcheck.extract.names import CALENDAR, list_goes_on
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_HARD_STOP = Pattern(r"[;:—“”\"!?]| [–-]{1,2} |\(")
_CLAUSE_STOP = Pattern(r"[;:—“”\"!?]| [–-]{1,2} ")
WHICH = frozenset(words("last this next earlier late early"))
TIMES = frozenset(words("week month year night morning summer winter spring autumn weekend")) | CALENDAR
_DASH = Pattern(r"\s[–-]{1,2}\s|—")
_BEFORE_ARTICLES = frozenset(("and", "or", "both", "all", "half", "such", "not", "only"))
_SURE_ADVERBS = ADVERBS - PREPOSITIONS
_JOINERS = frozenset(
    words(
        """
and but or yet so as although while because when if though whereas since that
"""
    )
)


@lru_cache(maxsize=256)
def stops_hard(gap: str) -> bool:
    """Whether what stands between two words parts them more than a comma does."""
    return _HARD_STOP.search(gap) is not None


@lru_cache(maxsize=256)
def has_dash(gap: str) -> bool:
    """Whether a dash stands between two words."""
    return _DASH.search(gap) is not None


def skip_adverbs(sentence: Sentence, i: int) -> int:
    """Return the last word at or before `i` that is no adverb; -1 when all are."""
    if i > 0 and sentence.lowers[i] == "each":
        i -= 1
    while i >= 0 and is_adverb(sentence, i) and not stops_hard(sentence.gaps[i + 1]):
        i -= 1
    return i


def is_adverb(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is an adverb."""
    lower = sentence.lowers[i]
    return lower in _SURE_ADVERBS or (lower.endswith("ly") and len(lower) > 4 and not sentence.is_name(i))


def skip_openers(sentence: Sentence, first: int, last: int) -> int:
    """Return the first word from `first` on that belongs to the phrase itself."""
    while first + 2 <= last and sentence.lowers[first] in {"in", "on", "by", "since"}:
        when = sentence.lowers[first + 1]
        if not (when[:1].isdigit() or when in CALENDAR):
            break
        first += 2
    if first + 2 <= last and sentence.lowers[first] in WHICH and sentence.lowers[first + 1] in TIMES:
        first += 2
    while first <= last and (is_adverb(sentence, first) or sentence.lowers[first] in _JOINERS):
        following = sentence.lowers[first + 1 : first + 2]
        if following == ["of"] or (following and sentence.lowers[first] in WHICH and following[0] in TIMES):
            break  # "both of them", "last year"
        first += 1
    return first


def before_parenthesis(sentence: Sentence, i: int) -> int | None:
    """Step back over what stands between two commas before a verb, unless it names the subject anew.

    None when nothing opens such a parenthesis.
    """
    chained = _before_chain(sentence, i)
    if chained is not None:
        return chained
    k = over_brackets(sentence, i)
    while k > 0 and "," not in sentence.gaps[k]:
        if stops_hard(sentence.gaps[k]) and ")" not in sentence.gaps[k]:
            break
        k = over_brackets(sentence, k - 1)
    if k <= 0 or "," not in sentence.gaps[k]:
        return None
    named = k + 1 if sentence.lowers[k] in ARTICLES else k
    if (
        named <= i
        and sentence.is_name(named)
        and sentence.lowers[k] not in RELATIVES
        and not _is_full_name(sentence, k - 1)
        and not _is_place(sentence, k - 1)
    ):
        end = named
        while (
            end < i
            and sentence.lowers[end + 1] not in PREPOSITIONS
            and sentence.lowers[end + 1] not in RELATIVES
        ):
            end += 1
        if not sentence.words[named].endswith(("’s", "'s", "s’")) or sentence.is_name(end):
            return end
    return k - 1


def _is_place(sentence: Sentence, last: int) -> bool:
    """Whether the name that ends at word `last` is where something is: "a man from Portland, Oregon, …"."""
    first = last
    while first > 0 and sentence.is_name(first) and not sentence.gaps[first].strip():
        first -= 1
    return first < last and sentence.lowers[first] in ("in", "of", "from", "at", "near", "outside")


def _is_full_name(sentence: Sentence, last: int) -> bool:
    """Whether a name of two words or more ends at word `last`."""
    return (
        last > 0
        and sentence.is_name(last)
        and sentence.words[last - 1][0].isupper()
        and not sentence.gaps[last].strip()
    )


def name_described(sentence: Sentence, verb: int) -> int | None:
    """Return the last word of a name that all between it and the verb at word `verb` only describes.

    "N, a chemist at a college in A, B, said"; None where the clause does not begin so.
    """
    first = verb - 1
    while first > 0 and (sentence.gaps[first] == " " or not _CLAUSE_STOP.search(sentence.gaps[first])):
        first -= 1
    for _ in range(2):
        comma = _next_comma(sentence, first, verb)
        if comma is None:
            return None
        opener = sentence.lowers[first]
        if opener in ("but", "and", "yet") and first + 1 < comma:
            first += 1
            continue
        if opener in PREPOSITIONS or opener in CLAUSE_OPENERS or is_adverb(sentence, first):
            first = comma
            continue
        named = sentence.is_name(first) or sentence.is_name(comma - 1)
        clear = named and not any(k in sentence.busy for k in range(first, comma))
        if clear and not list_goes_on(sentence, comma) and _only_describes(sentence, comma, verb):
            return comma - 1
        return None
    return None


def _next_comma(sentence: Sentence, first: int, verb: int) -> int | None:
    """Return the first word after `first` before which a comma stands, if the verb's own comma is later."""
    return next((k for k in range(first + 1, verb) if "," in sentence.gaps[k]), None)


def _only_describes(sentence: Sentence, first: int, verb: int) -> bool:
    """Whether words `first` to the verb tell more of a name: no verb of their own, save behind "who"."""
    opener = sentence.lowers[first]
    if opener in ("and", "but", "or") or (opener in CLAUSE_OPENERS and opener not in RELATIVES):
        return False
    finite = [group for group in sentence.verbs if group.mood == "finite" and first <= group.first < verb]
    if not finite:
        return True
    return not RELATIVES.isdisjoint(sentence.lowers[first : finite[0].first])


def _before_chain(sentence: Sentence, i: int) -> int | None:
    """Step back over a chain of commas that opens with an age or a place: "N, 57, of A, B, was …"."""
    for k in range(i, max(i - 12, 0), -1):
        if "," in sentence.gaps[k] and (
            sentence.words[k].isdigit() or sentence.lowers[k] in ("of", "from", "aged")
        ):
            before = _before_chain(sentence, k - 1) if "," in sentence.gaps[k - 1] else None
            return k - 1 if before is None else before
        if stops_hard(sentence.gaps[k]):
            return None
    return None


def before_dashes(sentence: Sentence, i: int) -> int:
    """Step back over what stands between two dashes before a verb; -1 when one dash only cuts it off."""
    for k in range(i, max(i - 14, 0), -1):
        if has_dash(sentence.gaps[k]):
            return k - 1
    return -1


def over_brackets(sentence: Sentence, i: int) -> int:
    """Return the word before which a bracket that closes after word `i` opens, else `i`."""
    if ")" in sentence.gaps[i + 1]:
        opened = _opening(sentence, i)
        return opened - 1 if opened else i
    return i


def phrase_start(sentence: Sentence, i: int) -> int:
    """Return the first word of the phrase that ends at word `i`."""
    lowers, gaps, busy = sentence.lowers, sentence.gaps, sentence.busy
    j = i
    while j > 0:
        gap = gaps[j]
        if gap != " ":
            if ")" in gap and "(" not in gap and not has_dash(gap):
                opened = _opening(sentence, j - 1)
                if opened is None:
                    return j
                j = max(opened - 1, 0)
                continue
            if _stops(sentence, j, gap):
                return j
        before = lowers[j - 1]
        if lowers[j] in ARTICLES and before not in PREPOSITIONS and before not in _BEFORE_ARTICLES:
            return j
        if j - 1 in busy or (
            before in CLAUSE_OPENERS and (before != "as" or lowers[j - 2] not in ("such", "well"))
        ):
            return j
        if before in {"and", "or", "but", "nor"} and not _joined_nouns(sentence, j - 1, busy):
            return j
        j -= 1
    return 0


def _stops(sentence: Sentence, j: int, gap: str) -> bool:
    """Whether the punctuation before word `j` ends a phrase."""
    if has_dash(gap) or (stops_hard(gap) and not ("(" in gap and sentence.gaps[j + 1].startswith(")"))):
        return True
    return "," in gap and not list_goes_on(sentence, j)


def _opening(sentence: Sentence, i: int) -> int | None:
    """Return the word that opens the bracket which closes after word `i`; None when it is far or missing."""
    for j in range(i, max(i - 12, -1), -1):
        if "(" in sentence.gaps[j]:
            return j
    return None


def _joined_nouns(sentence: Sentence, i: int, busy: frozenset[int]) -> bool:
    """Whether the "and" at word `i` joins nouns: no verb stands before it in its clause."""
    if "," in sentence.gaps[i]:
        return i > 0 and sentence.is_name(i - 1) and i + 1 < len(sentence.words) and sentence.is_name(i + 1)
    for j in range(i - 1, max(-1, i - 14), -1):
        if j in busy:
            return False
        if "," in sentence.gaps[j] or stops_hard(sentence.gaps[j]) or sentence.lowers[j] in CLAUSE_OPENERS:
            return True
    return True
