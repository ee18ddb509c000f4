"""Metadata of an article's page.

Zotero's translator for embedded metadata does not read JSON-LD. It takes the type from `z:itemType`, the newspaper from
`prism.publicationName`, and the rest from Dublin Core and Highwire names; `citation_journal_title` would make a journal
article of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_site.cite.make import FORMATS, file_path
from build_site.cite.names import authors, inverted
from build_site.fields.edtf import Precision
from build_site.metadata.lists import archive, breadcrumbs
from build_site.metadata.model import Metadata
from build_site.metadata.picture import picture_properties
from build_site.web import article_address, source_address, topic_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.registers.model import Person, Source, Topic
    from build_site.web import Settings

_MEDIA = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems", "json": "application/json"}
_EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
WIKIDATA = "http://www.wikidata.org/entity/"
"""Beginning of the address of a Wikidata item."""


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and what the registers know, as far as the catalog lists them."""

    sources: dict[str, Source]
    """Outlets by id."""
    people: dict[str, Person]
    """People by id; nobody who is named on articles' own pages only."""

    @classmethod
    def of(cls, catalog: Catalog) -> Known:
        """Take them from the catalog."""
        return cls(
            {entry.key: entry.source for entry in catalog.sources if entry.source},
            {entry.key: entry.person for entry in catalog.people if entry.person},
        )

    def inputs(self, article: Article) -> object:
        """Give all that the metadata of an article is made from, apart from the article."""
        people = [self.people.get(person.id) for person in article.people.value]
        source = article.source.value
        return [(one.name, one.wikidata) if one else () for one in people], self._wikidata(source.id if source else "")

    def _wikidata(self, source: str) -> str:
        entry = self.sources.get(source)
        return entry.wikidata if entry else ""


def article_metadata(article: Article, settings: Settings, known: Known) -> Metadata:
    """Describe an article. Nothing is said of people but that the article mentions those whom the register knows."""
    return Metadata(
        names=tuple(_names(article, settings)),
        properties=tuple(_properties(article, settings)),
        graph=tuple(_graph(article, settings, known)),
        files=tuple(
            ("alternate", _MEDIA[ending], f"{name} reference", file_path("articles", article.id, ending))
            for ending, name in FORMATS.items()
        ),
    )


def known_date(article: Article) -> str:
    """Date of publication as ISO 8601, where it is certain and a day, a month or a year; else empty."""
    date = article.published.value
    if date is None or date.uncertain or date.approximate or date.precision not in _EXACT:
        return ""
    return date.first.isoformat()[: {Precision.DAY: 10, Precision.MONTH: 7}.get(date.precision, 4)]


def _names(article: Article, settings: Settings) -> Iterator[tuple[str, str]]:
    record, source, date = article.record, article.source.value, article.published.value
    outlet = source.name if source else ""
    written = [inverted(name) for byline in record.byline for name in authors(byline)]
    yield "z:itemType", "newspaperArticle"
    yield "DC.type", "newspaperArticle"
    yield "citation_title", article.title.value
    yield "DC.title", article.title.value
    for name in written:
        yield "citation_author", name
        yield "DC.creator", name
    yield "prism.publicationName", outlet
    yield "DC.publisher", outlet
    yield "citation_publication_date", known_date(article).replace("-", "/")
    yield "prism.publicationDate", known_date(article)
    yield "dcterms.issued", str(date) if date else ""
    yield "citation_language", article.language.value
    yield "DC.language", article.language.value
    yield "citation_public_url", record.url or settings.absolute(article_address(article.id))
    yield "DC.identifier", record.url or settings.absolute(article_address(article.id))
    yield "dcterms.abstract", " ".join(record.summary.split())
    yield from (("DC.subject", topic.label) for topic in article.topics.value)
    yield "DC.rights", record.rights.uri
    yield "dcterms.rightsHolder", record.rights.holder
    yield "dcterms.isPartOf", settings.name


def _properties(article: Article, settings: Settings) -> Iterator[tuple[str, str]]:
    day = known_date(article)
    yield "og:type", "article"
    yield "og:title", article.title.value
    yield "og:description", " ".join(article.record.summary.split())
    yield "og:site_name", settings.name
    yield "og:url", settings.absolute(article_address(article.id))
    yield "og:locale", article.language.value.replace("-", "_") if "-" in article.language.value else ""
    yield "article:published_time", day if len(day) == len("2031-04-02") else ""
    yield from (("article:tag", topic.label) for topic in article.topics.value)
    yield from picture_properties(settings)


def _graph(article: Article, settings: Settings, known: Known) -> Iterator[dict[str, Any]]:
    source = article.source.value
    yield _news_article(article, settings, known)
    steps = [("Sources", "sources/")] if source else []
    if source and source.id:
        steps.append((source.name, source_address(source.id)))
    yield breadcrumbs([*steps, (article.title.value, article_address(article.id))], settings)


def _news_article(article: Article, settings: Settings, known: Known) -> dict[str, Any]:
    record, source = article.record, article.source.value
    address = settings.absolute(article_address(article.id))
    values: dict[str, Any] = {
        "@type": ["NewsArticle", "ArchiveComponent"],
        "@id": f"{address}#article" if address else "",
        "url": address,
        "identifier": article.id,
        "headline": article.title.value,
        "alternativeHeadline": record.subtitle,
        "datePublished": known_date(article),
        "inLanguage": article.language.value,
        "abstract": record.summary,
        "publisher": _outlet(source.name, source.id, known) if source else {},
        "creditText": ", ".join([*record.byline, *([source.name] if source else [])]),
        "about": [_topic(topic, settings) for topic in article.topics.value],
        "mentions": list(_people(article, known)),
        "license": record.rights.uri,
        "copyrightNotice": ". ".join(part for part in (record.rights.holder, record.rights.note) if part),
        "isBasedOn": record.url,
        "archivedAt": record.archived_url,
        "isAccessibleForFree": True if article.held and not article.private else "",
        "isPartOf": archive(settings),
        "holdingArchive": {"@type": "ArchiveOrganization", "name": settings.name},
    }
    return {name: value for name, value in values.items() if value}


def _outlet(name: str, source_id: str, known: Known) -> dict[str, Any]:
    entry = known.sources.get(source_id)
    same = {"sameAs": f"{WIKIDATA}{entry.wikidata}"} if entry and entry.wikidata else {}
    return {"@type": "Organization", "name": name, **same}


def _topic(topic: Topic, settings: Settings) -> dict[str, Any]:
    address = settings.absolute(topic_address(topic.id))
    term = {"@type": "DefinedTerm", "name": topic.label, "termCode": topic.id}
    same = {"sameAs": f"{WIKIDATA}{topic.wikidata}"} if topic.wikidata else {}
    return term | ({"url": address} if address else {}) | same


def _people(article: Article, known: Known) -> Iterator[dict[str, Any]]:
    """Give the people of the register; a name that nobody has confirmed to be one person is no `Person`."""
    for name in article.people.value:
        entry = known.people.get(name.id)
        if entry and name.indexed:
            same = {"sameAs": f"{WIKIDATA}{entry.wikidata}"} if entry.wikidata else {}
            yield {"@type": "Person", "name": entry.name, **same}
