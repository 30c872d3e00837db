"""A visitor's own list of questions, what else may be picked, and the ways to change the list."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from logic.content.questions import Concern
from pages.parts import acts, aloud, cards, session, sheet
from pages.parts.controls import LEADS_ON, Looks, control
from pages.parts.drawn import Drawn
from pages.parts.formats import listed


def lead(*, is_picked: bool, is_empty: bool) -> Drawn:
    """What the list is; where nothing was picked, that it is only a beginning."""
    labels, heading = session.ui().asking, session.ui().headings.questions
    told = labels.lead if is_picked else labels.lead_to_begin
    return (cards.lead(labels.lead_empty if is_empty else told, heading),)


def in_order(names: Sequence[str], concerns: Sequence[Concern]) -> Drawn:
    """What is on the list, in its order; nothing where it is empty. The first one is told anew.

    `concerns` are those that may be marked, in their order.
    """
    if not names:
        return ()
    asked = (session.pack().question[name] for name in names)
    labels = session.ui().asking
    heading = cards.heading(labels.matters_order)
    missing = listed(f"“{one.title}”" for one in about_none(names, concerns))
    about = labels.matters_none.format(names=missing) if missing else ""
    first, *rest = (f"<li{cards.own_language(one)}>{escape(one.title)}</li>" for one in asked)
    # A whole list would be read out at each tap.
    told = f'<div role="status">{cards.text(about) if about else ""}<ol>{first}</ol></div>'
    after = f'<ol start="2">{"".join(rest)}</ol>' if rest else ""
    return (f"{heading}{told}{after}",)


def about_none(names: Sequence[str], concerns: Sequence[Concern]) -> list[Concern]:
    """Which of the concerns were marked, and no question of these is about."""
    pack, marked = session.pack(), session.visit().matters
    asked = {concern for name in names for concern in pack.question[name].concerns}
    return [pack.concern[one.id] for one in concerns if one.id in marked - asked]


def more_to_pick() -> Drawn:
    """That what stands below is not on the list."""
    return (cards.heading(session.ui().asking.more),)


def one(place: int | None, name: str) -> Drawn:
    """One question: with its number on the list, or without one where it is not on it."""
    found = session.pack().question[name]
    number = "" if place is None else f'<span class="number">{place + 1}</span> '
    level = "h2" if number else "h3"  # one that may be picked stands under a heading of its own
    asked = (
        f'<{level} class="mine"{cards.own_language(found)}>{number}{escape(found.title)}</{level}>'
    )
    return (f"<header>{asked}{aloud.button(found.title)}</header>",)


def adder(name: str) -> None:
    """The control that puts a question on the list."""
    control(f"add-{name}", lambda: session.ui().asking.add, partial(acts.ask, name))


def moves(place: int, names: Sequence[str]) -> None:
    """The two ways to change the list where a question stands."""
    name = names[place]
    sooner, off = partial(acts.ask_sooner, names, name), partial(acts.ask_not, names, name)
    with sheet.box("choices", "moves", f"moves-{place}"):
        looks = Looks(is_off=place == 0)
        control(f"sooner-{name}", lambda: session.ui().asking.move_up, sooner, looks)
        control(f"off-{name}", lambda: session.ui().asking.take_off, off)


def opener(step: str, tell: Callable[[], str]) -> None:
    """The control that leads to a page beside the steps."""
    control(f"to-{step}", tell, partial(acts.go_to, step), LEADS_ON)
