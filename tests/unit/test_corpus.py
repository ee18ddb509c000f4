"""The invented articles are invented, all different and the same on every machine."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from build_site.contribute.archive import archive_config
from build_site.fields.record import read_record
from build_site.problem import Gathering
from build_site.registers.load import load_registers
from build_site.seed.read import Reader
from tests.corpus import Kind, articles, write_corpus
from tests.corpus.archive import SITE_DESCRIPTION, SITE_NAME, dumped, files
from tests.corpus.story import MARKERS
from tests.corpus.world import mapping, registers

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.registers.model import Registers
    from tests.corpus import InventedArticle

SEVERAL = 720
"""Enough for every form of date, every language and a dozen reprints."""

PRINT_DIGEST = """
import hashlib
from tests.corpus import articles
from tests.corpus.archive import files
written = "".join(name + content for article in articles(80, seed=7) for name, content in files(article))
print(hashlib.sha256(written.encode("utf-8")).hexdigest())
"""


@pytest.fixture(scope="module")
def several() -> list[InventedArticle]:
    return list(articles(SEVERAL))


def written(several: list[InventedArticle]) -> list[str]:
    return [f"{name}\n{content}" for article in several for name, content in files(article)]


def test_the_same_seed_gives_the_same_articles_in_every_process(root: Path) -> None:
    digests = set()
    for hash_seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(root)}
        run = [sys.executable, "-c", PRINT_DIGEST]
        digests.add(subprocess.run(run, cwd=root, env=environment, capture_output=True, check=True).stdout.strip())
    here = "".join(name + content for article in articles(80, seed=7) for name, content in files(article))
    assert digests == {hashlib.sha256(here.encode("utf-8")).hexdigest().encode("ascii")}


def test_a_short_corpus_begins_a_long_one(several: list[InventedArticle]) -> None:
    assert list(articles(100)) == several[:100]


def test_another_seed_gives_other_articles() -> None:
    one, other = ({article.text for article in articles(100, seed) if article.text} for seed in (1, 2))
    assert one.isdisjoint(other)


def test_ids_are_unique_and_fit_for_addresses(several: list[InventedArticle]) -> None:
    ids = [article.id for article in several]
    assert len(set(ids)) == len(ids) == SEVERAL
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)] == []


def test_no_two_texts_are_identical(several: list[InventedArticle]) -> None:
    texts = [article.text for article in several if article.text]
    assert len(set(texts)) == len(texts)
    stories = [article.story.paragraphs for article in several]
    assert len(set(stories)) == len(stories)


def test_kinds_come_in_their_shares(several: list[InventedArticle]) -> None:
    shares = {kind: sum(article.kind is kind for article in several) / SEVERAL for kind in Kind}
    assert shares == {Kind.TEXT_AND_RECORD: 0.7, Kind.TEXT: 0.15, Kind.MARKDOWN: 0.1, Kind.RECORD: 0.05}


def test_every_text_and_every_record_says_that_it_is_invented(several: list[InventedArticle]) -> None:
    assert [one.id for one in several if one.text and not any(marker in one.text for marker in MARKERS)] == []
    assert [one.id for one in several if one.record and "Invented" not in str(one.record["notes"])] == []
    summaries = [str(one.record.get("summary")) for one in several if one.record.get("access") == "summary"]
    assert [summary for summary in summaries if "invented" not in summary] == []


def test_no_slot_is_left_open(several: list[InventedArticle]) -> None:
    told = [(one.id, text) for one in several for text in (one.text, one.story.title, one.story.subtitle)]
    assert [(id_, text) for id_, text in told if set("{}|") & set(text)] == []


def test_english_articles_have_the_length_of_short_reports(several: list[InventedArticle]) -> None:
    lengths = [len(one.text.split()) for one in several if one.text and one.story.language == "en"]
    assert min(lengths) >= 120
    assert max(lengths) <= 500
    assert 180 <= sum(lengths) / len(lengths) <= 320


def test_no_paragraph_but_the_last_is_common(several: list[InventedArticle]) -> None:
    english = [one.story.paragraphs[:-1] for one in several if one.story.language == "en"]
    articles_with: dict[str, int] = {}
    for paragraphs in english:
        for paragraph in set(paragraphs):
            articles_with[paragraph] = articles_with.get(paragraph, 0) + 1
    assert max(articles_with.values()) <= len(english) * 0.1


def test_dates_come_in_every_form_and_in_order(several: list[InventedArticle]) -> None:
    records = [one.record for one in several if one.record]
    found = {re.sub(r"\d", "9", str(record["published"])) for record in records}
    expected = {"9999-99-99", "9999-99", "9999", "9999-99~", "9999-99-99?", "9999-99/9999-99", "None"}
    assert expected <= found <= {*expected, "9999/9999"}
    for record in records:
        said = record["published"]
        if isinstance(said, dt.date):
            assert dt.date(2027, 1, 1) <= said <= dt.date(2033, 12, 31)
            assert said < as_date(record["accessioned"])


def as_date(value: object) -> dt.date:
    assert isinstance(value, dt.date)
    return value


def test_several_languages_occur(several: list[InventedArticle]) -> None:
    assert {one.story.language for one in several} == {"en", "fr", "de", "ar", "ja"}


def test_the_people_are_those_whom_the_text_names(several: list[InventedArticle]) -> None:
    for one in several:
        if one.text:
            assert [name for name in one.people if name not in one.text] == [], one.id
        surnames = [name.split()[-1] for name in one.people]
        assert len(set(surnames)) == len(surnames), one.id


def test_unlisted_people_occur_in_texts_and_in_no_record(several: list[InventedArticle]) -> None:
    unlisted = {id_: entry["name"] for id_, entry in mapping("people").items() if entry.get("unlisted")}
    assert set(unlisted.values()) <= {name for one in several for name in one.people}
    recorded: set[Any] = {name for one in several for name in listed(one.record.get("people"))}
    assert recorded.isdisjoint({*unlisted, *unlisted.values()})


def listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def test_both_dumpers_write_the_same(several: list[InventedArticle]) -> None:
    values: list[dict[str, Any]] = [*(one.record for one in several[:200]), *registers().values()]
    for value in values:
        assert dumped(value) == yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 200)
    return folder


def test_a_written_corpus_is_read_without_a_problem(archive: Path) -> None:
    reader = Reader(archive)
    seeds = [reader.seed(files) for files in reader.sort(reader.look())]
    problems = Gathering()
    found: Registers = load_registers(reader.read_registers(), problems)
    for seed in seeds:
        if seed and seed.record is not None:
            with problems.step():
                read_record(seed.record)
    assert [str(one) for one in (*reader.problems.found, *problems.found)] == []
    assert (len(seeds), len(found.people), len(found.topics), len(found.sources)) == (200, 64, 25, 8)


def test_a_written_corpus_is_what_was_invented(archive: Path) -> None:
    expected = {name: content for article in articles(200) for name, content in files(article)}
    found = {path.name: path.read_bytes().decode("utf-8") for path in (archive / "seeds").iterdir() if path.is_file()}
    assert found == expected


def test_hashes_in_records_are_those_of_the_files(archive: Path) -> None:
    checked = 0
    for article in articles(200):
        if "text_sha256" in article.record:
            data = (archive / "seeds" / f"{article.id}.txt").read_bytes()
            assert article.record["text_sha256"] == hashlib.sha256(data).hexdigest()
            checked += 1
    assert checked > 20


def test_the_configuration_is_the_projects_own_under_another_name(root: Path) -> None:
    own = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    made = archive_config("\n".join(own), SITE_NAME, SITE_DESCRIPTION).splitlines()
    added = [line for line in made if line not in own]
    gone = [line for line in own if line not in made]
    renamed = [line for line in gone if re.match(r"site_(name|description):|\s+(?:custom_dir:|-)\s*overrides\b", line)]
    assert f"site_name: {SITE_NAME}" in added
    assert len(added) == len(renamed) == 5
    # The guides are this project's; their pages are not there in another archive.
    guides = [line for line in gone if line not in renamed]
    assert guides[1] == "  - Guides:"
    assert all(line.endswith(".md") for line in guides[2:])
    assert len(guides) > 5
