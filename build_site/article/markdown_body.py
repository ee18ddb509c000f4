"""A contributor's Markdown → blocks of one escaped subset of Markdown; raw HTML shows as its characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from build_site.article.escape import escape
from build_site.article.markdown_inline import Inline, escape_line, escape_lines, inline
from build_site.article.model import Block, BlockKind
from build_site.problem import Position, problem

if TYPE_CHECKING:
    from markdown_it.token import Token

    from build_site.seed.text import Text

NESTING = 8
"""Most lists and quotations in one another."""
_INDENT = " " * 4
_LANGUAGE = re.compile(r"[a-z0-9+#-]{1,12}", re.IGNORECASE)
_HEADINGS = {"h1": 2, "h2": 3}
# Beyond this the parser would drop text; it is refused long before.
_PARSER_NESTING = 3 * NESTING


def markdown_blocks(text: Text) -> tuple[Block, ...]:
    """Parse a `.md` body (CommonMark without raw HTML and without link definitions) and write it again.

    Kept: paragraphs, headings (as h2 to h4), emphasis, lists, quotations, code, rules, and links to `http`, `https`,
    `mailto` and to articles of this archive. A picture shows as its description with a link. Everything else shows
    as the characters that were typed. Errors: lists and quotations nested too deeply.
    """
    tree = SyntaxTreeNode(_parse(text))
    blocks = []
    for before, node in zip((None, *tree.children), tree.children, strict=False):
        markdown, words = _top_level(node, before, text.first_line)
        if markdown:
            line = (node.map[0] if node.map else 0) + text.first_line
            blocks.append(Block(BlockKind.MARKDOWN, markdown, line, words))
    return tuple(blocks)


def parser() -> MarkdownIt:
    """Make the parser: CommonMark without raw HTML and without link definitions."""
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": _PARSER_NESTING})
    # A link definition shows nothing, so a line like `[Note]: closed` would be lost.
    made.disable(["reference", "html_block", "html_inline", "text_join"])
    return made


def _parse(text: Text) -> list[Token]:
    tokens = parser().parse(text.content)
    for token in tokens:
        if token.level >= _PARSER_NESTING - 2 or (token.nesting == 1 and token.level > 2 * NESTING):
            at = Position(text.path, (token.map[0] if token.map else 0) + text.first_line)
            message = f"more than {NESTING} lists or quotations stand in one another"
            raise problem(at, message, "write the passage with fewer > and - signs at the start of its lines")
    return tokens


def _top_level(node: SyntaxTreeNode, before: SyntaxTreeNode | None, first_line: int) -> tuple[str, str]:
    """Write a block with the number of its line as anchor, where Markdown can carry one."""
    anchor = f"#l{(node.map[0] if node.map else 0) + first_line}"
    if node.type in ("fence", "code_block"):
        code = _with_info(node)
        return _fence(code), code.strip()
    if node.type == "heading":
        written = inline(node.children[0].to_tokens()[0].children or [])
        line = escape_line(written.markdown)
        marks = "#" * _HEADINGS.get(node.tag, 4)
        return (f"{marks} {line} {{: {anchor} }}" if line else ""), written.words
    if node.type == "paragraph":
        written = _inline_of(node)
        lines = escape_lines(written.markdown)
        return (f"{lines}\n{{: {anchor} }}" if lines else ""), written.words
    if node.type == "hr":
        return "---", ""
    blocks = _as_paragraphs(node) if _merges(node, before) else _nested(node)
    return "\n\n".join(block.markdown for block in blocks), "\n".join(block.words for block in blocks)


def _merges(node: SyntaxTreeNode, before: SyntaxTreeNode | None) -> bool:
    """Tell whether Python-Markdown would take this list for a part of the one before it, and number it on."""
    lists = ("bullet_list", "ordered_list")
    return before is not None and before.type in lists and node.type in lists


def _inline_of(node: SyntaxTreeNode) -> Inline:
    written = inline(node.children[0].to_tokens()[0].children or [])
    return Inline(written.markdown, " ".join(written.words.split()))


def _with_info(node: SyntaxTreeNode) -> str:
    """Give the code; what stands behind the opening fence comes first, unless it only names a language."""
    info = (node.info or "").strip()
    return f"{info}\n{node.content}" if info and not _LANGUAGE.fullmatch(info) else node.content


def _fence(content: str) -> str:
    """Write code between tildes, more of them than stand anywhere inside."""
    longest = max((len(run) for run in re.findall("~+", content)), default=0)
    mark = "~" * max(3, longest + 1)
    code = content if content.endswith("\n") else f"{content}\n"
    return f"{mark}\n{code}{mark}" if content.strip() else ""


def _nested(node: SyntaxTreeNode) -> list[Inline]:
    """Write what stands in a list or quotation, and these themselves, as blocks."""
    if node.type in ("paragraph", "heading"):
        written = _inline_of(node)
        line = escape_line(written.markdown)
        return [Inline(line, written.words)] if line else []
    if node.type in ("fence", "code_block"):
        return [Inline(escape(line), line.strip()) for line in _with_info(node).split("\n") if line.strip()]
    if node.type == "blockquote":
        return _quotation(node)
    if node.type == "bullet_list":
        return _list(node, ["-"] * len(node.children))
    return _numbered(node) if node.type == "ordered_list" else []


def _quotation(node: SyntaxTreeNode) -> list[Inline]:
    """Write a quotation. In a list Python-Markdown takes the signs of its later lines for text, so it has none."""
    inner = _blocks_of(node)
    return inner if _in_a_list(node) or not inner else [_joined(inner, "> ", "> ")]


def _numbered(node: SyntaxTreeNode) -> list[Inline]:
    """Write a numbered list. The browser would count on its own: other numbers stay as they were typed."""
    numbers = [item.info for item in node.children]
    counted = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return _list(node, [f"{number}." for number in numbers]) if counted else _as_paragraphs(node)


def _in_a_list(node: SyntaxTreeNode) -> bool:
    above = node.parent
    return above is not None and (above.type == "list_item" or _in_a_list(above))


def _blocks_of(node: SyntaxTreeNode) -> list[Inline]:
    found: list[Inline] = []
    before: SyntaxTreeNode | None = None
    for child in node.children:
        found += _as_paragraphs(child) if _merges(child, before) else _nested(child)
        before = child
    return found


def _list(node: SyntaxTreeNode, marks: list[str]) -> list[Inline]:
    items = []
    for item, mark in zip(node.children, marks, strict=True):
        inner = _blocks_of(item)
        if inner:
            items.append(_joined(inner, f"{mark} ", _INDENT))
        else:
            return _as_paragraphs(node)
    loose = any("\n\n" in item.markdown for item in items)
    markdown = ("\n\n" if loose else "\n").join(item.markdown for item in items)
    return [Inline(markdown, "\n".join(item.words for item in items))]


def _as_paragraphs(node: SyntaxTreeNode) -> list[Inline]:
    """Write a list that cannot be one here as paragraphs that begin with its signs."""
    found: list[Inline] = []
    for item in node.children:
        mark = f"{item.info}{item.markup}" if node.type == "ordered_list" else item.markup
        inner = _blocks_of(item)
        starts_plain = bool(inner) and item.children[0].type == "paragraph"
        head = inner[0] if starts_plain else Inline("", "")
        found.append(Inline(escape(f"{mark} x")[:-1] + head.markdown, f"{mark} {head.words}"))
        found += inner[1:] if starts_plain else inner
    return found


def _joined(blocks: list[Inline], first: str, others: str) -> Inline:
    lines = "\n\n".join(block.markdown for block in blocks).split("\n")
    marked = (f"{first if number == 0 else others}{line}".rstrip() for number, line in enumerate(lines))
    return Inline("\n".join(marked), "\n".join(block.words for block in blocks))
