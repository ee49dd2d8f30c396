"""The archive and the fact-check search, against a server of our own."""

import json

import pytest
from pytest_httpserver import HTTPServer

from kzcheck.domain import KzcheckError
from kzcheck.evidence import archive_page, search_fact_checks

ANSWER = {
    "claims": [
        {
            "text": "Half the town works at the mill",
            "claimant": "A mayor",
            "claimDate": "2021-05-01T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Check Desk", "site": "check.example"},
                    "url": "https://check.example/1",
                    "title": "No, a tenth does",
                    "reviewDate": "2021-05-07T09:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                },
                {"publisher": {"site": "other.example"}, "url": "https://other.example/2"},
            ],
        },
        {"text": "No review at all"},
    ]
}


def search(httpserver: HTTPServer, limit: int = 10) -> list[dict[str, str | None]]:
    return search_fact_checks("the mill", key="sesame", base_url=httpserver.url_for("/"), limit=limit)


def test_published_fact_checks_come_as_the_import_takes_them(httpserver: HTTPServer) -> None:
    httpserver.expect_request(
        "/v1alpha1/claims:search",
        query_string={"query": "the mill", "key": "sesame", "pageSize": "10"},
    ).respond_with_json(ANSWER)
    first, second = search(httpserver)
    assert len(first.pop("id") or "") == 13
    assert first == {
        "claim": "Half the town works at the mill",
        "title": "No, a tenth does",
        "claimant": "A mayor",
        "publisher": "Check Desk",
        "rating": "False",
        "date": "2021-05-07",
        "url": "https://check.example/1",
    }
    assert (second["publisher"], second["rating"], second["date"]) == ("other.example", None, "2021-05-01")


def test_no_more_fact_checks_come_than_were_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1alpha1/claims:search").respond_with_json(ANSWER)
    assert len(search(httpserver, limit=1)) == 1


@pytest.mark.parametrize(
    "answer",
    [{}, [], "words", {"claims": 7}, {"claims": [7]}, {"claims": [{"claimReview": [7, {"url": 7}]}]}, None],
)
def test_an_answer_of_another_shape_holds_no_fact_checks(httpserver: HTTPServer, answer: object) -> None:
    httpserver.expect_request("/v1alpha1/claims:search").respond_with_json(answer)
    assert search(httpserver) == []


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        ("words", 200, "the answer is not JSON"),
        ("[" * 100_000, 200, "the answer is not JSON"),
        (json.dumps({"error": "key"}), 400, "check the key"),
        ("", 403, "check the key"),
        ("", 503, "status 503"),
    ],
    ids=["words", "deep", "bad key", "barred", "out of order"],
)
def test_a_search_that_fails_is_told_without_the_key(
    httpserver: HTTPServer, body: str, status: int, why: str
) -> None:
    httpserver.expect_request("/v1alpha1/claims:search").respond_with_data(body, status=status)
    with pytest.raises(KzcheckError, match=why) as caught:
        search(httpserver)
    assert "sesame" not in str(caught.value)


def test_the_key_follows_no_redirect(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1alpha1/claims:search").respond_with_data(
        status=302, headers={"Location": "/elsewhere"}
    )
    with pytest.raises(KzcheckError, match="it redirects more than 0 times"):
        search(httpserver)
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("said", ["content-location", "redirect"])
def test_the_archive_gives_the_address_of_the_copy(httpserver: HTTPServer, said: str) -> None:
    copy = "/web/20220107/https://a.example/b"
    if said == "redirect":
        httpserver.expect_request("/save/https://a.example/b").respond_with_data(
            status=302, headers={"Location": copy}
        )
        httpserver.expect_request(copy).respond_with_data("the copy")
    else:
        httpserver.expect_request("/save/https://a.example/b").respond_with_data(
            "saved", headers={"Content-Location": copy}
        )
    saved = archive_page("https://a.example/b", endpoint=httpserver.url_for("/save/"))
    assert saved == httpserver.url_for(copy)


def test_an_archive_that_says_nothing_is_told(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/save/https://a.example/b").respond_with_data("done")
    with pytest.raises(KzcheckError, match="did not say where the copy is"):
        archive_page("https://a.example/b", endpoint=httpserver.url_for("/save/"))


def test_an_archive_sends_nobody_into_the_private_network(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/save/https://a.example/b").respond_with_data(
        status=302, headers={"Location": "http://10.0.0.7/"}
    )
    with pytest.raises(KzcheckError, match=r"10\.0\.0\.7 is a private network"):
        archive_page("https://a.example/b", endpoint=httpserver.url_for("/save/"))


def test_a_setting_that_is_no_address_is_told() -> None:
    with pytest.raises(KzcheckError, match="correct the setting"):
        archive_page("https://a.example/b", endpoint="http://a:b/")
