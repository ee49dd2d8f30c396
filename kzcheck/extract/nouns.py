"""Counted nouns: the words behind a number that say what is counted ("2,500 Russian troops")."""

from typing import NamedTuple

from kzcheck.extract.numbers import ONES, SCALES, TENS, VAGUE
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set

_PLURALS = {
    "people": "people",
    "police": "police",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lice": "louse",
    "dice": "die",
    "media": "medium",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "data": "data",
    "cattle": "cattle",
    "sheep": "sheep",
    "deer": "deer",
    "fish": "fish",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "hovercraft": "hovercraft",
    "personnel": "personnel",
    "species": "species",
    "series": "series",
    "headquarters": "headquarters",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "loaves": "loaf",
    "shelves": "shelf",
    "halves": "half",
    "thieves": "thief",
    "calves": "calf",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "calories": "calorie",
    "rookies": "rookie",
    "selfies": "selfie",
    "smoothies": "smoothie",
    "crises": "crisis",
    "analyses": "analysis",
    "axes": "axis",
    "theses": "thesis",
    "bases": "base",
    "houses": "house",
    "causes": "cause",
    "clauses": "clause",
    "shoes": "shoe",
    "toes": "toe",
    "canoes": "canoe",
    "caches": "cache",
    "headaches": "headache",
    "axles": "axle",
    "runners-up": "runner-up",
    "passersby": "passerby",
}
_SINGULAR_IN_S = word_set("""
    this his its as is was has us thus plus minus across yes gas bus bias canvas atlas texas kansas
    arkansas christmas perhaps always versus besides towards afterwards upwards downwards says does goes
    news physics economics politics mathematics athletics gymnastics sports mass class glass loss pass
    boss business process access success press stress progress congress less ness virus campus census
    status bonus focus radius corpus chorus crisis basis analysis emphasis thesis axis tennis hers ours
    yours theirs airbus nexus prius lexus asus lotus hamas vegas dallas los isis corps including
    james charles paris mercedes
""")
_STOP = word_set("""
    a an the this that these those his her its their our my your and or but nor so yet if as at by for
    from in into of off on onto out over to up upon with within without about above across after against
    along among amid around before behind below beneath beside between beyond despite down during except
    inside like near outside past per since than through throughout till toward towards under until
    unlike versus via while when where who whom whose which what why how because although though unless
    whether however i you he she it we they me him them us is are was were be been being am do does did
    done has have had having can could may might must shall should will would won't not no yes also too
    then there here now just only even still already again ago away back ever never always often
    sometimes soon later earlier once twice yesterday today tomorrow tonight each every all any some
    both either neither another other others such same more most less least fewer much many few several
    who's that's it's vs plus minus said says say told tells tell made make makes took take takes
    taken got get gets went go goes came come comes saw see sees seen gave give gives given found find
    finds according including excluding compared respectively annually yearly monthly daily weekly
    worldwide nationwide overall together apart alone instead rather quite very aged added wrote writes
    asked called became become becomes remain remains remained began begin begins started starts ended
    ends died die dies killed injured wounded arrested voted born sold bought paid higher lower larger
    smaller greater better worse faster slower longer shorter cheaper cents i'm you're they're we're
    he's she's there's didn't don't doesn't isn't wasn't aren't weren't hasn't n't last next ahead wide
    making taking giving going coming having doing getting saying seeing struck fell rose sank swept spoke
    drove flew grew knew brought sent stood held kept ran met tall deep thick heavy straightaway well
    totaling totalling totalled worth featuring involving using costing
""")
_AFTER_HEAD = word_set("""
    familiar close able available alive present responsible involved who left lost won fled hit shot cut
    set led felt heard put let quit dead missing aboard abroad ashore asleep unable likely due else long
""")
"""Words that stand behind a noun, if they do not open it."""
_MODIFIERS_IN_S = word_set("""
    sports arms news sales savings goods operations systems electronics communications human rights
    services securities customs earnings honors women's men's foods logistics parts games jobs years
""")
"""Plurals that often modify the noun behind them."""
_NAMES_IN_S = word_set("states nations kingdoms orleans angeles vegas sox")
"""Last words of names that modify the noun behind them: "two United States soldiers"."""
_OPENERS = word_set(
    "more other additional extra further another such same most very fewer different larger smaller bigger"
    " older younger newer paid daily weekly monthly higher lower longer shorter faster cheaper better"
)
"""Words that stop a noun, save as its first."""
_DROPPED = word_set("more other additional extra further another such same most very fewer") | {
    "strong",
    "odd",
}
_NEVER_FIRST = word_set("on to in by and or of the at for from per")
_NUMERALS = frozenset({*ONES, *TENS, *SCALES, *VAGUE, "dozen", "half"})
_STREETS = word_set("street avenue road boulevard drive lane court place square terrace st ave rd blvd")
_TOKEN = Pattern(
    r"(?:[\"”]?\s{1,2}[\"“‘]?|\s?-\s?)([a-z]{1,4}-?[0-9]{1,4}[a-z]?(?![\w-])|[a-z][a-z'’&.]++(?:-[a-z'’]++)*(?![\w]))"
)
_JOINT = Pattern(r"\s(?:and|or)(?=\s)")
"""Between two modifiers of one noun: "gifted and unpredictable players"."""
_OBJECT = Pattern(r"\s(?:[0-9$€£]|(?:the|an?|its|his|her|their|up|down|in|on)\s)")
_NO_JOINT_AFTER = frozenset({"dead", "missing", "hurt", "ill", "free", "strong"})
_GRADED = word_set("""
    big bold brave bright broad busy cheap clean close cold costly dark deadly deep dense dry early easy
    fair fast fierce fine firm flat fresh funny grand great happy hard harsh healthy heavy high hot keen
    kind large light long loud low lucky mild narrow new nice noisy old poor pretty proud pure quick quiet
    rare real rich rough sad safe sharp short sick simple slow small smart smooth soft steep strange strict
    strong sweet tall thick thin tight tiny tough ugly warm weak wealthy wet wide wild wise young
""")
"""Adjectives whose grades are given by the plain word in the name of what is counted."""
_ABBREVIATION = Pattern(r"\.[a-z]\.\Z")
_VERBAL = Pattern(r"(?:ed|ly)$")


