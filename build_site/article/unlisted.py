"""Unlisted people: named in the text itself, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from build_site.article.model import Described, Origin
from build_site.derive.model import Status
from build_site.registers.lookup import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.derive.model import Description
    from build_site.registers.model import Person, Registers


def names_in(text: str, registers: Registers) -> tuple[str, ...]:
    """Find the names of unlisted people in a text, however they are spelt (`folded`); a surname alone is no name."""
    if not registers.unlisted or not text:
        return ()
    words = " ".join(folded(text).split())
    return tuple(form for form, name in _names(registers.unlisted) if name in words and _stands(name, words))


# Asked for with every line that somebody wrote into a record.
@lru_cache(maxsize=4)
def _names(people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    """Give the forms of several words, each as it is and folded."""
    forms = (form for person in people for form in (person.name, person.sort_name, *person.aliases))
    return tuple((form, folded(form)) for form in forms if " " in form)


def _stands(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def without_unlisted(
    article: Article, registers: Registers, supplied: str, found: Description | None = None
) -> Article:
    """Take unlisted people out of all that stands outside the text: by-line, and a title from the text.

    `supplied` is the title that takes the place of one derived from words that name such a person. `found` tells which
    names of the text are held back: they and the unlisted ones are kept in `unnamed`, for whoever quotes the text.
    """
    record = article.record
    byline = tuple(name for name in record.byline if not names_in(name, registers))
    if byline != record.byline:
        record = replace(record, byline=byline)
    title = article.title
    if title.origin is Origin.DERIVED and names_in(title.value, registers):
        title = Described(supplied, Origin.SUPPLIED)
    unnamed = tuple(sorted({*_unlisted_forms(registers), *_held_back_forms(found)}))
    return replace(article, record=record, title=title, unnamed=unnamed)


def _unlisted_forms(registers: Registers) -> Iterator[str]:
    for person in registers.unlisted:
        # A quotation names somebody by the surname too.
        yield from (person.name, person.sort_name.partition(",")[0], *person.aliases)


def _held_back_forms(found: Description | None) -> Iterator[str]:
    for person in found.people if found else ():
        if person.status is Status.HELD_BACK:
            yield from (person.name, *person.forms)


def names_somebody_unnamed(sentence: str, article: Article) -> bool:
    """Tell whether a sentence names somebody who is named on the article's own page, or in its text, only."""
    private = (
        form
        for person in article.people.value
        if not person.indexed
        for form in (person.name, person.sort_name.partition(",")[0])
    )
    folded = sentence.casefold()
    return any(form.casefold() in folded for form in (*article.unnamed, *private) if form)
