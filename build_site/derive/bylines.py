"""By-lines and agency tails: who wrote, reported or edited a text, in the forms in which newspapers print it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_site.derive.credit_names import JOBS, NO_NAMES, is_name, names_in

LONGEST = 160
"""Characters of the longest line that can be a by-line."""
_MADE_WINDOW = 60
TAIL_WINDOW = 800
"""Characters at the end of a line in which an agency tail is looked for."""

_BY = re.compile(
    r"\s*(?:(?:exclusive|analysis|blog|review(?:ed)?|interview(?:ed)?|opinion|comment|words|words and pictures|text|"
    r"story|report(?:ed|ing)?|written|compiled|additional reporting|author|reporter|journalist|writer)"
    r"\s*(?:by\b|:\s*by\b|:|[–—-]\s)|at the scene\s*:|edited by\b|by\b)\s*:?\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*(?:this|the)\s+(?:article|story|report|piece|interview)\s+was\s+(?:\w+\s+)?"
    r"(?:written|reported|compiled|researched|produced)\s+by\s+|\s*(?:read\s+)?more\s+from\s+(?:sir\s+|dame\s+)?|\s*(?:contact|e-?mail)\s+(?=[^@]{3,60}\s\S+@\S+\.?$)",
    re.IGNORECASE,
)
"""How a sentence begins that is a by-line as a whole: `This article was written by …`, `Contact … at a@b.example`,
`More from …`."""
_TAIL_START = re.compile(
    r"\(?\s*\b(?:additional\s+)?(?:reporting|writing|editing|compiled|edited|reported)\b", re.IGNORECASE
)
_TAIL_PART = re.compile(
    r"\s*\(?\s*(?:(?:additional|further)\s+)?(?:reporting|writing|editing|compiled|compiling|edited|reported|written)"
    r"(?:\s+and\s+\w+)?\s+by\s*:?\s+",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s*(?:(?:additional|further|original)\s+)?"
    r"(?:(?P<pictures>illustrations?|graphics?|photography|photographs|pictures)|"
    r"research|design|production|translation|data analysis|reporting|editing)\s+by\s+"
    r"(?P<names>[^.;]{3,80})[.;]?(?=\s|$)",
    re.IGNORECASE,
)
"""A sentence of a page's last lines: `Illustrations by Ada Fenwick.`, `Additional research by Bo Lund.`"""
_CONTRIBUTED = re.compile(
    r"\s+(?:also\s+)?contributed\s+(?:(?:additional|further)\s+)?(?:report(?:ing|s)|to\s+this\s+\w+)\.?$"
)
"""How a note on who else reported ends: `Ada Fenwick contributed additional reporting`."""
_WORKED = re.compile(r"\s*(?:he|she|they) worked on this \w+ with\b\s*:?\s*(?:professor\s+|dr\s+)?", re.IGNORECASE)
"""How a note on an author's colleagues begins: `She worked on this piece with: …`."""
_JOB = re.compile(
    r"(?:(?:the|our)\s+)?(?:[\w'’&-]+\s+){1,5}?(?:correspondent|editor|reporter|writer|columnist|critic|producer)s?,?\s+"
    r"(?=[A-Z])|(?:the\s+)?BBC[’']s\s+(?=[A-Z])",
    re.IGNORECASE,
)
_BROADCASTER = re.compile(
    r"(?P<name>[^,]{3,40}), (?:(?:BBC|ITV|Sky|Channel 4)\b[\w' ]{0,60}\b(?:correspondent|editor|reporter|analyst|news)"
    r"|BBC (?:Arabic|Hindi|Mundo|Persian|Russian|Turkish|Ukrainian|Urdu|World Service)"
    r"|(?:[\w'’&-]+ ){1,4}(?:correspondent|editor|reporter))(?:(?:,| in| at) [^,]{2,40})?$",
    re.IGNORECASE,
)
"""A by-line in the middle of a page: `Ada Fenwick, BBC harbour correspondent, Northport`, `Bo Lund, ferries editor`."""
_THEN_JOB = re.compile(
    r"(?P<name>\S+ \S+) (?:[A-Z][\w'’&-]* ){0,3}(?:Editor|Correspondent|Reporter|Columnist|Critic|Writer)\b"
)
"""What follows `By` where no comma stands before the job: `Ada Fenwick Ferries Editor for The Echo`."""
_SEVERAL = re.compile(r"s,?\s+$")
_MOST_JOB_WORDS = 5


@dataclass(frozen=True, slots=True)
class Byline:
    """A line, or the end of one, that says who made the text."""

    start: int
    """First character that belongs to it."""
    end: int
    """One past its last character."""
    names: tuple[tuple[int, int], ...]
    """Spans of the names; empty where it names a desk or a job only."""


