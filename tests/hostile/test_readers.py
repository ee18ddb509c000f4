"""Readers meet any bytes: what comes out is a value or a problem with place and hint, never anything else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_site.article.redact import redact
from build_site.article.validate import validate
from build_site.fields.parts import Redaction
from build_site.lint.personal_data import find
from build_site.problem import Gathering, Position, ProblemsError
from build_site.registers.load import load_registers
from build_site.registers.lookup import Lookup
from build_site.registers.model import Registers
from build_site.seed import characters, frontmatter
from build_site.seed.decode import decode
from build_site.seed.limits import check_shape
from build_site.seed.model import Seed
from build_site.seed.node import Mapping, compose
from build_site.seed.text import Text
from tests.hostile.texts import texts

pytestmark = pytest.mark.slow

YAML = (
    *("title", "people", "rights", "access", "published", "corrections", "redactions", "withdrawn", "reviewed", "on"),
    *("by", "note", "reason", "passage", "statement", "holder", "url", "topics", "summary", "embargo", "formerly"),
    *("full", "withdrawn", "privacy", "2031-04-02", "2031", "~", "null", "true", "CC0-1.0", "https://a.example/x"),
    *(": ", ":", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "&a ", "*a", "!!str ", "? ", "| ", "> ", "'"),
    *('"', "\\u202e", "\\x00", "#", "%", "---", "...", "<<", "=", "\t", "é", "\u202e", "name", "label", "a", "b-c"),
)
yamls = st.lists(st.sampled_from(YAML), max_size=24).map("".join)
registers = st.sampled_from(("people", "topics", "sources"))


def check(problems: ProblemsError) -> None:
    for problem in problems.problems:
        assert problem.message
        assert problem.hint
        assert problem.position


@given(st.binary(max_size=200) | texts.map(str.encode))
@example(b"\xff")
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    try:
        decoded = decode(data, "seeds/x.txt")
    except ProblemsError as error:
        check(error)
        return
    assert not characters.hidden(decoded.content)
    assert "\r" not in decoded.content
    assert decode(decoded.content.encode(), "seeds/x.txt").content == decoded.content
    check_shape(decoded.content, "seeds/x.txt")


@given(yamls | texts)
def test_any_record_is_read_or_refused(text: str) -> None:
    try:
        node = compose(text, "seeds/x.yml")
        if isinstance(node, Mapping):
            seed = Seed("x", None, markdown=False, sha256="", record=node, path="seeds/x.yml")
            validate(seed, Lookup(Registers()))
    except ProblemsError as error:
        check(error)


@given(yamls, registers)
def test_any_register_is_read_or_refused(text: str, name: str) -> None:
    empty = Mapping({}, {}, Position("x"))
    files = {"people": empty, "topics": empty, "sources": empty}
    problems = Gathering()
    with problems.step():
        node = compose(f"{name}:\n  {text}", f"seeds/registers/{name}.yml", register=True)
        if isinstance(node, Mapping):
            load_registers({**files, name: node}, problems)
    check(ProblemsError(problems.found))


@given(texts)
def test_any_front_matter_is_split_or_refused(text: str) -> None:
    try:
        parts = frontmatter.split(f"---\n{text}", "seeds/x.md")
    except ProblemsError as error:
        check(error)
        return
    assert f"---\n{text}".endswith(parts.text.content)


@given(texts, texts.map(str.strip).filter(lambda text: len(text) > 2))
def test_a_redacted_passage_is_gone_or_refused(text: str, passage: str) -> None:
    whole = f"{text}{passage} {text}"
    seed = Seed("x", Text("seeds/x.txt", whole), markdown=False, sha256="", record=None, path="seeds/x.yml")
    try:
        shown = redact(seed, (Redaction(passage, "why"),))
    except ProblemsError as error:
        check(error)
        return
    assert shown.text
    assert passage not in shown.text.content
    assert shown.text.content.count("\n") == whole.count("\n")


@given(texts)
def test_the_lint_ends_and_points_into_the_line(text: str) -> None:
    lines = text.split("\n")
    assert all(0 <= found.start < len(lines[found.line]) for found in find(lines))
