"""Values of a record that have parts of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from build_site.fields.field import Field, read_fields, table
from build_site.fields.kinds import day, mapping, needed_line, text
from build_site.problem import problem

if TYPE_CHECKING:
    import datetime as dt

    from build_site.seed.node import Node


class Access(StrEnum):
    """What the public edition may show of an article."""

    FULL = "full"
    SUMMARY = "summary"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Review:
    """A person has read the record against the text."""

    by: str
    """Who."""
    on: dt.date
    """When."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """A passage that must not be shown."""

    passage: str
    """The exact words."""
    reason: str
    """Why, for the reader."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note on what was wrong."""

    on: dt.date
    """When the note was made."""
    note: str
    """What was wrong and what is right."""


def by(node: Node) -> str:
    """Name or initials of the person."""
    return needed_line(node)


def on(node: Node) -> dt.date:
    """The day, `YYYY-MM-DD`."""
    return day(node)


def passage(node: Node) -> str:
    """The exact words of the text, at least three characters."""
    value = text(node)
    if len(value) < len("…") * 3:
        raise problem(node.position, "the passage is too short to be meant exactly", "give at least three characters")
    return value


def reason(node: Node) -> str:
    """Why, in a few words."""
    return needed_line(node)


def note(node: Node) -> str:
    """What was wrong and what is right."""
    return needed_line(node)


REVIEW = table(Field(by, "A. Keeper", required=True), Field(on, "2031-05-02", required=True))
"""Fields of `reviewed` and `names_checked`."""
REDACTION = table(Field(passage, "the exact words", required=True), Field(reason, "court order", required=True))
"""Fields of an item of `redactions`."""
CORRECTION = table(Field(on, "2031-05-02", required=True), Field(note, "…", required=True))
"""Fields of an item of `corrections`."""


def parse_review(node: Node) -> Review:
    """Read who and when."""
    return Review(**read_fields(mapping(node), REVIEW))


def parse_redaction(node: Node) -> Redaction:
    """Read one redaction."""
    return Redaction(**read_fields(mapping(node), REDACTION))


def parse_correction(node: Node) -> Correction:
    """Read one correction."""
    return Correction(**read_fields(mapping(node), CORRECTION))
