"""Where each value of an article comes from, in full: one JSON file an article, `data/provenance/<id>.json`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from build_site.article.model import Origin
from build_site.layout import indented
from build_site.machine.recipes import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article, Described, Ground, PersonName, Trace
    from build_site.catalog.marks import Marks
    from build_site.catalog.model import Catalog

FORMAT = "press-archive-provenance/1"
"""Name and version of the file's form."""


def provenance_path(article_id: str) -> str:
    """Path of an article's provenance under `docs/`."""
    return f"data/provenance/{article_id}.json"


def provenance_files(catalog: Catalog) -> dict[str, bytes]:
    """Make the files of all articles but the withdrawn.

    They hold what the edition shows and nothing else: no word of a text that it does not hold, and of names held back
    only how many there are; null where nobody counted them, since the record says who has checked the names. People's
    scores and the features that decided are in no file.
    """
    return {path: data for one in provenance_recipes(catalog) for path, data in one.make().items()}


def provenance_recipes(catalog: Catalog, marks: Marks | None = None) -> Iterator[Recipe]:
    """Say how each article's file is made."""
    for article in catalog.articles:
        path = provenance_path(article.id)
        yield Recipe(path, marks and marks.of(article), partial(_file, path, article))


def _file(path: str, article: Article) -> dict[str, bytes]:
    return {path: _written(provenance(article))}


def _written(values: dict[str, Any]) -> bytes:
    return (indented(values) + "\n").encode()


def provenance(article: Article) -> dict[str, Any]:
    """Give origin, status, method, score and evidence of each field.

    `status` is `record` (a person wrote it), `register` (derived, and the register knows what it names) or `derived`;
    `supplied` and `none` stand for what nobody says.
    """
    source = article.source.value
    reviewed = article.record.reviewed
    return {
        "format": FORMAT,
        "id": article.id,
        "reviewed": {"by": reviewed.by, "on": reviewed.on.isoformat()} if reviewed else None,
        "fields": {
            "title": _single(article.title, article.title.value),
            "source": _single(article.source, source.name if source else None, known=bool(source and source.id)),
            "published": _single(article.published, str(article.published.value or "") or None),
            "not_before": _single(article.not_before, article.not_before.value or None),
            "language": _single(article.language, article.language.value or None),
            "topics": _topics(article),
            "people": _people(article),
        },
        "names_held_back": article.held_back,
    }


def _single(described: Described[Any], value: object, *, known: bool = False) -> dict[str, Any]:
    origin = described.origin if value is not None else Origin.NONE
    found = _origin(described, origin, known=known) | {"value": value}
    return found | (_why(described.grounds[0]) if described.grounds else {})


def _origin(described: Described[Any], origin: Origin, *, known: bool) -> dict[str, Any]:
    """Say who says so; a derived value that a register confirms has the status `register`."""
    status = Origin.REGISTER if known and origin is Origin.DERIVED else origin
    return {"origin": origin.value, "status": status.value} | ({"method": described.method} if described.method else {})


def _why(ground: Ground) -> dict[str, Any]:
    return {"score": round(ground.score, 3), "evidence": [_trace(trace) for trace in ground.traces]}


def _trace(trace: Trace) -> dict[str, Any]:
    weight = {"weight": round(trace.weight, 3)} if trace.weight else {}
    return {"line": trace.line, "rule": trace.rule} | weight | ({"quote": trace.quote} if trace.quote else {})


def _topics(article: Article) -> dict[str, Any]:
    grounds = {ground.of: ground for ground in article.topics.grounds}
    values = [
        {"id": topic.id, "label": topic.label} | (_why(grounds[topic.id]) if topic.id in grounds else {})
        for topic in article.topics.value
    ]
    return _origin(article.topics, article.topics.origin, known=bool(values)) | {"values": values}


def _people(article: Article) -> dict[str, Any]:
    """Name the people whom the page names, with where; "mentioned" is all that is said of them."""
    grounds: dict[str, list[Trace]] = {}
    for ground in article.people.grounds:
        grounds.setdefault(ground.of, []).extend(ground.traces)
    values = [_person(person, article.people, grounds) for person in article.people.value if person.indexed]
    return _origin(article.people, article.people.origin, known=False) | {"values": values}


def _person(person: PersonName, people: Described[Any], grounds: dict[str, list[Trace]]) -> dict[str, Any]:
    status = Origin.REGISTER if person.id and people.origin is Origin.DERIVED else people.origin
    found: dict[str, Any] = {"name": person.name} | ({"id": person.id} if person.id else {}) | {"status": status.value}
    traces = sorted(grounds.get(person.id or person.name, []), key=lambda trace: trace.line)
    return found | ({"evidence": [_trace(trace) for trace in traces]} if traces else {})
