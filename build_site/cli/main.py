"""The commands, and how each of them ends."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from build_site import __version__
from build_site.machine.console import show_problems
from build_site.problem import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence


_COMMANDS = {
    "add": "add",
    "build": "build",
    "check": "check",
    "describe": "describe",
    "init": "init",
    "offline": "offline",
    "schemas": "schemas",
    "serve": "serve",
    "summary": "summary",
    "verify": "verify_copy",
}


class _Commands(click.Group):
    """Loads a command when it is named, so that none waits for what only the others need."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name is click's
        """Give the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the name is click's
        """Load a command; None where there is none of the name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"build_site.cli.{cmd_name}"), _COMMANDS[cmd_name])
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="build-site")
def commands() -> None:
    """Turn a folder of news articles into a static, searchable site.

    Without a command, `build-site` builds.
    """


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
