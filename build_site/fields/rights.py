"""Rights statements: the vocabularies that archives share, in plain words.

Sources: rightsstatements.org (the twelve statements, version 1.0), Creative Commons (licences 4.0 and public domain
tools), SPDX (identifiers of the Creative Commons licences).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.fields.field import Field, read_fields, table
from build_site.fields.kinds import near, needed_line, one_line
from build_site.problem import problem
from build_site.seed.node import Mapping

if TYPE_CHECKING:
    from build_site.seed.node import Node

_RS = "http://rightsstatements.org/vocab/"
_CC = "https://creativecommons.org/"

NOT_EVALUATED = f"{_RS}CNE/1.0/"
"""What is said where a record says nothing."""

STATEMENTS = {
    f"{_RS}InC/1.0/": "In copyright",
    f"{_RS}InC-OW-EU/1.0/": "In copyright, EU orphan work",
    f"{_RS}InC-EDU/1.0/": "In copyright, educational use permitted",
    f"{_RS}InC-NC/1.0/": "In copyright, non-commercial use permitted",
    f"{_RS}InC-RUU/1.0/": "In copyright, rights-holder cannot be found or identified",
    f"{_RS}NoC-CR/1.0/": "No copyright, contractual restrictions",
    f"{_RS}NoC-NC/1.0/": "No copyright, non-commercial use only",
    f"{_RS}NoC-OKLR/1.0/": "No copyright, other known legal restrictions",
    f"{_RS}NoC-US/1.0/": "No copyright in the United States",
    NOT_EVALUATED: "Copyright not evaluated",
    f"{_RS}UND/1.0/": "Copyright undetermined",
    f"{_RS}NKC/1.0/": "No known copyright",
    f"{_CC}publicdomain/zero/1.0/": "Dedicated to the public domain (CC0 1.0)",
    f"{_CC}publicdomain/mark/1.0/": "Public domain",
    f"{_CC}licenses/by/4.0/": "Creative Commons Attribution 4.0",
    f"{_CC}licenses/by-sa/4.0/": "Creative Commons Attribution-ShareAlike 4.0",
    f"{_CC}licenses/by-nd/4.0/": "Creative Commons Attribution-NoDerivatives 4.0",
    f"{_CC}licenses/by-nc/4.0/": "Creative Commons Attribution-NonCommercial 4.0",
    f"{_CC}licenses/by-nc-sa/4.0/": "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
    f"{_CC}licenses/by-nc-nd/4.0/": "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0",
}
"""Label of each statement, by address."""

SPDX = {
    "CC0-1.0": f"{_CC}publicdomain/zero/1.0/",
    "CC-BY-4.0": f"{_CC}licenses/by/4.0/",
    "CC-BY-SA-4.0": f"{_CC}licenses/by-sa/4.0/",
    "CC-BY-ND-4.0": f"{_CC}licenses/by-nd/4.0/",
    "CC-BY-NC-4.0": f"{_CC}licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": f"{_CC}licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": f"{_CC}licenses/by-nc-nd/4.0/",
}
"""Address of a licence, by its SPDX id."""
_ADDRESSES = {re.sub(r"^https?://", "", uri).rstrip("/"): uri for uri in STATEMENTS}


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be done with a text, and who says so."""

    uri: str = NOT_EVALUATED
    """Address of the statement or licence."""
    holder: str = ""
    """Who holds the rights, if known."""
    note: str = ""
    """What else is known, on one line."""

    @property
    def label(self) -> str:
        """The statement in plain words."""
        return STATEMENTS[self.uri]

    @property
    def forbids_publication(self) -> bool:
        """True where the statement does not let the text be published here in full without the holder's leave."""
        return "/InC" in self.uri or self.uri in (NOT_EVALUATED, f"{_RS}UND/1.0/")


def statement(node: Node) -> str:
    """Address of a statement of rightsstatements.org or a Creative Commons licence, or the SPDX id of one."""
    value = needed_line(node)
    wanted = re.sub(r"^https?://(www\.)?", "", value).rstrip("/")
    if known := _ADDRESSES.get(wanted) or SPDX.get(value):
        return known
    hint = (
        f"{near(value, [*STATEMENTS, *SPDX])}the addresses and ids that are known stand in schemas/record.schema.json"
    )
    raise problem(node.position, f'"{value}" is no rights statement that is known here', hint)


def holder(node: Node) -> str:
    """Who holds the rights."""
    return one_line(node)


def note(node: Node) -> str:
    """What else is known about the rights, on one line."""
    return one_line(node)


PARTS = table(
    Field(statement, "http://rightsstatements.org/vocab/InC/1.0/", required=True),
    Field(holder, "The Northport Courier"),
    Field(note, "Reproduced with the permission of the holder, letter of 2 May 2031"),
)
"""Fields of `rights` where it is written as a mapping."""


def parse_rights(node: Node) -> Rights:
    """Read `rights`: a statement, or a mapping of statement, holder and note."""
    if not isinstance(node, Mapping):
        return Rights(statement(node))
    values = read_fields(node, PARTS)
    return Rights(values["statement"], values.get("holder", ""), values.get("note", ""))
