"""Articles → an archive's folder, complete: `mkdocs.yml`, seeds and registers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from build_site.contribute.archive import archive_config
from tests.corpus.generate import articles
from tests.corpus.world import registers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.corpus.model import InventedArticle, Value

SITE_NAME = "A demonstration archive (invented)"
SITE_DESCRIPTION = "Nobody, no place, no newspaper and no event in this archive exists."
PROJECT = Path(__file__).parents[2]

Dumper: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""PyYAML's safe dumper, the five times faster one where PyYAML was built with it; both write the same here."""


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """Write a complete archive of invented articles, to be built with `build-site --root FOLDER`.

    Args:
        folder: made where it is not there; files of the same names are written over.
        count: how many articles.
        seed: names the corpus.
    """
    write_archive(folder, articles(count, seed))


def write_archive(folder: Path, given: Iterable[InventedArticle]) -> None:
    """Write an archive of these articles, with the registers of their world."""
    (folder / "seeds" / "registers").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        archive_config((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), SITE_NAME, SITE_DESCRIPTION),
        encoding="utf-8",
        newline="\n",
    )
    for name, register in registers().items():
        _write(folder / "seeds" / "registers" / f"{name}.yml", dumped(register))
    for article in given:
        for name, content in files(article):
            _write(folder / "seeds" / name, content)


def files(article: InventedArticle) -> Iterator[tuple[str, str]]:
    """Give the files of one article: name below `seeds/` and content."""
    parts = str(article.kind).split("+")
    if "md" in parts:
        yield f"{article.id}.md", f"---\n{dumped(article.record)}---\n\n{article.text}"
        return
    if "txt" in parts:
        yield f"{article.id}.txt", article.text
    if "yml" in parts:
        yield f"{article.id}.yml", dumped(article.record)


def dumped(value: dict[str, Value]) -> str:
    """Write YAML as a person would, in the order of the keys."""
    written: str = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=120)
    return written


def _write(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8", newline="\n")
