"""Redactions: passages that must not be shown, taken out before anything is derived or written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.fields.record import field_position
from build_site.problem import Gathering, problem

if TYPE_CHECKING:
    from build_site.fields.parts import Redaction
    from build_site.seed.model import Seed

MARK = "▮▮▮"
"""What stands in the place of a passage."""


def redact(seed: Seed, redactions: tuple[Redaction, ...]) -> Seed:
    """Replace each passage wherever it stands; white space matches any white space, so that wrapping hides nothing.

    Line ends inside a passage are kept, so that the numbers of later lines stay right. Errors: a passage that the
    text does not hold, since it would then be shown in some other spelling.
    """
    if seed.text is None or not redactions:
        return seed
    content = seed.text.content
    problems = Gathering()
    for item in redactions:
        with problems.step():
            content, count = _pattern(item.passage).subn(_marked, content)
            if not count:
                at = field_position(seed.record, "redactions", seed.path)
                hint = "copy the passage from the text, letter by letter; quotation marks count"
                raise problem(at, "redactions: a passage does not stand in the text", hint)
    problems.stop_if_any()
    return replace(seed, text=replace(seed.text, content=content))


def _pattern(passage: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, passage.split())))


def _marked(match: re.Match[str]) -> str:
    return MARK + "\n" * match.group().count("\n")
