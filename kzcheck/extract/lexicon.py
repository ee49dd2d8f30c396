"""Verbs by what they do in a report: say something, happen, hold, or only help another verb."""

from collections.abc import Iterable

from kzcheck.extract.inflection import VerbForms, inflect, variants
from kzcheck.extract.wordlists import words

_SAYING = words(
    """
accept accuse acknowledge add address admit admonish advance advertise advise advocate affirm agree
allege allude amplify announce answer anticipate apologise apologize appeal applaud appreciate argue
articulate ascertain ask assail assert assess assume assure attack attest attribute aver avow back
backtrack badger bargain bark baulk beg believe belittle bellow bemoan berate beseech bet blame
blast blog bluster boast bicker brag brand brief broach broadcast calculate call caution celebrate
censure challenge champion characterise characterize charge chastise chide chronicle cite claim
clarify coax comment commend commit communicate compare complain compliment concede conclude concur
condemn condone confess confide confirm confront congratulate conjecture consider contend contest
contradict convey convince correct corroborate counsel counter criticise criticize cry curse debate
decide declare decline decree decry defend define delineate demand demonstrate denigrate denounce
deny deplore deride describe deem detail determine dictate differ disagree disavow discern disclose
discount discover discredit discuss dismiss disparage dispute disseminate divulge document doubt
downplay draft echo elaborate emphasise emphasize encourage endorse entreat enumerate enunciate
envisage envision estimate evaluate exaggerate exclaim exhort expect explain expound express extol
fear feel find flag flatter forbid forecast foresee foretell formulate fret fume gasp gloat gossip
grant greet grill groan grouse growl grumble grunt guarantee guess hail harangue hear heckle herald
highlight hint holler hope howl hypothesise hypothesize identify imagine impart implore imply impute
indicate infer inform inquire insinuate insist instruct interject interpret interrupt intimate
intone inveigh invite invoke jeer jest joke judge justify know lament lambast lambaste lash laud
learn lecture liken list lobby maintain malign marvel mean mention moan mock mourn mumble murmur
muse mutter nag name narrate negotiate note notify object observe offer opine oppose order outline
own pan paraphrase parrot perceive petition pitch plead pledge poll ponder portray posit postulate
praise pray preach predict present press presume proclaim profess prognosticate project promise
pronounce prophesy propose protest prove provide publicise publicize publish purport query question
quip quiz quote rail rant rationalise rationalize read reaffirm realise realize reason reassert
reassure rebuff rebuke rebut recall recant recite reckon recognise recognize recommend recount
reflect refuse refute register regret reiterate reject rejoice relate relay release remark remember
remind remonstrate renounce repeat reply report reprimand reproach reprove repudiate request resolve
respond restate retell retort retract reveal ridicule roar rule rumour rumor sanction say scoff
scold scream shout show shriek sigh signal slam smear sneer snap speak specify speculate spell
state stipulate stress submit suggest summarise summarize summon suppose surmise suspect swear talk
tally taunt teach tease tell testify theorise theorize think threaten tout trumpet tweet underline
underscore understand undertake urge utter venture verify vilify voice volunteer vouch vow wager
wail warn whine whisper wish withdraw wonder worry write yell post telegraph text telephone phone
email cable declassify decry
"""
)

_STATEMENT = words(
    """
announcement statement claim allegation assertion report warning promise pledge vow denial
accusation declaration remark comment prediction forecast estimate assessment suggestion argument
contention complaint belief view admission acknowledgement insistence assurance threat proposal
testimony revelation rumour rumor speculation boast doubt
"""
)

