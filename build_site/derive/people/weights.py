"""The table of features: what each counts for, and why. To teach the derivation something, add a row.

Weights were set by hand on a scale where a first name is worth 2; `scoring.THRESHOLD` decides. A name's features are
gathered from all places where it stands: the strongest of them counts, or the mean where one place proves little.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from build_site.derive.people import features_authors as authors
from build_site.derive.people import features_behind as behind
from build_site.derive.people import features_context as context
from build_site.derive.people import features_letters as letters
from build_site.derive.people import features_name as name
from build_site.derive.people import features_offices as offices
from build_site.derive.people import features_other as other
from build_site.derive.people import features_phrase as phrase
from build_site.derive.people import features_players as players
from build_site.derive.people import features_single as alone
from build_site.derive.people import features_titles as titles
from build_site.derive.people import features_verbs as verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_site.derive.people.view import View

BIAS = -1.0
"""What every candidate starts from: most capitalised runs in news are bodies and places."""


class Words(Enum):
    """To which names a feature can apply; it is 0 for all others, and not measured on them."""

    ANY = "any"
    ONE = "one word"
    SEVERAL = "several words"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against a candidate being a person."""

    measure: Callable[[View], float]
    """How much of it one place shows; 0 is nothing. Its docstring says what it looks at."""
    weight: float
    """What it adds to the score, times the measure."""
    reason: str
    """Why it weighs that much."""
    is_mean: bool = False
    """True: the mean over all places counts, because one place proves little."""
    words: Words = Words.ANY
    """To which names it can apply."""

    @property
    def name(self) -> str:
        """Name in `DerivedPerson.features`."""
        return self.measure.__name__.replace("_", " ")


ONE, SEVERAL = Words.ONE, Words.SEVERAL

