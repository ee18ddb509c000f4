"""What a run of `build-site` knows before it reads a seed, and how it ends where nothing has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.files.write import Written
from build_site.machine.clock import today
from build_site.machine.console import say
from build_site.machine.progress import measured
from build_site.page.markdown import count
from build_site.site.built import still_stands
from build_site.site.config import may_publish_in_copyright, read_settings
from build_site.site.kept import digests_of_seeds, made_by, made_from, number_of, stamps_of, still_kept
from build_site.site.publish import SITE, bring_templates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from build_site.machine.watch import Stamps
    from build_site.site.kept import Kept
    from build_site.web import Settings


@dataclass(frozen=True, slots=True)
class Look:
    """What stands where a run begins."""

    settings: Settings
    """The configuration's values that stand on pages."""
    by: str
    """Number over all that every file depends on."""
    digests: Mapping[str, str]
    """SHA-256 of every file in `seeds/`, by its path in the archive."""
    seeds: str
    """Number over everything in `seeds/`."""
    now: str
    """Number over everything that goes into the files."""
    stamps: Stamps
    """The files under `docs/` that no hand has written; none where they are to be made anew."""
    kept: Kept | None
    """What the last run left, where this one would leave the same."""


def look(root: Path, edition: str, *, clean: bool, preview: bool) -> Look:
    """Look for changes since the last run; with `clean`, everything counts as changed."""
    settings = read_settings(root)
    with measured("looking for changes"):
        by = made_by(root, (edition, preview, settings, may_publish_in_copyright(root)))
        digests = digests_of_seeds(root)
        seeds = number_of(digests)
        now = made_from(by, seeds, today())
        stamps = {} if clean else stamps_of(root)
        return Look(settings, by, digests, seeds, now, stamps, None if clean else still_kept(root, now, stamps))


def end_unchanged(root: Path, found: Look, *, pages_only: bool) -> bool:
    """End a run that would make and say what the last one did; tell whether it is one."""
    kept = found.kept
    if not kept or not kept.quiet:
        return False
    written = Written(kept.files, 0, 0)
    if pages_only:
        end_with_pages(root, kept.numbers, written)
        return True
    with measured("looking at the site"):
        bring_templates(root)
        site = still_stands(root, found.now, found.seeds)
    if site:
        say(built(kept.numbers, written))
        say(site_said(root, private=site.private))
    return site is not None


def end_with_pages(root: Path, numbers: str, written: Written) -> None:
    """End a run that stops before MkDocs."""
    say(built(numbers, written))
    bring_templates(root)
    say("The pages are in docs/. Next: mkdocs build --strict")


def built(numbers: str, written: Written) -> str:
    """Say what came of a run."""
    return f"{numbers} ({count(written.files, 'file')}: {written.changed} written, {written.removed} removed)"


def site_said(root: Path, *, private: bool) -> str:
    """Say where the site is, and whether it may be published."""
    lines = [f"The site is in {root / SITE}/. To look at it: python3 -m http.server --directory {root / SITE}"]
    if private:
        lines.append("It is a private copy: it holds texts that may not be published. To publish: --edition public")
    return "\n".join(lines)
