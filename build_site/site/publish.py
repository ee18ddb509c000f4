"""Run MkDocs on a finished `docs/`. MkDocs never imports `build_site` to make content."""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from build_site.machine import disk, process
from build_site.problem import Exit, Problem, ProblemsError
from build_site.site.config import CONFIG, custom_dir
from build_site.site.theme import INSTALLED, install_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SITE = "site"
"""What is published, at the archive's root."""
PREVIEW = ".press-archive/preview"
"""What `build-site serve` shows; it may hold drafts, so it never stands where the site stands."""
KEPT = ".press-archive/mkdocs"
"""What builds of the site keep for the next one (overrides/hooks/accelerate.py); it may be removed at any time."""
_BUILDING = ".press-archive/building"
# Material for MkDocs prints a long advertisement about MkDocs 2 otherwise.
_SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
_FREE = "free space, and build again; the former site is still in place"
_LOG = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n[ \t]+.*)*)", re.MULTILINE)


def publish(
    root: Path,
    beside: Callable[[], Mapping[str, bytes]] = dict,
    site: str = SITE,
    config: str = CONFIG,
    *,
    clean: bool = False,
) -> None:
    """Build `site` from the pages that `config` names, strictly; the former site stays whole until the new is finished.

    The new one begins as the former one, so that only what changed needs to be written; with `clean` it begins empty,
    and nothing that a build kept is used. `beside` runs at the same time
    as MkDocs; the files that it gives (path in the site → content) are laid into the new site. Errors (status 3):
    whatever MkDocs says, in our form, or else what `beside` raises.
    """
    bring_templates(root)
    building = root / _BUILDING / site.rpartition("/")[2]
    if clean:
        disk.remove_folder(root / KEPT)
        disk.remove_folder(building)
    else:
        disk.link_folder(root / site, building)
    # Not `--quiet`: it silences the warnings before `--strict` counts them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
    with ThreadPoolExecutor(1) as pool:
        files = pool.submit(beside)
        done = process.run([*command, "--site-dir", str(building.resolve())], root, _SETTINGS)
    if done.status:
        raise ProblemsError(_said(done), Exit.MACHINE)
    for path, data in files.result().items():
        disk.place(building / path, data, root / site / path)
    disk.replace_folder(building, root / site)


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
