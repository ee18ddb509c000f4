"""Names that nearly match a register's entry: a slip of the pen, or another person."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from build_site.article.model import Origin
from build_site.catalog.slug import fold
from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.fields.kinds import Named
    from build_site.registers.model import Person, Registers
    from build_site.seed.model import Seed
    from build_site.seed.text import Text

ALIKE = 0.9
"""Least share of letters that two names have in common: one letter more, less or other in a name of ten."""


class NearNames:
    """All forms of the register of people, by first and by last word, so that few are compared."""

    def __init__(self, registers: Registers) -> None:
        self._by_word: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in registers.people.values():
            for form in (person.name, *person.aliases):
                folded = fold(form)
                for word in {folded.partition(" ")[0], folded.rpartition(" ")[2]}:
                    self._by_word[word].append((folded, person))

    def find(self, name: str) -> Person | None:
        """Return the entry that the name nearly matches; None where it matches one, or none nearly.

        A name whose first word is an initial matches nearly where the rest is the same: `A. Fenwick`, `Ada Fenwick`.
        """
        folded = fold(name)
        first, _, rest = folded.partition(" ")
        forms = [*self._by_word[first], *self._by_word[folded.rpartition(" ")[2]]]
        if any(form == folded for form, _ in forms):
            return None
        scored = [(_likeness(folded, form), person.id, person) for form, person in forms]
        best = max(scored, key=lambda item: item[:2], default=None)
        return best[2] if rest and best and best[0] >= ALIKE else None

    def knows(self, name: str) -> bool:
        """Tell whether the register has the name, in some form of it."""
        folded = fold(name)
        return any(form == folded for form, _ in self._by_word[folded.partition(" ")[0]])

    def of(self, article: Article, seed: Seed) -> Iterator[Problem]:
        """Report the names of an article that nearly match; a name that only the text has is not repeated."""
        if article.people.origin is Origin.RECORD:
            for named in article.record.people:
                if "," in named.text and not self.knows(named.text):
                    yield _several(named)
                elif person := self.find(named.text):
                    yield _nearly(named.position, f'people: "{named.text}"', person)
        elif seed.text:
            for name in article.people.value:
                if not name.id and (person := self.find(name.name)):
                    yield _nearly(_first_place(seed.text, name.forms), "a name that the text mentions here", person)


def _first_place(text: Text, forms: tuple[str, ...]) -> Position:
    """Where the longest form of a name stands first."""
    wanted = max(forms, key=len, default="")
    for number, line in enumerate(text.lines):
        if wanted and wanted in line:
            return Position(text.path, number + text.first_line, line.index(wanted) + 1)
    return Position(text.path)


def _several(named: Named) -> Problem:
    message = f'people: "{named.text}" is listed as the name of one person'
    hint = "several people stand in brackets, [Ada Fenwick, Tom Quill]; one is written as spoken, Ada Fenwick"
    return Problem(named.position, message, hint, severity=Severity.NOTICE)


def _nearly(at: Position, what: str, person: Person) -> Problem:
    hint = "if it is the same person, write the register's name or add the form as an alias; if not, leave it"
    message = f'{what} is nearly "{person.name}" of the register'
    return Problem(at, message, hint, severity=Severity.NOTICE)


def _likeness(name: str, form: str) -> float:
    (first, _, rest), (other, _, others) = name.partition(" "), form.partition(" ")
    initial = min(first.rstrip("."), other.rstrip("."), key=len)
    if rest == others and first[:1] == other[:1] and len(initial) == 1:
        return 1.0
    return SequenceMatcher(None, name, form, autojunk=False).ratio()
