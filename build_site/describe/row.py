"""A description as one object of plain values: what `build-site describe --format jsonl` prints for a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.derive.model import Description, Evidence
    from build_site.registers.model import Registers


def row(found: Description, registers: Registers) -> dict[str, Any]:
    """Give the values in a fixed order; what the text does not say is `null`.

    Evidence is written `line: words`. Held-back names are in it: this is for the person who asked, never for a page,
    the data or a log.
    """
    return {
        "title": found.title.value,
        "source": {
            "name": registers.sources[found.source.value].name if found.source.value else None,
            "confidence": round(found.source.score, 3),
            "evidence": traces(found.source.evidence),
        },
        "published": found.published.value or None,
        "not_before": found.not_before.value or None,
        "language": found.language.value or None,
        "topics": [
            {"id": topic.id, "score": round(topic.score, 3), "evidence": traces(topic.evidence)}
            for topic in found.topics
        ],
        "people": [
            {"name": one.name, "forms": list(one.forms), "score": round(one.score, 3), "status": one.status.value}
            for one in found.people
        ],
        "credits": [credit.name for credit in found.credits],
        "residue": [{"line": item.line, "kind": item.kind.value} for item in found.residue],
    }


def traces(evidence: Iterable[Evidence]) -> list[str]:
    """Write evidence as `line: words`, each once, in the order of the text."""
    return list(dict.fromkeys(f"{trace.line}: {trace.quote}" for trace in evidence))
