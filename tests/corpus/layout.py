"""Stories → texts as they arrive: copied from pages in several ways, or typed as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.prose import credited_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.corpus.dates import Published
    from tests.corpus.model import Story


def plain_text(rng: Random, story: Story, source_name: str, published: Published) -> str:
    """Lay a story out as the text of a `.txt`; three in five are bare paragraphs between blank lines."""
    ways: tuple[Callable[[], str], ...] = (
        lambda: "\n\n".join(story.paragraphs) + "\n",
        lambda: "\n".join(story.paragraphs) + "\n",
        lambda: "\n\n".join((story.title, *story.paragraphs)) + "\n",
        lambda: "\n\n".join(_with_dateline(story, published)) + "\n",
        lambda: "\n\n".join(_with_caption(rng, story, source_name)),
    )
    return rng.choices(ways, weights=(12, 2, 2, 2, 2))[0]()


def markdown(rng: Random, story: Story) -> str:
    """Lay a story out as Markdown: a heading, emphasis or a list, as a contributor may write it."""
    *body, invented = story.paragraphs
    middle = len(body) // 2
    ways = (
        [*body],
        [*body[:middle], "## Later the same day", *body[middle:]],
        [f"**{body[0]}**", *body[1:]],
        [*body[:-3], "- " + "\n- ".join(body[-3:])],
    )
    return "\n\n".join((*rng.choice(ways), f"*{invented}*")) + "\n"


def _with_dateline(story: Story, published: Published) -> tuple[str, ...]:
    """Put place and day before the lead, as agencies do."""
    lead, *rest = story.paragraphs
    day = f"{published.day.day} {published.day:%B}"
    return (f"COASTLINE, {day} – {lead}", *rest)


def _with_caption(rng: Random, story: Story, source_name: str) -> tuple[str, ...]:
    """Leave a caption with its credit in the middle and the words of a web page at the end."""
    photographer = credited_name(rng)
    outlet = source_name.removeprefix("The ")
    caption = f"{story.title} – {photographer}/{outlet}"
    at = rng.randrange(1, len(story.paragraphs) - 1)
    return (*story.paragraphs[:at], caption, *story.paragraphs[at:], "Share.")
