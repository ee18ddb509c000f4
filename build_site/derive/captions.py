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
    r"pictured (?:is|are|here)\b"
    r"|(?:pictured(?: (?:above|below|left|right))?|caption|image caption|photo caption|picture|photo|photograph|image|"
    r"(?:above|below|left|right|inset|top|bottom|main (?:picture|image)|cover (?:picture|image)))\s*[:,]"
    r"\s*(?!(?:we|you|i|our)\b)\S"
    r"|(?:(?:image copyright|media playback)\b.{1,120}?\s)?(?:image|media) caption,?\s+\S"
    r"|facebook twitter pinterest\s+\S|play video \d+:\d\d\s+\S"
    r"|(?:file|stock|library|handout) (?:photo|picture|image)\b|picture posed by",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:facebook twitter pinterest\s+"
    r"|(?:(?:image copyright|media playback)\b.{1,120}?\s)?(?:image|media) caption,?\s+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[.!?…][\"”’')]*\s+Pictured\s?[:,]\s")
"""How the end of a caption begins that says first what the text says: `… in May. Pictured: the harbour`."""
_PICTURED = re.compile(r"\bpictured\b", re.IGNORECASE)
_TOPIC = re.compile(r"\s*['‘“\"]?[A-Z][^.:!?\d]{0,38}['’”\"]?[:!]\s+(?=[^\s'‘“\"])")
"""How a magazine's captions begin: `Out and about: Ada Fenwick left …`, `Afloat! The ferry …`; what goes on with a
quotation (`Ada Fenwick wrote: “…`) may be the story."""
_TAIL = re.compile(r"[.,]?\s+pictured\b.*$|\s*\([^()]*\bpictured\b[^()]*\)\s*$", re.IGNORECASE)
LONGEST = 400
"""Characters of the longest caption; a longer paragraph with a credit behind it is a box of its page."""
_MOST_WORDS = 5
_HEADINGS = "a after an at before by for from how in inside on outside the what when where who why"
_NO_FIRST = frozenset(_HEADINGS.split())
"""Words with which a heading begins, and no name."""


def is_caption(bare: str, *, terminated: bool) -> bool:
    """Whether a line says itself that it stands under a picture; a full sentence does so only behind a label."""
    if len(bare) > LONGEST:
        return False
    if _LABEL.match(bare) or (not terminated and _MARK.search(bare)):
        return True
    return "Pictured" in bare and bool(_BEHIND.search(bare))


def shows(bare: str) -> bool:
    """Whether a line without a full stop says that somebody or something is pictured; a headline may, too."""
    return "ictured" in bare and len(bare) <= LONGEST and bool(_PICTURED.search(bare))


def label_end(content: str) -> int:
    """Return where a caption begins behind a website's label, and the credit before it; 0 where there is no label."""
    label = _OPENING.match(content)
    return label.end() if label else 0


def said_of_picture(content: str) -> str:
    """Return what a caption says, without the words before a colon and what follows "pictured"."""
    said = content[topic_end(content) :]
    return _TAIL.sub("", said) if "ictured" in said else said


def topic_end(content: str) -> int:
    """Return where the words before a colon end with which a magazine's captions begin; 0 where there are none."""
    topic = _TOPIC.match(content)
    return topic.end() if topic else 0


def has_mark(content: str) -> bool:
    """Whether a line holds "(pictured)" or the like."""
    return bool(_MARK.search(content[:LONGEST]))


def is_bare_name(bare: str) -> bool:
    """Whether nothing but a name stands on a line: up to five capitalised words without a closing full stop."""
    parts = bare.split()
    if not 1 < len(parts) <= _MOST_WORDS or bare[-1] in ".!?:;," or parts[0].lower() in _NO_FIRST:
        return False
    capitals = all(part[0].isupper() or part.lower() in PARTICLES for part in parts)
    return is_name(bare) or (capitals and not any(sign.isdigit() for sign in bare))
