"""The inside of a paragraph, a heading or a list item: Markdown → HTML, without Python-Markdown's eighteen passes.

Precondition: the text holds nothing but words, backslash escapes, entities, line breaks, code, plain links and
emphasis that is not nested. Anything else raises `UnsureError`, and the whole page goes the stock way.
Gain: with `blocks`, 14 s of the 17 s that Python-Markdown takes for the 1,539 pages of 1,000 articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from build_site.accelerator.attributes import opening_tag, read_attributes

_ESCAPED = frozenset("\\`*_{}[]()>#+-.!")
# What may end a run of words. Everything that is not one of these stands for itself.
_TOKEN = re.compile(
    r"""
    \\(?P<escape>.)
    | \[(?P<words>(?:[^\[\]\\`\n]|\\.)*)\]\((?P<target>[^\s()<>"'\\`]+)\)(?:\{:?[ ]*(?P<list>[^{}\n ][^{}\n]*)\})?
    | (?<!`)`(?P<code>[^`\\<>&\n]*[^`\\<>&\n\s][^`\\<>&\n]*)`(?!`)
    | (?<!\*)(?P<stars>\*{1,2})(?!\*)
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)
    | (?P<line_break>[ ]{2}\n)(?=[^\s{])
    | (?P<underscore>_)
    | (?P<unsure>[\\\[\]`*<{] | ![\[] | [ ]\n | \n[ ] | [ ]\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"[\\`*_\[\]<>&{!]|[ ]\n|\n[ ]| \Z")
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_TAGS = {"*": "em", "**": "strong"}


class UnsureError(Exception):
    """The text is outside of what is converted directly; what was converted of the page is thrown away."""


@dataclass(slots=True)
class Found:
    """What a page's text leads to and can be led to, in the order of the text."""

    targets: list[str] = field(default_factory=list)
    """Addresses of links as written; the HTML holds `mark(index)` in their place."""
    ids: set[str] = field(default_factory=set)
    """Ids that attribute lists give."""


def mark(index: int) -> str:
    """Write what stands in the HTML for the address of a link until it is resolved."""
    return f"\x02{index}\x03"


def escape(text: str) -> str:
    """Escape words for HTML as Python-Markdown's serializer does: an entity in them stays one."""
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Escape the value of an attribute as Python-Markdown's serializer does."""
    return escape(text).replace('"', "&quot;")


def convert(text: str, found: Found) -> str:
    """Convert one run of inline Markdown. Errors: `UnsureError`."""
    if not _SPECIAL.search(text):
        return text
    return _Inline(text, found).html()


class _Inline:
    """One pass over a text: `pieces` is finished HTML, `run` are words that are not escaped yet."""

    def __init__(self, text: str, found: Found) -> None:
        self.text = text
        self.found = found
        self.pieces: list[str] = []
        self.run = ""
        self.opened: tuple[int, re.Match[str]] | None = None
        self.words_until = 0
        self.behind_list = False

    def html(self) -> str:
        at = 0
        for match in _TOKEN.finditer(self.text):
            self._words(self.text[at : match.start()], match.start())
            at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                self._escape(match["escape"])
            elif kind == "underscore":
                self._underscore(match)
            elif kind == "stars":
                self._stars(match)
            elif kind in ("target", "list"):
                self._link(match)
            elif kind == "unsure":
                raise UnsureError
            else:
                self._element(match)
        self._words(self.text[at:], len(self.text))
        self._flush()
        if self.opened:
            raise UnsureError
        return "".join(self.pieces)

    def _words(self, words: str, until: int) -> None:
        """Take words. An attribute list would reach to the last brace before the next element."""
        if words:
            if self.behind_list and "}" in words:
                raise UnsureError
            self.run += words
            self.words_until = until

    def _flush(self) -> None:
        """End the words before an element."""
        self.behind_list = False
        if self.run:
            self.pieces.append(escape(self.run))
            self.run = ""

    def _escape(self, character: str) -> None:
        if character not in _ESCAPED:
            raise UnsureError
        self.run += character

    def _underscore(self, match: re.Match[str]) -> None:
        """Take an underscore as itself where words stand on both sides of it; elsewhere it could be emphasis."""
        before, after = self.text[match.start() - 1 : match.start()], self.text[match.end() : match.end() + 1]
        if self.words_until != match.start() or not (before.isalnum() and after.isalnum()):
            raise UnsureError
        self.run += "_"

    def _stars(self, match: re.Match[str]) -> None:
        """Pair stars of one length in the order in which they come; spaces inside of a pair make them plain."""
        self._flush()
        if self.opened is None:
            if not self.text[match.end() :] or self.text[match.end()].isspace():
                raise UnsureError
            self.opened = (len(self.pieces), match)
            self.pieces.append("")
            return
        index, first = self.opened
        inside = self.text[first.end() : match.start()]
        tag = _TAGS[match["stars"]]
        if first["stars"] != match["stars"] or inside[-1:].isspace() or "\n" in inside or self._list_follows(match):
            raise UnsureError
        self.pieces[index] = f"<{tag}>"
        self.pieces.append(f"</{tag}>")
        self.opened = None

    def _list_follows(self, match: re.Match[str]) -> bool:
        return self.text.startswith("{", match.end())

    def _link(self, match: re.Match[str]) -> None:
        self._flush()
        words = convert(match["words"], self.found) if match["words"].strip() else ""
        if not words or words.isspace() or words != words.strip() or "<br" in words:
            raise UnsureError
        found: dict[str, str | None] = {}
        if match["list"]:
            found = read_attributes(match["list"])
            self.behind_list = True
        if "href" in found:
            raise UnsureError
        found["href"] = mark(len(self.found.targets))
        self.found.targets.append(match["target"])
        if (given := found.get("id")) is not None:
            self.found.ids.add(given)
        self.pieces.append(f"{opening_tag('a', found)}{words}</a>")

    def _element(self, match: re.Match[str]) -> None:
        listed = self.behind_list
        self._flush()
        if match["entity"]:
            # It is no element yet when attribute lists are read.
            self.behind_list = listed
            self.pieces.append(match["entity"])
        elif match["line_break"]:
            self.pieces.append("<br />\n")
        elif self._list_follows(match):
            raise UnsureError
        else:
            self.pieces.append(f"<code>{match['code'].strip()}</code>")
