"""Topics: how phrases match, what they count for, and that a passing word names nothing."""

from __future__ import annotations

from build_site.derive.phrases import matches, vocabulary
from build_site.derive.residue import find_residue
from build_site.derive.topics import MOST, derive_topics
from build_site.registers.model import Registers, Topic
from build_site.seed.text import Text


def found(content: str, *phrases: str) -> list[str]:
    """Return what of a line is matched by phrases of one topic."""
    topic = Topic("bells", "Bells", words=tuple((2, phrase) for phrase in phrases))
    return [content[match.start : match.end] for match in matches(content, vocabulary((topic,)))[0]]


def topics(content: str, *topics: Topic) -> dict[str, float]:
    """Return the topics of a text with their scores."""
    text = Text("seeds/x.txt", content)
    registers = Registers(topics={topic.id: topic for topic in topics})
    return {topic.id: topic.score for topic in derive_topics(text, find_residue(text), registers)}


BELLS = Topic(
    "bells", "Bells", words=((5, "bell founding"), (4, "bell tower*"), (3, "bells"), (1, "rope"), (1, "noon"))
)
FILLER = "The board met on Monday and spoke about nothing in particular."


def test_words_are_matched_whole_and_in_any_case() -> None:
    assert found("Bells, BELLS and doorbells", "bells") == ["Bells", "BELLS"]


def test_a_star_stands_for_any_ending() -> None:
    assert found("dredge dredger dredging redredge", "dredg*") == ["dredge", "dredger", "dredging"]
    assert found("a to-do about tone", "to*") == ["to", "tone"]


def test_stars_inside_a_phrase() -> None:
    assert found("refused to publish figures, refusing to publish figures", "refus* to publish figures") == [
        "refused to publish figures",
        "refusing to publish figures",
    ]


def test_hyphens_and_apostrophes_are_alike() -> None:
    assert found("honour-based and honour based, the bell-ringers’ and bell ringers' hall", "honour-based") == [
        "honour-based",
        "honour based",
    ]
    assert found("The women’s and the women's choir", "women's choir", "women's") == ["women’s", "women's choir"]


def test_capitals_of_an_abbreviation_count() -> None:
    assert found("CPS, cps and the CPS’s office", "CPS") == ["CPS", "CPS’s"]


def test_the_longest_phrase_wins_and_phrases_do_not_overlap() -> None:
    assert found("the bell tower key", "bell", "bell tower", "tower key") == ["bell tower"]


def test_a_passing_word_names_no_topic() -> None:
    assert topics(f"{FILLER}\n{FILLER}\nThe bell tower was near.", BELLS) == {}


def test_only_a_strong_phrase_is_enough_in_the_lead() -> None:
    assert topics(f"The bells are open to all.\n{FILLER}", BELLS) == {}
    assert topics(f"The bell tower is open to all.\n{FILLER}", BELLS) == {"bells": 8}


def test_the_lead_counts_double() -> None:
    assert topics(f"{FILLER}\nThe bells hung from a rope.", BELLS) == {}
    assert topics(f"The bells hung from a rope.\n{FILLER}", BELLS) == {"bells": 8}


def test_the_paragraph_below_a_headline_is_lead_too() -> None:
    assert topics(f"A view from the roof\nThe bells hung from a rope.\n{FILLER}", BELLS) == {"bells": 8}


def test_one_mention_of_a_naming_phrase_is_enough() -> None:
    assert topics(f"{FILLER}\n{FILLER}\nBell founding is a craft.", BELLS) == {"bells": 5}


def test_weak_words_alone_name_nothing() -> None:
    assert topics("\n".join(["The rope hung still at noon."] * 3 + ["Rope and noon, noon and rope."] * 9), BELLS) == {}


def test_a_repeated_phrase_adds_less_and_then_nothing() -> None:
    lines = [
        f"The bells rang {word} times."
        for word in ["two", "six", "ten", "nine", "four", "five", "three", "eight", "seven", "one"]
    ]
    # Once in the lead, twice in full, four times by half, and the rest for nothing.
    assert topics("\n".join(lines), BELLS) == {"bells": 6 + 2 * 3 + 4 * 1.5}


