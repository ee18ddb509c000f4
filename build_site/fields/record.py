"""A record: reviewed metadata of one article, written by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_site.fields.field import read_fields
from build_site.fields.parts import Access
from build_site.fields.rights import Rights
from build_site.fields.table import FIELDS
from build_site.problem import Position

if TYPE_CHECKING:
    import datetime as dt

    from build_site.fields.edtf import Edtf
    from build_site.fields.kinds import Named
    from build_site.fields.parts import Correction, Redaction, Review
    from build_site.fields.withdrawal import Withdrawal
    from build_site.seed.node import Mapping


@dataclass(frozen=True, slots=True)
class Record:
    """A record, read. The rule of each field is its function in `table.py`; a field not given has its neutral value."""

    title: str = ""
    subtitle: str = ""
    source: Named | None = None
    url: str = ""
    archived_url: str = ""
    byline: tuple[str, ...] = ()
    published: Edtf | None = None
    language: str = ""
    topics: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()
    summary: str = ""
    rights: Rights = field(default_factory=Rights)
    access: Access = Access.SUMMARY
    withdrawn: Withdrawal | None = None
    formerly: tuple[str, ...] = ()
    notes: str = ""
    text_sha256: str = ""
    accessioned: dt.date | None = None
    reviewed: Review | None = None
    names_checked: Review | None = None
    embargo: dt.date | None = None
    redactions: tuple[Redaction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    editors_note: str = ""
    personal_data: tuple[str, ...] = ()
    sensitivity: tuple[str, ...] = ()
    outcome: str = ""
    noindex: bool = False
    draft: bool = False
    given: frozenset[str] = frozenset()
    """Names of the fields that the record gives, an explicit `null` included."""


def read_record(node: Mapping) -> Record:
    """Read a record by the table; every problem in it is reported."""
    return Record(**read_fields(node, FIELDS), given=frozenset(node.entries))


def field_position(node: Mapping | None, name: str, fallback: str) -> Position:
    """Where the value of a field stands; where the record does not give it, the file."""
    if node is None or name not in node.entries:
        return Position(fallback)
    return node.entries[name].position
