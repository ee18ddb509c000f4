"""The search page: a frame for what JavaScript puts there, and the lists for everybody else."""

from __future__ import annotations

from build_site.page import dates, people, sources, topics
from build_site.page.address import relative
from build_site.page.markdown import bullets, heading, link
from build_site.page.model import Page
from build_site.page.parts import parts, trail

PATH = "search/index.md"
"""Path of the search page."""
_LISTS = {"Topics": topics.INDEX, "People": people.INDEX, "Sources": sources.INDEX, "Dates": dates.INDEX}


def search_page() -> Page:
    """Make the page. The lists on it lead to every article where the search does not work."""
    matter = {"title": "Search", "template": "search.html", "noindex": True, "hide": ["toc"]}
    lists = bullets([link(words, relative(target, PATH)) for words, target in _LISTS.items()])
    return Page(PATH, matter, parts(trail(PATH), heading("Search"), lists))
