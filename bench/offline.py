"""What a copy to keep costs: bytes, time, memory, and how soon its search answers from a folder.

`python -m bench.offline 300 1000 5000` prints both tables for these numbers of generated articles, `python -m
bench.offline search 5000` the second one only. Time is that of the processor, so other work on the machine changes it
little; the site is built first, as its owner does. Seconds in the browser are real ones.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.table import Table
from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.machine.console import say
from build_site.search.index import INDEX, index_site
from build_site.search.offline import offline_bundle
from tests.browser import chromium
from tests.corpus.archive import write_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page

    from build_site.catalog.model import Catalog

SIZES = (300, 1000)
SHARE = 0.05
"""The words that are asked for stand in at most this share of the texts."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TRIES = 5
PATIENCE = 60_000
_SILENT = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
_LONG_TASKS = """
window.longest = 0
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration)
}).observe({ type: "longtask", buffered: true })
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    seconds: float
    """Processor time, that of the programs it starts included."""
    megabytes: float
    """Largest resident set of it or of one of those."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An archive with its copies."""

    root: Path
    count: int
    site: Cost
    made: Cost
    """What the zip took, while the site stood."""
    zip: Path
    zim: Path | None

    @property
    def texts(self) -> list[bytes]:
        """The texts held, as they stand in the seeds of the copy, without front matter."""
        with zipfile.ZipFile(self.zip) as file:
            names = [name for name in file.namelist() if "/data/seeds/" in name and name.endswith((".txt", ".md"))]
            return [_body(file.read(name)) for name in names]


def measure(sizes: Sequence[int] = SIZES) -> Table:
    """Make copies of generated archives and of one with a single article, whose size is what every copy has."""
    with tempfile.TemporaryDirectory() as folder:
        return _costs([_copy(Path(folder), count) for count in (1, *sizes)])


def measure_search(sizes: Sequence[int] = SIZES) -> Table:
    """Search in Chromium, from a folder: a copy of one article, with the index of each number of articles in it.

    Each figure is the median of five tries.
    """
    head = ("articles", "first result, s", "later result, s", "longest task, ms")
    with tempfile.TemporaryDirectory() as folder:
        copy = _copy(Path(folder), 1)
        with zipfile.ZipFile(copy.zip) as file:
            file.extractall(copy.root / "unpacked")
        site = copy.root / "unpacked" / copy.zip.stem / "data" / "site"
        rows = [(f"{count:,}", *_searched(site, Path(folder) / "indexed", count)) for count in sizes]
    return Table("Search in an unpacked copy (file://)", head, rows)


def _costs(copies: Sequence[Copy]) -> Table:
    """Compare each copy with the one before it, so that what every copy has is not counted as an article's."""
    head = ("articles", "zip, MB", "KB a further article", "ZIM, MB", "KB", "site, s", "zip, s", "ratio", "MB used")
    rows = []
    for before, copy in zip((None, *copies), copies, strict=False):
        each, each_zim = ("–", "–") if before is None else _further(before, copy)
        ratio = copy.made.seconds / copy.site.seconds
        times = (f"{copy.site.seconds:.1f}", f"{copy.made.seconds:.1f}", f"{ratio:.2f}", f"{copy.made.megabytes:.0f}")
        rows.append((f"{copy.count:,}", f"{_size(copy.zip) / 1e6:.2f}", each, _megabytes(copy.zim), each_zim, *times))
    return Table("A copy to keep; KB a further article: without the bytes of its own text", head, rows)


def _further(before: Copy, copy: Copy) -> tuple[str, str]:
    count = copy.count - before.count
    texts = sum(map(len, copy.texts)) - sum(map(len, before.texts))
    zims = "–" if not copy.zim or not before.zim else f"{(_size(copy.zim) - _size(before.zim)) / count / 1e3:.2f}"
    return f"{(_size(copy.zip) - _size(before.zip) - texts) / count / 1e3:.2f}", zims


def _size(path: Path) -> int:
    return path.stat().st_size


def _megabytes(path: Path | None) -> str:
    return f"{_size(path) / 1e6:.2f}" if path else "–"


def _copy(folder: Path, count: int) -> Copy:
    root = folder / str(count)
    write_corpus(root, count)
    site = _run(root, "build")
    made = _run(root, "offline", "--formats", "zip")
    with_zim = find_spec("libzim") is not None
    if with_zim:
        _run(root, "offline", "--formats", "zim")
    (packed,) = (root / "dist").glob("*.zip")
    zims = [*(root / "dist").glob("*.zim")]
    return Copy(root, count, site, made, packed, zims[0] if zims else None)


def _run(root: Path, *arguments: str) -> Cost:
    """Run a command of `build-site`; what it says is not shown."""
    command = [sys.executable, "-m", "build_site", *arguments, "--root", str(root)]
    number = os.posix_spawn(sys.executable, command, os.environ, file_actions=_SILENT)
    _, status, used = os.wait4(number, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _body(data: bytes) -> bytes:
    return data.split(b"\n---\n", 1)[-1] if data.startswith(b"---\n") else data


def _searched(site: Path, root: Path, count: int) -> tuple[str, ...]:
    shutil.rmtree(root, ignore_errors=True)
    write_corpus(root, count)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, today())
    shutil.rmtree(site / INDEX)
    for path, data in offline_bundle(index_site(root, catalog).files).items():
        (site / INDEX / path).parent.mkdir(parents=True, exist_ok=True)
        (site / INDEX / path).write_bytes(data)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=ARGUMENTS)
        tries = [_tried(browser, site / "index.html", _words(catalog)) for _ in range(TRIES)]
        browser.close()
    first, later, longest = (median(found) for found in zip(*tries, strict=True))
    return f"{first:.2f}", f"{later:.2f}", f"{longest:.0f}"


def _tried(browser: Browser, home: Path, words: Sequence[str]) -> tuple[float, ...]:
    """Open the home page in a browser that knows nothing of it, and ask twice."""
    page = browser.new_context().new_page()
    page.add_init_script(_LONG_TASKS)
    seconds = [_asked(page, words[0], home), _asked(page, words[1])]
    page.wait_for_timeout(500)
    longest = float(page.evaluate("window.longest"))
    page.context.close()
    return *seconds, longest


def _asked(page: Page, word: str, opened: Path | None = None) -> float:
    """Type a word into the search of the header; return the seconds until its first result, from opening the page."""
    start = time.perf_counter()
    if opened:
        page.goto(opened.as_uri())
    page.focus(".pa-search__input")
    page.keyboard.press("Control+A")
    page.keyboard.type(word)
    page.wait_for_selector(f"[role=option][href$='?q={word}']", timeout=PATIENCE)
    return time.perf_counter() - start


def _words(catalog: Catalog) -> list[str]:
    """Choose two words of at least six letters that stand in nearly the given share of the texts."""
    texts = [" ".join(block.words for block in article.blocks) for article in catalog.articles]
    found = Counter(word for text in texts for word in set(re.findall(r"\b[a-z]{6,}\b", text)))
    fitting = [word for word, number in found.items() if number <= SHARE * len(texts)]
    return sorted(fitting, key=lambda word: (-found[word], word))[:2]


if __name__ == "__main__":
    arguments = sys.argv[1:]
    search_only = arguments[:1] == ["search"]
    wanted = [int(argument) for argument in arguments[search_only:]] or SIZES
    if not search_only:
        say(f"{measure(wanted)}\n")
    say(str(measure_search(wanted)))
