"""Find the entry that a name, alias or id leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from build_site.fields.kinds import near
from build_site.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.fields.kinds import Named
    from build_site.registers.model import Person, Registers, Source, Topic

Entry = TypeVar("Entry")


class Lookup:
    """Names, aliases and ids of all registers, upper and lower case alike."""

    def __init__(self, registers: Registers) -> None:
        self.people = _index(
            (person, (person.id, person.name, *person.aliases)) for person in registers.people.values()
        )
        self.topics = _index((topic, (topic.id, topic.label, *topic.aliases)) for topic in registers.topics.values())
        self.sources = _index((item, (item.id, item.name, *item.aliases)) for item in registers.sources.values())

    def person(self, name: str) -> Person | None:
        """Return the person whom the form leads to; None where the register knows no such form."""
        return self.people.get(name.casefold())

    def source(self, name: str) -> Source | None:
        """Return the outlet that the form leads to, with or without a leading `The`."""
        folded = name.casefold()
        return self.sources.get(folded) or self.sources.get(folded.removeprefix("the "))

    def topic(self, wanted: Named) -> Topic:
        """Return the topic that the form leads to; the vocabulary is controlled, so an unknown one is an error."""
        found = self.topics.get(wanted.text.casefold())
        if found is None:
            forms = [form for topic in self.topics.values() for form in (topic.label, topic.id, *topic.aliases)]
            hint = f"{near(wanted.text, forms)}add the topic to seeds/registers/topics.yml"
            raise problem(wanted.position, f'topics: "{wanted.text}" is not in the register of topics', hint)
        return found


def _index(entries: Iterable[tuple[Entry, tuple[str, ...]]]) -> dict[str, Entry]:
    """Earlier forms win: an id is never hidden by a later entry's alias."""
    index: dict[str, Entry] = {}
    for entry, forms in entries:
        for form in forms:
            index.setdefault(form.casefold(), entry)
    return index
