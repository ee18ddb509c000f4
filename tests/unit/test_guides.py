"""What the guides tell people to type is what the program takes."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from build_site.cli.main import commands
from build_site.fields.record import read_record
from build_site.fields.table import FIELDS
from build_site.problem import Gathering, Position
from build_site.registers.load import load_registers
from build_site.seed.node import Mapping, compose
from tests.browser.pictures import MOST, size_of

PROJECT = Path(__file__).resolve().parents[2]
GUIDES = [*sorted((PROJECT / "docs").glob("*.md")), PROJECT / "build_site/contribute/template/README.md"]
REGISTERS = ("people", "topics", "sources")


def typed(text: str) -> set[str]:
    """Everything behind `build-site` in code."""
    code = "\n".join(
        re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE) + re.findall(r"`([^`\n]+)`", text)
    )
    return {found.strip() for found in re.findall(r"(?<![\w-])build-site((?: [\w./<>-]+)*)", code)}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_commands_and_options_are_there(guide: Path) -> None:
    for words in map(str.split, typed(guide.read_text("utf-8"))):
        named = words[:1] if words and not words[0].startswith("-") else ["build"]
        command = commands.get_command(click.Context(commands), named[0])
        assert command, f"{guide.name}: build-site {' '.join(words)}"
        options = {name for item in command.params if isinstance(item, click.Option) for name in item.opts}
        assert {word for word in words if word.startswith("--")} <= options | {"--help", "--version"}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_examples_of_records_and_registers_are_right(guide: Path) -> None:
    for block in re.findall(r"^ *```yaml\n(.*?)^ *```", guide.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        text = re.sub(r"(?m)^   ", "", block) if block.startswith("   ") else block
        node = compose(text, guide.name)
        assert isinstance(node, Mapping)
        if node.entries.keys() <= FIELDS.keys() - set(REGISTERS) or "title" in node.entries:
            read_record(node)
        else:
            problems = Gathering()
            empty = {name: Mapping({}, {}, Position(guide.name)) for name in REGISTERS}
            (name,) = yaml.safe_load(text)
            load_registers({**empty, name: node}, problems)
            assert problems.found == []


PICTURE = re.compile(r"!\[([^\]]*)\]\((pictures/[\w-]+\.webp)\)\{([^}]*)\}")


def test_pictures_are_there_described_and_light() -> None:
    texts = {path: path.read_text("utf-8") for path in (PROJECT / "docs").glob("*.md")}
    found = [match for text in texts.values() for match in PICTURE.finditer(text)]
    assert len(found) == sum(text.count("![") for text in texts.values()), "each picture has a description and a size"
    assert {path for _, path, _ in (match.groups() for match in found)} == {
        f"pictures/{path.name}" for path in (PROJECT / "docs/pictures").iterdir()
    }
    for words, path, attributes in (match.groups() for match in found):
        assert len(words) > 30, f"{path}: who does not see it has to learn what it shows"
        width, height = size_of((PROJECT / "docs" / path).read_bytes())
        assert attributes == f' width="{width}" height="{height}" loading="lazy" '
        assert (PROJECT / "docs" / path).stat().st_size <= MOST


def test_what_init_leaves_to_do_is_in_the_guide() -> None:
    guide = (PROJECT / "docs/publishing.md").read_text("utf-8")
    for place in ("extra.contact", ".github/ISSUE_TEMPLATE/config.yml", "requirements.txt", "CODEOWNERS"):
        assert place in guide
    assert "Settings → Pages → Source: GitHub Actions" in guide
