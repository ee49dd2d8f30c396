"""Forms of English verbs, made from their base."""

from typing import NamedTuple

from kzcheck.extract.wordlists import words

_VOWELS = frozenset("aeiou")

_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        row.split("/")
        for row in words(
            """
be/was/been bear/bore/borne beat/beat/beaten become/became/become begin/began/begun bend/bent/bent
bind/bound/bound bite/bit/bitten bleed/bled/bled blow/blew/blown break/broke/broken breed/bred/bred
bring/brought/brought broadcast/broadcast/broadcast build/built/built burn/burned/burned
buy/bought/bought cast/cast/cast catch/caught/caught choose/chose/chosen come/came/come
cost/cost/cost cut/cut/cut deal/dealt/dealt dig/dug/dug do/did/done draw/drew/drawn
drink/drank/drunk drive/drove/driven eat/ate/eaten fall/fell/fallen feed/fed/fed feel/felt/felt
fight/fought/fought find/found/found flee/fled/fled fly/flew/flown forbid/forbade/forbidden
forecast/forecast/forecast foresee/foresaw/foreseen foretell/foretold/foretold
forget/forgot/forgotten forgive/forgave/forgiven forgo/forwent/forgone freeze/froze/frozen
get/got/got give/gave/given go/went/gone grow/grew/grown hang/hung/hung have/had/had
hear/heard/heard hide/hid/hidden hit/hit/hit hold/held/held hurt/hurt/hurt keep/kept/kept
kneel/knelt/knelt know/knew/known lay/laid/laid lead/led/led leave/left/left lend/lent/lent
let/let/let lie/lay/lain light/lit/lit lose/lost/lost make/made/made mean/meant/meant meet/met/met
mislead/misled/misled mistake/mistook/mistaken misunderstand/misunderstood/misunderstood
overcome/overcame/overcome oversee/oversaw/overseen overtake/overtook/overtaken
overthrow/overthrew/overthrown partake/partook/partaken pay/paid/paid put/put/put quit/quit/quit
read/read/read rebuild/rebuilt/rebuilt recast/recast/recast resell/resold/resold
retake/retook/retaken retell/retold/retold rewrite/rewrote/rewritten ride/rode/ridden ring/rang/rung
rise/rose/risen run/ran/run say/said/said see/saw/seen seek/sought/sought sell/sold/sold
send/sent/sent set/set/set shake/shook/shaken shed/shed/shed shoot/shot/shot show/showed/shown
shrink/shrank/shrunk shut/shut/shut sing/sang/sung sink/sank/sunk sit/sat/sat slay/slew/slain
sleep/slept/slept slide/slid/slid speak/spoke/spoken speed/sped/sped spend/spent/spent
spin/spun/spun split/split/split spread/spread/spread spring/sprang/sprung stand/stood/stood
steal/stole/stolen stick/stuck/stuck strike/struck/struck strive/strove/striven swear/swore/sworn
sweep/swept/swept swim/swam/swum swing/swung/swung take/took/taken teach/taught/taught
tear/tore/torn tell/told/told think/thought/thought throw/threw/thrown undergo/underwent/undergone
understand/understood/understood undertake/undertook/undertaken undo/undid/undone
unwind/unwound/unwound uphold/upheld/upheld upset/upset/upset wake/woke/woken wear/wore/worn
weep/wept/wept win/won/won wind/wound/wound withdraw/withdrew/withdrawn withhold/withheld/withheld
withstand/withstood/withstood write/wrote/written offset/offset/offset outbid/outbid/outbid
outdo/outdid/outdone outgrow/outgrew/outgrown outsell/outsold/outsold
"""
        )
    )
}
_DOUBLING = frozenset(
    words(
        """
abet acquit admit allot ban bar beg blog blot blur bob brag chat chip chop clip commit compel concur
confer control cram crop cut debug defer deter dig dip dispel drag drip drop emit equip excel expel
fit flag flip flog flop forbid forget gab get grab grin grip grit hit hop hug hum incur infer jab
jog jot kid knit knot lag let log map mop nag net nod occur omit outfit outrun patrol permit pin pit
plan plod plot plug pop prefer prod program prop quip quit rap rebut recur refer regret remit repel
rig rip rob rub run sag scan scrap set shed ship shop shun shut sin sip sit skip slam slap slip slot
snap snub sob span spin spit split spot spur squat stab step stem stir stop strap strip stun sum
swap swim tag tap tip top transfer transmit trap trim trip upset wed whip win wrap yap zip
"""
    )
)


class VerbForms(NamedTuple):
    """The forms of one verb: say, says, said, said, saying."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def inflect(verb: str) -> VerbForms:
    """Return the forms of a verb given by its base."""
    past, participle = _IRREGULAR.get(verb) or (_stem(verb, "ed"),) * 2
    return VerbForms(verb, _third(verb), past, participle, _stem(verb, "ing"))


def variants(verb: str) -> tuple[str, ...]:
    """Return the other spellings of the past and of the form in -ing: "travelled", "travelling"."""
    if verb.endswith(("el", "al", "il")) and len(verb) > 4:
        return (verb + "led", verb + "ling")
    return ()


def _third(verb: str) -> str:
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("ee"):
        return verb + ("d" if ending == "ed" else ending)
    if verb.endswith("e") and verb != "be":
        return verb[:-1] + ending
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        return verb[:-1] + "ied"
    if verb in _DOUBLING:
        return verb + verb[-1] + ending
    return verb + ending
