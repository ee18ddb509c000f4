"""Measure the search beside Material for MkDocs' own, on the same invented articles, in a real browser.

Material's search is measured up to 1,000 articles only, since it takes minutes beyond that. Seconds depend on the
machine; the ratios are what counts. Nothing is compressed on the way, so a web server sends less of Material's index
than is printed here. What is timed in the browser is the median of three tries, each in a browser that knows nothing of
the site. The pages around the search are those of a small archive; only the index grows.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.meter import PATIENCE, Meter, Seen, medians, memory
from bench.table import Table
from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.search.documents import make_documents
from build_site.search.index import INDEX, Index, index_site
from build_site.search.offline import offline_bundle
from tests.browser import chromium
from tests.corpus.archive import write_corpus
from tests.search_archive import make_offline_copy, make_site
from tests.server import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser

    from build_site.catalog.model import Catalog

MATERIAL_LIMIT = 1000
SHARE = 0.05
"""The words that are asked for stand in at most this share of the articles."""
TYPING = 100
"""Milliseconds from key to key of a later query, as a quick typist has them; what is searched on the way counts too."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    ours: float
    theirs: float | None = None
    unit: str = "s"

    @property
    def cells(self) -> tuple[str, ...]:
        """Row of the table: what, ours, Material's, the ratio."""
        theirs = f"{self.theirs:.2f} {self.unit}" if self.theirs is not None else "–"
        ratio = f"{self.ours / self.theirs:.2f}" if self.theirs else "–"
        return self.what, f"{self.ours:.2f} {self.unit}", theirs, ratio


def ours(word: str) -> Seen:
    """Say what shows that a query is answered: its line under the results, which need not show the word themselves."""
    return Seen(f"[role=option][href$='?q={word}']")


def theirs(word: str) -> Seen:
    """Say what shows the same in Material's search."""
    return Seen(".md-search-result__item", word[:5])


def words_for(catalog: Catalog, count: int = 2) -> list[str]:
    """Choose words of at least six letters that stand in nearly the given share of the articles."""
    found: Counter[str] = Counter()
    for document in make_documents(catalog):
        found.update(set(re.findall(r"\b[a-z]{6,}\b", re.sub(r"<[^>]*>", " ", document.html))))
    limit = SHARE * len(catalog.articles)
    return sorted((word for word in found if found[word] <= limit), key=lambda word: (-found[word], word))[:count]


def cpu(work: Callable[[], Index]) -> tuple[float, Index]:
    """Return CPU seconds of a piece of work, those of the programs that it starts included, and its result."""

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(item.ru_utime + item.ru_stime for item in both)

    before = used()
    result = work()
    return used() - before, result


