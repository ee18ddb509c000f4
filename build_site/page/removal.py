"""The page for readers: how to have something corrected or removed, without saying it in public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.fields.withdrawal import REASONS
from build_site.page.address import relative
from build_site.page.markdown import bullets, heading, link
from build_site.page.model import Page
from build_site.page.parts import blocks, parts, trail

if TYPE_CHECKING:
    from build_site.web import Settings

REMOVAL = "corrections/removal.md"
"""Where the page stands."""
_TITLE = "Correction and removal"
_CORRECTIONS = "corrections/index.md"

_WHAT = (
    "Correct a record: a date, a name, an outlet, a topic. The correction is dated and stays visible.",
    "Add an outcome, for example that somebody was acquitted. It then stands with every listing of the article.",
    "Leave a person out of the index of names, or out of everything but the text itself.",
    "Take a passage out of a text. ▮▮▮ shows where it stood, and why.",
    "Ask search engines to leave an article out.",
    f"Withdraw an article: {', '.join(REASONS)}. Its address then says so, and names nobody.",
)
_HOW = (
    "Give the address of the page, say what is wrong or what should go, and why. If you write for somebody else, "
    "say so. You need not prove who you are to point out an error. Please do not use a public list of issues for this: "
    "what is written there can be read by everybody and stays."
)
_LIMITS = (
    "What has been published may have been copied: search engines, web archives and people who downloaded the data "
    "keep copies that this archive cannot reach. The newspaper that published the article decides about its own pages."
)


def removal_page(settings: Settings) -> Page:
    """Make the page. The address to write to is `extra.contact` of `mkdocs.yml`."""
    body = blocks(
        [
            heading(_TITLE),
            "This archive keeps newspaper articles about real people. It can be wrong, and it can do harm.",
            heading("Whom to write to", 2),
            _contact(settings),
            _HOW,
            heading("What can be done", 2),
            bullets(list(_WHAT)),
            f"What was corrected: {link('Corrections', relative(_CORRECTIONS, REMOVAL))}.",
            heading("What cannot be done", 2),
            _LIMITS,
        ]
    )
    return Page(REMOVAL, {"title": _TITLE, "hide": ["toc"]}, parts(trail(REMOVAL), body), "mkdocs.yml")


def _contact(settings: Settings) -> str:
    if not settings.contact:
        return "Nobody has set an address yet. Whoever keeps this archive sets `extra.contact` in `mkdocs.yml`."
    words = settings.contact.removeprefix("mailto:").removeprefix("https://")
    return f"Write to {link(words, settings.contact)}. Only the keepers of the archive read it."
