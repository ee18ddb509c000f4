"""Strategies: texts that try to be more than text."""

from __future__ import annotations

from hypothesis import strategies as st

from build_site.seed import characters

SIGNS = (
    *("\\", "`", "``", "```", "*", "**", "***", "_", "__", "~~~", "~", "[", "]", "](", "]:", "(", ")", "{", "}", "<"),
    *(">", "> ", "#", "# ", "## ", "+ ", "- ", "* ", "---", "===", "***", "|", "| a |", "|---|", "1. ", "2) ", "!["),
    *("!", "!!! ", "???", ":", "::: ", "&", "&amp;", "&lt;", "&#60;", "&#x202e;", "&copy", "&#1)", "amp;", "$", "@"),
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "\xa0", "\u3000", "\u200b", "é", "ß", "一", "word", "a"),
    *(
        "[x]: https://x.example",
        "[^1]: x",
        "[^1]",
        "*[x]: y",
        "[TOC]",
        "{: #x .y }",
        "{ .x }",
        "[a](https://a.example)",
    ),
    *("[a](javascript:b)", "![a](https://a.example/p.png)", "<b>", "</b>", "<br>", "<script>", "</script>", "<!--"),
    *("-->", "<?php", "?>", "<![CDATA[", "]]>", "<https://a.example>", "<a@a.example>", "https://a.example", '"', "'"),
    *("klzzwxh:0000", "wzxhzdk:0", "Title: x", "--8<-- ", "{{ x }}", "{% x %}", "${x}", "^x^", "==x==", "++x++", ":a:"),
)
"""Whatever opens something in some Markdown, template or entity."""


def allowed(text: str) -> bool:
    """Tell whether a text could come out of `seed.decode`: nothing hidden, no lone surrogate."""
    return not characters.hidden(text) and text.isascii() | (not any("\ud800" <= char <= "\udfff" for char in text))


pieces = st.lists(st.sampled_from(SIGNS) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=12)
texts = pieces.map("".join).filter(allowed)
"""Texts of any characters that a seed can hold, with many signs."""
lines = texts.filter(lambda text: bool(text.strip()))
"""Texts with at least one character that shows."""
