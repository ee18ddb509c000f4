"""Search as a reader uses it, from a web server and from a folder opened by double-click, under a strict policy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.search_archive import make_offline_copy, make_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage, Recorded
    from tests.conftest import Serve

pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the site."""

    base: str
    """What every address of it begins with."""
    home: str
    """Address of the home page."""
    search: str
    """Address of the search page."""
    article: str
    """Address of an article with `{}` for its id."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("search archive"))


@pytest.fixture(scope="module", params=["web", pytest.param("folder", marks=pytest.mark.slow)])
def made(request: pytest.FixtureRequest, site: Path, serve: Serve) -> Copy:
    if request.param == "web":
        base = serve(site, "some/archive")
        return Copy(base, base, f"{base}search/", f"{base}articles/{{}}/")
    base = f"{make_offline_copy(site).as_uri()}/"
    return Copy(base, f"{base}index.html", f"{base}search/index.html", f"{base}articles/{{}}.html")


@pytest.fixture
def copy(made: Copy, recorded: Recorded) -> Iterator[Copy]:
    """Give both copies; whatever a test does, no request leaves the site or the folder."""
    yield made
    assert [url for url in recorded.requests if not url.startswith((made.base, "data:"))] == []


def titles(page: Page) -> list[str]:
    return page.locator(".pa-page__list h2").all_inner_texts()


def counted(page: Page, words: str) -> None:
    expect(page.locator(".pa-page__count")).to_have_text(words)


def asked(page: Page, query: dict[str, list[str]]) -> None:
    """Wait until the address asks for this: the browser tells of it apart from what the page shows."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == query)


def value(page: Page, name: str, words: str) -> str:
    """Text of a facet's value with its number, for example `Bakeries 1`."""
    line = page.locator(f".pa-facet li:has(input[name={name}])", has_text=words)
    return " ".join(line.inner_text().split())


