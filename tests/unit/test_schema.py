"""The JSON Schemas, in a real validator: they take what `check` takes, and refuse what a form can show to be wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from build_site.contribute.schema import record_schema, register_schema, schema_files
from build_site.fields.table import FIELDS
from build_site.problem import ProblemsError
from build_site.registers.entries import PERSON, SOURCE, TOPIC
from build_site.seed.node import Mapping, compose
from tests.corpus.generate import articles
from tests.corpus.world import registers as invented_registers

PROJECT = Path(__file__).resolve().parents[2]
REGISTERS = ("people", "topics", "sources")


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates are text, and only `true` and `false` are truth values."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool", ":int", ":float"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for tag, pattern, first in (("bool", "^(?:true|false)$", "tf"), ("int", r"^-?\d+$", "-0123456789")):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def read(text: str) -> Any:  # noqa: ANN401 - whatever the YAML holds
    return with_text_keys(yaml.load(text, Loader=EditorLoader))  # noqa: S506 - a safe loader, with fewer types


def with_text_keys(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    return [with_text_keys(item) for item in value] if isinstance(value, list) else value


def errors(schema: dict[str, Any], text: str) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(read(text))]


@pytest.mark.parametrize("schema", [record_schema(), *map(register_schema, REGISTERS)], ids=lambda s: s["title"])
def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_every_field_stands_in_it_with_its_rule() -> None:
    properties = record_schema()["properties"]
    assert {name: value["description"] for name, value in properties.items()} == {n: f.rule for n, f in FIELDS.items()}


def test_every_field_has_a_form() -> None:
    told = {"description", "examples"}
    assert [name for name, value in record_schema()["properties"].items() if not value.keys() - told] == []


def test_the_files_are_the_ones_that_the_tables_make() -> None:
    kept = {path: (PROJECT / path).read_bytes() for path in schema_files()}
    assert kept == schema_files(), "write them anew: build-site schemas"


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_each_example_is_accepted(field: Any) -> None:  # noqa: ANN401 - a field, typed by its table
    assert errors(record_schema(), f"{field.name}: {field.example}") == []


@pytest.mark.parametrize(("name", "table"), [("people", PERSON), ("topics", TOPIC), ("sources", SOURCE)])
def test_each_example_of_a_register_is_accepted(name: str, table: Any) -> None:  # noqa: ANN401 - as above
    rows = "".join(f"    {field.name}: {field.example}\n" for field in table.values())
    assert errors(register_schema(name), f"{name}:\n  an-id:\n{rows}") == []


@pytest.mark.parametrize("path", sorted((PROJECT / "seeds").glob("*.yml")), ids=lambda path: path.name)
def test_the_shipped_records_are_accepted(path: Path) -> None:
    assert errors(record_schema(), path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", REGISTERS)
def test_the_shipped_registers_are_accepted(name: str) -> None:
    assert errors(register_schema(name), (PROJECT / "seeds/registers" / f"{name}.yml").read_text("utf-8")) == []
    assert errors(register_schema(name), yaml.safe_dump(invented_registers()[name])) == []


def test_the_invented_records_are_accepted() -> None:
    for article in articles(60, 1):
        assert errors(record_schema(), yaml.safe_dump(article.record)) == []


BROKEN = [
    "titel: Pier to reopen",
    "title: ''",
    "title: [Pier, to reopen]",
    "published: 30 Feb 2024",
    "published: 2031-4-2",
    "published: ../2031",
    "access: ful",
    "rights: CC-BY-9.0",
    "rights: {holder: The Tarn Post}",
    "rights: {statement: CC0-1.0, holders: The Tarn Post}",
    "url: www.tarn.example",
    "url: javascript:alert(1)",
    "url: https://reader@tarn.example/",
    "reviewed: {by: A. Keeper, on: yesterday}",
    "reviewed: {by: A. Keeper}",
    "accessioned: 2031-02-30",
    "text_sha256: short",
    "language: english",
    "topics: [ports, ports]",
    "people: {name: Ada Fenwick}",
    "redactions: [{passage: ab, reason: court order}]",
    "redactions: [{passage: the exact words}]",
    "corrections: [{on: 2031-05-02}]",
    "embargo: June 2031",
    "noindex: perhaps",
    "draft: 1",
    "sensitivity: ['']",
]


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_broken_is_refused_by_the_schema_and_by_check(text: str) -> None:
    assert errors(record_schema(), text) != []
    with pytest.raises(ProblemsError):
        parse(text)


def parse(text: str) -> None:
    node = compose(text, "seeds/x.yml")
    assert isinstance(node, Mapping)
    for name, value in node.entries.items():
        if name not in FIELDS:
            raise ProblemsError([])
        FIELDS[name].parse(value)


BROKEN_REGISTERS = {
    "people": [
        "people: {ada-fenwick: {sort_name: Fenwick}}",
        "people: {Ada: {name: Ada}}",
        "people: {ada: {name: Ada, wikidata: 42}}",
        "persons: {}",
        "people: {ada: {name: Ada, unlisted: perhaps}}",
    ],
    "topics": [
        "topics: {ports: {name: Ports}}",
        "topics: {ports: {label: Ports, words: {6: [ships]}}}",
        "topics: {ports: {label: Ports, match: {iptc: 20000337}}}",
        "topics: {ports: {label: Ports, words: {1: ['a  b']}}}",
    ],
    "sources": ["sources: [The Tarn Post]", "sources: {tarn: {name: Tarn, domains: [www.tarn.example]}}"],
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in BROKEN_REGISTERS for text in BROKEN_REGISTERS[name]]
)
def test_a_broken_register_is_refused(name: str, text: str) -> None:
    assert errors(register_schema(name), text) != []


def test_broken_fixtures_are_refused() -> None:
    seeds = PROJECT / "tests/fixtures/mistakes/seeds"
    assert errors(record_schema(), (seeds / "fields.yml").read_text("utf-8")) != []
    assert errors(register_schema("people"), (seeds / "registers/people.yml").read_text("utf-8")) != []
    assert errors(register_schema("sources"), (seeds / "registers/sources.yml").read_text("utf-8")) != []


def test_vscode_uses_them() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    named = settings["yaml.schemas"]
    assert {path.removeprefix("./") for path in named} == set(schema_files())
