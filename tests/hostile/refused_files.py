"""Seeds that must be refused for their place, kind or name, and for what they say of people."""

from __future__ import annotations

from pathlib import PurePosixPath

from tests.hostile.refused import RECORDS, TEXTS, Content, Refused


def _file(name: str, path: str, said: str, content: Content = b"words\n") -> Refused:
    return Refused(name, {path: content}, f"seeds/{path}{said}")


_OTHER_KIND = ": a file of another kind"

FILES = (
    _file("kind-html", "page.html", _OTHER_KIND),
    _file("kind-svg", "drawing.svg", _OTHER_KIND),
    _file("kind-js", "run.js", _OTHER_KIND),
    _file("kind-zip", "more.zip", _OTHER_KIND),
    _file("kind-pdf", "page.pdf", _OTHER_KIND),
    _file("kind-py", "conf.py", _OTHER_KIND),
    _file("kind-none", "words", _OTHER_KIND),
    _file("kind-upper", "words.TXT", _OTHER_KIND),
    _file("kind-yaml", "record.yaml", _OTHER_KIND),
    _file("kind-double", "page.html.txt", ': "page.html" cannot be an id'),
    _file("id-index", "index.txt", ': "index" cannot be an id'),
    _file("id-device", "con.txt", ': "con" cannot be an id'),
    _file("id-space", "two words.txt", ': "two words" cannot be an id'),
    _file("id-dots", "a..b.txt", ': "a..b" cannot be an id'),
    _file("id-percent", "a%2e%2e.txt", ': "a%2e%2e" cannot be an id'),
    _file("id-quote", "a'b.txt", ': "a\'b" cannot be an id'),
    _file("id-markup", "<img src=x onerror=alert(1)>.txt", ': "<img src=x onerror=alert(1)>" cannot be an id'),
    _file("id-accent", "café.txt", ': "café" cannot be an id'),
    _file("id-dash", "-rf.txt", ': "-rf" cannot be an id'),
    _file("id-long", f"{'a' * 120}.txt", f': "{"a" * 120}" cannot be an id'),
    Refused("place-control", {"a\x1b[31m.txt": b"words"}, "seeds/a\\x1b[31m.txt: this place cannot be shown"),
    Refused("place-newline", {"a\nb/c.txt": b"words"}, "seeds/a\\nb/c.txt: this place cannot be shown"),
    Refused("place-bidi", {"a\u202eb.txt": b"words"}, "seeds/a\\u202eb.txt: this place cannot be shown"),
    _file("place-deep", "/".join("abcdefghij") + "/deep.txt", ": this place cannot be shown"),
    Refused(
        "ids-by-case", {"Pier.txt": b"w", "pier.yml": b"title: x"}, 'the ids "pier" and "Pier" differ in case only'
    ),
    Refused("two-texts", {"one.txt": b"words", "one.md": b"words"}, 'the id "one" has two'),
    Refused("two-folders", {"a/two.txt": b"words", "b/two.txt": b"words"}, 'the id "two" has two texts'),
    Refused("link-file", {"secret.txt": PurePosixPath("/etc/passwd")}, "seeds/secret.txt: this is a link or a device"),
    Refused("link-folder", {"etc": PurePosixPath("/etc")}, "seeds/etc: this is a link or a device"),
    Refused("link-inside", {"x.txt": PurePosixPath("y.txt")}, "seeds/x.txt: this is a link or a device"),
    _file("register-other", "registers/places.yml", ": no register has this name", b"places: {}\n"),
    _file("register-text", "registers/people.txt", ": no register has this name"),
    Refused(
        "register-link",
        {"registers/people.yml": PurePosixPath("/etc/passwd")},
        "seeds/registers/people.yml: this is a link",
    ),
    Refused(
        "register-id",
        {"registers/people.yml": b"people:\n  ../x: {name: A B}\n"},
        'people.yml:2:3: "../x" cannot be an id',
    ),
    Refused(
        "register-tag",
        {"registers/topics.yml": b"topics: !!map {}\n"},
        "seeds/registers/topics.yml:1:9: the tag tag:yaml.org,2002:map",
    ),
    Refused(
        "register-twice",
        {"registers/topics.yml": b"topics:\n  a: {label: A}\n  a: {label: B}\n"},
        "topics.yml:3:3: a: the key stands twice",
    ),
    Refused(
        "register-circle",
        {"registers/topics.yml": b"topics:\n  a: {label: A, broader: b}\n  b: {label: B, broader: a}\n"},
        "broader: the topic contains itself",
    ),
    Refused(
        "register-domain",
        {"registers/sources.yml": b"sources:\n  a: {name: A, domains: ['a.example/<b>']}\n"},
        "sources.yml:2:26: domains: ",
    ),
)
"""Names and kinds of files, links, registers."""

