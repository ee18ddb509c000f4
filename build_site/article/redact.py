"""Redactions: passages that must not be shown, taken out before anything is derived or written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.fields.record import field_position
from build_site.problem import Gathering, Position, problem

if TYPE_CHECKING:
    from build_site.fields.parts import Redaction
    from build_site.seed.model import Seed
    from build_site.seed.text import Text

MARK = "▮▮▮"
"""What stands in the place of a passage."""


def redact(seed: Seed, redactions: tuple[Redaction, ...]) -> Seed:
    """Replace each passage wherever it stands; white space matches any white space, so that wrapping hides nothing.

    Line ends inside a passage are kept, so that the numbers of later lines stay right. Errors: a passage that the
    text does not hold, and one that stands there in another spelling too (capitals, Markdown signs between the words),
    since that would be shown.
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
    redacted = replace(seed.text, content=content)
    for item in redactions:
        with problems.step():
            _refuse_other_spelling(redacted, item.passage)
    problems.stop_if_any()
    return replace(seed, text=redacted)


def _refuse_other_spelling(text: Text, passage: str) -> None:
    words = [re.escape(word) for word in re.findall(r"\w+", passage)]
    match = re.search(r"[\W_]+".join(words), text.content, re.IGNORECASE) if words else None
    if match:
        line = text.content.count("\n", 0, match.start())
        at = Position(text.path, line + text.first_line, match.start() - text.content.rfind("\n", 0, match.start()))
        hint = "add this spelling to `redactions` of the record"
        raise problem(at, "redactions: a passage stands here in another spelling", hint)


def _pattern(passage: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, passage.split())))


def _marked(match: re.Match[str]) -> str:
    return MARK + "\n" * match.group().count("\n")
