"""A seeded generator of invented news articles, for the demonstration, the benchmark and the tests.

Nobody, no place, no newspaper and no event in it exists, and every text says so. The modules in the order of the flow:

    model      one invented article, its story and its people
    world      the data files: people, newspapers, places, topics, sentences
    prose      sentences with slots → paragraphs
    story      subjects → stories
    dates      when an article appeared, as exactly as the record knows it
    layout     stories → texts as they arrive
    record     stories → records
    generate   numbers → articles
    archive    articles → an archive's folder
"""

from __future__ import annotations

from tests.corpus.archive import write_corpus
from tests.corpus.generate import articles
from tests.corpus.model import InventedArticle, Kind

__all__ = ["InventedArticle", "Kind", "articles", "write_corpus"]
