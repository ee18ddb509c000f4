"""The data: valid for independent readers, equal to the catalog, the same bytes every time."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from frictionless import Package, Resource
from frictionless.resources import TableResource

from build_site.data.csv_files import csv_file
from build_site.data.database import database
from build_site.data.make import data_files
from build_site.data.rows import all_rows
from build_site.data.tables import ARTICLES, TABLES
from build_site.page.data import data_page
from build_site.web import Settings
from tests.outputs import NAMES, SETTINGS, catalog, titles

if TYPE_CHECKING:
    from pathlib import Path

    from build_site.data.tables import Row


@pytest.fixture(scope="module", params=NAMES)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("data")
    for path, data in data_files(catalog(request.param), SETTINGS).items():
        (folder / path.removeprefix("data/")).write_bytes(data)
    return request.param, folder


def table(resource: Resource) -> TableResource:
    assert isinstance(resource, TableResource)
    return resource


def as_read(rows: list[Row]) -> list[dict[str, object]]:
    return [{name: None if value == "" else value for name, value in row.items()} for row in rows]


def without_apostrophe(value: object) -> object:
    if isinstance(value, str):
        return value.removeprefix("'")
    return value if value is None or isinstance(value, bool | int) else str(value)


def test_the_package_is_valid_and_holds_what_the_catalog_holds(written: tuple[str, Path]) -> None:
    name, folder = written
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["path", "rowNumber", "message"])
    rows = all_rows(catalog(name), SETTINGS)
    assert [resource.name for resource in package.resources] == list(rows)
    for resource in package.resources:
        read = [
            {key: without_apostrophe(value) for key, value in row.to_dict().items()}
            for row in table(resource).read_rows()
        ]
        assert read == as_read(rows[str(resource.name)])


def test_a_wrong_key_makes_the_package_invalid(tmp_path: Path) -> None:
    files = data_files(catalog("demonstration"), SETTINGS)
    for path, data in files.items():
        (tmp_path / path.removeprefix("data/")).write_bytes(data)
    (tmp_path / "mentions.csv").write_bytes(files["data/mentions.csv"] + b"no-such-article,no-such-name,record\r\n")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def test_the_database_holds_what_the_catalog_holds(written: tuple[str, Path]) -> None:
    name, folder = written
    rows = all_rows(catalog(name), SETTINGS)
    connection = sqlite3.connect(folder / "archive.sqlite")
    connection.row_factory = sqlite3.Row
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        columns = ", ".join(column.name for column in table.columns)
        read = [dict(row) for row in connection.execute(f"SELECT {columns} FROM {table.name}")]  # noqa: S608 - our names
        assert read == as_read(rows[table.name])
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
    connection.close()


def test_the_full_text_index_finds_what_a_text_says() -> None:
    of = catalog("demonstration")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data_files(of, SETTINGS)["data/archive.sqlite"])
    query = (
        "SELECT articles.id FROM articles_fts JOIN articles ON articles.rowid = articles_fts.rowid"
        " WHERE articles_fts MATCH 'text: invented'"
    )
    found = {row[0] for row in connection.execute(query)}
    said = {item.id for item in of.articles if any("invented" in block.text.lower().split() for block in item.blocks)}
    assert said
    assert said <= found
    connection.close()


def test_json_lines_hold_what_the_catalog_holds(written: tuple[str, Path]) -> None:
    name, folder = written
    read = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    articles = catalog(name).articles
    assert [row["title"] for row in read] == [article.title.value for article in articles]
    topics = [[topic.id for topic in article.topics.value] for article in articles]
    assert [row.get("topics", []) for row in read] == topics
    assert ["text" in row for row in read] == [article.held for article in articles]


def test_awkward_titles_and_names_survive_in_every_table(tmp_path: Path) -> None:
    for path, data in data_files(catalog("awkward"), SETTINGS).items():
        (tmp_path / path.removeprefix("data/")).write_bytes(data)
    resource = TableResource(path=str(tmp_path / "articles.csv"))
    rows = [row.to_dict() for row in resource.read_rows()]
    # In a table a sign that could begin a formula, and an apostrophe, has an apostrophe before it.
    in_csv = {row["id"]: {without_apostrophe(row["title"]), without_apostrophe(row["byline"])} for row in rows}
    with sqlite3.connect(tmp_path / "archive.sqlite") as database:
        in_sqlite = dict(database.execute("SELECT id, title FROM articles"))
    lines = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()]
    in_lines = {row["id"]: row["title"] for row in lines}
    assert len(titles()) >= 35
    for key, title in titles().items():
        assert in_sqlite[key] == in_lines[key] == title
        assert in_csv[key] == {title}


def test_the_same_catalog_gives_the_same_bytes() -> None:
    of = catalog("demonstration")
    rows = all_rows(of, SETTINGS)
    assert data_files(of, SETTINGS) == data_files(of, SETTINGS)
    assert database(rows, {}) != database(rows, {of.articles[0].id: "other"})


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'"])
def test_no_cell_begins_like_a_formula(start: str, tmp_path: Path) -> None:
    row: Row = dict.fromkeys([column.name for column in ARTICLES.columns], "")
    row["title"] = f"{start}1+1"
    (tmp_path / "a.csv").write_bytes(csv_file(ARTICLES, [row]))
    (read,) = TableResource(path=str(tmp_path / "a.csv")).read_rows()
    assert read["title"] == f"'{start}1+1"


def test_the_page_says_what_each_column_means() -> None:
    page = data_page(catalog("records"), SETTINGS).body
    for table in TABLES:
        for column in table.columns:
            assert f"- `{column.name}` (" in page
            assert column.means.split("`")[0][:30] in page
    metadata = json.loads(data_files(catalog("records"), SETTINGS)["data/metadata.json"])
    tables = metadata["databases"]["archive"]["tables"]
    assert {name: set(table["columns"]) - {"text"} for name, table in tables.items()} == {
        table.name: {column.name for column in table.columns} for table in TABLES
    }


def test_without_an_address_pages_are_named_relative_to_the_archive() -> None:
    rows = all_rows(catalog("records"), Settings())
    assert rows["articles"][0]["page"] == f"articles/{rows['articles'][0]['id']}/"
