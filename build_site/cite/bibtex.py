"""References → BibTeX, with the fields that BibTeX and BibLaTeX know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_site.fields.edtf import month_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "`": r"{\textasciigrave}",
    }
)
_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex(items: Iterable[dict[str, Any]]) -> str:
    """Write references as BibTeX entries, in UTF-8."""
    return "\n".join(_entry(item) for item in items)


def key(article_id: str) -> str:
    """Make the key of an entry; characters that BibTeX does not take are replaced."""
    return re.sub(r"[^A-Za-z0-9:_-]", "-", article_id)


def escape(text: str) -> str:
    """Write plain text as LaTeX that prints the same characters."""
    # Two hyphens are a dash in LaTeX, two apostrophes a quotation mark.
    return re.sub(r"(?<=-)(?=-)|(?<=')(?=')", "{}", text.translate(_ESCAPES))


def _entry(item: dict[str, Any]) -> str:
    custom = item["custom"]
    fields = {
        "entrysubtype": "newspaper",
        "author": " and ".join(_author(name) for name in item.get("author", ())),
        # The second pair of braces keeps capitals as they are.
        "title": f"{{{escape(item['title'])}}}",
        "journal": f"{{{escape(item['container-title'])}}}" if "container-title" in item else "",
        "date": custom.get("issued-edtf", ""),
        **_year_and_month(item),
        "url": item.get("URL", "").translate(_URL),
        "langid": item.get("language", ""),
        "library": escape(item["archive"]),
        "note": escape(_note(item)),
        "keywords": escape(item.get("keyword", "")),
        "abstract": escape(" ".join(item.get("abstract", "").split())),
    }
    # The names of months are BibTeX's own words, which each style spells in its way.
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{key(item['id'])},", *lines, "}\n"])


def _author(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{escape(name['literal'])}}}"
    parts = [name["family"], name.get("suffix", ""), name["given"]]
    return ", ".join(escape(part) for part in parts if part)


def _year_and_month(item: dict[str, Any]) -> dict[str, str]:
    """Give what BibTeX reads, which knows no day; BibLaTeX reads `date`, which is the EDTF value."""
    first = item.get("issued", {}).get("date-parts", [[]])[0]
    values = {"year": str(first[0])} if first else {}
    return values | ({"month": month_name(first[1])[:3].lower()} if len(first) > 1 else {})


def _note(item: dict[str, Any]) -> str:
    page = item["custom"].get("archive-url", "")
    return f"Via {item['archive']}, {page or item['archive_location']}"
