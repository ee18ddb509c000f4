"""The words in the search index are the words of the seeds, whatever these hold."""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from build_site.article.model import Edition
from build_site.search.index import Index, index_site
from build_site.seed import characters
from build_site.seed.decode import decode
from tests.hostile.published import ALL, archive
from tests.hostile.rendering import letters
from tests.hostile.test_published import expected
from tests.hostile.texts import allowed, pieces
from tests.search_archive import catalog_of

pytestmark = pytest.mark.slow

RECORD = """title: Title {}
people: []
topics: []
language: en
access: full
rights: CC0-1.0
personal_data: [e-mail, telephone, address, national insurance, bank]
"""
BATCH = 60
"""Texts of one index: Pagefind needs longer to start than to read them."""


def indexed(made: Index) -> dict[str, str]:
    """Give the words of each article, by its id, as the browser gets them."""
    found = [gzip.decompress(data)[12:] for path, data in made.files.items() if "/fragment/" in path]
    read = [json.loads(data) for data in found]
    return {item["url"].strip("/").rpartition("/")[2]: item["content"] for item in read}


def plain(words: str) -> str:
    """Leave out white space, full stops (Pagefind sets one behind a paragraph) and what shows nothing (it drops it)."""
    return re.sub(r"[.\u200b-\u200d\u2060]", "", letters(words))


# One example is a whole index: a failing one is shown as it is, because to shrink it takes minutes.
@settings(max_examples=5, phases=[Phase.explicit, Phase.generate])
@given(st.lists(pieces.map("".join), min_size=BATCH, max_size=BATCH))
def test_any_text_is_found_with_its_words(made: list[str]) -> None:
    texts = [text for text in made if text.strip() and allowed(text) and not list(characters.refused(text, "x"))]
    files = {f"seeds/t{number}.txt": text for number, text in enumerate(texts)}
    records = {f"seeds/t{number}.yml": RECORD.format(number) for number in range(len(texts))}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        found = indexed(index_site(root, catalog_of(root, files | records)))
    words = {f"t{number}": f"Title {number} {decode(text.encode(), 'x').content}" for number, text in enumerate(texts)}
    assert {name: plain(said) for name, said in found.items()} == {name: plain(said) for name, said in words.items()}


def test_no_word_of_a_hostile_seed_is_lost(tmp_path: Path) -> None:
    found = indexed(index_site(tmp_path, catalog_of(tmp_path, archive(), Edition.FULL)))
    assert [item.id for item in ALL if plain(item.title) not in plain(found[item.id])] == []
    assert [item.id for item in ALL if plain(expected(item)) not in plain(found[item.id])] == []
