"""Ids are permanent: addresses that an earlier version of the archive had, and this one has not."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from build_site.problem import Exit, Position, Problem, ProblemsError
from build_site.seed import frontmatter
from build_site.seed.node import Mapping, Scalar, Sequence, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_site.machine.process import Finished
    from build_site.pipeline import Examined

_ENDINGS = (".txt", ".md", ".yml")


def vanished(found: Examined, ref: str, git: Callable[..., Finished]) -> Iterator[Problem]:
    """Compare with the version `ref` names. `git(…)` runs git with these arguments in the archive's folder.

    Every id and every former id of that version must be an id or a former id now, a withdrawn one included.
    Errors (status 2): git does not know `ref`.
    """
    now = {seed.id for seed in found.seeds}
    for seed in found.seeds:
        now |= set(_former_ids(seed.record))
    before = _ids(_listing(ref, git)) | _all_former(ref, git)
    for id_, path in sorted(before.items()):
        if id_ not in now:
            yield _gone(id_, path, ref)


def _gone(id_: str, path: str, ref: str) -> Problem:
    message = f'the id "{id_}" was published at {ref} and is gone; links and citations to it would break'
    hint = (
        f"put the file back; if the article has another id now, write `formerly: [{id_}]` into its record; if it must"
        f" go, keep {id_}.yml with its title and `access: withdrawn`"
    )
    return Problem(Position(path), message, hint)


def _listing(ref: str, git: Callable[..., Finished]) -> list[str]:
    known = not ref.startswith("-") and git("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").status == 0
    if not known:
        hint = "name a commit, a branch or a tag of this repository, for example origin/main"
        raise ProblemsError([Problem(None, f'git knows no version "{ref}" here', hint)], Exit.USAGE)
    return git("ls-tree", "-r", "-z", "--name-only", ref, "--", "seeds").output.split("\0")


def _ids(paths: list[str]) -> dict[str, str]:
    """Give id and path of each seed; registers, hidden files and `README.md` are none."""
    found = {}
    for path in map(PurePosixPath, filter(None, paths)):
        is_register = path.parent.as_posix() == "seeds/registers"
        if path.suffix in _ENDINGS and not is_register and not path.name.startswith((".", "README.")):
            found[path.stem] = str(path)
    return found


def _all_former(ref: str, git: Callable[..., Finished]) -> dict[str, str]:
    listed = git("grep", "-l", "-z", "-e", "^formerly", ref, "--", "seeds")
    names = listed.output.split("\0") if listed.status == 0 else []
    paths = [name.removeprefix(f"{ref}:") for name in names if name.endswith((".yml", ".md"))]
    found: dict[str, str] = {}
    for path in paths:
        text = git("show", f"{ref}:./{path}").output
        found |= dict.fromkeys(_former_ids(_record(text, path)), path)
    return found


def _record(text: str, path: str) -> Mapping | None:
    """Read a record as it was; one that could not be read then had no former ids."""
    try:
        node = frontmatter.split(text, path).record if path.endswith(".md") else compose(text, path)
    except ProblemsError:
        return None
    return node if isinstance(node, Mapping) else None


def _former_ids(record: Mapping | None) -> list[str]:
    node = record.entries.get("formerly") if record else None
    items = node.items if isinstance(node, Sequence) else (node,)
    return [item.value.strip() for item in items if isinstance(item, Scalar) and not item.null]
