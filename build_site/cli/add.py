"""`build-site add`: a text becomes a seed with a record to settle."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_site import pipeline
from build_site.article.markdown_words import words_of
from build_site.catalog.slug import slug
from build_site.cli.options import root_option
from build_site.contribute.alike import like_this
from build_site.contribute.identify import make_id
from build_site.contribute.schema import schema_files
from build_site.contribute.suggest import headline, make_record, people_of
from build_site.derive import derive
from build_site.machine import disk
from build_site.machine.clock import today
from build_site.machine.console import read_input, say, show_problems
from build_site.machine.disk import Found
from build_site.page.markdown import count
from build_site.problem import Gathering, Position, problem
from build_site.registers.lookup import Lookup
from build_site.seed.decode import decode
from build_site.seed.folder import sort_files
from build_site.seed.frontmatter import MarkdownSeed, split
from build_site.seed.limits import check_shape
from build_site.seed.node import Mapping, Scalar
from build_site.seed.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.derive.model import Description
    from build_site.pipeline import Examined
    from build_site.seed.node import Node

_INPUT = "-"
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NOTHING = Mapping({}, {}, Position(""))


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A text on its way into the archive."""

    id: str
    """The id that it gets."""
    suffix: str
    """`.txt` or `.md`."""
    data: bytes
    """The bytes as received."""
    content: str
    """The characters."""
    found: Description
    """What the text says of itself."""

    @property
    def own_record(self) -> bool:
        """True where the text brought its record along, as front matter."""
        return self.suffix == ".md" and self.content.startswith("---")

    @property
    def path(self) -> str:
        """Where the text will stand."""
        return f"seeds/{self.id}{self.suffix}"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--id", "wanted", default="", metavar="ID", help="The id, where the suggested one does not suit.")
@root_option
def add(files: tuple[str, ...], wanted: str, root: Path) -> None:
    """Add texts (.txt, .md, or - for standard input) with a record to settle. Nothing is ever overwritten."""
    if wanted and len(files) > 1:
        raise click.UsageError("--id names one article; give one FILE with it")
    for file in files:
        archive = _archive(root)
        newcomer = _received(file, wanted, archive)
        _refuse_taken(newcomer, archive)
        _write(root, newcomer, archive)
        for line in _told(newcomer, archive):
            say(line)
    say("Next: open each new file in seeds/, settle its TODO lines, then run: build-site check")


def _archive(root: Path) -> Examined:
    if not disk.exists(root / "seeds"):
        hint = "run the command in the archive's folder, name it with --root, or make one: build-site init DIR"
        raise problem(Position("seeds"), f"there is no folder seeds/ in {root}", hint)
    return pipeline.examine(root)


def _received(file: str, wanted: str, archive: Examined) -> Newcomer:
    suffix = ".txt" if file == _INPUT else Path(file).suffix.lower()
    if suffix not in (".txt", ".md"):
        hint = "save the text as plain text (.txt) in UTF-8"
        raise problem(Position(file), f"a file of another kind ({suffix or 'no ending'})", hint)
    if file != _INPUT and not disk.exists(Path(file)):
        raise problem(Position(file), "there is no such file", "give the path of the text, or - for standard input")
    data = read_input() if file == _INPUT else disk.read(Path(file))
    decoded = decode(data, file)
    if not decoded.content.strip():
        raise problem(Position(file), "the text is empty", "give the article's text")
    show_problems([*decoded.notices, *check_shape(decoded.content, file)])
    seed = split(decoded.content, file) if suffix == ".md" else MarkdownSeed(_NOTHING, Text(file, decoded.content))
    found = derive(words_of(seed.text), archive.registers)
    return Newcomer(wanted or _suggested(found, seed.record, archive), suffix, data, decoded.content, found)


