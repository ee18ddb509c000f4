"""The tables of the data: what each column means. Files, descriptions and the page about the data come from here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | bool | None
Row: TypeAlias = dict[str, Value]


class Kind(StrEnum):
    """Type of a column, in the words of the Frictionless Table Schema."""

    TEXT = "string"
    DAY = "date"
    NUMBER = "integer"
    TRUTH = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Name in every format."""
    means: str
    """What it says, in one sentence or two."""
    kind: Kind = Kind.TEXT
    """Type of its values."""
    required: bool = False
    """True where every row has a value."""
    refers_to: str = ""
    """Table whose `id` the value is; empty for a plain value."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    name: str
    """Name of the table, and stem of its file."""
    means: str
    """What one row is."""
    columns: tuple[Column, ...]
    """Columns, in their order."""
    key: tuple[str, ...] = field(default=("id",))
    """Columns that together name one row."""


_ID = "Permanent id"
_WIKIDATA = Column("wikidata", "Wikidata item, as the register gives it.")

SOURCES = Table(
    "sources",
    "One outlet that published articles of this archive.",
    (
        Column("id", f"{_ID} in the register, or made from the name where the register has no entry.", required=True),
        Column("name", "Name of the outlet.", required=True),
        Column("kind", "What kind of outlet it is."),
        Column("registered", "Whether the register of sources has an entry.", Kind.TRUTH, required=True),
        _WIKIDATA,
        Column("articles", "Number of its articles here.", Kind.NUMBER, required=True),
    ),
)
TOPICS = Table(
    "topics",
    "One subject of the register that articles here have, or that is above one.",
    (
        Column("id", f"{_ID} in the register.", required=True),
        Column("label", "Neutral name of the subject.", required=True),
        Column("scope", "What belongs here and what does not."),
        Column("broader", "The broader topic.", refers_to="topics"),
        Column("iptc", "IPTC Media Topic."),
        _WIKIDATA,
        Column("articles", "Number of articles with this very topic.", Kind.NUMBER, required=True),
    ),
)
PEOPLE = Table(
    "people",
    "One name that articles mention. A mention says nothing about a person.",
    (
        Column("id", f"{_ID} in the register, or made from the name.", required=True),
        Column("name", "Name as it is spoken.", required=True),
        Column("sort_name", "Name as it is filed.", required=True),
        Column(
            "confirmed",
            "Whether the register confirms that the name stands for one person. Otherwise the name may be that of"
            " several.",
            Kind.TRUTH,
            required=True,
        ),
        Column("note", "Reviewed note on the person, with its source."),
        _WIKIDATA,
        Column("articles", "Number of articles that mention the name.", Kind.NUMBER, required=True),
    ),
)
ARTICLES = Table(
    "articles",
    "One article. Withdrawn articles are not among them.",
    (
        Column("id", f"{_ID}; the article's page is articles/ID/.", required=True),
        Column("page", "Address of the article's page; absolute where the archive is published.", required=True),
        Column("title", "Headline. One in square brackets is supplied by the archive.", required=True),
        Column("title_origin", "Where the headline comes from: record, derived, supplied.", required=True),
        Column("subtitle", "Second headline or standfirst."),
        Column("byline", "Authors as the article names them, with semicolons between."),
        Column("source", "The outlet that published it; empty where it is not known.", refers_to="sources"),
        Column("source_origin", "Where the outlet comes from: record, derived, none.", required=True),
        Column("published", "Date of publication in EDTF, with its uncertainty; empty where it is not known."),
        Column("published_first", "First day that the date can mean.", Kind.DAY),
        Column("published_last", "Last day that the date can mean.", Kind.DAY),
        Column("published_origin", "Where the date comes from: record, derived, none.", required=True),
        Column("language", "Language as a BCP 47 tag."),
        Column(
            "summary",
            "What the article says, in the words of this archive; empty where it names somebody who is named on the"
            " article's own page only.",
        ),
        Column("outcome", "What became of the matter later."),
        Column("access", "What the public may read here: full (the text) or summary (this record).", required=True),
        Column("held", "Whether this edition shows the text.", Kind.TRUTH, required=True),
        Column("rights", "Address of the rights statement or licence of the text.", required=True),
        Column("rights_holder", "Who holds the rights."),
        Column("url", "Address of the original."),
        Column("archived_url", "Address of a copy in a web archive."),
        Column("reviewed", "Day on which a person reviewed the record; empty where nobody has.", Kind.DAY),
    ),
)
SUBJECTS = Table(
    "subjects",
    "An article has a topic.",
    (
        Column("article", "The article.", required=True, refers_to="articles"),
        Column("topic", "The topic.", required=True, refers_to="topics"),
        Column("origin", "Who says so: record (a person) or derived (rules, from the text).", required=True),
    ),
    ("article", "topic"),
)
MENTIONS = Table(
    "mentions",
    "An article mentions a name. No other relation is recorded.",
    (
        Column("article", "The article.", required=True, refers_to="articles"),
        Column("person", "The name.", required=True, refers_to="people"),
        Column("origin", "Who says so: record (a person) or derived (rules, from the text).", required=True),
    ),
    ("article", "person"),
)
TABLES = (SOURCES, TOPICS, PEOPLE, ARTICLES, SUBJECTS, MENTIONS)
"""All tables; each refers only to those before it, or to itself."""
