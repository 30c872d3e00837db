"""Whom to talk to: in danger, in a crisis, here at the clinic, and how to find somebody."""

from collections.abc import Iterable
from functools import partial
from html import escape

from logic.content.items import ReferralResource
from logic.matching import about, in_every_page, soonest_first
from logic.withheld import is_hidden_draft
from pages.parts import cards, session
from pages.parts.drawn import Drawn
from pages.parts.opened import Piece
from pages.parts.prose import Notes


def lead() -> Drawn:
    """That nothing is decided here."""
    return (cards.lead(session.ui().labels.referral_lead, session.ui().headings.referral),)


def at_first(condition: str) -> Drawn:
    """What cannot wait, the most urgent first; the crisis line first and largest after suicide."""
    piece = Piece("help")
    now = [one for one in in_order(condition) if one.cannot_wait]
    return (*resource_cards(now, piece, level=2), piece.cards())


def later(condition: str) -> Drawn:
    """Who else to talk it over with, how to find somebody, and when all of it was reviewed."""
    ordered, piece = in_order(condition), Piece("later")
    rest = [one for one in ordered if not one.cannot_wait]
    return (
        *resource_cards((one for one in rest if not one.can_be_reached), piece),
        cards.heading(session.ui().labels.find_title),
        *resource_cards((one for one in rest if one.can_be_reached), piece),
        cards.reviewed(ordered),
        piece.cards(),
    )


def in_order(condition: str) -> list[ReferralResource]:
    """Every way to help of the region for whoever picked this condition, the soonest first."""
    chosen = session.pack().condition.get(condition)
    crisis_first = chosen is not None and chosen.about_suicide
    found = about(session.pack().referral_resources, condition or None)
    here = [one for one in found if one.region == session.kiosk().settings.region]
    return soonest_first(here, crisis_line_first=crisis_first)


def at_once() -> Drawn:
    """The crisis line and the emergency alone, each with who says so; and who is near."""
    piece, labels = Piece("now"), session.ui().labels
    draw = partial(short_card, piece=piece)
    told = (cards.as_it_is(one, draw) for one in in_every_page(session.pack()))
    return (
        cards.lead(labels.calm_hope, session.ui().headings.calm),
        *told,
        piece.cards(),
        cards.text(labels.calm_desk),
    )


def short_card(resource: ReferralResource, piece: Piece) -> str:
    """What a resource is for, and how to reach it in this language, in large letters."""
    notes = Notes(piece, [resource])
    who = notes.source(resource.source) if resource.source else ""
    words = f"<p>{notes.line(resource.summary)} {who}</p>{reached(resource)}"
    return cards.card(cards.titled(resource.title) + words, "crisis-card")


def resource_cards(resources: Iterable[ReferralResource], piece: Piece, level: int = 3) -> Drawn:
    """A card for each resource, in the order given."""
    draw = partial(resource_card, piece=piece, level=level)
    return tuple(cards.as_it_is(one, draw) for one in resources)


def resource_card(resource: ReferralResource, piece: Piece, level: int) -> str:
    """Somewhere to go next: what it is for, how to reach it. Addresses are read, never opened."""
    labels, notes = session.ui().labels, Notes(piece, [resource])
    title = cards.titled(resource.title, level)
    # Help that cannot wait is shown, whoever has reviewed it.
    if not resource.cannot_wait and is_hidden_draft(resource, session.pack()):
        return cards.card(title + cards.held_back(resource))
    site = resource.website.host if resource.website else None
    words = f"<p>{notes.line(resource.summary)}</p>" + reached(resource) + way(labels.website, site)
    if resource.body:
        words += notes.text(resource.body)
    due = resource.is_due(session.today())
    # Somebody in danger must not doubt the number: that one is for the clinic's staff to check.
    if not (due and resource.cannot_wait):
        being_checked = f"{labels.number_being_checked} " if due else ""
        words += cards.note(being_checked + cards.clock([resource]))
    kind = "crisis-card" if resource.urgency == "emergency" else ""
    return cards.card(title + words + notes.lists(), kind)


def reached(resource: ReferralResource) -> str:
    """The ways to reach a resource by phone: whom to call, and what to text."""
    labels = session.ui().labels
    return way(labels.call, resource.call) + way(labels.text, resource.text)


def way(how: str, where: str | None) -> str:
    """One way to reach somebody; nothing where there is none."""
    told = f'<p class="reach"><span>{escape(how)}</span> <strong>{escape(where or "")}</strong></p>'
    return told if where else ""