def _suggested(found: Description, record: Node, archive: Examined) -> str:
    """Suggest an id from what front matter says of the article, and else from what the text says."""
    names = [form for person in found.people for form in (person.name, *person.forms)]
    title = _written(record, "title") or headline(found) or found.title.value
    outlet = _written(record, "source")
    source = slug(outlet) if outlet else found.source.value
    date = _DATE.match(_written(record, "published"))
    taken = [seed.id for seed in archive.seeds]
    return make_id(date[0] if date else found.published.value, source, title, names, taken)


def _written(record: Node, field: str) -> str:
    value = record.entries.get(field) if isinstance(record, Mapping) else None
    return value.value if isinstance(value, Scalar) else ""


def _refuse_taken(newcomer: Newcomer, archive: Examined) -> None:
    """Refuse an id that cannot be one, that an article has, or had once."""
    problems = Gathering()
    file = Found(f"{newcomer.id}{newcomer.suffix}", regular=True, size=len(newcomer.data))
    seeds = sort_files([file], problems)
    problems.stop_if_any()
    if [seed.id for seed in seeds] != [newcomer.id]:
        hint = "use letters a to z, digits, hyphens and underscores, for example 2031-04-02-courier-harbour"
        raise problem(
            Position(newcomer.path), f'"{newcomer.id}" cannot be an id: it becomes a part of an address', hint
        )
    owners = {seed.id.lower(): seed.path for seed in archive.seeds}
    owners |= {old.lower(): item.path for item in archive.articles for old in item.record.formerly}
    if owner := owners.get(newcomer.id.lower()):
        hint = "an id is permanent: choose another with --id"
        raise problem(Position(owner), f'the id "{newcomer.id}" is taken', hint)


def _write(root: Path, newcomer: Newcomer, archive: Examined) -> None:
    """Hold the text back from git first; then write text and record, each only where nothing stands."""
    lookup, path = Lookup(archive.registers), newcomer.path
    _ignore(root, path)
    if newcomer.suffix == ".txt":
        sha256 = hashlib.sha256(newcomer.data).hexdigest()
        record = make_record(newcomer.found, archive.registers, lookup, sha256, today())
        disk.create(root / path, newcomer.data)
        disk.create(root / f"seeds/{newcomer.id}.yml", record.encode())
    elif newcomer.own_record:
        disk.create(root / path, newcomer.data)
    else:
        record = make_record(newcomer.found, archive.registers, lookup, "", today())
        disk.create(root / path, f"---\n{record}---\n\n{newcomer.content}".encode())
    for name, content in schema_files().items():
        disk.write_if_changed(root / name, content)


def _ignore(root: Path, path: str) -> None:
    """Add a line to `.gitignore`: nothing that was committed once is private again."""
    file = root / ".gitignore"
    before = disk.read(file).decode("utf-8", "replace") if disk.exists(file) else ""
    if f"/{path}" in before.splitlines():
        return
    gap = "" if not before or before.endswith("\n") else "\n"
    disk.write_if_changed(file, f"{before}{gap}/{path}\n".encode())


def _told(newcomer: Newcomer, archive: Examined) -> Iterator[str]:
    yield f"{newcomer.path}: the text as received"
    if newcomer.suffix == ".txt":
        yield f"seeds/{newcomer.id}.yml: its record, with suggestions to review"
    yield ".gitignore: git leaves the text alone until its record says `access: full` and you remove the line"
    if newcomer.suffix == ".md":
        yield "  the record stands in the same file, so git leaves it alone too; use .txt to publish the record only"
    if not newcomer.own_record:
        yield from _unknown(newcomer.found, archive)
    for pair in like_this(newcomer.id, newcomer.content, archive):
        other = pair.other if pair.id == newcomer.id else pair.id
        yield f'{pair.containment:.0%} of the shorter text also stands in "{other}"; is it the same article?'


def _unknown(found: Description, archive: Examined) -> Iterator[str]:
    people = people_of(found, Lookup(archive.registers))
    unknown = sum(not item.person.id for item in people)
    if unknown:
        yield f"people: {count(unknown, 'name')} not in seeds/registers/people.yml; the record says which"
    if not found.topics:
        yield "topics: none of seeds/registers/topics.yml is clear from the text"
