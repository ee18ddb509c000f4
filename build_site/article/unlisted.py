"""Unlisted people: named in the text itself, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.article.model import Described, Origin

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.registers.model import Registers


def names_in(text: str, registers: Registers) -> tuple[str, ...]:
    """Find the names of unlisted people in a text, upper and lower case alike; a surname alone is no name."""
    folded = " ".join(text.casefold().split())
    forms = (
        form
        for person in registers.people.values()
        if person.unlisted
        for form in (person.name, person.sort_name, *person.aliases)
        if " " in form
    )
    return tuple(form for form in forms if re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", folded))


def without_unlisted(article: Article, registers: Registers, supplied: str) -> Article:
    """Take unlisted people out of all that stands outside the text: by-line, record, and a title from the text.

    `supplied` is the title that takes the place of one derived from words that name such a person.
    """
    record = article.record
    byline = tuple(name for name in record.byline if not names_in(name, registers))
    title = article.title
    if title.origin is Origin.DERIVED and names_in(title.value, registers):
        title = Described(supplied, Origin.SUPPLIED)
    return replace(article, record=replace(record, byline=byline), title=title)