FEATURES: tuple[Feature, ...] = (
    # The words of the name
    Feature(name.first_name, 2.0, "A known first name at the front is the most frequent sign of a person."),
    Feature(
        name.everyday_first_name, 1.5, "Woody or Forest before a surname is a person, unless a firm.", words=SEVERAL
    ),
    Feature(name.first_name_is_a_word, -1.6, "April, Christian or Sunday take back most of what the first name gives."),
    Feature(name.first_name_is_a_place, -0.8, "Chelsea, Jordan and Florence are as often places."),
    Feature(name.later_first_name, 0.8, "Many names have a first name second: Qari Abdul Rauf."),
    Feature(name.word_and_first_name, -1.0, "Teflon John, Laptop Ada: nicknames and headings.", words=SEVERAL),
    Feature(name.surname, 0.7, "Surnames are a weak sign: streets, firms and towns have them too.", words=SEVERAL),
    Feature(name.surname_shape, 0.6, "An ending such as -ski or -opoulos helps names that no list has.", words=SEVERAL),
    Feature(alone.known_person, 4.5, "Mozart and Lenin need no other sign; their streets and firms do.", words=ONE),
    Feature(alone.single_with_age, 1.0, "A place or firm has no age; a first name is told by its own list.", words=ONE),
    Feature(alone.single_among_names, 4.0, "Lists of people hold nothing else, but brands now and then.", words=ONE),
    Feature(alone.single_surname, 0.6, "A surname alone needs verbs or who beside it; firms have it too.", words=ONE),
    Feature(alone.surname_prefix, 1.0, "O' and Mc begin surnames, now and then the name of a firm.", words=ONE),
    Feature(
        name.surname_is_a_word, -0.5, "First name and everyday word is a surname most of the time, a brand the rest."
    ),
    Feature(name.surname_in_no_list, -0.4, "The same word where no list has it as a surname: a brand, hall or verb."),
    Feature(name.plural_word, -1.5, "Lundia Pensioners, Rudge Yachts: few surnames are plurals.", words=SEVERAL),
    Feature(name.surname_first, 0.6, "Chinese, Korean and Hungarian names begin with the surname.", words=SEVERAL),
    Feature(name.east_asian_name, 1.5, "Family names such as Hwang or Zhao before one or two short words."),
    Feature(name.unknown_words, 0.5, "A word that no list has is more often a name than anything else."),
    Feature(name.two_unknown, 0.3, "Two words and neither English is the shape of most names."),
    Feature(name.everyday_words, -0.9, "Each everyday word makes a body, title or headline likelier."),
    Feature(name.words_without_first_name, -0.6, "Without a first name an everyday word tells even more."),
    Feature(name.rarer_words, -0.3, "Rare words are now and then surnames."),
    Feature(
        alone.single,
        -3.0,
        "One word alone is a place, body or sentence opener far more often than a person.",
        words=ONE,
    ),
    Feature(
        alone.single_first_name,
        1.0,
        "A single first name may be a person; others take it up or it is held back.",
        words=ONE,
    ),
    Feature(alone.single_word, -1.5, "A single English word needs an honorific to be a name.", words=ONE),
    Feature(name.long_name, -0.8, "Names of four words and more are rare, names of bodies that long are not."),
    Feature(letters.initial, 1.5, "Initials beside a whole word are hardly used for anything but people."),
    Feature(name.particle, 0.6, "Particles inside are typical of surnames, and less so of places."),
    Feature(name.given_name_of_two_syllables, 1.6, "Jong-min, Wei-ling: the form is used for given names alone."),
    Feature(other.organisation, -8.0, "Council, Report, Ltd: no other sign outweighs such a word."),
    Feature(
        other.organisation_surname, -2.2, "Hall, Church or Street behind a first name needs support from the context."
    ),
    Feature(other.place, -6.0, "The whole is a known place, and next to no person is called like one."),
    Feature(other.known_thing, -8.0, "Brands, ships and figures that are called like a person."),
    Feature(other.last_word_is_a_place, -0.7, "Jack London exists, and so does Greater London.", words=SEVERAL),
    Feature(other.first_word_is_a_place, -0.8, "Northport Rovers, London Bridge.", words=SEVERAL),
    Feature(other.place_and_surname, -6.0, "At Saltby Fenwick ran, Key Fenwick aide resigns.", words=SEVERAL),
    Feature(other.opens_with_a_place, -2.5, "New York Lights: a team, paper or body of the place.", words=SEVERAL),
    Feature(other.saint_of_a_house, -4.0, "St Ada's is a church, a school or a hospital."),
    Feature(titles.rest_of_a_title, -2.0, "Teenage Mutant Bo Turtles: what is left of a title looks like a name."),
    Feature(titles.racehorse, -2.0, "Persian King, Dawn Patrol: what horses are called.", words=SEVERAL),
    Feature(titles.station, -4.0, "RAF Brize Lund: a station; who serves has a rank.", words=SEVERAL),
    Feature(titles.inner_link, -4.0, "Ada Through the Fog: a work.", words=SEVERAL),
    Feature(titles.question, -6.0, "Will Fenwick win? It asks, and calls nobody Will.", words=SEVERAL),
    Feature(titles.determiner_first, -5.0, "The Dark, This Fenwick: works and nothing else.", words=SEVERAL),
    Feature(other.place_with_title, -8.0, "Sri is an honorific, and the first word of a country."),
    Feature(other.place_opener, -1.5, "San, Port, Mount and the like open names of places."),
    Feature(other.club_opener, -4.0, "Dinamo, Werder and Hapoel begin names of clubs alone.", words=SEVERAL),
    Feature(other.describing_ending, -5.0, "Compounds such as -based and -style describe something else."),
    Feature(other.role_as_name, -5.0, "Lord Mayor and Chief Constable are offices."),
    Feature(other.not_a_name, -2.5, "Weekdays, directions, faiths, parties and bodies."),
    Feature(other.demonym, -2.0, "British Gas, French Open."),
    Feature(letters.capitals, -1.5, "Acronyms and headlines in capitals.", is_mean=True),
    Feature(letters.inner_capital, -2.5, "BoLund, DeepOil: firms join words so."),
    Feature(letters.two_initials, 0.8, "AB Fenwick: British papers leave out full stops; firms do as well."),
    Feature(letters.acronym_last, -4.0, "Northport DC, Northport FC."),
    Feature(name.headline, -0.8, "In a headline every word has a capital.", is_mean=True),
    # What stands before it
    Feature(context.honorific, 4.0, "Mr, Dame, Professor stand before nothing but people."),
    Feature(context.civil_honorific, 3.6, "Mrs Broom, Lord Stubs: before them any word is a name.", words=ONE),
    Feature(context.role_in_capitals, 2.2, "President Ada Fenwick; but also Captain Cook Hotel."),
    Feature(context.role_before, 2.1, "captain Ada Fenwick."),
    Feature(context.role_and_comma_before, 1.5, "the harbour master, Ada Fenwick."),
    Feature(offices.office_in_lower_case, 1.8, "head of security Ada Fenwick.", words=SEVERAL),
    Feature(offices.office_before, 1.8, "Director of Training Ada Fenwick."),
    Feature(behind.presidency_behind, 1.0, "the Ada Fenwick government."),
    Feature(behind.personal_behind, 1.5, "Fenwick's mind, Fenwick's wife: bodies have neither."),
    Feature(behind.sets_behind, 1.2, "beat Bo Lund 6-1 7-6: tennis players.", words=SEVERAL),
    Feature(behind.team_behind, 0.8, "Zoltan Fenwick's side: a manager has players, a club too.", words=SEVERAL),
    Feature(
        offices.office_and_surname, 3.5, "President Fenwick: after such an office one word is a surname.", words=ONE
    ),
    Feature(
        offices.office_and_surname_word,
        1.5,
        "President Fudge: what speaks against an English word does not hold behind such an office.",
        words=ONE,
    ),
    Feature(context.demonym_before, 0.8, "Dane Bo Lund: where somebody is from; Danish Rail has a word for a body."),
    Feature(context.party_before, 0.8, "Liberal Democrat Ada Fenwick; a body of a party has a word for a body."),
    Feature(players.among_initials, 1.5, "A Lund, B Rudge, C Baker: sport lists players so."),
    Feature(
        players.team_sheet,
        15.0,
        "Sport names players by surname alone in lists; nothing else looks like them.",
        words=ONE,
    ),
    Feature(players.known_by_one_name, 2.0, "Midfielder Juninho, rapper Lundo: it is all they are called.", words=ONE),
    Feature(players.position_before, 2.1, "Left back X, midfielders X and Y: as good as any other part."),
    Feature(players.opponent, 0.6, "Plays Ada Fenwick, beat Bo Lund: clubs are played and beaten, too.", words=SEVERAL),
    Feature(players.actor, 1.2, "Maeve (Ada Fenwick): reviews name who plays whom so.", words=SEVERAL),
    Feature(players.character, -9.0, "Parts in films and plays are no people."),
    Feature(context.kinship_before, 1.5, "her brother Tom Rudge."),
    Feature(context.reporting_before, 1.2, "said Ada Fenwick; some take bodies too."),
    Feature(context.in_a_list, 0.4, "Names stand in lists; so does everything else.", words=SEVERAL),
    Feature(context.beside_a_name, 1.2, "A list that holds one full name mostly holds others.", words=SEVERAL),
    Feature(context.number_before, 1.2, "Team sheets and lists of candidates are numbered.", words=SEVERAL),
    Feature(context.article_before, -2.5, "The is not used before people's names.", is_mean=True),
    Feature(context.place_preposition, -1.2, "In and at stand before places.", is_mean=True),
    Feature(context.place_in_a_place, -3.0, "In Fenwick Groves, Missouri: addresses end with the larger place."),
    Feature(context.of_before, -0.8, "University of X, Bank of X.", is_mean=True),
    Feature(context.work_about, -2.0, "The Ballad of X: heroes are mostly invented.", is_mean=True, words=SEVERAL),
    Feature(phrase.work_before, -2.5, "Films including Bo Lund: titles of works.", words=SEVERAL),
    Feature(phrase.seat_of, -4.0, "The MP for X: constituencies have two words now and then.", words=SEVERAL),
    Feature(context.place_noun_before, -2.5, "The town of X.", is_mean=True),
    Feature(context.day_before, -4.0, "On Tuesday X and Y: the day is no first name."),
    Feature(context.settlement_before, -3.0, "The villages of X and Y: said once it settles what X is."),
    Feature(context.vessel_before, -6.0, "Ships are named after people."),
    Feature(phrase.body_noun_before, -2.0, "The retailer X, the charity X.", is_mean=True),
    Feature(phrase.headed, -3.0, "Chief executive of X: people have parents and friends, and no executives."),
    Feature(phrase.age_before, 2.5, "18-year-old Fenwick; but also 18-year-old Briton."),
    Feature(phrase.done_by, 0.8, "Directed by Ada Fenwick; armies kill as well.", words=SEVERAL),
    Feature(phrase.event_of, 1.0, "The murder of Ada Fenwick; the birth of a nation has no name.", words=SEVERAL),
    Feature(players.work_of, -2.5, "Ada Fenwick's X is her book, film or show."),
    Feature(phrase.address_before, -4.0, "Courts name a street and then a suburb."),
    Feature(phrase.of_behind_a_comma, -3.0, "Ada Fenwick, 40, of X: reports give addresses and bodies so."),
    Feature(phrase.street, -4.0, "In X Way: streets are named after people.", words=SEVERAL),
    Feature(phrase.street_cut_short, -6.0, "Fenwick St: no surname ends so.", words=SEVERAL),
    Feature(phrase.garment_before, -3.0, "A dress by X, wearing X: fashion houses are named after people."),
    Feature(phrase.alias, -6.0, "Who is named in full beside it is no second person."),
    Feature(phrase.ridden, -5.0, "Who rode Bo Lund to victory rode a horse.", words=SEVERAL),
    Feature(phrase.in_brackets, -2.0, "Ada Fenwick (Houston Dash): a club."),
    Feature(authors.followed, -6.0, "Follow Ada Fenwick on Twitter: who wrote the text is not mentioned in it."),
    Feature(authors.who_wrote, -8.0, "Papers introduce who wrote so, below the text.", words=SEVERAL),
    Feature(phrase.founded, -2.0, "What is founded, bought or run is a body."),
    # What stands behind it
    Feature(behind.age_behind, 3.0, "Only people are given an age behind their name."),
    Feature(behind.appositive, 1.0, "X, the harbour master; bodies have such appositives less often."),
    Feature(behind.role_behind, 1.2, "X, harbour master."),
    Feature(behind.who_behind, 1.5, "Who and whose speak of people."),
    Feature(behind.reporting_behind, 1.2, "X said; the council said too."),
    Feature(verbs.verb_behind, 0.4, "Ada Fenwick joined: people act, and firms as well.", words=SEVERAL),
    Feature(verbs.reporting_behind_commas, 0.8, "The captain, Ada Fenwick, wrote.", words=SEVERAL),
    Feature(verbs.from_behind, 0.4, "Ada Fenwick from Saltby.", words=SEVERAL),
    Feature(verbs.of_and_reporting_behind, 0.8, "Ada Fenwick of Lundia Capital told.", words=SEVERAL),
    Feature(verbs.possessive_behind, 0.3, "Ada Fenwick's boat: places of two words have less.", words=SEVERAL),
    Feature(verbs.of_a_broadcaster, 0.5, "The BBC's Ada Fenwick: or a programme.", words=SEVERAL),
    Feature(verbs.bracket_behind, 0.4, "Ada Fenwick (Lundia): lists of people give countries so.", words=SEVERAL),
    Feature(verbs.peer, 0.4, "Baroness Fenwick: brands are called Mr and Mrs, and no baroness.", words=ONE),
    Feature(behind.appositive_of_a_body, -2.5, "X, a charity."),
    Feature(behind.which_behind, -2.5, "Which never speaks of people, but may of what stood before."),
    Feature(behind.employs, -4.0, "The Lund Rudge director Ada Fenwick: who has directors is a body.", words=SEVERAL),
    Feature(behind.signed_behind, -6.0, "Ada Fenwick, BBC News, Northport: who wrote is not mentioned.", words=SEVERAL),
    Feature(authors.closing_names, -6.0, "Papers name who wrote a paragraph behind its last sentence.", words=SEVERAL),
    Feature(behind.pictured_behind, 1.0, "Ada Fenwick (left): mostly people stand in pictures.", words=SEVERAL),
    Feature(behind.firm_behind, -5.0, "The Lund Rudge law firm.", words=SEVERAL),
    Feature(behind.of_behind, -1.5, "X of the Y is a body or a book more often than a person.", is_mean=True),
    Feature(behind.thing_behind, -2.2, "X bridge, X award.", is_mean=True),
    Feature(behind.ampersand, -4.0, "Firms join surnames by an ampersand.", is_mean=True),
    Feature(behind.versus, -2.0, "Law cases are named after their parties."),
    Feature(context.plural, -0.6, "The Fenwicks."),
    # The rest of the text
    Feature(
        context.surname_alone, 1.2, "News names a person in full once and by the surname after that.", words=SEVERAL
    ),
    Feature(context.first_name_alone, 0.8, "Magazines go on with the first name.", words=SEVERAL),
    Feature(context.honorific_elsewhere, 3.5, "Mr Fenwick further down settles who Fenwick is."),
    Feature(context.repeated, 0.3, "One word that comes back is a little likelier to be somebody.", words=ONE),
    Feature(context.pronoun, 0.4, "He or she soon after."),
    Feature(context.copied_page, -0.3, "Headings, boxes and teasers name more things.", words=SEVERAL),
)