_EVENT = words(
    """
free shelve spot treat diagnose clinch photograph inject dub rape fire submit book switch interview
witness discipline attempt snatch grab hike cap unearth narrow widen revise overhaul scrap
found become start weaken ground berth dock sink salvage unseal unmask disband depose dethrone
relegate promote loan trade sign snub shun tap roll lodge table redraw reclaim rename rebrand
restart relaunch resit reschedule reroute resell reuse retake retrain capsize drown score hand award
beat bury cancel climb crash derail die evacuate halve hold repay rescue slump tumble abandon abduct
abolish absorb abstain abuse acquire acquit activate adjourn adopt airlift align allocate allow
ambush amend annex annul appeal appoint approve arm arrest arrive assassinate assault assemble
assign attack attend auction authorise authorize back ban bankroll bar barricade battle begin behead
besiege block blockade bomb bombard boost borrow boycott breach break bring build burn buy call
capture cast cause cede celebrate censor change charge chase choose cite clash clear close coerce
collapse collect collide colonise colonize come commission commit compensate complete concede
conclude conduct confine confiscate confront conquer conscript consolidate construct contact
contract contribute convene convert convict cooperate coordinate crack create cripple cross crush
curb curtail cut damage decide declare decline decrease decommission defeat defect defend defer
defraud defy delay delegate delete deliver demolish demote deny depart deploy deport destroy detain
detect detonate develop devastate devalue dig discharge discover dismantle dismiss dispatch displace
disqualify disrupt dissolve distribute divert divide divorce donate double draft drain draw drill
drive drop drug dump earn ease eject elect eliminate embargo embark embezzle employ enact end
endorse enforce enlist enrol enroll enter erupt escape escalate establish evade evict exchange
exclude execute exempt exhume exile expand expel expire explode expose export extend extort
extradite fall falsify feed fell fight file fill finance find fine finish flee flood flout fly force
forge form fracture freeze fuel fund gain gather give go grant grow halt hack harvest hijack hire
hit honour host hospitalise hospitalize house ignite imitate immigrate impeach impede implement
implicate import impose imprison inaugurate incarcerate increase indict induct infect infiltrate
inflict inherit initiate injure insert inspect install instal interfere intercept interrogate
intervene introduce invade invent invest investigate invite invoke involve issue jail join jump
kidnap kill knock land launch lay lead leak lease leave legalise legalize lend levy liberate lift
link liquidate live load loot lose lower maim manufacture march marry massacre meet merge migrate
mine mobilise mobilize modernise modernize monitor mount move murder nationalise nationalize
negotiate nominate notify nullify obtain occupy occur offer open operate oppress ordain order
organise organize oust outlaw overrun oversee overthrow overturn own pardon pass patent pause pay
penalise penalize perish persecute persuade phase pilot place plant plead plunder plunge poison
pollute postpone pour prevent privatise privatize probe proceed process procure prohibit prompt prop
prosecute protect protest provide provoke publish pull punish purchase purge pursue push put
quadruple qualify quash quarantine quell quit race raid raise rally ratify reach rebel rebuild
recall receive recruit recycle redirect reduce reelect refer reform refuse register regain reinforce
reinstate reject release relocate remand remove renew renounce reopen repair repatriate repeal repel
replace repress resettle resign restore restrict resume retain retire retreat return reunite revamp
reverse revert revive revoke revolt rig riot rise rob rout rule rupture rush sabotage sack sail
sanction save scale seal secede secure seize select sell send sentence separate serve set settle
sever shell shift ship shoot shrink shut slash slay smuggle soar spark spend spill split sponsor
spread spy stab stage station steal step stop storm strand strangle strike strip subsidise subsidize
sue suffer summon supply support suppress surge surpass surrender survive suspend swap sweep swing
take target tear terminate test tighten topple torch torture train transfer transform transmit
transport trap travel trigger triple try turn uncover undergo unify unite unleash unseat unveil
upgrade uphold upset urge use vacate vaccinate vandalise vandalize veto violate visit vote walk wed
welcome win withdraw withhold worsen wound wreck write yield accuse
"""
)

_STATIVE = words(
    """
account adjoin administer amount average belong border comprise compose consist constitute consume
contain control cover depend dominate dwarf employ equal exceed export extend feature flow generate
govern guard have hold house import include inhabit lack lag lead lie link maintain measure
number occupy operate originate outnumber outrank overlook own possess produce rank receive rely
represent require reside rival serve share span stand stretch supply support surround terminate
total transport weigh carry cut remain fluctuate hover last cost charge buy sell score post host
speak resemble
"""
)

