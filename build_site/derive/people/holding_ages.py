"""Ages of children: how a text says that whom it names is younger than `MAJORITY`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_site.derive.people.children import MAJORITY
from build_site.derive.people.features_behind import CLOSING
from build_site.derive.people.holding_phrases import DETERMINERS, ENDS_PHRASE, NOT_CHILDREN, predicate
from build_site.derive.people.openers import NUMBERS, WORDED_AGES, YEARS_OLD
from build_site.derive.people.view import JOINTS
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_site.derive.people.view import View

ENDED = parse("died vanished disappeared drowned")
"""Verbs behind a name whose age is given as `aged 14`; who started or sang `aged 14` is older now."""
SCORERS = 3
"""Bracketed numbers in a line from which they are goals or minutes and no ages."""
UNITS = parse("month months week weeks day days hour hours")
"""Units of an age that make a child of any number."""
DASHES = parse("- – —")
"""Behind a name they do what a comma does, where an article follows; a number behind them may be anything."""
AGE_SIGNS = parse("aged who is was then now only just turned both all also still nearly almost barely turns will be")
"""Words between a name and an age."""
AFTER_AGES = parse("and when at from in - – —")
SCHOOLED = parse("pupil student schoolboy schoolgirl")
"""What somebody in a year of a school is called."""
BEFORE_AGES = parse(", ( who is was are were just only now then still aged")
ORDINALS = parse("""first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth""")
OFFSPRING = parse("son daughter child grandson granddaughter")
WELCOMED = parse("welcomed welcoming welcome")
"""What parents do with a child just born: `welcomed their first son Bo`."""
BIRTHDAY = parse("celebrate celebrated celebrates celebrating marked marks marking turned")
LAST_YEAR = 13
"""The highest year of a school."""
SCHOOL_LISTS = parse("pupils schoolgirls schoolboys schoolchildren toddlers youngsters")
"""Words before a list of children: `pupils Ada Fenwick and Bo Lund`."""


def is_child_age(view: View, before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether an age below `MAJORITY` is attached to the name: `, 14,`, `aged 14`, `14-year-old Ada`."""
    if is_age_before(before) or is_age_behind(after) or is_age_of_both(after) or is_in_months(after):
        return True
    if is_newborn(before, after) or is_before_school_year(before):
        return True
    if is_birthday(predicate(after)) or is_in_school_year(after) or is_newly_born(after) or is_among_pupils(view):
        return True
    return is_aged_in_brackets(after) or (is_age_in_brackets(after) and not is_scorer(view))


