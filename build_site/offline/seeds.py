"""The seeds that a copy holds: as they are in the full edition; in the public one, only what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.article.model import Edition
from build_site.article.unlisted import names_in
from build_site.fields.parts import Access
from build_site.offline.record import record_file
from build_site.offline.registers import public_registers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog
    from build_site.registers.model import Registers
    from build_site.seed.model import Seed
    from build_site.seed.text import Text

FOLDER = "seeds"
"""Folder of the seeds, in an archive and in the payload of a copy."""
_REGISTERS = tuple(f"{FOLDER}/registers/{name}.yml" for name in ("people", "topics", "sources"))


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an archive holds, from which a copy takes what its edition may have."""

    seeds: Sequence[Seed]
    """All seeds."""
    texts: Mapping[str, Text]
    """Texts by id of the article, without what is redacted."""
    registers: Registers
    """The controlled vocabularies."""
    files: frozenset[str]
    """POSIX paths of the files in the archive's `seeds/`, relative to the archive's root."""
    read: Callable[[str], bytes]
    """Gives the bytes of one of them."""


def seed_files(catalog: Catalog, holdings: Holdings) -> dict[str, bytes]:
    """Make the seeds of one edition, by path (`seeds/…`).

    Only articles of the catalog are in it. No edition holds a text that was withdrawn or a passage that was redacted.
    The full edition has the registers as they are: without those who are unlisted, a build from this copy would list
    them.
    """
    if catalog.edition is Edition.FULL:
        files = {path: holdings.read(path) for path in _REGISTERS if path in holdings.files}
    else:
        made = public_registers(catalog, holdings.registers)
        files = {f"{FOLDER}/registers/{name}": data for name, data in made.items()}
    seeds = {seed.id: seed for seed in holdings.seeds}
    for article in (*catalog.articles, *catalog.withdrawn):
        files |= _of_article(article, seeds[article.id], catalog.edition, holdings)
    return files


def _of_article(article: Article, seed: Seed, edition: Edition, holdings: Holdings) -> dict[str, bytes]:
    masked = bool(article.record.redactions) and seed.text is not None
    if edition is Edition.FULL and not masked and article.access is not Access.WITHDRAWN:
        paths = {seed.path, *([seed.text.path] if seed.text else [])}
        return {path: holdings.read(path) for path in sorted(paths)}
    text = holdings.texts.get(article.id) if article.held else None
    freeze = edition is Edition.PUBLIC and text is not None and bool(names_in(text.content, holdings.registers))
    record = record_file(article, freeze=freeze, masked=masked and text is not None)
    return _written(article, seed, record, text, holdings)


def _written(article: Article, seed: Seed, record: bytes, text: Text | None, holdings: Holdings) -> dict[str, bytes]:
    if text is None:
        return {f"{FOLDER}/{article.id}.yml": record}
    if seed.markdown:
        # The digest of the record is that of the file as received, which had another front matter.
        kept = b"".join(line for line in record.splitlines(keepends=True) if not line.startswith(b"text_sha256:"))
        return {text.path: b"---\n" + kept + b"---\n\n" + text.content.lstrip("\n").encode()}
    body = text.content.encode() if article.record.redactions else holdings.read(text.path)
    return {f"{FOLDER}/{article.id}.yml": record, text.path: body}
