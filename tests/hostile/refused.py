"""Seeds that must be refused: files (path below the archive → bytes, or a link's target) and what is said of which."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

Content: TypeAlias = bytes | PurePosixPath


@dataclass(frozen=True, slots=True)
class Refused:
    """One hostile seed."""

    name: str
    """What it tries."""
    files: dict[str, Content]
    """Files below `seeds/`; a path stands for a symbolic link to it."""
    said: str
    """Part of the one message that is expected, with place: `path:line:column: …`."""
    large: bool = False
    """True where the file is oversized, which the two-second rule leaves out."""


def _text(name: str, content: str | bytes, said: str, *, kind: str = "txt", large: bool = False) -> Refused:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return Refused(name, {f"{name}.{kind}": data}, f"seeds/{name}.{kind}{said}", large)


def _record(name: str, content: str, said: str, *, large: bool = False) -> Refused:
    return _text(name, content, said, kind="yml", large=large)


_FORM = "is not accepted in a record"

TEXTS = (
    _text("utf8-broken", b"A good line.\nA bad \xff byte.\n", ":2:7: the text is not UTF-8: byte 0xff"),
    _text("utf8-overlong", b"\xc0\xaf etc", ":1:1: the text is not UTF-8: byte 0xc0"),
    _text("utf8-surrogate", b"x \xed\xa0\x80 y", ":1:3: the text is not UTF-8: byte 0xed"),
    _text("utf8-cut", b"words \xe2\x82", ":1:7: the text is not UTF-8: byte 0xe2"),
    _text("utf16", "words".encode("utf-16"), ":1:1: the text is not UTF-8: byte 0xff"),
    _text("latin1", "café".encode("latin-1"), ":1:4: the text is not UTF-8: byte 0xe9"),
    _text("bidi-override", "Access for \u202egnp.exe", ":1:12: 1 character that turns the direction of writing"),
    _text("bidi-left", "x\ny \u202dz", ":2:3: 1 character that turns the direction of writing"),
    _text("accents", "e" + "\u0301" * 5000, ":1:2: more than 10 accents stand on one letter"),
    _text("accents-mixed", "e" + "\u0301\u0323" * 300, ":1:2: more than 10 accents stand on one letter"),
    _text("empty", "", ": the text is empty"),
    _text("blank", " \n\t\n\u3000\n", ": the text is empty"),
    _text("controls-only", "\x00\x01\x02", ": the text is empty"),
    _text("large", "words and words\n" * 70_000, ": the file has 1,120,000 bytes; a text may have", large=True),
    _text("many-lines", "a\n" * 25_000, ":20001: the text has 25,001 lines", large=True),
    _text("long-line", "word " * 12_000, ":1:50001: the line has 60,000 characters", large=True),
    _text("brackets", "[" * 50_000, ":1:2001: the paragraph has more than 2,000 signs"),
    _text("stars", "*a " * 15_000, ":1:6001: the paragraph has more than 2,000 signs"),
    _text(
        "footnotes",
        "\n\n".join("[^1]: a note " * 20 for _ in range(600)),
        ":1001:1: the text has more than 20,000 signs",
    ),
    _text("quotes-deep", "> " * 500 + "words", ":1: more than 8 lists or quotations", kind="md"),
    _text("lists-deep", "- " * 500 + "words", ":1: more than 8 lists or quotations", kind="md"),
    _text("matter-open", "---\ntitle: x\nwords", ":1:1: the front matter is not closed", kind="md"),
    _text("matter-list", "---\n- a\n---\nwords", ":2:1: the file does not hold keys and values", kind="md"),
    _text(
        "matter-tag",
        "---\ntitle: !!python/name:os.system\n---\nw",
        f":2:8: the tag tag:yaml.org,2002:python/name:os.system {_FORM}",
        kind="md",
    ),
    _text("matter-empty", "---\ntitle: x\n---\n\n", ": the text is empty", kind="md"),
)
"""Bytes, characters and limits of texts."""

RECORDS = (
    _record(
        "tag-python",
        "title: !!python/object/apply:os.system [id]\n",
        f":1:8: the tag tag:yaml.org,2002:python/object/apply:os.system {_FORM}",
    ),
    _record("tag-str", "title: !!str x\n", f":1:8: the tag tag:yaml.org,2002:str {_FORM}"),
    _record("tag-own", "title: !x y\n", f":1:8: the tag !x {_FORM}"),
    _record("tag-env", "title: !ENV HOME\n", f":1:8: the tag !ENV {_FORM}"),
    _record("anchor", "title: &a x\nnotes: *a\n", f":1:8: an anchor or alias (& or *) {_FORM}"),
    _record(
        "bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", f":1:4: an anchor or alias (& or *) {_FORM}"
    ),
    _record("merge", "a: &a {title: x}\n<<: *a\n", f":1:4: an anchor or alias (& or *) {_FORM}"),
    _record("alias-alone", "title: *a\n", ":1:8: "),
    _record("key-twice", "title: x\ntitle: y\n", ":2:1: title: the key stands twice"),
    _record("key-twice-escaped", 'title: x\n"t\\u0069tle": y\n', ":2:1: title: the key stands twice"),
    _record("key-list", "? [a, b]\n: x\n", ":1:3: a key has to be a word"),
    _record("key-mapping", "{a: b}: x\n", ":1:1: a key has to be a word"),
    _record("list", "- title: x\n", ":1:1: the file does not hold keys and values"),
    _record("scalar", "just words\n", ":1:1: the file does not hold keys and values"),
    _record("documents", "title: x\n---\ntitle: y\n", ":2:1: this is not YAML"),
    _record("tabs", "rights:\n\tholder: x\n", ":2:1: this is not YAML"),
    _record("colon", "title: Harbour: the fight\n", ":1:15: this is not YAML"),
    _record("deep-flow", "title: " + "[" * 5000, ":1:15: more than 8 lists and mappings"),
    _record("deep-map", "title: " + "{a: " * 5000, ":1:36: more than 8 lists and mappings"),
    _record("deep-list", "- " * 5000 + "x", ":1:17: more than 8 lists and mappings"),
    _record("deep-question", "? " * 5000 + "x", ":1:17: more than 8 lists and mappings"),
    _record("items", "title: x\npeople: [" + "x, " * 2500 + "]\n", ":2:9: 2,500 items; 2,000 are accepted"),
    _record("keys", "".join(f"key{n}: x\n" for n in range(500)), ":1:1: 500 keys; 100 are accepted"),
    _record(
        "large-record",
        "title: x\nnotes: " + "words " * 50_000,
        ": the file has 300,016 bytes; a record may have",
        large=True,
    ),
    _record("escape-bidi", 'title: "x \\u202e y"\n', ":1:8: the value holds U+202E"),
    _record("escape-null", 'title: "x\\0y"\n', ":1:8: the value holds U+0000"),
    _record("escape-terminal", 'title: "\\e[2J\\e[31mx"\n', ":1:8: the value holds U+001B"),
    _record("escape-stash", 'title: "x \\x02klzzwxh:0\\x03"\n', ":1:8: the value holds U+0002"),
    _record("escape-tag", 'title: "x\\U000E0041"\n', ":1:8: the value holds U+E0041"),
    _record("escape-key", '"\\u202etitle": x\n', ":1:1: the value holds U+202E"),
    _record("unknown-key", "title: x\ntitel: y\n", ":2:1: titel: no such field"),
    _record("template-key", "title: x\ntemplate: main.html\n", ":2:1: template: no such field"),
    _record("hide-key", "title: x\nhide: [all]\n", ":2:1: hide: no such field"),
    _record("dunder-key", "title: x\n__class__: y\n", ":2:1: __class__: no such field"),
    _record("title-list", "title: [a, b]\n", ":1:8: title: one value is expected here"),
    _record("title-mapping", "title: {a: b}\n", ":1:8: title: one value is expected here"),
    _record("title-empty", 'title: ""\n', ":1:8: title: a value is missing"),
    _record("url-javascript", "title: x\nurl: javascript:alert(1)\n", ":2:6: url: "),
    _record("url-data", "title: x\nurl: data:text/html,x\n", ":2:6: url: "),
    _record("url-userinfo", "title: x\nurl: https://a@b.example/\n", ":2:6: url: "),
    _record("url-quote", "title: x\nurl: 'https://a.example/\"onclick=x'\n", ":2:6: url: "),
    _record("url-space", "title: x\nurl: https://a.example/ x\n", ":2:6: url: "),
    _record("url-bracket", "title: x\narchived_url: https://[a.example/\n", ":2:15: archived_url: "),
    _record("date-words", "title: x\npublished: soon\n", ":2:12: published: "),
    _record("date-digits", "title: x\npublished: ٢٠٣١\n", ":2:12: published: "),
    _record("language-script", 'title: x\nlanguage: en"><script>\n', ":2:11: language: "),
    _record("access-other", "title: x\naccess: everything\n", ":2:9: access: "),
    _record("rights-other", "title: x\nrights: javascript:alert(1)\n", ":2:9: rights: "),
    _record("sha-other", "title: x\ntext_sha256: zz\n", ":2:14: text_sha256: "),
    _record("topic-unknown", "title: x\ntopics: ['<script>']\n", ":2:10: topics: "),
    _record("formerly-up", "title: x\nformerly: ['../../index']\n", ":2:12: formerly: "),
    _record("withdrawn-bare", "title: x\naccess: withdrawn\n", ":2:9: withdrawn: the field is missing"),
    _record(
        "withdrawn-words",
        "title: x\naccess: withdrawn\nwithdrawn: {on: 2031-01-02, reason: <b>}\n",
        ":3:37: withdrawn: reason: ",
    ),
    _record("no-title", "notes: x\n", ": title: the field is missing"),
)
"""YAML and what the fields make of it."""
