"""Texts that share much of their wording: said to whoever adds the second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.catalog.duplicates import near_duplicates
from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_site.catalog.compared import Duplicate
    from build_site.pipeline import Examined


def alike(found: Examined) -> Iterator[Problem]:
    """Report each pair of near-duplicates once, at the text that the other contains."""
    texts = {seed.id: seed.text for seed in found.seeds if seed.text}
    pairs = near_duplicates({name: text.content for name, text in texts.items()})
    yield from (_said(pair, Position(texts[pair.id].path), pair.other) for pair in pairs)


def like_this(article_id: str, content: str, found: Examined) -> Iterable[Duplicate]:
    """Find the articles whose text is near to `content`, the text of a new article."""
    texts = {seed.id: seed.text.content for seed in found.seeds if seed.text}
    return [pair for pair in near_duplicates({**texts, article_id: content}) if article_id in (pair.id, pair.other)]


def _said(pair: Duplicate, at: Position, other: str) -> Problem:
    message = f'{pair.containment:.0%} of this text also stands in "{other}"'
    hint = "keep one of the two if they are the same article; two papers may well print the same report"
    return Problem(at, message, hint, severity=Severity.NOTICE)
