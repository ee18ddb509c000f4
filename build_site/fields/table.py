"""The fields of a record: one function a field, whose docstring is the rule; `FIELDS` is the table they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_site.fields import kinds, parts
from build_site.fields import rights as rights_
from build_site.fields.field import Field, table
from build_site.fields.parts import Access
from build_site.fields.withdrawal import parse_withdrawal
from build_site.problem import problem

if TYPE_CHECKING:
    import datetime as dt

    from build_site.fields.edtf import Edtf
    from build_site.fields.kinds import Named
    from build_site.fields.parts import Correction, Redaction, Review
    from build_site.fields.rights import Rights
    from build_site.fields.withdrawal import Withdrawal
    from build_site.seed.node import Node


PERSONAL_DATA = ("e-mail", "telephone", "address", "national insurance", "bank")
"""Kinds of personal data that `build_site.lint` looks for."""


def title(node: Node) -> str:
    """Headline as published, on one line. A title that you supply yourself stands in square brackets."""
    return kinds.needed_line(node)


def subtitle(node: Node) -> str:
    """Second headline or standfirst as published, on one line."""
    return kinds.one_line(node)


def source(node: Node) -> Named:
    """Outlet that published the article: an id, name or alias of the register of sources, or plain text."""
    return kinds.named(node)


def url(node: Node) -> str:
    """Address of the original. Leave it out where it is not known."""
    return kinds.url(node)


def archived_url(node: Node) -> str:
    """Address of a copy in a web archive."""
    return kinds.url(node)


def byline(node: Node) -> tuple[str, ...]:
    """Names of the authors as the article gives them, one or a list."""
    return kinds.list_of(kinds.needed_line)(node)


def published(node: Node) -> Edtf | None:
    """Date of publication as an EDTF value: a day, a month, a year, with `?` (uncertain) or `~` (approximate) behind
    it, or an interval. `null` says that it is not known. It is never guessed."""
    return kinds.date(node)


def language(node: Node) -> str:
    """Language of the text as a BCP 47 tag."""
    return kinds.language(node)


def topics(node: Node) -> tuple[Named, ...]:
    """Subjects of the article, each an id, label or alias of the register of topics."""
    return kinds.list_of(kinds.named)(node)


def people(node: Node) -> tuple[Named, ...]:
    """People whom the article mentions by name, each an id, name or alias of the register of people, or plain text.
    An empty list says that it mentions nobody."""
    return kinds.list_of(kinds.named)(node)


def summary(node: Node) -> str:
    """What the article says, in your own words: neutral, each claim with who makes it. Never the article's words."""
    return kinds.text(node)


def rights(node: Node) -> Rights:
    """What may be done with the text: the address of a rightsstatements.org statement or a Creative Commons licence,
    or its SPDX id; or `statement`, `holder` and `note`. Where it is left out: copyright not evaluated."""
    return rights_.parse_rights(node)


def access(node: Node) -> Access:
    """What the public edition shows: `full` (the text), `summary` (the record only; this holds where nothing is
    said), or `withdrawn` (a note that the article was withdrawn)."""
    return Access(kinds.choice(*Access)(node))


def withdrawn(node: Node) -> Withdrawal:
    """When (`on`) and why (`reason`: copyright, privacy, court order, error or duplicate) the article was withdrawn.
    It goes with `access: withdrawn`."""
    return parse_withdrawal(node)


def formerly(node: Node) -> tuple[str, ...]:
    """Ids that this article had before; their addresses lead here."""
    return kinds.list_of(kinds.article_id)(node)


def notes(node: Node) -> str:
    """What else a reader should know about the article or the record."""
    return kinds.text(node)


def text_sha256(node: Node) -> str:
    """SHA-256 of the text's file as received, 64 hexadecimal digits. A text that differs is an error."""
    value = kinds.one_line(node).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise problem(node.position, "this is not a SHA-256", "write the 64 digits that `sha256sum FILE` prints")
    return value


