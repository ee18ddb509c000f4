"""`build-site describe`: what would be derived from a text, without building anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_site.article.markdown_words import words_of
from build_site.cli.options import root_option
from build_site.describe.given import Given, from_bytes, from_lines
from build_site.describe.many import Asked
from build_site.describe.many import describe as describe_all
from build_site.describe.row import row
from build_site.describe.shown import shown
from build_site.machine import disk
from build_site.machine.console import read_input, say, show_problems, show_rows
from build_site.problem import Gathering
from build_site.registers.load import load_registers
from build_site.seed.read import Reader

if TYPE_CHECKING:
    from build_site.registers.model import Registers


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="text: for reading. jsonl: one JSON object a text.",
)
@click.option("--stdin-jsonl", is_flag=True, help='Read lines {"id", "text"} from standard input; prints jsonl.')
@click.option("--suggest", "suggesting", is_flag=True, help="Propose register entries, as YAML, for what recurs.")
@root_option
def describe(files: tuple[str, ...], form: str, root: Path, *, stdin_jsonl: bool, suggesting: bool) -> None:
    """Show what would be derived from FILES (- is standard input), without building.

    Names held back are shown as well: the output is for you, not for publication. The registers are those of
    --root; without any, no topic and no source is derived. --suggest without FILES reads the archive's own texts.
    """
    if bool(files) + stdin_jsonl + (suggesting and not files and not stdin_jsonl) != 1:
        raise click.UsageError("Name FILES, or give --stdin-jsonl.")
    problems = Gathering()
    registers = _registers(root, problems)
    given = _given(files, problems) if files or stdin_jsonl else _of_archive(root, problems)
    problems.stop_if_any()
    show_problems(problems.found)
    described = describe_all([Asked(item.text) for item in given], registers)
    if suggesting:
        from build_site.describe.suggest import suggest  # noqa: PLC0415 - few runs suggest

        texts = {str(item.name): item.text for item in given}
        say(suggest(texts, dict(zip(texts, described, strict=True)), registers))
    elif stdin_jsonl or form == "jsonl":
        key = "id" if stdin_jsonl else "file"
        for item, found in zip(given, described, strict=True):
            say(json.dumps({key: item.name, **row(found, registers)}, ensure_ascii=False))
    else:
        for item, found in zip(given, described, strict=True):
            show_rows(shown(item, found, registers))


def _of_archive(root: Path, problems: Gathering) -> list[Given]:
    """Take the archive's own texts, without what is redacted."""
    from build_site import pipeline  # noqa: PLC0415 - takes longer to load than a text to describe

    found = pipeline.examine(root)
    problems.found = list(found.problems)
    return [Given(name, words_of(text)) for name, text in found.texts.items()]


def _registers(root: Path, problems: Gathering) -> Registers:
    reader = Reader(root)
    registers = load_registers(reader.read_registers(), problems)
    problems.found.extend(reader.problems.found)
    return registers


def _given(files: tuple[str, ...], problems: Gathering) -> list[Given]:
    """Read what is to be described: the files, or without any the lines on standard input."""
    if not files:
        return list(from_lines(read_input(), problems))
    given = []
    for name in files:
        with problems.step():
            given.append(from_bytes(name, read_input() if name == "-" else disk.read(Path(name)), problems))
    return given
