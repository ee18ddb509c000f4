"""What a record says of a text, so that nobody has to look for it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.fields.record import Record

_QUOTING = frozenset(("title", "source", "published", "not_before", "topics"))
"""Fields whose evidence quotes the text."""


def given(record: Record) -> frozenset[str]:
    """Name the fields of a text's `Description` that need not be derived, because the record gives them.

    A date that the record gives also says when the text can have been written (`not_before`). People are looked for
    all the same, unless the record names them, says who has checked the names held back (`names_checked`), and no
    evidence is quoted, from which such a name would have to be kept away.
    """
    found = {name for name in ("title", "source", "published", "language") if getattr(record, name)}
    found |= {"topics"} & record.given
    if record.published:
        found.add("not_before")
    if "people" in record.given and record.names_checked and found >= _QUOTING:
        found.add("people")
    return frozenset(found)
