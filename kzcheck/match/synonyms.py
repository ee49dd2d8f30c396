"""Words that news uses for one another, words that oppose each other, and words for what happens."""

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
buy purchase acquire acquisition takeover
build construct construction
show reveal demonstrate disclose unveil
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
ship vessel boat ferry
car vehicle automobile
doctor physician
kid child children
firm company corporation corp business
job employment position post
worker employee staff
people person individual persons
house home household
quake earthquake tremor temblor
fire blaze wildfire
probe investigate investigation inquiry enquiry
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
nuke nuclear atomic
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
shooting shoot gunfire
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
rise increase climb jump gain soar surge grow hike rally rebound higher
fall drop decline plunge slump sink slide tumble dip plummet lower
retreat withdraw pullout withdrawal
helicopter chopper copter
destroy ruin wreck demolish raze
debris wreckage
acquit acquittal
convict conviction
appoint nominate appointment nomination
weapon weaponry arms
gun firearm pistol handgun rifle
rocket missile
highway motorway freeway
bus coach minibus
truck lorry
motorcycle motorbike
teen teenager teenage
baby infant newborn
student pupil
university college
scientist researcher
epidemic outbreak pandemic
vaccine vaccination inoculation
unemployed jobless unemployment joblessness
wage pay salary
oil crude petroleum
electricity power
blackout outage
tornado twister
landslide mudslide
author writer novelist
journalist reporter correspondent
phone mobile cellphone smartphone telephone
gay homosexual
migrant immigrant
priest cleric clergy pastor
verdict ruling judgment
scam fraud
corruption graft bribery bribe
smuggle traffic trafficking smuggler trafficker
corpse body
discover discovery find
search hunt manhunt
trap strand stuck
fear worry concern anxiety
anger fury rage outrage angry furious
danger dangerous peril risk
chaos havoc mayhem turmoil
prevent thwart foil
admit confess acknowledge concede
apology apologize sorry
question quiz interrogate grill
forecast expect predict anticipate prediction
expand widen broaden expansion
exceed surpass
merge merger
invade invasion incursion
stab knife stabbing
envoy ambassador emissary diplomat
assistant adviser
wife spouse husband
mother mom mum
father dad
"""
"""One group a line: words that headlines swap freely."""

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
highest maximum high peak record-high most | lowest minimum low least
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

EVENTS = """
    kill injure attack bomb arrest win send protest quit ban kidnap seize oust bury marry hack expel
    retreat evacuate crash flee rescue sue steal invade stab shoot destroy appoint convict sentence
    sanction resign sign sink explode derail ask
"""
"""Words of what happens once, at one place, to somebody."""
