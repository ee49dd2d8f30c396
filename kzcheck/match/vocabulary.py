"""The words that matching knows: small general lists of English news language, none learned from a text."""


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
"""Words that carry no statement of their own. Negations and directions are read before these go."""

NEGATIONS = _words(
    """
    not no never none nobody nothing neither nor without unless cannot cant hardly dont doesnt didnt isnt
    arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt
    """
)

DENIALS = _words("decline refuse fail failure lack unable impossible avoid deny denial reject")
"""Words that deny without a "not": "declined to comment", "would not comment"."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

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
"""Words that news repeats in every story: they count, but little."""

SYNONYMS = """
kill dead death die slay fatal murder deadly killing lethal
hurt injure wound injury casualty
attack assault strike raid airstrike
bomb blast explosion explode bombing bomber
arrest detain capture custody held detention nab
win victory triumph defeat beat top
vote election poll elect ballot electoral
talk dialogue negotiation negotiate meeting meet summit discussion
law bill legislation
cop police officer policeman
court judge tribunal
jail prison imprison
begin start launch open kick
end finish stop halt conclude cease
buy purchase acquire acquisition
build construct construction
show reveal demonstrate
say tell state add claim announce report declare
big large huge major
send dispatch deploy airlift
ask request appeal urge call seek plea
help aid assist assistance support
unrest violence protest riot uprising revolt demonstration rebellion demonstrator protester
fuel petrol gasoline energy
troop soldier army forces peacekeeper
price cost
step quit resign resignation retire
approve approval ok endorse
agree agreement deal accord pact
plane aircraft jet airplane airliner
ship vessel boat
car vehicle automobile
doctor physician
kid child children
firm company corporation corp business
job employment position post
worker employee staff
people person individual persons
house home household
quake earthquake
fire blaze wildfire
probe investigate investigation inquiry
ban prohibit forbid
warn warning caution alert
threat threaten
postpone delay
visit trip tour
fight battle clash fighting
flee escape
rescue save bailout
crash collide collision
storm hurricane typhoon cyclone
flood flooding
toll tally
drug narcotic
rebel insurgent militant guerrilla
muslim islamist islam
pm premier
gop republican
release free
charge accuse indict
sue lawsuit
miss disappear missing
name identify
near close
film movie
soccer football
pact treaty
nuke nuclear
border frontier
disease illness
percent pct percentage
comprise constitute account represent
deposit reserve
prisoner inmate
sick ill
split divorce
kidnap abduct hostage abduction
seize grab confiscate
powerful strong
global world worldwide international
mps legislator lawmaker parliament parliamentary
chief boss head leader ceo
restart resume restore reopen
dispute row feud
slam blast criticise criticize condemn denounce condemnation criticism
vow pledge promise
mull consider weigh
hail praise
oust topple overthrow
extremist terrorist terrorism jihadist
gunman shooter gunmen
nation country
bury funeral
marry wed wedding marriage
pope pontiff
spy espionage surveillance
hack cyberattack
former ex
initial preliminary
clinch secure
shooting shoot
suspect accused
retire retirement
ablaze burning burn blaze
chair chairman chairwoman
expel deport
stock share
relax ease
tie relation link
steal theft rob robbery robber heist
lawyer attorney
truce ceasefire armistice
evacuate evacuation
reject rejection refuse
accident crash
historic landmark
rise increase climb jump gain soar surge grow
fall drop decline plunge slump sink slide tumble dip
retreat withdraw pullout withdrawal
"""
"""One group a line: words that headlines swap freely."""

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
august aug
september sept
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
"""One word a line, then the forms that no rule leads back to it."""

OPPOSITES = """
rise increase climb grow gain jump soar surge advance higher up expand growth raise rebound boost | \
    fall drop decline decrease sink slump plunge slip down lower shrink reduce cut tumble dip slide \
    reduction ease
more above over exceed | less fewer below under
win victory | lose loss defeat
open reopen | close shut closure
allow permit legalise legalize legal lift | ban prohibit forbid block outlaw illegal bar
accept approve approval pass adopt | reject refuse veto rejection turn
guilty convict conviction | acquit innocent acquittal
support back endorse favour favor | oppose opposition against
north northern | south southern
east eastern | west western
highest maximum high record-high most | lowest minimum low least
largest biggest | smallest
best | worst
first | last
before | after
begin start | end finish stop halt cease
arrive enter join | leave exit depart quit
confirm admit | deny denial
men man male | women woman female
boy | girl
father | mother
son | daughter
husband | wife
import | export
success succeed | fail failure
true | false
majority | minority
profit | deficit
strengthen strong stronger | weaken weak weaker
upgrade | downgrade
free release | jail arrest imprison detain
remain stay | withdraw
buy purchase | sell sale
agree | disagree
hire | fire
better improve | worse worsen
"""
"""One axis a line: the words of one end, a bar, the words of the other; \\ joins lines."""

HARMED = _words("kill dead injure wound hurt arrest detain displace evacuate missing rescue")
"""Words beside which a number that could be a year counts people: "killed 1600", "1600 dead"."""

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
"""Stems of the endings with which words are made of words."""

SHORT_ENDINGS = "al er ern ian ish ism ist less li man men ment or out person ship wai wid"
"""Those that a root of four letters takes without becoming another word."""
