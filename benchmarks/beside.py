"""What the kiosk is measured beside, as it is walked: two other apps, and two floors."""

from collections.abc import Iterable
from dataclasses import replace

from benchmarks.apps import (
    BARE,
    CONDITION,
    DRAWN,
    ONE_HEADING,
    SEEN,
    SOCKET,
    SWAP,
    USUAL,
    App,
    Step,
)


def usual(address: str) -> App:
    """The same way, as tutorials write it."""
    on = ".st-key-next button"
    steps = ["conditions", "guide", "studies", "assessment", "questions", "referral"]
    controls = [on, f".st-key-condition-{CONDITION} button", on, on, on, on]
    return App(
        USUAL,
        address,
        page_of_usual("welcome"),
        tuple(
            Step(name, control, page_of_usual(name))
            for name, control in zip(steps, controls, strict=True)
        ),
    )


def page_of_usual(place: str) -> str:
    """Whether a page of the usual app is there, to its last line and with its chart."""
    heading = f'document.querySelector("h1").innerText.trim() === "{place}"'
    last = '[...document.querySelectorAll("p")].at(-1)?.innerText === "End of the page"'
    chart = 'document.querySelector("[data-testid=stVegaLiteChart] :is(canvas, svg)")'
    drawn = f" && {chart}" if place == "studies" else ""
    return f"() => {ONE_HEADING} && {heading} && {last}{drawn} && {DRAWN}"


def bare(address: str) -> App:
    """Two pages of one line each."""
    return App(
        BARE,
        address,
        page_of_bare("first"),
        tuple(
            Step(name, f".st-key-to-{name} button", page_of_bare(name))
            for name in ("second", "first")
        ),
        pressed=".st-key-to-second button",
    )


def page_of_bare(name: str) -> str:
    """Whether a page of the bare app is there."""
    heading = f'document.querySelector("h1").innerText.trim() === "{name}"'
    return f"() => {ONE_HEADING} && {heading} && {DRAWN}"


def over_a_socket(address: str, like: App) -> App:
    """The pages of an app, each behind a button of its own, sent for over one WebSocket."""
    return floor(SOCKET, address, like)


def swapped(address: str, like: App) -> App:
    """The same, each in the browser from the start; and what it opens there."""
    openings = tuple(
        replace(one, control=control_of_floor(one.name), opened="#opened *", closes="")
        for one in like.openings
    )
    return replace(
        floor(SWAP, address, like), openings=openings, pressed=control_of_floor("conditions")
    )


def floor(name: str, address: str, like: App) -> App:
    """The pages of an app, each behind a button of its own."""
    return App(
        name,
        address,
        page_of_floor("welcome"),
        tuple(of_floor(like.steps)),
        "() => document.documentElement.dataset.ready",
    )


def of_floor(steps: Iterable[Step]) -> Iterable[Step]:
    """The steps of an app, each by the button for it."""
    for one in steps:
        yield replace(one, control=control_of_floor(one.name), is_there=page_of_floor(one.name))


def control_of_floor(name: str) -> str:
    """The button that leads to a page of a floor."""
    return f'nav [name="{name}"]'


def page_of_floor(name: str) -> str:
    """Whether a page of a floor is there, whole and with its pictures."""
    return f'() => document.documentElement.dataset.stands === "{name}" && {SEEN}'
