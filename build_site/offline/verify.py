"""Whether a copy is what it was: each file that is changed, missing or extra."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from build_site.offline.bag import DECLARATION, DECLARED, MANIFEST, PAYLOAD, TAG_MANIFEST, read_manifest
from build_site.problem import Position, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_site.machine.packed import Files


class Kind(StrEnum):
    """What is wrong with a file."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A file that is not as it was when the copy was made."""

    path: str
    """POSIX path in the copy."""
    kind: Kind
    """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found."""

    files: int
    """Files that the copy should have, the list of the lists not counted."""
    faults: tuple[Fault, ...]
    """Every fault, sorted by path; none where the copy is whole."""


def verify(files: Files, name: str) -> Verdict:
    """Compare every file with its SHA-256; the name of a file may be composed in another way (Unicode NFC).

    The bag may be the folder itself or the only folder in it. Errors: there is no bag, or none with our lists.
    """
    top = _top(files.paths, name)
    # An address in a zip need not be a file below its folder: such a name is extra, whatever it leads to.
    present = {_normal(path.removeprefix(top)) if path.startswith(top) else path: path for path in files.paths}
    faults = [Fault(path, Kind.EXTRA) for path in _twice(files.paths)]
    wanted: dict[str, str] = {}
    for listing in (TAG_MANIFEST, MANIFEST):
        wanted |= _listed(files, present, listing, faults)
    if DECLARATION not in wanted:
        faults.append(Fault(TAG_MANIFEST, Kind.CHANGED))
    if files.read(present[DECLARATION]) != DECLARED:
        faults.append(Fault(DECLARATION, Kind.CHANGED))
    faults += _compared(files, present, wanted)
    return Verdict(len(wanted), tuple(sorted(set(faults))))


def _top(paths: Iterable[str], name: str) -> str:
    """Find the folder of the bag: ending in a slash, or empty."""
    declared = [path for path in paths if path.count("/") < 2 and path.rpartition("/")[2] == DECLARATION]  # noqa: PLR2004 - at most one folder
    if DECLARATION in declared:
        return ""
    if len(declared) == 1:
        return declared[0].removesuffix(DECLARATION)
    hint = "name a copy that `build-site offline` made: the zip, or the folder with bagit.txt in it"
    message = f"there are {len(declared)} copies in it" if declared else f"there is no {DECLARATION} in it"
    raise problem(Position(name), message, hint)


def _listed(files: Files, present: Mapping[str, str], listing: str, faults: list[Fault]) -> dict[str, str]:
    if listing not in present:
        faults.append(Fault(listing, Kind.MISSING))
        return {}
    try:
        found = {_normal(path): digest for path, digest in read_manifest(files.read(present[listing])).items()}
    except ValueError:
        found = {}
    payload = {path for path in found if path.startswith(PAYLOAD)}
    # A damaged list is a fault of its own, beside the files that it no longer names rightly.
    if not found or (payload and listing == TAG_MANIFEST) or (payload != set(found) and listing == MANIFEST):
        faults.append(Fault(listing, Kind.CHANGED))
    return found


def _compared(files: Files, present: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[Fault]:
    for path, digest in wanted.items():
        if path not in present:
            yield Fault(path, Kind.MISSING)
        elif files.sha256(present[path]) != digest:
            yield Fault(path, Kind.CHANGED)
    for path in present:
        if path not in wanted and path != TAG_MANIFEST:
            yield Fault(path, Kind.EXTRA)


def _twice(paths: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for path in paths:
        if path in seen:
            yield path
        seen.add(path)


def _normal(path: str) -> str:
    return unicodedata.normalize("NFC", path)
