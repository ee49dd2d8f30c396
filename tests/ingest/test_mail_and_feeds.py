"""Newsletters as .eml files, and feeds of many documents."""

import io
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from kzcheck.domain import Document, KzcheckError, Metadata, Page, ZoneKind
from kzcheck.ingest import read_source

Body = Callable[[Document], str]
ReadFile = Callable[[Path], Document]

PARAGRAPH = "The dam above the old town held 12 percent more water this spring than a year before it did."


def never(url: str) -> Page:
    pytest.fail(f"{url} was fetched")


def read_all(data: bytes) -> list[Document]:
    return read_source("-", given=Metadata(), stdin=io.BytesIO(data), fetch=never)


def letter(html: str | None, plain: str | None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Steppe Courier <letter@courier.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = "Dam opens its gates – our weekly letter"
    message["Date"] = "Fri, 07 Jan 2022 08:00:00 +0600"
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


@pytest.mark.parametrize(("html", "plain"), [(True, True), (True, False), (False, True)])
def test_a_newsletter_is_read_whatever_its_parts(
    html: bool, plain: bool, tmp_path: Path, read_file: ReadFile, body_of: Body
) -> None:
    path = tmp_path / "letter.eml"
    message = letter(
        f"<html><body><p>{PARAGRAPH}</p></body></html>" if html else None, f"{PARAGRAPH}\n" if plain else None
    )
    path.write_bytes(message.as_bytes())
    document = read_file(path)
    assert body_of(document) == PARAGRAPH
    assert document.metadata == Metadata(
        title="Dam opens its gates – our weekly letter",
        outlet="The Steppe Courier",
        published="2022-01-07",
        published_from="meta",
    )


def test_a_newsletter_laid_out_with_tables_is_read_without_its_rim(
    tmp_path: Path, read_file: ReadFile, body_of: Body
) -> None:
    rows = [
        "<a href=x>View in browser</a>",
        "<h1>The week in water</h1>",
        f"<table><tr><td>{PARAGRAPH}<br><br>Farmers had asked for it since the winter.</td></tr></table>",
        "<b>Also this week</b>",
        f"A second reservoir was promised. {PARAGRAPH}",
        "<table><tr><td><a href=a>One</a></td><td><a href=b>Two</a></td></tr></table>",
        "You receive this letter because you asked for it. <a href=u>Unsubscribe</a>",
    ]
    html = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    path = tmp_path / "letter.eml"
    path.write_bytes(letter(f"<html><body><table>{html}</table></body></html>", None).as_bytes())
    assert body_of(read_file(path)).split("\n\n") == [
        PARAGRAPH,
        "Farmers had asked for it since the winter.",
        "Also this week",
        f"A second reservoir was promised. {PARAGRAPH}",
    ]


def test_a_newsletter_is_known_by_its_headers(body_of: Body) -> None:
    [document] = read_all(letter(None, PARAGRAPH).as_bytes())
    assert body_of(document) == PARAGRAPH


def test_a_message_of_attachments_alone_is_refused(tmp_path: Path, read_file: ReadFile) -> None:
    message = EmailMessage()
    message["Subject"] = "Scan"
    message.add_attachment(b"\x00\x01", maintype="image", subtype="png")
    path = tmp_path / "scan.eml"
    path.write_bytes(message.as_bytes())
    with pytest.raises(KzcheckError, match="no text, only attachments"):
        read_file(path)


@pytest.mark.parametrize(
    "header",
    ["From: " + "(" * 50_000, "Content-Type: text/plain; " + "a=b;" * 20_000, "Subject: " + "=?q?" * 9_000],
)
def test_an_absurd_header_is_refused_at_once(header: str, tmp_path: Path, read_file: ReadFile) -> None:
    path = tmp_path / "odd.eml"
    path.write_text(f"{header}\nDate: now\n\n{PARAGRAPH}", encoding="ascii")
    with pytest.raises(KzcheckError, match="absurdly long"):
        read_file(path)


RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Steppe Courier</title>
<item><title>Dam opens</title><link>https://courier.example/dam</link><dc:creator>Dana Omar</dc:creator>
<pubDate>Fri, 07 Jan 2022 08:00:00 +0600</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{PARAGRAPH}</p><p>It is full.</p><script>1</script>]]></content:encoded></item>
<item><title>Snow</title><link>https://courier.example/snow</link>
<description>It snowed for 3 days.</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Steppe Courier</title>
<entry><title>Dam opens</title><link rel="self" href="https://courier.example/self"/>
<link href="https://courier.example/dam"/><published>2022-01-07T08:00:00Z</published>
<author><name>Dana Omar</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPH}</p>
<p>It is full.</p></div></content>
</entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_a_feed_gives_a_document_for_each_entry(feed: str, body_of: Body) -> None:
    first = read_all(feed.encode())[0]
    assert body_of(first) == f"{PARAGRAPH}\n\nIt is full."
    assert first.text.startswith("Dam opens\n\n")
    assert first.zones[0].kind is ZoneKind.HEADLINE
    assert first.metadata == Metadata(
        title="Dam opens",
        outlet="The Steppe Courier",
        author="Dana Omar",
        published="2022-01-07",
        published_from="meta",
        url="https://courier.example/dam",
    )


HEADERS = b"From: A <a@b.example>\nSubject: Hi\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nMIME-Version: 1.0\n"


def test_a_charset_that_nobody_knows_or_that_is_wrong_is_guessed() -> None:
    for charset in (b"x-unknown", b"base64", b"us-ascii", b"utf-8"):
        head = HEADERS + b"Content-Type: text/plain; charset=" + charset + b"\n\n"
        (document,) = read_all(head + b"The caf\xe9 has 31 seats. \xe9 " * 9)
        assert "The café has 31 seats." in document.text


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: text/plain\n\n" + bytes(range(128, 256)) * 200,
        b'Content-Type: multipart/mixed; boundary="x"\n\n' + b"--x\nContent-Type: image/png\n\na\n" * 20_000,
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3_000)),
    ],
    ids=["junk", "many parts", "nested parts"],
)
def test_a_message_of_junk_is_refused_in_one_line(body: bytes) -> None:
    with pytest.raises(KzcheckError) as refused:
        read_all(HEADERS + body)
    assert "\n" not in str(refused.value)


def test_an_entry_without_content_has_its_description() -> None:
    second = read_all(RSS.encode())[1]
    assert second.text == "Snow\n\nIt snowed for 3 days."
    assert second.metadata.published is None


def test_a_feed_without_text_is_refused() -> None:
    with pytest.raises(KzcheckError, match="no entry with text"):
        read_all(b"<rss><channel><item><title>Only a title</title></item></channel></rss>")


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>',
        "<rss><channel><item>",
        "<rss>" + "<a>" * 5_000,
    ],
)
def test_an_unsafe_or_broken_feed_is_refused_in_one_line(feed: str) -> None:
    with pytest.raises(KzcheckError, match="XML") as caught:
        read_all(feed.encode())
    assert "\n" not in str(caught.value)


def test_an_entry_nested_deeper_than_anybody_writes_is_refused() -> None:
    deep = "<div>" * 900 + PARAGRAPH + "</div>" * 900
    with pytest.raises(KzcheckError, match="nests more than"):
        read_all(
            f"<feed><entry><title>Deep</title><content type='xhtml'>{deep}</content></entry></feed>".encode()
        )


def test_an_entry_of_pictures_alone_is_passed_over() -> None:
    feed = RSS.replace("It snowed for 3 days.", "&lt;img src='x.png'&gt;")
    assert [document.metadata.title for document in read_all(feed.encode())] == ["Dam opens"]
