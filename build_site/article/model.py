"""An article: everything that is known of it, each value with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.fields.edtf import Edtf
    from build_site.fields.parts import Access
    from build_site.fields.record import Record
    from build_site.registers.model import Topic

Value = TypeVar("Value")


class Edition(StrEnum):
    """What a build may show."""

    FULL = "full"
    PUBLIC = "public"


class Origin(StrEnum):
    """Where a value comes from, strongest first."""

    RECORD = "record"
    REGISTER = "register"
    DERIVED = "derived"
    SUPPLIED = "supplied"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Trace:
    """One place in the text that speaks for a value."""

    line: int
    """Line of the file, 1-based."""
    rule: str
    """Name of the rule that matched."""
    weight: float = 0.0
    """What the trace counts for; 0 where traces are not weighed."""
    quote: str = ""
    """The words. Empty where the edition does not hold the text, or where they hold a name that is held back."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a value, or one of several values, stands there."""

    of: str = ""
    """Id of the topic, or id or name of the person; empty for a field of one value."""
    score: float = 0.0
    """How strongly the text speaks for it; 0 for people, whose scores are not published."""
    traces: tuple[Trace, ...] = ()
    """The places, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Described(Generic[Value]):
    """A value with where it comes from."""

    value: Value
    """The value."""
    origin: Origin
    """Who says so: a record, the text by derivation, this archive (a supplied title), or nobody."""
    method: str = ""
    """Name and version of the derivation; empty for a reviewed value."""
    lines: tuple[int, ...] = ()
    """Lines of the file in which the evidence stands, 1-based; never the words."""
    grounds: tuple[Ground, ...] = ()
    """The evidence in full, for the provenance; empty for a value that is not derived."""


@dataclass(frozen=True, slots=True)
class SourceName:
    """The outlet that published an article."""

    name: str
    """Preferred name of the register, or plain text."""
    id: str = ""
    """Id in the register; empty where the register has no entry."""
    kind: str = ""
    """What kind of outlet it is; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person whom an article mentions."""

    name: str
    """Preferred name of the register, or the name as the record or the text gives it."""
    sort_name: str
    """Name as it is filed."""
    id: str = ""
    """Id in the register; empty where nobody has confirmed that the name stands for one person."""
    indexed: bool = True
    """False: named on the article's own page only."""
    forms: tuple[str, ...] = ()
    """Forms under which the text was found to name the person; empty where a record names them."""


class BlockKind(StrEnum):
    """What a block of the text is."""

    PARAGRAPH = "paragraph"
    MARKDOWN = "markdown"
    CAPTION = "caption"
    CAPTION_NAME = "caption-name"
    CREDIT = "credit"
    BYLINE = "by-line"
    DATELINE = "dateline"
    REPEATED = "repeated-paragraph"
    INTERFACE = "interface"
    AGENCY_TAIL = "agency-tail"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text that stands for itself on the page."""

    kind: BlockKind
    """Running text, or what residue it is."""
    text: str
    """The characters: plain text on one line, or safe Markdown for the kind `markdown`."""
    line: int
    """Line of the file on which it begins, 1-based."""
    plain: str = ""
    """What a reader sees of a block of the kind `markdown`; empty for the other kinds, whose text is that."""

    @property
    def words(self) -> str:
        """What a reader sees: the text without any mark-up, for search and data."""
        return self.plain if self.kind is BlockKind.MARKDOWN else self.text


@dataclass(frozen=True, slots=True)
class Article:
    """One article: validated, reviewed and derived values, in the precedence record > register > derived."""

    id: str
    """Permanent id, the stem of its files."""
    path: str
    """The file that a person edits to change this page."""
    record: Record
    """The record; its neutral values where there is none."""
    access: Access
    """What the public edition may show."""
    title: Described[str]
    """Headline."""
    source: Described[SourceName | None]
    """Outlet; None where it is not known."""
    published: Described[Edtf | None]
    """Date of publication; None where it is not known."""
    not_before: Described[int]
    """Year before which the text cannot have been written; 0 where that is not known."""
    language: Described[str]
    """BCP 47 tag; empty where it is not known."""
    topics: Described[tuple[Topic, ...]]
    """Subjects."""
    people: Described[tuple[PersonName, ...]]
    """People mentioned; nobody who is unlisted or held back."""
    held: bool
    """True where this archive holds the text and the edition may show it."""
    blocks: Sequence[Block] = ()
    """The text; empty where it is not held or not shown."""
    unnamed: tuple[str, ...] = ()
    """Names in the text that no page may repeat: of unlisted people and of those held back. Never written anywhere."""
    embargoed: bool = False
    """True where the article may not be published yet; only the full edition has such articles."""
    held_back: int | None = 0
    """Number of names in the text that are held back from everything but the text; None where nobody counted them,
    because the record names the people and says who has checked the names."""
    marked: bool = False
    """True where the text is Markdown, whose links depend on which articles there are."""

    @property
    def private(self) -> bool:
        """True where the page shows what may not be published."""
        return self.embargoed or (self.held and self.access != "full")
