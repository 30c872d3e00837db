"""The bars of the frame: the name and steps above; the way on, help and Clear screen below."""

from functools import partial
from html import escape

from logic.matching import in_every_page
from logic.visit import STEPS, after, going_back, may_go_to
from pages.parts import acts, cards, languages, session
from pages.parts.controls import Looks, button, in_words, sign
from pages.parts.drawn import Drawn
from pages.parts.opened import held


def top() -> str:
    """The kiosk's name, comfort and the curtain; the steps of a visit in a row, or in `More`."""
    labels = session.ui().labels
    hide = escape(labels.hide)
    return (
        f'<div class="top"><p class="kiosk-name">{escape(labels.kiosk_name)}</p>'
        f'<div class="own">{languages.the_other_one("other")}{comfort()}</div>'
        f'<button class="hide-screen" data-guard="curtain">{hide}</button>'
        f'<div class="steps">{ways("step")}</div>{more()}</div>'
    )


def comfort() -> str:
    """The control that leads to reading easier; on that page none."""
    if session.visit().step == "comfort":
        return ""
    name = escape(session.ui().labels.comfort)
    return button("comfort", in_words(name), partial(acts.go_to, "comfort"), Looks("format_size"))


def more() -> str:
    """The control behind which the steps are where they have no room in a row."""
    ways_to_go = languages.the_other_one("more-language") + ways("more")
    return (
        f'<div class="more"><button class="tap" popovertarget="more"{sign("expand_more")}>'
        f"{escape(session.ui().labels.more)}</button>"
        f'<div id="more" popover class="folded" {held(ways_to_go)}></div></div>'
    )


def ways(place: str) -> str:
    """One button for each step and for each page beside the steps, the present one marked."""
    ui, visit = session.ui(), session.visit()
    present = "conditions" if visit.step == "calm" else visit.step
    names = {step: getattr(ui.steps, step) for step in STEPS[1:]}
    told = ""
    for step, name in {**names, "claims": ui.labels.claims, "about": ui.labels.about}.items():
        if step == present:
            told += f'<p class="step-here" aria-current="step">{escape(name)}</p>'
        else:
            act, is_off = partial(acts.go_to, step), not may_go_to(visit, step)
            told += button(f"{place}-{step}", in_words(escape(name)), act, Looks(is_off=is_off))
    return told


def foot() -> str:
    """Back, help, Clear screen and Next; the crisis line. Always in sight, always in one place."""
    labels, visit = session.ui().labels, session.visit()
    onward = after(visit)
    step = getattr(session.ui().steps, onward, None) if onward else None
    following = labels.next_to.format(step=step) if step else labels.next
    go_on, help_now = (partial(acts.go_to, one) for one in (onward or visit.step, "referral"))
    back = Looks("chevron_left", is_off=going_back(visit) is None)
    ways = (
        button("back", in_words(escape(labels.back)), acts.go_back, back),
        button("talk", in_words(escape(labels.talk)), help_now, Looks("forum")),
        button("clear", in_words(escape(labels.clear_screen)), acts.clear, Looks("close")),
        button(
            "next",
            in_words(escape(following)),
            go_on,
            Looks("chevron_right", is_off=onward is None),
        ),
    )
    # The line comes last, as it is seen on an upright screen: so it is read out, too.
    return f'<div class="foot">{"".join(ways)}{crisis_line()}</div>'


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
