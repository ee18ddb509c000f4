"""A page of a copy → the same page for a reader like Kiwix, which has a search of its own and saves no files.

Left out are the search of the archive, the data, the references and the feeds, and whatever in a page leads only to
them. The zip has all of it.
"""

from __future__ import annotations

import re

LEFT_OUT = ("search/", "data/", "cite/", "feeds/", "assets/search/")
"""Folders and files of a copy's site that such a reader does not get."""
_OUT = rf'"(?:data:[^"]*|(?:\.\./)*(?:{"|".join(re.escape(path) for path in LEFT_OUT)})[^"]*)"'
_SEARCH = re.compile(r'<div class="pa-search".*?</form>\s*</div>\n?', re.DOTALL)
_HEAD = re.compile(
    rf"<link\b[^>]*\shref={_OUT}[^>]*>\n?|<script\b[^>]*\ssrc={_OUT}[^>]*></script>\n?"
    r'|<script type="application/ld\+json">.*?</script>\n?'
    r'|<meta (?:name="(?!viewport|robots|description)|property=)[^>]*>\n?|<link rel="schema\.[^>]*>\n?',
    re.DOTALL,
)
_BLOCK = re.compile(r"<(?P<tag>p|li)\b[^>]*>(?:(?!</?(?:p|li|ul|div)\b).)*</(?P=tag)>\n?", re.DOTALL)
_LINK = re.compile(r"<a\b")
_LINK_OUT = re.compile(rf"<a\b[^>]*\shref={_OUT}[^>]*>(?P<words>.*?)</a>", re.DOTALL)
_EMPTY = re.compile(r"<(?P<tag>li|ul)>\s*</(?P=tag)>\n?")


def lean(page: str) -> str:
    """Take out what such a reader does not need; a link that stands among others leaves its words."""
    found = _BLOCK.sub(_kept, _SEARCH.sub("", _HEAD.sub("", page)))
    found = _LINK_OUT.sub(r"\g<words>", found)
    while (less := _EMPTY.sub("", found)) != found:
        found = less
    return found


def _kept(match: re.Match[str]) -> str:
    """Keep a paragraph or an entry of a list, unless every link in it leads to what is left out."""
    links = len(_LINK.findall(match[0]))
    return "" if links and links == len(_LINK_OUT.findall(match[0])) else match[0]
