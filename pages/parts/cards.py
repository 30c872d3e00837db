"""The small pieces that pages are laid out with, as HTML. Text is escaped; `html` is not."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from datetime import date
from html import escape
from typing import TypeVar

from logic.content.items import Item
from logic.content.pack import Pack
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.studies import StudySummary
from logic.content.vocabulary import Certainty
from logic.formats import direction
from logic.withheld import Why, is_hidden_draft, why_withheld
from pages.parts import aloud, session
from pages.parts.drawn import Drawn, Row
from pages.parts.formats import day, language

ItemT = TypeVar("ItemT", bound=Item)
# Among what an item stands that is drawn in another language than its page.
AMONG: ContextVar[Pack | None] = ContextVar("AMONG", default=None)
QUARTERS: dict[Certainty, int] = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}


def lead(text: str, title: str, more: str = "") -> str:
    """The sentence that opens the page under this title, and what is read with it."""
    return aloud.section(f'<p class="lead">{escape(text)}</p>{more}', title)


def heading(text: str, level: int = 2) -> str:
    """A heading below the page's own."""
    return f"<h{level}>{escape(text)}</h{level}>"


def titled(text: str, level: int = 2) -> str:
    """The heading of something that can be read aloud."""
    return f"<header>{heading(text, level)}{aloud.button(text)}</header>"


def note(text: str) -> str:
    """A small line."""
    return f'<p class="soft">{escape(text)}</p>'


def pairs(told: Iterable[tuple[str, str]]) -> Row:
    """Short texts, each under its heading, side by side where there is room."""
    return Row("pairs", tuple(card(titled(a) + text(b)) for a, b in told))


def text(words: str) -> str:
    """One paragraph."""
    return f"<p>{escape(words)}</p>"


def card(html: str, kind: str = "") -> str:
    """Something that stands on its own."""
    return f'<div class="card {kind}">{html}</div>'


def gap(title: str, html: str) -> str:
    """A place where something is not known: as large as what is known, its edge dashed."""
    return card(titled(title) + html, "gap")


def as_it_is(item: ItemT, draw: Callable[[ItemT], str]) -> str:
    """An item as it is drawn; where it has no translation, as in the source, which is told above.

    Then the kiosk's own words in it are those of the source too: a text has one language.
    """
    told = in_its_language(item, draw)
    return f"{untranslated()}{told}" if session.other_language(item) else told


def in_its_language(item: ItemT, draw: Callable[[ItemT], str]) -> str:
    """The same where a page has told already that the item is not translated."""
    if not session.other_language(item):
        return draw(item)
    among = AMONG.set(session.pack())
    try:
        with session.speaking(SOURCE_LANGUAGE):
            told = draw(item)
    finally:
        AMONG.reset(among)
    return f"<div{own_language(item)}>{told}</div>"


def untranslated() -> str:
    """That something stands in the language of the source."""
    told = session.ui().labels.not_translated
    return note(told.format(language=language(SOURCE_LANGUAGE)))


def own_language(item: Item) -> str:
    """The attributes of something that holds an item's own words, where they are no translation."""
    other = session.other_language(item)
    return spoken_in(other) if other else ""


def spoken_in(language: str) -> str:
    """The attributes of something whose words are in a language that is not the page's."""
    return f' lang="{language}" dir="{direction(language)}"'


def named(study: StudySummary) -> str:
    """A study among others, by its own name where it has one."""
    return f"<span{own_language(study)}>{escape(study.name or study.title)}</span>"


def topic() -> Drawn:
    """The condition that the visitor picked, by its name."""
    chosen = session.pack().condition[session.visit().condition or ""]
    return (f"<span{own_language(chosen)}>{escape(chosen.title)}</span>",)


def certainty(level: Certainty) -> str:
    """How sure we can be: a ring with one to four quarters filled, and the words."""
    words = session.ui().choices.certainty[level]
    ring = f'<span class="ring" style="--quarters:{QUARTERS[level]}" aria-hidden="true"></span>'
    return f'<span class="sure">{ring}{escape(words)}</span>'


def held_back(item: Item) -> str:
    """What stands in place of an item that is withheld; nothing where it may be shown."""
    why = why_held_back(item)
    dates = "" if is_hidden_draft(item, session.pack()) else note(clock([item]))
    return card(text(why) + dates, "gap") if why else ""


def why_held_back(item: Item) -> str:
    """Why an item is withheld, in words; none where it may be shown.

    Where it is drawn in another language than its page, it goes with what the page holds back, too:
    no finding in the words of the source without its harms in those of the page.
    """
    labels, packs = session.ui().labels, (session.pack(), AMONG.get())
    reasons = {why_withheld(item, pack, session.today()) for pack in packs if pack}
    told: dict[Why | None, str] = {
        "draft": labels.waiting_for_review,
        "due": labels.being_checked,
    }
    return next((words for why, words in told.items() if why in reasons), "")


def reviewed(items: Iterable[Item]) -> str:
    """Whether reviewers have approved all that is shown, when it was checked, and when next.

    As long as one item is a draft, all of it is told as a draft.
    """
    shown = tuple(items)
    return note(f"{approved(shown)} {clock(shown)}") if shown else ""


def approved(items: Iterable[Item]) -> str:
    """Who approved items and when; that they are a draft, as long as one of them is."""
    labels, signed = session.ui().labels, set[tuple[str, date]]()
    for item in items:
        sign_off = session.pack().sign_off(item)
        if sign_off is None:
            return labels.draft
        signed.add((sign_off.reviewer, sign_off.date))
    names = (labels.reviewer_on.format(name=name, date=day(on)) for name, on in sorted(signed))
    return labels.reviewed_by.format(names="; ".join(names))


def clock(items: Iterable[Item]) -> str:
    """When items were last checked, and by when the first of them is due again."""
    shown, labels = tuple(items), session.ui().labels
    checked = labels.last_reviewed.format(date=day(min(one.last_reviewed for one in shown)))
    due = labels.next_review.format(date=day(min(one.next_review for one in shown)))
    return f"{checked}. {due}."
