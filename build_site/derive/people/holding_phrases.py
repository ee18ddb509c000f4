"""Where what a text says of a person begins, and what ends it: shared by the rules that hold names back."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_CHILDREN = parse("former ex ex- fellow golden poster bad party local it pin-up old")
"""Words before a word for a child with which it means none: `former pupil`, `golden girl`."""
DETERMINERS = parse("the a an another his her their our my one this that")
ENDS_PHRASE = parse(
    """for of to with by from who whose that and on in at against about than representing helping supporting or as
    said says told but when where which"""
)
"""Words that end a noun phrase before its noun: what follows them is somebody else, `a lawyer for the victim`."""
BEING = parse("is was were became become been being")
PERFECT = parse("has had have also himself herself may might could must")
"""Words before `been`: `could have been a victim`."""


def phrase_start(after: Sequence[str]) -> int:
    """Return where a phrase about the bearer begins: behind a comma, `who was`, or `was`; -1 if none does."""
    index = 0
    if after[:1] == [","] or after[:1] in (["–"], ["—"], ["("]):
        index = 1
    if after[index : index + 1] == ["who"]:
        index += 1
    while after[index : index + 1] and after[index] in PERFECT:
        index += 1
    if after[index : index + 1] and after[index] in BEING:
        return index + 1
    return index if index == 1 and after[0] in {",", "–", "—", "("} else -1


def predicate(after: Sequence[str]) -> list[str]:
    """Return what is said of the bearer, up to the end of the sentence, without a dash or `, who has` in front."""
    words = list(takewhile(lambda word: word not in {".", ";", "!", "?"}, after))
    words = words[1:] if words[:1] in (["-"], ["–"], ["—"]) else words
    words = words[1:] if words[:1] == [","] and words[1:2] == ["who"] else words
    while words and words[0] in {"who", "has", "had", "have", "also", "then", "later"}:
        words = words[1:]
    return words
