"""The invented world: people, newspapers, places, topics and the sentences about them, read from `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"

PROSE_ONLY = {"title", "surname", "style"}
"""Keys of the data files that serve the prose and are no fields of a register."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Sentences about one subject, by kind (`title`, `lead`, `body` …)."""

    slug: str
    """Name of the subject, part of ids; for another language its BCP 47 code."""
    lines: dict[str, tuple[str, ...]]
    """Sentences with slots, by kind."""

    def words(self, kind: str) -> tuple[str, ...]:
        """Split the one line of a kind into its words; empty where there is none."""
        return tuple(" ".join(self.lines.get(kind, ())).split())


@cache
def mapping(name: str) -> dict[str, Any]:
    """Read one YAML file of `data/`, whose order is kept."""
    loaded: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def subjects(pattern: str) -> tuple[Subject, ...]:
    """Read the sentence files that match a pattern: `# slug` begins a subject, each other line is `kind sentence`."""
    collected: dict[str, dict[str, list[str]]] = {}
    lines: dict[str, list[str]] = {}
    for path in sorted(DATA.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "#":
                lines = collected.setdefault(rest, {})
            else:
                lines.setdefault(kind, []).append(rest)
    return tuple(
        Subject(slug, {kind: tuple(rows) for kind, rows in found.items()}) for slug, found in collected.items()
    )


def register_entries(name: str) -> dict[str, dict[str, Any]]:
    """Give the entries of a register without the keys that serve the prose only."""
    return {
        id_: {key: value for key, value in entry.items() if key not in PROSE_ONLY}
        for id_, entry in mapping(name).items()
    }


def registers() -> dict[str, dict[str, Any]]:
    """Give the three registers in the shape of `seeds/registers/*.yml`, by file stem."""
    towns = [str(town) for town in mapping("places")["towns"] if " " in town]
    return {
        "people": {"people": register_entries("people"), "not_people": towns},
        "topics": {"topics": register_entries("topics")},
        "sources": {"sources": register_entries("sources")},
    }
