"""Pages of a copy: fewer bytes, the same words and links, the files of one article in its page."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from build_site.offline.slim import slim

FILES = {
    "cite/articles/a.bib": '@article{a,\n  title = {50 % "ü" & <b> #1},\n}\n'.encode(),
    "data/provenance/a b.json": b'{"quote": "x"}\n',
}


def slimmed(page: str) -> str:
    return slim(page, FILES.__getitem__)


def test_space_around_line_ends_goes_and_space_between_words_stays() -> None:
    assert slimmed("<p>\n    One \n\n  two  three\n</p>\n\n\n<p>") == "<p>\nOne\ntwo  three\n</p>\n<p>"
    assert slimmed(" <p> One\n\u00a0two </p> ") == " <p> One\n\u00a0two </p> "


def test_what_is_set_as_it_is_stays() -> None:
    for tag in ("pre", "textarea", "script", "style"):
        page = f"<{tag} id='x'>\n   a\n\n   b\n</{tag}>"
        assert slimmed(f"<p>\n  {page}\n  {page}") == f"<p>\n{page}\n{page}"


def test_a_file_of_one_article_stands_in_its_page() -> None:
    page = (
        '<a class="x" download href="../cite/articles/a.bib">BibTeX</a> <a href="../data/provenance/a%20b.json">E</a>'
    )
    first, second = slimmed(page).split("</a>")[:2]
    kind, address = first.split('href="data:')[1].removesuffix('">BibTeX').split(",", 1)
    assert kind == "application/x-bibtex;charset=utf-8"
    assert unquote_to_bytes(address) == FILES["cite/articles/a.bib"]
    assert first.startswith('<a class="x" download="a.bib" href="data:')
    assert second.strip().startswith('<a download="a b.json" href="data:application/json')
    assert not set(address) & set('"<>#& \n')


def test_links_to_other_files_stay() -> None:
    page = (
        '<a download href="../cite/all.bib">all</a><a href="../data/index.html">data</a><a href="https://a.example/">'
    )
    assert slimmed(page) == page


def test_the_head_names_no_file_that_is_not_there() -> None:
    kept = '<link rel="alternate " type="application/atom+xml" href="../feeds/all.xml">'
    page = f'{kept}\n\n  <link rel="alternate " type="application/x-bibtex" title="B" href="../cite/articles/a.bib">\n'
    assert slimmed(page) == f"{kept}\n"


def test_words_of_a_search_that_is_not_there_go() -> None:
    words = '"search.result.one": "1 \\"x\\"", '
    page = '<script id="__config">{"translations": {"clipboard.copy": "C", "z": 1}}</script>'
    assert slimmed(page.replace('"z"', words + '"z"')) == page
