"""The files of a site are listed as MkDocs lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from build_site.accelerator.listing import list_files

if TYPE_CHECKING:
    from pathlib import Path

PATHS = (
    *("index.md", "about.md", "data.csv", ".hidden.md", "templates/x.html", "articles/index.md", "articles/b c.md"),
    *("articles/a.md", "articles/.x/y.md", "articles/é.txt", "articles/templates/z.md", "topics/deep/er/one.markdown"),
    *("topics/.gitkeep", "topics/deep/README.md", "other/one.md", "topics.md"),
)
VALUES = (
    "src_uri",
    "dest_uri",
    "abs_src_path",
    "abs_dest_path",
    "url",
    "inclusion",
    "name",
    "edit_uri",
    "generated_by",
)


@pytest.mark.parametrize("also", ["", "articles/README.md", "other/one.html"])
@pytest.mark.parametrize(
    "config",
    [
        "not_in_nav: |\n  /articles/\n  /topics/\n",
        "not_in_nav: |\n  /articles/\n  deep/\n  !/topics/deep/er/\n",
        "exclude_docs: |\n  *.csv\n  articles/a.md\n",
        "draft_docs: articles/a.md\n",
        "use_directory_urls: false\n",
    ],
)
def test_files_are_listed_as_mkdocs_lists_them(tmp_path: Path, config: str, also: str) -> None:
    for path in (*PATHS, *filter(None, (also,))):
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).touch()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{config}", "utf-8")
    loaded = load_config(str(tmp_path / "mkdocs.yml"))
    ours, stock = (
        [[getattr(file, name) for name in VALUES] for file in made(loaded)] for made in (list_files, get_files)
    )
    assert ours == stock
