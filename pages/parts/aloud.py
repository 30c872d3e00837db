"""Reading aloud: the control on a section, and the bar from which it is paused and stopped.

What is read, in which voice, and when it falls silent: pages/static/aloud.js.
"""

from html import escape

from logic.content.strings import Labels
from pages.parts import session


def button(title: str = "") -> str:
    """The control that reads what it stands in. Hidden until the script has found a voice.

    A card that a tap opens needs no title: it has a name already, and there are thousands.
    """
    says = escape(session.ui().labels.aloud)
    named = f' aria-label="{says}: {escape(title)}"' if title else ""
    return f'<button class="aloud" data-aloud="read"{named} hidden>{says}</button>'


def section(html: str, title: str) -> str:
    """Something that has no box of its own, and can be read all the same."""
    return f"<div>{html}{button(title)}</div>"


def with_control_above(above: str, html: str, title: str) -> str:
    """The same with its control above it, as it may end several screens further down."""
    return f"<div><header>{above}{button(title)}</header>{html}</div>"


def player(labels: Labels) -> str:
    """The bar that is there while something is read: to use headphones, to pause, to stop."""
    presses = {"pause": labels.aloud_pause, "go-on": labels.aloud_go_on, "stop": labels.aloud_stop}
    buttons = "".join(
        f'<button data-aloud="{name}">{escape(label)}</button>' for name, label in presses.items()
    )
    asked = f"<p>{escape(labels.aloud_headphones)}</p>"
    named = f'role="region" aria-label="{escape(labels.aloud)}"'
    return f'<div id="player" {named} hidden>{asked}<div>{buttons}</div></div>'
