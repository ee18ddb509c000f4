"""`build-site serve`: a preview that follows every change of a seed, a register, a page or a template."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from build_site.cli.options import edition_option, root_option
from build_site.machine import preview, process, watch
from build_site.machine.console import say
from build_site.page.address import GENERATED, HOME
from build_site.site.publish import PREVIEW
from build_site.site.shipped import follow_script

if TYPE_CHECKING:
    from pathlib import Path

_PARTS = ("seeds/", "docs/", "overrides/", "mkdocs.yml")
_NAMED = 3
_GENERATED = {*(f"docs/{folder}" for folder in GENERATED), f"docs/{HOME}"}


@click.command()
@root_option
@edition_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="NUMBER",
    help="Port on this machine; 0 takes any that is free.",
)
def serve(root: Path, edition: str, port: int) -> None:
    """Show the site, drafts included, and build it again after each change. Only this machine can reach it."""
    state = preview.State()
    with preview.serving(root / PREVIEW, state, follow_script(), port) as address:
        say(f"Preview: {address} (stop it with Ctrl+C)")
        try:
            for changed in watch.changes(lambda: watch.stamps(root, passed_over)):
                _build(root, edition, state, changed)
        except KeyboardInterrupt:
            say("Stopped. Next: build-site check, then build-site")


def passed_over(path: str) -> bool:
    """Tell whether a change of this file leads to no build: what a build writes, what editors keep beside a file."""
    name = path.rpartition("/")[2]
    wanted = f"{path}/".startswith(_PARTS[:3]) or path in _PARTS
    return not wanted or path in _GENERATED or name.startswith((".", "#")) or name.endswith(("~", ".tmp"))


def _build(root: Path, edition: str, state: preview.State, changed: tuple[str, ...]) -> None:
    """Build in a process of its own, so that memory and modules are those of a build by hand."""
    command = [
        sys.executable,
        "-m",
        "build_site",
        "build",
        "--preview",
        "--edition",
        edition,
        "--root",
        str(root.resolve()),
    ]
    done = process.run(command, root, {"NO_COLOR": "1"})
    state.finished(done.output.strip() if done.status else "")
    because = f" ({', '.join(changed[:_NAMED])}{' …' if len(changed) > _NAMED else ''})" if changed else ""
    if done.status:
        say(f"Not built{because}; the last good pages stay:\n{done.output.strip()}")
    else:
        say(f"Built{because}: {done.output.strip().splitlines()[-1]}")
