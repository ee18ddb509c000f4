"""An archive with every kind of page, for the tests of the pages. Every person, place and newspaper is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.contribute.archive import archive_config
from tests.archive import PROJECT, build_site, make_archive

if TYPE_CHECKING:
    from pathlib import Path

REGISTERS = """\
--- seeds/registers/people.yml
people:
  ada-fenwick: {name: Ada Fenwick, note: "Harbour master of Northport (The Northport Courier, 3 March 2029)."}
--- seeds/registers/topics.yml
topics:
  transport: {label: Transport, scope: How people and goods get about.}
  ports: {label: Ports and shipping, scope: Harbours and what goes through them., broader: transport}
  bakeries: {label: Bakeries}
--- seeds/registers/sources.yml
sources:
  courier: {name: The Northport Courier, kind: daily newspaper, note: Published in Northport from 1921.}
  packet: {name: Kelderby Packet}
"""
_HARBOUR = """\
By Eve Rowe

Dredging of the harbour will start in May, the board said on Tuesday. The work is to take six weeks, and the channel
will be two metres deeper when it is done.

“We have waited for this,” said Ada Fenwick, the harbour master. “Coasters had to wait for the tide.”

The board pays for the work out of its own funds. Tobias Quill, who sails the ferry to Skerry Island, said that the
ferry would keep to its timetable, with one crossing fewer on Sundays while the barge lies in the channel.

Photograph: Eve Rowe

The last dredging was eleven years ago. Since then silt has narrowed the channel by a third, by the board's figures,
and four coasters touched the ground last autumn. None of them was damaged.
"""
HARBOUR = "\n\n".join(" ".join(paragraph.split()) for paragraph in _HARBOUR.split("\n\n"))
"""A text as it is received: a line is a paragraph."""
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
ARTICLES = f"""\
--- seeds/harbour.txt
{HARBOUR}
--- seeds/harbour.yml
title: Harbour dredging to start in May
subtitle: The board expects the work to take six weeks
source: The Northport Courier
published: 2031-04-02
byline: Eve Rowe
url: https://courier.example/2031/harbour
archived_url: https://copies.example/20310402/harbour
topics: [ports]
people: [Ada Fenwick, Tobias Quill]
summary: The harbour board will deepen the channel.
language: en-GB
access: full
rights: {{statement: "{LICENCE}", holder: The Northport Courier}}
notes: Page 3 of the printed edition.
reviewed: {{by: A. Keeper, on: 2031-05-02}}
corrections:
  - {{on: 2031-05-02, note: The date was given wrongly as 1 April.}}
  - {{on: 2031-05-09, note: The by-line was missing.}}
outcome: The dredging ended on 20 June 2031 (The Northport Courier, 21 June 2031).
sensitivity: [flooding]
editors_note: The newspaper printed another version on the following day.
formerly: [harbour-old]
--- seeds/harbour-packet.txt
{HARBOUR.replace("By Eve Rowe", "From our correspondent").replace("None of them was damaged.", "")}
--- seeds/harbour-packet.yml
title: Six weeks of dredging
source: Kelderby Packet
published: 2031-04-03
topics: [ports]
people: [Ada Fenwick, Tobias Quill]
language: en-GB
access: full
rights: {LICENCE}
--- seeds/loaves.md
---
title: Loaves for the lifeboat crew
source: Kelderby Packet
published: 2030-11
topics: [bakeries, ports]
people: [Ada Fenwick]
summary: A bakery gives its bread away.
language: en
access: full
rights: {LICENCE}
---

The ovens were lit before dawn, and **quartz** lamps stood on the quay.

## What was baked

- white loaves
- rye loaves

