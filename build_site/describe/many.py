"""Many texts → their descriptions: from the store where they are known, else derived, over several processes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from build_site.describe.store import key
from build_site.machine.progress import counted
from build_site.machine.workers import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_site.derive.model import Description
    from build_site.describe.store import Store
    from build_site.registers.model import Registers
    from build_site.seed.text import Text


_WORTH = 500_000
"""Characters from which another process pays: it needs about a second to start, and reads half a million in that."""


def describe(texts: Sequence[Text], registers: Registers, workers: int = 0) -> Iterator[Description]:
    """Derive each text, in the order of the texts; the number of processes changes nothing but the time."""
    if not texts:
        return iter(())
    from build_site.derive import derive  # noqa: PLC0415 - loads every word list, which only new texts need

    few = sum(len(text.content) for text in texts) < _WORTH
    return spread(partial(derive, registers=registers), texts, workers or int(few))


def describe_kept(texts: Mapping[str, Text], registers: Registers, store: Store) -> dict[str, Description]:
    """Describe texts by id; only those that the store does not know are derived, a text that stands twice once."""
    keys = {name: key(text) for name, text in texts.items()}
    known: dict[str, Description] = {}
    unknown: dict[str, Text] = {}
    for name, mark in keys.items():
        if mark in known or mark in unknown:
            continue
        if found := store.get(mark):
            known[mark] = found
        else:
            unknown[mark] = texts[name]
    made = counted(describe(list(unknown.values()), registers), len(unknown))
    for mark, found in zip(unknown, made, strict=True):
        store.put(mark, found)
        known[mark] = found
    return {name: known[mark] for name, mark in keys.items()}
