"""The same articles and lists as a site of Hugo with a bare theme, then searched through by Pagefind."""

from __future__ import annotations

import json
import shutil
import sys
from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from bench.builds.aside import set_aside
from bench.builds.runs import run

if TYPE_CHECKING:
    from bench.builds.runs import Run
    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

_THEME = Path(__file__).parent / "bare_theme"
_WITHOUT_FEEDS = ("people", "years", "months")
"""Lists of which we make no feeds; Hugo makes them of the others and of the whole."""


def make_site(folder: Path, catalog: Catalog) -> None:
    """Write Hugo's content: an article a file, with the values under which our pages list it, and no others."""
    shutil.copytree(_THEME, folder)
    content = folder / "content"
    (content / "articles").mkdir(parents=True)
    for name in _WITHOUT_FEEDS:
        (content / name).mkdir()
        matter = {"title": name.title(), "cascade": {"outputs": ["html"]}}
        (content / name / "_index.md").write_text(json.dumps(matter), "utf-8")
    people = _people(catalog)
    for article in catalog.articles:
        text = "\n\n".join(block.words for block in article.blocks)
        values = json.dumps(_front_matter(article, people[article.id]))
        (content / "articles" / f"{article.id}.md").write_text(f"{values}\n\n{text}\n", "utf-8")


def _people(catalog: Catalog) -> dict[str, list[str]]:
    """Give the names that have a page, by article."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in catalog.people:
        for article in person.articles if person.has_page else ():
            found[article.id].append(person.name)
    return found


def _front_matter(article: Article, people: list[str]) -> dict[str, object]:
    date, source = article.published.value, article.source.value
    values: dict[str, object] = {
        "title": article.title.value,
        "sources": [source.name] if source else [],
        "topics": [topic.label for topic in article.topics.value],
        "people": people,
    }
    if date:
        values |= {"date": date.first.isoformat(), "years": [str(date.year)]}
        # A date that is known by its year only stands in no month.
        values |= {"months": [f"{date.first:%Y-%m}"]} if date.month else {}
    return values


def hugo(folder: Path) -> Run:
    """Build the site from nothing."""
    set_aside(folder, ("public",))
    cache = folder / "cache"
    # The program itself: what the package puts in front of it is a start of Python.
    program = Path(str(distribution("hugo").locate_file("hugo/binaries/hugo")))
    return run([program, "--quiet", "--cacheDir", cache.resolve()], folder)


def pagefind(folder: Path) -> Run:
    """Index the finished site."""
    return run([sys.executable, "-m", "pagefind", "--site", "public", "--silent"], folder)
