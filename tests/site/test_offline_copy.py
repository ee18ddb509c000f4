"""The offline copy of each edition: whole, the same from any folder, and without what the edition withholds."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import bagit  # type: ignore[import-untyped]  # the library brings no types
import pytest
import yaml

from build_site import pipeline
from build_site.article.model import Edition
from build_site.machine.clock import today
from build_site.machine.packed import open_files
from build_site.offline.verify import verify
from tests import offline_archive
from tests.archive import make_archive
from tests.inside import run_inside
from tests.links import broken_links, read
from tests.offline_archive import FILES, UNLISTED, WITHHELD, WITHHELD_ALWAYS, contents, make_copy, names, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.article.model import Article
    from build_site.catalog.model import Catalog

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return offline_archive.make(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def copies(root: Path) -> dict[str, Path]:
    return {edition: make_copy(root, edition) for edition in ("full", "public")}


@pytest.fixture(scope="module")
def folders(copies: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("unpacked")
    return {edition: unpacked(copy, out) for edition, copy in copies.items()}


@pytest.mark.parametrize("edition", ["full", "public"])
def test_it_is_a_bag_and_whole(copies: dict[str, Path], folders: dict[str, Path], edition: str) -> None:
    assert bagit.Bag(str(folders[edition])).validate()
    for path in (copies[edition], folders[edition]):
        assert verify(open_files(path), path.name).faults == ()
    assert folders[edition].name == f"press-archive-{edition}-2032-02-03"
    info = bagit.Bag(str(folders[edition])).info
    assert (info["Edition"], info["Bagging-Date"]) == (edition, "2032-02-03")
    assert info["External-Identifier"] == offline_archive.SITE_URL


@pytest.mark.parametrize("edition", ["full", "public"])
def test_another_folder_makes_the_same_bytes(copies: dict[str, Path], tmp_path: Path, edition: str) -> None:
    again = make_copy(offline_archive.make(tmp_path / "wholly other" / "place"), edition)
    assert again.name == copies[edition].name
    assert again.read_bytes() == copies[edition].read_bytes()


def test_the_archive_is_left_as_it_was(root: Path, copies: dict[str, Path]) -> None:
    assert copies
    assert {path.name for path in root.iterdir()} == {"seeds", "dist", ".press-archive", "mkdocs.yml"}
    assert not (root / ".press-archive" / "offline").exists()
    assert (root / "dist" / ".gitignore").read_text("utf-8").endswith("\n*\n"), "git would take in a private copy"


def test_a_day_that_is_set_is_the_day_of_the_copy(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    run = run_inside(root, "offline", "--edition", "public", "--out", str(tmp_path / "out"))
    assert run.status == 0, run.err
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == [
        "press-archive-public-2033-05-18.zip",
        "press-archive-public-2033-05-18.zip.sha256",
    ]


def test_the_public_copy_holds_nothing_withheld(folders: dict[str, Path]) -> None:
    found = contents(folders["public"])
    assert [(path, word) for path, text in found.items() for word in WITHHELD if word in text] == []
    # The same look finds what the edition does hold, in every form that it takes.
    for form in ("articles.jsonl", "archive.sqlite", "pf_fragment.js", "plain.html", "plain.txt"):
        assert any("narwhal" in text for path, text in found.items() if path.endswith(form)), form


def test_who_is_unlisted_is_named_in_published_texts_only(folders: dict[str, Path]) -> None:
    found = contents(folders["public"])
    holders = {path for path, text in found.items() if any(name in text for name in UNLISTED)}
    with_texts = (r"data/seeds/(?:plain|shown)\.txt", r"data/site/articles/(?:plain|shown)\.html")
    data = (r"data/site/data/(?:articles\.jsonl|archive\.sqlite)", r"data/site/search/index/.*\.pf_fragment\.js")
    allowed = re.compile("|".join((*with_texts, *data)))
    assert {path for path in holders if not allowed.fullmatch(path)} == set()
    for path in holders - {path for path in holders if path.startswith("data/site/articles/")}:
        assert not re.search(r'"people":[^\]]*(?:Orrell|Vask)', found[path]), path


def test_no_copy_holds_what_was_withdrawn_or_redacted(folders: dict[str, Path]) -> None:
    found = contents(folders["full"])
    assert [(path, word) for path, text in found.items() for word in WITHHELD_ALWAYS if word in text] == []
    assert "platypus" in found["data/seeds/closed.txt"]


def test_the_full_copy_holds_the_seeds_as_they_are(root: Path, folders: dict[str, Path]) -> None:
    seeds = folders["full"] / "data" / "seeds"
    made = {"gone.yml", "shown.yml", "shown.txt"}
    same = {path for path in names(seeds) if path not in made}
    assert same == {
        *("closed.txt", "closed.yml", "later.yml", "marked.md", "plain.txt", "plain.yml"),
        *(f"registers/{name}.yml" for name in ("people", "topics", "sources")),
    }
    assert [path for path in same if (seeds / path).read_bytes() != (root / "seeds" / path).read_bytes()] == []


def values(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")[0])


def test_the_public_copy_holds_records_of_what_it_shows(folders: dict[str, Path]) -> None:
    seeds = folders["public"] / "data" / "seeds"
    assert {path for path in names(seeds) if "/" not in path} == {
        *("closed.yml", "gone.yml", "marked.md", "plain.txt", "plain.yml", "shown.txt", "shown.yml"),
    }
    assert json.loads(json.dumps(values(seeds / "gone.yml"), default=str)) == {
        "title": "[Withdrawn article gone]",
        "access": "withdrawn",
        "formerly": ["once-gone"],
        "withdrawn": {"on": "2031-05-02", "reason": "copyright"},
        "noindex": True,
    }
    people = values(seeds / "registers" / "people.yml")
    assert people == {
        "people": {
            "ada-fenwick": {
                "name": "Ada Fenwick",
                "aliases": ["A. Fenwick"],
                "note": "Keeps the ferry hall (invented).",
            },
            "odile-marchbanks": {"name": "Odile Marchbanks", "page": False},
        },
        "not_people": ["Ferry Hall"],
    }


def rebuilt(folder: Path, edition: Edition, to: Path) -> Catalog:
    """Read an archive that was made from a copy's seeds."""
    shutil.copytree(folder / "data" / "seeds", make_archive(to, {}) / "seeds", dirs_exist_ok=True)
    return pipeline.choose(pipeline.load(to), edition, today())


