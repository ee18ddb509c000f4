"""The language of a text: its script, and for Latin script the most frequent small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from string import ascii_letters
from typing import TYPE_CHECKING

from build_site.derive.lines import content_lines
from build_site.derive.model import Derived, Evidence

if TYPE_CHECKING:
    from build_site.seed.text import Text

METHOD = "language/1"
SAMPLE = 3000
"""Characters that are looked at; more do not change the answer."""
FEWEST_WORDS = 12
"""Words of the shortest text whose language can be told by its small words."""
FEWEST_HITS = 0.18
"""Least share of the words that are small words of the language."""
AHEAD = 1.25
"""How many times more small words the best language must have than the next."""

SMALL_WORDS = {
    "en": "the of and to in a is that for it was on with as be by at from this have are not but they which had his her",
    "fr": "le la les de des du et un une en est que qui dans pour pas sur au aux par il elle ce cette sont avec plus",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei",
    "es": "el la los las de del y que en un una es se por con para no su al lo como más pero sus le ha este está fue",
    "it": "il la le gli di del della e che in un una è si per con non su al lo come più ma da sono nel alla dei anche",
    "pt": "o a os as de do da e que em um uma é se por com para não no na dos das mais como mas foi ao seu sua são",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door over bij uit maar naar hij ze",
    "sv": "och att det i en som på är av för med den till inte ett har de om var jag men vid från så kan när han sig",
    "da": "og at det i en som på er af for med den til ikke et har de om var jeg men ved fra så kan når han sig efter",
    "nb": "og å det i en som på er av for med den til ikke et har de om var jeg men ved fra så kan når han seg etter",
    "fi": "ja on ei että se oli joka hän ovat mutta kun myös sen tai ole mukaan kuin jo vuoden sitä niin jos vain ovat",
    "pl": "i w na z do nie się jest to że o jak po od za przez dla ale są był jego który która tym czy przy tego oraz",
    "cs": "a v na se je že s z do o i to po jako za by ale k ve si pro jsou od při byl který která také podle jeho už",
    "cy": "y yr a i o yn ar ac mae am wedi gan ei fod bod oedd yw hyn eu un neu ond dros sydd ym mewn fel ni cael",
    "ga": "an na agus ar i a ag le go is tá bhí sé sí do den seo sin ach faoi nach ó leis ina chun mar níl gur iad",
    "gd": "an na agus air ann a tha bha e i do gu nach le chan eil ach aig cha seo sin mar bho fo as airson gun mi iad",
    "ro": "și în de la cu pe a că nu este un o din care pentru mai au fost sau dar al ale după prin fi ca s-a sunt lui",
    "hu": "a az és hogy nem is egy ez volt van de már csak meg el még mint ha azt után minden lesz szerint vagy magyar",
    "tr": "ve bir bu da de için ile olarak çok daha en ne gibi sonra kadar olan olduğu ama var değil her o ki göre",
}
"""Frequent small words by BCP 47 language, chosen by us from the languages' grammars; no list of others was used."""

_SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ETHIOPIC": "am",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
}
_LETTERS = {
    "ar": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
    "ru": (("uk", "іїєґ"), ("sr", "ђћџљњј"), ("be", "ў")),
    "hi": (("mr", "ळ"),),
}
"""Letters by which a language is told from others of the same script; the first that occurs twice decides."""
_FEWEST_LETTERS = 20
_NOT_ASCII = re.compile(r"(?![\x00-\x7f])[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def derive_language(text: Text) -> Derived[str]:
    """Return the BCP 47 language of a text, or an empty value where it is too short or too mixed to tell."""
    lines = content_lines(text)
    sample = " ".join(line.bare for line in lines)[:SAMPLE]
    script, letters = _script(sample)
    if script != "LATIN":
        language = _by_letters(_SCRIPTS.get(script, ""), sample) if letters >= _FEWEST_LETTERS else ""
        return _derived(language, 1.0, lines[0].number if lines else 0, script.lower())
    words = Counter(_WORD.findall(sample.lower()))
    language, share = _by_words(words)
    return _derived(language, share, lines[0].number if lines else 0, "small words")


def _derived(language: str, score: float, line: int, quote: str) -> Derived[str]:
    """Make the result; an unknown language has neither score nor evidence."""
    if not language:
        return Derived("", METHOD)
    return Derived(
        language, METHOD, round(score, 2), (Evidence(line, quote, "script and small words", round(score, 2)),)
    )


def _script(sample: str) -> tuple[str, int]:
    """Return the script of most letters and their number; Japanese is told by its own letters among Chinese ones."""
    counts = Counter(_script_of(sign) for sign in _NOT_ASCII.findall(sample))
    counts["LATIN"] += sum(map(sample.count, ascii_letters))
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    if kana and kana * 10 > counts["CJK"]:
        return "HIRAGANA", kana + counts["CJK"]
    return min(counts.items(), key=lambda item: (-item[1], item[0]))


@lru_cache(maxsize=4096)
def _script_of(sign: str) -> str:
    """Return the first word of a letter's Unicode name, which is its script."""
    return unicodedata.name(sign, "UNKNOWN").split(None, 1)[0]


def _by_letters(language: str, sample: str) -> str:
    """Tell languages of one script apart by letters that only some of them use."""
    for other, letters in _LETTERS.get(language, ()):
        if sum(sample.lower().count(letter) for letter in letters) > 1:
            return other
    return language


def _by_words(words: Counter[str]) -> tuple[str, float]:
    """Return the language whose small words are the most frequent, and their share; empty where it is not clear."""
    total = words.total()
    if total < FEWEST_WORDS:
        return "", 0.0
    hits = {
        language: sum(words.get(word, 0) for word in small.split()) / total for language, small in SMALL_WORDS.items()
    }
    (best, share), (_, second) = sorted(hits.items(), key=lambda item: (-item[1], item[0]))[:2]
    return (best, share) if share >= FEWEST_HITS and share >= second * AHEAD else ("", 0.0)
