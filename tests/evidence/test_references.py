"""What a reference refers to, and when two references are the same source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.evidence import ReferenceKind, canonical_url, read_reference, shown_url, site_of


@pytest.mark.parametrize(
    ("text", "kind", "identity", "url"),
    [
        ("doi:10.1000/Ab.(1)2", "doi", "doi:10.1000/ab.(1)2", "https://doi.org/10.1000/ab.(1)2"),
        ("10.1000/ab.", "doi", "doi:10.1000/ab", "https://doi.org/10.1000/ab"),
        ("https://doi.org/10.1000%2Fab", "doi", "doi:10.1000/ab", "https://doi.org/10.1000/ab"),
        ("See https://dx.doi.org/10.1000/ab", "doi", "doi:10.1000/ab", "https://doi.org/10.1000/ab"),
        ("arXiv:2201.01234v2", "arxiv", "arxiv:2201.01234", "https://arxiv.org/abs/2201.01234v2"),
        ("https://arxiv.org/pdf/2201.01234", "arxiv", "arxiv:2201.01234", "https://arxiv.org/abs/2201.01234"),
        (
            "arxiv.org/abs/hep-th/9901001",
            "arxiv",
            "arxiv:hep-th/9901001",
            "https://arxiv.org/abs/hep-th/9901001",
        ),
        (
            "https://en.m.wikipedia.org/wiki/Kazakhstan#History",
            "wikipedia",
            "//en.wikipedia.org/wiki/Kazakhstan",
            "https://en.m.wikipedia.org/wiki/Kazakhstan#History",
        ),
        (
            " http://WWW.A.example:80/b/?utm_source=x&q=1 ",
            "web",
            "//a.example/b?q=1",
            "http://WWW.A.example:80/b/?utm_source=x&q=1",
        ),
        ("The  Yearbook, 2019,\n page 7", "plain", "the yearbook, 2019, page 7", None),
        ("A call on 10.10.2021", "plain", "a call on 10.10.2021", None),
        ("http://[", "plain", "http://[", None),
    ],
)
def test_a_reference_is_understood(text: str, kind: str, identity: str, url: str | None) -> None:
    reference = read_reference(text)
    assert (reference.kind, reference.identity, reference.url) == (ReferenceKind(kind), identity, url)


def test_an_archived_copy_stands_for_its_page() -> None:
    copy = read_reference("https://web.archive.org/web/20220107000000/http://www.a.example/b?fbclid=1")
    assert copy.identity == read_reference("https://a.example/b").identity
    assert copy.host == "a.example"
    assert copy.url is not None
    assert copy.url.startswith("https://web.archive.org/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/b", "http://www.a.example/b/#part"),
        ("https://a.example/b?x=1&y=2", "https://a.example/b?y=2&utm_campaign=z&x=1&gclid=7"),
        ("https://a.example/%C3%A9", "https://a.example/é"),
        ("https://a.example", "https://a.example/"),
    ],
)
def test_two_spellings_of_an_address_compare_equal(one: str, other: str) -> None:
    assert canonical_url(one) == canonical_url(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/b", "https://a.example/B"),
        ("https://a.example/b?id=1", "https://a.example/b?id=2"),
        ("https://a.example/", "https://a.example:8080/"),
        ("https://news.a.example/", "https://a.example/"),
    ],
)
def test_two_addresses_compare_unequal(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("www.theage.com.au", "theage.com.au"),
        ("edition.cnn.com", "cnn.com"),
        ("one.substack.com", "one.substack.com"),
        ("stat.gov.kz", "stat.gov.kz"),
        ("nu.edu.kz", "nu.edu.kz"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
    ],
)
def test_the_site_is_what_one_publisher_holds(host: str, site: str) -> None:
    assert site_of(host) == site


def test_an_address_is_shown_without_its_password_and_on_one_line() -> None:
    assert shown_url("https://me:pw@a.example/\x1b[2J\n\u202eb") == "https://a.example/\ufffd[2J\ufffd\ufffdb"
    assert len(shown_url("https://a.example/" + "b" * 999)) == 200


@settings(deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"https?://[a-z\[\]:.@/?#%&=]{0,30}", fullmatch=True))
def test_any_text_is_some_reference(text: str) -> None:
    assert read_reference(text).identity is not None
