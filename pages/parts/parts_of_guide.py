"""All parts of a condition's guide: as deep as the visitor has time, or one card at a time."""

from collections.abc import Sequence
from functools import partial

from logic.asking import common_parts, own_parts
from logic.content.items import GuideSection
from logic.matching import harms_beside
from pages.parts import (
    acts,
    asking,
    cards,
    claim_cards,
    one_at_a_time,
    own_questions,
    passages,
    session,
    sheet,
)
from pages.parts.choices import Ways, choices
from pages.parts.drawn import Drawn
from pages.parts.show import show, show_once


def to_choose_from(condition: str) -> None:
    """The question how much time there is, and the parts."""
    pack, visit = session.pack(), session.visit()
    own, common = own_parts(pack, condition, visit.matters), common_parts(pack, visit.matters)
    if not (visit.comfort.is_calm and visit.card):  # a later card stands alone, at the top
        ask_for_time()
        if visit.depth != "short":
            show(passages.introduction, condition)
    if visit.comfort.is_calm:
        one_of([*own, *common] if visit.depth == "long" else own)
    elif visit.depth == "short":
        for part in own:
            in_short(part)
    else:
        show(passages.own_parts)
        for part in own:
            opened(part)
    if visit.depth == "long" and not visit.comfort.is_calm:
        claim_cards.opener()
        show(passages.common_parts)
        with sheet.box("tiles"):
            for part in common:
                passages.opener(part)
    if visit.depth == "short":
        asking.takers(own)


def ask_for_time() -> None:
    """How much time there is: it decides how deep the way leads from here."""
    depth = session.visit().depth
    with sheet.box("ask-time"):
        show_once(lambda: (cards.heading(session.ui().labels.time_title),))
    choices("depth", depth, depths, acts.change_visit)
    about = session.pack().condition[session.visit().condition or ""]
    if not about.about_suicide:  # there, help comes before whatever else may matter
        own_questions.opener("matters", lambda: session.ui().asking.matters)
    show_once(partial(what_is_left_out, depth))


def depths() -> Ways:
    """How much time there may be."""
    labels = session.ui().labels
    return [
        ("short", labels.time_short),
        ("middle", labels.time_middle),
        ("long", labels.time_long),
    ]


def what_is_left_out(depth: str) -> Drawn:
    """What is not told to somebody in a hurry; nothing where all is."""
    labels = session.ui().labels
    told = {"short": labels.time_short_told, "middle": labels.time_middle_told}
    return (cards.note(told[depth]),) if depth in told else ()


def one_of(parts: Sequence[GuideSection]) -> None:
    """One part, what was found always with its harms, and the ways to those before and after."""
    pack = session.pack()
    beside = [harms_beside(pack, one) for one in parts]
    alone = [one for one in parts if one not in beside]
    if session.visit().depth == "short":  # what was found and its harms are read before any Next
        alone.sort(key=lambda one: one.part != "found")
    if not alone:
        return
    part = alone[one_at_a_time.place(len(alone))]
    for one in filter(None, (part, harms_beside(pack, part))):
        if session.visit().depth == "short":
            in_short(one)
        else:
            opened(one)
            show_once(partial(checked, one.id))
    one_at_a_time.ways(len(alone))


def checked(part: str) -> Drawn:
    """Whether a part is approved, and when it was checked."""
    return (cards.reviewed([session.pack().section[part]]),)


def opened(part: GuideSection) -> None:
    """A part with its first words, which opens."""
    with sheet.box("part", part.part):
        passages.opener(part)
        show(passages.first_words, part.id)


def in_short(part: GuideSection) -> None:
    """A part in its first words alone, for whoever has two minutes."""
    with sheet.box("part", part.part):
        show(passages.all_in_short, part.id)
