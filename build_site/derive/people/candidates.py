"""Runs of capitalised words, and the part of each run that may be a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_site.derive.people.peeling import peel
from build_site.derive.people.tokens import QUOTES
from build_site.derive.people.vocabulary import (
    CLUBS,
    EVERYDAY,
    FIRST_NAMES,
    HONORIFICS,
    PARTICLES,
    PLACES,
    is_everyday,
    is_organisation_word,
    is_role,
    without_particles,
)
from build_site.derive.wordlists import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_site.derive.people.tokens import Token

NICKNAME = 4
"""Tokens that a nickname in quotes takes at most, both quotes included: `"the Eagle"`."""
LONGEST_RUN = 24
"""Tokens after which a run is cut; no name is that long, and it keeps the time linear."""
HEADLINE = 0.6
"""Share of capitalised words above which a line is a headline, where capitals do not tell names from words."""
NEVER_INSIDE = parse("she they we you it but if when his their because although what why how where l-r")
"""Words that begin a sentence or heading and stand in no name, where a full stop was left out; `L-R` of captions."""
JUNIOR = frozenset({"jr", "sr"})
"""Letters behind a name that have a full stop of their own, so that a sentence may end with them."""
AFTER_JUNIOR = parse("he in on at after for with to from as by")
"""More words that begin a sentence, and follow `Jr.` in no name."""
JOINTS = ("-ul-", "-ur-", "-ud-", "-us-")
"""Arabic articles that join the words of one name by hyphens."""
STOPS = frozenset(".;")
"""Marks that end a sentence and stand in no headline."""
COMMAS = 3
"""Commas from which a line is a list and no headline."""
HEADLINE_WORDS = 4
"""Words below which a line is too short for its capitals to be counted."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part of a capitalised run that may be a name, with what stood in front of it in the run."""

    run: int
    """Index of the run's first token."""
    start: int
    """Index of the name's first token."""
    end: int
    """One past the index of the name's last token."""
    run_end: int
    """One past the index of the run's last token."""
    title: str
    """Last honorific or role in the run before the name, folded; empty where there is none."""
    is_peeled: bool
    """True where words of a body or office were taken off the front: `Foreign Affairs Ada Fenwick`."""
    front: tuple[str, ...]
    """Folded words of the run before the name."""
    words: tuple[str, ...]
    """Folded words of the name."""
    core: tuple[str, ...]
    """`words` without particles; what names are compared by."""
    in_headline: bool
    """True where the line is written in capitals or title case."""
    is_single: bool
    """True where the name is one word; `J. Lund` counts as two, `Girl A` as one."""

    @property
    def has_honorific(self) -> bool:
        """Say whether `Mr`, `Dame` or the like stands before the name."""
        return self.title in HONORIFICS

    @property
    def has_role(self) -> bool:
        """Say whether a role in capitals stands before the name, and no honorific."""
        return is_role(self.title) and self.title not in HONORIFICS


def find_candidates(tokens: Sequence[Token]) -> tuple[Candidate, ...]:
    """Return the candidates of a text in order."""
    headlines = headline_lines(tokens)
    found = (
        make_candidate(tokens, start, end, in_headline=tokens[start].line in headlines)
        for run_start, run_end in runs(tokens)
        for start, end in parts(tokens, run_start, run_end, in_headline=tokens[run_start].line in headlines)
    )
    return tuple(candidate for candidate in found if candidate is not None)


