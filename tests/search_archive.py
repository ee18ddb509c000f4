"""An archive for the tests of the search. Every person, place, newspaper and event in it is invented."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.search.index import INDEX, index_site
from build_site.search.offline import offline_bundle
from tests.archive import build_site, make_archive

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.catalog.model import Catalog

REGISTERS = """\
--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick}
  odile-marchbanks: {name: Odile Marchbanks, page: false}
  tamsin-orrell: {name: Tamsin Orrell, unlisted: true}
--- seeds/registers/topics.yml
topics:
  ports: {label: "Ports & shipping"}
  bakeries: {label: Bakeries}
--- seeds/registers/sources.yml
sources:
  courier: {name: The Northport Courier}
  packet: {name: Kelderby Packet}
"""
ARTICLES = """\
--- seeds/harbour.yml
title: 'Harbour dredging to start <b>soon</b> & "fast"'
source: The Northport Courier
published: 2031-04-02
topics: [ports]
people: [Ada Fenwick, Zoë Müller-Brandt]
summary: The harbour board will deepen the channel for coasters.
language: en
access: summary
--- seeds/loaves.md
---
title: Loaves for the lifeboat crew
source: Kelderby Packet
published: 2030-11
topics: [bakeries, ports]
people: [Zoë Müller-Brandt, Odile Marchbanks]
summary: A bakery gives its bread away.
language: en
access: full
rights: https://creativecommons.org/publicdomain/zero/1.0/
---

The ovens were lit before dawn, and **quartz** lamps stood on the quay.

Odile Marchbanks kept the *accounts*; the harbours on this coast were closed.
--- seeds/private.md
---
title: Notes on a lighthouse
source: Kelderby Packet
published: 2029-07-01
topics: [ports]
people: [Ada Fenwick]
summary: A record of a text that is kept for the keeper only.
language: en
access: summary
---

The word zirconium stands in the text and nowhere else.
--- seeds/undated.yml
title: Ein Leuchtturm für Northport
topics: [ports]
people: [Tamsin Orrell]
summary: Der Leuchtturm am Hafen wird gestrichen, sagt Ada Fenwick.
language: de
access: summary
"""
"""Four articles: a record, a text that may be published, a private text, and a record without a date."""


def ferry(number: int) -> str:
    """One of many alike articles, so that there is something to page through."""
    return (
        f"--- seeds/ferry-{number:02}.yml\n"
        f"title: Ferry notice {number}\nsource: The Northport Courier\npublished: {2020 + number % 5}-03-{number:02}\n"
        f"topics: [ports]\npeople: [Captain Number {'One' if number % 2 else 'Two'}]\n"
        f"summary: The ferry to Skerry Island sails at {number} minutes past the hour.\nlanguage: en\naccess: summary\n"
    )


FERRIES = "".join(ferry(number) for number in range(1, 26))


def catalog_of(
    folder: Path, files: str | dict[str, str] | dict[str, bytes] = REGISTERS + ARTICLES, edition: Edition = Edition.FULL
) -> Catalog:
    """Read an archive as `build-site` does."""
    return pipeline.choose(pipeline.load(make_archive(folder, files)), edition, today())


def make_site(folder: Path) -> Path:
    """Build the archive with its ferries; return the site."""
    root = make_archive(folder, REGISTERS + ARTICLES + FERRIES)
    run = build_site(root)
    assert run.status == 0, run.err
    return root / "site"


def make_offline_copy(site: Path) -> Path:
    """Make the copy that is opened from a folder: pages as files, the index as scripts."""
    root = site.parent
    (root / "offline.yml").write_text("INHERIT: mkdocs.yml\nuse_directory_urls: false\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "offline.yml", "-d", "offline"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, today())
    for path, data in offline_bundle(index_site(root, catalog).files).items():
        target = root / "offline" / INDEX / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root / "offline"
