"""`build-site check`: every problem of every seed, and nothing written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.cli import git
from build_site.cli.options import root_option
from build_site.contribute.base import vanished
from build_site.contribute.inspect import inspect
from build_site.contribute.report import Form, as_annotations, as_json, result
from build_site.contribute.tracked import IGNORED, TRACKED, against_their_record
from build_site.machine.console import say, show_problems
from build_site.problem import Exit, ProblemsError, Severity, with_source_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from build_site.pipeline import Examined
    from build_site.problem import Problem


@click.command()
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="text: for a person. github: annotations on the lines of a pull request. json: for a program.",
)
@click.option("--against", "ref", default="", metavar="REF", help="Also report ids that REF had and that are gone.")
def check(root: Path, form: str, ref: str) -> None:
    """Check the seeds and registers; write nothing."""
    found = pipeline.examine(root)
    problems = everything(root, found, ref)
    _show(Form(form), len(found.seeds), problems)
    if any(item.severity is Severity.ERROR for item in problems):
        sys.exit(Exit.SEEDS)


def everything(root: Path, found: Examined, ref: str = "") -> tuple[Problem, ...]:
    """Return what a build would say, and what only a check looks at, in the order of the files."""
    tracked, ignored = git.listed(root, TRACKED), git.listed(root, IGNORED)
    more = [*inspect(found), *against_their_record(found, tracked, ignored)]
    if ref:
        more += vanished(found, git.base(root, ref))
    # A line of somebody's text is not repeated: its words have no place in a log.
    shown = {path: lines for path, lines in found.lines.items() if not path.endswith(".txt")}
    return ProblemsError([*found.problems, *with_source_lines(more, shown)]).problems


def _show(form: Form, articles: int, problems: Sequence[Problem]) -> None:
    if form is Form.JSON:
        say(as_json(articles, problems))
    elif form is Form.GITHUB:
        say(as_annotations(problems) + result(articles, problems))
    else:
        show_problems(problems)
        say(result(articles, problems))