_COMMON = words(
    """
agree aim appear apply argue become believe bring buy call care come compel confirm consider
continue convince deal decide demonstrate deserve design do emerge enable encourage ensure expect
experience face fail feel follow get give go happen help ignore impact improve indicate influence
intend keep know let look lose love make manage mean miss need note perceive plan prefer prepare
present prove pretend pull put realise realize recognise recognize redefine reflect refrain regard
resent respect see seek seem show signal start step stay struggle succeed suggest surprise survive
take talk tend test think threaten try turn understand undermine want watch wish wonder work worry
write augment favor favour handle catch collect score win hand heal watch warn miss total travel
repay spend steal top climb drop dip tumble plunge surge jump slide slip slump rally rebound recover
widen narrow shorten lengthen grow expand shrink swell dwindle fade vanish disappear arrive depart
enter exit leave reach cross pass stay move settle gather assemble join attend skip cancel postpone
delay bring send post mail ship deliver distribute return borrow lend owe pay refund reimburse
invest deposit withdraw save waste earn inherit donate raise boost lift lower cut trim slash halve
double triple freeze peg fix set adjust round multiply divide add subtract include exclude cover
span stretch last start stop pause resume finish end begin open shut close lock unlock build rebuild
repair restore renovate paint design develop test trial prove fail graduate study teach train coach
play beat draw tie lose head kick throw bowl bat run swim ride race lap qualify compete contest
challenge face host stage hold organise lead chair direct manage supervise oversee control process
treat cure diagnose infect vaccinate inject operate admit discharge feed eat drink smoke sleep wake
rest die live survive suffer hurt injure wound kill drown burn starve choke poison strangle stab
shoot bomb raid search seize find discover locate identify recognise photograph film record
broadcast publish print sell buy trade import export harvest plant sow fish hunt mine drill pump
refine generate store supply use consume reuse recycle dump spill leak clean clear sweep wash
capsize crash collide derail overturn flood soak dry warm cool melt heat erode rot rust collapse
fall land appoint hire fire sack dismiss resign retire promote demote elect vote nominate pick
choose select reject approve veto ban outlaw legalise permit allow forbid require order demand
request apply register enrol enlist draft recruit file sue appeal convict acquit charge arrest
detain jail free release pardon sentence fine penalise punish compensate rescue evacuate shelter
house clothe help assist aid support back oppose resist fight defend protect guard patrol police
measure weigh count number average rank rate grade exceed surpass outpace outstrip trail lag match
equal rival employ need want like love hate prefer enjoy lack own have keep contain comprise consist
belong fund finance bankroll sponsor subsidise underwrite insure guarantee steer visit tour fly sail
drive walk march descend board disembark camp reside dwell inhabit populate colonise occupy invade
conquer capture take retake recapture liberate surrender retreat advance deploy mobilise station
base arm disarm equip vary range fluctuate hover stand sit lie remain persist continue cease halt
assert register confirm cause satisfy emphasise
"""
)

