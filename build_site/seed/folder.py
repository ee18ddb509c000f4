"""Which files in `seeds/` make which seed; what does not belong there is an error, never skipped in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.problem import Gathering, Position, problem
from build_site.seed import limits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_site.machine.disk import Found

REGISTERS = ("people", "topics", "sources")
"""Names of the register files in `seeds/registers/`, without `.yml`."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
# `index` would replace a list's page; the others cannot be file names on Windows.
RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_KINDS = {".txt", ".md", ".yml"}
_OTHER_ENDINGS = {".text": ".txt", ".markdown": ".md", ".yaml": ".yml"}
_PURPOSE = "seeds/ holds <id>.txt (a text), <id>.md (front matter and text) and <id>.yml (a record)"


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """Paths of the files of one seed, relative to the archive's root; an empty string where there is none."""

    id: str
    """The common stem."""
    text: str
    """The `.txt` or `.md` file."""
    record: str
    """The `.yml` file."""


@dataclass(frozen=True, slots=True)
class _File:
    """A path below `seeds/` and its parts, as `PurePosixPath` has them, which takes as long as to read the file."""

    path: str
    name: str
    stem: str
    suffix: str


def sort_files(found: Iterable[Found], problems: Gathering, folder: str = "seeds") -> tuple[SeedFiles, ...]:
    """Group the files below `folder` by id; what is wrong is gathered in `problems`, the rest is returned.

    Passed over by rule: names that begin with a dot, `README.md`, and the folder `registers/`. Errors: links and
    devices, files of another kind, files and folders beyond the limits, impossible or colliding ids, two texts or two
    records for one id.
    """
    groups: dict[str, list[_File]] = defaultdict(list)
    items = list(found)
    if len(items) > limits.FILES:
        hint = "part the archive into several"
        raise problem(Position(folder), f"{len(items):,} files; {limits.FILES:,} are accepted", hint)
    for item in items:
        file = _file(f"{folder}/{item.path}")
        with problems.step():
            if _is_seed(file, folder, item):
                groups[file.stem].append(file)
    with problems.step():
        _refuse_collisions(groups)
    seeds = []
    for stem, files in groups.items():
        with problems.step():
            seeds.append(_group(stem, files))
    return tuple(sorted(seeds, key=lambda seed: seed.id))


def _file(path: str) -> _File:
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    end = dot if 0 < dot < len(name) - 1 else len(name)
    return _File(path, name, name[:end], name[end:])


def _is_seed(file: _File, folder: str, item: Found) -> bool:
    at = _position(file.path)
    if not item.regular:
        raise problem(at, "this is a link or a device, not a file", "put the file itself into seeds/")
    if file.name.startswith(".") or file.name == "README.md":
        return False
    if at.path != file.path or item.path.count("/") > limits.FOLDERS:
        hint = "use plain letters, digits, hyphens and underscores, and few folders in one another"
        raise problem(at, "this place cannot be shown or reached on every system", hint)
    if file.path == f"{folder}/registers/{file.name}":
        return _is_register(file, at, item.size)
    if file.suffix not in _KINDS:
        ending = file.suffix.lower()
        meant = ending if ending in _KINDS else _OTHER_ENDINGS.get(ending)
        hint = f"rename it to {file.stem}{meant}" if meant else f"{_PURPOSE}; rename or remove this file"
        raise problem(at, f"a file of another kind ({file.suffix or 'no ending'})", hint)
    if not _ID.fullmatch(file.stem) or file.stem.lower() in RESERVED:
        hint = "use letters a to z, digits, hyphens and underscores, for example 2031-04-02-courier-harbour"
        raise problem(at, f'"{file.stem}" cannot be an id: it becomes the address of the page', hint)
    limits.check_size(item.size, file.suffix, at)
    return True


def _position(path: str) -> Position:
    """Where a file stands; what cannot be printed, or would steer a terminal, is shown as an escape."""
    if path.isprintable():
        return Position(path)
    return Position("".join(char if char.isprintable() else ascii(char)[1:-1] for char in path))


def _is_register(file: _File, at: Position, size: int) -> bool:
    if file.suffix == ".yml" and file.stem in REGISTERS:
        limits.check_size(size, file.suffix, at, register=True)
        return False
    hint = f"seeds/registers/ holds only {', '.join(f'{name}.yml' for name in REGISTERS)}"
    raise problem(at, "no register has this name", hint)


def _refuse_collisions(groups: dict[str, list[_File]]) -> None:
    """Two ids that differ in case only would be one address on many systems."""
    problems = Gathering()
    seen: dict[str, str] = {}
    for stem in sorted(groups):
        other = seen.setdefault(stem.lower(), stem)
        with problems.step():
            if other != stem:
                at, hint = Position(groups[stem][0].path), "change one of the two ids"
                raise problem(at, f'the ids "{stem}" and "{other}" differ in case only ({groups[other][0].path})', hint)
    problems.stop_if_any()


def _group(stem: str, files: list[_File]) -> SeedFiles:
    texts = [file.path for file in files if file.suffix != ".yml"]
    records = [file.path for file in files if file.suffix in (".yml", ".md")]
    problems = Gathering()
    for doubles, noun in ((texts, "texts"), (records, "records")):
        for other in doubles[1:]:
            with problems.step():
                message = f'the id "{stem}" has two {noun}: this one and {doubles[0]}'
                hint = "an id is unique in the archive: rename or remove one"
                raise problem(Position(other), message, hint)
    problems.stop_if_any()
    record = next((path for path in records if path.endswith(".yml")), "")
    return SeedFiles(stem, texts[0] if texts else "", record)
