"""`build-site build`: from `seeds/` to `site/`."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from build_site.article.model import Edition
from build_site.cli.options import edition_option, root_option
from build_site.cli.unchanged import end_unchanged, look
from build_site.machine import collecting
from build_site.machine.console import show
from build_site.machine.lock import only_one
from build_site.machine.progress import measured, parts, table
from build_site.site.publish import PREVIEW, SITE, mkdocs_at_hand, recover

if TYPE_CHECKING:
    from pathlib import Path


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
        found = look(root, edition, clean=clean, preview=preview)
        if not end_unchanged(root, found, pages_only=pages_only):
            site = PREVIEW if preview else SITE
            with nullcontext() if pages_only else mkdocs_at_hand(root, site, clean=clean) as mkdocs:
                # Half of what a run loads is for making something.
                from build_site.cli.making import make  # noqa: PLC0415 - see above

                make(root, Edition(edition), found, mkdocs, preview=preview)
    if timings:
        show(table(parts()))
