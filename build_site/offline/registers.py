"""The controlled vocabularies, without anybody whom the public edition does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_site.offline.record import dumped
from build_site.registers.load import filed

if TYPE_CHECKING:
    from build_site.catalog.model import Catalog
    from build_site.registers.model import Person, Registers, Source, Topic


def public_registers(catalog: Catalog, registers: Registers) -> dict[str, bytes]:
    """Write the three registers, by name of the file.

    Of people there are those whom an article of the edition names. What the register says of one without a page stands
    on no page, so it is left out, but for forms that a text of the edition shows.
    """
    named = {person.id for article in catalog.articles for person in article.people.value if person.id}
    texts = " ".join(block.words for article in catalog.articles for block in article.blocks).casefold()
    people = {key: _person(person, texts) for key, person in registers.people.items() if _shown(person, named)}
    others = [words for words in registers.not_people if words.casefold() in texts]
    topics = {key: _topic(topic) for key, topic in registers.topics.items()}
    sources = {key: _source(source) for key, source in registers.sources.items()}
    return {
        "people.yml": dumped({"people": people} | ({"not_people": others} if others else {})),
        "topics.yml": dumped({"topics": topics}),
        "sources.yml": dumped({"sources": sources}),
    }


def _shown(person: Person, named: set[str]) -> bool:
    return person.id in named and not person.unlisted


def _person(person: Person, texts: str) -> dict[str, Any]:
    sort_name = person.sort_name if person.sort_name != filed(person.name) else ""
    if person.page:
        return _filled(
            name=person.name,
            sort_name=sort_name,
            aliases=list(person.aliases),
            note=person.note,
            wikidata=person.wikidata,
        )
    aliases = [form for form in person.aliases if form.casefold() in texts]
    return _filled(name=person.name, sort_name=sort_name, aliases=aliases) | {"page": False}


def _topic(topic: Topic) -> dict[str, Any]:
    words: dict[int, list[str]] = {}
    for weight, phrase in topic.words:
        words.setdefault(weight, []).append(phrase)
    return _filled(
        label=topic.label,
        scope=topic.scope,
        broader=topic.broader,
        aliases=list(topic.aliases),
        match=_filled(iptc=topic.iptc, wikidata=topic.wikidata),
        words=words,
    )


def _source(source: Source) -> dict[str, Any]:
    return _filled(
        name=source.name,
        kind=source.kind,
        aliases=list(source.aliases),
        domains=list(source.domains),
        note=source.note,
        wikidata=source.wikidata,
    )


def _filled(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - they are what YAML can hold
    return {name: value for name, value in values.items() if value}
