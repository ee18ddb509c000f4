"""The whole way, from `seeds/` to a catalog and its pages: this module reads as the map of the program."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from build_site.article.assemble import assemble, supplied_title
from build_site.article.edition import shown_in
from build_site.article.given import given
from build_site.article.kept import former_ids_clash, open_articles, seed_key
from build_site.article.markdown_words import words_of
from build_site.article.names_checked import check_names
from build_site.article.publishing import publishing_problems
from build_site.article.redact import redact
from build_site.article.unlisted import without_unlisted
from build_site.article.validate import check_former_ids, validate
from build_site.catalog.build import build_catalog
from build_site.describe.many import Asked, describe_kept, load_rules
from build_site.describe.store import key as key_of
from build_site.describe.store import open_store
from build_site.machine import forks
from build_site.machine.progress import counter, measured
from build_site.problem import Problem, ProblemsError, Severity, with_source_lines
from build_site.registers.load import load_registers
from build_site.registers.lookup import Lookup
from build_site.seed.read import Reader
from build_site.site.config import may_publish_in_copyright

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from build_site.article.kept import KeptArticles, Mark
    from build_site.article.model import Article, Edition
    from build_site.catalog.model import Catalog
    from build_site.derive.model import Description
    from build_site.describe.store import Store
    from build_site.fields.record import Record
    from build_site.problem import Gathering
    from build_site.registers.model import Registers
    from build_site.seed.folder import SeedFiles
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
    """What was noticed and does not stop the run, by file and line."""
    marks: dict[str, Mark] = field(default_factory=dict)
    """What stands for each article, by its id; empty where nothing is kept."""


def load(root: Path) -> Loaded:
    """Read and validate everything; raises every problem of every file in one `ProblemsError`."""
    found = examine(root)
    if _has_errors(found.problems):
        raise ProblemsError(found.problems)
    return Loaded(found.articles, found.registers, _sorted(found.problems))


def load_kept(root: Path, digests: Mapping[str, str] | None = None) -> Loaded:
    """Do what `load` does, and keep what came out: only seeds whose files have other `digests` are read."""
    reader = Reader(root)
    with measured("what is kept of the articles"):
        files = reader.look()
        registers = load_registers(reader.registers(files), reader.problems)
        means = _Means.of(root, registers)
        kept, store = open_articles(root, registers, leave=means.leave), means.store
        seeds = {one: seed_key(root, one, digests or {}) for one in reader.sort(files)}
        known = {one.id: found for one, key in seeds.items() if (found := kept.get(key))}
    changed = [one for one in seeds if one.id not in known]
    seeds |= {one: seed_key(root, one, {}) for one in changed}  # what is read now may have changed since
    made = _shared(changed, lambda part: _keep(Reader(root), {one: seeds[one] for one in part}, means, kept))
    for one, lines in zip(changed, made, strict=True):
        if lines:
            known[one.id] = kept.add(seeds[one], lines.article)
            if lines.description:
                store.add(known[one.id].description, lines.description)
    if _has_errors(reader.problems.found) or None in made or former_ids_clash(one.article for one in known.values()):
        # All that is wrong is told at once, also what seeds have to do with one another.
        return load(root)
    for found in known.values():
        store.still(found.description)
    store.keep(root)
    kept.keep(root)
    own = with_source_lines(reader.problems.found, reader.lines)
    noticed = _sorted(chain(own, *(found.notices for found in known.values())))
    articles = tuple(found.article for _, found in sorted(known.items()))
    return Loaded(articles, registers, noticed, {id_: found.mark for id_, found in known.items()})


class _Lines(NamedTuple):
    """What is kept of a seed, on its way from the process that made it."""

    article: bytes
    """The line of its article."""
    description: bytes
    """The line of its text's description; empty where no text is held."""


def _shared(
    files: Sequence[SeedFiles], work: Callable[[Sequence[SeedFiles]], list[_Lines | None]]
) -> list[_Lines | None]:
    """Give seeds to several processes, a few at a time."""
    if files:
        # A text without a record is asked for people, and their word lists take the most memory.
        load_rules(frozenset() if any(one.text.endswith(".txt") and not one.record for one in files) else {"people"})
    return forks.share_parts(work, files, tell=counter(len(files)))


def _keep(reader: Reader, keys: Mapping[SeedFiles, str], means: _Means, kept: KeptArticles) -> list[_Lines | None]:
    """Make and keep the articles of some seeds, by the keys of their files; None for each where there is an error."""
    made = _make(reader, keys, means)
    if _has_errors(reader.problems.found):
        return [None for _ in keys]
    notices: dict[str, list[Problem]] = defaultdict(list)
    for item in with_source_lines(reader.problems.found, reader.lines):
        notices[item.position.path if item.position else ""].append(item)
    found: list[_Lines | None] = []
    for (one, key), article in zip(keys.items(), made.articles, strict=True):
        own = tuple(chain(*(notices.pop(path, ()) for path in (one.text, one.record) if path)))
        asked = made.asked.get(one.id)
        description = key_of(asked.text, asked.given) if asked else ""
        kept.put(key, article, own, description)
        found.append(_Lines(kept.line(key), means.store.line(description) if asked else b""))
    return found


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(item.severity is Severity.ERROR for item in problems)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda item: item.sort_key))


def examine(root: Path) -> Examined:
    """Read and validate everything; every problem of every file is in the result."""
    reader = Reader(root)
    problems = reader.problems
    files = reader.look()
    registers = load_registers(reader.registers(files), problems)
    means = _Means.of(root, registers)
    made = _make(reader, reader.sort(files), means)
    with problems.step():
        check_former_ids(made.seeds)
    shown = with_source_lines(problems.found, reader.lines)
    return Examined(made.seeds, made.articles, registers, reader.lines, shown, made.texts, means.store)


@dataclass(frozen=True, slots=True)
class _Means:
    """What articles are made with, the same for all seeds."""

    registers: Registers
    lookup: Lookup
    store: Store
    leave: bool
    """Whether the owner says that texts in copyright may be published."""

    @classmethod
    def of(cls, root: Path, registers: Registers) -> _Means:
        """Get them ready."""
        return cls(registers, Lookup(registers), open_store(root, registers), may_publish_in_copyright(root))


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of some seeds."""

    seeds: tuple[Seed, ...]
    articles: tuple[Article, ...]
    texts: dict[str, Text]
    asked: dict[str, Asked]


def _make(reader: Reader, files: Iterable[SeedFiles], means: _Means) -> _Made:
    """Read, check, describe and assemble seeds; problems are gathered by the reader."""
    problems, registers, lookup = reader.problems, means.registers, means.lookup
    checked: list[tuple[Seed, Record]] = []
    with measured("reading"):
        seeds = tuple(filter(None, map(reader.seed, files)))
    with measured("checking"):
        for seed in seeds:
            with problems.step():
                checked.append(_checked(seed, registers, lookup, problems, leave=means.leave))
    texts = {seed.id: seed.text for seed, _ in checked if seed.text}
    with measured("deriving"):
        asked = {seed.id: Asked(words_of(seed.text), given(record)) for seed, record in checked if seed.text}
        found = describe_kept(asked, registers, means.store)
    articles = []
    with measured("articles"):
        for seed, record in checked:
            with problems.step():
                articles.append(_article(seed, record, registers, lookup, found.get(seed.id)))
    return _Made(seeds, tuple(articles), texts, asked)


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
