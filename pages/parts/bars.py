"""The bars of the frame: the name and steps above; the way on, help and Clear screen below."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from logic.matching import in_every_page
from logic.visit import STEPS, after, going_back, may_go_to
from pages.parts import cards, languages, session
from pages.parts.drawn import Drawn

ICONS = {"back": "chevron_left", "talk": "forum", "clear": "close", "next": "chevron_right"}


def top() -> None:
    """The kiosk's name, comfort and the curtain; the steps of a visit in a row, or in `More`."""
    labels = session.ui().labels
    st.html(f'<p class="kiosk-name">{escape(labels.kiosk_name)}</p>')
    with st.container(key="own"):
        languages.the_other_one("other")
        if session.visit().step != "comfort":
            st.button(
                labels.comfort,
                key=session.key("comfort"),
                icon=":material/format_size:",
                on_click=partial(session.go_to, "comfort"),
            )
    hide = f'<button type="button" class="hide-screen" data-guard="curtain">{escape(labels.hide)}'
    st.html(f"{hide}</button>")
    with st.container(key="steps"):
        ways("step")
    folded = session.key("folded")
    with st.container(key="more"), st.popover(labels.more, key=folded, wrap=True):
        languages.the_other_one("more-language")
        ways("more")


def ways(place: str) -> None:
    """One button for each step and for each page beside the steps, the present one marked."""
    ui, visit = session.ui(), session.visit()
    present = "conditions" if visit.step == "calm" else visit.step
    names = {step: getattr(ui.steps, step) for step in STEPS[1:]}
    for step, name in {**names, "claims": ui.labels.claims, "about": ui.labels.about}.items():
        if step == present:
            st.html(f'<p class="step-here" aria-current="step">{escape(name)}</p>')
        else:
            st.button(
                name,
                key=session.key(f"{place}-{step}"),
                disabled=not may_go_to(visit, step),
                on_click=session.go_to,
                args=(step,),
                width="stretch",
            )


def foot() -> None:
    """Back, help, Clear screen and Next; the crisis line. Always in sight, always in one place."""
    labels, visit = session.ui().labels, session.visit()
    onward = after(visit)
    go_on = partial(session.go_to, onward or visit.step)
    step = getattr(session.ui().steps, onward, None) if onward else None
    next_label = labels.next_to.format(step=step) if step else labels.next
    button(labels.back, "back", session.go_back, off=going_back(visit) is None)
    button(labels.talk, "talk", partial(session.go_to, "referral"))
    button(labels.clear_screen, "clear", session.clear)
    button(next_label, "next", go_on, off=onward is None)
    st.html(crisis_line())  # last, as it is seen on an upright screen: so it is read out, too


def button(label: str, name: str, act: Callable[[], None], *, off: bool = False) -> None:
    """A button of the foot, as wide as its place; there but not to be pressed where it is off."""
    st.button(
        label,
        key=session.key(name),
        icon=f":material/{ICONS[name]}:",
        icon_position="right" if name == "next" else "left",
        disabled=off,
        on_click=act,
        width="stretch",
        wrap=True,
    )


def heading() -> Drawn:
    """The heading of the page."""
    return (escape(getattr(session.ui().headings, session.visit().step)),)


def crisis_line() -> str:
    """Whom to call or text in a crisis, as one line."""
    ask = escape(session.ui().labels.crisis_ask)
    ways = " · ".join(
        f"<strong{cards.own_language(one)}>{escape(one.short or '')}</strong>"
        for one in in_every_page(session.pack())
    )
    return f'<p class="crisis"><span>{ask} </span>{ways}</p>'
