"""Pagefind's output → the same bytes on every run, with every file named by its content.

Pagefind writes the values of a facet and the list of facets in an order that differs from run to run, and names the
files by these bytes. Here both are put in order. An article's own file gets its day in front of its name, so that
the browser can order results by date without another list, across several indexes too.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, cast

from build_site.problem import machine_problem
from build_site.search import cbor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_site.search.cbor import Value

ENTRY = "pagefind-entry.json"
"""The file with which Pagefind begins."""
_SIGNATURE = b"pagefind_dcd"
_PAGES, _CHUNKS, _FACETS, _SORTS = 1, 2, 3, 4
_NAME_LENGTH = 12
_NO_DAY = "00000000"


def canonical(bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    """Bring what Pagefind wrote (path → content) into one form; only the files that a search loads are kept.

    Errors: a bundle that is not laid out as the Pagefind for which this was written lays it out.
    """
    try:
        return _canonical(bundle)
    except (KeyError, IndexError, TypeError, ValueError, OSError) as error:
        hint = "install the version of pagefind that the project names"
        raise machine_problem(f"Pagefind's index has a form that is not known here: {error}", hint) from None


def _canonical(bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(bundle[ENTRY])
    ((language, about),) = entry["languages"].items()
    meta = _list(_unpack(bundle[f"pagefind.{about['hash']}.pf_meta"]))
    out: dict[str, bytes] = {}
    facets = sorted(((str(name), str(key)) for name, key in _rows(meta[_FACETS])), key=lambda facet: facet[0])
    read = {name: _sorted_facet(bundle[f"filter/{key}.pf_filter"]) for name, key in facets}
    days = _days(read["date"])
    meta[_FACETS] = [[name, _put(out, "filter", "pf_filter", _pack(facet))] for name, facet in read.items()]
    meta[_CHUNKS] = [
        [first, last, _put(out, "index", "pf_index", bundle[f"index/{key}.pf_index"])]
        for first, last, key in _rows(meta[_CHUNKS])
    ]
    meta[_PAGES] = [
        [_put(out, "fragment", "pf_fragment", bundle[f"fragment/{key}.pf_fragment"], days[number]), words]
        for number, (key, words) in enumerate(_rows(meta[_PAGES]))
    ]
    meta[_SORTS] = sorted(_list(meta[_SORTS]), key=lambda sort: str(_list(sort)[0]))
    packed = _pack(cast("Value", meta))
    about["hash"] = _name(packed)
    out[f"pagefind.{about['hash']}.pf_meta"] = packed
    wasm = f"wasm.{about['wasm'] or 'unknown'}.pagefind"
    out[wasm] = bundle[wasm]
    out[ENTRY] = json.dumps({**entry, "languages": {language: about}}, sort_keys=True).encode()
    return dict(sorted(out.items()))


def _unpack(data: bytes) -> Value:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("the signature is missing")
    return cbor.loads(plain.removeprefix(_SIGNATURE))


def _pack(value: Value) -> bytes:
    return gzip.compress(_SIGNATURE + cbor.dumps(value), 9, mtime=0)


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return value


def _rows(value: Value) -> Iterable[list[Value]]:
    return [_list(row) for row in _list(value)]


def _sorted_facet(data: bytes) -> Value:
    name, values = _list(_unpack(data))
    return [name, cast("Value", sorted(_rows(values), key=lambda row: str(row[0])))]


def _days(facet: Value) -> dict[int, str]:
    """Read the first day of each document off the facet `date`: number → `YYYYMMDD`."""
    found = {}
    for value, numbers in _rows(_list(facet)[1]):
        digits = str(value).partition("/")[0].replace("-", "")
        found.update({int(str(number)): digits.ljust(len(_NO_DAY), "0") for number in _list(numbers)})
    return found


def _put(out: dict[str, bytes], folder: str, ending: str, data: bytes, day: str = "") -> str:
    name = "_".join(part for part in (day, _name(data)) if part)
    out[f"{folder}/{name}.{ending}"] = data
    return name


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_NAME_LENGTH]