def is_newborn(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether the bearer was just born: `their newborn daughter Ada`, `welcomed a second son, Bo`; not in 1962."""
    words = before[1:] if before[:1] == [","] else before
    if not words or words[0] not in OFFSPRING or any(map(is_year, after)):
        return False
    rest = [word for word in words[1:5] if word not in DETERMINERS | ORDINALS | {"and"}]
    return words[1:2] == ["newborn"] or (rest[:1] != [] and rest[0] in WELCOMED)


def is_age_before(before: Sequence[str]) -> bool:
    """Say whether `14-year-old` stands before the name, with up to two words between."""
    for index, word in enumerate(before[:4]):
        if word in WORDED_AGES:
            return True
        if word in YEARS_OLD:
            number = before[index + 1 :]
            return is_minor(number[1:] if number[:1] == ["-"] else number, word)
        if index and word in ENDS_PHRASE:
            return False
    return False


def is_age_behind(after: Sequence[str]) -> bool:
    """Say whether an age follows: `, 14,`, `, nine,`, `, aged 14`, `, both 14`, `, a 14-year-old`, `died aged 14`."""
    words = list(after)
    if len(words) > 1 and words[0] in ENDED and words[1] == "aged":
        words = words[1:]
    if words[:1] == [","] and words[1:2] in (["from"], ["of"]) and "," in words[2:]:
        words = words[words.index(",", 2) :]
        if "-" in words[:4]:  # `, from Saltby, 14-year-old Bo Lund` is the next of a list
            return False
    is_set_off = len(words) > 1 and words[0] in DASHES and words[1] in DETERMINERS | {"who", "aged"}
    had_comma = is_set_off or words[:1] == [","]
    words = words[1:] if had_comma else words
    signs = AGE_SIGNS | DETERMINERS
    if had_comma and is_age_in_phrase(words):
        return True
    sign_count = next((index for index, word in enumerate(words) if word not in signs), len(words))
    rest = words[sign_count:]
    if not rest or not (had_comma or "aged" in words[:sign_count] or {"is", "was"} & set(words[:1])):
        return False
    if rest[0] in WORDED_AGES or (rest[0] in NUMBERS and (rest[1:2] == [] or rest[1] in CLOSING)):
        return True
    if rest[1:2] == ["-"] and rest[2:3] and rest[2] in YEARS_OLD:
        return is_minor(rest, rest[2])
    # `Who turned 13 in 1950` is older now.
    is_placed = len(rest) > 1 and rest[1] in AFTER_AGES and not is_year("".join(rest[2:3]))
    is_last = rest[1:2] == [] or rest[1] in CLOSING or is_placed or rest[1:3] == ["years", "old"]
    return is_minor(rest, "") and is_last


def is_age_in_phrase(words: Sequence[str]) -> bool:
    """Say whether an article, an adjective or two and an age follow: `a talented 12-year-old from Saltby`."""
    age = next((index for index, word in enumerate(words[:4]) if word.isdecimal()), 0)
    if words[:1] == [] or words[0] not in DETERMINERS or words[age + 1 : age + 2] != ["-"]:
        return False
    is_phrase = all(word.isalpha() and word not in ENDS_PHRASE for word in words[:age])
    unit = words[age + 2] if age + 2 < len(words) else ""
    return is_phrase and unit in YEARS_OLD and is_minor(words[age:], unit) and "'s" not in words[age + 3 : age + 5]


def is_year(word: str) -> bool:
    """Say whether a word is a figure of more digits than an age has."""
    return word.isdecimal() and len(word) > 2  # noqa: PLR2004 - digits of an age


def is_age_of_both(after: Sequence[str]) -> bool:
    """Say whether the name is the first of two whose ages follow: `Ada Fenwick and Bo Lund, both 14`, `, 12 and 14`."""
    if after[:1] == ["and"] and "," in after:
        ages = [word for word in after[after.index(",") + 1 :] if word != "aged"][:3]
        if ages[1:2] == ["and"] and is_minor(ages, "") and is_minor(ages[2:], ""):
            return True
    if after[:1] != ["and"] or "both" not in after:
        return False
    both = after.index("both")
    return after[both - 1] == "," and is_minor(after[both + 1 :], "")


def is_age_in_brackets(after: Sequence[str]) -> bool:
    """Say whether `(14)` follows the name."""
    return after[:1] == ["("] and is_minor(after[1:], "") and after[2:3] == [")"]


def is_scorer(view: View) -> bool:
    """Say whether the line has so many bracketed numbers that they are goals or minutes."""
    return view.candidate.is_single or view.statistics.brackets[view.name[0].line] >= SCORERS


def is_minor(words: Sequence[str], unit: str) -> bool:
    """Say whether the first word is a number that makes a child's age, in years or in the smaller unit given."""
    if not words or not words[0].isdecimal() or len(words[0]) > 2:  # noqa: PLR2004 - digits of an age
        return False
    return unit.startswith(("month", "week", "day")) or int(words[0]) < MAJORITY


def is_in_months(after: Sequence[str]) -> bool:
    """Say whether an age in months or less follows: `was three weeks old`, `, aged 11 months`."""
    number = next((index for index, word in enumerate(after) if word not in BEFORE_AGES), len(after))
    if not number or not (after[number : number + 1] and is_number(after[number])):
        return False
    is_old = after[number + 2 : number + 3] == ["old"] or "aged" in after[:number]
    return is_old and after[number + 1] in UNITS


def is_number(word: str) -> bool:
    """Say whether a word is a number: `11`, `three`."""
    return word.isdecimal() or word in NUMBERS


def is_birthday(said: Sequence[str]) -> bool:
    """Say whether the bearer is said to become that old: `turned 13`, `celebrated his tenth birthday`; not in 1962."""
    said = said[1:] if said[:1] == ["will"] else said
    if not said or said[0] not in BIRTHDAY or any(map(is_year, said)):
        return False
    if said[0] == "turned":
        return is_minor(said[1:], "") and (said[2:3] == [] or said[2] in CLOSING or said[2] in {"on", "last", "this"})
    if "birthday" not in said[:5]:
        return False
    words = said[2 : said.index("birthday")]
    return words[:1] != [] and (words[0] in ORDINALS or (words[1:2] == ["th"] and is_minor(words, "")))


def is_in_school_year(after: Sequence[str]) -> bool:
    """Say whether a year of school follows: `, of Year 11,`, `, who is in Year 4`, `(Year 6)`."""
    words = list(after)
    if words[:1] not in ([","], ["("]):
        return False
    words = words[3:] if words[1:3] == ["who", "is"] else words[1:]
    words = words[1:] if words[:1] in (["of"], ["in"], ["from"], ["a"]) else words
    is_year = words[:1] == ["year"] and words[1:2] != [] and words[1].isdecimal() and int(words[1]) <= LAST_YEAR
    return is_year and (words[2:3] in ([], ["at"]) or words[2] in CLOSING | SCHOOLED)


def is_before_school_year(before: Sequence[str]) -> bool:
    """Say whether a year of school stands before the name: `the Year 9 student Ada`."""
    words = list(before[:3])
    if len(words) < 3 or words[0] not in SCHOOLED or words[2] != "year":  # noqa: PLR2004 - three words
        return False
    return words[1].isdecimal() and int(words[1]) <= LAST_YEAR


def is_newly_born(after: Sequence[str]) -> bool:
    """Say whether the bearer was born not long ago: `, who was born last March`."""
    words = list(after[1:] if after[:1] == [","] else after)
    words = words[1:] if words[:1] == ["who"] else words
    return words[:2] == ["was", "born"] and words[2:3] in (["last"], ["this"], ["yesterday"]) and words[3:4] != ["of"]


def is_among_pupils(view: View) -> bool:
    """Say whether the name stands in a list behind a word for children: `pupils Ada Fenwick, Bo Lund and Eve Orr`."""
    words = [(word, True) for word in reversed(view.candidate.front)]
    words += [(token.low, token.is_capital) for token in view.before]
    for index, (word, is_capital) in enumerate(words):
        if word in SCHOOL_LISTS:
            is_followed_by_name = not index or words[index - 1][1]
            return is_followed_by_name and not (words[index + 1 :] and words[index + 1][0] in NOT_CHILDREN)
        if not is_capital and word not in JOINTS:
            return False
    return False


def is_aged_in_brackets(after: Sequence[str]) -> bool:
    """Say whether `(aged 9)` follows the name, which is no goal and no minute."""
    return after[:1] == ["("] and after[1:2] in (["aged"], ["age"]) and is_minor(after[2:], "")
