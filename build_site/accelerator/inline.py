"""The inside of a paragraph, a heading or a list item: Markdown → HTML, without Python-Markdown's eighteen passes.

Precondition: the text holds nothing but words, backslash escapes, entities, line breaks, code, plain links and
emphasis that is not nested. Anything else raises `UnsureError`, and the whole page goes the stock way.
Gain: with `blocks` and `attributes`, 18 s of the 25 s that 1,000 articles take without
them in one process.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
    | (?P<underscore>_)
    | (?P<ampersand>&)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"[\\`*_\[\]<>&{!]")
_NEXT = re.compile(r"[\\`*_\[\]<&{]")
_BREAK = "  \n"
_LINK_FIRST = re.compile(
    r"""\[((?! )[^\\`*_\[\]<>&{}!\n]+(?<![ ]))\]\(([^\s()<>"'\\`]+)\)([^\\`*_\[\]<>&{}!\n]*)(?<![ ])""",
)
_LINK = re.compile(
    r"""\[(?!\s)([^\\`*_\[\]<>&{}!\n]+)(?<!\s)\]\(([^\s()<>"'\\`]+)\)(?:\{:?[ ]*([^{}\n ][^{}\n]*)\})?""",
)
_HARD = re.compile(r"[\\`*_\[\]<>{}!\n]|&(?![ ])")
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_TAGS = {"*": "em", "**": "strong"}


class UnsureError(Exception):
    """The text is outside of what is converted directly; what was converted of the page is thrown away."""


MARK = re.compile("\x02([^\x03]*)\x03")
"""What `mark` writes."""


def mark(target: str) -> str:
    """Write what stands in the HTML for the address of a link until it is resolved."""
    return f"\x02{target}\x03"


def escape(text: str) -> str:
    """Escape words for HTML as Python-Markdown's serializer does: an entity in them stays one."""
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Escape the value of an attribute as Python-Markdown's serializer does."""
    return escape(text).replace('"', "&quot;")


@lru_cache(maxsize=4096)
def convert(text: str) -> str:
    """Convert one run of inline Markdown; addresses of links are left as `mark`. Errors: `UnsureError`.

    Names, headlines and dates come again and again in an archive's lists, so the last ones are remembered.
    """
    if text[-1:] == " " or " \n" in text or "\n " in text:
        return _broken(text)
    if not _SPECIAL.search(text):
        return text
    return link_first(text) or _of_one_kind(text) or _Inline(text).html()


def link_first(text: str) -> str:
    """Convert a link with words behind it, nothing special in them, as most items of lists are; else give nothing."""
    link = _LINK_FIRST.fullmatch(text)
    return f'<a href="{mark(link[2])}">{link[1]}</a>{link[3]}' if link else ""


def _of_one_kind(text: str) -> str:
    """Convert words among which stand links only, or emphasis only, as in citations; else give nothing."""
    if "[" in text:
        words, written = _linked(_LINK.split(text))
    else:
        words, written = _emphasized(text.split("*"))
    return "" if _HARD.search(words) else written


def _linked(parts: list[str]) -> tuple[str, str]:
    """Write words, and behind each but the last the three parts of a link; give the words alone, too."""
    written = []
    for before, words, target, listed in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=False):
        found = read_attributes(listed) if listed else {}
        if "id" in found:
            raise UnsureError
        found["href"] = mark(target)
        written.append(f"{before.replace('&', '&amp;')}{opening_tag('a', found)}{words}</a>")
    return "".join(parts[::4]), "".join((*written, parts[-1].replace("&", "&amp;")))


def _emphasized(parts: list[str]) -> tuple[str, str]:
    """Write words, every other part of them with emphasis; give the words alone, or a star where it is not so."""
    inside = parts[1::2]
    if not len(parts) % 2 or not all(parts[1:-1]) or any(part != part.strip() for part in inside):
        return "*", ""
    written = [f"{before}<em>{words}</em>" for before, words in zip(parts[::2], inside, strict=False)]
    return "".join(parts), "".join((*written, parts[-1])).replace("&", "&amp;")


def _broken(text: str) -> str:
    """Convert lines that end with two spaces; any other space at a line's end or beginning is left to the stock way."""
    lines = text.split(_BREAK)
    if len(lines) == 1 or any(not line or line.isspace() or line[0] == "\n" for line in lines):
        raise UnsureError
    return "<br />\n".join(convert(line) for line in lines)


class _Inline:
    """One pass over a text: `pieces` is finished HTML, `run` are words that are not escaped yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.run = ""
        self.opened: tuple[int, re.Match[str]] | None = None
        self.words_until = 0
        self.behind_list = False

    def html(self) -> str:
        at = 0
        # One class of characters is found much sooner than the first of eight patterns.
        while special := _NEXT.search(self.text, at):
            self._words(self.text[at : special.start()], special.start())
            match = _TOKEN.match(self.text, special.start())
            if match is None:
                raise UnsureError
            self._token(match)
            at = match.end()
        self._words(self.text[at:], len(self.text))
        self._flush()
        if self.opened:
            raise UnsureError
        return "".join(self.pieces)

    def _token(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind == "escape":
            self._escape(match["escape"])
        elif kind == "underscore":
            self._underscore(match)
        elif kind == "ampersand":
            self.run += "&"
        elif kind == "stars":
            self._stars(match)
        elif kind in ("target", "list"):
            self._link(match)
        else:
            self._element(match)

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
        if self.text[match.start() - 1 : match.start()] == "!":
            raise UnsureError
        self._flush()
        words = convert(match["words"]) if match["words"].strip() else ""
        if not words or words.isspace() or words != words.strip() or "<br" in words:
            raise UnsureError
        found: dict[str, str | None] = {}
        if match["list"]:
            found = read_attributes(match["list"])
            self.behind_list = True
        if "id" in found:
            raise UnsureError
        found["href"] = mark(match["target"])
        self.pieces.append(f"{opening_tag('a', found)}{words}</a>")

    def _element(self, match: re.Match[str]) -> None:
        listed = self.behind_list
        self._flush()
        if match["entity"]:
            # It is no element yet when attribute lists are read.
            self.behind_list = listed
            self.pieces.append(match["entity"])
        elif self._list_follows(match):
            raise UnsureError
        else:
            self.pieces.append(f"<code>{match['code'].strip()}</code>")
