"""The words that matching knows: small, general lists of the English of news, none learned from a text."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = _words(
    """
    a an the this that these those and or but nor so yet if then than as at by for from in into of off
    on onto out over to up upon with within about above across after against along among around before
    behind below beneath beside between beyond during near per since through throughout toward towards
    under until via i you he she it we they me him her us them my your his its our their mine yours hers
    ours theirs who whom whose which what where when why how all any both each few more most other some
    such own same too very just also still even only again once here there now is am are was were be
    been being do does did doing done have has had having will would shall should can could may might
    must ought let s t ll ve d m because while although though however whether either neither amid
    amidst ahead like well many much another one's itself himself herself themselves who's that's it's
    really quite rather already ever
    """
)
"""Words that say nothing by themselves. Negations and directions are read before these are dropped."""

NEGATIONS = _words(
    """
    not no never none nobody nothing neither nor without unless cannot cant hardly dont doesnt didnt isnt
    arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt
    """
)

DENIALS = _words("decline refuse fail failure lack unable impossible avoid deny denial reject")
"""Words that deny without a "not": "declined to comment" is "would not comment"."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

IN_TURN = (
    _words("first second third fourth fifth sixth seventh eighth ninth tenth last next"),
    _words("once twice thrice"),
    _words("before after since until till"),
)
"""Words of which only one is true at a time, as of the days of a week and the months of a year."""

MONTHS = _words("january february march april may june july august september october november december")

LIGHT = WEEKDAYS | _words(
    """
    say tell report announce state add accord claim new official make take get go come year day week
    month today yesterday tomorrow people
    person man men woman group country government president mr mrs ms dr news time last first next late
    early part plan set live watch update video photo breaking ticker exclusive world city percent
    million billion re think know feel want need see thing way something lot good
    back put believe look
    """
)
"""Words that recur in every news story; they count, but little."""

IRREGULAR = """
say said
tell told
fall fell fallen
rise rose risen
win won
lose lost loses losing
shoot shot
take took taken
go went gone
make made making
find found
sell sold
buy bought
meet met
die died dying dies
send sent
build built
spend spent
begin began begun
break broke broken
grow grew grown
give gave given
get got
come came
see saw seen
know knew known
lead led
pay paid
steal stole stolen
strike struck
seek sought
fight fought
flee fled
fly flew flown
drive drove driven
choose chose chosen
hold held
keep kept
bring brought
think thought
leave left
write wrote written
swear sworn swore
slay slain slew
man men
woman women
child children
use using used uses
lie lying
shake shook
sink sank sunk
shrink shrank shrunk
catch caught
teach taught
run ran
sit sat
stand stood
understand understood
become became
beat beaten
throw threw thrown
hide hid hidden
withdraw withdrew withdrawn
overthrow overthrew overthrown
government gov't govt
international intl int'l
department dept
company cos inc
assistant aide aides
aluminum aluminium
gray grey
television tv
percent pct %
president pres
senator sen
representative rep
minister min
chemical chem
governor gov
sergeant sgt
lieutenant lt lieut
colonel col
inspector insp
detective det
january jan
february feb
march mar
april apr
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
alabama ala
arizona ariz
california calif
colorado colo
connecticut conn
florida fla
kansas kan
minnesota minn
nebraska neb
nevada nev
oklahoma okla
oregon ore
tennessee tenn
texas tex
wisconsin wis
wyoming wyo
"""
"""A word on each line, then its forms that no rule leads back to it."""

HARMED = _words("kill dead injure wound hurt arrest detain displace evacuate missing rescue")
"""Words beside which a number that could be a year counts people instead: "killed 1600", "1600 dead"."""

NUMBER_WORDS = _words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion trillion half third thirds quarter quarters fifth fifths dozen dozens
    """
)

NUMERALS = NUMBER_WORDS | _words(
    """
    percent cent percentage per about roughly nearly almost around approximately some over than least up
    dollar dollars euro euros pound pounds bn m k tn km % $ € £ ¥ a an us
    """
)
"""Words that belong to a figure itself, not to what it counts."""

PEOPLE = _words(
    """
    people person persons man men woman women soldier soldiers troop troops victim civilian worker employee
    individual individuals member members
    """
)
"""Counted nouns that all count people."""

ENDINGS = """
    a aci ag al alist ali an ance anc ant ar ari at ation atori ativ ator bound c cal ci e ed ee enc ence
    ent er eri ern es ese est ful hood i ial ialist ian ibl abl ic ical ier ifi ing ion ior is ish ism
    ist iti itiv ition iv iz ization izer less li man ment men ness or ori ous out peopl person ri se
    ship sion t th ti tial tion tur ur wai ward wid woman women work y
"""
"""Stems of endings that make words from other words."""

SHORT_ENDINGS = "al er ern ian ish ism ist less li man men ment or out person ship wai wid"
"""The endings that a root of four letters takes without becoming another word."""
