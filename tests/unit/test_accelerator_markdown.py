"""What is converted directly comes out as Python-Markdown makes it, or is left to Python-Markdown."""

from __future__ import annotations

from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.serializers import _escape_attrib_html  # type: ignore[import-untyped]
from mkdocs.structure import pages
from mkdocs.utils import meta

from build_site.accelerator import blocks, frontmatter
from build_site.accelerator.inline import MARK, UnsureError
from build_site.article.escape import escape
from build_site.page.model import Page

STOCK = markdown.Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"])
Outcome = tuple[str, list[Any], set[str], str | None]


def stock(text: str) -> Outcome:
    """Convert as MkDocs does, with links left as they are."""
    STOCK.reset()
    nothing: Any = None
    raw, title = pages._RawHTMLPreprocessor(), pages._ExtractTitleTreeprocessor()  # noqa: SLF001 - what MkDocs registers
    anchors = pages._ExtractAnchorsTreeprocessor(nothing, nothing, nothing)  # noqa: SLF001 - as above
    for part in (raw, anchors, title):
        part._register(STOCK)  # noqa: SLF001 - as above
    html = STOCK.convert(text)
    tokens = STOCK.toc_tokens if html else []
    return html, shown(tokens), anchors.present_anchor_ids | raw.present_anchor_ids, title.title


def direct(text: str) -> Outcome:
    made = blocks.convert(text)
    html = MARK.sub(lambda match: _escape_attrib_html(match[1]), made.html)
    return html, shown(made.headings), made.ids, made.title


def shown(tokens: Any) -> list[Any]:  # noqa: ANN401 - as the `toc` extension gives them
    return [(item["level"], item["id"], item["name"], shown(item["children"])) for item in tokens]


def same(text: str) -> bool:
    """Compare both ways; tell whether the direct one was taken."""
    try:
        ours = direct(text)
    except UnsureError:
        return False
    assert ours == stock(text)
    return True


PARTS = (
    *"abc é_ 1.-+#>!:|~=*`[](){}&;\\\"'<\n/",
    *(
        "**",
        "\n\n",
        "  \n",
        "\n    ",
        "\n- ",
        "\n\n- ",
        "\n\n    ",
        "\n\n    > ",
        "\n\n> ",
        "\n\n# ",
        "\n\n## ",
        "word ",
    ),
    *("[a](b.md)", "[a](b.md){ .c }", "*em*", "**strong**", "`code`", "\\*", "\\[", "\\_", "&amp;", "&#58;", "AT&T"),
    *(
        "\n{: .c }",
        "\n{: #i }",
        " {: #i }",
        "{ download }",
        "{: lang=en dir=ltr }",
        "\n\n<!-- part -->\n\n",
        "https://x.y/a_b",
    ),
    *(
        "word ",
        "https://x.y/a_b",
        "1. ",
        "\n1. ",
        "]:",
        "_x_",
        "a_b",
        "![i](j)",
        "***",
        "[[a](b)](c)",
        "[a][b]",
        "    ",
        "> ",
        "- ",
    ),
)


@pytest.mark.slow
@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_pieces_of_markdown_in_any_order(text: str) -> None:
    same(text)


WORDS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map(lambda parts: escape("".join(parts)))


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(["", "## ", "- ", "    ", "    > ", "> "]), WORDS), min_size=1, max_size=8))
def test_escaped_words_in_blocks(pieces: list[tuple[str, str]]) -> None:
    same("\n\n".join(before + words for before, words in pieces))


