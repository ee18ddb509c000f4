"""Subjects → stories: which paragraphs, in which order, who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.model import Person, Story
from tests.corpus.prose import Teller, passing_person, registered_person
from tests.corpus.world import Subject, mapping, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

INVENTED = (
    "This article is invented for demonstration.",
    "Everything in this article is invented for demonstration.",
    "The people, places and events in this article are invented for demonstration.",
)
"""The last paragraph of each English text is one of these."""

MARKERS = ("invented for demonstration", *(one.lines["closing"][0] for one in subjects("languages.txt")))
"""One of these stands in every text of the corpus."""

PASSERS_BY = ("c", "d", "e", "f", "g", "h")
"""Slots of people who are named once; a general sentence says `{c}` and each gets somebody of its own."""

QUOTES = {"double": "“”", "single": "‘’"}


def story(rng: Random, source: str, year: int) -> Story:
    """Tell one story in English, in the style of its source."""
    subject = rng.choice(subjects("subjects-*.txt"))
    address, marks = mapping("sources")[source]["style"].split()
    teller = _teller(rng, subject, source, year, courtesy=address == "courtesy")
    title = teller.head(rng.choice(subject.lines["title"]))
    subtitle = teller.head(subject.lines["subtitle"][0])
    paragraphs = _paragraphs(teller, subject, QUOTES[marks])
    return Story(subject.slug, "en", subject.words("topics"), title, subtitle, paragraphs, tuple(teller.named))


def story_in_another_language(rng: Random, year: int) -> Story:
    """Tell one short story in French, German, Arabic or Japanese."""
    subject = rng.choice(subjects("languages.txt"))
    name, _, later = rng.choice(subject.lines["person"]).partition(" | ")
    # French elides before a vowel, which no slot does.
    towns = [town for town in mapping("places")["towns"] if town[0] not in "AEIOUYH"]
    fixed = {"town": rng.choice(towns)}
    teller = Teller(rng, {"a": Person(name, name, later)}, fixed, year)
    title = teller.head(rng.choice(subject.lines["title"]))
    body = rng.sample(subject.lines["body"][1:], 3)
    lead = teller.head(rng.choice(subject.lines["lead"]))
    told = (lead, *map(teller.tell, (subject.lines["body"][0], *body)), subject.lines["closing"][0])
    slug = subject.words("topics")[0]
    return Story(slug, subject.slug, subject.words("topics"), title, "", told, tuple(teller.named))


def _teller(rng: Random, subject: Subject, source: str, year: int, *, courtesy: bool) -> Teller:
    people = {
        "a": registered_person(rng.choice(subject.words("a")), courtesy=courtesy),
        "b": registered_person(rng.choice(subject.words("b")), courtesy=courtesy),
    }
    places = mapping("places")
    # Nobody shares a surname with another in one story: a later mention by surname has to be clear.
    surnames = rng.sample(places["surnames"], len(PASSERS_BY) + 1)
    strangers = [passing_person(rng, surname, courtesy=courtesy) for surname in surnames]
    people |= dict(zip(PASSERS_BY, strangers, strict=False))
    if rng.random() < 0.25:
        people["b"] = strangers[-1]
    town, town2, town3 = rng.sample(places["towns"], 3)
    fixed = {"town": town, "town2": town2, "town3": town3, "paper": _self_reference(source)}
    fixed |= {"river": rng.choice(places["rivers"]), "street": rng.choice(places["streets"])}
    return Teller(rng, people, fixed | {"day": _day(rng)}, year)


def _self_reference(source: str) -> str:
    """Say how a newspaper names itself inside a sentence."""
    entry = mapping("sources")[source]
    name: str = entry["name"].removeprefix("The ")
    return name if entry["kind"] == "news agency" else f"the {name}"


def _day(rng: Random) -> str:
    return rng.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def _paragraphs(teller: Teller, subject: Subject, marks: str) -> tuple[str, ...]:
    """Order: lead, introduction, a mixed middle, closing, the statement that all is invented."""
    rng, general = teller.rng, subjects("general.txt")[0]
    opening = [teller.head(rng.choice(subject.lines["lead"])), teller.tell(rng.choice(subject.lines["intro"]))]
    middle = _middle(rng, subject, general)
    told = [*opening, *_speak(teller, subject, "a", marks)]
    half = len(middle) // 2
    told += map(teller.tell, middle[:half])
    told += _speak(teller, subject, "b", marks)
    told += map(teller.tell, middle[half:])
    if rng.random() < 0.6:
        told.append(teller.tell(rng.choice(general.lines["closing"])))
    return (*told, rng.choice(INVENTED))


def _middle(rng: Random, subject: Subject, general: Subject) -> list[str]:
    """Mix sentences of the subject with general ones, some of them two or three to a paragraph."""
    passers_by = iter(PASSERS_BY)
    common = rng.sample(general.lines["body"], rng.randint(1, 6))
    common = [line.replace("{c}", f"{{{next(passers_by)}}}") for line in common]
    lines = rng.sample(subject.lines["body"], rng.randint(5, 6)) + common
    rng.shuffle(lines)
    paragraphs = lines[:1]
    for line in lines[1:]:
        if rng.random() < 0.35:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def _speak(teller: Teller, subject: Subject, role: str, marks: str) -> Sequence[str]:
    """Let one person say one to three things, in one of the ways in which newspapers set speech."""
    rng = teller.rng
    said = [teller.tell(line) for line in rng.sample(subject.lines[f"quote-{role}"], rng.randint(1, 3))]
    who, opened, closed = f"{{{role}}}", *marks
    first, rest = said[0], " ".join(f"{line}." for line in said[1:])
    way = rng.randrange(4)
    if way == 0:
        return [teller.tell(f"{who} said: {opened}{first}. {rest}".rstrip() + closed)]
    if way == 1 and rest:
        # A quotation that runs over paragraphs is opened in each and closed only in the last.
        return [teller.tell(f"{who} told {{paper}}: {opened}{first}."), f"{opened}{rest}{closed}"]
    tail = f" {opened}{rest}{closed}" if rest else ""
    verb = "added" if way == 2 and teller.people[role] in teller.named else "said"
    return [teller.tell(f"{opened}{first},{closed} {who} {verb}.{tail}")]
