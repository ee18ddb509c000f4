"""What Pagefind is given: one lean document an article, and in it nothing that the edition withholds."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from build_site.article.model import Edition
from build_site.search.documents import Document, index_language, make_documents
from build_site.search.parts import split
from tests.search_archive import catalog_of

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = """\
<!doctype html><html><head><meta charset="utf-8"></head><body data-pagefind-body>
<meta data-pagefind-filter="source[content]" content="The Northport Courier">
<meta data-pagefind-filter="topic[content]" content="Ports &amp; shipping">
<meta data-pagefind-filter="person[content]" content="Ada Fenwick">
<meta data-pagefind-filter="person[content]" content="Zoë Müller-Brandt">
<meta data-pagefind-filter="year[content]" content="2031">
<meta data-pagefind-filter="language[content]" content="en">
<meta data-pagefind-filter="held[content]" content="no">
<meta data-pagefind-filter="date[content]" content="2031-04-02">
<meta data-pagefind-meta="source[content]" content="The Northport Courier">
<meta data-pagefind-meta="date[content]" content="2 April 2031">
<h1>Harbour dredging to start &lt;b&gt;soon&lt;/b&gt; &amp; &quot;fast&quot;</h1>
<p>The harbour board will deepen the channel for coasters.</p>
<p>Ports &amp; shipping</p>
<p>Ada Fenwick, Zoë Müller-Brandt</p>
</body></html>
"""


class _Facets(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("data-pagefind-filter")
        if tag == "meta" and name:
            self.found.append((name.removesuffix("[content]"), given["content"] or ""))


def documents(folder: Path, edition: Edition = Edition.FULL) -> dict[str, Document]:
    return {item.path.split("/")[1]: item for item in make_documents(catalog_of(folder, edition=edition))}


def test_a_document_holds_what_is_searched_and_nothing_else(tmp_path: Path) -> None:
    assert documents(tmp_path)["harbour"].html == HARBOUR


def test_a_document_stands_where_its_page_stands(tmp_path: Path) -> None:
    assert documents(tmp_path)["loaves"].path == "articles/loaves/index.html"


def test_dates_are_as_exact_as_they_are_known(tmp_path: Path) -> None:
    made = documents(tmp_path)
    values = {name: dict(_Facets(item.html).found)["date"] for name, item in made.items()}
    assert values == {
        "harbour": "2031-04-02",
        "loaves": "2030-11-01/2030-11-30",
        "private": "2029-07-01",
        "undated": "0000",
    }
    assert [item.date for item in made.values()] == ["2031-04-02", "2030-11-01", "2029-07-01", "0000"]


def test_only_indexed_people_are_in_a_facet_or_in_the_list(tmp_path: Path) -> None:
    made = documents(tmp_path)
    people = {name: [v for n, v in _Facets(item.html).found if n == "person"] for name, item in made.items()}
    assert people["harbour"] == ["Ada Fenwick", "Zoë Müller-Brandt"]
    assert people["loaves"] == ["Zoë Müller-Brandt"], "`page: false` is in no index"
    assert people["undated"] == [], "unlisted"
    assert "Tamsin Orrell" not in made["undated"].html
    assert made["loaves"].html.count("Odile Marchbanks") == 1, "where the text says it, not in a list"


def test_the_public_edition_has_no_word_of_a_private_text(tmp_path: Path) -> None:
    assert "zirconium" in documents(tmp_path / "full")["private"].html
    public = documents(tmp_path / "public", Edition.PUBLIC)
    assert sorted(public) == ["harbour", "loaves", "private", "undated"]
    assert "zirconium" not in "".join(item.html for item in public.values())
    assert ("held", "no") in _Facets(public["private"].html).found
    assert ("held", "yes") in _Facets(public["loaves"].html).found


def test_the_index_knows_the_word_endings_of_the_commonest_language(tmp_path: Path) -> None:
    assert index_language(catalog_of(tmp_path / "some")) == "en"
    assert index_language(catalog_of(tmp_path / "none", "")) == "en"


def test_the_text_is_indexed_as_a_reader_sees_it(tmp_path: Path) -> None:
    paragraphs = [line for line in documents(tmp_path)["loaves"].html.splitlines() if line.startswith("<p>")]
    assert paragraphs == [
        "<p>A bakery gives its bread away.</p>",
        "<p>The ovens were lit before dawn, and quartz lamps stood on the quay.</p>",
        "<p>Odile Marchbanks kept the accounts; the harbours on this coast were closed.</p>",
        "<p>Bakeries, Ports &amp; shipping</p>",
        "<p>Zoë Müller-Brandt</p>",
    ]


def days(count: int, dates: str = "") -> list[Document]:
    """Two articles a month, newest first."""
    return [
        Document(f"articles/{n}/index.html", "", dates or f"{2031 - n // 24}-{12 - n % 24 // 2:02}-01")
        for n in range(count)
    ]


@pytest.mark.parametrize(("count", "parts"), [(0, 0), (1, 1), (10, 1), (11, 2), (25, 3), (40, 4), (240, 4)])
def test_a_large_archive_is_split_into_at_most_four_ranges(count: int, parts: int) -> None:
    made = split(days(count), 10)
    assert len(made) == parts
    assert [item for part in made for item in part] == days(count), "contiguous, and nothing is lost"


def test_ranges_begin_with_a_month_and_are_about_alike() -> None:
    made = split(days(240), 10)
    assert [len(part) for part in made] == [60, 60, 60, 60]
    months = [{item.date[:7] for item in part} for part in made]
    assert sum(map(len, months)) == len(set().union(*months))


def test_a_month_is_never_divided() -> None:
    assert len(split(days(50, "2031-04-01"), 10)) == 1


def test_one_more_article_leaves_the_other_ranges_as_they_are() -> None:
    before = days(240)
    added = [Document("articles/new/index.html", "", "2031-12-31"), *before]
    kept = set(split(before, 10)) & set(split(added, 10))
    assert len(kept) == 3
