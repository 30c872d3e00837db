"""What is drawn of a page, until it is shown: many small pieces at once, as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import streamlit as st

from logic.carried import carried

HOLDS = " data-holds="  # something can be opened in it: opened.py


class Html(str):
    """HTML that is shown as it is. Of a plain text, Streamlit looks for the margin of each line."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """As Streamlit asks for it."""
        return str(self)


@dataclass
class Sheet:
    """What was drawn and is not shown yet, and how many boxes are open around what comes next.

    What is `above` changes while the rest stays.
    """

    drawn: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    open_boxes: int = 0


SHEET: ContextVar[Sheet] = ContextVar("SHEET")


@contextmanager
def shown() -> Iterator[None]:
    """Show what is drawn within; what was drawn before a fault, too."""
    before = SHEET.set(Sheet())
    try:
        yield
    finally:
        show_so_far()
        SHEET.reset(before)


def put(html: str) -> None:
    """Draw below what is drawn already."""
    SHEET.get().drawn.append(html)


def piece(html: str) -> None:
    """Draw a piece, as HTML: its texts are escaped already."""
    put(as_piece(html))


def piece_alone(html: str) -> None:
    """Draw a piece that stays as it is while the rest changes: what is open in it stays open.

    Within a box it is drawn as any other.
    """
    if SHEET.get().open_boxes:
        piece(html)
        return
    show_so_far()
    show(as_piece(html))


@contextmanager
def box(*names: str) -> Iterator[None]:
    """Draw what comes within a box. Its names are classes of HTML, by which it is laid out."""
    sheet = SHEET.get()
    sheet.drawn.append(f'<div class="box {" ".join(names)}">')
    sheet.open_boxes += 1
    yield
    sheet.open_boxes -= 1
    sheet.drawn.append("</div>")


def above() -> None:
    """Take what is drawn so far for what changes while the rest stays."""
    sheet = SHEET.get()
    sheet.above, sheet.drawn = sheet.drawn, []


def show_so_far() -> None:
    """Show what was drawn since something was last shown: at once, or what is above by itself."""
    sheet = SHEET.get()
    opens = any(HOLDS in one for one in sheet.drawn)
    for part in (sheet.above, sheet.drawn) if opens else ([*sheet.above, *sheet.drawn],):
        if part:
            show(f'<div class="stack">{"".join(part)}</div>')
    sheet.above, sheet.drawn = [], []


def show(html: str) -> None:
    """Show HTML by itself. The guard lays it out as soon as it is there."""
    st.html(Html(carried(html)))


def as_piece(html: str) -> str:
    """A piece, as it stands on a page."""
    return f'<div class="piece">{html}</div>'
