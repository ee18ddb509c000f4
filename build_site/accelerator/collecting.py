"""Python looks for circles of unused objects less often while pages are made.

It looks after every 700 new objects, and a page makes thousands that live on or go by themselves. Precondition: none;
circles are still found, later, so memory grows by a few MB. Gain: 6.7 s → 5.0 s for 1,000 articles in two
pairs of runs; a third pair, on a busy machine, did not show it.
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
