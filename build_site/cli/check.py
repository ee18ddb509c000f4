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
from build_site.contribute.repair import difference, repair_record, repair_space
from build_site.contribute.report import Form, as_annotations, as_json, result
from build_site.contribute.tracked import IGNORED, TRACKED, against_their_record
from build_site.machine import disk
from build_site.machine.console import say, show, show_problems
from build_site.problem import Exit, ProblemsError, Severity, with_source_lines
from build_site.registers.lookup import Lookup
from build_site.site.contact import contact_problems

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
@click.option("--fix", is_flag=True, help="Mend what is safe in records first, and show the difference.")
def check(root: Path, form: str, ref: str, *, fix: bool) -> None:
    """Check the seeds and registers; write nothing, but with --fix."""
    found = pipeline.examine(root)
    if fix:
        _fix(root, found)
        found = pipeline.examine(root)
    problems = everything(root, found, ref)
    _show(Form(form), len(found.seeds), problems)
    if any(item.severity is Severity.ERROR for item in problems):
        sys.exit(Exit.SEEDS)


def _fix(root: Path, found: Examined) -> None:
    """Mend the records and registers that could be read. No text is ever touched, and no Markdown file."""
    lookup = Lookup(found.registers)
    records = [seed.path for seed in found.seeds if seed.record and seed.path.endswith(".yml")]
    registers = [path for path in found.lines if path.startswith("seeds/registers/")]
    for path in sorted([*records, *registers]):
        before = disk.read(root / path).decode("utf-8-sig")
        after = repair_space(before) if path in registers else repair_record(before, lookup)
        if after != before:
            disk.write_if_changed(root / path, after.encode())
            show(difference(path, before, after))


def everything(root: Path, found: Examined, ref: str = "") -> tuple[Problem, ...]:
    """Return what a build would say, and what only a check looks at, in the order of the files."""
    tracked, ignored = git.listed(root, TRACKED), git.listed(root, IGNORED)
    more = [*inspect(found), *against_their_record(found, tracked, ignored)]
    if ref:
        more += vanished(found, git.base(root, ref))
    # A line of somebody's text is not repeated: its words have no place in a log.
    shown = {path: lines for path, lines in found.lines.items() if not path.endswith(".txt")}
    problems = [*found.problems, *with_source_lines(more, shown), *contact_problems(root)]
    return ProblemsError(problems).problems


def _show(form: Form, articles: int, problems: Sequence[Problem]) -> None:
    if form is Form.JSON:
        say(as_json(articles, problems))
    elif form is Form.GITHUB:
        say(as_annotations(problems) + result(articles, problems))
    else:
        show_problems(problems)
        say(result(articles, problems))
        say(_next(problems))


def _next(problems: Sequence[Problem]) -> str:
    if any(item.severity is Severity.ERROR for item in problems):
        return "Next: follow the hints above, then run build-site check again"
    return "Next: build-site serve shows the pages while you work; build-site makes the site"
