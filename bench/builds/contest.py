"""One round of builds: every contestant once, one after the other, on archives of the same articles."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.builds import hugo
from bench.builds.aside import set_aside
from bench.builds.corpora import Archive, make
from bench.builds.runs import run
from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.page.address import GENERATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bench.builds.runs import Run
    from tests.corpus.model import InventedArticle

_OURS = (sys.executable, "-m", "build_site", "build")
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
WHOLE, PAGES, SITE = "ours, the whole way", "ours, pages and site", "ours, site alone"
STOCK, HUGO, PAGEFIND = "stock MkDocs and Material, the same pages", "Hugo, a bare theme", "Pagefind over Hugo's site"
NOTHING, TEXT = "nothing changed", "one text changed"
ARTICLE, ENTRY = "one article added", "one register entry changed"
_STOCK = "stock.yml"
STOCK_SITE = "stock-site"


@dataclass(frozen=True, slots=True)
class Contest:
    """Three folders with the same articles."""

    whole: Archive
    """Built by `build-site`, search and all."""
    pages: Archive
    """Built by `build-site --pages-only`, then by `mkdocs build`: ours with the hook, stock without any."""
    hugo: Path
    """Built by Hugo, then indexed by Pagefind."""


def prepare(folder: Path, given: Callable[[], Iterator[InventedArticle]]) -> Contest:
    """Write the archives, and once what Hugo reads."""
    whole, pages = make(folder / "whole", given()), make(folder / "pages", given())
    # Without hooks MkDocs is what it is everywhere; the theme and the pages are the same.
    (pages.root / _STOCK).write_text("INHERIT: mkdocs.yml\nhooks: []\n", "utf-8")
    catalog = pipeline.choose(pipeline.load(whole.root), Edition.FULL, today())
    hugo.make_site(folder / "hugo", catalog)
    return Contest(whole, pages, folder / "hugo")


def whole_way(archive: Archive) -> Run:
    """Run `build-site`, as everybody does."""
    return run(_OURS, archive.root)


def pages_and_site(archive: Archive) -> Run:
    """Write the pages and publish them, without a search index."""
    return run((*_OURS, "--pages-only"), archive.root) + run(_MKDOCS, archive.root)


def site_alone(archive: Archive) -> Run:
    """Publish pages that are written already."""
    return run(_MKDOCS, archive.root)


def stock(archive: Archive) -> Run:
    """Let stock MkDocs publish the same pages."""
    set_aside(archive.root, (STOCK_SITE,))
    return run((*_MKDOCS, "--config-file", _STOCK, "--site-dir", STOCK_SITE), archive.root)


def forget(archive: Archive) -> None:
    """Set aside everything that a build has made, caches too."""
    made = (".press-archive", "site", STOCK_SITE, "docs/index.md", *(f"docs/{name}" for name in GENERATED))
    set_aside(archive.root, made)


def forget_site(archive: Archive) -> None:
    """Set aside what MkDocs has made, and every cache; the pages stay, and the templates that they need."""
    caches = (path.name for path in (archive.root / ".press-archive").iterdir() if path.name != "overrides")
    set_aside(archive.root, ("site", *(f".press-archive/{name}" for name in caches)))


def cold(contest: Contest) -> Iterator[tuple[str, Run]]:
    """Build everything from nothing, one contestant after the other."""
    forget(contest.whole)
    yield WHOLE, whole_way(contest.whole)
    yield HUGO, hugo.hugo(contest.hugo)
    yield PAGEFIND, hugo.pagefind(contest.hugo)
    forget(contest.pages)
    yield PAGES, pages_and_site(contest.pages)
    yield STOCK, stock(contest.pages)
    forget_site(contest.pages)
    yield SITE, site_alone(contest.pages)


def ours(contest: Contest) -> Iterator[tuple[str, Run]]:
    """Build only what is ours, from nothing."""
    forget(contest.whole)
    yield WHOLE, whole_way(contest.whole)
    forget(contest.pages)
    yield PAGES, pages_and_site(contest.pages)


def edited(contest: Contest) -> Iterator[tuple[str, Run]]:
    """Build again after each kind of edit."""
    # What the measure of the site alone has forgotten is there again.
    pages_and_site(contest.pages)
    for name, build, archive in ((WHOLE, whole_way, contest.whole), (PAGES, pages_and_site, contest.pages)):
        yield f"{name}, {NOTHING}", build(archive)
        archive.change_text()
        yield f"{name}, {TEXT}", build(archive)
        archive.add_article()
        yield f"{name}, {ARTICLE}", build(archive)
        archive.change_register()
        yield f"{name}, {ENTRY}", build(archive)
