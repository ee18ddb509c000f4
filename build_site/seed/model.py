"""A seed: what a contributor added for one article, read but not yet understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.seed.node import Mapping
    from build_site.seed.text import Text


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as received: a text, a record, or both."""

    id: str
    """Stem of its files: permanent, the address of its page."""
    text: Text | None
    """The text; None where it is not held here."""
    markdown: bool
    """True where the text is a Markdown body (`.md`)."""
    sha256: str
    """SHA-256 of the text's file as received, in hexadecimal; empty where no text is held."""
    record: Mapping | None
    """The reviewed record; None where there is only a text."""
    path: str
    """The file to edit: the record where there is one, else the text."""
