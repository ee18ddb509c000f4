"""What the files under `docs/` were made from: where nothing of it changed, and none of them did, they stay.

A note in `.press-archive/` holds a number over everything that goes into the files (the program, the seeds, the
configuration, the edition, the day), the files' sizes and times, and what the run said. A note that another version of
the program wrote, or that is damaged, counts as none; so does a file in `docs/` that somebody changed. A second file
holds notes of the files one by one (`machine/recipes.py`): where something changed, only files that it goes into are
made again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from build_site.machine import disk, watch
from build_site.machine.lines import read_lines
from build_site.machine.program import fingerprint
from build_site.machine.recipes import Notes
from build_site.page.address import GENERATED, HOME
from build_site.site.config import CONFIG

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from build_site.machine.watch import Stamps

PATH = ".press-archive/pages.json"
"""Where the note stands in an archive."""
NOTES = ".press-archive/files"
"""Where the notes of the files stand."""
_SEEDS = "seeds"
_LIBRARIES = ("citeproc-py", "lxml", "markdown-it-py", "python-frontmatter", "pyyaml")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run left under `docs/`."""

    made_from: str
    """SHA-256 over everything that goes into the files."""
    stamps: str
    """SHA-256 over sizes and times of the files (`number`)."""
    files: int
    """Number of the files."""
    numbers: str
    """What the run said of the articles."""
    quiet: bool
    """True where the run had nothing to report."""


def made_by(root: Path, also: Iterable[object]) -> str:
    """Put everything that all files depend on into one number; `also` is what is not in the archive's files."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    digest = hashlib.sha256(json.dumps([fingerprint(), libraries, [repr(value) for value in also]]).encode())
    digest.update(disk.read(root / CONFIG))
    return digest.hexdigest()


def number_of_seeds(root: Path) -> str:
    """Put everything in `seeds/` into one number."""
    return number_of(digests_of_seeds(root))


def digests_of_seeds(root: Path) -> dict[str, str]:
    """Give the SHA-256 of every file in `seeds/` by its path in the archive, in the order of the paths; links: none."""
    found = disk.find_files(root / _SEEDS) if disk.exists(root / _SEEDS) else ()
    named = ((f"{_SEEDS}/{one.path}", one.regular) for one in found)
    return {
        path: hashlib.sha256(disk.read(f"{root}/{path}")).hexdigest() if regular else "no file"
        for path, regular in named
    }


def number_of(digests: Mapping[str, str]) -> str:
    """Put the digests of files into one number."""
    return hashlib.sha256(
        "".join(f"{path} {said}\n" for path, said in digests.items()).encode("utf-8", "surrogatepass")
    ).hexdigest()


def made_from(by: str, seeds: str, today: dt.date) -> str:
    """Put everything that goes into the files into one number; `by` is that of `made_by`."""
    return hashlib.sha256(f"{by} {seeds} {today}".encode()).hexdigest()


def still_kept(root: Path, now: str, stamps: Stamps) -> Kept | None:
    """Return what the last run left, where a run from `now` (see `made_from`) would leave the same; else None."""
    kept = _read(disk.read(root / PATH)) if disk.exists(root / PATH) else None
    return kept if kept and kept.made_from == now and kept.stamps == number(stamps) else None


def keep(root: Path, kept: Kept) -> None:
    """Note what a run has left."""
    disk.write_if_changed(root / PATH, json.dumps(asdict(kept)).encode())


def read_notes(root: Path, by: str, stamps: Stamps) -> Notes:
    """Read what the last run noted of each of the files; `by` is that of `made_by`, `stamps` those of the files."""
    return Notes(read_lines(root / NOTES, by), stamps)


def _read(data: bytes) -> Kept | None:
    try:
        found = json.loads(data)
        kept = Kept(**found)
    except (ValueError, TypeError):
        return None
    right = isinstance(kept.files, int) and isinstance(kept.numbers, str) and isinstance(kept.quiet, bool)
    return kept if right else None


def stamps_of(root: Path) -> Stamps:
    """Look at the files under `docs/` that no hand has written."""

    def is_by_hand(path: str) -> bool:
        return path != HOME and path.partition("/")[0] not in GENERATED

    return watch.stamps(root / "docs", is_by_hand)


def stamps_since(root: Path, before: Stamps, touched: Iterable[str]) -> Stamps:
    """Give the stamps of the files after a run that began with those `before`; it looks at what it `touched` alone.

    What somebody else changed meanwhile is not as the run left it, and keeps no note.
    """
    if not before:
        return stamps_of(root)
    gone = set(touched)
    kept = {path: stamp for path, stamp in before.items() if path not in gone}
    return kept | watch.stamps_at(root / "docs", gone)


def number(stamps: Stamps) -> str:
    """Put stamps into one number."""
    return hashlib.sha256(repr(sorted(stamps.items())).encode("utf-8", "surrogatepass")).hexdigest()
