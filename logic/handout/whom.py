"""Whom to call: the crisis line first and large, the clinic, and how to find somebody."""

from collections.abc import Iterable, Iterator

from logic.clinic import people
from logic.clinic.people import at_the_clinic
from logic.content.items import ReferralResource
from logic.content.reading import SOURCE_LANGUAGE
from logic.handout.notes import Notes
from logic.handout.words import Block, Person, Place, Run, Way
from logic.matching import about, soonest_first
from logic.settings import Settings
from logic.withheld import is_hidden_draft


def places(condition: str, settings: Settings, notes: Notes) -> tuple[Place, ...]:
    """Everybody to turn to, the crisis line first, in the order of the screen."""
    found = about(notes.pack.referral_resources, condition)
    here = [one for one in found if one.region == settings.region]
    ordered = soonest_first(here, crisis_line_first=True)
    later = [one for one in ordered if not one.cannot_wait]
    return (
        *resources((one for one in ordered if one.cannot_wait), notes),
        clinic(settings, notes),
        *resources((one for one in later if not one.can_be_reached), notes),
        *resources((one for one in later if one.can_be_reached), notes),
    )


def resources(given: Iterable[ReferralResource], notes: Notes) -> Iterator[Place]:
    """A place for each resource, in the order given."""
    return (resource(one, notes) for one in given)


def resource(given: ReferralResource, notes: Notes) -> Place:
    """Somebody to turn to: what they are for, and how to reach them.

    More is told of whoever can be reached, such as when, and in which languages.
    """
    # Help that cannot wait is shown, whoever has reviewed it.
    if not given.cannot_wait and is_hidden_draft(given, notes.pack):
        return Place(notes.part(given, *notes.held_back(given)), (), is_crisis_line=False)
    labels = notes.labels
    ways = [Way(labels.call, given.call)] if given.call else []
    ways += [Way(labels.text, given.text)] if given.text else []
    site = given.website.host if given.website else None
    ways += [Way(labels.website, site, is_large=False)] if site else []
    told = [notes.line(given.summary, given)]
    is_reached = given.cannot_wait or given.can_be_reached
    told += notes.blocks(given.body, given) if given.body and is_reached else ()
    if given.is_due(notes.today) and not given.cannot_wait:
        told += notes.blocks(labels.number_being_checked, given)
    return Place(notes.part(given, *told), tuple(ways), given.crisis_line)


def clinic(settings: Settings, notes: Notes) -> Place:
    """The clinic's own people; without any, the front desk and no number."""
    ui = notes.pack.ui_strings
    found = at_the_clinic(settings, ui, notes.locale, notes.today)
    language = SOURCE_LANGUAGE if found.is_own_title else None
    told = notes.own(found.title, *filter(None, [found.lead]), language=language)
    named = tuple(person(one, notes) for one in found.people)
    return Place(told, (), is_crisis_line=False, people=named)


def person(given: people.Person, notes: Notes) -> Person:
    """Somebody at the clinic. Paper is read later: it lists the hours, and says no "open now"."""
    words = notes.pack.ui_strings.contacts
    ways = (Way(notes.labels.call, given.phone),) if given.phone else ()
    told = list[Block]()
    if given.desk:
        told.append(Block((Run(f"{words.desk} "), Run(given.desk, "clinic"))))
    if given.hours:
        told.append(Block((Run(words.hours, "strong"),)))
    told += [Block((Run(line),), is_listed=True) for line in given.hours]
    told += [Block((Run(given.closed_on),))] if given.closed_on else []
    if given.languages:
        # In the words of the paper: a name in its own letters needs a font that we may not have.
        names = ", ".join(one.here for one in given.languages)
        told.append(Block((Run(words.languages.format(languages=names)),)))
    return Person(Run(given.name, "clinic"), given.kind, ways, tuple(told))
