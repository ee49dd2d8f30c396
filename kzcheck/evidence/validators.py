"""Validators: the headers by which a server can say later that a page has not changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """The validators that a server sent with a page (RFC 9110, section 13)."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, headers: tuple[tuple[str, str], ...]) -> "Validators":
        """Return the validators among the headers of a page."""
        named = {name.lower(): value for name, value in headers}
        return cls(etag=named.get("etag"), last_modified=named.get("last-modified"))
