"""The page of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.fields.edtf import Precision
from build_site.fields.parts import Access
from build_site.page import dates, sources
from build_site.page.address import article_path, date_path, relative
from build_site.page.citation import cite_section
from build_site.page.described import described, described_section
from build_site.page.facts import facts
from build_site.page.language import language_attributes, reading_minutes
from build_site.page.lists import date_words
from build_site.page.markdown import attributed, count, escape, heading, link, paragraph
from build_site.page.model import Page
from build_site.page.notes import notes
from build_site.page.onward import onward
from build_site.page.parts import blocks, parts, trail
from build_site.page.text import summary, text, text_attributes
from build_site.page.tombstone import tombstone

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.page.links import Links
    from build_site.page.onward import Onward
    from build_site.web import Settings

_NOT_EXACT = {Precision.MONTH: "day not known", Precision.YEAR: "month not known"}


def article_page(article: Article, links: Links, found: Onward, settings: Settings) -> Page:
    """Make the page: what the article is, what stands beside it, its text where the edition shows it, what else."""
    path = article_path(article.id)
    if article.access is Access.WITHDRAWN:
        return tombstone(article)
    body = parts(
        _trail(article, links, path),
        _head(article, links, settings, path),
        facts(article, links),
        text(article),
        onward(article, links, found),
        described_section(article),
        cite_section(article, settings),
    )
    return Page(path, _front_matter(article), body, article.path)


def _front_matter(article: Article) -> dict[str, Any]:
    source, published = article.source.value, article.published.value
    matter: dict[str, Any] = {
        "title": article.title.value,
        "source": source.name if source else None,
        "published": str(published) if published else None,
        "topics": [topic.label for topic in article.topics.value],
        "people": [person.name for person in article.people.value],
        "id": article.id,
        "access": article.access.value,
        "held": article.held,
        "rights": article.record.rights.uri,
        "language": article.language.value or None,
        "reviewed": str(article.record.reviewed.on) if article.record.reviewed else None,
        "described": described(article),
        "template": "article.html",
        "hide": ["toc"],
    }
    if text_attributes(article):
        matter["text"] = text_attributes(article)
    if article.record.noindex:
        matter["noindex"] = True
    return matter


def _trail(article: Article, links: Links, path: str) -> str:
    """Write where the article stands: with its outlet, else in time."""
    source = article.source.value
    if source:
        return trail(path, ("Sources", sources.INDEX)) + f"\n- {links.source(source.name, path)}"
    return trail(path, ("Dates", dates.INDEX))


def _head(article: Article, links: Links, settings: Settings, path: str) -> str:
    record, attributes = article.record, language_attributes(article)
    return blocks(
        [
            heading(article.title.value) + (f" {{: {attributes} }}" if attributes else ""),
            paragraph(record.subtitle, f".standfirst {attributes}".strip()) if record.subtitle else "",
            _origin(article, links, path),
            *notes(article, settings),
            *(summary(article) if article.held else []),
        ]
    )


def _origin(article: Article, links: Links, path: str) -> str:
    """Say where the article stood, when, who wrote it, and how long it takes to read."""
    source, date = article.source.value, article.published.value
    outlet = links.source(source.name, path) if source else "Source not known"
    if source and source.kind:
        outlet += f", {escape(source.kind)}"
    when = date_path(date.year, date.month) if date else dates.UNDATED
    said = [outlet, link(_when(article), relative(when, path))]
    if article.record.byline:
        said.append(f"By {escape(', '.join(article.record.byline))}")
    if article.held:
        said.append(f"{count(reading_minutes(article), 'minute')} to read")
    return attributed(" · ".join(said), ".origin")


def _when(article: Article) -> str:
    """Say the date, and how exactly it is known."""
    date, words = article.published.value, date_words(article)
    if date and date.precision in _NOT_EXACT:
        words += f" ({_NOT_EXACT[date.precision]})"
    if not date and article.not_before.value:
        words += f", not before {article.not_before.value}"
    return words[:1].upper() + words[1:]
