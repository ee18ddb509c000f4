"""An article of an edition → its record as a person would write it, with nothing that the edition withholds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from build_site.article.model import Origin
from build_site.fields.rights import Rights
from build_site.fields.table import FIELDS

if TYPE_CHECKING:
    from build_site.article.model import Article
    from build_site.fields.parts import Review
    from build_site.fields.record import Record

MASKED = "# Passages were taken out of this text; ▮▮▮ stands in their place.\n"
"""First line of a record whose text is not as it was received."""
FROZEN = "# The names are those that build-site found in the text when this copy was made; nobody has reviewed them.\n"
"""First line of a record that names people whom no person has named."""
_PLAIN = ("title", "subtitle", "url", "archived_url", "language", "summary", "notes", "text_sha256", "accessioned")
_MORE = ("embargo", "editors_note", "outcome", "noindex")
_OF_THE_TEXT = ("names_checked", "personal_data")
_LISTS = ("byline", "formerly", "personal_data", "sensitivity")


def record_file(article: Article, *, freeze: bool = False, masked: bool = False) -> bytes:
    """Write the record as YAML.

    A value that was derived from the text is left out, since it is no record; where there is no text, the title that
    the archive supplied stands. With `freeze`, the people stand in it all the same: where deriving anew would name
    somebody who is unlisted.
    """
    values = record_values(article.record)
    if not article.held:
        values.setdefault("title", article.title.value)
        # These speak of a text that is not there.
        values = {name: value for name, value in values.items() if name not in _OF_THE_TEXT}
    frozen = freeze and article.people.origin is Origin.DERIVED
    if frozen or article.people.origin is Origin.RECORD:
        values["people"] = [person.id or person.name for person in article.people.value]
    head = (MASKED if masked else "") + (FROZEN if frozen else "")
    return head.encode() + dumped({name: values[name] for name in FIELDS if name in values})


def record_values(record: Record) -> dict[str, Any]:
    """Give the fields of a record but people, redactions and draft, in the words in which a record gives them."""
    values: dict[str, Any] = {name: getattr(record, name) for name in (*_PLAIN, *_MORE)}
    values |= {name: list(getattr(record, name)) for name in _LISTS}
    values["source"] = record.source.text if record.source else ""
    values["topics"] = [topic.text for topic in record.topics]
    values["corrections"] = [{"on": item.on, "note": item.note} for item in record.corrections]
    withdrawn = record.withdrawn
    values["withdrawn"] = {"on": withdrawn.on, "reason": withdrawn.reason} if withdrawn else None
    values |= {name: _review(getattr(record, name)) for name in ("reviewed", "names_checked")}
    kept = {name: value for name, value in values.items() if value}
    kept |= _always(record)
    return kept


def dumped(values: Any) -> bytes:  # noqa: ANN401 - it is what YAML can hold
    """Write YAML in UTF-8, in the order given."""
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=120)).encode()


def _always(record: Record) -> dict[str, Any]:
    """Give the fields that count where they are empty, too."""
    values: dict[str, Any] = {"access": str(record.access)}
    if record.published or "published" in record.given:
        values["published"] = str(record.published) if record.published else None
    if "topics" in record.given:
        values["topics"] = [topic.text for topic in record.topics]
    if record.rights != Rights():
        rights = record.rights
        named = {"statement": rights.uri, "holder": rights.holder, "note": rights.note}
        values["rights"] = {name: value for name, value in named.items() if value}
    return values


def _review(review: Review | None) -> dict[str, Any] | None:
    return {"by": review.by, "on": review.on} if review else None
