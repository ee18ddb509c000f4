"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from build_site.article.model import Edition

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="Folder of the archive: it holds mkdocs.yml and seeds/.",
)
edition_option = click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.FULL.value,
    show_default=True,
    help="full: everything held here, for yourself. public: only what may be published.",
)
