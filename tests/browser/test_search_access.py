"""Search for everybody: screen readers, keyboards, fingers, no JavaScript, and an index that is not whole."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.search_archive import make_offline_copy, make_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

    from tests.browser.conftest import OpenPage, Recorded
    from tests.conftest import Serve

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
TARGET = 44
FAILED = "The search index could not be read completely."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def site(folder: Path, serve: Serve) -> str:
    return serve(folder)


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the articles")


def open_header(page: Page, site: str, words: str = "ferry") -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.get_by_role("option")).to_have_count(6)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(site: str, open_page: OpenPage, scheme: str, size: dict[str, int]) -> None:
    # Colours that still change say nothing.
    page = open_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    open_header(page, site)
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    page.goto(f"{site}search/?q=ferry&topic=Ports+%26+shipping")
    expect(page.locator(".pa-page__count")).to_have_text("25 articles")
    page.evaluate("for (const facet of document.querySelectorAll('.pa-facet')) facet.open = true")
    expect(page.locator("input[name=person]")).to_have_count(2)
    assert violations(page) == []
    page.goto(f"{site}articles/harbour/?highlight=harbour")
    expect(page.locator("h1 mark")).to_have_count(1)
    assert violations(page) == []


def small(targets: Locator) -> list[str]:
    boxes = [(item.evaluate("node => node.outerHTML.slice(0, 90)"), item.bounding_box()) for item in targets.all()]
    return [name for name, box in boxes if box and (box["height"] < TARGET or box["width"] < TARGET)]


def test_targets_are_large_enough_for_a_finger(site: str, open_page: OpenPage) -> None:
    page = open_page(viewport=NARROW)
    page.goto(site)
    assert small(page.locator(".pa-search__open")) == []
    open_header(page, site)
    assert small(page.locator(".pa-search__input, .pa-search__option")) == []
    page.goto(f"{site}search/?q=ferry")
    expect(page.locator(".pa-page__pager")).to_be_visible()
    page.evaluate("for (const facet of document.querySelectorAll('.pa-facet')) facet.open = true")
    expect(page.locator("input[name=person]")).to_have_count(2)
    assert small(page.locator(".pa-page :is(summary, button, select, a, li label, input:not([type=checkbox]))")) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_combobox_says_what_it_does(site: str, page: Page) -> None:
    page.goto(site)
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("s")
    expect(field(page)).to_be_focused()
    page.keyboard.type("ferry")
    expect(page.locator(".pa-search__status")).to_have_text("25 articles. Arrow keys choose one.")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", None), ("ArrowUp", 5)):
        page.keyboard.press(key)
        selected = [item.get_attribute("id") for item in options.all() if item.get_attribute("aria-selected") == "true"]
        assert selected == ([] if chosen is None else [f"pa-search-option-{chosen}"])
        assert field(page).get_attribute("aria-activedescendant") == (selected[0] if selected else None)
    expect(options.last).to_have_text("All results: 25")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}search/?q=ferry")


def test_escape_goes_back_step_by_step_and_nothing_is_a_trap(site: str, page: Page) -> None:
    open_header(page, site)
    page.keyboard.press("Escape")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("ferry")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    open_header(page, site)
    page.keyboard.press("Tab")
    expect(field(page)).not_to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_an_answer_that_comes_too_late_opens_nothing(site: str, page: Page) -> None:
    held: list[Route] = []
    page.route("**/*.pf_index", lambda route: held.append(route))  # noqa: PLW0108 - it must be a function
    page.goto(site)
    page.keyboard.press("/")
    with page.expect_request("**/*.pf_index"):
        page.keyboard.type("ferry")
    page.keyboard.press("Tab")
    with page.expect_response("**/*.pf_index"):
        held[0].continue_()
    # The same question, asked after the one in the header, is answered after it.
    page.evaluate("pressArchive.search('ferry').then(({ results }) => Promise.all(results.map(pressArchive.load)))")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_choice_holds_when_a_late_answer_comes(site: str, page: Page) -> None:
    open_header(page, site)
    options = page.get_by_role("option")
    page.evaluate("document.querySelector('[role=option]').setAttribute('data-former', '')")
    # What is asked for anew is answered while the choice stands.
    field(page).evaluate("one => one.dispatchEvent(new InputEvent('input'))")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-former]")).to_have_count(0)
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.type(" ")
    expect(options.first).to_have_attribute("aria-selected", "false")


def test_what_is_typed_before_the_script_runs_is_searched(site: str, page: Page) -> None:
    def type_first(route: Route) -> None:
        page.locator("#pa-words").fill("ferry")
        route.continue_()

    page.route("**/search/page.js", type_first)
    page.goto(f"{site}search/")
    expect(page.locator(".pa-page__count")).to_have_text("25 articles")
    page.wait_for_url(f"{site}search/?q=ferry")


def test_the_search_works_by_keyboard_alone(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.locator("#pa-words").focus()
    page.keyboard.type("ferry")
    expect(page.locator(".pa-page__count")).to_have_text("25 articles")
    box = page.locator("input[name=year][value='2023']")
    for _ in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("node => node === document.activeElement"):
            break
    outline = box.evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline != "none", "the focus is seen"
    page.keyboard.press("Space")
    expect(page.locator(".pa-page__count")).to_have_text("5 articles")
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_single_keys_can_be_turned_off(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.get_by_label(re.compile("open the search")).uncheck()
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.press("s")
    expect(field(page)).not_to_be_focused()


def test_without_javascript_the_lists_are_the_way(site: str, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, viewport=NARROW)
    page.goto(site)
    page.locator(".pa-search__open").click()
    page.wait_for_url(f"{site}search/")
    expect(page.locator("noscript p")).to_have_text(re.compile("^Searching takes JavaScript"))
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("[data-search-page]")).to_be_hidden()
    for name in ("Topics", "People", "Sources", "Dates"):
        expect(page.locator("[data-search-lists]").get_by_role("link", name=name)).to_be_visible()


def test_the_search_page_is_for_no_search_engine(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


@pytest.mark.parametrize(
    ("file", "harm"),
    [
        ("entries.json", "missing"),
        ("*.pf_index", "missing"),
        ("*.pf_meta", "cut off"),
        ("wasm.pagefind", "cut off"),
        ("*.pf_fragment", "cut off"),
        ("engine.js", "cut off"),
    ],
)
def test_a_broken_index_says_so_and_the_rest_works(
    site: str, page: Page, recorded: Recorded, file: str, harm: str
) -> None:
    recorded.expected += ["404", "Unexpected end of input"]

    def answer(route: Route) -> None:
        if harm == "missing":
            route.fulfill(status=404)
        else:
            reply = route.fetch()
            route.fulfill(response=reply, body=reply.body()[:-40])

    page.route(f"**/search/index/**/{file}*", answer)
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("dredging")
    expect(page.locator(".pa-search__message")).to_contain_text(FAILED)
    page.goto(f"{site}search/?q=dredging")
    expect(page.locator(".pa-page__count")).to_contain_text(FAILED)
    page.unroute_all()
    page.locator("#pa-words").fill("dredging soon")
    expect(page.locator(".pa-page__count")).to_have_text("1 article")


def test_a_broken_offline_copy_says_so(folder: Path, tmp_path: Path, page: Page) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(make_offline_copy(folder), copy)
    for path in copy.rglob("*.pf_meta.js"):
        path.write_text(path.read_text("utf-8").replace("H4sI", "AAAA"), "utf-8")
    page.goto((copy / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("dredging")
    expect(page.locator(".pa-search__message")).to_contain_text(FAILED)
