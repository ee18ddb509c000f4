"""What is converted directly comes out as Python-Markdown makes it, or is left to Python-Markdown."""

from __future__ import annotations

from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.serializers import _escape_attrib_html  # type: ignore[import-untyped]
from mkdocs.structure import pages

from build_site.accelerator import blocks
from build_site.accelerator.inline import MARK, UnsureError
from build_site.article.escape import escape

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
