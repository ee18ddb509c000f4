"""A large archive's documents → at most four contiguous ranges of dates, each with an index of its own.

One changed article then makes one range be indexed again, and the memory that takes stays bounded.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.search.documents import Document

MOST_PARTS = 4
"""Each further index costs the reader time and bytes at the first search."""
PART_SIZE = 900
"""Up to so many documents one index is enough. Each part takes the reader 0.02 MB more at the first search."""
_MONTH = len("2031-04")


def split(documents: Sequence[Document], size: int = PART_SIZE) -> tuple[tuple[Document, ...], ...]:
    """Part the documents, newest first, into ranges of about the same length that begin with a month.

    The months keep a range the same when an article is added to another one. No range is empty.
    """
    if not documents:
        return ()
    wanted = min(MOST_PARTS, -(-len(documents) // size))
    months = [tuple(group) for _, group in groupby(documents, key=lambda item: item.date[:_MONTH])]
    ranges: list[list[Document]] = [[]]
    seen = 0
    for month in months:
        # A month goes where its middle falls.
        place = int((seen + len(month) / 2) * wanted / len(documents))
        if place >= len(ranges) and ranges[-1]:
            ranges.append([])
        ranges[-1].extend(month)
        seen += len(month)
    return tuple(map(tuple, ranges))
