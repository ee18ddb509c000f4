"""Numbers → articles: each article hangs on the seed and its own number only, so a short corpus begins a long one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from tests.corpus.dates import Published, published
from tests.corpus.layout import markdown, plain_text
from tests.corpus.model import InventedArticle, Kind, Story
from tests.corpus.record import Appearance, record, with_hash
from tests.corpus.story import story, story_in_another_language
from tests.corpus.world import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (
    *(Kind.TEXT_AND_RECORD,) * 5, Kind.TEXT, Kind.MARKDOWN, *(Kind.TEXT_AND_RECORD,) * 3, Kind.TEXT, Kind.RECORD,
    *(Kind.TEXT_AND_RECORD,) * 4, Kind.MARKDOWN, Kind.TEXT, *(Kind.TEXT_AND_RECORD,) * 2,
)  # fmt: skip
"""Twenty articles in turn: fourteen with text and record, three bare texts, two Markdown files, one record alone."""

OTHER_LANGUAGE_EVERY = 40
REPRINT_EVERY = 60
REPRINTED = "A version of this report has appeared elsewhere."


def articles(count: int, seed: int = 1) -> Iterator[InventedArticle]:
    """Invent articles.

    The same count and seed give the same articles on every machine and Python; `articles(10)` are the first ten
    of `articles(5000)`.

    Args:
        count: how many.
        seed: names the corpus; each seed gives other articles.
    """
    used: Counter[str] = Counter()
    for number in range(count):
        yield _article(number, seed, used)


def _article(number: int, seed: int, used: Counter[str]) -> InventedArticle:
    rng = _chance(seed, number, "article")
    kind = KINDS[number % len(KINDS)]
    source, when = rng.choice(list(mapping("sources"))), published(_chance(seed, _original(number), "date"))
    told = _story(number, seed, source, when)
    id_ = _unique(f"{when.stem}-{source}-{told.subject}", used)
    fields = record(rng, Appearance(id_, source, when), kind, told)
    text = _text(rng, kind, told, source, when)
    if kind is Kind.TEXT_AND_RECORD:
        fields = with_hash(rng, fields, text)
    return InventedArticle(id_, kind, text, fields, told)


def _chance(seed: int, number: int, purpose: str) -> Random:
    # Invented articles need repeatable chance, not secrets. A string is hashed with SHA-512 by `random`
    # itself, so that the result is the same in every process.
    return Random(f"{seed}/{number}/{purpose}")  # noqa: S311 - repeatable chance, no secret


def _story(number: int, seed: int, source: str, when: Published) -> Story:
    """Tell the story of this number; now and then the story of the number before, as another paper printed it."""
    if number % OTHER_LANGUAGE_EVERY == OTHER_LANGUAGE_EVERY - 8:
        return story_in_another_language(_chance(seed, number, "story"), when.day.year)
    original = _original(number)
    told = story(_chance(seed, original, "story"), source, when.day.year)
    if original == number:
        return told
    *paragraphs, invented = told.paragraphs
    return replace(told, paragraphs=(*paragraphs, REPRINTED, invented))


def _original(number: int) -> int:
    """Give the number whose story this one tells: its own, or for a reprint the one before."""
    return number - 1 if number % REPRINT_EVERY == REPRINT_EVERY - 1 else number


def _text(rng: Random, kind: Kind, told: Story, source: str, when: Published) -> str:
    if kind is Kind.RECORD:
        return ""
    if kind is Kind.MARKDOWN:
        return markdown(rng, told)
    return plain_text(rng, told, mapping("sources")[source]["name"], when)


def _unique(stem: str, used: Counter[str]) -> str:
    """Number the second and later articles of one day, newspaper and subject."""
    used[stem] += 1
    return stem if used[stem] == 1 else f"{stem}-{used[stem]}"
