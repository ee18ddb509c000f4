"""What a text says of itself: each value with its method, score and evidence. Nothing here is a claim of ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")

PEOPLE_METHOD = "people/9"
"""Name and version of the method for people; the version rises when the same text may give other people."""
TOPICS_METHOD = "topics/2"
"""Name and version of the method for topics."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One trace in the text that speaks for a value."""

    line: int
    """1-based line of the file."""
    quote: str
    """The words that were matched. `describe` shows them; `data/provenance/<id>.json` only where the edition shows the
    text and nobody withheld is named in them; a page or a log never."""
    rule: str
    """Name of the rule that matched, for example `self-reference`."""
    weight: float = 0.0
    """What the trace counts for."""


@dataclass(frozen=True, slots=True)
class Derived(Generic[Value]):
    """A value worked out from a text."""

    value: Value
    """The value; what is not known is said by the type (None, empty), never by a guess."""
    method: str
    """Name and version of the method, for example `title/1`."""
    score: float = 0.0
    """How strongly the evidence speaks; comparable within one method only."""
    evidence: tuple[Evidence, ...] = ()
    """Traces in the order of the text."""


class ResidueKind(StrEnum):
    """What a line is that is not the article's running text."""

    CAPTION = "caption"
    CAPTION_NAME = "caption-name"
    CREDIT = "credit"
    BYLINE = "by-line"
    DATELINE = "dateline"
    REPEATED = "repeated-paragraph"
    INTERFACE = "interface"
    AGENCY_TAIL = "agency-tail"


@dataclass(frozen=True, slots=True)
class Residue:
    """A line (or a part of one) that is set apart from the running text; nothing of it is thrown away."""

    line: int
    """1-based line of the file."""
    kind: ResidueKind
    """What it is."""
    start: int = 0
    """First character of the residue in the line, 0-based; 0 with `end` = length where the whole line is meant."""
    end: int = 0
    """One past the last character of the residue in the line."""
    repeats: int = 0
    """Line of the paragraph that this one repeats; 0 where it repeats none."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody credited for a picture or by a by-line. Credited people are not people mentioned."""

    name: str
    """Name as it stands in the text."""
    role: str
    """`picture` or `text`."""
    line: int
    """1-based line of the file."""
    start: int
    """First character of the name in the line, 0-based."""
    end: int
    """One past the last character of the name in the line."""


class Status(StrEnum):
    """Whether a derived name may be listed."""

    LISTED = "listed"
    HELD_BACK = "held back"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names a person."""

    line: int
    """1-based line of the file."""
    start: int
    """First character in the line, 0-based."""
    end: int
    """One past the last character in the line."""
    form: str
    """The words as they stand there, without a possessive ending."""


@dataclass(frozen=True, slots=True)
class DerivedPerson:
    """A person whom the text mentions by name. "Mentioned" is the only relation that is derived."""

    name: str
    """Longest form in the text, without honorific; honorific and first name (`Sister Agnes`) where that is all."""
    forms: tuple[str, ...]
    """Every form that was attached to this name, sorted."""
    mentions: tuple[Mention, ...]
    """Every place, in the order of the text."""
    score: float
    """Sum of the weights of `features`."""
    features: tuple[str, ...]
    """What decided, sorted. For the person who runs `describe`; never written to a page, data or log."""
    status: Status = Status.LISTED
    """Held back: for a person to review, not listed anywhere."""
    reason: str = ""
    """Why a name is held back, in a few words; empty where it is listed."""
    ambiguous: tuple[str, ...] = ()
    """Forms in the text that fit this name and another alike; they are attached to neither."""


@dataclass(frozen=True, slots=True)
class DerivedTopic:
    """A topic of the register for which the text speaks."""

    id: str
    """Id in the register of topics."""
    score: float
    """Sum of the weights."""
    evidence: tuple[Evidence, ...]
    """Traces in the order of the text."""


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that is derived from one text."""

    title: Derived[str]
    """Headline line, or the lead sentence shortened at a clause. Empty only for an empty text."""
    source: Derived[str]
    """Id in the register of sources; empty where the text does not say it. A guess is never made."""
    published: Derived[str]
    """ISO date that the text itself states as its date; empty where it does not."""
    not_before: Derived[int]
    """Latest past year that the text speaks of: it cannot be older. 0 where it names none."""
    language: Derived[str]
    """BCP 47 language; empty where the text is too short to tell."""
    topics: tuple[DerivedTopic, ...]
    """Topics, strongest first."""
    people: tuple[DerivedPerson, ...]
    """People, in the order in which they are first named; held-back names included."""
    credits: tuple[Credit, ...]
    """Credits, in the order of the text."""
    residue: tuple[Residue, ...]
    """Residue, in the order of the text."""
