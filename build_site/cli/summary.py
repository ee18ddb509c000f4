"""`build-site summary`: what a pull request changes, for its reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cli import git
from build_site.cli.options import root_option
from build_site.contribute.summary import summarise
from build_site.contribute.tracked import IGNORED
from build_site.machine import disk
from build_site.machine.clock import today
from build_site.machine.console import say
from build_site.pipeline import Loaded
from build_site.site.publish import SITE

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@click.option("--against", "ref", required=True, metavar="REF", help="The state of the repository to compare with.")
def summary(root: Path, ref: str) -> None:
    """Say in Markdown what is new since REF, as the public edition shows it. Seeds with errors are left to check."""
    before = git.base(root, ref)
    found = pipeline.examine(root)
    catalog = pipeline.choose(Loaded(found.articles, found.registers, ()), Edition.PUBLIC, today())
    ignored = {path.removeprefix("seeds/") for path in git.listed(root, IGNORED)}
    size = sum(item.size for item in disk.find_files(root / "seeds") if item.path not in ignored)
    built = {item.path: item.size for item in disk.find_files(root / SITE)} if disk.exists(root / SITE) else {}
    say(summarise(catalog, found, before, size, built))
