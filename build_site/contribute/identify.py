"""A permanent id for a new article: date, outlet, and what the title is about, never a person's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.catalog.slug import slug
from build_site.seed.folder import RESERVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

WORDS = 4
"""Most words of the title that go into an id."""
_PASSED_OVER = frozenset(
    re.findall(
        r"\w+",
        """a after amid an and are as at be been but by can could for from had has have he her his how in into is it its
        new no not of off on or our out over says say said set she than that the their them they this to up was we were
        what when who why will with would you""",
    )
)


def make_id(date: str, source: str, title: str, names: Iterable[str], taken: Collection[str]) -> str:
    """Make an id like `2031-04-02-courier-harbour-dredging`; what is not known is left out.

    `date` is `YYYY-MM-DD` or empty, `source` an id of the register or empty. Words of `names` are left out: an address
    cannot be taken back. A number is added where the id is taken already, upper and lower case alike.
    """
    hidden = {form for name in names for word in _words(name) for form in (word, f"{word}s")}
    told = [word for word in _words(title) if word not in _PASSED_OVER | hidden and len(word) > 1]
    outlet = _words(source.removeprefix("the-"))[:WORDS]
    stem = "-".join([*([date] if date else []), *outlet, *told[:WORDS]]) or "article"
    return _free(stem[:80].strip("-"), {item.lower() for item in taken})


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", slug(text)) if text else []


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    # A number makes an id of `index`, `aux` and the like, which are refused wherever they come from.
    while name in taken or name in RESERVED:
        number += 1
        name = f"{stem}-{number}"
    return name