def test_a_common_word_in_a_name_is_weak() -> None:
    fox = Topic("foxes", "Foxes", words=((4, "fox"), (4, "Arctic Fox Trust")))
    assert topics(f"{FILLER}\nMrs Fox met Mr Fox, and Miss Fox met the old Fox.", fox) == {}
    assert topics(f"{FILLER}\nMrs Fox met a fox. Fox cubs played.", fox) == {"foxes": 9}
    assert topics(f"{FILLER}\nThe Arctic Fox Trust met. He joined the Arctic Fox Trust.", fox) == {"foxes": 8}


def test_capitals_of_a_headline_mean_nothing() -> None:
    fox = Topic("foxes", "Foxes", words=((4, "fox"),))
    assert topics(f"Grey Fox Seen In Mill Lane\n{FILLER}", fox) == {"foxes": 8}


def test_residue_counts_for_nothing() -> None:
    assert topics(f"{FILLER}\nThe bell tower and the bells – Bo Lund/Coastwire\n{FILLER}", BELLS) == {}


def test_a_long_text_needs_more() -> None:
    said = "The bell tower is near.\nThe bells rang."
    assert topics(f"{FILLER}\n{said}", BELLS) == {"bells": 7}
    assert topics("\n".join([FILLER, *[f"{number} {FILLER}" for number in range(150)], said]), BELLS) == {}


def test_a_passage_behind_the_opening_names_no_topic() -> None:
    filler = [f"{number} {FILLER}" for number in range(12)]
    passage = "The bell tower is open, and the bells of the bell tower rang"
    assert topics("\n".join([filler[0], f"{passage}.", *filler[1:]]), BELLS) == {"bells": 11}
    assert topics("\n".join([*filler, f"{passage}."]), BELLS) == {}
    # Three times the sum is enough, because the text keeps coming back to it; so is a phrase that names a topic.
    passages = [f"{passage} on {day}." for day in ("Monday", "Friday")]
    assert topics("\n".join([*filler, *passages]), BELLS) == {"bells": 20}
    assert topics("\n".join([*filler, "Bell founding is a craft."]), BELLS) == {"bells": 5}


def test_a_side_of_the_subject_is_no_topic() -> None:
    bells = Topic("bells", "Bells", words=tuple((4, f"bell {part}") for part in ("tower", "frame", "wheel", "metal")))
    ropes = Topic("ropes", "Ropes", words=((3, "hemp rope"),))
    said = "The bell tower has a bell frame.\nA hemp rope was bought, a hemp rope of nine yards."
    assert topics(f"{said}\n{FILLER}", bells, ropes) == {"bells": 16, "ropes": 6}
    more = "\n".join(f"At {hour} the bell wheel met bell metal." for hour in ("six", "seven"))
    assert topics(f"{said}\n{more}\n{FILLER}", bells, ropes) == {"bells": 32}


def test_evidence_names_line_and_words() -> None:
    text = Text("seeds/x.txt", f"{FILLER}\nOn bell founding.", first_line=4)
    (topic,) = derive_topics(text, (), Registers(topics={"bells": BELLS}))
    assert [(trace.line, trace.quote, trace.weight) for trace in topic.evidence] == [(5, "bell founding", 5)]


def test_strongest_first_and_no_more_than_the_most() -> None:
    many = [Topic(f"t{number}", f"T{number}", words=((5, f"word{number}"),)) for number in range(MOST + 3)]
    said = " ".join(f"word{number}" for number in range(MOST + 3))
    assert list(topics(f"{FILLER}\n{said}\nword9 again.", *many)) == [
        "t9",
        "t0",
        "t1",
        "t10",
        *(f"t{n}" for n in range(2, 6)),
    ]


def test_no_vocabulary_and_no_text() -> None:
    assert topics("The bells rang.") == {}
    assert topics("", BELLS) == {}


def test_hostile_lines_end() -> None:
    # Each would take minutes if the whole line were looked at again for every match.
    for piece in ("the Bells rang ", "bell tower ", "the CPS’s ", "a-b ", "bell "):
        assert len(topics(piece * (100_000 // len(piece)), BELLS)) <= 1
