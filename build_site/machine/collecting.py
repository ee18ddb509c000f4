"""Python looks for circles of unused objects less often while something large is made.

It looks after every 700 new objects; an archive that is read makes a million that live on, and each page thousands
that go by themselves. Precondition: none; circles are still found, later, so memory grows by a few MB. Gain at 1,000
articles: 6.7 s → 5.0 s where MkDocs makes all pages; the looking itself takes 0.28 s → 0.02 s where `build-site` makes
all pages, 0.13 s → 0.02 s where one text changed. A program that ends looks once more, among all that it holds, though
the system takes everything back: from the last line to the end 0.10 s → 0.03 s where one text changed, 0.27 s → 0.06 s
where MkDocs made all pages.
"""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OBJECTS = 200_000
"""New objects after which it looks among them."""


@contextmanager
def rarely() -> Iterator[None]:
    """Look for circles rarely inside of the `with` block, and not at all when the program ends."""
    atexit.register(gc.freeze)
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
