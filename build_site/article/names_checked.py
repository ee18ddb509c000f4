"""A text is published in full only after a person has looked at the names in it that are held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.model import Status
from build_site.fields.parts import Access
from build_site.fields.record import field_position
from build_site.problem import problem

if TYPE_CHECKING:
    from build_site.derive.model import Description
    from build_site.fields.record import Record
    from build_site.seed.model import Seed

_MOST_LINES = 12


def held_back(found: Description | None) -> int:
    """Count the names that are held back."""
    return len(_held_lines(found))


def check_names(seed: Seed, record: Record, found: Description | None) -> None:
    """Refuse `access: full` without `names_checked` where the text holds a name that is held back.

    The problem gives the number of names and their lines, never a name: it may be read in a public log.
    """
    lines = _held_lines(found)
    if not lines or record.names_checked or record.access is not Access.FULL or seed.text is None:
        return
    numbers = sorted({line for name in lines for line in name})
    shown = ", ".join(map(str, numbers[:_MOST_LINES])) + (" …" if len(numbers) > _MOST_LINES else "")
    what = "1 name in it is" if len(lines) == 1 else f"{len(lines)} names in it are"
    where = f"line{'s' if len(numbers) > 1 else ''} {shown}"
    message = f"names_checked: the text is to be published in full, and {what} held back ({seed.text.path}, {where})"
    hint = (
        f"look at the names with `build-site describe {seed.text.path}`; if they may be published, add"
        " `names_checked: {by: your name, on: the day}`; if not, add `redactions` or `access: summary`"
    )
    raise problem(field_position(seed.record, "access", seed.path), message, hint)


def _held_lines(found: Description | None) -> list[tuple[int, ...]]:
    people = found.people if found else ()
    held = (person for person in people if person.status is Status.HELD_BACK)
    return [tuple(sorted({mention.line for mention in person.mentions})) for person in held]
