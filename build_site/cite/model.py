"""What is known of a reference before it is written in a style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ITALIC, END = "\ue000", "\ue001"
"""Characters around what is in italics; no text of ours has them."""
UNKNOWN_LANGUAGE = "und"
"""Language of a reference that names none."""
_DAY = ("year", "month", "day")
_INNER = str.maketrans({"“": "‘", "”": "’"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a reference before it is rendered. References of one shape share a style."""

    present: frozenset[str]
    """Names of the CSL variables that have a value."""
    date_parts: frozenset[str] = frozenset()
    """`year`, `month`, `day` as far as the date has them; `season` beside `month` for a season, `words` beside `year`
    for a date in words."""
    uncertain: bool = False
    """True where the date is uncertain or approximate."""


def shape_of(item: Mapping[str, Any]) -> Shape:
    """Tell the shape of a CSL-JSON item."""
    issued = item.get("issued", {})
    present = frozenset(name for name, value in item.items() if value and name not in ("id", "type", "language"))
    parts = set(_DAY[: len(issued.get("date-parts", [[0]])[0])]) if issued else set()
    if "season" in issued:
        parts |= {"month", "season"}
    if "literal" in issued:
        parts |= {"words"}
    return Shape(present, frozenset(parts), bool(issued.get("circa")))


def inner_quotes(title: str) -> str:
    """Write the quotation marks of a title as American English writes them within other ones; „other“ ones stay."""
    return title.translate(_INNER) if "“" in title and "”" in title else title