def test_the_header_finds_and_the_article_is_marked(copy: Copy, page: Page) -> None:
    page.goto(copy.home)
    page.keyboard.press("/")
    page.keyboard.type("dredging")
    first = page.get_by_role("option").first
    expect(first).to_contain_text('Harbour dredging to start <b>soon</b> & "fast"')
    expect(first).to_contain_text("The Northport Courier · 2 April 2031")
    expect(first.locator("mark")).to_have_text(["dredging"])
    expect(page.get_by_role("option")).to_have_text([re.compile("Harbour"), "All results: 1"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{copy.article.format('harbour')}?highlight=dredging")
    expect(page.locator("h1 mark")).to_have_text(["dredging"])


def test_only_the_word_itself_is_marked(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?q=fast")
    expect(page.locator(".pa-page__list h2")).to_have_text(['Harbour dredging to start <b>soon</b> & "fast"'])
    expect(page.locator(".pa-page__list h2 mark")).to_have_text(["fast"])


def test_the_policy_lets_webassembly_run_and_nothing_inline(copy: Copy, page: Page) -> None:
    page.goto(copy.search)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "style-src 'self';" in policy


def test_enter_leads_to_the_search_page(copy: Copy, page: Page) -> None:
    page.goto(copy.home)
    page.keyboard.press("s")
    page.keyboard.type("ferry skerry")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{copy.search}?q=ferry+skerry")
    counted(page, "25 articles")
    assert len(titles(page)) == 20


def test_facets_narrow_and_the_address_can_be_shared(copy: Copy, page: Page, open_page: OpenPage) -> None:
    page.goto(f"{copy.search}?q=ferry")
    counted(page, "25 articles")
    page.locator("input[name=year][value='2022']").check()
    counted(page, "5 articles")
    assert value(page, "source", "Courier") == "The Northport Courier 5"
    page.locator("summary", has_text="Person mentioned").click()
    page.locator("input[name=person][value='Captain Number Two']").check()
    counted(page, "3 articles")
    asked(page, {"q": ["ferry"], "year": ["2022"], "person": ["Captain Number Two"]})
    assert sorted(titles(page)) == ["Ferry notice 12", "Ferry notice 2", "Ferry notice 22"]
    shared = open_page()
    shared.goto(page.url)
    counted(shared, "3 articles")
    assert titles(shared) == titles(page)
    expect(shared.locator("input[name=year][value='2022']")).to_be_checked()


def test_of_one_year_or_another_and_of_every_topic(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?q=ferry&source=The+Northport+Courier&year=2022")
    counted(page, "5 articles")
    assert [value(page, "year", year) for year in ("2022", "2023", "2020")] == ["2022 5", "2023 5", "2020 5"]
    page.locator("input[name=year][value='2023']").check()
    counted(page, "10 articles")
    asked(page, {"q": ["ferry"], "source": ["The Northport Courier"], "year": ["2022", "2023"]})
    assert value(page, "source", "Courier") == "The Northport Courier 10"
    assert value(page, "year", "2023") == "2023 5"
    page.goto(f"{copy.search}?topic=Ports+%26+shipping&topic=Bakeries")
    counted(page, "1 article")
    assert titles(page) == ["Loaves for the lifeboat crew"]


def test_pages_and_the_back_button(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?q=ferry&sort=newest")
    counted(page, "25 articles")
    first = titles(page)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator(".pa-page__pager span")).to_have_text("Page 2 of 2")
    asked(page, {"q": ["ferry"], "sort": ["newest"], "page": ["2"]})
    second = titles(page)
    assert len(second) == 5
    assert len({*first, *second}) == 25
    page.locator(".pa-page__list a").first.click()
    page.wait_for_url(re.compile("articles/ferry"))
    page.go_back()
    expect(page.locator(".pa-page__pager span")).to_have_text("Page 2 of 2")
    assert titles(page) == second
    page.go_back()
    expect(page.locator(".pa-page__pager span")).to_have_text("Page 1 of 2")
    assert titles(page) == first


def test_results_are_ordered_by_date(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?topic=Ports+%26+shipping&to=2031-12-31&from=2024-03-20")
    counted(page, "4 articles")
    newest = titles(page)
    assert newest[0].startswith("Harbour"), "without words the newest come first"
    assert newest[1:] == ["Loaves for the lifeboat crew", "Notes on a lighthouse", "Ferry notice 24"]
    page.locator("select[name=sort]").select_option("oldest")
    expect(page.locator(".pa-page__list h2").first).to_have_text("Ferry notice 24")
    assert titles(page) == newest[::-1]
    page.goto(f"{copy.search}?topic=Ports+%26+shipping&sort=oldest&page=2")
    counted(page, "29 articles")
    assert titles(page)[-1] == "Ein Leuchtturm für Northport", "what has no date comes last"


def test_a_date_that_is_known_by_its_month_is_within_every_day_of_it(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?from=2030-11-15&to=2030-11-15")
    counted(page, "1 article")
    assert titles(page) == ["Loaves for the lifeboat crew"]
    page.goto(f"{copy.search}?from=2030-12-01&to=2030-12-31")
    counted(page, "0 articles")


def test_names_are_found_with_and_without_their_accents(copy: Copy, page: Page) -> None:
    page.goto(copy.search)
    for words in ("Zoë Müller", "zoe muller", "MÜLLER-BRANDT", "Zoe Müller-Brandt"):
        page.locator("#pa-words").fill(words)
        counted(page, "2 articles")
        assert sorted(titles(page))[1] == "Loaves for the lifeboat crew"
        page.locator("#pa-words").fill("")
        counted(page, "Type words or choose below. 29 articles in all.")


def test_a_facet_without_values_is_not_shown(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?q=Leuchtturm")
    counted(page, "1 article")
    expect(page.locator("details.pa-facet", has_text="Topic")).to_be_visible()
    expect(page.locator("details.pa-facet", has_text="Year")).to_be_hidden()


def test_a_name_as_facet_and_as_words(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?person=Ada+Fenwick")
    counted(page, "2 articles")
    assert [title[:7] for title in titles(page)] == ["Harbour", "Notes o"], "those whose list of people has the name"
    page.goto(f"{copy.search}?q=Ada+Fenwick")
    counted(page, "3 articles")
    assert "Ein Leuchtturm für Northport" in titles(page), "and one that only says the words"


def test_every_word_must_be_there_and_a_phrase_in_its_order(copy: Copy, page: Page) -> None:
    page.goto(copy.search)
    one = ("bakery bread", '"harbour board"', "dredg", "dredgin", "leuchtturm", "bakeries", "harbour-board")
    none = ("bakery qqqq", "qqqq bakery", '"board harbour"', "ferryman", "harbour-qqqq")
    for words in (*one, *none):
        page.locator("#pa-words").fill("")
        counted(page, "Type words or choose below. 29 articles in all.")
        page.locator("#pa-words").fill(words)
        counted(page, "1 article" if words in one else "0 articles")


def test_no_result_says_what_to_do(copy: Copy, page: Page) -> None:
    page.goto(f"{copy.search}?q=dredging&topic=Bakeries")
    counted(page, "0 articles")
    expect(page.get_by_text("Remove a choice or a date")).to_be_visible()
    page.get_by_role("button", name="Remove all choices and dates").click()
    counted(page, "1 article")
    asked(page, {"q": ["dredging"]})


def test_people_are_loaded_when_they_are_looked_at(copy: Copy, page: Page, recorded: Recorded) -> None:
    page.goto(copy.search)
    counted(page, "Type words or choose below. 29 articles in all.")
    assert not [url for url in recorded.requests if "/index/index/" in url], "facets alone need no list of words"
    before = sum("/filter/" in url for url in recorded.requests)
    page.locator("summary", has_text="Person mentioned").click()
    expect(page.locator("input[name=person]")).to_have_count(4)
    assert sum("/filter/" in url for url in recorded.requests) == before + 1
    names = [box.get_attribute("value") for box in page.locator("input[name=person]").all()]
    known = ["Ada Fenwick", "Captain Number One", "Captain Number Two", "Zoë Müller-Brandt"]
    assert sorted(filter(None, names)) == known
