"""Many texts → their descriptions: from the store where they are known, else derived, over several processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.describe.store import key
from build_site.machine import forks
from build_site.machine.progress import counter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from build_site.derive.model import Description
    from build_site.describe.store import Store
    from build_site.registers.model import Registers
    from build_site.seed.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A text of which something is to be known."""

    text: Text
    """The text."""
    given: frozenset[str] = frozenset()
    """Fields that are known already (`derive`)."""


def load_rules(given: AbstractSet[str]) -> None:
    """Load what derives all but the fields in `given`, so that processes that are started afterwards share it."""
    from build_site.derive.whole import load  # noqa: PLC0415 - only new texts need the rules

    load(given)


def describe(asked: Sequence[Asked], registers: Registers, most: int = forks.MOST) -> list[Description]:
    """Derive each text, in the order of the texts; the number of processes changes nothing but the time."""
    if not asked:
        return []
    from build_site.derive.whole import derive  # noqa: PLC0415 - see `load_rules`

    load_rules(frozenset.intersection(*(one.given for one in asked)))
    tell = counter(len(asked))
    return forks.share(lambda one: derive(one.text, registers, one.given), asked, most=most, tell=tell)


def describe_kept(asked: Mapping[str, Asked], registers: Registers, store: Store) -> dict[str, Description]:
    """Describe texts by id; only those that the store does not know are derived, a text that stands twice once."""
    keys = {name: key(one.text, one.given) for name, one in asked.items()}
    known: dict[str, Description] = {}
    unknown: dict[str, Asked] = {}
    for name, mark in keys.items():
        if mark in known or mark in unknown:
            continue
        if found := store.get(mark):
            known[mark] = found
        else:
            unknown[mark] = asked[name]
    for mark, found in zip(unknown, describe(list(unknown.values()), registers), strict=True):
        store.put(mark, found)
        known[mark] = found
    return {name: known[mark] for name, mark in keys.items()}
