"""The pages of a copy: those of the web edition with other addresses, the same that MkDocs gives to files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.offline.flat import Flat, flat_pages
from build_site.site.built import markdown_files, still_built
from tests import offline_archive
from tests.inside import run_inside

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = """\
# A guide "by hand" & more

[Shown](../articles/shown.md), [its text](../articles/shown.md#text), [topics](../topics/index.md), [home](../index.md),
[the other](other.md?a=1&b=2#more), [here](#a-guide-by-hand-more), [out](https://elsewhere.example/a/?b#c),
<a@b.example>.

    <a href="../articles/shown/">an example, not a link</a>
"""
# What a page says of its own address is that of the living archive, in every form.
_OWN = re.compile(r'(?:<link rel="canonical"|<meta property="og:url")[^>]*>|(?<=<span class="cite__address">)[^<]*')

WEB = {"articles/x.md": "articles/x/index.html", "topics/index.md": "topics/index.html", "a b.md": "a b/index.html"}


@pytest.mark.parametrize(
    ("page", "flat"),
    [
        ('<a href="../../topics/">', '<a href="../topics/index.html">'),
        ('<a class="x" href="../..">', '<a class="x" href="../index.html">'),
        ('<a href="../../?q=a#b">', '<a href="../index.html?q=a#b">'),
        ('<a href="../y/">', '<a href="y/index.html">'),
        ('<a href="../../articles/x/?a=1&amp;b=2#l5">', '<a href="x.html?a=1&amp;b=2#l5">'),
        ('<a href="../../a%20b/">', '<a href="../a%20b.html">'),
        ('<img alt="a > b" src="../../p.png">', '<img alt="a > b" src="../p.png">'),
        ('<form action="../../topics/">', '<form action="../topics/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../../a%20b/index.html">',
            '<meta http-equiv="refresh" content="0; url=../a%20b.html">',
        ),
        *(
            (same, same)
            for same in ('<a href="#l5">', '<a href="https://a.example/b/">', '<a href="mailto:a@b.example">')
        ),
        *((same, same) for same in ('<a href="">', '<p>href="../../topics/"</p>', '<!-- <a href="../../topics/"> -->')),
        *((same, same) for same in ("<script>x = '<a href=\"../..\">'</script>", '<title>src="../../a"</title>')),
    ],
)
def test_an_address_of_a_page_becomes_that_of_a_file(page: str, flat: str) -> None:
    assert Flat(flat_pages(WEB)).page(page, WEB["articles/x.md"]) == flat


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive with pages written by hand in it, and what MkDocs makes of it as files beside."""
    root = offline_archive.make(tmp_path_factory.mktemp("archive"))
    for path, text in (("guides/by-hand.md", GUIDE), ("guides/other.md", "# Other\n\n## More\n\n[up](index.md)\n")):
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_text(text, "utf-8")
    (root / "docs" / "guides" / "index.md").write_text("# Guides\n\n[one](by-hand.md)\n", "utf-8")
    run = run_inside(root, "build", "--edition", "public")
    assert run.status == 0, run.err
    (root / "flat.yml").write_text("INHERIT: mkdocs.yml\nuse_directory_urls: false\nsite_dir: flat\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "flat.yml"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (root / "flat.yml").unlink()
    return root


@pytest.mark.slow
def test_each_page_is_what_mkdocs_makes_without_folders(root: Path) -> None:
    flat = Flat(flat_pages(markdown_files(root / "docs")))
    web = root / "site"
    pages = [path.relative_to(web).as_posix() for path in web.rglob("*.html") if path.name != "404.html"]
    assert {flat.path(path) for path in pages} == {
        path.relative_to(root / "flat").as_posix()
        for path in (root / "flat").rglob("*.html")
        if path.name != "404.html"
    }
    assert {"articles/shown.html", "articles/old-ferry.html", "guides/by-hand.html", "guides/index.html"} <= {
        flat.path(path) for path in pages
    }
    for path in pages:
        ours = flat.page((web / path).read_text("utf-8"), path)
        theirs = (root / "flat" / flat.path(path)).read_text("utf-8")
        assert _OWN.sub("", ours) == _OWN.sub("", theirs), path


@pytest.mark.slow
def test_the_site_that_stands_is_used(root: Path, tmp_path: Path) -> None:
    used, made = (run_inside(root, "offline", "--edition", one, "--out", str(tmp_path)) for one in ("public", "full"))
    assert (used.status, made.status) == (0, 0)
    assert "its pages are those in site/" in used.out
    assert "its pages are those in site/" not in made.out
    (first,) = tmp_path.glob("*-public-*.zip")
    # A page that is not as the build left it is not used.
    page = root / "site" / "articles" / "plain" / "index.html"
    words, status = page.read_text("utf-8"), page.stat()
    page.write_text(words.replace("narwhal", "octopus"), "utf-8")
    again = run_inside(root, "offline", "--edition", "public", "--out", str(tmp_path / "again"))
    assert "its pages are those in site/" not in again.out
    (second,) = (tmp_path / "again").glob("*-public-*.zip")
    assert first.read_bytes() == second.read_bytes()
    page.write_text(words, "utf-8")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "added"),
    [
        ("seeds/plain.txt", "And so on."),
        ("seeds/registers/sources.yml", "# changed"),
        ("mkdocs.yml", "copyright: nobody"),
        ("docs/guides/index.md", "And so on."),
        ("site/robots.txt", "# changed"),
    ],
)
def test_the_site_is_not_used_when_anything_behind_it_has_changed(root: Path, path: str, added: str) -> None:
    def stands(edition: Edition) -> bool:
        return still_built(root, pipeline.choose(pipeline.load(root), edition, today())) is not None

    assert (stands(Edition.PUBLIC), stands(Edition.FULL)) == (True, False)
    before, status = (root / path).read_bytes(), (root / path).stat()
    (root / path).write_bytes(before + f"\n{added}\n".encode())
    try:
        assert not stands(Edition.PUBLIC)
    finally:
        (root / path).write_bytes(before)
        os.utime(root / path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert stands(Edition.PUBLIC)
