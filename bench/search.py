"""Measure the search beside Material for MkDocs' own, on the same invented articles, in a real browser.

Material's search is measured up to 1,000 articles only, since it takes minutes beyond that. Seconds depend on the
machine; the ratios are what counts. Nothing is compressed on the way, so a web server sends less of Material's index
than is printed here.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from playwright.sync_api import Browser, Page

    from build_site.catalog.model import Catalog

MATERIAL_LIMIT = 1000
SHARE = 0.05
"""The words that are asked for stand in at most this share of the articles."""
PATIENCE = 180_000
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


class Meter:
    """Counts what a page loads for its search, and how long it takes until something is seen."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._bytes = 0.0
        self._names: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._name)
        session.on("Network.loadingFinished", self._add)

    def _name(self, event: Mapping[str, Any]) -> None:
        self._names[event["requestId"]] = event["request"]["url"]

    def _add(self, event: Mapping[str, Any]) -> None:
        if "search" in self._names.get(event["requestId"], ""):
            self._bytes += float(event["encodedDataLength"])

    def measure(self, act: Callable[[], object], seen: str) -> tuple[float, float]:
        """Do something and wait until the selector `seen` is there; return seconds and megabytes."""
        before, start = self._bytes, time.perf_counter()
        act()
        self._page.wait_for_selector(seen, timeout=PATIENCE)
        seconds = time.perf_counter() - start
        self._page.wait_for_timeout(500)
        return seconds, (self._bytes - before) / 1e6


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


def memory(browser: Browser) -> float:
    """Return the largest resident set of the browser's renderers in MB (Linux)."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pids = [item["id"] for item in told["processInfo"] if item["type"] == "renderer"]
    states = [Path(f"/proc/{pid}/status").read_text("ascii") for pid in pids]
    return max((int(match[1]) for state in states if (match := re.search(r"VmRSS:\s+(\d+)", state))), default=0) / 1024


def header_search(browser: Browser, address: str, words: list[str], field: str, result: str) -> tuple[float, ...]:
    """Open a page and ask at once, then again: seconds and MB of each, and the memory of the tab."""
    page = browser.new_context().new_page()
    meter = Meter(page)

    def ask(word: str) -> None:
        page.focus(field)
        page.keyboard.press("Control+A")
        page.keyboard.type(word)

    def open_and_ask() -> None:
        page.goto(address)
        ask(words[0])

    first = meter.measure(open_and_ask, f"{result}:has-text('{words[0][:5]}')")
    later = meter.measure(lambda: ask(words[1]), f"{result}:has-text('{words[1][:5]}')")
    used = memory(browser)
    page.context.close()
    return *first, *later, used


def search_page(browser: Browser, base: str, word: str) -> list[Row]:
    """Open the search page with its facets, then the people."""
    page = browser.new_context().new_page()
    meter = Meter(page)
    opened = meter.measure(lambda: page.goto(f"{base}search/?q={word}"), ".pa-page__list li")
    people = meter.measure(lambda: page.click("summary:has-text('Person')"), "input[name=person]")
    page.context.close()
    return [
        Row("search page with results and facets", opened[0]),
        Row("search page: loaded", opened[1], unit="MB"),
        Row("people facet: loaded", people[1], unit="MB"),
    ]


def in_browser(browser: Browser, sites: dict[str, Path], words: list[str]) -> list[Row]:
    """Measure every way of searching."""
    field, option = ".pa-search__input", "[role=option]"
    with serving(sites["ours"]) as base:
        ours = header_search(browser, base, words, field, option)
        page_rows = search_page(browser, base, words[0])
    folder = header_search(browser, (sites["folder"] / "index.html").as_uri(), words, field, option)
    theirs: tuple[float | None, ...] = (None,) * len(ours)
    if "theirs" in sites:
        with serving(sites["theirs"]) as base:
            theirs = header_search(browser, base, words, ".md-search__input", ".md-search-result__item")
    names = (
        "page opened to first result",
        "first result: loaded for it",
        "later query, its typing included",
        "later query: loaded",
        "memory of the tab",
    )
    units = ("s", "MB", "s", "MB", "MB")
    rows = [Row(*row) for row in zip(names, ours, theirs, units, strict=True)]
    return [*rows, *page_rows, Row("page opened to first result, file://", folder[0])]


def bench(count: int, folder: Path, browser: Browser) -> list[Row]:
    """Measure an archive of `count` invented articles."""
    root = folder / "archive"
    write_corpus(root, count)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, today())
    rows, index = indexing(root, catalog)
    site = make_site(folder / "pages")
    sites = {"ours": site, "folder": make_offline_copy(site)}
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
    with sync_playwright() as playwright:
        for count in sizes:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
            with tempfile.TemporaryDirectory() as folder:
                rows = [row.cells for row in bench(count, Path(folder), browser)]
            browser.close()
            yield Table(f"{count:,} articles", head, rows)
