"""Parts of a page's body: comments that no seed can write part them, and the templates put them into place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.page.address import HOME, relative
from build_site.page.markdown import bullets, link

if TYPE_CHECKING:
    from collections.abc import Iterable

PART = "<!-- part -->"
"""What stands between two parts."""


def blocks(items: Iterable[str]) -> str:
    """Put blocks of Markdown below each other; empty ones are left out."""
    return "\n\n".join(item for item in items if item)


def parts(*items: str) -> str:
    """Put the parts of a body below each other. A template counts them, so an empty one stays."""
    return f"\n\n{PART}\n\n".join(items)


def trail(page: str, *steps: tuple[str, str]) -> str:
    """Write where a page stands: the home page, then each step as (words, page)."""
    return bullets([link(words, relative(target, page)) for words, target in (("Home", HOME), *steps)])
