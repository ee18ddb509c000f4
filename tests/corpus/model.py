"""The noun of this package: one invented article with its record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = object
"""What a record may hold: a string, a date, a list, a mapping, None."""


class Kind(StrEnum):
    """In which files an article stands (`seeds/README.md`)."""

    TEXT = "txt"
    TEXT_AND_RECORD = "txt+yml"
    MARKDOWN = "md"
    RECORD = "yml"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an article may mention."""

    name: str
    """Name as spoken, without honorific."""
    first: str
    """Form at the first mention."""
    later: str
    """Form at each later mention."""
    id: str = ""
    """Id in the register; empty for people who stand in none."""
    listed: bool = True
    """False for a person whom the register calls unlisted."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is written about: everything in an article but its date, its files and its record."""

    subject: str
    """Slug of the subject, part of the id."""
    language: str
    """BCP 47 language of the text."""
    topics: tuple[str, ...]
    """Ids in the register of topics."""
    title: str
    """Headline."""
    subtitle: str
    """Standfirst; may be empty."""
    paragraphs: tuple[str, ...]
    """Running text; the last paragraph says that the article is invented."""
    people: tuple[Person, ...]
    """Everybody whom the paragraphs mention, in the order of the text."""


@dataclass(frozen=True, slots=True)
class InventedArticle:
    """One article of the corpus."""

    id: str
    """Stem of its files; unique in a corpus."""
    kind: Kind
    """In which files it stands."""
    text: str
    """Text as it stands in the `.txt` or below the front matter; empty for a record without a text."""
    record: dict[str, Value]
    """Fields of the record or front matter, in the order in which they are written; empty for a bare text."""
    story: Story
    """What it was made from: the truth against which a derivation can be measured."""

    @property
    def people(self) -> tuple[str, ...]:
        """Names, without honorific, of everybody whom the text mentions, in the order of the text."""
        return tuple(person.name for person in self.story.people)
