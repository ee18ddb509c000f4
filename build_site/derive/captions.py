"""Picture captions: with a credit, with "(pictured)", under a label, or a bare name beside one of these."""

from __future__ import annotations

import re

from build_site.derive.credit_names import PARTICLES, is_name

_MARK = re.compile(
    r"\((?:[^()]{0,30}\s)?(?:pictured|(?:far |top |bottom |above |centre |second )?(?:left|right|centre|above|below)|"
    r"(?:file|stock|library|archive|generic|handout) (?:photo|picture|image|pic)|inset|l-r|from left)\b[^()]{0,40}\)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:pictured(?: (?:above|below|left|right))?|caption|image caption|photo caption|picture|photo|photograph|image|"
    r"(?:above|below|left|right|inset|top|bottom|main (?:picture|image)|cover (?:picture|image)))\s*[:,]\s*\S"
    r"|(?:(?:image|media) caption,?|facebook twitter pinterest)\s+\S"
    r"|(?:file|stock|library|handout) (?:photo|picture|image)\b|picture posed by",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:facebook twitter pinterest\s+"
    r"|(?:(?:image copyright|media playback)\b.{1,120}?\s)?(?:image|media) caption,?\s+)",
    re.IGNORECASE,
)
_LONGEST = 400
_MOST_WORDS = 5


def is_caption(bare: str, *, terminated: bool) -> bool:
    """Whether a line says itself that it stands under a picture; a full sentence does so only behind a label."""
    if len(bare) > _LONGEST:
        return False
    return bool(_LABEL.match(bare)) or (not terminated and bool(_MARK.search(bare)))


def label_end(content: str) -> int:
    """Return where a caption begins behind a website's label, and the credit before it; 0 where there is no label."""
    label = _OPENING.match(content)
    return label.end() if label else 0


def has_mark(content: str) -> bool:
    """Whether a line holds "(pictured)" or the like."""
    return bool(_MARK.search(content[:_LONGEST]))


def is_bare_name(bare: str) -> bool:
    """Whether nothing but a name stands on a line: up to five capitalised words without a closing full stop."""
    parts = bare.split()
    if not 1 < len(parts) <= _MOST_WORDS or bare[-1] in ".!?:;,":
        return False
    capitals = all(part[0].isupper() or part.lower() in PARTICLES for part in parts)
    return is_name(bare) or (capitals and not any(sign.isdigit() for sign in bare))
