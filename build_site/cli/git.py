"""What git knows of an archive: which seeds it publishes, holds back, or held before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_site.contribute.base import Base, former_command, former_ids, list_command, read_base
from build_site.machine import process
from build_site.problem import Exit, Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SETTINGS = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


def listed(root: Path, command: Sequence[str]) -> frozenset[str]:
    """List the files that a git command names; outside a repository there are none."""
    done = process.run(command, root, _SETTINGS)
    return frozenset(done.output.split("\0")) - {""} if done.status == 0 else frozenset()


def base(root: Path, ref: str) -> Base:
    """Read the seeds of another state. Errors (status 2): no repository, or no such state in this clone."""
    done = process.run(list_command(ref), root, _SETTINGS)
    if done.status:
        said = (done.output.strip().splitlines() or ["git failed"])[-1]
        hint = "name a branch, a tag or a commit of this repository; a shallow clone may need: git fetch --unshallow"
        raise ProblemsError([Problem(None, f'"{ref}" cannot be looked at: {said}', hint)], Exit.USAGE)
    former: dict[str, str] = {}
    for path in sorted(_may_name_former_ids(root, ref)):
        content = process.run(("git", "show", f"{ref}:{path}"), root, _SETTINGS).output
        former |= dict.fromkeys(former_ids(path, content), path)
    return replace(read_base(ref, done.output), former=former)


def _may_name_former_ids(root: Path, ref: str) -> frozenset[str]:
    return frozenset(path.removeprefix(f"{ref}:") for path in listed(root, former_command(ref)))
