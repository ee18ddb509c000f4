"""Proposals for the registers, as YAML that a person reads, changes and copies. Nothing is merged here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from build_site.catalog.slug import slug
from build_site.derive.model import Status
from build_site.derive.people.near_names import near_names
from build_site.describe.recurring import recurring_people, recurring_subjects
from build_site.registers.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_site.derive.model import Description
    from build_site.describe.recurring import Recurring
    from build_site.registers.model import Person, Registers
    from build_site.seed.text import Text

_HEAD = """# Proposed by `build-site describe --suggest`. Nothing was changed: read each entry, then copy what is right.
# One name is not always one person. Names held back are not proposed.
"""
_PEOPLE = """
# --- seeds/registers/people.yml
# What is no person goes under `not_people` instead; `page: false` keeps private persons to the articles' own pages.
"""
_TOPICS = """
# --- seeds/registers/topics.yml
# Names that recur and are no person. Few of them are subjects: write a neutral label, a scope note and more words.
"""
_MOST = 40
_MOST_IDS = 8
_WEIGHT = 4


def suggest(texts: Mapping[str, Text], found: Mapping[str, Description], registers: Registers) -> str:
    """Write entries for names that recur over the texts, with counts and ids as comments, and near-duplicate names."""
    people = [(one, _person(one)) for one in recurring_people(found, registers)]
    subjects = [(one, _topic(one)) for one in recurring_subjects(texts, found, registers)]
    lines = [_HEAD, _PEOPLE, *_entries("people", people, registers.people), *_near(found, registers)]
    lines += [_TOPICS, *_entries("topics", subjects, registers.topics)]
    return "".join(lines).rstrip("\n")


def _entries(key: str, found: Sequence[tuple[Recurring, dict[str, Any]]], taken: Iterable[str]) -> Iterator[str]:
    """Write at most `_MOST` entries under ids that the register does not have yet."""
    used = set(taken)
    yield f"{key}:\n" if found else f"# {key}: no name recurs that the register does not have\n"
    for one, values in found[:_MOST]:
        comment = f"# in {len(one.texts)} texts: {_ids(one.texts)}\n"
        entry = {_free(slug(one.name), used): values}
        written = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None)
        yield "".join(f"  {line}\n" for line in (comment + written).splitlines())
    if len(found) > _MOST:
        yield f"# {len(found) - _MOST} more names recur, in fewer texts.\n"


def _person(one: Recurring) -> dict[str, Any]:
    return {"name": one.name} | ({"aliases": list(one.aliases)} if one.aliases else {})


def _topic(one: Recurring) -> dict[str, Any]:
    return {"label": one.name, "words": {_WEIGHT: [one.name]}}


def _free(wanted: str, used: set[str]) -> str:
    name, number = wanted, 2
    while name in used:
        name, number = f"{wanted}-{number}", number + 1
    used.add(name)
    return name


def _ids(texts: tuple[str, ...]) -> str:
    more = f" and {len(texts) - _MOST_IDS} more" if len(texts) > _MOST_IDS else ""
    return ", ".join(texts[:_MOST_IDS]) + more


def _listed(found: Mapping[str, Description]) -> dict[str, list[str]]:
    """Names listed by derivation, with the ids of their texts."""
    where: dict[str, list[str]] = {}
    for text in sorted(found):
        for person in found[text].people:
            if person.status is Status.LISTED and " " in person.name:
                where.setdefault(person.name, []).append(text)
    return where


def _near(found: Mapping[str, Description], registers: Registers) -> Iterator[str]:
    """Point out near-duplicates among the names listed and those of the register, but not forms of one entry."""
    where = _listed(found)
    lookup = Lookup(registers)
    forms = [form for one in registers.people.values() for form in (one.name, *one.aliases)]
    pairs = [pair for pair in near_names([*where, *forms]) if not _one_entry(*map(lookup.person, pair))]
    if pairs:
        yield "# Near-duplicate names: one person spelt in two ways, or two people.\n"
    for pair in pairs:
        sides = [f'"{name}" ({_ids(tuple(where[name])) if name in where else "register"})' for name in pair]
        yield f"#   {' / '.join(sides)}\n"


def _one_entry(one: Person | None, other: Person | None) -> bool:
    return one is not None and one is other
