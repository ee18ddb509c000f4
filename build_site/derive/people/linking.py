"""Which names in a text are one person: `Ada Fenwick`, `Ms Fenwick`, `Fenwick`.

The longest form is the name. A form that fits two people is attached to neither and reported with both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_site.derive.people.features_context import kinship_before
from build_site.derive.people.features_players import character
from build_site.derive.people.forms import initial_forms, short_forms, with_initials
from build_site.derive.people.slips import find_slips, may_be_slip
from build_site.derive.people.uses import GENDERS, gender, gender_of_name, is_use
from build_site.derive.people.vocabulary import FIRST_NAME_TITLES, FIRST_NAMES, PARTICLES, without_particles
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_site.derive.people.groups import Group, Key
    from build_site.derive.people.known import Known
    from build_site.derive.people.view import View


ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|an|at|az)-")
"""An Arabic article, which a later short form may lack: `Omar al-Lundi`, `Mr Lundi`."""

CHARACTER = character.__name__
"""Feature of a part in a film or play."""
ROYAL = parse("prince princess king queen pope")
"""Titles before a name that is no part of a longer one: `Prince Bo` is not Bo Lund, unless the text says so."""


@dataclass(slots=True)
class Bearer:
    """A person in the making: a group and what was attached to it. Lives only inside `link`."""

    group: Group
    """The group of the longest form."""
    views: list[View]
    """All places of all forms."""
    ambiguous: list[View] = field(default_factory=list)
    """One place of each form that fits this person and another alike."""


class Index:
    """People by the forms under which they may be meant; keeps linking linear in the number of names."""

    def __init__(self) -> None:
        self.bearers: dict[Key, Bearer] = {}
        self.by_form: dict[Key, list[Bearer]] = defaultdict(list)
        self.by_initials: dict[Key, list[Bearer]] = defaultdict(list)
        self.by_last: dict[str, list[Bearer]] = defaultdict(list)
        self.by_other: dict[str, list[Bearer]] = defaultdict(list)
        self.slips: dict[Key, Key] = {}

    def add(self, bearer: Bearer) -> None:
        """Take in a person with a full name."""
        key = bearer.group.key
        self.bearers[key] = bearer
        for form in short_forms(key) | tails(bearer.group):
            self.by_form[form].append(bearer)
        for form in initial_forms(key):
            self.by_initials[form].append(bearer)
        if (parts := split(key)) != key:
            for form in short_forms(parts) - short_forms(key):
                self.by_form[form].append(bearer)
        for word in {key[-1], ARTICLE.sub("", key[-1])}:
            self.by_last[word].append(bearer)
        for word in dict.fromkeys(key[:-1]):
            self.by_other[word].append(bearer)

    def hosts(self, group: Group) -> list[Bearer]:
        """Return the people of whose name a form of several words is a shorter one, or a misspelled one."""
        key = group.key
        found = [*self.by_form.get(key, ()), *self.by_initials.get(key, ())]
        found += self.by_form.get(with_initials(key, 0), ())
        if (parts := split(key)) != key:
            found += self.by_form.get(parts, ())
        if key in self.slips:
            name = self.slips[key]
            found += [self.bearers[name]] if name in self.bearers else [*self.by_form.get(name, ())]
        return list({id(bearer): bearer for bearer in found if bearer.group.key != key}.values())

    def fitting(self, word: str, titles: Iterable[str]) -> list[Bearer]:
        """Return the people whom one word fits, by surname before other names, after `Sir` the other way round."""
        by_last, by_other = self.by_last.get(word, []), self.by_other.get(word, [])
        return (by_other or by_last) if FIRST_NAME_TITLES.intersection(titles) else (by_last or by_other)

    def misspelled(self, word: str) -> list[Bearer]:
        """Return the people whose surname one word may be with a wrong letter."""
        return [bearer for last, some in self.by_last.items() if may_be_slip(word, last) for bearer in some]


def link(groups: Mapping[Key, Group], known: Known) -> tuple[Bearer, ...]:
    """Return the people of a text with the places of all their forms."""
    index = link_full_names(groups, known)
    parts = {group.key[-1] for group in groups.values() if is_part(group)}
    alone: list[Bearer] = []
    for group in groups.values():
        if group.label:
            alone.append(Bearer(group, list(group.views)))
        elif group.is_single:
            alone += [one for one in link_single(group, index) if one.group.key[-1] not in parts]
        elif group.key not in index.bearers:
            attach(group.views, index.hosts(group))
    return (*index.bearers.values(), *alone)


def is_part(group: Group) -> bool:
    """Say whether a name of several words is a part in a film or play, whose surname alone is nobody's either."""
    return not group.is_single and not group.is_accepted and CHARACTER in group.score.features


