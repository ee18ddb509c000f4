"""`build-site offline`: a copy to keep, as one zip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cli.options import edition_option, root_option
from build_site.files.beside import files_beside_pages
from build_site.machine import disk
from build_site.machine.clock import fixed_day, today
from build_site.machine.console import say, show_problems
from build_site.machine.lock import only_one
from build_site.machine.recipes import content
from build_site.machine.zim import require_libzim
from build_site.offline.about import About, newest_day
from build_site.offline.make import clear, digest_file, make_zim, make_zip
from build_site.offline.seeds import FOLDER, Holdings, seed_files
from build_site.offline.site import make_site
from build_site.page.make import make_files
from build_site.page.markdown import count
from build_site.problem import ProblemsError, Severity
from build_site.site.config import read_settings

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog
    from build_site.pipeline import Examined
    from build_site.web import Settings


@click.command()
@root_option
@edition_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    show_default="dist/ in the archive's folder",
    help="Folder for the zip.",
)
@click.option(
    "--formats",
    default="zip",
    show_default=True,
    callback=lambda _context, _option, value: _formats(value),
    help="zip: opens in a browser, with seeds and data. zim: for Kiwix, needs libzim. Or both: zip,zim.",
)
def offline(root: Path, edition: str, out: Path | None, formats: tuple[str, ...]) -> None:
    """Make a copy to keep: a zip with the site, the seeds and the data, which opens without a network."""
    if "zim" in formats:
        require_libzim()
    with only_one(root):
        _offline(root, Edition(edition), out, formats)


def _offline(root: Path, edition: Edition, out: Path | None, formats: tuple[str, ...]) -> None:
    settings = read_settings(root)
    say("1/3 reading the seeds")
    found = pipeline.examine(root)
    if any(item.severity is Severity.ERROR for item in found.problems):
        raise ProblemsError(found.problems)
    show_problems(found.problems)
    loaded = pipeline.Loaded(found.articles, found.registers, found.problems)
    catalog = pipeline.choose(loaded, edition, today())
    about = About(settings, catalog, fixed_day() or newest_day(catalog))
    say(f"2/3 making the site: {count(len(catalog.articles), 'article')}, edition {catalog.edition}")
    if make_site(root, catalog, lambda: _pages(catalog, settings)):
        say("    its pages are those in site/, which is up to date")
    say("3/3 packing")
    folder = out or _own_folder(root)
    if "zim" in formats:
        _tell(make_zim(root, about, folder), "open it with Kiwix")
    if "zip" in formats:
        made = make_zip(root, about, seed_files(catalog, _holdings(root, found)), folder)
        _tell(made, "unpack it and open index.html in its folder")
    clear(root)
    if catalog.private:
        say("It is a private copy: it holds texts that may not be published. To give away: --edition public")


def _own_folder(root: Path) -> Path:
    """Give the folder for copies in the archive; git leaves it alone, since a copy may hold what is not published."""
    marker = root / "dist" / ".gitignore"
    if not disk.exists(marker):
        disk.create(marker, b"# Made by build-site offline\n*\n")
    return marker.parent


def _formats(value: str) -> tuple[str, ...]:
    wanted = tuple(part.strip() for part in value.split(","))
    if not set(wanted) <= {"zip", "zim"}:
        raise click.BadParameter(f'"{value}": write zip, zim, or zip,zim')
    return wanted


def _pages(catalog: Catalog, settings: Settings) -> dict[str, bytes]:
    pages = content(make_files(catalog, settings))
    return pages | files_beside_pages(catalog, settings)


def _holdings(root: Path, found: Examined) -> Holdings:
    present = frozenset(f"{FOLDER}/{item.path}" for item in disk.find_files(root / FOLDER))
    return Holdings(found.seeds, found.texts, found.registers, present, lambda path: disk.read(root / path))


def _tell(target: Path, reading: str) -> None:
    say(f"The copy is {target}; its SHA-256 is in {digest_file(target).name} beside it.")
    say(f"To verify it: build-site verify {target}")
    say(f"To read it: {reading}.")
