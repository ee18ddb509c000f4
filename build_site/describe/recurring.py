"""Names that recur over many texts and that no register knows yet: people, and subjects that bear a name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.model import Status
from build_site.derive.people.vocabulary import MONTHS
from build_site.derive.wordlists.folding import fold
from build_site.registers.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_site.derive.model import DerivedPerson, Description
    from build_site.registers.model import Registers
    from build_site.seed.text import Text

PEOPLE_FROM = 2
"""Texts in which a person's name must stand to be proposed."""
SUBJECTS_FROM = 3
"""Texts in which another name must stand: what no rule has looked at needs to recur more often."""

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*\w"
_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:of |for |and |of the )?{_CAPITAL})+")

_OF_THE_CALENDAR = MONTHS | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


@dataclass(frozen=True, slots=True)
class Recurring:
    """A name and where it recurs."""

    name: str
    """The name, in its most frequent spelling."""
    texts: tuple[str, ...]
    """Ids of the texts, sorted."""
    aliases: tuple[str, ...] = ()
    """Other full forms under which the texts have it, sorted."""


def recurring_people(found: Mapping[str, Description], registers: Registers) -> list[Recurring]:
    """Return people listed in several texts whom the register does not know, most texts first.

    Held-back names are never among them: what is proposed is meant to be published.
    """
    lookup = Lookup(registers)
    by_name: dict[str, dict[str, DerivedPerson]] = defaultdict(dict)
    for text, description in found.items():
        for person in description.people:
            known = any(map(lookup.person, (person.name, *person.forms)))
            if person.status is Status.LISTED and " " in person.name and not known:
                by_name[fold(person.name)][text] = person
    held = _held_back(found.values())
    return _sorted(
        _person(people) for name, people in by_name.items() if len(people) >= PEOPLE_FROM and name not in held
    )


def _held_back(found: Iterable[Description]) -> set[str]:
    """Names that are held back in any text; one text's complainant is nobody to be proposed because of another."""
    people = (person for description in found for person in description.people)
    return {fold(form) for one in people if one.status is Status.HELD_BACK for form in (one.name, *one.forms)}


def _person(people: Mapping[str, DerivedPerson]) -> Recurring:
    name = _most_frequent(person.name for person in people.values())
    full = {form for person in people.values() for form in person.forms if " " in form}
    return Recurring(name, tuple(sorted(people)), tuple(sorted(full - {name})))


def recurring_subjects(
    texts: Mapping[str, Text], found: Mapping[str, Description], registers: Registers
) -> list[Recurring]:
    """Return capitalised names of several words that recur and are no person, outlet or known topic."""
    phrases = {fold(phrase.rstrip("*")) for topic in registers.topics.values() for _, phrase in topic.words}
    labels = {fold(form) for topic in registers.topics.values() for form in (topic.label, *topic.aliases)}
    outlets = {fold(form) for source in registers.sources.values() for form in (source.name, *source.aliases)}
    people = _names_of_people(found.values()) | {fold(name) for name in registers.not_people}
    by_name: dict[str, dict[str, str]] = defaultdict(dict)
    for text, content in texts.items():
        for name in _names(content):
            by_name[fold(name)][text] = name
    recurring = _sorted(
        Recurring(_most_frequent(where.values()), tuple(sorted(where)))
        for name, where in by_name.items()
        if len(where) >= SUBJECTS_FROM and name not in phrases | labels | outlets and not _touches(name, people)
    )
    return [one for one in recurring if not _inside_another(one, recurring)]


def _names(text: Text) -> Iterator[str]:
    for found in _NAME.finditer(text.content):
        name = found.group().removeprefix("The ").removeprefix("A ")
        if " " in name and fold(name.rpartition(" ")[2]) not in _OF_THE_CALENDAR:
            yield name


def _names_of_people(found: Iterable[Description]) -> set[str]:
    names: set[str] = set()
    for description in found:
        names.update(fold(form) for person in description.people for form in (person.name, *person.forms))
        names.update(fold(credit.name) for credit in description.credits)
    return names


def _touches(name: str, people: set[str]) -> bool:
    """Tell whether a word of the name, or a run of its words, is a person's name."""
    words = name.split()
    runs = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(run in people for run in runs)


def _inside_another(one: Recurring, others: Iterable[Recurring]) -> bool:
    return any(
        one.name != other.name and f" {one.name} " in f" {other.name} " and one.texts == other.texts for other in others
    )


def _most_frequent(names: Iterable[str]) -> str:
    counted: dict[str, int] = defaultdict(int)
    for name in names:
        counted[name] += 1
    return min(counted, key=lambda name: (-counted[name], name))


def _sorted(found: Iterable[Recurring]) -> list[Recurring]:
    return sorted(found, key=lambda one: (-len(one.texts), one.name))