def indexing(root: Path, catalog: Catalog) -> tuple[list[Row], Index]:
    """Index all, then with nothing changed, then with one article changed."""
    middle = catalog.articles[len(catalog.articles) // 2]
    record = replace(middle.record, summary=f"{middle.record.summary} Changed.")
    articles = tuple(replace(item, record=record) if item is middle else item for item in catalog.articles)
    full, index = cpu(lambda: index_site(root, catalog))
    same, _ = cpu(lambda: index_site(root, catalog))
    one, _ = cpu(lambda: index_site(root, replace(catalog, articles=articles)))
    rows = [
        Row(f"indexing, CPU ({index.parts} parts)", full),
        Row("nothing changed, share of that CPU", same / full, unit=""),
        Row("one article changed, share of that CPU", one / full, unit=""),
        Row("largest process", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, unit="MB"),
        Row("index on disk", sum(map(len, index.files.values())) / 1e6, unit="MB"),
    ]
    return rows, index


def material_site(folder: Path, catalog: Catalog) -> Path:
    """Make a stock Material site of one page whose search index holds the same articles."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Articles\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Stock\ntheme: {name: material, font: false}\n", "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    path = folder / "site" / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    for article in catalog.articles:
        text = " ".join([article.record.summary, *(f"<p>{block.words}</p>" for block in article.blocks)])
        index["docs"].append({"location": f"articles/{article.id}/", "title": article.title.value, "text": text})
    path.write_text(json.dumps(index), "utf-8")
    return folder / "site"


def header_search(browser: Browser, address: str, words: list[str], answer: Callable[[str], Seen]) -> tuple[float, ...]:
    """Open a page and ask at once, then again: seconds and MB of each, and the memory of the tab."""
    page = browser.new_context().new_page()
    meter = Meter(page)

    def open_and_ask() -> None:
        page.goto(address, wait_until="domcontentloaded")
        page.keyboard.press("/")
        page.keyboard.type(words[0])

    first = meter.opened(open_and_ask, answer(words[0]))
    before = meter.loaded()
    page.keyboard.press("Control+A")
    page.keyboard.type(words[1][:-1], delay=TYPING)
    seconds = meter.since_key(lambda: page.keyboard.press(words[1][-1]), answer(words[1]))
    figures = (*first, seconds, meter.loaded() - before, memory(browser))
    page.context.close()
    return figures


def search_page(browser: Browser, base: str, word: str) -> tuple[float, ...]:
    """Open the search page with its facets, then the people: seconds, MB of it all, of its facets, of the people."""
    page = browser.new_context().new_page()
    meter = Meter(page)
    opened = meter.opened(lambda: page.goto(f"{base}search/?q={word}"), Seen(".pa-page__list li"))
    facets = meter.loaded("/filter/")
    page.click("summary:has-text('Person')")
    page.wait_for_selector("input[name=person]", timeout=PATIENCE)
    page.wait_for_timeout(500)
    page.context.close()
    return *opened, facets, meter.loaded("/filter/") - facets


def in_browser(browser: Browser, sites: dict[str, Path], words: list[str]) -> list[Row]:
    """Measure every way of searching."""
    with serving(sites["ours"]) as base:
        own = medians(lambda: header_search(browser, base, words, ours))
        page = medians(lambda: search_page(browser, base, words[0]))
    home = (sites["folder"] / "index.html").as_uri()
    folder = medians(lambda: header_search(browser, home, words, ours))
    other: tuple[float | None, ...] = (None,) * len(own)
    if "theirs" in sites:
        with serving(sites["theirs"]) as base:
            other = medians(lambda: header_search(browser, base, words, theirs))
    names = (
        ("page opened to first result", "s"),
        ("first result: loaded for it", "MB"),
        ("later query, from its last key", "s"),
        ("later query: loaded while it is typed", "MB"),
        ("memory of the tab", "MB"),
    )
    return [
        *(Row(name, *pair, unit) for (name, unit), pair in zip(names, zip(own, other, strict=True), strict=True)),
        Row("search page with results and facets", page[0]),
        Row("search page: loaded", page[1], unit="MB"),
        Row("search page: its facets of that", page[2], unit="MB"),
        Row("people facet: loaded", page[3], unit="MB"),
        Row("page opened to first result, file://", folder[0]),
        Row("later query, from its last key, file://", folder[2]),
    ]


def bench(count: int, folder: Path, site: Path, browser: Browser) -> list[Row]:
    """Measure an archive of `count` invented articles; `site` is one with a copy beside it, which get its index."""
    root = folder / "archive"
    write_corpus(root, count)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, today())
    rows, index = indexing(root, catalog)
    sites = {"ours": site, "folder": site.with_name("offline")}
    for place, files in ((site, index.files), (sites["folder"], offline_bundle(index.files))):
        shutil.rmtree(place / INDEX)
        for path, data in files.items():
            (place / INDEX / path).parent.mkdir(parents=True, exist_ok=True)
            (place / INDEX / path).write_bytes(data)
    if count <= MATERIAL_LIMIT:
        sites["theirs"] = material_site(folder / "material", catalog)
    return [*rows, *in_browser(browser, sites, words_for(catalog))]


def measure(sizes: Sequence[int]) -> Iterator[Table]:
    """Measure archives of these numbers of invented articles."""
    head = ("what", "Press Archive", "Material's search", "ratio")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as pages:
        site = make_site(Path(pages))
        make_offline_copy(site)
        for count in sizes:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
            with tempfile.TemporaryDirectory() as folder:
                rows = [row.cells for row in bench(count, Path(folder), site, browser)]
            browser.close()
            yield Table(f"{count:,} articles", head, rows)
