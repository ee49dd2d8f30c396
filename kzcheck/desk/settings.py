"""The settings that all reviewers of a desk share: what each is for, and which values it takes."""

from typing import NamedTuple

from kzcheck.domain import KzcheckError

GATE = "gate"
FETCH = "fetch"
ARCHIVE = "archive"
ON, OFF = "on", "off"


class Setting(NamedTuple):
    """One setting. `values` are those it can take; it has none if it takes a web address."""

    name: str
    values: tuple[str, ...]
    default: str
    help: str


SETTINGS = (
    Setting(
        GATE,
        ("any", "strict", "off"),
        "any",
        "the evidence that verified and disputed need: any citation; one primary or three independent "
        "secondary sources; nothing",
    ),
    Setting(
        FETCH, (OFF, ON), OFF, "whether a cited page is fetched and kept at once; otherwise only when asked"
    ),
    Setting(
        ARCHIVE,
        (),
        "https://web.archive.org/save/",
        "where recheck --archive asks for a public copy; the address of the page is appended to it",
    ),
)


def setting(name: str) -> Setting:
    """Return the setting called `name`. Raises KzcheckError when there is none."""
    for known in SETTINGS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in SETTINGS)
    raise KzcheckError(f"there is no setting {name!r}; name one of {names}")


def refuse_unfit(name: str, value: str | None) -> None:
    """Raise KzcheckError when a known setting does not take the value; None resets it and always fits."""
    known = next((known for known in SETTINGS if known.name == name), None)
    if known is None or value is None or value in known.values:
        return
    if known.values:
        raise KzcheckError(f"{name} was not set to {value!r}; choose one of {', '.join(known.values)}")
    if not value.startswith(("https://", "http://")):
        raise KzcheckError(f"{name} was not set: {value!r} is not a web address; begin it with https://")
