"""The whole way, from `seeds/` to a catalog and its pages: this module reads as the map of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.article.assemble import assemble, supplied_title
from build_site.article.edition import shown_in
from build_site.article.publishing import publishing_problems
from build_site.article.redact import redact
from build_site.article.unlisted import without_unlisted
from build_site.article.validate import check_former_ids, validate
from build_site.catalog.build import build_catalog
from build_site.derive import derive
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
    from build_site.problem import Gathering
    from build_site.registers.model import Registers
    from build_site.seed.model import Seed


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


@dataclass(frozen=True, slots=True)
class Loaded:
    """A valid archive."""

    articles: tuple[Article, ...]
    """All articles, before any edition is chosen."""
    registers: Registers
    """The controlled vocabularies."""
    notices: tuple[Problem, ...]
    """What was noticed and does not stop the run."""


def load(root: Path) -> Loaded:
    """Read and validate everything; raises every problem of every file in one `ProblemsError`."""
    found = examine(root)
    if any(item.severity is Severity.ERROR for item in found.problems):
        raise ProblemsError(found.problems)
    return Loaded(found.articles, found.registers, found.problems)


def examine(root: Path) -> Examined:
    """Read and validate everything; every problem of every file is in the result."""
    reader = Reader(root)
    archive = reader.read()
    problems = reader.problems
    registers = load_registers(archive.registers, problems)
    lookup = Lookup(registers)
    leave = may_publish_in_copyright(root)
    articles = []
    for seed in archive.seeds:
        with problems.step():
            articles.append(_article(seed, registers, lookup, problems, leave=leave))
    with problems.step():
        check_former_ids(archive.seeds)
    shown = with_source_lines(problems.found, archive.lines)
    return Examined(archive.seeds, tuple(articles), registers, archive.lines, shown)


def choose(loaded: Loaded, edition: Edition, today: dt.date, *, drafts: bool = False) -> Catalog:
    """Reduce the articles to what the edition may show, and put them in order; drafts only where they are asked for."""
    wanted = tuple(article for article in loaded.articles if drafts or not article.record.draft)
    return build_catalog(shown_in(wanted, edition, today), loaded.registers, edition)


def _article(seed: Seed, registers: Registers, lookup: Lookup, problems: Gathering, *, leave: bool) -> Article:
    record = validate(seed, lookup)
    seed = redact(seed, record.redactions)
    problems.found.extend(publishing_problems(seed, record, registers, leave=leave))
    found = derive(seed.text, registers) if seed.text else None
    article = assemble(seed, record, registers, lookup, found)
    return without_unlisted(article, registers, supplied_title(seed.id))
