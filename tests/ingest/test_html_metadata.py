"""What a page says about itself."""

import json
from collections.abc import Callable

import pytest

from kzcheck.domain import Document, Metadata

Read = Callable[..., Document]

TEXT = "<p>The dam above the old town held 12 percent more water this spring than a year before it did.</p>"


def found(read_html: Read, head: str, body: str = "", url: str = "https://courier.example/a") -> Metadata:
    return read_html(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>", url).metadata


def test_json_ld_in_a_graph_says_all(read_html: Read) -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Courier site"},
            {
                "@type": ["NewsArticle"],
                "headline": "Dam & gates",
                "datePublished": "2022-01-07T23:30:00+06:00",
                "author": [{"@type": "Person", "name": "Dana Omar"}, {"name": "Ivan Petrov"}],
                "publisher": {"@type": "Organization", "name": "The Steppe Courier"},
                "url": "https://courier.example/dam",
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert found(read_html, head) == Metadata(
        title="Dam & gates",
        outlet="The Steppe Courier",
        author="Dana Omar, Ivan Petrov",
        published="2022-01-07",
        published_from="json-ld",
        url="https://courier.example/dam",
    )


@pytest.mark.parametrize(
    "wrong", ["{", "[[[[", "null", "42", '{"@type": 7, "author": 3}', '{"@type":"Article","author":{}}']
)
def test_broken_json_ld_is_passed_over(wrong: str, read_html: Read) -> None:
    head = f'<title>Dam opens</title><script type="application/ld+json">{wrong}</script>'
    assert found(read_html, head).title == "Dam opens"


def test_json_ld_is_unescaped_and_its_author_is_a_name_alone(read_html: Read) -> None:
    data = {"@type": "Article", "headline": "Dam &amp; gates &#163;7m", "author": "Analysis by Dana Omar"}
    metadata = found(read_html, f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert (metadata.title, metadata.author) == ("Dam & gates £7m", "Dana Omar")


def test_what_tags_leave_open_is_read_from_the_text(read_html: Read) -> None:
    body = "<article><h1>Dam opens its gates</h1><p>By Dana Omar</p><p>January 7, 2022</p>"
    metadata = found(read_html, "", body)
    assert metadata.author == "Dana Omar"
    assert metadata.published == "2022-01-07"


def test_open_graph_and_meta_tags_fill_in(read_html: Read) -> None:
    head = (
        '<meta property="og:title" content="Dam opens its gates - The Steppe Courier">'
        '<meta property="og:site_name" content="The Steppe Courier">'
        '<meta property="article:published_time" content="2022-01-07T08:00:00Z">'
        '<meta name="author" content="By Dana Omar">'
        '<link rel="canonical" href="/2022/dam">'
    )
    assert found(read_html, head) == Metadata(
        title="Dam opens its gates",
        outlet="The Steppe Courier",
        author="Dana Omar",
        published="2022-01-07",
        published_from="meta",
        url="https://courier.example/2022/dam",
    )


@pytest.mark.parametrize(
    ("name", "content", "edtf"),
    [
        ("citation_publication_date", "2019/03/02", "2019-03-02"),
        ("dc.date", "2019-03", "2019-03"),
        ("parsely-pub-date", "2019-03-02T10:00:00Z", "2019-03-02"),
        ("sailthru.date", "Sat, 02 Mar 2019 10:00:00 +0000", "2019-03-02"),
        ("pubdate", "20190302", "2019-03-02"),
        ("date", "March 2, 2019", "2019-03-02"),
    ],
)
def test_dates_of_other_meta_tags_are_read(name: str, content: str, edtf: str, read_html: Read) -> None:
    metadata = found(read_html, f'<meta name="{name}" content="{content}">')
    assert (metadata.published, metadata.published_from) == (edtf, "meta")


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2019-03-02T10:00">yesterday</time>',
        '<span class="dateline">2 March 2019</span>',
        '<div class="post-date">Posted on Mar. 2nd, 2019 at noon</div>',
        '<div class="date">2. März 2019</div>',
        '<div class="date">le 2 mars 2019 à 10 h</div>',
        '<div class="date">Sábado, 2 de marzo de 2019</div>',
        '<div class="date">2 марта 2019, 10:00</div>',
        '<div class="date">02.03.2019 10:00</div>',
        '<div class="date">2019년 3월 2일</div>',
        '<div class="date">2019年3月2日</div>',
        "<p>기사입력 :[ 2019-03-02 15:24 ]</p>",
        "<p>Veröffentlicht am 2. März 2019</p>",
    ],
)
def test_a_date_that_is_shown_is_read(body: str, read_html: Read) -> None:
    metadata = found(read_html, "", body)
    assert (metadata.published, metadata.published_from) == ("2019-03-02", "byline")


@pytest.mark.parametrize(
    "body",
    [
        "<p>The book was published in 2010 in Riga.</p>",
        '<div class="date">an outfit of the general 2010</div>',
        "<p>The field was measured on 2 March 2019.</p>",
    ],
)
def test_a_date_that_may_be_of_something_else_is_not_taken(body: str, read_html: Read) -> None:
    assert found(read_html, "", body).published is None


def test_the_day_is_taken_from_json_ld_that_is_not_quite_json(read_html: Read) -> None:
    head = '<script type="application/ld+json">{"a": [x], "datePublished": "2019-03-02T10:00"}</script>'
    metadata = found(read_html, head)
    assert (metadata.published, metadata.published_from) == ("2019-03-02", "json-ld")


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://courier.example/2022/01/07/dam", "2022-01-07"),
        ("https://courier.example/world/2022/jan/07/dam", "2022-01-07"),
        ("https://courier.example/2022/01/dam", "2022-01"),
        ("https://courier.example/20220107/dam", "2022-01-07"),
        ("https://courier.example/2022-01-07-dam", "2022-01-07"),
        ("https://courier.example/1234/56/78", None),
        ("https://courier.example/item/20229999", None),
    ],
)
def test_the_address_may_tell_the_date(url: str, edtf: str | None, read_html: Read) -> None:
    metadata = found(read_html, "", url=url)
    assert metadata.published == edtf
    assert metadata.published_from == ("url" if edtf else None)


