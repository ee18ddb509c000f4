"""Figures of a bar chart, worked out so that a template only has to draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.page.markdown import count

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT = 100
"""Units of the highest bar."""
STEPS = ((8, 40), (1_000_000, 28))
"""Units from one bar to the next, for up to so many bars: twelve months are as wide as a telephone, unit for pixel."""
_SHARE = 0.7
_MOST_LABELS = 16


def bar_chart(caption: str, heads: tuple[str, str], rows: Sequence[tuple[str, str, int]]) -> dict[str, Any]:
    """Work out a chart of counts: `rows` are (name, short name below the bar, count), in order.

    A count above none has a bar of at least two units, so that one article among thousands is seen.
    """
    highest = max((number for _, _, number in rows), default=0)
    every = -(-len(rows) // _MOST_LABELS)
    step = next(step for most, step in STEPS if len(rows) <= most)
    width = round(step * _SHARE)
    bars = [
        {
            "name": name,
            "label": label if place % every == 0 else "",
            "count": number,
            "x": place * step + (step - width) // 2,
            "middle": place * step + step // 2,
            "height": max(2, number * HEIGHT // highest) if number else 0,
        }
        for place, (name, label, number) in enumerate(rows)
    ]
    total = count(sum(number for _, _, number in rows), "article")
    head = {"caption": caption, "total": total, "heads": list(heads)}
    return head | {"width": len(rows) * step, "bar": width, "bars": bars}
