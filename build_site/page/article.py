"""The page of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.article.model import BlockKind, Origin
from build_site.fields.parts import Access
from build_site.page.address import article_path, date_path, person_path, relative, source_path, topic_path
from build_site.page.dates import UNDATED
from build_site.page.described import described, described_section
from build_site.page.lists import date_words
from build_site.page.markdown import attributed, bullets, escape, heading, link, paragraph
from build_site.page.model import Page

if TYPE_CHECKING:
    from build_site.article.model import Article, Block, PersonName
    from build_site.catalog.model import Catalog


class Links:
    """Which names have a page to lead to."""

    def __init__(self, catalog: Catalog) -> None:
        self._people = {entry.person.id if entry.person else entry.name: entry for entry in catalog.people}
        self._sources = {entry.name: entry.key for entry in catalog.sources}

    def person(self, person: PersonName, page: str) -> str:
        """Write a person's name, as a link where the name has a page."""
        entry = self._people.get(person.id or person.name)
        if entry is None or not entry.has_page:
            return escape(person.name)
        return link(person.name, relative(person_path(entry.key), page))

    def source(self, name: str, page: str) -> str:
        """Write an outlet's name as a link."""
        return link(name, relative(source_path(self._sources[name]), page))


def article_page(article: Article, links: Links) -> Page:
    """Make the page: what is known of the article, then its text where the edition holds it."""
    path = article_path(article.id)
    if article.access is Access.WITHDRAWN:
        return _tombstone(article, path)
    blocks = [
        heading(article.title.value),
        paragraph(article.record.subtitle, ".subtitle") if article.record.subtitle else "",
        _origin(article, links, path),
        paragraph(f"By {', '.join(article.record.byline)}", ".byline") if article.record.byline else "",
        *_corrections(article),
        *(paragraph(part, ".summary") for part in article.record.summary.split("\n\n") if part.strip()),
        _named("Topics", [link(t.label, relative(topic_path(t.id), path)) for t in article.topics.value], ".topics"),
        _named("People mentioned", [links.person(person, path) for person in article.people.value], ".people"),
        *_text(article),
        *_rights(article),
        described_section(article),
    ]
    return Page(path, _front_matter(article), "\n\n".join(block for block in blocks if block), article.path)


def _tombstone(article: Article, path: str) -> Page:
    matter = {"title": article.title.value, "id": article.id, "access": "withdrawn", "noindex": True}
    words = "This article was withdrawn from the archive. Its address is kept so that links to it explain themselves."
    blocks = [heading(article.title.value), words, paragraph(article.record.notes)]
    return Page(path, matter, "\n\n".join(block for block in blocks if block), article.path)


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
    if article.record.noindex:
        matter["noindex"] = True
    return matter


def _origin(article: Article, links: Links, path: str) -> str:
    source, date = article.source.value, article.published.value
    outlet = links.source(source.name, path) if source else "Source not known"
    if source and source.kind:
        outlet += f", {escape(source.kind)}"
    when = date_path(date.year, date.month) if date else UNDATED
    words = date_words(article)
    if not date and article.not_before.value:
        words += f", not before {article.not_before.value}"
    return attributed(f"{outlet} · {link(words[:1].upper() + words[1:], relative(when, path))}", ".origin")


def _named(words: str, names: list[str], attributes: str) -> str:
    return attributed(f"{words}: {' · '.join(names)}", attributes) if names else ""


def _corrections(article: Article) -> list[str]:
    record = article.record
    notes = [paragraph(f"Correction, {item.on}: {item.note}", ".correction") for item in record.corrections]
    if record.outcome:
        notes.append(paragraph(f"Outcome: {record.outcome}", ".outcome"))
    if record.sensitivity:
        notes.append(paragraph(f"Content note: {', '.join(record.sensitivity)}", ".sensitivity"))
    return notes


def _text(article: Article) -> list[str]:
    if not article.held:
        words = "The text is not held here. This page is a record of the article."
        if article.record.url:
            words += f" {link('Read the original', article.record.url)}."
        return [attributed(words, ".not-held")]
    return [heading("Text", 2), *map(_block, article.blocks)]


def _block(block: Block) -> str:
    """Each block has the number of its line as anchor, so that evidence and quotations can point at it."""
    if block.kind is BlockKind.MARKDOWN:
        return block.text
    kind = "" if block.kind is BlockKind.PARAGRAPH else f" .residue .{block.kind.value}"
    return paragraph(block.text, f"#l{block.line}{kind}")


def _rights(article: Article) -> list[str]:
    record = article.record
    holder = f", {escape(record.rights.holder)}" if record.rights.holder else ""
    facts = [f"Rights: {link(record.rights.label, record.rights.uri)}{holder}"]
    if record.rights.note:
        facts.append(escape(record.rights.note))
    if record.url:
        facts.append(link("Original", record.url))
    if record.archived_url:
        facts.append(link("Archived copy", record.archived_url))
    if record.notes:
        facts.append(f"Note: {escape(record.notes)}")
    if article.title.origin is Origin.SUPPLIED:
        facts.append("The headline is not known here; the title is supplied by the archive.")
    return [heading("About this article", 2), bullets(facts)]