def byline(content: str, *, in_head: bool) -> Byline | None:
    """Return the by-line that a whole line is, or None; in the head a name with a job counts without "By".

    Behind `By` a job may stand before the name: `By BBC harbour correspondent Ada Fenwick`.
    """
    bare = content.rstrip()
    start = len(content) - len(content.lstrip())
    if worked := _WORKED.match(content):
        return Byline(start, len(bare), tuple(names_in(content, worked.end(), len(bare))))
    if len(bare) <= LONGEST and (contributed := names_before(content, 0, _CONTRIBUTED)):
        return contributed
    note = _NOTE.match(bare) if len(bare) <= LONGEST else None
    if len(bare) > LONGEST or (bare.endswith((".", "?", "!", ":")) and not note):
        return None
    opening = note or _BY.match(content)
    if opening:
        job = _JOB.match(content, opening.end(), len(bare))
        names = names_in(content, job.end() if job else opening.end(), len(bare))
        if job and not _SEVERAL.search(job.group()):
            # Behind the name of one correspondent a comma is followed by the place: `…, Tel Aviv`.
            names = names[:1]
        if not names and (found := _THEN_JOB.match(content, opening.end())) and is_name(found["name"]):
            names = [found.span("name")]
        is_one = bool(names) or (in_head and _is_desk(bare[opening.end() :]))
    else:
        names = _name_with_job(content, start, len(bare)) if in_head else []
        names = names or _broadcaster(content, start, len(bare))
        is_one = bool(names)
    return Byline(start, len(bare), tuple(names)) if is_one else None


def names_before(content: str, start: int, behind: re.Pattern[str]) -> Byline | None:
    """Read a line whose names stand from `start` on up to what matches: `Bo Lund contributed to this report`."""
    bare = content.rstrip()
    found = behind.search(bare, start)
    names = names_in(content, start, found.start()) if found else []
    is_whole = found and names and names[-1][1] == found.start()
    return Byline(len(content) - len(content.lstrip()), len(bare), tuple(names)) if is_whole else None


def _broadcaster(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Read `Ada Fenwick, BBC News, Northport`."""
    found = _BROADCASTER.match(content, start, end)
    return [found.span("name")] if found and is_name(found["name"]) else []


def _is_desk(phrase: str) -> bool:
    """Whether a phrase names a desk or a job: `Staff Reporter`, `Our Health Correspondent`, `Newsroom Staff`."""
    words = phrase.split()
    capitals = 0 < len(words) <= _MOST_JOB_WORDS and all(word[0].isupper() for word in words)
    return capitals and (words[-1].lower() in NO_NAMES or bool(JOBS.search(phrase)))


def _name_with_job(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Read `Ada Fenwick, Health Correspondent` and `Ada Fenwick Health Correspondent`."""
    if not JOBS.search(content[:end]):
        return []
    words = content[start:end].split()
    phrase = " ".join(words[:2])
    if len(words) <= _MOST_JOB_WORDS + 2 and phrase in content and is_name(phrase) and _is_desk(" ".join(words[2:])):
        return [(start, start + len(phrase))]
    return names_in(content, start, end)


def agency_tail(content: str) -> Byline | None:
    """Return the tail with which a line ends: `(Reporting by …; editing by …)`, or None.

    Behind a sentence and without brackets it must end with a name: `Written by Ada Fenwick, the book …` is none.
    """
    end = len(content.rstrip())
    if " by " in content[:_MADE_WINDOW] and (made := _made(content, end)):
        return made
    if " by" not in content[-TAIL_WINDOW:]:
        return None
    for found in _TAIL_START.finditer(content, max(0, end - TAIL_WINDOW), end):
        start = found.start()
        before = content[:start].rstrip()
        is_marked = not before or content[start] == "("
        if (is_marked or before[-1] in '.!?:;…”"') and _TAIL_PART.match(content, start, end):
            names = _tail_names(content, start, end)
            if names and (is_marked or names[-1][1] == len(content[:end].rstrip(" ."))):
                return Byline(start, end, tuple(names))
    return None


def _made(content: str, end: int) -> Byline | None:
    """Read a line of nothing but notes such as `Illustrations by Ada Fenwick. Additional research by Bo Lund.`.

    A note on pictures alone is a picture's credit.
    """
    at, names, is_text = 0, [], False
    while found := _MADE.match(content, at, end):
        start, stop = found.span("names")
        of = names_in(content, start, stop)
        if not of or of[-1][1] != stop:
            return None
        names += of
        is_text = is_text or not found["pictures"]
        at = found.end()
    start = len(content) - len(content.lstrip())
    return Byline(start, end, tuple(names)) if is_text and at == end else None


def _tail_names(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Read the names of every part of an agency tail."""
    names: list[tuple[int, int]] = []
    while start < end:
        stop = content.find(";", start, end)
        stop = end if stop < 0 else stop
        opening = _TAIL_PART.match(content, start, stop)
        if opening:
            names += names_in(content, opening.end(), len(content[:stop].rstrip(" .)")))
        start = stop + 1
    return names
