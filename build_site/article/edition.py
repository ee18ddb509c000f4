"""What an edition may show of an article; everything behind this point knows only that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.article.assemble import supplied_title
from build_site.article.markdown_inline import resolve
from build_site.article.model import Described, Edition, Origin, Value
from build_site.fields.parts import Access
from build_site.fields.record import Record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from build_site.article.model import Article


def shown_in(articles: Iterable[Article], edition: Edition, today: dt.date) -> list[Article]:
    """Reduce all articles to what the edition may show; links lead only to articles that it shows."""
    shown = [article for article in (for_edition(item, edition, today) for item in articles) if article]
    ids = frozenset(article.id for article in shown)
    return [_linked(article, ids) for article in shown]


def _linked(article: Article, ids: frozenset[str]) -> Article:
    if not article.marked:
        return article
    return replace(article, blocks=tuple(replace(block, text=resolve(block.text, ids)) for block in article.blocks))


def for_edition(article: Article, edition: Edition, today: dt.date) -> Article | None:
    """Reduce an article to what the edition may show; None where it must not appear yet (embargo).

    A withdrawn article keeps its id, the day and the reason only. The public edition of an article with
    `access: summary` has no text and nothing worded by the text: no derived title, no derived name. No edition
    knows the passages that are redacted.
    """
    embargo = article.record.embargo
    early = embargo is not None and today < embargo
    if edition is Edition.PUBLIC and early:
        return None
    if article.access is Access.WITHDRAWN:
        return _withdrawn(article)
    # Who may be named stands in `Article.people`; the record's own list names the unlisted too.
    article = _without_passages(replace(article, embargoed=early, record=replace(article.record, people=())))
    if edition is Edition.PUBLIC and article.access is Access.SUMMARY:
        return _summary_only(article)
    return article


def _without_passages(article: Article) -> Article:
    """Leave out what redactions take out, and the text's fixity: a short passage could be guessed from it."""
    record = article.record
    if not record.redactions:
        return article
    kept = tuple(replace(item, passage="") for item in record.redactions)
    return replace(article, record=replace(record, redactions=kept, text_sha256=""))


def _withdrawn(article: Article) -> Article:
    record = article.record
    kept = Record(access=Access.WITHDRAWN, withdrawn=record.withdrawn, formerly=record.formerly, noindex=True)
    return replace(
        article,
        record=kept,
        title=Described(f"[Withdrawn article {article.id}]", Origin.SUPPLIED),
        source=Described(None, Origin.NONE),
        published=Described(None, Origin.NONE),
        not_before=Described(0, Origin.NONE),
        language=Described("", Origin.NONE),
        topics=Described((), Origin.NONE),
        people=Described((), Origin.NONE),
        held=False,
        blocks=(),
        held_back=0,
        unnamed=(),
    )


def _summary_only(article: Article) -> Article:
    title = article.title
    if title.origin is Origin.DERIVED:
        title = Described(supplied_title(article.id), Origin.SUPPLIED)
    people = article.people
    if people.origin is Origin.DERIVED:
        people = Described((), Origin.NONE)
    return replace(
        article,
        title=title,
        source=_wordless(article.source),
        published=_wordless(article.published),
        not_before=_wordless(article.not_before),
        language=_wordless(article.language),
        topics=_wordless(article.topics),
        people=people,
        held=False,
        blocks=(),
        held_back=0,
        unnamed=(),
    )


def _wordless(described: Described[Value]) -> Described[Value]:
    """Leave the evidence without the words of a text that is not shown."""
    grounds = (
        replace(ground, traces=tuple(replace(trace, quote="") for trace in ground.traces))
        for ground in described.grounds
    )
    return replace(described, grounds=tuple(grounds))
