"""What stands above a text because a reader must know it first: corrections, outcome, and what may distress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.edtf import day_words
from build_site.page.markdown import attributed, escape, link, paragraph

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.web import Settings


def notes(article: Article, settings: Settings) -> list[str]:
    """Write the notes of an article, in the order in which a reader needs them."""
    record = article.record
    said = [paragraph(f"Correction, {day_words(item.on)}: {item.note}", ".correction") for item in record.corrections]
    if record.outcome:
        said.append(paragraph(f"Outcome: {record.outcome}", ".outcome"))
    if record.editors_note:
        said.append(paragraph(f"Note of the archive: {record.editors_note}", ".note"))
    if record.redactions and article.held:
        reasons = ", ".join(dict.fromkeys(item.reason for item in record.redactions))
        said.append(paragraph(f"Taken out of the text where ▮▮▮ stands: {reasons}", ".redacted"))
    if record.sensitivity:
        said.append(attributed(_content_note(article, settings), ".sensitivity"))
    return said


def _content_note(article: Article, settings: Settings) -> str:
    words = f"Content note: {escape(', '.join(article.record.sensitivity))}"
    if not settings.support:
        return words
    places = ", ".join(link(name, address) for name, address in settings.support)
    return f"{words}. Help and support: {places}"
