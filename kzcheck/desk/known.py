"""The use case of `kzcheck known`: asking the Google Fact Check Tools for published fact-checks.

Imported where it is used: it loads the rooms of evidence and reading.
"""

import os
from collections.abc import Callable

from kzcheck.desk.lookup import CheckLookup, put_checks
from kzcheck.domain import FactCheck, FoundCheck, KzcheckError
from kzcheck.evidence import FACT_CHECK_BASE, search_fact_checks
from kzcheck.ingest import clean_text
from kzcheck.store import Store

KEY = "KZCHECK_FACTCHECK_KEY"
BASE = "KZCHECK_FACTCHECK_URL"
"""Names the address of another service with the same interface. It is no setting of the desk, since a desk
can come from anyone, and the key is sent to this address."""


def known_checks(
    store: Store, text: str, *, limit: int = 10, cancelled: Callable[[], bool] | None = None
) -> list[FoundCheck]:
    """Ask what was published on `text`, put the answers on the desk, and return those that fit, best first.

    The key is the person's own, from $KZCHECK_FACTCHECK_KEY. Raises KzcheckError when there is none, or when
    the service does not answer.
    """
    key = os.environ.get(KEY)
    if not key:
        raise KzcheckError(
            f"nothing was asked: there is no key for the Fact Check Tools; put yours into ${KEY}"
        )
    base = os.environ.get(BASE) or FACT_CHECK_BASE
    answers = search_fact_checks(text, key=key, base_url=base, limit=limit, cancelled=cancelled)
    checks = [check for answer in answers if (check := _check(answer)) is not None]
    put_checks(store, checks)
    asked = {check.id for check in checks}
    found = CheckLookup(store).find(text, limit=limit + len(asked))
    return [one for one in found if one.check.id in asked]


def _check(answer: dict[str, str | None]) -> FactCheck | None:
    words = {name: _line(value) for name, value in answer.items()}
    claim, identity = words.pop("claim"), words.pop("id")
    return None if claim is None or identity is None else FactCheck(id=identity, claim=claim, **words)


def _line(value: str | None) -> str | None:
    """Return a text of the service as one line that is safe to show, None when it is empty."""
    return None if value is None else " ".join(clean_text(value).split()) or None
