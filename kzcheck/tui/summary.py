"""The summary of a sitting that stays in the terminal after the screen is closed."""

from collections import Counter

from rich.text import Text

from kzcheck.desk import Desk
from kzcheck.domain import IDLE_SECONDS, Action, Relation, Status, plural
from kzcheck.tui.ascii import PLAIN
from kzcheck.tui.glyphs import ASCII, Glyphs
from kzcheck.tui.sitting import Sitting

MOST_ENTRIES = 20_000
MOST_CONFLICTS = 1000


def summary(desk: Desk, sitting: Sitting, glyphs: Glyphs, *, is_place_kept: bool = True) -> Text | None:
    """Return what was done in this sitting and what is left to do, or None if nothing was decided."""
    decided = {
        entry.subject: None
        for entry in desk.log(MOST_ENTRIES)
        if entry.session == desk.session and entry.action is Action.STATUS
    }
    rows = [desk.claim_row(claim) for claim in decided]
    done = [row for row in rows if row.status is not Status.OPEN]
    if not done:
        return None
    counts = Counter(row.status for row in done)
    by_verdict = ", ".join(
        f"{glyphs.status[status]} {counts[status]} {status.value}" for status in Status if counts[status]
    )
    bare = sum(row.citations == 0 for row in done if row.status.verdict and row.status.verdict.needs_evidence)
    waiting = sum(pair.relation is Relation.CONFLICT for pair in desk.undecided(limit=MOST_CONFLICTS))
    tally = desk.tally()
    facts = [
        f"{bare} without evidence",
        f"{plural(waiting, 'conflict')} undecided",
        f"{tally.by_status.get(Status.OPEN, 0):,} of {plural(tally.total, 'claim')} still open",
    ]
    if sitting.goal:
        facts.append(sitting.progress)
    if sitting.pace is not None:
        facts.append(f"{sitting.pace:.0f} s a claim (a pause counts for {IDLE_SECONDS:.0f} s at most)")
    said = f"This sitting: {plural(len(done), 'claim')} decided: {by_verdict}\n{' · '.join(facts)}"
    if is_place_kept:
        said += "\nThe next sitting begins where you left off."
    return Text(said.translate(PLAIN) if glyphs is ASCII else said)
