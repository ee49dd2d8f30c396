"""The desks of the scenes. Each is made once in a process; every scene gets a copy of its file."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from kzcheck.desk import Desk
from kzcheck.desk.demo import demo_desk
from kzcheck.domain import CitationKind, ClaimQuery, Status

REVIEWER = "aizhan"
FILE = "central-asia.db"

SOURCES = (
    ("https://stat.example.kz/trade/2025", "Foreign trade of Kazakhstan, 2025", CitationKind.PRIMARY),
    (
        "https://archive.example.org/csto-january-2022",
        "CSTO statements, January 2022",
        CitationKind.SECONDARY,
    ),
    ("Atlas of Central Asian pipelines, 4th edition, p. 112", None, CitationKind.SECONDARY),
)
SEALS = (
    "Seals of the northern bay\n\nThe survey of the bay counted 1,250 seals in May. Some 40 percent of the "
    "boats are older than thirty years. The line carried 5,400 passengers in June.\n"
)
SEALS_LATER = (
    "Seals of the northern bay\n\nIn May the survey counted 1,250 seals in the bay. In June the survey "
    "counted 1,250 seals in the bay. Crews of the coast guard met a great many animals on the ice.\n"
)
ONE = "Wells\n\nThe northern field held 80 wells when the snow had gone.\n"
PASSAGE = "It held 80 wells when the snow had gone, and nine of them were new."
PAGE = "\n\n".join(
    (
        "Wells of the north",
        "The northern field was measured twice that year. " + PASSAGE,
        *(
            f"On day {n} of the survey the crews counted {n + 10} wells in field {n}, and wrote down how "
            "deep each was and who had dug it."
            for n in range(1, 30)
        ),
    )
)


def copy(kind: str, folder: Path) -> Path:
    """Write a fresh copy of a desk into a folder."""
    path = folder / FILE
    path.write_bytes(_made(kind))
    return path


@cache
def _made(kind: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        if kind in BEGUN:
            path.write_bytes(_made("sample"))
        MAKERS[kind](path)
        return path.read_bytes()


def _sample(path: Path) -> None:
    """Bring the sample desk into the middle of a sitting: some verdicts, some sources."""
    with demo_desk(path, reviewer=REVIEWER) as desk:
        rows = desk.page(ClaimQuery(), limit=60)
        for row, (reference, title, kind) in zip(rows[-3:], SOURCES, strict=True):
            desk.cite(row.id, reference, title=title, kind=kind)
        desk.mark([row.id for row in rows[-3:-1]], Status.VERIFIED)
        desk.mark([row.id for row in rows[-6:-3]], Status.UNPROVEN)
        desk.mark([row.id for row in rows[-8:-6]], Status.NOT_CHECKABLE)
        desk.mark([rows[-1].id], Status.DISPUTED)


def _done(path: Path) -> None:
    """Decide all that is open on the sample desk."""
    with Desk.open(path, reviewer=REVIEWER) as desk:
        rows = desk.page(ClaimQuery(statuses=(Status.OPEN,)), limit=1000)
        desk.mark([row.id for row in rows[::2]], Status.VERIFIED, override="counted by hand")
        desk.mark([row.id for row in rows[1::2]], Status.UNPROVEN)


def _kept(path: Path) -> None:
    """Cite a page for the first open claim of the sample desk, and keep the page."""
    page = path.with_name("wells.txt")
    page.write_text(PAGE, "utf-8")
    home = patch.dict(os.environ, HOME=str(path.parent))
    with home, Desk.open(path, reviewer=REVIEWER) as desk:
        first = desk.page(ClaimQuery(statuses=(Status.OPEN,)), limit=1)[0]
        cited = desk.cite(
            first.id,
            f"~/{page.name}",
            title="Wells of the north",
            publisher="The Steppe Survey",
            published="2025-11",
            passage=PASSAGE,
        )
        desk.evidence.look(cited.id, may_read_files=True)


def _revised(path: Path) -> None:
    """Put an article on a desk, decide on its claims, and replace it by a later text without them."""
    article = path.with_name("seals.txt")
    with Desk.open(path, reviewer=REVIEWER) as desk:
        article.write_text(SEALS, "utf-8")
        desk.add([str(article)])
        desk.mark([row.id for row in desk.page(ClaimQuery())], Status.UNPROVEN)
        article.write_text(SEALS_LATER, "utf-8")
        desk.add([str(article)])


def _one(path: Path) -> None:
    article = path.with_name("wells.txt")
    article.write_text(ONE, "utf-8")
    with Desk.open(path, reviewer=REVIEWER) as desk:
        desk.add([str(article)])


def _empty(path: Path) -> None:
    Desk.open(path, reviewer=REVIEWER).close()


BEGUN = ("done", "kept")
"""The desks that are made from the sample desk."""

MAKERS: Mapping[str, Callable[[Path], None]] = {
    "sample": _sample,
    "done": _done,
    "kept": _kept,
    "revised": _revised,
    "one": _one,
    "empty": _empty,
}
