"""The controlled vocabularies as the rest of the program sees them: authority records for people, topics, sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_site.problem import Position


@dataclass(frozen=True, slots=True)
class Person:
    """Authority record of one person: `seeds/registers/people.yml`."""

    id: str
    """Stem of the person's page; permanent."""
    name: str
    """Preferred name, in the order in which it is spoken."""
    sort_name: str
    """Name as it is filed, for example `Fenwick, Ada`."""
    aliases: tuple[str, ...] = ()
    """Other forms under which texts mention this person; no form belongs to two people."""
    note: str = ""
    """Reviewed note for readers, with its source."""
    wikidata: str = ""
    """Wikidata item (`Q` and digits) or empty."""
    unlisted: bool = False
    """True: nowhere but in the text itself; no page, index entry, metadata or search facet."""
    page: bool = True
    """False: named on the articles' own pages only (private persons and those known for one matter)."""
    position: Position = field(default=Position("seeds/registers/people.yml"), compare=False)
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the controlled vocabulary: `seeds/registers/topics.yml`."""

    id: str
    """Stem of the topic's page; permanent."""
    label: str
    """Neutral name of a subject, never a thesis."""
    scope: str = ""
    """Scope note: what belongs here and what does not."""
    broader: str = ""
    """Id of the broader topic, or empty."""
    aliases: tuple[str, ...] = ()
    """Other labels that a record may use."""
    words: tuple[tuple[int, str], ...] = ()
    """Weighted phrases that speak for the topic: (weight, phrase); a trailing `*` on a word matches any ending."""
    iptc: str = ""
    """IPTC Media Topic id (`medtop:` and digits) or empty."""
    wikidata: str = ""
    """Wikidata item or empty."""
    position: Position = field(default=Position("seeds/registers/topics.yml"), compare=False)
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: `seeds/registers/sources.yml`."""

    id: str
    """Stem of the source's page; permanent."""
    name: str
    """Preferred name of the outlet."""
    kind: str = ""
    """What kind of outlet it is, for example `daily newspaper`."""
    aliases: tuple[str, ...] = ()
    """Other forms under which texts name the outlet, without a leading `the`."""
    domains: tuple[str, ...] = ()
    """Host names of the outlet's own site, without `www.`."""
    note: str = ""
    """Reviewed note for readers."""
    wikidata: str = ""
    """Wikidata item or empty."""
    position: Position = field(default=Position("seeds/registers/sources.yml"), compare=False)
    """Where the entry stands."""


@dataclass(frozen=True, slots=True)
class Registers:
    """All controlled vocabularies of one archive, each by id in the order of the file."""

    people: dict[str, Person] = field(default_factory=dict)
    """People by id."""
    not_people: tuple[str, ...] = ()
    """Strings that look like a person's name and are none; they are never listed."""
    topics: dict[str, Topic] = field(default_factory=dict)
    """Topics by id."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Sources by id."""
    unlisted: tuple[Person, ...] = field(init=False)
    """People who are unlisted."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "unlisted", tuple(person for person in self.people.values() if person.unlisted))
