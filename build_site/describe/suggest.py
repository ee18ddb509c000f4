"""Proposals for the registers, as YAML that a person reads, changes and copies. Nothing is merged here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from build_site.catalog.slug import slug
from build_site.derive.model import Status
from build_site.describe.near_names import near_names
from build_site.describe.recurring import Recurring, recurring_people, recurring_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_site.derive.model import Description
    from build_site.registers.model import Registers
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
_MOST_IDS = 8
_WEIGHT = 4


def suggest(texts: Mapping[str, Text], found: Mapping[str, Description], registers: Registers) -> str:
    """Write entries for names that recur over the texts, with counts and ids as comments, and near-duplicate names."""
    people = recurring_people(found, registers)
    subjects = recurring_subjects(texts, found, registers)
    near = near_names(
        [*_listed(found), *(form for one in registers.people.values() for form in (one.name, *one.aliases))]
    )
    lines = [_HEAD, _PEOPLE, *_entries("people", people, registers.people, _person), *_near(near, found)]
    lines += [_TOPICS, *_entries("topics", subjects, registers.topics, _topic)]
    return "".join(lines).rstrip("\n")


def _entries(key: str, found: Iterable[Recurring], taken: Iterable[str], make: Any) -> Iterator[str]:  # noqa: ANN401 - a function
    used = set(taken)
    first = True
    for one in found:
        if first:
            yield f"{key}:\n"
            first = False
        entry = yaml.safe_dump(
            {_free(slug(one.name), used): make(one)}, allow_unicode=True, sort_keys=False, width=10**6
        )
        comment = f"# in {len(one.texts)} texts: {_ids(one.texts)}\n"
        yield "".join(f"  {line}\n" for line in (comment + entry).splitlines())
    if first:
        yield f"# {key}: no name recurs that the register does not have\n"


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


def _near(pairs: Iterable[tuple[str, str]], found: Mapping[str, Description]) -> Iterator[str]:
    where = _listed(found)
    first = True
    for pair in pairs:
        if first:
            yield "# Near-duplicate names: one person misspelt, or two people.\n"
            first = False
        sides = [f'"{name}" ({_ids(tuple(where[name])) if name in where else "register"})' for name in pair]
        yield f"#   {' / '.join(sides)}\n"
