"""What is known about a document beside its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a document beside its text; None where the document does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """The date of publication, EDTF (`2022-01-07`, `2022-01`, `2022`)."""
    published_from: str | None = None
    """Where the date was found: `json-ld`, `meta`, `byline`, `dateline`, `url`, `option`."""
    url: str | None = None
