"""The fields of a register's entries: one function a field, whose docstring is the rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.fields import kinds
from build_site.fields.field import Field, table
from build_site.problem import Gathering, problem

if TYPE_CHECKING:
    from build_site.seed.node import Node

_IPTC = re.compile(r"medtop:\d{8}", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.ASCII)


def name(node: Node) -> str:
    """Preferred name."""
    return kinds.needed_line(node)


def label(node: Node) -> str:
    """Neutral name of a subject, never a thesis."""
    return kinds.needed_line(node)


def sort_name(node: Node) -> str:
    """Name as it is filed, for example `Fenwick, Ada`. Where it is left out, the surname goes first."""
    return kinds.needed_line(node)


def aliases(node: Node) -> tuple[kinds.Named, ...]:
    """Other forms. No form belongs to two entries."""
    return kinds.list_of(kinds.named)(node)


def kind(node: Node) -> str:
    """What kind of outlet it is."""
    return kinds.one_line(node)


def domains(node: Node) -> tuple[str, ...]:
    """Host names of the outlet's own site, without `www.`."""
    return kinds.list_of(_host)(node)


def _host(node: Node) -> str:
    host = kinds.needed_line(node)
    if not _HOST.fullmatch(host) or host.startswith("www."):
        raise problem(node.position, f'"{host}" is not a host name', "write it like courier.example, in small letters")
    return host


def scope(node: Node) -> str:
    """Scope note: what belongs under the topic and what does not."""
    return " ".join(kinds.text(node).split())


def broader(node: Node) -> kinds.Named:
    """Id of the topic that contains this one."""
    return kinds.named(node)


def note(node: Node) -> str:
    """What a reader should know, with its source."""
    return " ".join(kinds.text(node).split())


def wikidata(node: Node) -> str:
    """Wikidata item: `Q` and digits."""
    return kinds.wikidata(node)


def iptc(node: Node) -> str:
    """IPTC Media Topic: `medtop:` and eight digits."""
    value = kinds.needed_line(node)
    if not _IPTC.fullmatch(value):
        raise problem(node.position, f'"{value}" is not an IPTC Media Topic', "write medtop: and eight digits")
    return value


def unlisted(node: Node) -> bool:
    """`true`: the person appears nowhere but in the text itself."""
    return kinds.truth(node)


def page(node: Node) -> bool:
    """`false`: the person is named on the articles' own pages only, without a page or an index entry."""
    return kinds.truth(node)


def match(node: Node) -> dict[str, str]:
    """The same subject elsewhere: `iptc` (Media Topic) and `wikidata`."""
    fields = table(Field(iptc, "medtop:20000337"), Field(wikidata, "Q11446"))
    found = kinds.mapping(node)
    problems = Gathering()
    values = {}
    for key, value in found.entries.items():
        with problems.step():
            if key not in fields:
                raise problem(found.keys[key], f"{key}: no such vocabulary", f"known here: {', '.join(fields)}")
            values[key] = fields[key].parse(value)
    problems.stop_if_any()
    return values


def words(node: Node) -> tuple[tuple[int, str], ...]:
    """Phrases that speak for the topic, by weight from 1 to 5; `*` at the end of a word stands for any ending."""
    weights = kinds.mapping(node)
    problems = Gathering()
    found: list[tuple[int, str]] = []
    for key, value in weights.entries.items():
        with problems.step():
            if not re.fullmatch("[1-5]", key):
                raise problem(
                    weights.keys[key], f'"{key}" is not a weight', "write a number from 1 (weak) to 5 (strong)"
                )
            found += [(int(key), phrase) for phrase in kinds.list_of(_phrase)(value)]
    problems.stop_if_any()
    return tuple(found)


def _phrase(node: Node) -> str:
    value = kinds.needed_line(node)
    if not re.fullmatch(r"\w[\w'’-]*\*?(?: \w[\w'’-]*\*?)*", value):
        hint = "use words with single spaces; * only at the end of a word"
        raise problem(node.position, f'"{value}" is not a phrase', hint)
    return value


PERSON = table(
    Field(name, "Ada Fenwick", required=True),
    Field(sort_name, "Fenwick, Ada"),
    Field(aliases, "[A. Fenwick]"),
    Field(note, "Harbour master of Northport since 2029 (The Northport Courier, 3 March 2029)."),
    Field(wikidata, "Q42"),
    Field(unlisted, "true"),
    Field(page, "false"),
)
"""Fields of a person in `people.yml`."""

TOPIC = table(
    Field(label, "Ports and shipping", required=True),
    Field(scope, "Harbours, dredging and cargo. Ferries belong under ferries."),
    Field(broader, "transport"),
    Field(aliases, "[Harbours]"),
    Field(match, "{iptc: medtop:20000337}"),
    Field(words, "{3: [container port*], 1: [ships]}"),
)
"""Fields of a topic in `topics.yml`."""

SOURCE = table(
    Field(name, "The Northport Courier", required=True),
    Field(kind, "daily newspaper"),
    Field(aliases, "[Northport Courier]"),
    Field(domains, "[courier.example]"),
    Field(note, "Published in Northport from 1921."),
    Field(wikidata, "Q42"),
)
"""Fields of a source in `sources.yml`."""