> Nobody went home without one.
--- seeds/ferry.yml
title: Ferry to sail all winter
source: The Northport Courier
published: 2031-01-15
topics: [transport]
people: [Tobias Quill]
summary: The ferry will sail in winter, the company says.
url: https://courier.example/2031/ferry
language: en
access: summary
--- seeds/lighthouse.txt
The lighthouse was painted, and Ada Fenwick watched. It took four days and ninety litres of paint.
--- seeds/lighthouse.yml
title: Lighthouse painted
source: Kelderby Packet
published: 2029
topics: [ports]
people: [Ada Fenwick]
language: en
access: summary
--- seeds/undated.yml
title: Ein Leuchtturm für Northport
topics: [ports]
people: []
summary: Der Leuchtturm am Hafen wird gestrichen.
language: de
access: summary
--- seeds/gone.yml
title: A notice that was taken back
source: Kelderby Packet
published: 2030-01-01
access: withdrawn
withdrawn: {{on: 2031-05-02, reason: error}}
--- seeds/arabic.txt
افتتح المرفأ الجديد يوم الثلاثاء بعد شتاء طويل، وقال مجلس المرفأ إن القناة أصبحت أعمق بمترين.

وستبحر العبّارة إلى الجزيرة مرتين في اليوم، كما جاء في بيان المجلس (رقم 12).
--- seeds/arabic.yml
title: افتتاح المرفأ الجديد
subtitle: القناة أعمق بمترين
source: بريد الميناء
published: 2031-03-04
topics: [ports]
people: []
language: ar
access: full
rights: {LICENCE}
--- seeds/japanese.txt
港の浚渫は五月に始まると、港湾委員会が火曜日に発表した。工事は六週間かかり、水路は二メートル深くなる。

「冬から待っていました」と港長は語った。渡し船は日曜日に一便減るほかは、いつもの時刻で運航する。
--- seeds/japanese.yml
title: 港の浚渫、五月に開始
source: 北港新聞
published: 2031-04-05
topics: [ports]
people: []
language: ja
access: full
rights: {LICENCE}
"""
GUIDE = """\
# A guide

## First

A paragraph with `code` and [a link](index.md).

| field | rule |
| --- | --- |
| `title` | One line. |

## Second

    key: value

## Third

1. One
2. Two

## Fourth

The end.
"""
KINDS = {
    "home": "",
    "article": "articles/harbour/",
    "Markdown article": "articles/loaves/",
    "private article": "articles/lighthouse/",
    "summary only": "articles/ferry/",
    "withdrawn": "articles/gone/",
    "Arabic": "articles/arabic/",
    "Japanese": "articles/japanese/",
    "topics": "topics/",
    "topic": "topics/ports/",
    "people": "people/",
    "confirmed person": "people/ada-fenwick/",
    "name not confirmed": "people/tobias-quill/",
    "sources": "sources/",
    "source": "sources/courier/",
    "dates": "dates/",
    "year": "dates/2031/",
    "month": "dates/2031/04/",
    "undated": "dates/undated/",
    "search": "search/",
    "corrections": "corrections/",
    "removal": "corrections/removal/",
    "data": "data/",
    "guide": "guide/",
    "not found": "404.html",
}
"""Each kind of page, and where one stands. The address `articles/harbour-old/` leads on by itself."""


def make_reader_archive(folder: Path) -> Path:
    """Write the archive, with a hand-written page and an address of its own; return its folder."""
    config = archive_config((PROJECT / "mkdocs.yml").read_text("utf-8"), "Press Archive", "An archive for a test.")
    config = config.replace('site_url: !ENV [SITE_URL, ""]', "site_url: https://archive.example/")
    dates = "  - Dates: dates/index.md\n"
    config = config.replace(dates, f"{dates}  - Guides:\n      - A guide: guide.md\n")
    make_archive(folder, REGISTERS + ARTICLES)
    return make_archive(folder, {"mkdocs.yml": config, "docs/guide.md": GUIDE})


def make_reader_site(folder: Path) -> Path:
    """Build the archive as its keeper does, private texts included; return the site."""
    root = make_reader_archive(folder)
    run = build_site(root)
    assert run.status == 0, run.err
    return root / "site"
