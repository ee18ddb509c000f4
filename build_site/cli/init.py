"""`build-site init`: a new archive, complete, that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from build_site.contribute.archive import archive_files, requirement
from build_site.machine import disk
from build_site.machine.console import say
from build_site.page.markdown import count
from build_site.problem import Position, problem
from build_site.seed.text import squeeze
from build_site.site.shipped import AS_THEY_ARE, CONFIG, TEMPLATE, direct_url, shipped, template


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="", help="Name of the archive; without it, the folder's.")
def init(folder: Path, name: str) -> None:
    """Make a new archive in DIR. Nothing is ever overwritten."""
    called = squeeze(name) or folder.resolve().name
    files = archive_files(
        shipped(CONFIG).decode(),
        called,
        requirement(direct_url()),
        {path: template(source) for path, source in TEMPLATE.items()},
        {path: shipped(path) for path in AS_THEY_ARE},
    )
    _refuse_what_is_there(folder, files)
    for path, data in files.items():
        disk.create(folder / path, data)
    say(f"{folder}: a new archive, {count(len(files), 'file')}")
    say(f"Next: cd {folder}, then add a text: build-site add FILE")


def _refuse_what_is_there(folder: Path, files: dict[str, bytes]) -> None:
    there = [folder / path for path in files if disk.exists(folder / path)]
    if there:
        more = f", and {count(len(there) - 1, 'other')} of a new archive" if there[1:] else ""
        hint = "name a folder that is empty or not there yet"
        raise problem(Position(there[0].as_posix()), f"this file is there already{more}", hint)
