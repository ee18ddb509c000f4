"""Find the entry that a name, alias or id leads to."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from build_site.fields.kinds import near
from build_site.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.fields.kinds import Named
    from build_site.registers.model import Person, Registers, Source, Topic

Entry = TypeVar("Entry")

_SHAPES = str.maketrans(dict.fromkeys("‘’ʼʻ`´′", "'") | dict.fromkeys("‐‑‒", "-"))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(form: str) -> str:
    """Write a form as it is compared: without case, accents, and the shapes of apostrophes and hyphens."""
    if form.isascii():
        return form.replace("`", "'").lower()
    return without_accents(unicodedata.normalize("NFKD", form.translate(_SHAPES).casefold()))


def without_accents(decomposed: str) -> str:
    """Leave the combining characters out."""
    return _NOT_ASCII.sub(_bare, decomposed)


def _bare(match: re.Match[str]) -> str:
    return "".join(char for char in match[0] if not unicodedata.combining(char))


class Lookup:
    """Names, aliases and ids of all registers, in typographic and plain form, upper and lower case alike."""

    def __init__(self, registers: Registers) -> None:
        self.people = _index(
            (person, (person.id, person.name, *person.aliases)) for person in registers.people.values()
        )
        self.topics = _index((topic, (topic.id, topic.label, *topic.aliases)) for topic in registers.topics.values())
        self.sources = _index((item, (item.id, item.name, *item.aliases)) for item in registers.sources.values())

    def person(self, name: str) -> Person | None:
        """Return the person whom the form leads to; None where the register knows no such form."""
        return self.people.get(name.casefold()) or self.people.get(folded(name))

    def source(self, name: str) -> Source | None:
        """Return the outlet that the form leads to, with or without a leading `The`."""
        for form in (name.casefold(), folded(name)):
            if found := self.sources.get(form) or self.sources.get(form.removeprefix("the ")):
                return found
        return None

    def topic(self, wanted: Named) -> Topic:
        """Return the topic that the form leads to; the vocabulary is controlled, so an unknown one is an error."""
        found = self.topics.get(wanted.text.casefold())
        if found is None:
            forms = [form for topic in self.topics.values() for form in (topic.label, topic.id, *topic.aliases)]
            several = "several topics stand in brackets, [one, two]; else " if "," in wanted.text else ""
            hint = f"{several}{near(wanted.text, forms)}add the topic to seeds/registers/topics.yml"
            raise problem(wanted.position, f'topics: "{wanted.text}" is not in the register of topics', hint)
        return found


def _index(entries: Iterable[tuple[Entry, tuple[str, ...]]]) -> dict[str, Entry]:
    """Earlier forms win: an id is never hidden by a later entry's alias, and an exact form by no folded one.

    A folded form that fits two entries leads to neither.
    """
    pairs = [(entry, form) for entry, forms in entries for form in forms]
    index: dict[str, Entry] = {}
    for entry, form in pairs:
        index.setdefault(form.casefold(), entry)
    plain: dict[str, Entry] = {}
    unclear: set[str] = set()
    for entry, form in pairs:
        if plain.setdefault(folded(form), entry) is not entry:
            unclear.add(folded(form))
    return {form: entry for form, entry in plain.items() if form not in unclear} | index
