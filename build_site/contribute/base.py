"""What another state of the repository held, such as the branch that a pull request is for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_site.fields.kinds import near
from build_site.fields.table import formerly
from build_site.machine.disk import Found
from build_site.problem import Gathering, Position, Problem, ProblemsError, problem
from build_site.seed.folder import sort_files
from build_site.seed.frontmatter import split
from build_site.seed.node import Mapping, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.pipeline import Examined

_ENTRY = re.compile(r"\d+ (\w+) [0-9a-f]+\s+(\d+|-)\t(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Base:
    """Seeds of that state."""

    name: str
    """How it was named: a branch, a tag, a commit."""
    paths: dict[str, str]
    """Path of the text or record of each article, by id."""
    size: int
    """Bytes of all files in `seeds/`."""
    former: dict[str, str] = field(default_factory=dict)
    """Path of the record that says `formerly`, by the id that an article had before."""


def list_command(ref: str) -> tuple[str, ...]:
    """Make the git command that lists the seeds of a state; a name that looks like an option is refused."""
    if not ref or ref.startswith("-"):
        raise problem(None, f'"{ref}" names no state of the repository', "name a branch, a tag or a commit")
    return ("git", "ls-tree", "-r", "-l", "-z", ref, "--", "seeds/")


def read_base(ref: str, listed: str) -> Base:
    """Read what `list_command` gave. Files that are no seeds there either are passed over."""
    entries = [match for match in map(_ENTRY.fullmatch, listed.split("\0")) if match]
    sizes = {match[3].removeprefix("seeds/"): int(match[2]) for match in entries if match[1] == "blob"}
    seeds = sort_files((Found(path, regular=True, size=size) for path, size in sizes.items()), Gathering())
    return Base(ref, {seed.id: seed.record or seed.text for seed in seeds}, sum(sizes.values()))


def former_command(ref: str) -> tuple[str, ...]:
    """Make the git command that lists the records of a state that may name former ids; where none does, it fails."""
    return ("git", "grep", "-z", "-l", "-w", "-e", "formerly", ref, "--", "seeds/*.yml", "seeds/*.md")


def former_ids(path: str, content: str) -> tuple[str, ...]:
    """Read the former ids in a record of that state; a record that was not right there names none."""
    try:
        record = split(content, path).record if path.endswith(".md") else compose(content, path)
        entries = record.entries if isinstance(record, Mapping) else {}
        return formerly(entries["formerly"]) if "formerly" in entries else ()
    except ProblemsError:
        return ()


def vanished(found: Examined, base: Base) -> Iterator[Problem]:
    """Report ids, former ones too, that the base had and that lead nowhere any more: an address is for good."""
    kept = {seed.id for seed in found.seeds} | {old for item in found.articles for old in item.record.formerly}
    new = {seed.id for seed in found.seeds} - set(base.paths)
    for name, path in base.paths.items():
        if name not in kept:
            message = f'the id "{name}" was in {base.name} and leads nowhere any more'
            hint = (
                f"{near(name, new)}if the article has a new id, write `formerly: [{name}]` into its record; to take it "
                "back, keep its record with `access: withdrawn`"
            )
            yield Problem(Position(path), message, hint)
    for name, path in base.former.items():
        if name not in kept:
            message = f'the former id "{name}" led to an article in {base.name} and leads nowhere any more'
            hint = f"write `{name}` under `formerly` of its record again, beside later ids: an address is for good"
            yield Problem(Position(path), message, hint)
