"""From seeds to site, as a person runs it: the two records, their texts, and what each edition shows."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.archive import PROJECT, Run, build_site, make_archive
from tests.inside import run_inside
from tests.links import broken_links, everything, read, text_of

if TYPE_CHECKING:
    from pathlib import Path

IDS = ("000_5cb935b8835824dc", "003_0fb0192a75d2d507")


def copy_records(folder: Path) -> Path:
    """Make an archive of the project's own records and registers, without any text."""
    root = make_archive(folder, {})
    for path in [*(PROJECT / "seeds").glob("0*.yml"), *(PROJECT / "seeds" / "registers").glob("*.yml")]:
        target = root / path.relative_to(PROJECT)
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)
    return root


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    root = copy_records(tmp_path_factory.mktemp("records"))
    return root, build_site(root)


def test_the_records_make_a_site(records: tuple[Path, Run]) -> None:
    root, run = records
    assert run.status == 0, run.err
    assert run.out.startswith("2 articles, 0 texts held, edition full (")
    assert "python3 -m http.server --directory" in run.out
    for name in IDS:
        assert (root / "site" / "articles" / name / "index.html").is_file()


def test_the_pages_show_what_the_records_say(records: tuple[Path, Run]) -> None:
    page = records[0] / "site" / "articles" / IDS[0] / "index.html"
    said = text_of(page)
    wanted = ["Home Office refuses to publish groomer deportations data", "The Telegraph", "5 January 2025"]
    people = ["Suella Braverman", "Qari Abdul Rauf", "Theresa May", "Chris Philp", "Rishi Sunak", "Keir Starmer"]
    for words in (*wanted, *people, "Deportation and removal", "In copyright", "declined to publish"):
        assert words in said
    links = read(page).links
    for target in ("sources/the-telegraph/", "topics/immigration/", "people/theresa-may/", "dates/2025/01/"):
        assert f"../../{target}" in links


def test_private_persons_have_no_page_and_no_entry(records: tuple[Path, Run]) -> None:
    site = records[0] / "site"
    named = {path for path, text in everything(site).items() if "Qari Abdul Rauf" in text and path.endswith(".html")}
    assert named == {f"articles/{IDS[0]}/index.html"}
    assert not (site / "people" / "qari-abdul-rauf").exists()
    assert not (site / "people" / "simon-morton").exists()


def test_no_link_is_broken(records: tuple[Path, Run]) -> None:
    assert broken_links(records[0] / "site") == []


def test_building_again_writes_nothing(records: tuple[Path, Run]) -> None:
    root, _ = records
    before = {path: path.stat().st_mtime_ns for path in (root / "docs").rglob("*")}
    run = run_inside(root, "--pages-only")
    assert re.search(r": 0 written, 0 removed\)", run.out)
    assert {path: path.stat().st_mtime_ns for path in (root / "docs").rglob("*")} == before


def sentences(text: str) -> list[str]:
    """Sentences of a text that are long enough to be known again."""
    found = [" ".join(part.split()) for part in re.split(r"(?<=[.?!’”])\s+|\n", text)]
    return [part for part in found if len(part.split()) >= 7]


@pytest.mark.parametrize("edition", ["full", "public"])
def test_texts_beside_their_records(tmp_path: Path, seed_texts: Path, edition: str) -> None:
    root = copy_records(tmp_path)
    for name in IDS:
        shutil.copy(seed_texts / f"{name}.txt", root / "seeds")
    run = run_inside(root, "--edition", edition)
    assert run.status == 0, run.err
    files = {path: " ".join(text.split()) for path, text in everything(root / "site").items()}
    for name in IDS:
        telling = sentences((seed_texts / f"{name}.txt").read_text("utf-8"))
        assert len(telling) > 20
        shown = text_of(root / "site" / "articles" / name / "index.html")
        if edition == "full":
            assert [part for part in telling if part not in shown] == []
        else:
            assert [(path, part) for part in telling for path, text in files.items() if part in text] == []
    home = (root / "site" / "index.html").read_text("utf-8")
    assert ("Private copy" in home) == ('name="robots" content="noindex"' in home) == (edition == "full")


def test_texts_without_their_records(tmp_path: Path, seed_texts: Path) -> None:
    root = copy_records(tmp_path)
    for path in (root / "seeds").glob("0*.yml"):
        path.unlink()
    for name in IDS:
        shutil.copy(seed_texts / f"{name}.txt", root / "seeds")
    run = run_inside(root)
    assert run.status == 0, run.err
    for name, source in zip(IDS, ("The Telegraph", "The Mail on Sunday"), strict=True):
        page = root / "site" / "articles" / name / "index.html"
        assert source in text_of(page)
        assert_paragraphs(page, (seed_texts / f"{name}.txt").read_text("utf-8"))


def assert_paragraphs(page: Path, text: str) -> None:
    """Every line of the text stands on the page as a paragraph of its own, character by character."""
    html = page.read_text("utf-8")
    shown = [paragraph_words(found) for found in re.findall(r'<p[^>]* id="l\d+"[^>]*>.*?</p>', html, re.DOTALL)]
    assert shown == [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def paragraph_words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


TWINS = PROJECT / "tests" / "fixtures" / "twins"


def test_the_twins_without_records(tmp_path: Path) -> None:
    registers = {f"seeds/registers/{path.name}": path.read_bytes() for path in (TWINS / "registers").glob("*.yml")}
    texts = {f"seeds/{path.name}": path.read_bytes() for path in TWINS.glob("*.txt")}
    root = make_archive(tmp_path, {**registers, **texts})
    run = run_inside(root)
    assert run.status == 0, run.err
    assert "2 texts held" in run.out
    assert "private copy" in run.out
    for path in TWINS.glob("*.txt"):
        assert_paragraphs(root / "site" / "articles" / path.stem / "index.html", path.read_text("utf-8"))


def test_the_public_edition_holds_nothing_of_a_withheld_text(tmp_path: Path) -> None:
    registers = {f"seeds/registers/{path.name}": path.read_bytes() for path in (TWINS / "registers").glob("*.yml")}
    texts = {f"seeds/{path.name}": path.read_bytes() for path in TWINS.glob("*.txt")}
    root = make_archive(tmp_path, {**registers, **texts})
    run = run_inside(root, "--edition", "public")
    assert run.status == 0, run.err
    files = {path: " ".join(text.split()) for path, text in everything(root / "site").items()}
    files |= {f"docs/{path}": " ".join(text.split()) for path, text in everything(root / "docs").items()}
    names = ["Tillerby", "Maddocks", "Brandreth"]
    telling = [part for path in TWINS.glob("*.txt") for part in sentences(path.read_text("utf-8"))]
    assert [(path, part) for part in (*telling, *names) for path, text in files.items() if part in text] == []
