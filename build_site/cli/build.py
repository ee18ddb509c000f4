"""`build-site build`: from `seeds/` to `site/`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.article.model import Edition
from build_site.catalog.carried import carried_kept
from build_site.catalog.marks import Marks
from build_site.cli.options import edition_option, root_option
from build_site.files.beside import recipes_beside_pages
from build_site.files.write import Written, write_files
from build_site.machine import collecting
from build_site.machine.clock import today
from build_site.machine.console import say, show, show_problems
from build_site.machine.lock import only_one
from build_site.machine.progress import measured, parts, table, working
from build_site.machine.recipes import content
from build_site.page.make import make_files
from build_site.page.markdown import count
from build_site.search.index import index_site
from build_site.site.built import note_built
from build_site.site.config import may_publish_in_copyright, read_settings
from build_site.site.contact import contact_problems
from build_site.site.kept import (
    NOTES,
    Kept,
    keep,
    made_by,
    made_from,
    number,
    number_of_seeds,
    read_notes,
    stamps_of,
    still_kept,
)
from build_site.site.publish import PREVIEW, SITE, bring_templates, mkdocs_at_hand, publish, recover

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from build_site.catalog.model import Catalog
    from build_site.machine.recipes import Notes, Outcome, Recipe
    from build_site.machine.watch import Stamps
    from build_site.site.publish import MkDocs


@click.command()
@root_option
@edition_option
@click.option("--pages-only", is_flag=True, help="Write the pages under docs/ and stop before MkDocs.")
@click.option("--clean", is_flag=True, help="Make every page of the site anew, whatever the last build left.")
@click.option("--timings", is_flag=True, help="Say at the end where the time went.")
@click.option("--preview", is_flag=True, hidden=True, help="For `serve`: with drafts, and beside the site.")
def build(  # noqa: PLR0913 - an argument an option
    root: Path, edition: str, *, pages_only: bool, clean: bool, timings: bool, preview: bool
) -> None:
    """Build the site from seeds/."""
    parts()
    with only_one(root), collecting.rarely(), measured("all"):
        recover(root)
        with nullcontext() if pages_only else mkdocs_at_hand(root, PREVIEW if preview else SITE) as mkdocs:
            _build(root, edition, mkdocs, clean=clean, preview=preview)
    if timings:
        show(table(parts()))


def _build(root: Path, edition: str, mkdocs: MkDocs | None, *, clean: bool, preview: bool) -> None:
    settings = read_settings(root)
    with measured("looking for changes"):
        by = made_by(root, (edition, preview, settings, may_publish_in_copyright(root)))
        seeds = number_of_seeds(root)
        now = made_from(by, seeds, today())
        stamps = {} if clean else stamps_of(root)
        kept = None if clean else still_kept(root, now, stamps)
    if not mkdocs and kept and kept.quiet:
        _end_with_pages(root, kept.numbers, Written(kept.files, 0, 0))
        return
    with working("Reading the seeds"):
        loaded = pipeline.load_kept(root)
        with measured("catalog"):
            catalog = pipeline.choose(loaded, Edition(edition), today(), drafts=preview)
    notices = (*loaded.notices, *(contact_problems(root) if catalog.edition is Edition.PUBLIC else ()))
    show_problems(notices)
    marks, notes = Marks(catalog, loaded.marks), read_notes(root, by, stamps)
    with working("Making the pages"), measured("pages"):
        pages = [] if kept else make_files(catalog, settings, marks, notes, carried_kept(root, catalog))
    # Pagefind is a program of its own: it begins here, beside everything that follows. Nothing is forked behind this.
    with ThreadPoolExecutor(1) as beside:
        index = beside.submit(_index, root, catalog) if mkdocs else None
        with working("Writing the pages"):
            if kept:
                written = Written(kept.files, 0, 0)
            else:
                written, stamps = _brought(root, notes, pages, recipes_beside_pages(catalog, settings, marks))
        keep(root, Kept(now, number(stamps), written.files, _numbers(catalog), quiet=not notices))
        if not mkdocs or not index:
            _end_with_pages(root, _numbers(catalog), written)
            return
        say(_built(_numbers(catalog), written))
        with working("MkDocs renders the site, Pagefind makes its index"), measured("MkDocs"):
            publish(root, mkdocs, index.result, clean=clean)
    if not preview:
        note_built(root, catalog, seeds)
        say(_next(catalog, root))


def _brought(root: Path, notes: Notes, pages: Iterable[Outcome], beside: Iterable[Recipe]) -> tuple[Written, Stamps]:
    # Not made beside the pages: all of it at once would take a fifth more memory.
    with measured("references, data and feeds"):
        outcomes = [*pages, *map(notes.follow, beside)]
    same = {path for one in outcomes if one.files is None for path in one.paths}
    with measured("writing"):
        written = write_files(root / "docs", content(outcomes), same)
        stamps = stamps_of(root)
        notes.keep(root / NOTES, outcomes, stamps)
    return written, stamps


def _index(root: Path, catalog: Catalog) -> dict[str, bytes]:
    with measured("search index, beside the rest"):
        return index_site(root, catalog).placed


def _end_with_pages(root: Path, numbers: str, written: Written) -> None:
    say(_built(numbers, written))
    bring_templates(root)
    say("The pages are in docs/. Next: mkdocs build --strict")


def _numbers(catalog: Catalog) -> str:
    return f"{count(len(catalog.articles), 'article')}, {count(catalog.held, 'text')} held, edition {catalog.edition}"


def _built(numbers: str, written: Written) -> str:
    return f"{numbers} ({count(written.files, 'file')}: {written.changed} written, {written.removed} removed)"


def _next(catalog: Catalog, root: Path) -> str:
    lines = [f"The site is in {root / SITE}/. To look at it: python3 -m http.server --directory {root / SITE}"]
    if catalog.private:
        lines.append("It is a private copy: it holds texts that may not be published. To publish: --edition public")
    return "\n".join(lines)
