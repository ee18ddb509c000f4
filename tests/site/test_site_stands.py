"""A site whose inputs are as they were is not built again; whatever it hangs on is found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.cli.unchanged import look
from build_site.machine.clock import today
from build_site.site import built
from build_site.site.config import configured
from tests.archive import make_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = """--- seeds/pier.yml
title: Pier
rights: CC0-1.0
--- docs/guide.md
# A guide by hand
"""
NOTE = ".press-archive/site.json"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        # Between two runs no day begins, which would be a change.
        patched.setenv("SOURCE_DATE_EPOCH", "2000000000")
        root = make_archive(tmp_path_factory.mktemp("stands"), ARCHIVE)
        assert run_inside(root).status == 0
        yield root


@pytest.fixture
def root(archive: Path, tmp_path: Path) -> Path:
    return shutil.copytree(archive, tmp_path / "copy", symlinks=True)


def stands(root: Path, edition: str = "full") -> bool:
    found = look(root, edition, clean=False, preview=False)
    return found.kept is not None and built.still_stands(root, found.now, found.seeds) is not None


def builds(root: Path, *options: str) -> bool:
    run = run_inside(root, "--timings", *options)
    assert run.status == 0, run.err
    assert f"The site is in {root / 'site'}/." in run.out
    return "\nMkDocs " in run.err


def test_where_nothing_changed_nothing_is_built(root: Path) -> None:
    assert not builds(root)
    assert "0 written, 0 removed" in run_inside(root).out


@pytest.mark.slow
@pytest.mark.parametrize("option", ["--clean", "--edition=public"])
def test_a_run_that_asks_for_more_builds(root: Path, option: str) -> None:
    assert builds(root, option)


@pytest.mark.parametrize(
    "path", ["docs/guide.md", "docs/new.md", "overrides/main.html", "mkdocs.yml", "seeds/pier.yml"]
)
def test_a_changed_input_is_found(root: Path, path: str) -> None:
    assert stands(root)
    (root / path).parent.mkdir(exist_ok=True)
    with (root / path).open("a") as file:
        file.write("\n# more\n")
    assert not stands(root)


@pytest.mark.parametrize("path", ["site/robots.txt", "site/new.html", "docs/articles/pier.md", NOTE])
def test_a_file_that_somebody_wrote_is_found(root: Path, path: str) -> None:
    (root / path).write_bytes(b"{}")
    assert not stands(root)


@pytest.mark.parametrize("path", ["site/articles/pier/index.html", NOTE])
def test_a_file_that_somebody_removed_is_found(root: Path, path: str) -> None:
    (root / path).unlink()
    assert not stands(root)


def test_a_page_that_is_linked_may_change_elsewhere(root: Path) -> None:
    (root / "docs/guide.md").rename(root / "guide.md")
    (root / "docs/guide.md").symlink_to("../guide.md")
    note(root)
    assert not stands(root)


@pytest.mark.parametrize(
    ("name", "value", "alone"),
    [
        ("hooks", [".press-archive/overrides/hooks/accelerate.py"], True),
        ("hooks", ["hooks/mine.py"], False),
        ("plugins", ["search"], False),
        ("plugins", None, False),
    ],
)
def test_plugins_and_hooks_may_read_anything(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object, *, alone: bool
) -> None:
    values: dict[str, Any] = configured(root) | {name: value}
    monkeypatch.setattr(built, "configured", lambda _: values)
    note(root)
    assert stands(root) is alone


def note(root: Path) -> None:
    """Note the site as one that was built from what is there now."""
    found = look(root, "full", clean=False, preview=False)
    catalog = pipeline.choose(pipeline.load(root), Edition.FULL, today())
    built.note_built(root, built.to_be_built(root, catalog, found.now, found.seeds))