def _grades() -> dict[str, str]:
    """Return the comparatives and superlatives of the graded adjectives, each with its adjective."""
    grades = {"better": "good", "best": "good", "worse": "bad", "worst": "bad"}
    for word in _GRADED:
        stem = word.removesuffix("e")
        if word.endswith("y"):
            stem = word[:-1] + "i"
        elif word in ("big", "hot", "sad", "thin", "wet"):
            stem = word + word[-1]
        grades[stem + "er"] = grades[stem + "est"] = word
    return grades


_PLAIN = _grades()


class Noun(NamedTuple):
    """What is counted, in the singular with its modifiers; where its words end; whether it was a plural."""

    name: str
    end: int
    plural: bool


def singular(word: str) -> str:
    """Return the singular of an English noun; the word itself when it is none."""
    lower = word.lower()
    known = _PLURALS.get(lower)
    if known is not None:
        return known if word.islower() else word[:1] + known[1:]
    if lower.endswith("men") and len(lower) > 5:
        return word[:-2] + "an"
    if not is_plural(lower):
        return word
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "uses")):
        return word[:-2]
    return word[:-1]


def plural(name: str) -> str:
    """Return the plural of a name of what is counted, by its last word."""
    before, space, last = name.rpartition(" ")
    irregular = next((many for many, one in _PLURALS.items() if one == last), None)
    if irregular is None and last.endswith("man"):
        irregular = f"{last[:-2]}en"
    elif irregular is None and last.endswith("y") and last[-2:-1] not in tuple("aeou"):
        irregular = f"{last[:-1]}ies"
    elif irregular is None and last.endswith(("s", "x", "ch", "sh")):
        irregular = f"{last}es"
    return f"{before}{space}{irregular or f'{last}s'}"


