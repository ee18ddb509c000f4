"""Where something has changed since the last run, or MkDocs is wanted: seeds → pages, site and search index."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from build_site import pipeline
from build_site.article.model import Edition
from build_site.catalog.carried import carried_kept
from build_site.catalog.marks import Marks
from build_site.cli.unchanged import built, end_with_pages, site_said
from build_site.files.beside import recipes_beside_pages
from build_site.files.write import Written, write_files
from build_site.machine import forks
from build_site.machine.clock import today
from build_site.machine.console import say, show_problems
from build_site.machine.progress import measured, working
from build_site.machine.recipes import content
from build_site.page.make import make_files
from build_site.page.markdown import count
from build_site.search.index import index_site
from build_site.site.built import note_built, to_be_built
from build_site.site.contact import contact_problems
from build_site.site.kept import NOTES, Kept, keep, number, read_notes, stamps_since
from build_site.site.publish import publish, render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from build_site.article.kept import Mark
    from build_site.catalog.model import Catalog
    from build_site.cli.unchanged import Look
    from build_site.machine.recipes import Outcome
    from build_site.site.publish import MkDocs


def make(root: Path, edition: Edition, found: Look, mkdocs: MkDocs | None, *, preview: bool) -> None:
    """Make what has changed; without MkDocs, the pages alone. Errors: of the seeds, of the machine, of MkDocs."""
    with working("Reading the seeds"):
        loaded = pipeline.load_kept(root, found.digests)
        with measured("catalog"):
            catalog = pipeline.choose(loaded, edition, today(), drafts=preview)
    notices = (*loaded.notices, *(contact_problems(root) if catalog.edition is Edition.PUBLIC else ()))
    show_problems(notices)
    # The index depends on no page: it is made beside all that follows.
    with forks.beside(lambda: index_site(root, catalog).placed) if mkdocs else nullcontext() as index:
        written, note = _bring(root, catalog, found, loaded.marks, quiet=not notices)
        rendered = render(root, mkdocs) if mkdocs else None
        # Beside MkDocs, which reads what is written.
        note()
        if not mkdocs or not rendered or not index:
            end_with_pages(root, _numbers(catalog), written)
            return
        say(built(_numbers(catalog), written))
        site = to_be_built(root, catalog, found.now, found.seeds)
        with working("MkDocs renders the site, Pagefind makes its index"), measured("MkDocs"):
            publish(root, mkdocs, rendered, lambda: _waited_for(index))
    if not preview:
        note_built(root, site)
        say(site_said(root, private=catalog.private))


def _bring(
    root: Path, catalog: Catalog, found: Look, articles: Mapping[str, Mark], *, quiet: bool
) -> tuple[Written, Callable[[], None]]:
    """Bring the pages in line with the catalog; give what was done, and what notes it for the next run."""
    if found.kept:
        return Written(found.kept.files, 0, 0), lambda: None
    marks, notes = Marks(catalog, articles), read_notes(root, found.by, found.stamps)

    def others() -> list[Outcome]:
        return [notes.follow(one) for one in recipes_beside_pages(catalog, found.settings, marks)]

    # Where nothing was made before, all of it at once would take a fifth more memory, and pages have both processors.
    with forks.beside(others) if found.stamps else nullcontext(others) as made:
        with working("Making the pages"), measured("pages"):
            pages = make_files(catalog, found.settings, marks, notes, carried_kept(root, catalog, articles))
        with working("Making references, data and feeds"), measured("references, data and feeds"):
            outcomes = [*pages, *made()]
    with working("Writing the pages"):
        same = {path for one in outcomes if one.files is None for path in one.paths}
        with measured("writing"):
            written = write_files(root / "docs", content(outcomes), same, found.stamps)

    def note() -> None:
        stamps = stamps_since(root, found.stamps, written.touched)
        notes.keep(root / NOTES, outcomes, stamps)
        keep(root, Kept(found.now, number(stamps), written.files, _numbers(catalog), quiet=quiet))

    return written, note


def _waited_for(index: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    with measured("waiting for the search index"):
        return index()


def _numbers(catalog: Catalog) -> str:
    return f"{count(len(catalog.articles), 'article')}, {count(catalog.held, 'text')} held, edition {catalog.edition}"
