"""What a text says of itself, with evidence.

The modules in the order in which `derive` uses them:

    lines, credit_names    what the others read: lines with their numbers, names as credits write them
    residue                what is not running text: credits, by-lines, datelines, captions, repeats, interface strings
    credits                who took the pictures and who wrote the text
    title, source, dates   outlets and past years among them; shortening of a lead
    language
    topics                 weighted phrases of the register
    people                 who is mentioned by name
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from build_site.derive.whole import derive

__all__ = ["derive"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - Python asks for whatever name it does not find
    """Load `derive` when it is first asked for: a build in which no text is new has no use for the word lists."""
    if name != "derive":
        raise AttributeError(name)
    from build_site.derive import whole  # noqa: PLC0415 - see the docstring

    return whole.derive
