"""What the register of people already knows of names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from build_site.derive.people.vocabulary import HONORIFICS, without_particles
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from build_site.registers.model import Registers


@dataclass(frozen=True, slots=True)
class Known:
    """Names of the register of people, folded, and strings that are no person's name."""

    people: dict[tuple[str, ...], str]
    """Id of the person for each name and alias, by folded words without honorifics and particles."""
    not_people: frozenset[tuple[str, ...]]
    """Folded words of each string that is no person's name."""

    def has(self, key: tuple[str, ...]) -> bool:
        """Say whether the register has the name."""
        return key in self.people

    def is_not_person(self, words: tuple[str, ...], run: tuple[str, ...]) -> bool:
        """Say whether the name, or the whole run in which it stands, is known to be no person's."""
        return words in self.not_people or run in self.not_people


def folded_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name as the register writes it, without full stops."""
    return tuple(fold(word).replace(".", "") for word in name.replace(",", " ").split())


def key_of(name: str) -> tuple[str, ...]:
    """Return the words by which a name is compared: no honorifics in front, no particles."""
    words = folded_words(name)
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return without_particles(words) or words


@dataclass(frozen=True, slots=True, eq=False)
class SameRegisters:
    """Registers compared by identity: the same ones serve all articles of a run."""

    registers: Registers
    """The registers; held, so that nothing else can take their identity."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameRegisters) and self.registers is other.registers

    def __hash__(self) -> int:
        return id(self.registers)


def make_known(registers: Registers) -> Known:
    """Return what the registers know of names; worked out once for the same registers."""
    return known_of(SameRegisters(registers))


@lru_cache(maxsize=1)
def known_of(same: SameRegisters) -> Known:
    """Work out what registers know of names."""
    people = {key_of(form): one.id for one in same.registers.people.values() for form in (one.name, *one.aliases)}
    return Known(people, frozenset(map(folded_words, same.registers.not_people)))
