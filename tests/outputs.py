"""Catalogs to make every output from: the two records, the demonstration, awkward titles. Made once a process."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cite.make import cite_files
from build_site.data.make import data_files
from build_site.feeds.make import feed_files
from build_site.machine.recipes import content
from build_site.page.make import make_files
from build_site.web import Settings
from tests.archive import PROJECT, make_archive
from tests.corpus import write_corpus

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog

SETTINGS = Settings("A test archive", "Everything in it is invented.", "https://archive.example/press/")
TODAY = dt.date(2040, 1, 1)
NAMES = ("records", "demonstration", "awkward")


@cache
def catalog(name: str) -> Catalog:
    """Give one of the catalogs of `NAMES`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if name == "demonstration":
            write_corpus(root, 300)
        else:
            make_archive(root, _records() if name == "records" else _awkward())
        if name == "records":
            shutil.copytree(PROJECT / "seeds" / "registers", root / "seeds" / "registers")
        return pipeline.choose(pipeline.load(root), Edition.PUBLIC, TODAY)


def all_files(of: Catalog, settings: Settings = SETTINGS) -> dict[str, bytes]:
    """Make every file of an edition, pages included."""
    return (
        content(make_files(of, settings))
        | cite_files(of, settings)
        | data_files(of, settings)
        | feed_files(of, settings)
    )


@cache
def titles() -> dict[str, str]:
    """Give the awkward titles, as they are after reading, by the id of the article that has them."""
    read = yaml.safe_load((PROJECT / "tests/fixtures/awkward_titles.yml").read_text("utf-8"))
    plain = [str(item.get("plain", item["title"])) for item in read]
    # Characters that show nothing are refused when a seed is read, so no output ever has them.
    return {f"t{number:03}": title for number, title in enumerate(plain) if not set(title) & set("\u00ad\ufeff")}


def _awkward() -> dict[str, str]:
    """Give each title to an article, and to its author as a name."""
    rights = "https://creativecommons.org/publicdomain/zero/1.0/"
    records = {id_: {"title": title, "byline": title, "rights": rights} for id_, title in titles().items()}
    return {f"seeds/{id_}.yml": yaml.safe_dump(record) for id_, record in records.items()}


def _records() -> dict[str, bytes]:
    return {f"seeds/{path.name}": path.read_bytes() for path in (PROJECT / "seeds").glob("0*.yml")}
