"""Stories → records: what a person would have written down about an article, in every form the fields allow."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.corpus.model import Kind
from tests.corpus.prose import credited_name
from tests.corpus.world import mapping

if TYPE_CHECKING:
    from random import Random

    from tests.corpus.dates import Published
    from tests.corpus.model import Story, Value

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
NOTES = "Invented for demonstration: nobody and nothing in this article exists."
REVIEWERS = ("Invented Reviewer One", "Invented Reviewer Two", "Invented Reviewer Three")


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where and when an article appeared."""

    id: str
    """Id of the article."""
    source: str
    """Id in the register of sources."""
    published: Published
    """When."""


def record(rng: Random, appeared: Appearance, kind: Kind, story: Story) -> dict[str, Value]:
    """Write the record of an article; empty for a bare text. Fields that say nothing are left out."""
    if kind is Kind.TEXT:
        return {}
    fields = _head(rng, appeared, story) | _about(rng, kind, story) | _keeping(rng, appeared, kind)
    return {name: value for name, value in fields.items() if value is not None or name == "published"}


def with_hash(rng: Random, fields: dict[str, Value], text: str) -> dict[str, Value]:
    """Add the text's SHA-256 to three records in ten."""
    if rng.random() >= 0.3:
        return fields
    return fields | {"text_sha256": hashlib.sha256(text.encode("utf-8")).hexdigest()}


def _head(rng: Random, appeared: Appearance, story: Story) -> dict[str, Value]:
    source, entry = appeared.source, mapping("sources")[appeared.source]
    address = f"https://{entry['domains'][0]}/{appeared.id}"
    return {
        "title": story.title,
        "subtitle": story.subtitle if story.subtitle and rng.random() < 0.3 else None,
        "source": rng.choice((source, source, entry["name"], *entry.get("aliases", ()))),
        "url": address if rng.random() < 0.6 else None,
        "archived_url": f"https://archive.example.org/{appeared.id}" if rng.random() < 0.15 else None,
        "byline": _byline(rng),
        "published": appeared.published.field,
        "language": story.language,
    }


def _byline(rng: Random) -> str | list[str] | None:
    names = [credited_name(rng) for _ in range(2)]
    return rng.choice((None, None, None, names[0], names[0], names))


def _about(rng: Random, kind: Kind, story: Story) -> dict[str, Value]:
    labels = {id_: topic["label"] for id_, topic in mapping("topics").items()}
    access = "summary" if kind is Kind.RECORD or rng.random() < 0.06 else "full"
    return {
        "topics": [labels[topic] if rng.random() < 0.3 else topic for topic in story.topics],
        "people": [
            person.id if person.id and rng.random() < 0.6 else person.name for person in story.people if person.listed
        ],
        "summary": _summary(story) if access == "summary" or rng.random() < 0.3 else None,
        "rights": CC0,
        "access": access,
    }


def _summary(story: Story) -> str:
    labels = [mapping("topics")[topic]["label"].lower() for topic in story.topics]
    about, length = " and ".join(labels), len(story.paragraphs)
    return f"An invented report on {about}, written for demonstration, in {length} paragraphs."


def _keeping(rng: Random, appeared: Appearance, kind: Kind) -> dict[str, Value]:
    accessioned = appeared.published.day + timedelta(days=rng.randint(1, 300))
    reviewed = {"by": rng.choice(REVIEWERS), "on": accessioned + timedelta(days=rng.randint(0, 60))}
    is_reviewed = kind is not Kind.MARKDOWN or rng.random() < 0.5
    return {
        "formerly": [f"old-{appeared.id}"] if rng.random() < 0.02 else None,
        "notes": NOTES,
        "accessioned": accessioned,
        "reviewed": reviewed if is_reviewed else None,
    }