def is_plural(lower: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if lower in _PLURALS or (lower.endswith("men") and len(lower) > 5):
        return True
    return (
        lower.endswith("s")
        and len(lower) > 2
        and lower.isalpha() | ("-" in lower)
        and not lower.endswith(("ss", "'s", "’s", "ous", "sis"))
        and lower not in _SINGULAR_IN_S
    )


def read_noun(source: Source, start: int, *, one: bool, single: bool = False) -> Noun | None:
    """Read the counted noun at `start`, up to six words.

    The first plural is the head, or a plural right behind it ("sports teams"). For `one` the head is
    the last word before a word that can't belong to it. Under `single` there is no plural to be the
    head ("a five-part series airs").
    """
    text, low = source.text, source.low
    words: list[tuple[str, int]] = []
    head = joined = -1
    position = start
    hyphened = "-" in low[start : start + 2]
    for _ in range(6):
        may_join = words and head < 0 and joined < 0 and not one
        begin = _past_joint(low, position, words) if may_join else position
        if begin > position:
            joined = len(words)
        token = _TOKEN.match(low, begin)
        if not token:
            break
        word = _without_stop(token[1])
        end = token.start(1) + len(word)
        raw = text[token.start(1) : end]
        capital = raw[0].isupper()
        if _stops(word, raw, opener=not words) or (capital and low.startswith(" - ", position)):
            break
        plural = is_plural(word) and not (
            (capital and ((raw.isupper() and len(raw) > 1) or word in _NAMES_IN_S))
            or (single and singular(word) == word)
        )
        if head >= 0 and not plural:
            break
        if plural and (hyphened or single) and words and _is_verb_here(low, word, token.end(), single=single):
            break
        words.append((raw, end))
        position = token.end()
        if plural:
            head = len(words) - 1
        if word != token[1] or (plural and word not in _MODIFIERS_IN_S):
            break
    if head < 0:
        words = words[:joined] if joined >= 0 else words
        return _singular_noun(words, one=one, hyphened=hyphened)
    return Noun(_name(words, head), words[head][1], plural=True)


def _without_stop(word: str) -> str:
    """Return a word without the full stops and quotation marks behind it, save that of an abbreviation."""
    if word[-1] not in ".'’" or _ABBREVIATION.search(word):
        return word
    return word.rstrip(".'’")


def _past_joint(low: str, position: int, words: list[tuple[str, int]]) -> int:
    """Return where the next modifier begins: behind "and", if one stands at `position`."""
    joint = _JOINT.match(low, position)
    return joint.end() if joint and words[-1][0].lower() not in _NO_JOINT_AFTER else position


def _is_verb_here(low: str, word: str, end: int, *, single: bool) -> bool:
    """Tell whether what looks like a plural is the verb of a singular: "the 20-member club spends a day"."""
    if word in _MODIFIERS_IN_S or word in _PLURALS:
        return False
    return single or bool(_OBJECT.match(low, end))


def _stops(word: str, raw: str, *, opener: bool) -> bool:
    """Tell whether a word can't belong to a counted noun; `opener` when it would be its first."""
    if word in _STOP:
        return not (opener and word in _OPENERS) and raw != "US"
    if word in _NUMERALS or (not opener and word in _AFTER_HEAD):
        return True
    return "-" in word and word.partition("-")[0] in _NEVER_FIRST


def _singular_noun(words: list[tuple[str, int]], *, one: bool, hyphened: bool) -> Noun | None:
    """Take the last of a few words as the head, where none of them is a plural."""
    words = [word for word in words if word[0].lower() not in _DROPPED]
    if not words or (not one and not 2 <= len(words) <= 3 and not hyphened):
        return None
    head = min(len(words), 3) - 1
    while head >= 0 and _VERBAL.search(words[head][0]):
        head -= 1
    if head < 0:
        return None
    if (words[head][0][0].isupper() and words[head][0].lower() in _STREETS) or words[head][
        0
    ].lower() in _DROPPED:
        return None
    return Noun(_name(words, head), words[head][1], plural=False)


def _name(words: list[tuple[str, int]], head: int) -> str:
    """Join the modifiers with the head in the singular."""
    modifiers = [_plain(word) for word, _ in words[:head] if word.lower() not in _DROPPED]
    return " ".join([*modifiers, singular(words[head][0])])


def _plain(modifier: str) -> str:
    """Return a modifier as it names a kind: without its grade ("largest") or possessive ("company's")."""
    return _PLAIN.get(modifier.lower(), modifier.removesuffix("'s").removesuffix("’s"))
