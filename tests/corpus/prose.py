"""Sentences with slots → paragraphs: who is named in full first and by surname later, numbers, places, days."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from tests.corpus.model import Person
from tests.corpus.world import mapping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")
SENTENCE_START = re.compile(r"^\w|(?<=[a-z’][.] )[a-z]")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = tuple(calendar.month_name)[1:]
COURTESY = {"Mr", "Ms", "Mrs", "Miss"}
KNIGHTED = {"Sir", "Dame"}


def registered_person(id_: str, *, courtesy: bool) -> Person:
    """Take a person of the register; a courtesy house writes `Ms Loxwood` later, the others the bare surname."""
    entry = mapping("people")[id_]
    name, title = entry["name"], entry["title"]
    surname = entry.get("surname", name.split()[-1])
    first = name if title in COURTESY else f"{title} {name}"
    later = surname
    if title in KNIGHTED:
        later = f"{title} {name.split()[0]}"
    elif courtesy:
        later = f"{title} {surname}"
    return Person(name, first, later, id_, not entry.get("unlisted", False))


def passing_person(rng: Random, surname: str, *, courtesy: bool) -> Person:
    """Make up somebody who stands in no register."""
    name = f"{rng.choice(mapping('places')['forenames'])} {surname}"
    title = rng.choice(("Mr", "Ms", "Mrs"))
    return Person(name, name, f"{title} {surname}" if courtesy else surname)


def credited_name(rng: Random) -> str:
    """Make up the name of a reporter or photographer."""
    return passing_person(rng, rng.choice(mapping("places")["surnames"]), courtesy=False).name


class Teller:
    """Fills the slots of one story; remembers who has been named already."""

    def __init__(self, rng: Random, people: dict[str, Person], fixed: dict[str, str], year: int) -> None:
        self.rng = rng
        self.people = people
        self.fixed = fixed
        self.year = year
        self.named: list[Person] = []
        self.headed: dict[str, str] = {}

    def head(self, sentence: str) -> str:
        """Fill the slots of a headline or lead; slots that are written alike say the same in all of them."""
        return self._begun(SLOT.sub(lambda match: self.headed.setdefault(match[0], self._slot(match)), sentence))

    def tell(self, sentence: str) -> str:
        """Fill every slot of a sentence; its first letter becomes a capital."""
        return self._begun(SLOT.sub(self._slot, sentence))

    @staticmethod
    def _begun(told: str) -> str:
        return SENTENCE_START.sub(lambda match: match[0].upper(), told)

    def _slot(self, match: re.Match[str]) -> str:
        name, argument = match[1], match[2] or ""
        if name in self.people:
            return self._person(self.people[name])
        if name in self.fixed:
            return self.fixed[name]
        return self._chance(name, argument)

    def _person(self, person: Person) -> str:
        if person in self.named:
            return person.later
        self.named.append(person)
        return person.first

    def _chance(self, name: str, argument: str) -> str:
        if name == "n":
            low, high = argument.split("-")
            return f"{self.rng.randint(int(low), int(high)):,}"
        if name == "year":
            return str(self.year + int(argument))
        return self.rng.choice(self._choices(name, argument))

    @staticmethod
    def _choices(name: str, argument: str) -> Sequence[str]:
        known: dict[str, Sequence[str]] = {"pick": argument.split("|"), "day": DAYS, "month": MONTHS}
        if name in known:
            return known[name]
        plural: Sequence[str] = mapping("places")[f"{name}s"]
        return plural
