"""What stands beside an article's text: topics, people, rights and access in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.article.model import Origin
from build_site.page.address import article_path, relative, topic_path
from build_site.page.markdown import bullets, escape, heading, link
from build_site.page.parts import blocks

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.page.links import Links


def facts(article: Article, links: Links) -> str:
    """Write the lists beside the text."""
    page = article_path(article.id)
    topics = [link(topic.label, relative(topic_path(topic.id), page)) for topic in article.topics.value]
    people = [links.person(person, page) for person in article.people.value]
    return blocks([_named("Topics", topics), _named("People mentioned", people), _named("Rights", _rights(article))])


def _named(words: str, items: list[str]) -> str:
    return f"{heading(words, 2)}\n\n{bullets(items)}" if items else ""


def _rights(article: Article) -> list[str]:
    record = article.record
    holder = f"Rights holder: {escape(record.rights.holder)}" if record.rights.holder else ""
    items = [link(record.rights.label, record.rights.uri), holder, escape(record.rights.note), access(article)]
    if record.url:
        items.append(link("Original", record.url))
    if record.archived_url:
        items.append(link("Archived copy", record.archived_url))
    if record.notes:
        items.append(f"Note: {escape(record.notes)}")
    if article.title.origin is Origin.SUPPLIED:
        items.append("The headline is not known here; the title is supplied by the archive.")
    return [item for item in items if item]


def access(article: Article) -> str:
    """Say who may read the text."""
    if article.private:
        return "The text is in this private copy only; it may not be published."
    return "The text may be read here in full." if article.held else "Only this record may be read here."
