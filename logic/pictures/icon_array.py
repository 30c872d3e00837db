"""People as dots, ten in a row: filled where it happened, hollow where not, marked where more.

The people by whom an arm has more than what it is held against bear a mark inside: a tick where
more is better, a cross where more is worse. So greyscale and print keep the difference.
"""

from logic.content.vocabulary import HigherIs
from logic.pictures.svg import INK, PAPER, drawing, line

STEP = 10  # from one dot's middle to the next
DOT = 8.4
HOLE = 5.8
MARKS: dict[HigherIs, str] = {
    "better": "m-2.1.2l1.5 1.7 2.8-3.6",
    "worse": "m-1.7-1.7l3.4 3.4m0-3.4l-3.4 3.4",
}


def icon_array(people: int, of: int, more: int, higher_is: HigherIs, in_a_row: int = 10) -> str:
    """`people` of `of` dots filled, the last `more` of them marked, as an SVG."""
    ink, rows = INK[higher_is], -(-of // in_a_row)
    shapes = (
        dots(0, of, in_a_row, ink, DOT)
        + dots(people, of, in_a_row, PAPER, HOLE)
        + marks(people - more, people, in_a_row, higher_is)
    )
    return drawing(STEP * min(of, in_a_row), STEP * rows, shapes)


def dots(first: int, last: int, in_a_row: int, ink: str, width: float) -> str:
    """The dots from `first` up to `last`, in rows: a round-ended line whose dashes have no length.

    A run of dots is one line, so that a hundred of them take no more room than ten.
    """
    path = ""
    at = first
    while at < last:
        run = min(in_a_row - at % in_a_row, last - at)
        path += f"M{place(at, in_a_row)}h{STEP * (run - 1)}.1"
        at += run
    round_ends = f' stroke-linecap="round" stroke-dasharray="0 {STEP}"'
    return line(path, ink, width, round_ends) if path else ""


def marks(first: int, last: int, in_a_row: int, higher_is: HigherIs) -> str:
    """A mark inside each dot from `first` up to `last`."""
    path = "".join(f"M{place(at, in_a_row)}{MARKS[higher_is]}" for at in range(first, last))
    return line(path, PAPER, 1.4) if path else ""


def place(at: int, in_a_row: int) -> str:
    """The middle of a dot, counted row by row."""
    row, column = divmod(at, in_a_row)
    return f"{STEP * column + STEP // 2} {STEP * row + STEP // 2}"
