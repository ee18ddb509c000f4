"""The commands, and how each of them ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from build_site import __version__
from build_site.cli.add import add
from build_site.cli.build import build
from build_site.cli.check import check
from build_site.cli.describe import describe
from build_site.cli.init import init
from build_site.cli.offline import offline
from build_site.cli.schemas import schemas
from build_site.cli.serve import serve
from build_site.cli.summary import summary
from build_site.cli.verify import verify_copy
from build_site.machine.console import show_problems
from build_site.problem import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="build-site")
def commands() -> None:
    """Turn a folder of news articles into a static, searchable site.

    Without a command, `build-site` builds.
    """


commands.add_command(add)
commands.add_command(build)
commands.add_command(check)
commands.add_command(init)
commands.add_command(schemas)
commands.add_command(serve)
commands.add_command(summary)
commands.add_command(describe)
commands.add_command(offline)
commands.add_command(verify_copy)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 fine, 1 the seeds have problems, 2 wrong usage, 3 the machine or MkDocs failed."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    try:
        commands.main(args=given, prog_name="build-site")
    except ProblemsError as error:
        show_problems(error.problems)
        sys.exit(error.status)
