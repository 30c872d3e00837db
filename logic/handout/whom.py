"""Whom to call: the crisis line first and large, the clinic, and how to find somebody."""

from collections.abc import Iterable, Iterator

from logic.clinic.phones import written
from logic.clinic.profile import Contact
from logic.content.items import ReferralResource
from logic.content.vocabulary import Region
from logic.handout.notes import Notes
from logic.handout.words import Place, Way
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
    """Somebody to turn to: what they are for, and how to reach them."""
    # Help that cannot wait is shown, whoever has reviewed it.
    if not given.cannot_wait and is_hidden_draft(given, notes.pack):
        return Place(notes.part(given, *notes.held_back(given)), (), is_crisis_line=False)
    labels = notes.labels
    ways = [Way(labels.call, given.call)] if given.call else []
    ways += [Way(labels.text, given.text)] if given.text else []
    site = given.website.host if given.website else None
    ways += [Way(labels.website, site, is_large=False)] if site else []
    told = [notes.line(given.summary, given)]
    told += notes.blocks(given.body, given) if given.body else ()
    if given.is_due(notes.today) and not given.cannot_wait:
        told += notes.blocks(labels.number_being_checked, given)
    return Place(notes.part(given, *told), tuple(ways), given.crisis_line)


def clinic(settings: Settings, notes: Notes) -> Place:
    """The clinic's own contacts; without any, the front desk and no number."""
    labels = notes.labels
    if not settings.contacts:
        told = notes.own(labels.clinic_desk_title, labels.clinic_desk)
        return Place(told, (), is_crisis_line=False)
    ways = tuple(
        Way(one.name, how) for one in settings.contacts for how in ways_to(one, settings.region)
    )
    title = settings.clinic_name or labels.clinic_contacts
    return Place(notes.own(title), ways, is_crisis_line=False)


def ways_to(contact: Contact, region: Region) -> tuple[str, ...]:
    """How to reach a contact: the number as people write it there, and where to go."""
    phone = (written(contact.phone, region),) if contact.phone else ()
    return (*phone, contact.desk) if contact.desk else phone
