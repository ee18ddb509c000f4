"""Python looks for circles of unused objects less often while something large is made.

It looks after every 700 new objects; an archive that is read makes a million that live on, and each page thousands
that go by themselves. Precondition: none; circles are still found, later, so memory grows by a few MB. Gain at 1,000
articles: 6.7 s → 5.0 s where MkDocs makes all pages; the looking itself takes 0.28 s → 0.02 s where `build-site` makes
all pages, 0.13 s → 0.02 s where one text changed.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OBJECTS = 200_000
"""New objects after which it looks among them."""


@contextmanager
def rarely() -> Iterator[None]:
    """Look for circles rarely inside of the `with` block."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
