"""Which names in a text are one person: `Ada Fenwick`, `Ms Fenwick`, `Fenwick`.

The longest form is the name. A form that fits two people is attached to neither and reported with both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_site.derive.people.uses import GENDERS, gender, is_use
from build_site.derive.people.vocabulary import FIRST_NAME_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_site.derive.people.groups import Group, Key
    from build_site.derive.people.known import Known
    from build_site.derive.people.view import View


@dataclass(slots=True)
class Bearer:
    """A person in the making: a group and what was attached to it. Lives only inside `link`."""

    group: Group
    """The group of the longest form."""
    views: list[View]
    """All places of all forms."""
    ambiguous: list[View] = field(default_factory=list)
    """Places of forms that fit this person and another alike."""


def link(groups: Mapping[Key, Group], known: Known) -> tuple[Bearer, ...]:
    """Return the people of a text with the places of all their forms."""
    bearers = link_full_names(groups, known)
    hosts = tuple(bearers.values())
    for group in groups.values():
        if group.key in bearers or group.label:
            continue
        if group.is_single:
            link_single(group, hosts, bearers)
        else:
            attach(group.views, [host for host in hosts if is_part(group.key, host.group.key)])
    labels = [Bearer(group, list(group.views)) for group in groups.values() if group.label]
    return (*bearers.values(), *labels)


def link_full_names(groups: Mapping[Key, Group], known: Known) -> dict[Key, Bearer]:
    """Return a bearer for each accepted name of several words that is no part of a longer one."""
    full = [group for group in groups.values() if group.is_accepted and not group.is_single and not group.label]
    bearers: dict[Key, Bearer] = {}
    ids: dict[str, Key] = {}
    for group in sorted(full, key=lambda one: -len("".join(one.key)) - 100 * len(one.key)):
        same = ids.get(known.people.get(group.key, ""))
        if same:
            bearers[same].views += group.views
        elif not any(is_part(group.key, key) for key in bearers):
            bearers[group.key] = Bearer(group, list(group.views))
            if group.key in known.people:
                ids[known.people[group.key]] = group.key
    return bearers


def is_part(short: Key, long: Key) -> bool:
    """Say whether a form is a shorter one of a name: same words in order, the first or the last shared."""
    if len(short) > len(long) or short == long or not (same(short[-1], long[-1]) or same(short[0], long[0])):
        return False
    rest = iter(long)
    return all(any(same(word, other) for other in rest) for word in short)


def same(one: str, other: str) -> bool:
    """Say whether two words are equal, or one is the other's initial."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def link_single(group: Group, hosts: Iterable[Bearer], bearers: dict[Key, Bearer]) -> None:
    """Attach a name of one word to whom it fits, or let it stand for itself where it is accepted."""
    fitting = fits(group, tuple(hosts))
    if not fitting:
        if group.is_accepted and len(group.key[-1]) > 1:
            bearers[group.key] = Bearer(group, list(group.views))
        return
    for sex in GENDERS:
        places = [one for one in group.views if gender(one.candidate.title) == sex and is_use(one)]
        attach(places, compatible(sex, fitting, group))


def fits(group: Group, hosts: tuple[Bearer, ...]) -> list[Bearer]:
    """Return the people whom a single word fits, by surname before other names, after `Sir` the other way round."""
    word = group.key[-1]
    by_last = [host for host in hosts if host.group.key[-1] == word]
    by_other = [host for host in hosts if word in host.group.key[:-1]]
    if any(one.candidate.title in FIRST_NAME_TITLES for one in group.views):
        return by_other or by_last
    return by_last or by_other


def compatible(sex: str, hosts: list[Bearer], group: Group) -> list[Bearer]:
    """Return the people whom a form with an honorific may mean: none who has an honorific of the other sex.

    Where the text uses both `Mr` and `Mrs` with a surname, a person without an honorific is fitted by neither.
    """
    if not sex:
        return hosts
    both = {gender(one.candidate.title) for one in group.views} >= {"f", "m"}
    sexes = [{gender(one.candidate.title) for one in host.views[: len(host.group.views)]} - {""} for host in hosts]
    fitting = [host for host, own in zip(hosts, sexes, strict=True) if not own or sex in own]
    if both and len(fitting) == 1 and not sexes[hosts.index(fitting[0])]:
        return [fitting[0], fitting[0]]
    return fitting


def attach(places: Iterable[View], hosts: list[Bearer]) -> None:
    """Attach places to the one person they fit; where they fit several, report them with each."""
    for host in hosts:
        if len(hosts) == 1:
            host.views += places
        else:
            host.ambiguous += places
