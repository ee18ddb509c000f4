"""The whole way, from `seeds/` to a catalog and its pages: this module reads as the map of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.article.assemble import assemble, supplied_title
from build_site.article.edition import shown_in
from build_site.article.given import given
from build_site.article.markdown_words import words_of
from build_site.article.names_checked import check_names
from build_site.article.publishing import publishing_problems
from build_site.article.redact import redact
from build_site.article.unlisted import without_unlisted
from build_site.article.validate import check_former_ids, validate
from build_site.catalog.build import build_catalog
from build_site.describe.many import Asked, describe_kept
from build_site.describe.store import open_store
from build_site.machine.progress import measured
from build_site.problem import Problem, ProblemsError, Severity, with_source_lines
from build_site.registers.load import load_registers
from build_site.registers.lookup import Lookup
from build_site.seed.read import Reader
from build_site.site.config import may_publish_in_copyright

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from build_site.article.model import Article, Edition
    from build_site.catalog.model import Catalog
    from build_site.derive.model import Description
    from build_site.describe.store import Store
    from build_site.fields.record import Record
    from build_site.problem import Gathering
    from build_site.registers.model import Registers
    from build_site.seed.model import Seed
    from build_site.seed.text import Text


@dataclass(frozen=True, slots=True)
class Examined:
    """What could be read of an archive, whether or not all of it is right."""

    seeds: tuple[Seed, ...]
    """All seeds whose files could be read."""
    articles: tuple[Article, ...]
    """Articles of the seeds that are right."""
    registers: Registers
    """The controlled vocabularies; entries that are wrong are missing."""
    lines: dict[str, list[str]]
    """Lines of every file that was read, by path."""
    problems: tuple[Problem, ...]
    """Everything that was found, errors and notices."""
    texts: dict[str, Text]
    """Texts by id of the article, without what is redacted."""
    store: Store
    """What was derived from them. It holds names held back: for the archive's own disk, and for who runs `describe`."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A valid archive."""

    articles: tuple[Article, ...]
    """All articles, before any edition is chosen."""
    registers: Registers
    """The controlled vocabularies."""
    notices: tuple[Problem, ...]
    """What was noticed and does not stop the run."""


def load(root: Path, *, keep: bool = False) -> Loaded:
    """Read and validate everything; raises every problem of every file in one `ProblemsError`.

    With `keep`, what was derived is kept in the archive's store, so that the next run derives only what changed.
    """
    found = examine(root)
    if any(item.severity is Severity.ERROR for item in found.problems):
        raise ProblemsError(found.problems)
    if keep:
        found.store.keep(root)
    return Loaded(found.articles, found.registers, found.problems)


def examine(root: Path) -> Examined:
    """Read and validate everything; every problem of every file is in the result."""
    reader = Reader(root)
    problems = reader.problems
    with measured("reading"):
        archive = reader.read()
    checked: list[tuple[Seed, Record]] = []
    with measured("checking"):
        registers = load_registers(archive.registers, problems)
        lookup = Lookup(registers)
        leave = may_publish_in_copyright(root)
        for seed in archive.seeds:
            with problems.step():
                checked.append(_checked(seed, registers, lookup, problems, leave=leave))
    texts = {seed.id: seed.text for seed, _ in checked if seed.text}
    with measured("deriving"):
        store = open_store(root, registers)
        asked = {seed.id: Asked(words_of(seed.text), given(record)) for seed, record in checked if seed.text}
        found = describe_kept(asked, registers, store)
    articles = []
    with measured("articles"):
        for seed, record in checked:
            with problems.step():
                articles.append(_article(seed, record, registers, lookup, found.get(seed.id)))
        with problems.step():
            check_former_ids(archive.seeds)
    shown = with_source_lines(problems.found, archive.lines)
    return Examined(archive.seeds, tuple(articles), registers, archive.lines, shown, texts, store)


def choose(loaded: Loaded, edition: Edition, today: dt.date, *, drafts: bool = False) -> Catalog:
    """Reduce the articles to what the edition may show, and put them in order; drafts only where they are asked for."""
    wanted = tuple(article for article in loaded.articles if drafts or not article.record.draft)
    return build_catalog(shown_in(wanted, edition, today), loaded.registers, edition)


def _checked(
    seed: Seed, registers: Registers, lookup: Lookup, problems: Gathering, *, leave: bool
) -> tuple[Seed, Record]:
    record = validate(seed, lookup)
    seed = redact(seed, record.redactions)
    problems.found.extend(publishing_problems(seed, record, registers, leave=leave))
    return seed, record


def _article(seed: Seed, record: Record, registers: Registers, lookup: Lookup, found: Description | None) -> Article:
    check_names(seed, record, found)
    article = assemble(seed, record, registers, lookup, found)
    return without_unlisted(article, registers, supplied_title(seed.id), found)
