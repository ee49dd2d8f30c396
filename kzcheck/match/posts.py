"""Posts of people, cleared of all but the statement: links, handles, hashtags, signatures."""

import re
from typing import NamedTuple

_SIGNATURE = re.compile(
    r"\s*(?:--|[—–-])\s*(?P<author>[^—\n]{0,80}?)\s*\(@(?P<handle>\w+)\)\s*(?P<date>[^()\n]{0,40})$"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S+")
_TAG = re.compile(r"[#@](\w+)")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")


class Post(NamedTuple):
    """A text without noise. `author` and `date` are those of its signature as written, or empty."""

    text: str
    author: str
    date: str


def read_post(text: str) -> Post:
    """Return a text without links and without a signature "— Name (@handle) date"; split hashtags."""
    signature = _SIGNATURE.search(text)
    author = date = ""
    if signature:
        text = text[: signature.start()]
        author = f"{signature['author']} {split_tag(signature['handle'])}".strip()
        date = signature["date"].strip()
    text = _LINK.sub(" ", text).replace("&amp;", "&")
    text = _TAG.sub(lambda tag: f" {split_tag(tag[1])} ", text)
    return Post(" ".join(text.split()), author, date)


def split_tag(tag: str) -> str:
    """Return the words of a hashtag or a handle: "AustralianFires2020" has three."""
    return _SEAM.sub(" ", tag)
