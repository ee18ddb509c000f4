"""Weighted phrases of the register of topics, and where they stand in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.registers.model import Topic

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BEGINNING = frozenset(".!?:;“‘\"'(–—|•*-")
"""Signs behind which a capital letter means nothing."""
_TITLE_WORDS = 30
"""Words of the longest line that can be a title."""
_TITLED = 0.6
"""Share of capitalised words from which a line is set like a title."""
_STEM = 3
"""Letters of a stem by which phrases that begin with `stem*` are looked up; a shorter stem is looked up whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase."""

    word: str
    """What must stand there; in lower case unless `capitals`."""
    capitals: bool
    """True: the letters must be capitals (`CPS`)."""
    open: bool
    """True: any ending may follow (`dredg*`)."""

    def fits(self, raw: str, word: str) -> bool:
        """Whether a word of a line, as it stands there and in lower case, is this one."""
        said = raw if self.capitals else word
        return said.startswith(self.word) if self.open else said == self.word


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A phrase that speaks for a topic. Equal to itself only, so that counting places is fast."""

    topic: str
    """Id of the topic."""
    weight: int
    """What it counts for, 1 (goes along with the subject) to 5 (one mention names it)."""
    parts: tuple[Part, ...]
    """Its words."""
    written: str
    """As the register has it."""
    common: bool
    """True for one word in lower case: capitalised inside a sentence it is part of a name (`Mr Trout`)."""
    second: str
    """How its second word begins, in lower case; empty for one word. Looked at first, because most fail there."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All phrases, by their first word. Equal to itself only, so that look-ups can be remembered."""

    whole: dict[str, tuple[Phrase, ...]]
    """Phrases by their first word in lower case."""
    stems: dict[str, tuple[Phrase, ...]]
    """Phrases whose first word has any ending, by its first letters in lower case."""


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a phrase stands."""

    phrase: Phrase
    """The phrase."""
    start: int
    """First character in the line, 0-based."""
    end: int
    """One past the last character."""
    weight: int
    """What the phrase counts for here: 1 at most where it looks like a part of a name."""


@lru_cache(maxsize=4)
def vocabulary(topics: tuple[Topic, ...]) -> Vocabulary:
    """Index the phrases of all topics."""
    whole: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    for topic in topics:
        for weight, written in topic.words:
            phrase = _phrase(topic.id, weight, written)
            first = phrase.parts[0]
            index, key = (stems, first.word[:_STEM]) if first.open else (whole, first.word)
            index.setdefault(key.lower(), []).append(phrase)
    return Vocabulary(*({key: tuple(of) for key, of in index.items()} for index in (whole, stems)))


def matches(content: str, vocabulary: Vocabulary) -> tuple[list[Match], int]:
    """Return the phrases that stand in a line, and its number of words.

    Hyphens part words, so that `honour-based` equals `honour based`; apostrophes and `'s` are dropped. At each place
    the longest phrase of a topic wins, and a topic's phrases do not overlap. A common word that is capitalised inside
    a sentence counts as a weak one: it may be a name. A line in which most words are capitalised is a headline.
    """
    tokens = list(_TOKEN.finditer(content))
    raws = [_shorn(token.group()) for token in tokens]
    words = [raw.replace("'", "").lower() for raw in raws]
    found: list[Match] = []
    reached: dict[str, int] = {}
    for at, (word, following) in enumerate(zip(words, [*words[1:], ""], strict=False)):
        for phrase in _starting(vocabulary, word):
            if not following.startswith(phrase.second) or at < reached.get(phrase.topic, 0):
                continue
            end = at + len(phrase.parts)
            if end <= len(words) and _stands(phrase, raws[at:end], words[at:end]):
                reached[phrase.topic] = end
                start = tokens[at].start()
                named = phrase.common and raws[at][0].isupper() and _is_inside(content, start) and not _is_titled(raws)
                found.append(Match(phrase, start, tokens[end - 1].end(), 1 if named else phrase.weight))
    return found, len(words)


def _is_titled(raws: list[str]) -> bool:
    """Whether a line is set like a title."""
    return len(raws) <= _TITLE_WORDS and sum(raw[0].isupper() for raw in raws) > len(raws) * _TITLED


def _is_inside(content: str, start: int) -> bool:
    """Whether a word stands inside a sentence and not at its beginning."""
    before = content[max(0, start - 4) : start].rstrip(" ")
    return bool(before) and before[-1] not in _BEGINNING


@lru_cache(maxsize=65536)
def _starting(vocabulary: Vocabulary, word: str) -> tuple[Phrase, ...]:
    """Return the phrases whose first word may be this one, longest first."""
    stems = (phrase for length in range(1, _STEM + 1) for phrase in _stemmed(vocabulary, word, length))
    found = [*vocabulary.whole.get(word, ()), *stems]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase.parts), -phrase.weight, phrase.topic, phrase.written)))


def _stemmed(vocabulary: Vocabulary, word: str, length: int) -> Iterator[Phrase]:
    """Yield the phrases whose first stem has the first letters of a word; stems shorter than that are keyed whole."""
    key = word[:length]
    if len(key) == length:
        for phrase in vocabulary.stems.get(key, ()):
            stem = phrase.parts[0].word.lower()
            if min(len(stem), _STEM) == length and word.startswith(stem):
                yield phrase


def _stands(phrase: Phrase, raws: list[str], words: list[str]) -> bool:
    """Whether every word of a phrase stands there."""
    return all(part.fits(raw, word) for part, raw, word in zip(phrase.parts, raws, words, strict=True))


def _shorn(raw: str) -> str:
    """Return a word without possessive ending, with straight apostrophes."""
    if raw.isalnum():
        return raw
    straight = raw.replace("’", "'")
    return straight[:-2] if straight.endswith(("'s", "'S")) else straight


def _phrase(topic: str, weight: int, written: str) -> Phrase:
    """Read a phrase as the register writes it."""
    parts = _parts(written)
    second = parts[1].word.lower() if len(parts) > 1 else ""
    return Phrase(topic, weight, parts, written, len(parts) == 1 and written.islower(), second)


def _parts(written: str) -> tuple[Part, ...]:
    """Read the words of a phrase."""
    parts = []
    for word in written.replace("-", " ").split():
        stem = word.rstrip("*")
        capitals = stem.isupper() and len(stem) > 1
        plain = _shorn(stem)
        parts.append(Part(plain if capitals else plain.replace("'", "").lower(), capitals, stem != word))
    return tuple(parts)
