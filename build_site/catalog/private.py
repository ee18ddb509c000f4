"""Words of a record that stay on the article's own page, because they name somebody who is named there only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.slug import fold

if TYPE_CHECKING:
    from build_site.article.model import Article


def outside_its_page(words: str, article: Article) -> str:
    """Give a record's words for feeds, data and references; nothing where they name a person who is not indexed.

    A person is named by the whole name or by the surname alone.
    """
    if not words:
        return words
    private = [person for person in article.people.value if not person.indexed]
    if not private:
        return words
    said = fold(words)
    for person in private:
        names = (person.name, person.sort_name.partition(",")[0])
        if any(fold(name) in said for name in names):
            return ""
    return words
