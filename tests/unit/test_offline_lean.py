"""Pages for a reader like Kiwix: nothing in them leads to the search, the data, the references or the feeds."""

from __future__ import annotations

import pytest

from build_site.offline.lean import LEFT_OUT, lean

OUT = '<a download="a.bib" href="data:application/x-bibtex,x">BibTeX</a>'


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (f"<p>To a reference manager: {OUT} · {OUT}</p>\n<p>More.</p>", "<p>More.</p>"),
        ('<ul>\n<li><a href="../data/index.html">Data</a></li>\n<li>A</li>\n</ul>', "<ul>\n<li>A</li>\n</ul>"),
        ('<ul>\n<li>\n<p><a href="../feeds/all.xml">Atom</a></p>\n</li>\n</ul>\n<p>x</p>', "<p>x</p>"),
        ('<p><a href="a.html">A</a>, <a href="../search/index.html?q=b">b</a></p>', '<p><a href="a.html">A</a>, b</p>'),
        ('<script defer src="../assets/search/query.js"></script>\n<p>x</p>', "<p>x</p>"),
        ('<link rel="stylesheet" href="../assets/search/search.css">\n<p>x</p>', "<p>x</p>"),
        ('<div class="pa-search"><a></a><form><div><div></div></div></form>\n</div>\n<button>', "<button>"),
        (
            '<meta name="DC.title" content="x">\n<meta name="viewport" content="y">',
            '<meta name="viewport" content="y">',
        ),
    ],
)
def test_what_leads_to_the_left_out_goes(page: str, left: str) -> None:
    assert lean(page) == left


@pytest.mark.parametrize(
    "page",
    [
        '<p>Words, and <a href="topics/data/index.html">a topic called data</a>.</p>',
        '<p><a href="https://data.example/data/">elsewhere</a></p>',
        '<script src="../assets/archive.js"></script><link rel="stylesheet" href="../assets/archive.css">',
        "<p>A paragraph without links.</p><li>An entry</li>",
    ],
)
def test_everything_else_stays(page: str) -> None:
    assert lean(page) == page


def test_no_page_of_articles_is_left_out() -> None:
    assert not "articles/x.html".startswith(LEFT_OUT)