def test_a_date_that_cannot_be_is_not_taken(read_html: Read) -> None:
    assert found(read_html, '<meta name="date" content="2019-13-45">').published is None


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ('<a rel="author" href="/d">Dana Omar</a>', "Dana Omar"),
        ('<div class="byline">By Dana Omar | 4 May 2020</div>', "Dana Omar"),
        ('<div class="byline">Written by Dana Omar, senior editor</div>', "Dana Omar"),
        ('<span class="author">admin</span>', None),
    ],
)
def test_a_byline_that_is_shown_is_read(body: str, author: str | None, read_html: Read) -> None:
    assert found(read_html, "", body).author == author


def test_the_outlet_behind_the_title_is_cut_off_and_used(read_html: Read) -> None:
    metadata = found(read_html, "<title>Dam opens its gates | The Steppe Courier</title>")
    assert (metadata.title, metadata.outlet) == ("Dam opens its gates", "The Steppe Courier")


def test_a_title_with_a_dash_of_its_own_is_kept_whole(read_html: Read) -> None:
    head = '<meta property="og:title" content="Water – and what follows from it for the fields below">'
    assert found(read_html, head).title == "Water – and what follows from it for the fields below"


@pytest.mark.parametrize("title", ["Opinion | Water and its fields", "The Dam Review: Water and its fields"])
def test_a_series_before_the_title_goes_when_the_heading_says_so(title: str, read_html: Read) -> None:
    head = f'<meta property="og:title" content="{title}">'
    assert found(read_html, head, "<h1>Water and its fields</h1>").title == "Water and its fields"
    assert found(read_html, head, "<h1>Another heading</h1>").title == title


def test_a_title_that_the_heading_says_whole_is_not_cut_at_its_dash(read_html: Read) -> None:
    metadata = found(read_html, "<title>W.E.L.L. - a year of it</title>", "<h1>W.E.L.L. - a year of it</h1>")
    assert (metadata.title, metadata.outlet) == ("W.E.L.L. - a year of it", None)


def test_control_characters_in_metadata_are_made_visible(read_html: Read) -> None:
    assert found(read_html, "<title>Dam\x1b[2J\nopens</title>").title == "Dam\u241b opens"


def test_an_address_that_is_none_is_not_taken(read_html: Read) -> None:
    assert (
        found(read_html, '<link rel="canonical" href="javascript:alert(1)">').url
        == "https://courier.example/a"
    )
    assert found(read_html, '<link rel="canonical" href="http://[broken">').url == "https://courier.example/a"