_AUXILIARIES = frozenset(
    words(
        """
is are was were be been being am has have had having do does did will would shall should can could
may might must isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t
can’t couldn’t cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
wouldn't can't couldn't shouldn’t shouldn't mustn’t mustn't
"""
    )
)
_NOUNS_FIRST = frozenset(
    # forms that are a noun far more often than a verb: they count as verbs only where the words around say so
    words(
        """
claims reports states forces reserves exports imports increases decreases orders demands attacks
strikes plans deals talks comments answers questions challenges fears hopes doubts costs prices
votes sales shares numbers measures links changes charges attempts aims ends falls rises gains
losses troops ranks fires fines works runs moves turns counts estimates forecasts posts texts tests
trades trains needs uses views judges lists notes records results spans scores covers houses hosts
labels lands leads lies lines matters means names offers pays places points polls projects promises
protests raids rates reads remarks replies requests returns reviews rules searches signals signs
sources stands stages starts steps stocks stops stresses studies supplies supports surges talks
threats tours visits vows walks warnings wins wishes words bans bars bases battles bids bombs boosts
borders breaks buys calls campaigns cases causes chances checks claims clashes controls cuts damages
dates deaths debates drops efforts experiences faces feeds fights files flows forms funds guards
guarantees interests issues jumps jobs keys limits loans looks losses marches mines murders objects
officials operations opens parts passes phones pitches plants plays pledges praises press profits
purchases quarters races rallies reforms releases remains rents reports reserves reverses roles
sanctions seats sentences sets shifts ships shows slides splits stays streams suspects
targets taxes terms times tracks transfers transports traps treats tries trips values waves weapons
photographs photograph details queries quotes delegates deputies experts authors editors records conflicts
contests contracts interest state report force claim order demand attack strike plan deal talk
comment answer question challenge fear hope doubt cost price vote share number measure link change
charge attempt aim end fall rise gain rank fire fine work run move turn count estimate forecast post
text test trade train need use view judge list note record result span score cover house host label
land lead lie line matter mean name offer pay place point poll project promise protest raid rate
read remark reply request return review rule search signal sign source stand stage start step stock
stop stress study supply support surge threat tour visit vow walk warning win wish word control
border export import increase decrease power influence interest respect focus access risk reform
revolt dispute conflict contest contract process progress produce present object subject suspect
sanction target close open found saw left lay better set cut put spread building meeting feeling
hearing finding ruling training testing trading fighting killing shooting bombing housing funding
spending saving earning landing opening closing beginning ending warning writing reading drawing
understanding backing briefing filing offering greeting painting recording according including
regarding concerning following during fuels fuel voices voice arms arm farms farm homes home goods
resources products ships ship routes route units trends views view brands prizes plots drugs floods
flood protests tests fields field heads head hands hand backs eyes faces feet legs schools beds
bridges roads rocks waters weathers bills bill notices notice patents experiences experience rallies
rally spills spill leaks leak storms storm plague quarters fuses rents rent visitors grants grant
licences license licenses permits permit pensions appeals appeal verdicts trials rebels rebel
captains pilots pilot cites fans fan scores score penalties shots shot bats bat seals seal stores
store camps camp head heads back backs host hosts station stations base bases arm arms face faces
test tests trial trials coach coaches play plays race races film films record records print prints
trade trades ship ships plant plants fish fishes mine mines pump pumps store stores fire fires pass
passes average averages grade grades match matches mail mails post posts tie ties draw draws bat
bats lap laps kick kicks tour tours board boards camp camps house houses aid aids guard guards
police polices range ranges rest rests stand stands top tops round rounds cover covers span spans
total totals need needs like likes love loves use uses fix fixes set sets number numbers rate rates
rank ranks score scores drop drops dip dips jump jumps slide slides slip slips slump slumps rally
rallys rebound rebounds surge surges plunge plunges start starts stop stops pause pauses finish
finishes end ends delay delays cut cuts trim trims deposit deposits waste wastes lock locks paint
paints design designs cure cures search searches patrol patrols shelter shelters fund funds
guarantee guarantees advance advances pick picks count counts rust rusts heat heats dry drys warm
warms cool cools clean cleans clear clears pipeline like own back press round second further past
long last
"""
    )
)


def _forms(verbs: Iterable[str]) -> tuple[VerbForms, ...]:
    return tuple(inflect(verb) for verb in dict.fromkeys(verbs))


def _table(verbs: Iterable[VerbForms]) -> dict[str, str]:
    """Every form with its base; where two verbs share one, the earlier wins."""
    table: dict[str, str] = {}
    for verb in verbs:
        base = verb.base
        for form in verb:
            table.setdefault(form, base)
        for form in variants(base):
            table.setdefault(form, base)
    return table


_SAYING_FORMS = _forms(_SAYING)
_ALL = _SAYING_FORMS + _forms((*_EVENT, *_STATIVE, *_COMMON))
_VARIANTS = [pair for verb in _ALL if (pair := variants(verb.base))]
_DOUBLED = frozenset(pair[0] for pair in _VARIANTS)

SAYING_BASES = frozenset(verb.base for verb in _SAYING_FORMS)
"""The bases of the verbs of saying."""

VERBS = {**_table(_ALL[len(_SAYING_FORMS) :]), **_table(_SAYING_FORMS)}
"""Every form of every verb that is known, with its base."""

AUXILIARIES = _AUXILIARIES

PAST = frozenset(verb.past for verb in _ALL) | _DOUBLED
"""Every simple past form."""

PARTICIPLES = frozenset(verb.participle for verb in _ALL) | _DOUBLED
"""Every past participle."""

THIRD = frozenset(verb.third for verb in _ALL)
"""Every form of the third person singular, present."""

GERUNDS = frozenset(verb.gerund for verb in _ALL).union(pair[1] for pair in _VARIANTS)
"""Every form in -ing."""

BASES = frozenset(verb.base for verb in _ALL)
"""Every base form."""

NOUNS_FIRST = _NOUNS_FIRST
"""Forms of verbs that are nouns (or prepositions) more often than verbs."""

EVENT_VERBS = frozenset(_EVENT)
"""Bases of verbs for what happens and can be checked."""

STATIVE_VERBS = frozenset(_STATIVE)
"""Bases of verbs for what holds and can be checked."""

STATEMENT_NOUNS = frozenset(form for noun in _STATEMENT for form in (noun, noun + "s"))
"""Nouns for something said ("a statement that …")."""
