"""Names of people in records and texts → people mentioned, by the rules of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.article.grounds import person_ground
from build_site.article.model import Described, Origin, PersonName
from build_site.derive.model import PEOPLE_METHOD, Status
from build_site.registers.load import filed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.derive.model import DerivedPerson
    from build_site.fields.kinds import Named
    from build_site.registers.lookup import Lookup
    from build_site.registers.model import Person


def recorded_people(names: Iterable[Named], lookup: Lookup) -> tuple[PersonName, ...]:
    """Look up the people whom a record names; unlisted people are left out, each person stands once."""
    found = [(named.text, lookup.person(named.text)) for named in names]
    return _distinct(_person(name, entry) for name, entry in found if not (entry and entry.unlisted))


def derived_people(found: Iterable[DerivedPerson], lookup: Lookup) -> Described[tuple[PersonName, ...]]:
    """Look up the people whom a text names; held-back names and unlisted people are left out."""
    listed = [(item, _entry(item, lookup)) for item in found if item.status is Status.LISTED]
    kept = [(item, entry) for item, entry in listed if not (entry and entry.unlisted)]
    lines = tuple(sorted({mention.line for item, _ in kept for mention in item.mentions}))
    people = _distinct(_person(item.name, entry, item.forms) for item, entry in kept)
    grounds = tuple(person_ground(entry.id if entry else item.name, item) for item, entry in kept)
    return Described(people, Origin.DERIVED, PEOPLE_METHOD, lines, grounds)


def _entry(item: DerivedPerson, lookup: Lookup) -> Person | None:
    """Find the register's person by the name, then by any full form; a surname alone leads to nobody."""
    forms = [item.name, *(form for form in item.forms if " " in form)]
    return next((entry for entry in map(lookup.person, forms) if entry), None)


def _person(name: str, entry: Person | None, forms: tuple[str, ...] = ()) -> PersonName:
    if entry:
        return PersonName(entry.name, entry.sort_name, entry.id, entry.page, forms)
    return PersonName(name, filed(name), forms=forms)


def _distinct(people: Iterable[PersonName]) -> tuple[PersonName, ...]:
    return tuple({person.id or person.name.casefold(): person for person in people}.values())
