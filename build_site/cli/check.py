"""`build-site check`: every problem of every seed, and nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.cli.options import root_option
from build_site.machine.console import say, show_problems
from build_site.page.markdown import count

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
def check(root: Path) -> None:
    """Check the seeds and registers; write nothing."""
    loaded = pipeline.load(root)
    show_problems(loaded.notices)
    say(f"{count(len(loaded.articles), 'article')}: no problem found")
