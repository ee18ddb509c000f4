"""An archive for the tests of the offline copy. Every person, place, newspaper and event in it is invented."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import re
import sqlite3
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING
from urllib.parse import unquote

from build_site.cli import main
from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

_WRAPPED = re.compile(rb'pressArchiveFile\("[^"]+", "([^"]+)"\);\n')
_INLINED = re.compile(r'href="data:[^,"]*,([^"]*)"')
SITE_URL = "https://archive.example/press/"
SHOWN_TEXT = """\
Northport ferries keep their winter timetable

The zebrafish tank in the ferry hall was filled on Tuesday, said Ada Fenwick, who keeps the hall.

Tamsin Orrell painted the sign above it, and the code of the door is swordfish seven.
"""
FILES = f"""--- seeds/registers/people.yml
# Gladys Umberslade looks after this file.
people:
  ada-fenwick: {{name: Ada Fenwick, aliases: [A. Fenwick], note: Keeps the ferry hall (invented).}}
  odile-marchbanks: {{name: Odile Marchbanks, page: false, aliases: [Oda Quillfeather], note: A neighbour.}}
  tamsin-orrell: {{name: Tamsin Orrell, unlisted: true}}
  bertil-vask: {{name: Bertil Vask, unlisted: true}}
  corin-dapple: {{name: Corin Dapple}}
not_people: [Ferry Hall, Wolfram Closet]
--- seeds/registers/topics.yml
topics:
  ports:
    {{label: Ports & shipping, scope: Harbours., match: {{wikidata: Q44782}}, words: {{3: [harbour*], 1: [ferry]}}}}
  ferries: {{label: Ferries, broader: ports}}
--- seeds/registers/sources.yml
sources:
  courier: {{name: The Northport Courier, domains: [courier.example]}}
--- seeds/shown.yml
title: Ferry timetable stays
source: courier
published: 2031-04-02
topics: [ports, ferries]
people: [Ada Fenwick, Odile Marchbanks]
access: full
rights: CC0-1.0
formerly: [old-ferry]
accessioned: 2031-04-20
text_sha256: {hashlib.sha256(SHOWN_TEXT.encode()).hexdigest()}
redactions:
- {{passage: the code of the door is swordfish seven, reason: security}}
--- seeds/shown.txt
{SHOWN_TEXT}--- seeds/plain.txt
Harbour wall is whitewashed

The wall at Kelderby was whitewashed with narwhal brushes, and Bertil Vask watched.

Ada Fenwick brought the ladder, Ms Fenwick said on Monday.
--- seeds/plain.yml
title: Harbour wall is whitewashed
access: full
rights: CC0-1.0
language: en
--- seeds/marked.md
---
title: "Loaves: for the lifeboat crew"
source: The Northport Courier
published: 2030-11
topics: [ports]
people: []
access: full
rights: {{statement: CC-BY-4.0, holder: The baker}}
corrections:
- {{on: 2032-02-03, note: "The day was given wrongly."}}
---

The ovens were lit **before** dawn, near the axolotl fountain.
--- seeds/closed.yml
title: Notes on a lighthouse
source: The Northport Courier
published: 2029-07-01
access: summary
rights: http://rightsstatements.org/vocab/InC/1.0/
summary: The lighthouse is painted.
reviewed: {{by: A. Keeper, on: 2031-05-02}}
--- seeds/closed.txt
Corin Dapple and a platypus painted the lighthouse, and Wolfram Closet is the name of a cupboard.
--- seeds/gone.yml
title: Wombat market
published: 2031-04-04
access: withdrawn
withdrawn: {{on: 2031-05-02, reason: copyright}}
summary: A wombat is sold.
formerly: [once-gone]
--- seeds/gone.txt
The wombat was sold at noon to Lionel Brackwater.
--- seeds/later.yml
title: Quokka parade
published: 2031-04-05
embargo: 2900-01-01
formerly: [once-later]
--- seeds/unready.yml
title: Capybara draft
draft: true
"""
WITHHELD_ALWAYS = ("swordfish", "wombat", "Wombat", "Lionel Brackwater", "Capybara")
"""What no edition holds: redacted, withdrawn, not ready."""
WITHHELD = (
    *WITHHELD_ALWAYS,
    *("platypus", "Corin Dapple", "Wolfram Closet", "Quokka", "once-later"),
    *("Gladys Umberslade", "Oda Quillfeather", "A neighbour"),
)
"""What the public edition does not hold, in whatever file: of a closed text, an embargoed article, a register."""
UNLISTED = ("Tamsin Orrell", "Bertil Vask")
"""Who is named in published texts and nowhere else."""


def make(folder: Path, site_url: str = SITE_URL) -> Path:
    """Write the archive."""
    root = make_archive(folder, FILES)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace('site_url: !ENV [SITE_URL, ""]', f'site_url: "{site_url}"'))
    assert site_url in config.read_text("utf-8")
    return root


def make_copy(root: Path, edition: str) -> Path:
    """Make a copy; return the zip."""
    run = run_inside(root, "offline", "--edition", edition)
    assert run.status == 0, run.err + run.out
    (found,) = (root / "dist").glob(f"*-{edition}-*.zip")
    return found


def unpacked(copy: Path, folder: Path) -> Path:
    """Unpack a copy as a person would; return its folder."""
    with zipfile.ZipFile(copy) as file:
        file.extractall(folder)
    return folder / copy.stem


def run_verify(*paths: Path) -> tuple[int, str]:
    """Run `build-site verify`; return its status and what it said."""
    out, status = io.StringIO(), 0
    with redirect_stdout(out), redirect_stderr(out):
        try:
            main(["verify", *map(str, paths)])
        except SystemExit as ended:
            status = int(ended.code or 0)
    return status, out.getvalue()


def contents(folder: Path) -> dict[str, str]:
    """Give every file as text: index files unwrapped and unpacked, the database as the SQL that makes it."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found[path.relative_to(folder).as_posix()] = _decoded(path)
    return found


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".sqlite":
        with sqlite3.connect(path) as database:
            return "\n".join(database.iterdump())
    if wrapped := _WRAPPED.fullmatch(data):
        data = base64.b64decode(wrapped[1])
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace")
    # A file that stands in a page is read like one that stands beside it.
    return text + "".join(map(unquote, _INLINED.findall(text))) if path.suffix == ".html" else text


def names(copy: Path) -> set[str]:
    """Give the paths of all files below a folder."""
    return {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
