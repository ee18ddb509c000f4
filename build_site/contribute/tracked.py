"""Committing is publishing: texts that git holds against their record, and texts that it needlessly holds back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.parts import Access
from build_site.fields.record import field_position
from build_site.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.article.model import Article
    from build_site.pipeline import Examined
    from build_site.seed.model import Seed

_KEPT = ".press-archive"
TRACKED = ("git", "ls-files", "-z", "--", "seeds", _KEPT)
"""Lists the files that git publishes of `seeds/` and of what builds keep, run in the archive's folder."""
IGNORED = ("git", "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", "seeds")
"""Lists the files of `seeds/` that git holds back."""


def against_their_record(found: Examined, tracked: frozenset[str], ignored: frozenset[str]) -> Iterator[Problem]:
    """Compare what git holds with what each record allows. Paths are relative to the archive's folder."""
    articles = {article.id: article for article in found.articles}
    for path in sorted(path for path in tracked if path.startswith(f"{_KEPT}/")):
        message = "git holds a file that builds keep for themselves; a build would trust it"
        yield Problem(Position(path), message, f"git rm --cached {path}, and keep {_KEPT}/ in .gitignore")
    for seed in found.seeds:
        article = articles.get(seed.id)
        if seed.text and article:
            if seed.text.path in tracked and article.access is not Access.FULL:
                yield _published(seed, article)
            if seed.text.path in ignored and article.access is Access.FULL:
                message = "the record lets this text be published in full, and git ignores it"
                hint = "remove its line from .gitignore, or write `access: summary`"
                yield Problem(Position(seed.text.path), message, hint, severity=Severity.NOTICE)


def _published(seed: Seed, article: Article) -> Problem:
    path = seed.text.path if seed.text else seed.path
    at = field_position(seed.record, "access", path)
    message = f"git holds the text {path}, and its record does not let it be published in full"
    if seed.markdown:
        hint = "if the rights allow it, write `access: full`; else part it into a .yml and a .txt that git ignores"
    else:
        hint = f"if the rights allow it, write `access: full` into {article.id}.yml; else `git rm --cached {path}`"
    return Problem(at, message, f"{hint}. What was pushed once is public: tell the maintainers")
