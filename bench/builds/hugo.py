"""The same articles and lists as a site of Hugo with a bare theme, then searched through by Pagefind."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from bench.builds.runs import run

if TYPE_CHECKING:
    from bench.builds.runs import Run
    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

_THEME = Path(__file__).parent / "bare_theme"


def make_site(folder: Path, catalog: Catalog) -> None:
    """Write Hugo's content: an article a file, with the values that our pages list it under."""
    shutil.copytree(_THEME, folder)
    content = folder / "content" / "articles"
    content.mkdir(parents=True)
    for article in catalog.articles:
        text = "\n\n".join(block.words for block in article.blocks)
        (content / f"{article.id}.md").write_text(f"{json.dumps(_front_matter(article))}\n\n{text}\n", "utf-8")


def _front_matter(article: Article) -> dict[str, object]:
    date, source = article.published.value, article.source.value
    values: dict[str, object] = {
        "title": article.title.value,
        "sources": [source.name] if source else [],
        "topics": [topic.label for topic in article.topics.value],
        "people": [person.name for person in article.people.value],
    }
    if date:
        values |= {"date": date.first.isoformat(), "years": [str(date.year)], "months": [f"{date.first:%Y-%m}"]}
    return values


def hugo(folder: Path) -> Run:
    """Build the site from nothing."""
    shutil.rmtree(folder / "public", ignore_errors=True)
    cache = folder / "cache"
    # The program itself: what the package puts in front of it is a start of Python.
    program = Path(str(distribution("hugo").locate_file("hugo/binaries/hugo")))
    return run([program, "--quiet", "--cacheDir", cache.resolve()], folder)


def pagefind(folder: Path) -> Run:
    """Index the finished site."""
    return run([sys.executable, "-m", "pagefind", "--site", "public", "--silent"], folder)
