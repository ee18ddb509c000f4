"""The language of an article on a page in English: how a browser is told, and how long reading takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_site.article.model import Article

# Scripts and languages that are written from right to left (Unicode CLDR, as far as news is written in them).
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_WORDS_A_MINUTE, _CHARACTERS_A_MINUTE = 230, 450


def direction(language: str) -> str:
    """Direction of a BCP 47 language: `rtl` or `ltr`."""
    parts = language.lower().split("-")
    if len(parts) > 1 and len(parts[1]) == len("arab"):
        return "rtl" if parts[1] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT else "ltr"


def language_attributes(article: Article) -> str:
    """Attributes for words of the article on one of our pages; empty where they are in English, or not known."""
    language = article.language.value
    if not language or language.split("-")[0] == "en":
        return ""
    return f"lang={language} dir={direction(language)}"


def reading_minutes(article: Article) -> int:
    """Minutes that reading the text takes, rounded up; 0 where no text is shown."""
    text = " ".join(block.text for block in article.blocks)
    characters = len(_WITHOUT_SPACES.findall(text))
    words = len(_WITHOUT_SPACES.sub(" ", text).split())
    return -(-(words * _CHARACTERS_A_MINUTE + characters * _WORDS_A_MINUTE) // (_WORDS_A_MINUTE * _CHARACTERS_A_MINUTE))