def headline_lines(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the lines of which more than `HEADLINE` of the words have a capital and that end without a full stop."""
    all_words: dict[int, int] = {}
    capitals: dict[int, int] = {}
    commas: dict[int, int] = {}
    told = {token.line for token in tokens if token.text in STOPS}
    for token in tokens:
        if token.line in told:
            continue
        if token.is_word:
            all_words[token.line] = all_words.get(token.line, 0) + 1
            capitals[token.line] = capitals.get(token.line, 0) + token.is_capital
        elif token.text == ",":
            commas[token.line] = commas.get(token.line, 0) + 1
    return frozenset(
        line
        for line, count in all_words.items()
        if count >= HEADLINE_WORDS and capitals[line] / count > HEADLINE and commas.get(line, 0) < COMMAS
    )


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of capitalised words, particles and quoted nicknames within it included."""
    end = 0
    for position in [index for index, token in enumerate(tokens) if token.is_capital]:
        if position < end:
            continue
        end = position + 1
        while end - position < LONGEST_RUN and (step := continues(tokens, end)):
            end += step
        yield position, end


def continues(tokens: Sequence[Token], position: int) -> int:
    """Return how many tokens from `position` on belong to the run before it; 0 where it ends."""
    token = tokens[position] if position < len(tokens) else None
    if token is None or token.opens or token.low in NEVER_INSIDE or follows_label(tokens, position):
        return 0
    if token.is_capital:
        return 1
    if token.low in PARTICLES:
        return particles_before_capital(tokens, position)
    if token.text in {"[", "]"}:
        return editorial(tokens, position)
    return nickname(tokens, position) if token.text in QUOTES else 0


def follows_label(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a name ends before `position`, with a letter, `Jr.` or before `No 1`: `to Girl A. She said`."""
    before, word = tokens[position - 1], tokens[position].low
    if word == "no" and tokens[position + 1].text.isdecimal():
        return True
    if before.low in JUNIOR:
        return word in AFTER_JUNIOR
    return before.is_initial and before.text.count(".") == 1 and is_everyday(word)


def particles_before_capital(tokens: Sequence[Token], position: int) -> int:
    """Return the number of particles from `position` on if a capital follows them: `van der Berg`."""
    for count in range(1, 4):
        token = tokens[position + count] if position + count < len(tokens) else None
        if token is None:
            return 0
        if token.is_capital:
            return count
        if token.low not in PARTICLES:
            return 0
    return 0


def editorial(tokens: Sequence[Token], position: int) -> int:
    """Return the length of a part of a name that an editor put in brackets: `[Ada] Fenwick`, `Ada [Fenwick]`."""
    ahead = tokens[position + 1 : position + 3]
    if len(ahead) < 2 or not ahead[0].is_capital or ahead[0].low in NEVER_INSIDE:  # noqa: PLR2004 - a word and a mark
        return 0
    if tokens[position].text == "]":
        return 2 * (tokens[position - 2].text == "[")
    before = tokens[position - 1].low
    return 3 * (ahead[1].text == "]" and before in FIRST_NAMES and before not in PLACES)


def nickname(tokens: Sequence[Token], position: int) -> int:
    """Return the length of a quoted nickname if a capitalised word follows it: `Bo "the Fin" Lund`."""
    for end in range(position + 2, min(position + NICKNAME, len(tokens) - 1)):
        if tokens[end].text in QUOTES:
            if not any(token.is_capital or token.low == "the" for token in tokens[position + 1 : end]):
                return 0
            return end + 1 - position if tokens[end + 1].is_capital and not tokens[end + 1].opens else 0
        if not tokens[end].is_word:
            return 0
    return 0


def parts(tokens: Sequence[Token], start: int, end: int, *, in_headline: bool) -> Iterator[tuple[int, int]]:
    """Yield the run, or in a headline the pieces of it between everyday words: `Ada Fenwick | Wins | Prize`."""
    if not in_headline:
        yield start, end
        return
    piece = start
    for position in range(start, end):
        if is_headline_word(tokens, piece, position):
            if position > piece:
                yield piece, position
            piece = position + 1
    if piece < end:
        yield piece, end


def is_headline_word(tokens: Sequence[Token], piece: int, position: int) -> bool:
    """Say whether the word is an everyday one; a surname such as Hill counts as one unless a name precedes it."""
    word = tokens[position].low
    if is_role(word) or word in HONORIFICS or word in CLUBS or is_organisation_word(word):
        return False
    return word in EVERYDAY and (is_everyday(word) or position == piece)


def is_one_word(core: tuple[str, ...]) -> bool:
    """Say whether a name is one word; `J. Lund` and `Karim-ul-Haq` are more, `Girl A` is not."""
    return len(core[-1]) == 1 or (len(core) == 1 and not any(joint in core[0] for joint in JOINTS))


def without_nickname(name: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens of a name that stand outside quotes."""
    quotes = [index for index, token in enumerate(name) if token.text in QUOTES]
    return [*name[: quotes[0]], *name[quotes[-1] + 1 :]] if quotes else name


def is_initials(name: Sequence[Token]) -> bool:
    """Say whether what looks like a particle is two initials before a surname: `AL Lund`."""
    return len(name) == 2 and name[0].text.isupper() and not name[1].text.isupper() and name[0].low in PARTICLES  # noqa: PLR2004 - initials and surname


def make_candidate(tokens: Sequence[Token], start: int, end: int, *, in_headline: bool) -> Candidate | None:
    """Return the candidate in a run; None where nothing is left once titles and letters are taken off."""
    peeled = peel(tokens[start:end], tokens[start - 1].low if start else "")
    name = tokens[start + peeled.start : start + peeled.end]
    words = tuple(token.low for token in without_nickname(name) if token.is_word)
    core = words if is_initials(name) else without_particles(words) or words
    if not core:
        return None
    where = (start, start + peeled.start, start + peeled.end, end)
    front = tuple(token.low for token in tokens[start : start + peeled.start])
    return Candidate(*where, peeled.title, peeled.is_peeled, front, words, core, in_headline, is_one_word(core))