def link_full_names(groups: Mapping[Key, Group], known: Known) -> Index:
    """Return the accepted names of several words that are no part of a longer one."""
    full = [group for group in groups.values() if group.is_accepted and not group.is_single and not group.label]
    index = Index()
    index.slips = find_slips(full)
    by_id: dict[str, Bearer] = {}
    for group in sorted(full, key=lambda group: (group.key not in index.slips, length(group)), reverse=True):
        person = known.people.get(group.key, "")
        if person in by_id:
            by_id[person].views += group.views
        elif not index.hosts(group):
            index.add(Bearer(group, list(group.views)))
            if person:
                by_id[person] = index.bearers[group.key]
    return index


def length(group: Group) -> tuple[int, int, int, int]:
    """Return by what names are put in order, the longest first: words, words with particles, letters, uses."""
    letters = "".join(split(group.key))
    return len(split(group.key)), len(split(group.views[0].candidate.words)), len(letters), len(group.views)


def split(key: Key) -> Key:
    """Return the words of a name with double-barrelled ones taken apart, by which `Lund-Rudge` is `Lund Rudge`."""
    return tuple(part for word in key for part in word.split("-"))


def tails(group: Group) -> set[Key]:
    """Return the ends of a name that begin with a particle, as they are compared: `Ben Ali` of `Karim Ben Ali`."""
    words = group.views[0].candidate.words
    ends = (words[start:] for start in range(1, len(words)) if words[start] in PARTICLES)
    return {tail for end in ends if len(tail := without_particles(end)) > 1}


def link_single(group: Group, index: Index) -> list[Bearer]:
    """Attach a name of one word to whom it fits; return it as a person of its own where it fits none."""
    hosts = index.fitting(group.key[-1], (one.candidate.title for one in group.views))
    own = [one for one in group.views if hosts and is_own(one, hosts)]
    if not hosts and group.has_title and not group.is_known:
        hosts = index.misspelled(group.key[-1])
    if not hosts:
        stands = group.is_accepted and len(group.key[-1]) > 1
        return [Bearer(group, list(group.views))] if stands else []
    for sex in GENDERS:
        places = [one for one in group.views if gender(one.candidate.title) == sex and is_use(one) and one not in own]
        if places:
            attach(places, compatible(sex, hosts, group))
    return [Bearer(group, own)] if own and group.is_accepted else []


def is_own(view: View, hosts: Sequence[Bearer]) -> bool:
    """Say whether one word names nobody of those whom it fits: `Prince Bo` is not Bo Lund, `her son Ivor` not Ada Ivor.

    A prince whose longer name has the title, too, is the same.
    """
    title, word = view.candidate.title, view.candidate.core[-1]
    if title in ROYAL:
        return all(ROYAL.isdisjoint(one.candidate.title for one in host.group.views) for host in hosts)
    is_kin = word in FIRST_NAMES and not view.candidate.has_honorific and bool(kinship_before(view))
    return is_kin and all(host.group.key[0] != word for host in hosts)


def compatible(sex: str, hosts: list[Bearer], group: Group) -> list[Bearer]:
    """Return the people whom a form with an honorific may mean: none whose honorific or name is of the other sex.

    Where the text uses both `Mr` and `Mrs` with a surname, a person without either is fitted by neither: the list
    then names that person twice.
    """
    if not sex:
        return hosts
    both = {gender(one.candidate.title) for one in group.views} >= {"f", "m"}
    fitting = [host for host in hosts if sexes(host) <= {sex}]
    return fitting * 2 if both and len(fitting) == 1 and not sexes(fitting[0]) else fitting


def sexes(host: Bearer) -> set[str]:
    """Return what the honorifics before a full name say; where there are none, what the first name says."""
    said = {gender(one.candidate.title) for one in host.group.views} - {""}
    return said or {gender_of_name(host.group.key[0])} - {""}


def attach(places: Sequence[View], hosts: list[Bearer]) -> None:
    """Attach places to the one person they fit; where they fit several, report each form with each."""
    if len(hosts) == 1:
        hosts[0].views += places
        return
    forms = list({(one.candidate.title, *(token.text for token in one.name)): one for one in places}.values())
    for host in hosts:
        host.ambiguous += forms
