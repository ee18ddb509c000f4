"""The field `withdrawn`: when and why an article left the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.fields import kinds
from build_site.fields.field import Field, read_fields, table

if TYPE_CHECKING:
    import datetime as dt

    from build_site.seed.node import Node

REASONS = {
    "copyright": "on account of copyright",
    "privacy": "to protect somebody's privacy",
    "court order": "by order of a court",
    "error": "because it was taken in by error",
    "duplicate": "because the archive held it twice",
}
"""Why an article is withdrawn: the word of the record, and what a reader is told."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article has left the archive."""

    on: dt.date
    """When."""
    reason: str
    """One of `REASONS`; nothing more is said, since it could name what was withdrawn."""

    @property
    def words(self) -> str:
        """What a reader is told of the reason."""
        return REASONS[self.reason]


def on(node: Node) -> dt.date:
    """The day, `YYYY-MM-DD`."""
    return kinds.day(node)


def reason(node: Node) -> str:
    """One of: copyright, privacy, court order, error, duplicate."""
    return kinds.choice(*REASONS)(node)


PARTS = table(Field(on, "2031-05-02", required=True), Field(reason, "privacy", required=True))
"""Fields of `withdrawn`."""


def parse_withdrawal(node: Node) -> Withdrawal:
    """Read when and why."""
    return Withdrawal(**read_fields(kinds.mapping(node), PARTS))
