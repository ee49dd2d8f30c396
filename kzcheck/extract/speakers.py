"""Who can speak: people, offices, bodies, papers; and whether they are named."""

import re
from functools import lru_cache

from kzcheck.domain import Attribution
from kzcheck.extract.names import is_demonym
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.wordlists import words

_ROLES = frozenset(
    words(
        """
activist adviser advisor administration advocate agency agencies aide ambassador analyst army
assembly association attorney author authorities authority bank board body bureau cabinet campaigner
candidate captain chairman chairwoman chief chancellor church coach colleague commander commission
commissioner committee company congress congressman congresswoman consortium council counsel court
critic daughter defendant delegate delegation department deputy detective diplomat director doctor
economist editor embassy employee engineer envoy estimate executive expert family father federation
fireman firm foundation founder general government governments governor group head historian husband
industry inquiry insider inspector institute institution investigator journalist judge jury king
kremlin lawmaker lawyer leader lobbyist magazine man manager mayor media member military minister
ministry mother mps network newspaper observer office officer official opponent opposition
organisation organization outlet owner panel paper parliament participant party passenger patient
people personnel pilot player police politician poll pollster pope premier president press priest
prime prince professor prosecutor prosecution publisher queen regime regulator report reporter
representative republican democrat researcher resident responder review scholar scientist secretary
senate senator service sister soldier sources source specialist spokesman spokesperson spokeswoman
staff state statement student study supporter survey survivor taxpayer teacher team television
think-tank trader tribunal union university victim veteran villager voter watchdog wife witness
woman women worker workers writer neighbour neighbor parent farmer farmers data figures records
documents filing lawsuit indictment memo email broadcaster channel website elites leaders friends
relatives coalition alliance bloc league charity ngo startup airline operator user users fan fans
many some others few most experts wire whitehall presentation analysis analyses audit census letter
bulletin transcript footage images photos pictures video videos complaint affidavit database
investigation sheriff marshal surgeon nurse teammate goalkeeper striker midfielder defender
quarterback pitcher astronomer biologist physicist chemist psychologist sociologist ecologist
geologist epidemiologist strategist columnist commentator blogger actor actress singer musician
producer novelist poet playwright curator archaeologist paramedic firefighter rescuer organiser
organizer protester demonstrator agent assistant broker clerk consultant contractor counselor
counsellor dealer dentist designer developer educator fisherman guide hunter inventor investor juror
landlord librarian lecturer miner monk nun pharmacist photographer planner principal programmer
retailer shopkeeper skipper statistician superintendent technician tenant therapist tourist trainer
translator traveller vendor vet volunteer warden
"""
    )
)
_OFFICES = frozenset(
    words(
        """
media government press ministry state officials authorities kremlin army police court church embassy
"""
    )
)
_TITLE_CASE = Pattern(r"[A-ZÀ-ÝŁŞŽ][\w’'.&-]*")
_NO_SPEAKER = Pattern(
    r"\b(?:crisis|decision|war|conflict|message|geography|region|eruption|departure|collapse"
    r"|crackdown|intervention|protests?|"
    r"sanctions|situation|failure|move|moves|attack|attacks|strikes|deal|agreement|process|problem"
    r"|pipeline|war|"
    r"reality|realities|dissatisfaction|act|law|price|prices|growth|shift|threat|motivations?"
    r"|interpretation|experience)$",
    re.IGNORECASE,
)


_NOBODY = frozenset(
    ("we", "i", "you", "nobody", "everyone", "everybody", "someone", "anyone", "no", "one", "it")
)
_NEVER = frozenset(("we", "i", "you", "no", "it"))
_POSTMODIFIER = Pattern(r"\s(?:in|at|from|for|with|who|to|on)\s|,")


@lru_cache(maxsize=1024)
def is_speaker(name: str) -> bool:
    """Whether a subject is one that can say something: it is named, or a role or body that speaks."""
    core = _POSTMODIFIER.split(name, maxsplit=1)[0].split(" of ", 1)[0]
    words = core.split()
    if len(words) > 2 and words[-1].isdigit() and words[-2] in ("No", "No.", "Local"):
        words = words[:-2]  # "Union No. 2"
    if words and words[0].lower() in _NOBODY and (len(words) == 1 or words[0].lower() in _NEVER):
        return False
    if not words or _NO_SPEAKER.search(core):
        return False
    if _is_role(words[-1].strip("()’'\".“”").lower()):
        return True
    return bool(_TITLE_CASE.match(words[-1])) and not words[-1].endswith(("’s", "'s"))


def _is_role(word: str) -> bool:
    return word in _ROLES or (word.endswith("s") and word[:-1] in _ROLES)


@lru_cache(maxsize=1024)
def voice_of(name: str) -> Attribution:
    """Whether a speaker is named: a person, a place or a body by its name, or an institution of a country."""
    core = _POSTMODIFIER.split(name, maxsplit=1)[0]
    words = [word.strip("()’'\".,“”") for word in core.split()]
    for word in words:
        if _TITLE_CASE.match(word) and not is_demonym(word) and not _is_role(word.lower()):
            return Attribution.NAMED
    heads = {word.lower() for word in words}
    if heads & _OFFICES and any(_TITLE_CASE.match(word) and not _is_role(word.lower()) for word in words):
        return Attribution.NAMED
    return Attribution.UNNAMED
