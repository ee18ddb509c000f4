"""The page about the data: what there is to take away, what each column means, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.cite.make import FORMATS, all_path
from build_site.data.database import TEXT_MEANS
from build_site.data.tables import TABLES
from build_site.page.address import relative
from build_site.page.markdown import bullets, count, escape, heading, link, paragraph
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog
    from build_site.data.tables import Column, Table
    from build_site.web import Settings

INDEX = "data/index.md"
"""The page about the data."""
_KINDS = {"string": "text", "date": "day", "integer": "number", "boolean": "true or false"}
_HELD_BACK = (
    "The data says what the pages say: it is made from the same edition. Withdrawn articles, texts that may not be"
    " shown, and people who are named on an article's own page only are not in it. A mention says nothing about a"
    " person, and a name that is not confirmed may be that of several people. Please do not publish lists that combine"
    " people and topics."
)
_PROVENANCE = (
    "Where each value of an article comes from: a file for each article in `data/provenance/`, which the article's page"
    " links under “How this was described”."
)
_CELLS = (
    "A cell that would begin like a formula of a spreadsheet, or with an apostrophe, begins with an apostrophe more. To"
    " get the text back, take that one away. JSON Lines and SQLite hold every text as it is."
)
_PANDAS = """\
    import pandas as pd

    articles = pd.read_csv("articles.csv", parse_dates=["published_first", "published_last"])
    subjects = pd.read_csv("subjects.csv")
    both = subjects.merge(articles, left_on="article", right_on="id")
    print(both.groupby(["topic", both.published_first.dt.year]).size())"""
_DATASETTE = """\
    pip install datasette
    datasette archive.sqlite --metadata metadata.json"""
_SQL = """\
    select articles.title, articles.published, sources.name
    from articles_fts
    join articles on articles.rowid = articles_fts.rowid
    left join sources on sources.id = articles.source
    where articles_fts match 'harbour'
    order by rank"""


def data_page(catalog: Catalog, settings: Settings) -> Page:
    """Make the page."""
    body = blocks(
        [
            heading("Data and feeds"),
            f"{count(len(catalog.articles), 'article')}, to take away and to follow.",
            heading("Download", 2),
            bullets(_files()),
            heading("Follow", 2),
            *_follow(settings),
            heading("What is in the data, and what is not", 2),
            _HELD_BACK,
            *(block for table in TABLES for block in _table(table)),
            *_examples(),
        ]
    )
    return Page(INDEX, {"title": "Data and feeds", "hide": ["toc"]}, parts(trail(INDEX), body))


def _files() -> list[str]:
    tables = ", ".join(_file(f"data/{table.name}.csv") for table in TABLES)
    references = ", ".join(link(name, relative(all_path(ending), INDEX)) for ending, name in FORMATS.items())
    return [
        f"Tables as CSV: {tables}. {_file('data/datapackage.json')} describes them as a Frictionless Data Package.",
        f"One article a line: {_file('data/articles.jsonl')}",
        f"A database: {_file('data/archive.sqlite')}, with descriptions for Datasette in {_file('data/metadata.json')}",
        f"References to all articles: {references}",
        _PROVENANCE,
    ]


def _file(path: str) -> str:
    return link(path.rpartition("/")[2], relative(path, INDEX))


def _follow(settings: Settings) -> list[str]:
    feeds = f"{link('Atom', relative('feeds/all.xml', INDEX))} · {link('JSON Feed', relative('feeds/all.json', INDEX))}"
    said = (
        f"The newest 50 articles: {feeds}. "
        "Corrections, and the page of each topic and each source, have feeds of their own."
    )
    without = (
        "This copy has no address on the web (`site_url` in mkdocs.yml is empty), so its feeds hold relative links, and"
        " it has no site map."
    )
    return [said] if settings.site_url else [said, without]


def _table(table: Table) -> list[str]:
    columns = [_column(column) for column in table.columns]
    if table.name == "articles":
        columns.append(f"`text`: {escape(TEXT_MEANS)} In JSON Lines and SQLite only.")
        columns.append("`topics`: Ids of the topics, a list. In JSON Lines only; elsewhere it is the table subjects.")
    key = " and ".join(f"`{name}`" for name in table.key)
    return [heading(table.name, 3), f"{escape(table.means)} Key: {key}.", bullets(columns)]


def _column(column: Column) -> str:
    facts = [_KINDS[column.kind.value]]
    if column.refers_to:
        facts.append(f"an id of {column.refers_to}")
    if not column.required:
        facts.append("may be empty")
    return f"`{column.name}` ({', '.join(facts)}): {escape(column.means)}"


def _examples() -> list[str]:
    return [
        paragraph(_CELLS),
        heading("With pandas", 2),
        "How many articles there are on each topic in each year, in the folder of the CSV files:",
        _PANDAS,
        heading("With Datasette", 2),
        _DATASETTE,
        "Then open the address that it prints. The table articles has a search box; this is a query to begin with:",
        _SQL,
    ]
