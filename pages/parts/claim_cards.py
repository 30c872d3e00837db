"""Claims that people have heard: a card for each, and the control that leads to them."""

from collections.abc import Sequence
from functools import partial
from html import escape

from logic.content.items import Claim
from logic.content.prose import plain
from logic.matching import claims_for
from pages.parts import acts, aloud, asking, cards, session
from pages.parts.controls import LEADS_ON, control
from pages.parts.drawn import Drawn, Row
from pages.parts.formats import listed
from pages.parts.opened import Piece
from pages.parts.prose import Notes, details
from pages.parts.study_cards import read_together


def opener() -> None:
    """The control that leads to the claims."""
    control(
        "claims",
        lambda: session.ui().labels.claims_check,
        partial(acts.go_to, "claims"),
        LEADS_ON,
    )


def every_claim(condition: str) -> Drawn:
    """Every claim: those on the visitor's topic first, where there is one."""
    labels, piece = session.ui().labels, Piece("claims")
    own, others = claims_for(session.pack(), condition or None)
    if not own:
        return (*lead(condition), *group(labels.claims_all, others, piece), piece.cards())
    first, then = group(labels.guide_own, own, piece), group(labels.claims_other, others, piece)
    return (*lead(condition), *first, *then, piece.cards())


def lead(condition: str) -> Drawn:
    """What claims are, and whose verdicts stand beside them."""
    labels = session.ui().labels
    told = cards.lead(labels.claims_lead, session.ui().headings.claims) + cards.note(
        labels.claims_whose
    )
    return (told + cards.reviewed(in_order(condition)),)


def group(title: str, claims: Sequence[Claim], piece: Piece) -> Drawn:
    """Claims under a heading."""
    draw = partial(claim_card, piece=piece)
    told = dict.fromkeys(cards.as_it_is(one, draw) for one in claims)  # what is held back, once
    return (cards.heading(title), Row("claims", tuple(told)))


def in_order(condition: str) -> list[Claim]:
    """Every claim, those on the visitor's topic first."""
    own, others = claims_for(session.pack(), condition or None)
    return [*own, *others]


def one_claim(name: str) -> Drawn:
    """One claim alone."""
    piece, title = Piece("claims"), cards.heading(session.ui().labels.claims_all)
    claim = session.pack().claim[name]
    return (title, cards.as_it_is(claim, partial(claim_card, piece=piece)), piece.cards())


def claim_card(claim: Claim, piece: Piece) -> str:
    """A claim as people say it, the verdict and its reason in short; on a tap what studies show."""
    if held := cards.held_back(claim):
        return held  # without its verdict, a claim would stand as if we said it
    labels, choices = session.ui().labels, session.ui().choices
    notes = Notes(piece, [claim])
    said, read = notes.line(claim.title), aloud.button(plain(claim.title))
    said = f"<header><h3>“{said}”</h3>{read}</header>"
    verdict = (
        f'<p class="verdict"><span>{escape(labels.verdict)} '
        f"<strong>{escape(choices.verdict[claim.verdict])}</strong></span> "
        f"<span>{escape(choices.verdict_means[claim.verdict])}</span></p>"
    )
    short = f'<p class="short">{notes.line(claim.in_short)}</p>'
    shown = notes.text(claim.shown)
    further = [shown + read_together(claim), notes.lists(), cards.reviewed([claim])]
    more = details(labels.shown, [one for one in further if one])
    told = said + also_heard(claim, notes) + verdict + short + asking.question(claim) + more
    return f'<article class="card claim">{told}</article>'


def also_heard(claim: Claim, notes: Notes) -> str:
    """Other ways in which people say the same."""
    if not claim.also_heard:
        return ""
    said = listed(f"“{notes.line(words)}”" for words in claim.also_heard)
    told = escape(session.ui().labels.also_heard).format(words=said)
    return f'<p class="soft">{told}</p>'
