"""Run MkDocs on a finished `docs/`. MkDocs never imports `build_site` to make content."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.machine import disk, forks, process
from build_site.problem import Exit, Problem, ProblemsError
from build_site.site.config import CONFIG, custom_dir
from build_site.site.theme import INSTALLED, install_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

SITE = "site"
"""What is published, at the archive's root."""
PREVIEW = ".press-archive/preview"
"""What `build-site serve` shows; it may hold drafts, so it never stands where the site stands."""
KEPT = ".press-archive/mkdocs"
"""What builds of the site keep for the next one (overrides/hooks/accelerate.py); it may be removed at any time."""
_BUILDING = ".press-archive/building"
# What MkDocs loads first of all: 0.4 s of the 0.8 s that it takes where little has changed at 1,000 articles.
_LOADED = (
    "mkdocs.config.defaults",
    "mkdocs.commands.build",
    "markdown.extensions.codehilite",
    "build_site.accelerator",
)
# Material for MkDocs prints a long advertisement about MkDocs 2 otherwise.
_SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
_FREE = "free space, and build again; the former site is still in place"
_LOG = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n[ \t]+.*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MkDocs:
    """MkDocs, started for one site."""

    site: str
    """Folder of the site, relative to the archive's root."""
    building: Path
    """Folder in which it is built."""
    begun: Callable[[], None]
    """Waits until that folder is as the site is, or empty."""
    run: Callable[[], Callable[[], process.Finished]]
    """Lets MkDocs build, and gives what waits for its end."""


@contextmanager
def mkdocs_at_hand(root: Path, site: str = SITE, config: str = CONFIG, *, clean: bool = False) -> Iterator[MkDocs]:
    """Start MkDocs, which loads itself until `publish` needs it; where that never happens, it is ended.

    The new site begins as the former one, so that only what changed needs to be written; with `clean` it begins empty,
    and nothing that a build kept is used.
    """
    building = root / _BUILDING / site.rpartition("/")[2]
    # Not `--quiet`: it silences the warnings before `--strict` counts them.
    arguments = ["build", "--strict", "--config-file", config, "--site-dir", str(building.resolve())]
    with (
        forks.beside(lambda: _begin(root, root / site, building, clean=clean)) as begun,
        process.standing_by("mkdocs", arguments, _LOADED, root, _SETTINGS) as run,
    ):
        yield MkDocs(site, building, begun, run)


def _begin(root: Path, site: Path, building: Path, *, clean: bool) -> None:
    if clean:
        disk.remove_folder(root / KEPT)
        disk.remove_folder(building)
    else:
        disk.link_folder(site, building)


def render(root: Path, mkdocs: MkDocs) -> Callable[[], process.Finished]:
    """Let MkDocs render the pages under `docs/`, which are finished; give what waits for its end."""
    bring_templates(root)
    mkdocs.begun()
    return mkdocs.run()


def publish(
    root: Path, mkdocs: MkDocs, rendered: Callable[[], process.Finished], more: Callable[[], Mapping[str, bytes]]
) -> None:
    """Put a site in place that MkDocs built strictly; the former one stays whole until the new is finished.

    `rendered` is what `render` gave; `more` gives what is laid into the new site then: path in the site → content.
    Errors (status 3): whatever MkDocs says, in our form, or else what `more` raises.
    """
    site, building = root / mkdocs.site, mkdocs.building
    done = rendered()
    if done.status:
        raise ProblemsError(_said(done), Exit.MACHINE)
    for path, data in more().items():
        disk.place(building / path, data, site / path)
    disk.replace_folder(building, site)
    if disk.exists(building):
        # What only the former site held goes now, and the next build finds nearly all that it begins with.
        disk.link_folder(site, building)


def recover(root: Path) -> None:
    """Put the site back that a build left aside when it was killed at its very end."""
    disk.restore_folder(root / SITE)
    disk.restore_folder(root / PREVIEW)


def bring_templates(root: Path) -> None:
    """Bring an archive's copy of the templates in line with the installed package, where it names that copy."""
    if custom_dir(root) == INSTALLED:
        install_theme(root)


def _said(done: process.Finished) -> list[Problem]:
    """Turn MkDocs' warnings and errors into problems; where it gives none, its last line is the message."""
    last = (done.output.strip().splitlines() or ["it ended without a word"])[-1]
    if done.no_room:
        return [Problem(None, f"MkDocs found no room to write: {last}", _FREE)]
    found = [" ".join(match.group(1).split()) for match in _LOG.finditer(done.output)]
    hint = "mend what MkDocs names; the pages in docs/ are written, and the former site is still in place"
    return [Problem(None, f"MkDocs: {message}", hint) for message in found or [last]]