PEOPLE = (
    Refused(
        "personal-mail",
        {"m.txt": b"Write to ada@fenwick.example now.", "m.yml": b"title: x\naccess: full\nrights: CC0-1.0\n"},
        "seeds/m.txt:1:10: an e-mail address would be published",
    ),
    Refused(
        "personal-phone",
        {"p.txt": b"Call 01632 960 983 today.", "p.yml": b"title: x\naccess: full\nrights: CC0-1.0\n"},
        "seeds/p.txt:1:6: a telephone number would be published",
    ),
    Refused(
        "personal-house",
        {
            "h.txt": b"He lives at 12 Pier Road, Tarnmouth ZZ1 1AA.",
            "h.yml": b"title: x\naccess: full\nrights: CC0-1.0\n",
        },
        "seeds/h.txt:1:13: a house number with a postcode would be published",
    ),
    Refused(
        "personal-insurance",
        {"n.txt": b"Number QQ 12 34 56 C or AB 12 34 56 C.", "n.yml": b"title: x\naccess: full\nrights: CC0-1.0\n"},
        "seeds/n.txt:1:25: a National Insurance number would be published",
    ),
    Refused(
        "personal-bank",
        {"b.txt": b"Pay to 12-34-56, account 12345678.", "b.yml": b"title: x\naccess: full\nrights: CC0-1.0\n"},
        "seeds/b.txt:1:8: a bank account or card number would be published",
    ),
    Refused(
        "rights-none",
        {"r.txt": b"words", "r.yml": b"title: x\naccess: full\n"},
        "seeds/r.yml: rights: the field is missing",
    ),
    Refused(
        "rights-forbid",
        {"r.txt": b"words", "r.yml": b"title: x\naccess: full\nrights: http://rightsstatements.org/vocab/InC/1.0/\n"},
        'seeds/r.yml:3:9: rights: "In copyright" does not let',
    ),
    Refused(
        "redact-missing",
        {"r.txt": b"words", "r.yml": b"title: x\nredactions: [{passage: other words, reason: y}]\n"},
        "seeds/r.yml:2:13: redactions: a passage does not stand in the text",
    ),
    Refused(
        "redact-spelling",
        {"r.txt": b"Bo Secret met BO SECRET.", "r.yml": b"title: x\nredactions: [{passage: Bo Secret, reason: y}]\n"},
        "seeds/r.txt:1:",
    ),
    Refused(
        "redact-emphasis",
        {"r.md": b"---\ntitle: x\nredactions: [{passage: Bo Secret, reason: y}]\n---\nBo Secret met Bo **Secret**."},
        "seeds/r.md:5:",
    ),
    Refused(
        "redact-title",
        {
            "r.txt": b"Bo Secret came.",
            "r.yml": b"title: Bo Secret wins\nredactions: [{passage: Bo Secret, reason: y}]\n",
        },
        "seeds/r.yml:1:8: title: it holds a passage",
    ),
    Refused(
        "unlisted-title",
        {
            "r.yml": b"title: Bo Secret wins\n",
            "registers/people.yml": b"people:\n  bo-secret: {name: Bo Secret, unlisted: true}\n",
        },
        "seeds/r.yml:1:8: title: it names a person",
    ),
)
"""What must not be said of people."""

ALL = (*TEXTS, *RECORDS, *FILES, *PEOPLE)
"""Everything that is refused."""
