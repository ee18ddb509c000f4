"""Which texts changed since the last run, where only pairs of these need to be looked for again."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.catalog.compared import Compared, Traits


def changed_since(
    known: Compared, keys: Mapping[str, str], traits: Mapping[str, Traits], most_places: int
) -> frozenset[str] | None:
    """Name the texts that came, went or changed; None where that may change which others are compared.

    A fingerprint brings a text together with the first `most_places` that have it: these stay the first as long as no
    more have it, before and now, of each fingerprint that came or went.
    """
    before = known.before
    if not before or not _told_apart(before, keys):
        return None
    changed = frozenset(name for name, _ in before.items() ^ keys.items())
    moved: set[int] = set()
    for name in changed:
        former = known.former(before[name]) if name in before else ()
        if former is None:
            return None
        moved.symmetric_difference_update(former)
        moved.symmetric_difference_update(traits[name].fingerprints if name in traits else ())
    having = Counter(chain.from_iterable(moved.intersection(own.fingerprints) for own in traits.values()))
    return changed if max(having.values(), default=0) + len(changed) <= most_places else None


def _told_apart(before: Mapping[str, str], keys: Mapping[str, str]) -> bool:
    """Tell whether no two texts have one key, before or now; a text under another name is two."""
    return len({*before.items(), *keys.items()}) == len({*before.values(), *keys.values()})
