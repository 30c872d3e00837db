"""All parts of a condition's guide: as deep as the visitor has time, or one card at a time."""

from collections.abc import Sequence

import streamlit as st

from logic.content.items import GuideSection
from logic.matching import common_sections, own_sections
from pages.parts import cards, claim_cards, one_at_a_time, passages, session
from pages.parts.choices import choices
from pages.parts.show import show


def to_choose_from(condition: str) -> None:
    """The question how much time there is, and the parts."""
    visit, own = session.visit(), own_sections(session.pack(), condition)
    ask_for_time()
    show(passages.introduction, condition)
    if visit.comfort.is_calm:
        one_of([*own, *common_sections(session.pack())] if visit.depth == "long" else own)
    elif visit.depth == "short":
        for part in own:
            titled(part)
    else:
        show(passages.own_parts)
        for part in own:
            opened(part)
    if visit.depth == "long" and not visit.comfort.is_calm:
        claim_cards.opener()
        show(passages.common_parts)
        with st.container(key="tiles"):
            for part in common_sections(session.pack()):
                passages.opener(part)


def ask_for_time() -> None:
    """How much time there is: it decides how deep the way leads from here."""
    labels, depth = session.ui().labels, session.visit().depth
    st.html(cards.heading(labels.time_title))
    ways = [
        ("short", labels.time_short),
        ("middle", labels.time_middle),
        ("long", labels.time_long),
    ]
    choices("depth", depth, ways, session.change_visit)
    told = {"short": labels.time_short_told, "middle": labels.time_middle_told}
    if depth in told:
        st.html(cards.note(told[depth]))


def one_of(parts: Sequence[GuideSection]) -> None:
    """One part, and the ways to those before and after it."""
    part = parts[one_at_a_time.place(len(parts))]
    if session.visit().depth == "short":
        titled(part)
    else:
        opened(part)
    one_at_a_time.ways(len(parts))


def opened(part: GuideSection) -> None:
    """A part with its first words, which opens."""
    with st.container(key=f"part-{part.part}"):
        passages.opener(part)
        show(passages.first_words, part.id)


def titled(part: GuideSection) -> None:
    """A part in its first words alone, for whoever has two minutes."""
    with st.container(key=f"part-{part.part}"):
        show(passages.titled_words, part.id)
