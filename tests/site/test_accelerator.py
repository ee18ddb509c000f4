"""The accelerator makes the same site as MkDocs alone: every file, every word of the log."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_site import accelerator
from build_site.accelerator import proven
from build_site.page.address import GENERATED
from tests.archive import make_archive
from tests.corpus.archive import write_corpus
from tests.inside import run_inside
from tests.site.mkdocs_builds import build, differences

if TYPE_CHECKING:
    from collections.abc import Callable

EACH_TIME = {"topics/dates/index.html", "topics/looks/index.html"}
"""A page whose front matter cannot be kept, and pages whose templates look into other pages."""
DEFEATING = Path(__file__).parents[1] / "fixtures" / "defeating.txt"


def pages_of(folder: Path, count: int) -> Path:
    write_corpus(folder, count)
    assert run_inside(folder, "build", "--pages-only").status == 0
    return folder


def defeating(folder: Path) -> Path:
    """A site made to defeat every shortcut; see the file."""
    return make_archive(folder, DEFEATING.read_text("utf-8"))


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def compare(root: Path, *, strict: bool = False) -> list[str]:
    stock = build(root, "stock", accelerated=False, strict=strict)
    ours = build(root, "ours", accelerated=True, strict=strict)
    assert stock.files, "the stock build made nothing"
    assert stock.aborted == ours.aborted
    return differences(stock, ours)


def test_forty_articles_come_out_the_same(tmp_path: Path) -> None:
    root = pages_of(tmp_path, 40)
    edit(root / "mkdocs.yml", lambda text: text.replace('!ENV [SITE_URL, ""]', "https://archive.example.org/a/"))
    assert compare(root, strict=True) == []


def test_the_records_of_this_project_and_its_guides_come_out_the_same(root: Path, tmp_path: Path) -> None:
    generated = shutil.ignore_patterns(*GENERATED)
    for folder in ("docs", "overrides", "seeds"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=generated if folder == "docs" else None)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "docs/index.md").unlink(missing_ok=True)
    assert run_inside(tmp_path, "build", "--pages-only").status == 0
    assert compare(tmp_path, strict=True) == []


@pytest.mark.slow
def test_three_hundred_articles_come_out_the_same(tmp_path: Path) -> None:
    assert compare(pages_of(tmp_path, 300), strict=True) == []


@pytest.mark.parametrize("directories", ["true", "false"])
def test_a_site_that_defeats_the_shortcuts_comes_out_the_same(tmp_path: Path, directories: str) -> None:
    root = defeating(tmp_path)
    edit(root / "mkdocs.yml", lambda text: text + f"use_directory_urls: {directories}\n")
    assert compare(root) == []


def test_warnings_stop_a_strict_build_as_they_do_in_mkdocs(tmp_path: Path) -> None:
    root = defeating(tmp_path)
    stock = build(root, "stock", accelerated=False, strict=True)
    ours = build(root, "ours", accelerated=True, strict=True)
    assert stock.aborted
    assert ours.aborted
    assert any("is not found among documentation files" in words for words in ours.said)
    assert differences(stock, ours) == []


def test_a_version_that_was_not_proven_is_left_to_mkdocs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = defeating(tmp_path)
    monkeypatch.setattr(accelerator, "installed", lambda: {**proven.installed(), "mkdocs": "1.6.99"})
    stock, ours = build(root, "stock", accelerated=False), build(root, "ours", accelerated=True)
    told = "INFO The accelerator steps aside: it was not proven with mkdocs 1.6.99"
    assert [words for words in ours.said if words not in stock.said] == [told]
    assert stock.files == ours.files


def test_a_hook_that_sees_each_page_is_left_to_mkdocs(tmp_path: Path) -> None:
    root = defeating(tmp_path)
    (root / "shout.py").write_text("def on_page_content(html, **_):\n    return html.upper()\n")
    edit(root / "mkdocs.yml", lambda text: text.replace("hooks:\n", "hooks:\n  - shout.py\n"))
    stock, ours = build(root, "stock", accelerated=False), build(root, "ours", accelerated=True)
    assert stock.files == ours.files
    assert "INFO The accelerator steps aside: shout.py listens to each page (page_content)" in ours.said


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = defeating(tmp_path_factory.mktemp("once"))
    assert compare(root) == []
    return root


@pytest.fixture
def built_before(built_once: Path, tmp_path: Path) -> Path:
    """A copy of a site that was built; what was kept of it holds in another folder, too."""
    return Path(shutil.copytree(built_once, tmp_path / "copy"))


def times(root: Path) -> dict[str, int]:
    """When each file of the accelerated site was written."""
    folder = root / "ours"
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def written(before: dict[str, int], after: dict[str, int]) -> set[str]:
    """Which pages and copies were written since; templates of the whole site always are."""
    every_time = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"}
    return {path for path, time in after.items() if before.get(path) != time} - every_time


def test_nothing_is_written_where_nothing_changed(built_before: Path) -> None:
    before = times(built_before)
    assert compare(built_before) == []
    assert written(before, times(built_before)) <= EACH_TIME


def test_one_page_is_made_where_one_text_changed(built_before: Path) -> None:
    before = times(built_before)
    edit(built_before / "docs/topics/harbour.md", lambda text: text.replace("Last words", "Other words"))
    assert compare(built_before) == []
    assert written(before, times(built_before)) - EACH_TIME == {"topics/harbour/index.html"}


def test_one_page_is_made_where_a_list_in_front_matter_of_the_navigation_changed(built_before: Path) -> None:
    before = times(built_before)
    edit(built_before / "docs/topics/index.md", lambda text: text.replace("hide: [toc]", "hide: [toc, path]"))
    assert compare(built_before) == []
    assert written(before, times(built_before)) - EACH_TIME == {"topics/index.html"}


def kept(root: Path) -> list[Path]:
    found = sorted((root / ".press-archive/mkdocs").glob("*.kept"))
    assert found
    return found


def footer_comes(root: Path) -> None:
    (root / "overrides/partials").mkdir()
    (root / "overrides/partials/footer.html").write_text("<footer>{{ page.title if page }}</footer>")


def copy_becomes_a_folder(root: Path) -> None:
    (root / "docs/data.csv").unlink()
    (root / "docs/data.csv").mkdir()
    (root / "docs/data.csv/x.md").write_text("# X\n")


def keep_shortened(root: Path) -> None:
    for path in kept(root):
        path.write_bytes(path.read_bytes()[:-100])


def keep_altered(root: Path) -> None:
    for path in kept(root):
        data = path.read_bytes()
        path.write_bytes(data[:3000] + bytes([data[3000] ^ 1]) + data[3001:])


def templates_shortened(root: Path) -> None:
    for path in (root / ".press-archive/mkdocs/templates").iterdir():
        path.write_bytes(path.read_bytes()[:50])


def half_is_gone(root: Path) -> None:
    for path in sorted((root / "ours/topics").rglob("*.html"))[::2]:
        path.unlink()


def pages_come(root: Path) -> None:
    (root / "docs/nowhere.md").write_text("# Now somewhere\n")


def config(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root / "mkdocs.yml", lambda text: text.replace(old, new))


def page(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root / path, lambda text: text.replace(old, new))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page is added": pages_come,
    "a page is removed": lambda root: (root / "docs/topics/harbour.md").unlink(),
    "a page in the navigation gets another title": page("docs/topics/index.md", "Topics & <b>so on</b>", "Subjects"),
    "a place that links lead to goes": page("docs/one.md", "#l3", "#l4"),
    "a template changes": page("overrides/strange.html", "{{ super() }}", "{{ super() }}!"),
    "the configuration changes": config("site_name: Defeating", "site_name: Still defeating"),
    "something else lies in the site": lambda root: (root / "ours/topics/else").write_text("else"),
    "what was kept is cut off": keep_shortened,
    "a killed build left half a site": half_is_gone,
}
MORE: dict[str, Callable[[Path], object]] = {
    "a page gets another name": lambda root: (root / "docs/topics/harbour.md").rename(root / "docs/topics/quay.md"),
    "a text of the navigation changes": page("docs/one.md", "# One", "# One\n\n## More"),
    "a template of all pages comes": footer_comes,
    "the site gets an address": config("docs_dir:", "site_url: https://x.example.org/y/\ndocs_dir:"),
    "the site gets a repository": config("docs_dir:", "repo_url: https://github.com/x/y\nedit_uri: edit/\ndocs_dir:"),
    "another extension reads the texts": config("[attr_list]", "[attr_list, footnotes, admonition]"),
    "a page leaves the navigation": config("      - Deep: deep/two.md\n", ""),
    "a file that is copied changes": lambda root: (root / "docs/data.csv").write_text("a,c\n"),
    "a file that is copied goes": lambda root: (root / "docs/data.csv").unlink(),
    "a copied file becomes a folder": copy_becomes_a_folder,
    "an output is damaged": lambda root: (root / "ours/one/index.html").write_text("cut off"),
    "what was kept is altered": keep_altered,
    "what was kept is empty": lambda root: [path.write_bytes(b"") for path in kept(root)],
    "compiled templates are damaged": templates_shortened,
}


@pytest.mark.parametrize("what", [*CHANGES, *(pytest.param(name, marks=pytest.mark.slow) for name in MORE)])
def test_after_a_change_the_site_is_that_of_a_clean_build(built_before: Path, what: str) -> None:
    (CHANGES | MORE)[what](built_before)
    assert compare(built_before) == []
