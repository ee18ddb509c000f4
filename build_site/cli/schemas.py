"""`build-site schemas`: what editors need to explain and check a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from build_site.cli.options import root_option
from build_site.contribute.schema import schema_files
from build_site.machine import disk
from build_site.machine.console import say
from build_site.page.markdown import count

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
def schemas(root: Path) -> None:
    """Write the JSON Schemas of records and registers into schemas/."""
    files = schema_files()
    changed = sum(disk.write_if_changed(root / path, data) for path, data in files.items())
    say(f"schemas/: {count(len(files), 'file')}, {changed} written")
