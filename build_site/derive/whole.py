"""Everything that is derived from one text. The rules for people, with their word lists, load when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.credits import find_credits
from build_site.derive.dates import derive_not_before, derive_published
from build_site.derive.language import derive_language
from build_site.derive.model import Derived, Description
from build_site.derive.residue import find_residue
from build_site.derive.source import derive_source
from build_site.derive.title import derive_title
from build_site.derive.topics import derive_topics

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from build_site.derive.model import Credit, DerivedPerson, Residue
    from build_site.registers.model import Registers
    from build_site.seed.text import Text


_NO_TEXT, _NO_NUMBER = Derived("", ""), Derived(0, "")


def derive(text: Text, registers: Registers, given: AbstractSet[str] = frozenset()) -> Description:
    """Derive everything from one text, but for the fields of `Description` named in `given`: those stay empty.

    Residue is always found. Credits are found where people are, whom they are told from. The same text, registers and
    names give the same description on every machine.
    """
    residue = find_residue(text)
    credited = () if "people" in given else find_credits(text)
    published = _NO_TEXT if "published" in given else derive_published(text, residue)
    return Description(
        title=_NO_TEXT if "title" in given else derive_title(text, residue, registers),
        source=_NO_TEXT if "source" in given else derive_source(text, registers),
        published=published,
        not_before=_NO_NUMBER if "not_before" in given else derive_not_before(text, published, registers),
        language=_NO_TEXT if "language" in given else derive_language(text),
        topics=() if "topics" in given else derive_topics(text, residue, registers),
        people=() if "people" in given else _people(text, residue, credited, registers),
        credits=credited,
        residue=residue,
    )


def load(given: AbstractSet[str]) -> None:
    """Load what `derive` needs but for `given`, so that processes that are started afterwards share it."""
    if "people" not in given:
        import build_site.derive.people  # noqa: F401, PLC0415 - the word lists take 24 MB


def _people(
    text: Text, residue: tuple[Residue, ...], credited: tuple[Credit, ...], registers: Registers
) -> tuple[DerivedPerson, ...]:
    from build_site.derive.people import derive_people  # noqa: PLC0415 - see `load`

    return derive_people(text, residue, credited, registers)
