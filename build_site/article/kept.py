"""Articles of the last run: a seed whose files are the same is neither read nor checked nor assembled again.

Precondition: an article, and what is noticed about it, is a function of its seed's files, of what of the registers
`_Shown` does not leave out, of the owner's leave to publish, and of the program. All of these are in the key or in the
file's first line. What depends on other seeds is checked by `former_ids_clash`; seeds with errors are never kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from build_site.article.model import Article, Block
from build_site.fields.edtf import Edtf
from build_site.fields.kinds import Named
from build_site.fields.parts import Access, Correction, Redaction, Review
from build_site.fields.record import Record
from build_site.fields.rights import Rights
from build_site.fields.withdrawal import Withdrawal
from build_site.machine import disk
from build_site.machine.codec import Codec, as_line, names_of
from build_site.machine.lines import Lines, read_lines
from build_site.machine.program import fingerprint
from build_site.problem import Problem
from build_site.registers.model import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from build_site.registers.model import Registers
    from build_site.seed.folder import SeedFiles

PATH = ".press-archive/articles"
"""Where they stand in an archive. They hold texts and names held back, and are never published."""
_LIBRARIES = ("markdown-it-py", "python-frontmatter", "pyyaml")
_NAMES: dict[str, object] = {
    kind.__name__: kind
    for kind in (Access, Correction, Edtf, Named, Record, Redaction, Review, Rights, Topic, Withdrawal)
} | {"dt": dt, "Sequence": tuple}
_DESCRIBED = ("title", "source", "published", "not_before", "language", "topics", "people")
_ONLY_SHOWN = frozenset({"note", "wikidata", "scope", "iptc"})
"""Values of a register's entries that no article is made from; pages and data take them from the register."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for an article: it is another one where the article is."""

    whole: str
    """For all of the article."""
    card: str
    """For what others may show of it: neither its text nor the evidence for its values."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article of this run or the last one."""

    article: Article
    """The article, before any edition is chosen."""
    notices: tuple[Problem, ...]
    """What was noticed about its seed."""
    description: str
    """Key of the description of its text; empty where no text is held."""
    mark: Mark
    """What stands for the article."""


class KeptArticles:
    """Articles of the last run, and those that this run makes."""

    def __init__(self, lines: Lines, registers: Registers) -> None:
        self._lines = lines
        self._made: dict[str, Known] = {}
        self._articles = Codec(Article, _NAMES, {Topic: (lambda topic: topic.id, registers.topics.__getitem__)})

    def get(self, key: str) -> Known | None:
        """Return what is known of a seed's files (`seed_key`); None where there is nothing that can be trusted."""
        line = self._lines.get(key)
        try:
            return self._read(line) if line is not None else None
        except ValueError:
            self._lines.leave(key)
            return None

    def put(self, key: str, article: Article, notices: tuple[Problem, ...], description: str) -> None:
        """Keep an article with what was noticed about its seed."""
        values = self._articles.plain(replace(article, blocks=()))
        written = as_line(values).encode()
        blocks = _BLOCKS.encode(tuple(article.blocks)).encode()
        mark = Mark(_digest(written, blocks), _digest(as_line(_card(values)).encode()))
        # JSON holds no tabs and no line ends.
        parts = (description.encode(), mark.card.encode(), _NOTICES.encode(notices).encode(), written, blocks)
        self._lines.put(key, b"\t".join(parts))
        self._made[key] = Known(article, notices, description, mark)

    def line(self, key: str) -> bytes:
        """Write down what was put under a key, for `add` in another process."""
        return self._lines.used(key)

    def add(self, key: str, line: bytes) -> Known:
        """Keep what `line` wrote, and give what it stands for. Read only where another process put it."""
        if key not in self._made:
            self._lines.put(key, line)
            self._made[key] = self._read(line)
        return self._made[key]

    def keep(self, root: Path) -> None:
        """Write the archive's file, if it changed."""
        self._lines.keep(root / PATH)

    def _read(self, line: bytes) -> Known:
        """Read what was put. Raises `ValueError` where it is anything else."""
        description, card, notices, article, blocks = line.split(b"\t")
        mark = Mark(_digest(article, blocks), card.decode())
        found = replace(self._articles.decode(article), blocks=_Unread(blocks))
        return Known(found, _NOTICES.decode(notices), description.decode(), mark)


class _Unread(Sequence[Block]):
    """The blocks of a text as they were written; they are read when somebody asks for them, which most runs do not.

    Precondition: they are what was written, which the checksum of their line says.
    """

    def __init__(self, line: bytes) -> None:
        self._line = line

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return _BLOCKS.decode(self._line)

    @property
    def texts(self) -> list[str]:
        """The texts of the blocks; nothing else of them is read."""
        return [values[_TEXT] for values in json.loads(self._line)]

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - a block, or several
        return self._blocks[place]

    def __len__(self) -> int:
        return len(self._blocks)

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks)

    def __eq__(self, other: object) -> bool:
        return self._blocks == (other._blocks if isinstance(other, _Unread) else other)

    def __hash__(self) -> int:
        return hash(self._blocks)


_BLOCKS: Codec[tuple[Block, ...]] = Codec(tuple[Block, ...])
_TEXT = names_of(Block).index("text")
_NOTICES: Codec[tuple[Problem, ...]] = Codec(tuple[Problem, ...])


def shown_text(article: Article) -> str:
    """Give the text that the article's page shows, a block a line."""
    blocks = article.blocks
    return "\n".join(blocks.texts if isinstance(blocks, _Unread) else [block.text for block in blocks])


def open_articles(root: Path, registers: Registers, *, leave: bool) -> KeptArticles:
    """Read the archive's file; where there is none, or one of another program or other registers, it is empty."""
    return KeptArticles(read_lines(root / PATH, _made_by(registers, leave=leave)), registers)


def seed_key(root: Path, files: SeedFiles, digests: Mapping[str, str]) -> str:
    """Stand for the files of a seed: their names and bytes. `digests` are SHA-256 of files, by path, where known."""
    said = [
        f"{path} {digests.get(path) or hashlib.sha256(disk.read(f'{root}/{path}')).hexdigest()}\n"
        for path in (files.text, files.record)
        if path
    ]
    return hashlib.sha256("".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def former_ids_clash(articles: Iterable[Article]) -> bool:
    """Tell whether a former id is the id of an article, or of two articles, which `check_former_ids` then reports."""
    found = tuple(articles)
    owners = {article.id.lower(): article.id for article in found}
    return any(
        former == article.id or owners.setdefault(former.lower(), article.id) != article.id
        for article in found
        for former in article.record.formerly
    )


def _card(values: list[Any]) -> list[Any]:
    """Leave the evidence out of the values of an article: of each `Described`, value and origin stay."""
    named = dict(zip(names_of(Article), values, strict=True))
    return list((named | {name: named[name][:2] for name in _DESCRIBED} | {"held_back": 0}).values())


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\t".join(parts)).hexdigest()


def _made_by(registers: Registers, *, leave: bool) -> str:
    known = [
        repr([_made_from(entry) for entry in entries.values()])
        for entries in (registers.people, registers.topics, registers.sources)
    ]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    said = "\n".join([fingerprint(), repr(leave), *libraries, *known, repr(registers.not_people)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _made_from(entry: Any) -> list[object]:  # noqa: ANN401 - an entry of one of the registers
    names = [field.name for field in fields(entry) if field.compare and field.name not in _ONLY_SHOWN]
    return [getattr(entry, name) for name in names]
