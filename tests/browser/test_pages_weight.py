"""What a reader's browser has to load and to lay out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.archive import PROJECT, build_site
from tests.browser.opening import wait_whole
from tests.corpus.archive import write_corpus
from tests.reader_archive import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

BESIDES_TEXT = 18 * 1024
FIRST_PAGE = 350_000
LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map(({ name, decodedBodySize }) => [name, decodedBodySize])"""
IN_PIECES = """async pieces => {
  const frame = () => new Promise(done => requestAnimationFrame(done))
  window.shifts = []
  const note = shift => shifts.push([shift.value, Array.from(shift.sources, ({ node }) => node?.outerHTML ?? "")])
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true })
  document.open()
  const styled = () => Array.from(document.querySelectorAll("link[rel=stylesheet]")).every(link => link.sheet)
  for (const piece of pieces) {
    document.write(piece)
    await frame()
    for (let waited = 0; waited < 3000 && !styled(); waited++) await frame()
  }
  document.close()
  while (document.readyState !== "complete") await frame()
  await frame()
}"""
# Scripts, styles and drawings stay whole: a browser has them as a whole, or not at all.
_PIECE = re.compile(
    r"<(?=(?:a|article|aside|button|div|footer|form|h[1-6]|header|input|label|li|main|nav|ol|p|section|select|ul)\b)"
)
_TEXT = re.compile(r'(?s)<div class="text".*?</div>\n')


def besides_text(html: str) -> int:
    """Bytes of an article's page without its text."""
    without, found = _TEXT.subn("", html)
    assert found == 1, "a page has its text in one place"
    return len(without.encode())


def test_an_article_is_light_besides_its_text(reader_site: Path) -> None:
    pages = sorted((reader_site / "articles").glob("*/index.html"))
    sizes = {
        path.parent.name: besides_text(html) for path in pages if 'class="text"' in (html := path.read_text("utf-8"))
    }
    assert len(sizes) >= 6
    assert {name: size for name, size in sizes.items() if size > BESIDES_TEXT} == {}


def test_a_first_page_is_light(reader: str, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(reader + KINDS["article"])
    page.wait_for_load_state("networkidle")
    loaded = {url: size for url, size in page.evaluate(LOADED) if not url.endswith(".woff2")}
    assert len(loaded) > 3, "the page, style sheets and scripts"
    assert min(loaded.values()) > 0
    assert sum(loaded.values()) <= FIRST_PAGE, loaded
    assert "navigation.instant" not in (PROJECT / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "kind",
    [
        "article",
        *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("home", "topic", "year", "people", "search")),
    ],
)
def test_nothing_moves_while_a_page_comes_up(
    reader: str, reader_site: Path, open_page: OpenPage, kind: str, width: int
) -> None:
    """The page arrives tag by tag, each painted before the next is there: no line is slower."""
    html = (reader_site / KINDS[kind] / "index.html").read_text("utf-8")
    body = html.index("<body")
    starts = [0, *(found.start() for found in _PIECE.finditer(html, body)), len(html)]
    page = open_page(viewport={"width": width, "height": 800})
    page.route(reader + KINDS[kind], lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(reader + KINDS[kind])
    page.evaluate(IN_PIECES, [html[start:end] for start, end in pairwise(starts)])
    wait_whole(page)
    shifts = page.evaluate("shifts")
    assert sum(size for size, _ in shifts) < 0.01, [(size, [node[:80] for node in nodes]) for size, nodes in shifts]


def test_a_line_is_as_long_as_is_read_well(reader: str, open_page: OpenPage) -> None:
    """Letters of text faces are .40 to .48 of their height wide: 27 to 32 heights hold 60 to 75 of them."""
    page = open_page()
    page.goto(reader + KINDS["article"])
    one = page.locator(".text > p:not(.residue)").first
    height = float(one.evaluate("one => getComputedStyle(one).fontSize").removesuffix("px"))
    box = one.bounding_box()
    assert box is not None
    assert 27 <= box["width"] / height <= 32


@pytest.mark.slow
def test_the_size_of_a_page_does_not_hang_on_the_archive(tmp_path: Path) -> None:
    sizes = []
    for number in (20, 300):
        root = tmp_path / str(number)
        write_corpus(root, number)
        run = build_site(root)
        assert run.status == 0, run.err
        pages = (root / "site" / "articles").glob("*/index.html")
        found = {path.parent.name: path.read_text("utf-8") for path in pages}
        sizes.append({name: besides_text(html) for name, html in found.items() if 'class="text"' in html})
    few, many = sizes
    assert max(many.values()) <= BESIDES_TEXT
    # More relations are found in the larger archive; the number that is shown has a limit.
    assert max(many[name] - few[name] for name in few) < 3 * 1024
