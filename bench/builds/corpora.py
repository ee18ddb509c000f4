"""The archives that are built: invented articles, with complete records or as bare texts; and small edits to them."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import TYPE_CHECKING

from tests.corpus.archive import write_archive
from tests.corpus.generate import articles
from tests.corpus.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.corpus.model import InventedArticle, Value

_BESIDE = 2
"""So many articles are invented for each that is wanted; six in ten have a complete record."""


def with_records(number: int) -> Iterator[InventedArticle]:
    """Give articles that have a text and a complete record each, with a date and with names that somebody checked."""
    recorded = (one for one in articles(number * _BESIDE) if one.kind is Kind.TEXT_AND_RECORD)
    complete = (one for one in recorded if one.record["published"])
    return (replace(one, record=_checked(one.record)) for one in islice(complete, number))


def _checked(record: dict[str, Value]) -> dict[str, Value]:
    # A copy: YAML would write a value that stands twice as an alias, which no record may hold.
    return record | {"names_checked": deepcopy(record["reviewed"])}


def bare(number: int) -> Iterator[InventedArticle]:
    """Give the same texts without their records: everything is derived."""
    return (replace(one, kind=Kind.TEXT, record={}) for one in with_records(number))


@dataclass(slots=True)
class Archive:
    """An archive on disk that is edited between builds; each edit is another one."""

    root: Path
    """Its folder."""
    ids: tuple[str, ...]
    """Ids of its articles."""
    edits: Iterator[int]
    """Number of the next edit."""

    def change_text(self) -> None:
        """Add a sentence to the text of one article in the middle."""
        path = self._middle()
        path.write_text(f"{path.read_text('utf-8')}\n\nEdit {next(self.edits)} was made for a measurement.\n", "utf-8")
        # A text whose hash the record keeps may not change unnoticed.
        record = path.with_suffix(".yml")
        if record.exists():
            lines = record.read_text("utf-8").splitlines(keepends=True)
            record.write_text("".join(line for line in lines if not line.startswith("text_sha256:")), "utf-8")

    def add_article(self) -> None:
        """Add an article that is like one in the middle, under another id."""
        number, path = next(self.edits), self._middle()
        for given in (path, path.with_suffix(".yml")):
            if given.exists():
                lines = given.read_text("utf-8").splitlines(keepends=True)
                kept = [line for line in lines if not line.startswith(("text_sha256:", "formerly:", "- old-", "url:"))]
                given.with_stem(f"{path.stem}-edit-{number}").write_text("".join(kept), "utf-8")

    def change_register(self) -> None:
        """Change the note of one person in the register."""
        path = self.root / "seeds" / "registers" / "people.yml"
        text = re.sub(
            r"(?m)^( +note: .*?)(?: Edit \d+\.)?$", rf"\1 Edit {next(self.edits)}.", path.read_text("utf-8"), count=1
        )
        path.write_text(text, "utf-8")

    def _middle(self) -> Path:
        return self.root / "seeds" / f"{self.ids[len(self.ids) // 2]}.txt"


def make(root: Path, given: Iterator[InventedArticle]) -> Archive:
    """Write an archive."""
    made = tuple(given)
    write_archive(root, made)
    return Archive(root, tuple(one.id for one in made), count(1))
