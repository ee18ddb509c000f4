"""Characters that do not belong in a text: which are refused, which are left out, and which are only reported.

Sources: Unicode Standard 16, chapter 23 (noncharacters, format characters, tags); Unicode TR 36 and TR 39 (security);
Unicode TR 51 (the three flags that are written with tags).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

# Flags of England, Scotland and Wales: the only use of tag characters that shows anything.
_FLAG = "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
_FLAGS = f"(?P<flag>{_FLAG}|\U000e0077\U000e006c\U000e0073)\U000e007f)"
_PLANE_ENDS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_COMBINING_RUN = 10
RARE = re.compile("[^\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00c1\u00c4-\u00e1\u00e3-\u024f–—‘’“”…€]")
"""Every sign but those of which most files consist: in those no rule finds anything, and NFC leaves them alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A class of characters and what is done about them."""

    one: str
    """What one of them is called."""
    many: str
    """What several of them are called."""
    pattern: re.Pattern[str]
    """Finds them; a match that holds the group `flag` is none."""
    hint: str
    """What to do."""


REFUSED = (
    Rule(
        "character that turns the direction of writing",
        "characters that turn the direction of writing",
        re.compile("[\u202d\u202e]"),
        "remove it: what is read would not be what is written",
    ),
)
"""An error each."""

REMOVED = (
    Rule(
        "control character",
        "control characters",
        re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]"),
        "remove them from the file; they show nothing and can hide something",
    ),
    Rule(
        "mark of writing direction",
        "marks of writing direction",
        re.compile("[\u202a-\u202c\u2066-\u2069\u206a-\u206f]"),
        "remove them from the file; browsers find the direction themselves",
    ),
    Rule(
        "tag character",
        "tag characters",
        re.compile(f"{_FLAGS}|[\U000e0000-\U000e007f]"),
        "remove them from the file; they show nothing and can carry hidden words",
    ),
    Rule(
        "noncharacter",
        "noncharacters",
        re.compile(f"[\ufdd0-\ufdef\ufff9-\ufffb{_PLANE_ENDS}]"),
        "remove them from the file; they mean nothing outside of a program",
    ),
    Rule(
        "byte order mark",
        "byte order marks",
        re.compile("\ufeff"),
        "remove them from the file; one may stand at its very beginning, and nowhere else",
    ),
    Rule(
        "soft hyphen",
        "soft hyphens",
        re.compile("\u00ad"),
        "remove them from the file; a search does not find words that hold one",
    ),
)
"""Left out of the text, with a notice."""

REPORTED = (
    Rule(
        "run of invisible characters",
        "runs of invisible characters",
        re.compile("[\u200b-\u200f\u2060-\u2064\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"),
        "remove it, unless the script needs it",
    ),
    Rule(
        "word that mixes Latin with Greek or Cyrillic letters",
        "words that mix Latin with Greek or Cyrillic letters",
        re.compile(
            "[^\\W\\d_]*(?:[A-Za-z\u00c0-\u024f][\u0370-\u03a8\u03aa-\u03bb\u03bd-\u03ff\u0400-\u052f]"
            "|[\u0370-\u03a8\u03aa-\u03bb\u03bd-\u03ff\u0400-\u052f][A-Za-z\u00c0-\u024f])[^\\W\\d_]*"
        ),
        "type the word anew: letters that look alike are not found by a search",
    ),
    Rule(
        "place where the encoding was lost",
        "places where the encoding was lost",
        re.compile(
            "â€[\u0080-\u024f\u2010-\u2122]?|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|\ufffd"
        ),
        "copy the text again and save it as UTF-8",
    ),
    Rule(
        "private character",
        "private characters",
        re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
        "replace it: no font shows it",
    ),
)
"""Kept, with a notice."""

SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u00c2\u00c3\u00e2\u034f\u0370-\u03ff\u0400-\u052f\u115f\u1160"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff"
    "\U0001fffe\U0001ffff\U0002fffe-\U0010ffff]"
)
"""Signs without which no rule of this module but that of accents finds anything; most texts hold none."""


def refused(text: str, path: str) -> Iterator[Problem]:
    """Find what is refused: turned writing direction, and letters buried under accents (which also cost time)."""
    for rule in REFUSED if SUSPECT.search(text) else ():
        yield from _one(rule, text, path, "found", Severity.ERROR)
    for match in re.finditer(f"[^\\w\\s\x00-\u02ff]{{{_COMBINING_RUN + 1},}}", text):
        run = list(map(unicodedata.combining, match.group()))
        if any(all(run[i : i + _COMBINING_RUN + 1]) for i in range(len(run) - _COMBINING_RUN)):
            message = f"more than {_COMBINING_RUN} accents stand on one letter"
            yield Problem(_at(text, match.start(), path), message, "remove them: they cover the lines above and below")
            return


def without_removed(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Leave out what is removed by rule; one notice a class says how many, and where the first stood."""
    if not SUSPECT.search(text):
        return text, ()
    notices: list[Problem] = []
    for rule in REMOVED:
        notices += _one(rule, text, path, "left out", Severity.NOTICE)
    for rule in REMOVED:
        text = rule.pattern.sub(lambda match: match.groupdict().get("flag") or "", text)
    return text, tuple(notices)


def reported(text: str, path: str) -> Iterator[Problem]:
    """Find what is kept and reported."""
    if not SUSPECT.search(text):
        return
    for rule in REPORTED:
        yield from _one(rule, text, path, "found", Severity.NOTICE)


def hidden(text: str) -> str:
    """Name the first character that may not stand in a value, for example `U+202E`; empty where there is none."""
    if not SUSPECT.search(text):
        return ""
    found = (next(_matches(rule, text), None) for rule in (*REFUSED, *REMOVED))
    return next((f"U+{ord(match.group()[0]):04X}" for match in found if match), "")


def _one(rule: Rule, text: str, path: str, done: str, severity: Severity) -> list[Problem]:
    """One problem a class: how many, and where the first of them stands."""
    found = list(_matches(rule, text))
    if not found:
        return []
    first = found[0]
    noun = f"{rule.one} was" if len(found) == 1 else f"{rule.many} were"
    message = f"{len(found)} {noun} {done}, the first U+{ord(first.group()[0]):04X}"
    return [Problem(_at(text, first.start(), path), message, rule.hint, severity=severity)]


def _matches(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    return (match for match in rule.pattern.finditer(text) if not match.groupdict().get("flag"))


def _at(text: str, offset: int, path: str) -> Position:
    line = text.count("\n", 0, offset) + 1
    return Position(path, line, offset - text.rfind("\n", 0, offset))
