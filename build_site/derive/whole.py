"""Everything that is derived from one text. Loading it loads every rule and word list of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.credits import find_credits
from build_site.derive.dates import derive_not_before, derive_published
from build_site.derive.language import derive_language
from build_site.derive.model import Description
from build_site.derive.people import derive_people
from build_site.derive.residue import find_residue
from build_site.derive.source import derive_source
from build_site.derive.title import derive_title
from build_site.derive.topics import derive_topics

if TYPE_CHECKING:
    from build_site.registers.model import Registers
    from build_site.seed.text import Text


def derive(text: Text, registers: Registers) -> Description:
    """Derive everything from one text. The same text and registers give the same description on every machine."""
    residue = find_residue(text)
    credited = find_credits(text)
    published = derive_published(text, residue)
    return Description(
        title=derive_title(text, residue, registers),
        source=derive_source(text, registers),
        published=published,
        not_before=derive_not_before(text, published, registers),
        language=derive_language(text),
        topics=derive_topics(text, residue, registers),
        people=derive_people(text, residue, credited, registers),
        credits=credited,
        residue=residue,
    )
