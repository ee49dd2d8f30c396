"""Reading newsletters from .eml files: the HTML or plain part, with subject, sender and date."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from kzcheck.domain import KzcheckError, Metadata
from kzcheck.ingest.cleaning import one_line, reason
from kzcheck.ingest.decoding import MOST_WRONG, decode_text
from kzcheck.ingest.edtf import mail_date

# The standard library takes quadratic time over a header as long as this.
_OVERLONG = re.compile(
    rb"^(?:content-[a-z-]+|from|subject|date|mime-version):(?:[^\n]|\n[ \t]){2000}",
    re.IGNORECASE | re.MULTILINE,
)
MOST_PARTS = 10_000
BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def read_mail(data: bytes, name: str) -> tuple[str, bool, Metadata]:
    """Return the text of a message, whether it is HTML, and its metadata.

    Raises KzcheckError when the message is broken or has no part with text.
    """
    if data.count(b"\n--") > MOST_PARTS:
        raise KzcheckError(f"{name}: the message has thousands of parts; save its text as a .txt file")
    if _OVERLONG.search(data):
        raise KzcheckError(f"{name}: a header of the message is absurdly long; save its text as a .txt file")
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("html", "plain"))
        if not isinstance(part, EmailMessage):
            raise KzcheckError(f"{name}: the message has no text, only attachments; save them as files")
        content = _content(part, name)
        sender, address = parseaddr(str(message.get("from", "")))
        published = mail_date(str(message.get("date", "")))
        metadata = Metadata(
            title=one_line(str(message.get("subject", ""))),
            outlet=one_line(sender) or one_line(address.rpartition("@")[2]),
            published=published,
            published_from="meta" if published else None,
        )
        return content, part.get_content_subtype() == "html", metadata
    except BROKEN as error:
        raise KzcheckError(
            f"{name}: the message is damaged: {reason(error)}; save it again, or as HTML"
        ) from error


def _content(part: EmailMessage, name: str) -> str:
    """Return the text of a part; where its charset is unknown or wrong, the text that its bytes look like."""
    try:
        content = str(part.get_content())
    except (LookupError, ValueError):
        content = ""
    if content.count("\ufffd") <= MOST_WRONG * len(content) and content:
        return content
    payload = part.get_payload(decode=True)
    return decode_text(payload, name) if isinstance(payload, bytes) else content
