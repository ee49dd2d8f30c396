"""Understanding the reference of a citation: a web address, DOI, arXiv id, Wikipedia page, or plain words."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

SHOWN_LENGTH = 200
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_USER_INFO = re.compile(r"(?<=//)[^/?#@]*@")
_DOI = re.compile(r"(?:^|doi:\s*|doi\.org/)(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:^arxiv:\s*|arxiv\.org/(?:abs|pdf|html)/)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)",
    re.IGNORECASE,
)
_WIKIPEDIA = re.compile(r"^([a-z-]+)(?:\.m)?\.wikipedia\.org$")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(.+)$", re.IGNORECASE)
_TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id"
    r"|mc_[ce]id|mkt_tok|_hsenc|_hsmi|_ga|_gl|oly_(anon|enc)_id|vero_(conv|id)|wt_mc|icid|ncid|cmpid"
    r"|smid|s_cid|at_(medium|campaign)|ref_src|ref_url|ref|spm|xtor|srsltid)$",
    re.IGNORECASE,
)
# The part of the Public Suffix List that news and science sources meet; a host under another such
# suffix is taken one label too short, which counts two publishers as one, never one as two.
_TWO_LABEL_SUFFIX = re.compile(
    r"(?:^|\.)((?:co|com|org|net|ac|gov|gob|go|gouv|edu|or|ne|in|mil|nic)\.[a-z]{2})$"
)
_SHARED_HOSTS = (
    "blogspot.com", "github.io", "medium.com", "substack.com", "tumblr.com", "wordpress.com", "wixsite.com",
)  # fmt: skip


class ReferenceKind(StrEnum):
    """What a reference refers to."""

    WEB = "web"
    DOI = "doi"
    ARXIV = "arxiv"
    WIKIPEDIA = "wikipedia"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference refers to.

    `identity` is equal for different spellings of the same source. `url` is where it can be fetched, None for
    plain words. `host` is the site that is responsible for it, None for plain words and where the host only
    hands on the works of others (DOI, arXiv).
    """

    kind: ReferenceKind
    identity: str
    url: str | None
    host: str | None


def read_reference(text: str) -> Reference:
    """Return what `text` refers to: a DOI, an arXiv id, a Wikipedia page, a web address, or plain words.

    A copy at web.archive.org has the identity of the page that it is a copy of, but its own address.
    """
    words = " ".join(text.split())
    archived = _ARCHIVE.match(words)
    if archived is not None:
        original = read_reference(_with_scheme(archived[1]))
        return Reference(original.kind, original.identity, words, original.host)
    return _work(words) or _web(words) or Reference(ReferenceKind.PLAIN, words.casefold(), None, None)


def _with_scheme(url: str) -> str:
    return url if re.match(r"https?://", url, re.IGNORECASE) else f"http://{url}"


def _work(words: str) -> Reference | None:
    doi = _DOI.search(unquote(words))
    if doi is not None:
        name = doi[1].rstrip(".,;)").lower()
        return Reference(ReferenceKind.DOI, f"doi:{name}", f"https://doi.org/{name}", None)
    arxiv = _ARXIV.search(words)
    if arxiv is not None:
        name = arxiv[1].lower()
        unversioned = re.sub(r"v\d+$", "", name)
        return Reference(ReferenceKind.ARXIV, f"arxiv:{unversioned}", f"https://arxiv.org/abs/{name}", None)
    return None


def _web(words: str) -> Reference | None:
    if not re.match(r"https?://", words, re.IGNORECASE) or unsafe_characters(words):
        return None
    try:
        host = (urlsplit(words).hostname or "").removeprefix("www.")
        identity = canonical_url(words)
    except ValueError:
        return None
    wikipedia = _WIKIPEDIA.match(host)
    if wikipedia is not None:
        return Reference(ReferenceKind.WIKIPEDIA, identity, words, f"{wikipedia[1]}.wikipedia.org")
    return Reference(ReferenceKind.WEB, identity, words, host) if host else None


def canonical_url(url: str) -> str:
    """Return `url` in the one spelling by which addresses are compared; it cannot be fetched.

    Scheme, `www.`, `m.` of Wikipedia, standard port, fragment, closing slash and tracking parameters are left
    out; the rest of the query is sorted. Raises ValueError when `url` cannot be parsed.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    wikipedia = _WIKIPEDIA.match(host)
    if wikipedia is not None:
        host = f"{wikipedia[1]}.wikipedia.org"
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = sorted(
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])
    )
    return urlunsplit(("", f"{host}{port}", unquote(parts.path).rstrip("/"), urlencode(query), ""))


def site_of(host: str) -> str:
    """Return the part of `host` that belongs to one publisher: `bbc.co.uk` of `news.bbc.co.uk`."""
    labels = host.lower().rstrip(".").split(".")
    if all(label.isdigit() for label in labels) or ":" in host:
        return host
    keep = 3 if _TWO_LABEL_SUFFIX.search(host) or host.endswith(_SHARED_HOSTS) else 2
    return ".".join(labels[-keep:])


def unsafe_characters(url: str) -> bool:
    """Return whether `url` contains blanks, controls, or characters that change the direction of text."""
    return _UNSAFE.search(url) is not None


def shown_url(url: str) -> str:
    """Return `url` as it may be shown in a message: on one line, without a password, not too long."""
    shown = _USER_INFO.sub("", _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", url))
    return shown if len(shown) <= SHOWN_LENGTH else shown[: SHOWN_LENGTH - 1] + "…"
