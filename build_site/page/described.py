"""How an article was described: where each value comes from, for readers and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.article.model import Described, Origin
from build_site.describe.provenance import provenance_path
from build_site.fields.edtf import day_words
from build_site.page.address import article_path, relative
from build_site.page.markdown import bullets, escape, heading, link

if TYPE_CHECKING:
    from build_site.article.model import Article

_WORDS = {
    "title": "Headline",
    "source": "Source",
    "published": "Date",
    "topics": "Topics",
    "people": "People mentioned",
}


def described(article: Article) -> dict[str, dict[str, Any]]:
    """Say for each field where its value comes from: the short form for the front matter, lines and never words."""
    return {name: _short(value) for name, value in _values(article).items()}


def _values(article: Article) -> dict[str, Described[Any]]:
    return {
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "topics": article.topics,
        "people": article.people,
    }


def _short(value: Described[Any]) -> dict[str, Any]:
    short: dict[str, Any] = {"origin": value.origin.value}
    if value.method:
        short |= {"method": value.method, "lines": list(value.lines)}
    return short


def described_section(article: Article) -> str:
    """Say the same for readers."""
    review = article.record.reviewed
    facts = [f"{_WORDS[name]}: {_said(value, reviewed=review is not None)}" for name, value in _values(article).items()]
    if review:
        facts.append(f"Reviewed by {escape(review.by)} on {day_words(review.on)}")
    elif article.record.given:
        facts.append("No person has reviewed this record yet")
    data = relative(provenance_path(article.id), article_path(article.id))
    facts.append(link("The evidence in full (JSON)", data))
    return f"{heading('How this was described', 2)}\n\n{bullets(facts)}"


def _said(value: Described[Any], *, reviewed: bool) -> str:
    if value.origin is Origin.RECORD:
        return "from the record" if reviewed else "from the record, not yet reviewed"
    if value.origin is Origin.DERIVED:
        lines = ", ".join(map(str, value.lines[:8])) + (" …" if len(value.lines) > len(value.lines[:8]) else "")
        where = f"; evidence in line{'s' if len(value.lines) > 1 else ''} {lines}" if value.lines else ""
        return f"worked out from the text by rules ({value.method}){where}; no person has reviewed it"
    return "supplied by the archive" if value.origin is Origin.SUPPLIED else "not known"