def accessioned(node: Node) -> dt.date:
    """Day on which the text came into the archive."""
    return kinds.day(node)


def reviewed(node: Node) -> Review:
    """Who has read the record against the text (`by`) and when (`on`). Without it the values are shown as not yet
    reviewed."""
    return parts.parse_review(node)


def names_checked(node: Node) -> Review:
    """Who has looked at the names in the text that are held back (`by`) and when (`on`), and found that they may be
    published. Needed where `access` is `full` and the text holds such a name."""
    return parts.parse_review(node)


def embargo(node: Node) -> dt.date:
    """Day until which the article is not published."""
    return kinds.day(node)


def redactions(node: Node) -> tuple[Redaction, ...]:
    """Passages that must not be shown, each with `passage` and `reason`."""
    return kinds.list_of(parts.parse_redaction)(node)


def corrections(node: Node) -> tuple[Correction, ...]:
    """Dated notes on what was wrong, each with `on` and `note`."""
    return kinds.list_of(parts.parse_correction)(node)


def editors_note(node: Node) -> str:
    """What the archive has to say about the article, at the top of its page."""
    return kinds.one_line(node)


def personal_data(node: Node) -> tuple[str, ...]:
    """Kinds of personal data that stand in the text and may be published: e-mail, telephone, address, national
    insurance, bank. Without it each is an error where the text is published in full."""
    return kinds.list_of(kinds.choice(*PERSONAL_DATA))(node)


def sensitivity(node: Node) -> tuple[str, ...]:
    """What a reader may want to be warned of before reading, for example `child sexual abuse`."""
    return kinds.list_of(kinds.needed_line)(node)


def outcome(node: Node) -> str:
    """What became of a matter later, with its source, for example that somebody was acquitted."""
    return kinds.one_line(node)


def noindex(node: Node) -> bool:
    """`true` asks search engines to leave the article's page out."""
    return kinds.truth(node)


def draft(node: Node) -> bool:
    """`true`: the article is shown by `build-site serve` only, and by no build."""
    return kinds.truth(node)


FIELDS = table(
    Field(title, "Harbour dredging to start in May"),
    Field(subtitle, "Board expects the work to take six weeks"),
    Field(source, "The Northport Courier"),
    Field(url, "https://example.org/2031/harbour"),
    Field(archived_url, "https://archive.example.org/20310402/harbour"),
    Field(byline, "Ada Fenwick"),
    Field(published, "2031-04-02"),
    Field(language, "en-GB"),
    Field(topics, "[ports-and-shipping]"),
    Field(people, "[Ada Fenwick]"),
    Field(summary, "The harbour board says that dredging will begin in May."),
    Field(rights, "http://rightsstatements.org/vocab/InC/1.0/"),
    Field(access, "summary"),
    Field(withdrawn, "{on: 2031-05-02, reason: privacy}"),
    Field(formerly, "[2031-04-harbour]"),
    Field(notes, "Page 3 of the printed edition."),
    Field(text_sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Field(accessioned, "2031-04-20"),
    Field(reviewed, "{by: A. Keeper, on: 2031-05-02}"),
    Field(names_checked, "{by: A. Keeper, on: 2031-05-02}"),
    Field(embargo, "2031-06-01"),
    Field(redactions, "[{passage: the exact words, reason: court order}]"),
    Field(corrections, "[{on: 2031-05-02, note: The date was given wrongly as 1 April.}]"),
    Field(editors_note, "The newspaper printed another version on the following day."),
    Field(personal_data, "[e-mail]"),
    Field(sensitivity, "[child sexual abuse]"),
    Field(outcome, "The fine was lifted on appeal on 3 June 2031 (The Northport Courier, 4 June 2031)."),
    Field(noindex, "true"),
    Field(draft, "true"),
)
"""All fields of a record, in the order in which a record shows them."""
