"""Pictures of the numbers of a table, by Altair. The kiosk never imports it: it is large.

A picture shows cells of its table and nothing else: nothing is added up or averaged, and what the
table holds back is a dash, never a nought.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import altair as alt

from logic.counts.report import HELD_BACK
from logic.html_tables import Table

INK, PALE, DEEP = "#1C2B2D", "#CFE3E6", "#0B5563"
HEIGHT, ROW = 140, 26  # pixels, of the longest bar and of each row of fields
NAMES = "containerSize()[0] < 700 ? 180 : 400"  # pixels, at most, of a topic's name
SIDE_BY_SIDE = 8  # days or months, at most, whose names have room to lie
DATES, LEGEND = 90, 60  # and what stands around them, which Streamlit 1.67 counts in
Cells: TypeAlias = list[dict[str, str | int]]
Drawn: TypeAlias = alt.LayerChart | alt.FacetChart


def charts(table: Table) -> Iterator[Drawn]:
    """Two pictures: of all visits, and of those that opened each topic. Sums are not drawn."""
    every, (visits, *topics, _) = cells(table), table.heads[1:]
    yield bars([one for one in every if one["what"] == visits], table)
    yield fields([one for one in every if one["what"] in topics], table, topics)


def bars(some: Cells, table: Table) -> Drawn:
    """A bar for each day or month."""
    length = alt.Y("visits:Q", title="visits", axis=alt.Axis(format="d", tickMinStep=1))
    told, held_back = on_its_place(some, table)
    layers = told.mark_bar(color=DEEP).encode(y=length), dashes(held_back, "bottom", alt.YDatum(0))
    return dressed(alt.layer(*layers), f"Visits. {table.caption}", HEIGHT + DATES)


def fields(some: Cells, table: Table, topics: Sequence[str]) -> Drawn:
    """A field for each day or month and topic: the deeper, the more visits."""
    names = alt.Axis(labelLimit=alt.expr(NAMES))
    row = alt.Y("what:N", title=None, axis=names, scale=alt.Scale(domain=list(topics)))
    shade = alt.Color(
        "visits:Q",
        title="visits that opened it",
        scale=alt.Scale(range=[PALE, DEEP], domainMin=0),
        legend=alt.Legend(orient="top", format="d", tickMinStep=1),
    )
    told, held_back = on_its_place(some, table)
    layers = (
        told.mark_rect(stroke="white").encode(y=row, color=shade),
        dashes(held_back, "middle", row),
    )
    return dressed(
        alt.layer(*layers), f"By topic. {table.caption}", ROW * len(topics) + DATES + LEGEND
    )


def on_its_place(some: Cells, table: Table) -> tuple[alt.Chart, alt.Chart]:
    """What is told and what is held back, each where the whole table has it."""
    days = alt.X(
        "when:O",
        title=None,
        scale=alt.Scale(domain=[str(row[0]) for row in table.rows]),
        axis=alt.Axis(labelAngle=-90 if len(table.rows) > SIDE_BY_SIDE else 0, labelOverlap=True),
    )
    shown = [alt.Tooltip("when:O"), alt.Tooltip("what:N"), alt.Tooltip("told:N", title="visits")]
    told, held_back = (
        [one for one in some if (one["told"] == HELD_BACK) is hidden] for hidden in (False, True)
    )
    both = (alt.Chart(alt.InlineData(values=these)) for these in (told, held_back))
    first, second = (one.encode(x=days, tooltip=shown) for one in both)
    return first, second


def dashes(
    held_back: alt.Chart, stands: Literal["bottom", "middle"], at: alt.Y | alt.YDatum
) -> alt.Chart:
    """A dash for each number that is held back."""
    drawn: alt.Chart = held_back.mark_text(text=HELD_BACK, color=INK, baseline=stands).encode(y=at)
    return drawn


def dressed(drawn: Drawn, told: str, height: int) -> Drawn:
    """A picture as wide as the page, with words for whoever cannot see it."""
    made: Drawn = drawn.properties(
        width="container",
        height=height,
        padding={"left": 5, "top": 12, "right": 5, "bottom": 5},
        description=f"{told}. The table below the picture says the same.",
        usermeta={"embedOptions": {"renderer": "svg", "actions": False}},
    ).configure(background="transparent", font="Source Sans, system-ui, sans-serif")
    return made


def cells(table: Table) -> Cells:
    """Every cell of a table with what it is of. Its foot is a sum: it stands in the table alone."""
    found: Cells = []
    for when, *told in table.rows:
        for what, one in zip(table.heads[1:], told, strict=True):
            own: dict[str, str | int] = {"when": str(when), "what": what, "told": str(one)}
            if one != HELD_BACK:
                own["visits"] = int(str(one))
            found.append(own)
    return found