@pytest.mark.parametrize("edition", list(Edition))
def test_the_seeds_of_a_copy_make_the_same_archive(
    root: Path, folders: dict[str, Path], tmp_path: Path, edition: Edition
) -> None:
    before = pipeline.choose(pipeline.load(root), edition, today())
    after = rebuilt(folders[edition], edition, tmp_path)
    for catalog in (before, after):
        assert {article.id for article in catalog.articles} >= {"shown", "plain", "marked", "closed"}
    assert [shown(article) for article in after.articles] == [shown(article) for article in before.articles]
    assert [article.id for article in after.withdrawn] == [article.id for article in before.withdrawn] == ["gone"]
    assert [entry.key for entry in after.people] == [entry.key for entry in before.people]


def shown(article: Article) -> tuple[object, ...]:
    people = {person.name for person in article.people.value}
    topics = [topic.id for topic in article.topics.value]
    words = [block.words for block in article.blocks]
    date = str(article.published.value)
    return article.id, article.title.value, date, people, topics, words, article.record.summary, article.record.rights


def test_every_page_of_the_full_copy_says_that_it_is_private(folders: dict[str, Path]) -> None:
    pages = [path for path in folders["full"].rglob("*.html") if path.name != "404.html"]
    assert pages
    assert [path for path in pages if "Private copy" not in path.read_text("utf-8")] == []
    assert [path for path in folders["public"].rglob("*.html") if "Private copy" in path.read_text("utf-8")] == []


def test_no_link_is_broken_and_every_one_names_a_file(folders: dict[str, Path]) -> None:
    for folder in folders.values():
        assert broken_links(folder) == []
        assert [found for path in folder.rglob("*.html") for found in folder_links(path)] == []


def folder_links(page: Path) -> list[str]:
    """List links to folders, which a browser shows as a list of files."""
    local = [urlsplit(link).path for link in read(page).links if not urlsplit(link).scheme]
    return [f"{page}: {path}" for path in local if path and (page.parent / path).is_dir()]


_RESOURCE = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?\s(?:src|href|data|srcset)=["']?([^"'\s>]+)"""
)
_NAMES_ONLY = re.compile(r'<link rel="(?:canonical|schema\.\w+|cite-as|license|author)"[^>]*>')


def test_no_resource_is_outside(folders: dict[str, Path]) -> None:
    pages = {path: _NAMES_ONLY.sub("", path.read_text("utf-8")) for path in folders["full"].rglob("*.html")}
    found = {address for page in pages.values() for address in _RESOURCE.findall(page)}
    assert [address for address in found if urlsplit(address).scheme or address.startswith("/")] == []
    styles = [path.read_text("utf-8") for path in folders["full"].rglob("*.css")]
    loaded = {address for style in styles for address in re.findall(r"url\(['\"]?([^)'\"]+)", style)}
    assert [address for address in loaded if urlsplit(address).scheme not in ("", "data")] == []


def test_a_page_names_its_address_in_the_living_archive(folders: dict[str, Path]) -> None:
    site = folders["public"] / "data" / "site"
    for path, address in (
        ("articles/plain.html", "articles/plain/"),
        ("topics/index.html", "topics/"),
        ("index.html", ""),
        ("articles/old-ferry.html", "articles/shown/"),
        ("articles/once-gone.html", "articles/gone/"),
    ):
        page = (site / path).read_text("utf-8")
        assert f'<link rel="canonical" href="{offline_archive.SITE_URL}{address}">' in page
        assert f"{offline_archive.SITE_URL}{path}" not in page


def test_a_former_address_leads_to_the_file(folders: dict[str, Path]) -> None:
    articles = folders["public"] / "data" / "site" / "articles"
    for former, target in (("old-ferry", "shown.html"), ("once-gone", "gone.html")):
        refresh = f'<meta http-equiv="refresh" content="0; url={target}">'
        assert refresh in (articles / f"{former}.html").read_text("utf-8")


def test_the_first_page_says_what_the_copy_is(folders: dict[str, Path]) -> None:
    said = " ".join((folders["public"] / "index.html").read_text("utf-8").split())
    for words in (
        *("Public: only what the archive published", "3 February 2032", "4 articles; of 3 the text is in this copy"),
        *("build-site verify .", offline_archive.SITE_URL, 'href="data/site/index.html"'),
        "Dedicated to the public domain (CC0 1.0): 2 texts; Creative Commons Attribution 4.0: 1 text",
    ):
        assert words in said, words


def test_seeds_with_problems_make_no_copy(tmp_path: Path) -> None:
    root = make_archive(tmp_path, FILES.replace("published: 2029-07-01", "published: 30 Feb 2029"))
    run = run_inside(root, "offline")
    assert run.status == 1
    assert 'seeds/closed.yml:3:12: published: "30 Feb 2029"' in run.err
    assert not (root / "dist").exists()