TAKEN = [
    "# Title\n\nWords, *quiet* and **loud**, `code`, [link](a.md#b) and 3 < 4 &amp; more.".replace("<", "&lt;"),
    "- [One](one.md)\n- *2*\n\nBetween\n\n- Three\n\n    Line\n\n    > **She** said. [L 3](x.md#l3){ .line }\n\n- 4",
    "<!-- part -->\n\n## Cite {: #cite }\n\nAPA\n{: .style .two }\n\n\\{\\{cite |a=b}}\n{: .citation }",
    "One  \ntwo\n{: .poem lang=cy }\n\n> Quoted\n\n> still\n\n## Same\n\n## Same\n\n### Deeper",
    "[A](a.md){ download } · [B](b.md){ .b #no }".replace(" #no", ""),
    "Fenwick, A., & Marsh, B. *The Courier & Post*, 2 May. *A*. & so on\n{: .citation }",
    "[One](a.md), daily & [two](b_c.md) & three\n{: .origin }",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_our_pages_hold_is_converted_directly(text: str) -> None:
    assert same(text)


LEFT = [
    "| a | b |\n|---|---|",
    "1. one",
    "```\ncode\n```",
    "<b>raw</b>",
    "![i](j.png)",
    "    code",
    "[r]: x",
    "\tx",
    "* star",
    "\u00a0words",
    "words  \n\u00a0more",
]


@pytest.mark.parametrize("text", LEFT)
def test_other_markdown_is_left_to_python_markdown(text: str) -> None:
    assert not same(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nlist: [a, 1, true, null, ~, 1.5, 2031-04-02, 0o7, 0x1F, yes, 'no', \"\\u00e9\"]\nmap: {a: {b: []}}",
        "a: &x [1]\nb: *x\nc: &t text\nd: *t",
        "1: one\ntrue: yes\nnull: none",
        "<<: {a: 1}\nb: 2",
        "set: !!set {a, b}\nbinary: !!binary aGk=",
        "a: 1\na: 2",
        "text: |\n  one\n  two\nfolded: >\n  one\n  two\nempty:\n",
        "- a list",
        "just text",
        "",
    ],
)
def test_front_matter_is_read_as_mkdocs_reads_it(text: str) -> None:
    source = f"---\n{text}\n---\n\n# Head\r\n\r\nwords\rmore\n".encode("utf-8-sig")
    expected = meta.get_data(source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    assert repr(frontmatter.split(source)) == repr(expected)


def test_front_matter_of_one_page_is_not_that_of_another() -> None:
    source = b"---\nlist: [a, b]\ntable: {a: b}\nlists:\n- [a, b]\n---\n"
    (_, first), (_, second) = frontmatter.split(source), frontmatter.split(source)
    first["list"].append("c")
    first["table"]["a"] = "c"
    first["lists"][0].append("c")
    assert second == frontmatter.split(source)[1] == {"list": ["a", "b"], "table": {"a": "b"}, "lists": [["a", "b"]]}


LINES = (
    "a: b",
    "a: [b, 'it''s', O'Neil, 1, true, null, c d]",
    "a: {b: c, d: '1', e: 2}",
    "- [a, 'b: c']",
    "- {a: b}",
    "- a",
    "a:",
    "a: []",
    "a: {}",
    "a: 'b'",
    *("a: yes", "a: ~", "a: 012", "a: 1_0", "a: 1:30", "a: 2031-04-02", "a: 1.5", "a: =", "yes: a", "a: No", "a: -1"),
    *("a: b: c", "a: b #c", "a: b#c", "a: b:c", "a: http://x/y", "a: 'b", "a: 'b' c", "a: b ", "a:  b", "a: b:"),
    *("a: [b, ]", "a: [b,c]", "a: [b, c", "a: [b: c]", "a: {b}", "a: [[b]]", "a: [b] ]", "a: ['b' c]", "a: [ b]"),
    *(
        "- a: b",
        "- - a",
        "# c",
        "---",
        "...",
        "a: &b c",
        "a: *b",
        "a: !x b",
        "<<: {a: 1}",
        "a: |",
        "? a",
        "1: a",
        "é: a",
    ),
    *("a: b\tc", "a: b\u2028c", "a: b\x85c", "a: \x7f", "a: \ufeff", "a: é\U0001f600", "a: ☃ [x], {y}", "", " "),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "", "", "  ", "    ", " "]), st.sampled_from(LINES)).map("".join), max_size=6
    )
)
@settings(max_examples=200, deadline=None)
def test_lines_of_front_matter_are_read_as_mkdocs_reads_them(lines: list[str]) -> None:
    text = "\n".join(("---", *lines, "---", "", "words", ""))
    assert repr(frontmatter.split(text.encode())) == repr(meta.get_data(text))


WORDS = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.sampled_from(LINES)
    | st.sampled_from(["yes", "1", "~", "2031"])
)
PLAIN = WORDS | st.booleans() | st.integers() | st.none()
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z_]{1,6}", fullmatch=True), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.from_regex("[a-z_]{1,6}", fullmatch=True), VALUES, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_generated_front_matter_is_read_as_mkdocs_reads_it(values: dict[str, Any]) -> None:
    text = Page("x.md", values, "words").text
    assert repr(frontmatter.split(text.encode())) == repr(meta.get_data(text.replace("\r\n", "\n").replace("\r", "\n")))


def test_front_matter_of_a_generated_page_is_read_directly() -> None:
    values = {
        "title": "O'Neil: 'a' b",
        "topics": ["a", "b c"],
        "hide": ["toc"],
        "text": {"lang": "en", "dir": "ltr"},
        "metadata": {"names": [["DC.type", "x"], ["og:url", "https://a.example/b"]], "json_ld": '{"@a":[1,"it\'s"]}'},
    }
    text = Page("x.md", values, "words").text
    assert frontmatter.read(text.split("---\n")[1]) == values
