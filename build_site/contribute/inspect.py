"""What a reviewer would say of a record beyond what makes it wrong: rights, source, names, what is left to settle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.contribute.alike import alike
from build_site.contribute.names import NearNames
from build_site.contribute.written import look_at_markdown
from build_site.fields.kinds import near
from build_site.fields.parts import Access
from build_site.fields.record import field_position
from build_site.problem import Position, Problem, Severity
from build_site.registers.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_site.article.model import Article
    from build_site.pipeline import Examined
    from build_site.registers.model import Registers
    from build_site.seed.model import Seed

_TODO = re.compile(r"^\s*#\s*TODO\b:?\s*(.*)")


def inspect(found: Examined) -> tuple[Problem, ...]:
    """Look at each article whose record is right, and at the comments and Markdown of every seed."""
    lookup, names = Lookup(found.registers), NearNames(found.registers)
    articles = {article.id: article for article in found.articles}
    ids = frozenset(seed.id for seed in found.seeds)
    problems: list[Problem] = []
    for seed in found.seeds:
        problems += _left_to_settle(seed, found.lines)
        problems += look_at_markdown(seed, ids)
        article = articles.get(seed.id)
        if article and article.access is not Access.WITHDRAWN:
            problems += _rights(seed, article)
            problems += _source(seed, article, found.registers, lookup)
            problems += names.of(article, seed)
    return (*problems, *alike(found))


def _left_to_settle(seed: Seed, lines: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Report the lines that `build-site add` left for a person; in a Markdown file, those of its front matter."""
    if seed.record is None:
        return
    of_file = lines.get(seed.path, [])
    last = seed.text.first_line - 1 if seed.markdown and seed.text else len(of_file)
    for number, line in enumerate(of_file[:last], 1):
        if found := _TODO.match(line):
            at = Position(seed.path, number, line.index("#") + 1)
            hint = "write the field on this line, or delete the line where there is nothing to say"
            yield Problem(at, f"left to settle: {found[1]}", hint, severity=Severity.NOTICE)


def _rights(seed: Seed, article: Article) -> Iterator[Problem]:
    """Report rights that nobody has looked at. Where the text is published in full, `article.publishing` refuses it."""
    full = article.access is Access.FULL and seed.text is not None
    if "rights" not in article.record.given and not full:
        message = "rights: the field is missing; the page says that copyright was not evaluated"
        hint = "add `rights: http://rightsstatements.org/vocab/InC/1.0/`, or what else holds (rightsstatements.org)"
        yield Problem(Position(seed.path), message, hint, severity=Severity.NOTICE)


def _source(seed: Seed, article: Article, registers: Registers, lookup: Lookup) -> Iterator[Problem]:
    source = article.record.source
    if source is None or lookup.source(source.text):
        return
    known = [form for entry in registers.sources.values() for form in (entry.name, entry.id, *entry.aliases)]
    hint = f"{near(source.text, known)}if it is another outlet, add it to seeds/registers/sources.yml"
    at = field_position(seed.record, "source", seed.path)
    yield Problem(at, f'source: "{source.text}" is not in the register of sources', hint, severity=Severity.NOTICE)
