"""The first page of a copy: what it is, how to verify it, where the living archive is, what may be done with it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from build_site.fields.edtf import day_words
from build_site.page.markdown import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_site.catalog.model import Catalog
    from build_site.offline.about import About

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}"
    ".open{font-size:1.25rem;font-weight:600}.private{border:2px solid;padding:.5rem 1rem}"
    "dt{font-weight:600}dd{margin:0 0 .5rem}code{overflow-wrap:anywhere}"
)
_EDITIONS = {
    "full": "Full: everything that the archive held, but for what was withdrawn or redacted.",
    "public": "Public: only what the archive published.",
}

_BAG = """<h2>Is the copy whole?</h2>
<p>This folder is a bag as the standard BagIt 1.0 (RFC 8493) describes it. The SHA-256 of every file stands in
<code>manifest-sha256.txt</code> and <code>tagmanifest-sha256.txt</code>. One of these commands compares them:</p>
<ul>
<li><code>build-site verify .</code> names each file that is changed, missing or extra</li>
<li><code>bagit.py --validate .</code> is another program for the same</li>
<li><code>sha256sum --check --quiet manifest-sha256.txt</code> finds what is changed or missing</li>
</ul>
<h2>What is in it</h2>
<ul>
<li><code>data/site/</code>: the archive as pages, with its search; it needs a browser and no network</li>
<li><code>data/site/data/</code>: the articles as tables (CSV with a Data Package, JSON Lines, SQLite)</li>
<li><code>data/seeds/</code>: records, registers and texts; <code>build-site</code> makes the pages from them</li>
</ul>
"""
_ZIM = """<h2>Is the copy whole?</h2>
<p>The SHA-256 of this file stands in the file with the same name and <code>.sha256</code> that was made with it:
<code>build-site verify</code> or <code>sha256sum --check</code> compares them. The other form of
the copy, a zip, also has the records and texts from which the pages are made.</p>
"""


def front_page(about: About) -> bytes:
    """Write the first page of a bag. It loads nothing, and runs no script."""
    return _page(about, "data/site/index.html", _BAG)


def zim_page(about: About) -> bytes:
    """Write the first page of a ZIM."""
    return _page(about, "index.html", _ZIM)


def _page(about: About, site: str, more: str) -> bytes:
    name = escape(about.settings.name)
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{name}: an offline copy</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{name}: an offline copy</h1>
{_private(about.catalog)}<p class="open"><a href="{site}">Open the archive</a></p>
<dl>
{"".join(f"<dt>{term}</dt><dd>{said}</dd>{chr(10)}" for term, said in _facts(about))}</dl>
{more}</main>
</body>
</html>
""".encode()


def _private(catalog: Catalog) -> str:
    if not catalog.private:
        return ""
    words = "<strong>Private copy.</strong> It holds texts that may not be published. Do not pass it on."
    return f'<p class="private">{words}</p>\n'


def _facts(about: About) -> Iterator[tuple[str, str]]:
    catalog = about.catalog
    yield "Edition", _EDITIONS[catalog.edition]
    if about.day:
        day = about.day
        yield "Date", f"{day_words(day)}. What came later is not in this copy."
    yield "Articles", f"{count(len(catalog.articles), 'article')}; of {catalog.held} the text is in this copy."
    address = escape(about.settings.site_url)
    yield "The living archive", f'<a href="{address}">{address}</a>' if address else "It was not on the web."
    yield "Rights", _rights(catalog)


def _rights(catalog: Catalog) -> str:
    """Say what the records state of the texts in the copy, the commonest statement first."""
    found = Counter(article.record.rights.label for article in catalog.articles if article.held)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    said = "; ".join(f"{escape(label)}: {count(number, 'text')}" for label, number in ordered)
    return f"{said}. Each article's page states its own." if said else "The copy holds no texts, only records."
