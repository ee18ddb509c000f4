"""People mentioned: strict scores by document, and how many photographers and reporters are listed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bench.gold import own_sets, read_gold, text_of
from bench.table import Table, share
from build_site.derive import derive
from build_site.derive.model import Status
from build_site.registers.model import Registers
from tests.golden.scoring import Tally, bare, score
from tests.golden.test_describe_golden import BLOCKS as DESCRIBED
from tests.golden.test_people_golden import BLOCKS as PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bench.gold import Labelled
    from build_site.seed.text import Text


def listed(text: Text) -> list[str]:
    """Return the people whom a derivation without registers lists."""
    return [one.name for one in derive(text, Registers()).people if one.status is Status.LISTED]


def measure(gold: Path | None = None) -> Table:
    """Score the project's own labelled sets, or one labelled file."""
    sets = {gold.name: read_gold(gold)} if gold else own_sets()
    tallies = {name: _tally(texts) for name, texts in sets.items()}
    if len(sets) > 1:
        passages = (tally for name, tally in tallies.items() if name.startswith("passages"))
        tallies["all passages"] = sum(passages, Tally())
    head = ("set", "texts", "labelled", "found", "right", "precision", "recall", "F1")
    sizes = {name: len(texts) for name, texts in sets.items()}
    sizes.setdefault("all passages", sum(size for name, size in sizes.items() if name.startswith("passages")))
    rows = [_row(name, sizes[name], tally) for name, tally in tallies.items()]
    return Table("People mentioned: distinct people by document, by their longest form", head, rows)


def _tally(texts: Iterable[Labelled]) -> Tally:
    return sum((score(listed(one.text), one.people) for one in texts), Tally())


def _row(name: str, size: int, tally: Tally) -> tuple[str, ...]:
    counts = (str(size), str(tally.labelled), str(tally.found), str(tally.right))
    return (name, *counts, f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}")


def misses(gold: Path | None = None) -> Table:
    """Name what was found in error (`+`) and what was not found (`−`), by document."""
    rows = [row for texts in ({"": read_gold(gold)} if gold else own_sets()).values() for row in _misses(texts)]
    return Table("Found in error (+) and not found (−)", ("text", "", "name"), rows)


def _misses(texts: Iterable[Labelled]) -> Iterator[tuple[str, ...]]:
    for one in texts:
        found = {bare(name): name for name in listed(one.text)}
        labelled = {bare(name): name for name in one.people}
        yield from ((one.name, "+", name) for key, name in found.items() if key not in labelled)
        yield from ((one.name, "−", name) for key, name in labelled.items() if key not in found)


def credits_measure() -> Table:
    """Count people named only in credits and by-lines, and how many of them a derivation lists all the same."""
    named = wrong = 0
    for text, credited in _credited():
        found = set(map(bare, listed(text)))
        named += len(credited)
        wrong += len(found & set(map(bare, credited)))
    rows = [("golden blocks", str(named), str(wrong), share(wrong, named))]
    return Table("People named only in credits", ("set", "named", "listed", "share"), rows)


def _credited() -> Iterator[tuple[Text, list[str]]]:
    described = ((block.text, [part.rpartition(" (")[0] for part in _parts(block.labels)]) for block in DESCRIBED)
    people = ((text_of(block), block.labels.get("credits", [])) for block in PEOPLE)
    mentioned = {block.where: set(block.labels.get("people", [])) for block in PEOPLE}
    for text, names in chain(described, people):
        only = [name for name in names if text.content.count(name) == 1 and name not in mentioned.get(text.path, ())]
        if only:
            yield text, only


def _parts(labels: dict[str, str]) -> list[str]:
    return [part for part in labels.get("credits", "none").split("; ") if part != "none"]
