"""One part of the guide: its first words, and the whole of it with its words and sources."""

from functools import partial
from html import escape

import streamlit as st

from logic.content.items import GuideSection
from logic.matching import harms_beside
from logic.withheld import condition_is_withheld, section_is_withheld
from pages.parts import cards, session
from pages.parts.prose import Notes, details


def introduction(condition: str) -> str:
    """What the pages on a condition tell, and what the parts below are."""
    chosen, labels = session.pack().condition[condition], session.ui().labels
    notes = Notes("about")
    if condition_is_withheld(chosen, session.pack(), session.today()):
        told = cards.being_checked()
    else:
        names = "; ".join(chosen.also_called)
        known = cards.note(labels.also_called.format(names=names)) if names else ""
        told = known + (notes.text(chosen.body) if chosen.body else "")
    words = told + cards.reviewed([chosen]) + notes.controls()
    return words + cards.heading(labels.guide_own) + cards.note(labels.guide_lead)


def opener(section: GuideSection, label: str | None = None) -> None:
    """The control that opens a part of the guide."""
    st.button(
        label or section.title,
        key=session.key(f"open-{section.part}"),
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=partial(session.open_section, section.id),
        width="stretch",
        wrap=True,
    )


def first_words(name: str) -> str:
    """The one sentence that a part of the guide comes down to, and how sure it is."""
    section = session.pack().section[name]
    if section_is_withheld(section, session.pack(), session.today()):
        return cards.being_checked()
    notes = Notes(f"first-{section.part}")
    message = notes.line(section.message)
    sure = f"<p>{cards.certainty(section.certainty)}</p>" if section.certainty else ""
    return f'<p class="message">{message}</p>{sure}{notes.popovers()}'


def whole(name: str) -> str:
    """A part of the guide; what was found always with its harms below, as large."""
    section = session.pack().section[name]
    harms = harms_beside(session.pack(), section)
    shown = [section, harms] if harms else [section]
    return "".join(passage(one) for one in shown) + cards.reviewed(shown)


def passage(section: GuideSection) -> str:
    """A part of the guide: its message first, its text, and where it comes from."""
    title = cards.heading(section.title)
    if section_is_withheld(section, session.pack(), session.today()):
        return f'<section class="passage">{title}{cards.being_checked()}</section>'
    notes = Notes(section.part)
    message = f'<p class="message">{notes.line(section.message)}</p>'
    text = notes.text(section.body) if section.body else ""
    kind = "passage harms" if section.part == "harms" else "passage"
    return (
        f'<section class="{kind}">{title}{message}{how_sure(section, notes)}{text}'
        f"{notes.controls()}</section>"
    )


def how_sure(section: GuideSection, notes: Notes) -> str:
    """How sure we can be of a part of the guide, whose rating that is, and on a tap why."""
    if section.certainty is None or section.certainty_by is None:
        return ""
    labels, choices = session.ui().labels, session.ui().choices
    whose = labels.rated_by.format(whose=choices.certainty_by[section.certainty_by])
    reason = notes.text(section.certainty_reason or "") + f"<p>{escape(whose)}.</p>"
    why = details(labels.certainty_why, [reason])
    asked = f"<strong>{escape(labels.certainty)}</strong>"
    return f'<div class="how-sure"><p>{asked} {cards.certainty(section.certainty)}</p>{why}</div>'
