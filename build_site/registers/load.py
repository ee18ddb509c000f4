"""Composed register files → `Registers`; every problem of all three in one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_site.fields import kinds
from build_site.fields.field import Field, read_fields
from build_site.problem import Gathering, Position, problem
from build_site.registers.entries import PERSON, SOURCE, TOPIC
from build_site.registers.model import Person, Registers, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.seed.node import Mapping as MappingNode

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_SAINT = frozenset({"St", "St."})
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


class Entry:
    """One entry of a register, read by its table, with the places of its parts."""

    __slots__ = ("id", "position", "values")

    def __init__(self, name: str, position: Position, values: dict[str, Any]) -> None:
        self.id = name
        self.position = position
        self.values = values

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other forms, as plain text."""
        return tuple(alias.text for alias in self.values.get("aliases", ()))

    def plain(self, *names: str) -> dict[str, Any]:
        """Those of the named values that are given."""
        return {name: self.values[name] for name in names if name in self.values}


def load_registers(files: Mapping[str, MappingNode], problems: Gathering) -> Registers:
    """Make the registers from `people`, `topics` and `sources`; what is wrong is gathered in `problems`."""
    people = _entries(files["people"], "people", PERSON, problems)
    topics = _entries(files["topics"], "topics", TOPIC, problems)
    sources = _entries(files["sources"], "sources", SOURCE, problems)
    for entries, key in ((people, "name"), (topics, "label"), (sources, "name")):
        _refuse_shared_forms(entries, key, problems)
    _refuse_broken_tree(topics, problems)
    return Registers(
        people={entry.id: _person(entry) for entry in people},
        not_people=_not_people(files["people"], problems),
        topics={entry.id: _topic(entry) for entry in topics},
        sources={entry.id: _source(entry) for entry in sources},
    )


def _entries(file: MappingNode, name: str, fields: Mapping[str, Field], problems: Gathering) -> list[Entry]:
    known = (name, "not_people") if name == "people" else (name,)
    for key, position in file.keys.items():
        with problems.step():
            if key not in known:
                hint = f"{kinds.near(key, known)}the entries stand under `{name}:`"
                raise problem(position, f"{key}: no such part of this register", hint)
    entries: list[Entry] = []
    with problems.step():
        if name in file.entries:
            entries = _read_entries(kinds.mapping(file.entries[name]), fields, problems)
    return entries


def _read_entries(node: MappingNode, fields: Mapping[str, Field], problems: Gathering) -> list[Entry]:
    entries = []
    for key, value in node.entries.items():
        with problems.step():
            if not _ID.fullmatch(key) or key == "index":
                hint = "use small letters, digits and hyphens, for example ada-fenwick"
                raise problem(node.keys[key], f'"{key}" cannot be an id: it becomes an address', hint)
            entries.append(Entry(key, node.keys[key], read_fields(kinds.mapping(value), fields)))
    return entries


def _refuse_shared_forms(entries: list[Entry], key: str, problems: Gathering) -> None:
    """Refuse a name or alias that leads to two entries; the error names both places."""
    owner: dict[str, Entry] = {}
    for entry in entries:
        at = [(entry.values[key], entry.position), *((a.text, a.position) for a in entry.values.get("aliases", ()))]
        for form, position in at:
            other = owner.setdefault(form.casefold(), entry)
            with problems.step():
                if other is not entry:
                    hint = "one form can lead to one entry only: remove it from one of the two"
                    message = f'"{form}" belongs to {entry.id} and to {other.id} ({other.position})'
                    raise problem(position, message, hint)


def _refuse_broken_tree(topics: list[Entry], problems: Gathering) -> None:
    parents = {entry.id: entry.values["broader"] for entry in topics if "broader" in entry.values}
    ids = {entry.id for entry in topics}
    for topic, parent in parents.items():
        with problems.step():
            if parent.text not in ids:
                hint = f"{kinds.near(parent.text, ids)}write the id of a topic of this register"
                raise problem(parent.position, f'broader: there is no topic "{parent.text}"', hint)
            if _leads_back(topic, {key: value.text for key, value in parents.items()}):
                raise problem(parent.position, "broader: the topic contains itself", "break the circle")


def _leads_back(topic: str, parents: dict[str, str]) -> bool:
    above, seen = parents.get(topic), {topic}
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == topic


def _not_people(file: MappingNode, problems: Gathering) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    with problems.step():
        if "not_people" in file.entries:
            found = kinds.list_of(kinds.needed_line)(file.entries["not_people"])
    return found


def _person(entry: Entry) -> Person:
    name = entry.values["name"]
    values = {"sort_name": filed(name), **entry.plain("name", "sort_name", "note", "wikidata", "unlisted", "page")}
    return Person(id=entry.id, aliases=entry.aliases, position=entry.position, **values)


def filed(name: str) -> str:
    """Put the last word of a name first, as it is filed where nobody has said otherwise: `Fenwick, Ada`.

    `St` goes with the word behind it (`St Aubrey, Ada`), and `Jr` stands last (`Fenwick, Ada, Jr`).
    """
    words = name.split(" ")
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else ""
    start = -2 if len(words) > 1 and words[-2] in _SAINT else -1
    return ", ".join(filter(None, (" ".join(words[start:]), " ".join(words[:start]), suffix)))


def _topic(entry: Entry) -> Topic:
    broader = {"broader": entry.values["broader"].text} if "broader" in entry.values else {}
    values = {**entry.plain("label", "scope", "words"), **entry.values.get("match", {}), **broader}
    return Topic(id=entry.id, aliases=entry.aliases, position=entry.position, **values)


def _source(entry: Entry) -> Source:
    values = entry.plain("name", "kind", "domains", "note", "wikidata")
    return Source(id=entry.id, aliases=entry.aliases, position=entry.position, **values)
