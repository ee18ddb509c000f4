"""Features that look at lists of players and at works: team sheets, parts in films, books behind their writers."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from build_site.derive.people.features_behind import PHRASE_ENDS
from build_site.derive.people.peeling import ACRONYM
from build_site.derive.people.sheets import BENCH
from build_site.derive.people.view import is_initialed
from build_site.derive.people.vocabulary import (
    ENGLISH,
    FIRST_NAMES,
    KINSHIP,
    NAMES,
    PLACES,
    SURNAMES,
    is_organisation_word,
    is_role,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from build_site.derive.people.tokens import Token
    from build_site.derive.people.view import View

TEAM = 4
"""Names such as `A Lund` in a line from which they are those of a team."""
LABELS = BENCH | {"not"}
"""First words of `Subs not used` and the like."""
ONE_NAME = parse(
    """striker midfielder defender goalkeeper keeper winger forward playmaker full-back centre-back left-back
    right-back rapper singer star substitute"""
)
"""Who goes by one name in public."""
ONE_NAME_EACH = frozenset(f"{one}s" for one in ONE_NAME) | {"legends", "greats"}
LIST_WORDS = frozenset({",", "and", "or", "such", "as", "like"})
ONE_NAME_ELSE = parse(
    "frontman frontwoman vocalist drummer bassist guitarist dancer dj mc surnamed artist painter sculptor poet"
)
"""Who may go by one name that is no first name."""
SIDES = parse("left right full centre wing fly scrum")
PLAYING = parse("play plays played playing portrays portrayed portraying voices voiced")
PORTRAYALS = parse("portrayal role character performance")
FIGURES = parse("character protagonist heroine")
"""What a part is called before its name."""
STARRING = parse("starring star stars starred co-starring co-stars co-starred appears appeared appearing")
PART = 5
"""Words before the name within which the word for a part stands."""
OTHERS = parse("he she they it we i and with")
"""Words between `as` and a name with which `as` begins a clause: `as she and host Ada Fenwick began`."""
CONTESTS = parse("plays beat beats beating defeated defeats faces facing fights fighting overcame outpointed")
"""What players and boxers do to each other."""
LISTED = frozenset({",", ";", "and", "won", "wins", "for", "beat"})
"""What follows a bracket in a list of players, or of actors and films."""
MARKS = frozenset({",", "-", "–", "—", "("})
PLAYED_BY = ["played", "by"]
ACTING = parse(
    """actor actress actors actresses sitcom soap screenplay film films movie comedy musical episode drama cast starring
    starred"""
)
"""Words of a text about acting; in others people play against each other."""


def among_initials(view: View) -> float:
    """Say whether the name is an initial and a surname in a line of at least four such names."""
    return is_initialed(view.name) and view.statistics.initials[view.name[0].line] >= TEAM


def team_sheet(view: View) -> float:
    """Say whether one word stands in a team sheet, and not as its label: `Saltby:`, `Saltby (probable, 3-5-2):`."""
    word = view.candidate.core[0]
    note, colon, _ = "".join(token.text for token in view.after).partition(":")
    is_label = word in LABELS or (bool(colon) and (not note or (note[0] == "(" and note[-1] == ")")))
    return view.candidate.run in view.statistics.sheets and not is_label and (word not in PLACES or word in NAMES)


def known_by_one_name(view: View) -> float:
    """Say whether a player's or singer's part stands before one word: `midfielder Juninho`, `pop star Lundo`.

    In `the son of former striker Bo` the first name has its surname elsewhere.
    """
    if not view.candidate.is_single or (view.candidate.core[0] in FIRST_NAMES and is_kin(view)):
        return False
    part = view.candidate.title or view.previous
    if part in ONE_NAME_ELSE and view.candidate.core[0] not in FIRST_NAMES:
        return True
    return part in ONE_NAME or is_position(view) or is_among_players(view)


def is_kin(view: View) -> bool:
    """Say whether `brother of` or the like stands before the name."""
    return any(first.low == "of" and second.low in KINSHIP for first, second in pairwise(view.before))


def is_position(view: View) -> bool:
    """Say whether a position of two words stands before the name: `left back Juninho`, `free agent Juninho`."""
    if not view.is_bare:
        return False
    first, second = view.before_low(1), view.previous
    return (second in {"back", "half"} and first in SIDES) or (second == "agent" and first == "free")


def is_among_players(view: View) -> bool:
    """Say whether the name stands in a list behind players or singers: `rappers Ada Fenwick, Lundo and Bo Rudge`."""
    names = list(takewhile(lambda token: token.is_capital or token.low in LIST_WORDS, view.before))
    is_long = view.following == "," or any(token.text == "," for token in names)
    return view.before_low(len(names)) in ONE_NAME_EACH and (is_long or view.candidate.core[0] not in FIRST_NAMES)


def position_before(view: View) -> float:
    """Say whether a position of two words, or players in the plural, stand before: `left back Ada Fenwick`."""
    return is_position(view) or (view.candidate.is_single and is_among_players(view))


def opponent(view: View) -> float:
    """Say whether a first name and a surname stand behind what is done to opponents: `plays Ada Fenwick`."""
    core = view.candidate.core
    is_full = len(core) == 2 and core[0] in FIRST_NAMES and core[0] not in PLACES  # noqa: PLR2004 - a whole name
    return is_full and view.previous in CONTESTS


def actor(view: View) -> float:
    """Say whether the name stands in brackets behind a part, in a text about acting: `Maeve (Ada Fenwick)`."""
    if view.previous != "(" or view.following not in {")", ","} or view.candidate.is_single or len(view.before) < 3:  # noqa: PLR2004 - bracket, part, word
        return False
    is_one_word = view.before[1].is_capital and not view.before[2].is_capital
    is_name = view.candidate.core[-1] not in ENGLISH and not view.statistics.lower.keys().isdisjoint(ACTING)
    return is_one_word and is_name


def character(view: View) -> float:
    """Return how strongly the name is that of a part in a film or play: `who plays Bo Lund`, `as the cook Bo Lund`."""
    if view.following in {"played", *MARKS} and is_played_by(view):
        return 1.0
    if [token.low for token in view.before[:2]] == ["as", "role"] and view.before_low(2) in {"her", "his"}:
        return 1.0 * (view.following != "'s" and "biopic" not in view.statistics.lower)
    if "characters" in view.statistics.lower and is_among_characters(view):
        return 1.0
    if "fictional" in view.statistics.lower and "fictional" in {token.low for token in view.before[:PART]}:
        return 1.0
    if view.statistics.lower.keys().isdisjoint(ACTING):
        return 0.0
    words = [token.low for token in takewhile(is_inside_phrase, view.before[:PART])]
    signs = (is_opened_by_part, is_part_of, has_actor, is_second_part, is_in_the_role_of)
    is_played = not PLAYING.isdisjoint(words) or any(sign(view) for sign in signs)
    return 1.0 if is_played else 0.8 * is_as_a_part(view)


def is_among_characters(view: View) -> bool:
    """Say whether the name stands in a list behind `characters`: `the characters Ada Fenwick and Bo Lund`."""
    names = takewhile(lambda token: token.is_capital or token.low in LIST_WORDS, view.before)
    return view.before_low(sum(1 for _ in names)) == "characters"


def is_opened_by_part(view: View) -> bool:
    """Say whether a sentence opens with the part and who plays it follows: `As DCI Bo Lund, Ada Fenwick shines`."""
    is_opening = view.candidate.front[:1] == ("as",) and view.following == ","
    return is_opening and len(view.after) > 1 and view.after[1].low in FIRST_NAMES and view.after[1].is_capital


def is_part_of(view: View) -> bool:
    """Say whether a name and `as` stand before the part, and no clause follows: `Ada Fenwick as Bo Lund in Fog`."""
    if view.previous != "as" or len(view.before) < 3 or not view.is_bare or view.candidate.is_single:  # noqa: PLR2004 - as and a name
        return False
    surname, first = view.before[1], view.before[2]
    is_name = surname.is_capital and first.is_capital and first.low in FIRST_NAMES
    return is_name and (not view.following.isalpha() or view.following in {"in", "on"})


def is_inside_phrase(token: Token) -> bool:
    """Say whether a word may stand between `plays` and the part: `plays the cult leader Bo Lund`, `plays NSA agent`."""
    is_capital = token.is_capital and not (token.text.isupper() and len(token.text) in ACRONYM)
    return token.is_word and not is_capital and token.low not in PHRASE_ENDS and token.low not in OTHERS


def is_played_by(view: View) -> bool:
    """Say whether `played by` follows, with or without a comma, or `, who is played by`."""
    behind = [view.after_low(index) for index in range(5)]
    if behind[:2] == PLAYED_BY or (behind[0] in MARKS and behind[1:3] == PLAYED_BY):
        return True
    return behind[1] == "who" and behind[2] in {"is", "was"} and behind[3:] == PLAYED_BY


def is_second_part(view: View) -> bool:
    """Say whether the name follows another part and `and`, no clause behind it: `who play Ada Lund and Bo Rudge`."""
    if view.previous != "and" or (view.following.isalpha() and view.following not in {"in", "on"}):
        return False
    names = list(takewhile(lambda token: token.is_capital or token.low in LIST_WORDS, view.before))
    return view.before_low(len(names)) in {"play", "played", "playing"}


def is_in_the_role_of(view: View) -> bool:
    """Say whether `role of` and words in lower case stand before the name: `his role of menacing bully Bo Lund`."""
    words = [token.low for token in takewhile(lambda token: token.is_word and not token.is_capital, view.before[:PART])]
    return ("of", "role") in pairwise(words)


def has_actor(view: View) -> bool:
    """Say whether a first name and a surname stand in brackets behind, and the sentence goes on: `Bo (Ada Rudge) is`.

    In a list a club or film stands in brackets: `Bo Lund (Saltby Town), Ada Rudge (Vera Fenwick) and`.
    """
    if view.following != "(" or view.after_low(3) != ")" or view.after_low(4) in LISTED:
        return False
    first, last = view.after[1], view.after[2]
    is_first = first.is_capital and first.low in FIRST_NAMES and first.low not in PLACES
    return is_first and last.is_capital and (last.low in SURNAMES or last.low not in ENGLISH) and last.low not in PLACES


def is_as_a_part(view: View) -> bool:
    """Say whether `as the cook`, `portrayal of the cook` or `starring Ada Fenwick as` stands before the name."""
    words = [token.low for token in view.before]
    is_portrayed = words[:1] == ["of"] and view.before_low(1) in PORTRAYALS
    if is_portrayed or (words[:1] == ["as"] and not STARRING.isdisjoint(words)):
        return "biopic" not in view.statistics.lower
    if words[:2] == ["like", "characters"] or not FIGURES.isdisjoint(words[:2] if words[:1] == [","] else words[:1]):
        return True
    if "voice" in words[:PART] and "for" in words[:PART]:
        return True
    link = next((index for index, word in enumerate(words[:PART]) if word in {"as", "of"}), PART)
    has_name = any(token.is_capital for token in view.before[:link])
    is_role_named = bool(words) and (is_role(words[0]) or words[0] == ",")
    if link == PART or not link or has_name or not is_role_named or not OTHERS.isdisjoint(words[:link]):
        return False
    if words[link] == "as":
        return view.before_low(link + 1) != "such" and (not view.following.isalpha() or view.following in PHRASE_ENDS)
    return view.before_low(link + 1) in PORTRAYALS


def work_of(view: View) -> float:
    """Say whether a full name's possessive stands before the name, as before titles of works: `Ada Fenwick's Bo Lund`.

    Behind a place it says where somebody is from: `Saltby's Bo Lund`; kin has its word in between.
    """
    if view.previous != "'s" or not view.is_bare or view.candidate.front or len(view.before) < 3:  # noqa: PLR2004 - 's, surname, first name
        return False
    surname, first = view.before[1], view.before[2]
    is_name = surname.is_capital and first.is_capital and not is_organisation_word(surname.low)
    return is_name and first.low in FIRST_NAMES and first.low not in PLACES
