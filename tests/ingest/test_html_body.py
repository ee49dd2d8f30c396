"""Which part of a page is the article."""

import json
from collections.abc import Callable

import pytest

from kzcheck.domain import Document, KzcheckError, ZoneKind

Read = Callable[..., Document]
Body = Callable[[Document], str]
ZoneOf = Callable[[Document, str], ZoneKind | None]

LEAD = (
    "The dam above the old town held 12 percent more water this spring than a year before, the river "
    "authority said on Tuesday, and the gates will stay open until the end of the month."
)
SECOND = (
    "Farmers downstream had asked for the water since February. Their union counts 340 households that "
    "sowed late, and expects a harvest of some 9,000 tons, about a fifth less than usual."
)
THIRD = (
    "“We were told in January,” said Aigul Serik, who grows melons on forty hectares. “Nobody believed it, "
    "and now the lower fields are a lake.” The authority did not answer a question about that."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Dam opens its gates | The Steppe Courier</title>
<style>.x {{ color: red }}</style><script>var secret = 77;</script></head><body class="single has-sidebar">
<header class="site-header"><a href="/">The Steppe Courier</a><nav><ul><li><a href="/n">News</a></li>
<li><a href="/s">Sport</a></li></ul></nav></header>
<main><article class="post">
<h1>Dam opens its gates</h1>
<p class="byline">By <a rel="author" href="/a">Dana Omar</a></p>
<p class="standfirst">Why 340 households wait for a river to fall</p>
<figure><img src="d.jpg"><figcaption>The dam in April. Photo by the authority</figcaption></figure>
<div class="share-bar"><a href="#">Share on one</a> <a href="#">Share on two</a></div>
<div class="entry-content">
<p>{LEAD}</p>
<p>{SECOND}</p>
<h2>What the farmers say</h2>
<p>{THIRD}</p>
<aside class="newsletter"><p>Sign up for our weekly letter with 5 stories that nobody else has.</p></aside>
<ul><li>Gates opened: 4 of 6</li><li>Days until the next reading: 11</li></ul>
<p style="display:none">Hidden words of a paywall that were not meant to be seen by any reader of 2026.</p>
</div>
<div class="author-bio"><p>Dana Omar has covered rivers for 14 years and lives beside one.</p></div>
<section class="related"><h3>More from the region</h3>
<ul><li><a href="/1">Ten bridges closed</a></li></ul></section>
</article></main>
<section id="comments"><h2>3 comments</h2><div class="comment"><p>In 1993 it was far worse, with 60 houses
under water, and nobody wrote a line about it. I was there and I saw it with my own eyes.</p></div></section>
<footer><p>Copyright 2026 The Steppe Courier. All rights reserved, in 12 languages.</p></footer>
</body></html>"""
PAGE_WITH = (
    f"<html><body><article><p>{LEAD}</p><p>{{}}</p><p>{SECOND}</p><p>{THIRD}</p></article></body></html>"
)


def test_the_body_is_the_paragraphs_headings_and_lists_of_the_article(read_html: Read, body_of: Body) -> None:
    assert body_of(read_html(PAGE)) == "\n\n".join(
        [
            LEAD,
            SECOND,
            "What the farmers say",
            THIRD,
            "Gates opened: 4 of 6",
            "Days until the next reading: 11",
        ]
    )


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Dam opens its gates", ZoneKind.HEADLINE),
        ("Why 340 households", ZoneKind.HEADLINE),
        ("By Dana Omar", ZoneKind.BYLINE),
        ("The dam in April", ZoneKind.CAPTION),
        ("Share on one", ZoneKind.BOILERPLATE),
        ("Sign up for our weekly", ZoneKind.BOILERPLATE),
        ("Hidden words", ZoneKind.BOILERPLATE),
        ("Dana Omar has covered", ZoneKind.BIO),
        ("Ten bridges closed", ZoneKind.BOILERPLATE),
        ("In 1993 it was", ZoneKind.COMMENT),
        ("Copyright 2026", ZoneKind.BOILERPLATE),
        ("Sport", ZoneKind.NAVIGATION),
    ],
)
def test_what_is_not_the_body_is_kept_with_its_zone(
    words: str, zone: ZoneKind, read_html: Read, zone_of: ZoneOf
) -> None:
    assert zone_of(read_html(PAGE), words) is zone


def test_scripts_and_styles_are_not_text(read_html: Read) -> None:
    text = read_html(PAGE).text
    assert "secret" not in text
    assert "color: red" not in text


def test_line_breaks_in_pairs_part_paragraphs_and_single_ones_lines(read_html: Read, body_of: Body) -> None:
    html = f"<html><body><div>{LEAD}<br><br>{SECOND}<br>{THIRD}</div></body></html>"
    assert body_of(read_html(html)) == f"{LEAD}\n\n{SECOND}\n{THIRD}"


def test_white_space_of_the_source_is_one_space(read_html: Read, body_of: Body) -> None:
    html = f"<html><body><p>\n  {LEAD.replace(' ', chr(10) + '   ')}</p></body></html>"
    assert body_of(read_html(html)) == LEAD


def test_inline_elements_do_not_part_words(read_html: Read, body_of: Body) -> None:
    html = (
        f"<html><body><p>{LEAD} It rose <b>1</b><i>2</i>&nbsp;cm, or H<sub>2</sub>O knows.</p></body></html>"
    )
    assert "It rose 12 cm, or H2O knows." in body_of(read_html(html))


def test_an_article_in_a_frame_with_a_misleading_name_is_found(read_html: Read, body_of: Body) -> None:
    html = (
        f"<html><body><div class='sidebar-layout widget'><p>{LEAD}</p><p>{SECOND}</p></div>"
        f"<div class='footer'><p>{THIRD}</p></div></body></html>"
    )
    assert body_of(read_html(html)) == f"{LEAD}\n\n{SECOND}"


def test_cookie_notices_longer_than_the_article_are_not_the_body(read_html: Read, body_of: Body) -> None:
    notice = (
        "We use cookies to make this page better. " + "Cookies that are needed are kept on your device. " * 5
    )
    html = f"<html><body><div><p>{LEAD}</p></div><div id=c><p>{notice}</p><p>{notice}</p></div></body></html>"
    assert body_of(read_html(html)) == LEAD


def test_teasers_below_the_article_are_not_the_body(read_html: Read, body_of: Body) -> None:
    teasers = "".join(
        f"<div class=card><h3><a href='/{n}'>Another story about place number {n}</a></h3>"
        f"<p>A long sentence which says what story {n} would tell if anybody opened it today.</p></div>"
        for n in range(5)
    )
    html = f"<html><body><div><div><p>{LEAD}</p><p>{SECOND}</p></div>{teasers}</div></body></html>"
    assert body_of(read_html(html)) == f"{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize(
    "left_over",
    [
        "http://courier.example/uploads/2026/dam.jpg 540 960 dana http://courier.example/logo.png",
        '[button link="http://courier.example/letter" type="big"] Send us your letter[/button]',
        "Join our forums to keep talking about 9 rivers with 4,000 others!",
    ],
)
def test_what_a_page_maker_left_in_the_text_is_not_the_body(
    left_over: str, read_html: Read, body_of: Body
) -> None:
    assert left_over in PAGE_WITH.format(left_over)
    document = read_html(PAGE_WITH.format(left_over))
    assert left_over[:20] in document.text
    assert left_over[:20] not in body_of(document)
    assert SECOND in body_of(document)


def test_a_list_under_a_heading_of_other_stories_is_not_the_body(read_html: Read, body_of: Body) -> None:
    html = (
        f"<html><body><div><p>{LEAD}</p><p>{SECOND}</p><h4>Most read</h4><ul><li>Snow in May</li>"
        "<li>A bridge of glass</li></ul></div></body></html>"
    )
    assert body_of(read_html(html)) == f"{LEAD}\n\n{SECOND}"


def test_an_article_without_spaces_between_words_is_found(read_html: Read, body_of: Body) -> None:
    lines = [
        "今年春季水库蓄水量比去年增加了百分之十二，河流管理局星期二这样表示。",
        "农民从二月开始就一直要求放水，共有三百四十户人家推迟播种。",
    ]
    html = (
        "<html><body><nav><a href=/>首页</a></nav><div>"
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</div></body></html>"
    )
    assert body_of(read_html(html)) == "\n\n".join(lines)


@pytest.mark.parametrize("marked_up", [True, False])
def test_a_page_that_a_script_would_fill_has_the_text_that_it_describes(
    marked_up: bool, read_html: Read, body_of: Body
) -> None:
    paragraphs = [LEAD, SECOND, THIRD]
    described = "".join(f"<p>{text}</p>" for text in paragraphs) if marked_up else "\n\n".join(paragraphs)
    data = json.dumps({"@type": "NewsArticle", "articleBody": described}).replace("</", "<\\/")
    html = (
        f"<html><head><script type='application/ld+json'>{data}</script></head>"
        "<body><div id=app>Loading, please switch on your scripts to read on.</div></body></html>"
    )
    assert body_of(read_html(html)) == "\n\n".join(paragraphs)


def test_a_page_without_text_is_an_error(read_html: Read) -> None:
    with pytest.raises(KzcheckError, match="no text"):
        read_html("<html><body><script>1</script><img src=x></body></html>")


def test_zones_stand_in_order_and_only_blank_lines_stand_between(read_html: Read) -> None:
    document = read_html(PAGE)
    position = 0
    for zone in document.zones:
        assert zone.start >= position
        assert document.text[position : zone.start].strip() == ""
        assert document.text[zone.start : zone.end] == document.text[zone.start : zone.end].strip() != ""
        position = zone.end
    assert position == len(document.text)


def test_markup_in_the_text_stays_text(read_html: Read, body_of: Body) -> None:
    html = f"<html><body><p>{LEAD} &lt;b&gt;[bold]\x1b[31m&#x202e;</p></body></html>"
    assert body_of(read_html(html)).endswith("<b>[bold]\u241b\u2426")


def test_the_entries_of_a_live_blog_are_the_body(read_html: Read, body_of: Body) -> None:
    entries = [f"At {hour}:00 the authority spoke again. {LEAD} {SECOND} {THIRD}" for hour in range(9, 13)]
    blocks = "".join(
        f"<article class=entry><h3><a href='#{n}'>What was said in hour {n}</a></h3><p>{text}</p></article>"
        for n, text in enumerate(entries)
    )
    body = body_of(read_html(f"<html><body><nav><a href=/>Home</a></nav><div>{blocks}</div></body></html>"))
    assert all(text in body for text in entries)
