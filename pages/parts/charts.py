"""Pictures of the numbers of a table, by Altair. The kiosk never imports it: it is large.

A picture shows the cells of its table and nothing else: nothing is added up or averaged, and what
the table holds back is a dash, never a nought.
"""

from collections.abc import Sequence
from typing import TypeAlias

import altair as alt

from logic.counts.report import HELD_BACK
from logic.html_tables import Table

INK, PALE, DEEP = "#1C2B2D", "#CFE3E6", "#0B5563"
ROW = 26  # pixels
Cells: TypeAlias = list[dict[str, str | int]]


def chart(table: Table) -> alt.LayerChart | alt.FacetChart:
    """A field for each cell: the days or months across, what was counted down."""
    every = [*cells(table)]
    told = on_its_place([one for one in every if one["told"] != HELD_BACK], table)
    held_back = on_its_place([one for one in every if one["told"] == HELD_BACK], table)
    shade = alt.Color(
        "visits:Q",
        title="visits",
        scale=alt.Scale(range=[PALE, DEEP], domainMin=0),
        legend=alt.Legend(orient="top", format="d", tickMinStep=1),
    )
    layers = (
        told.mark_rect(stroke="white").encode(color=shade),
        held_back.mark_text(text=HELD_BACK, color=INK),
    )
    return alt.layer(*layers).properties(
        width="container",
        height=alt.Step(ROW),
        description=f"{table.caption}. The table below the picture says the same.",
        usermeta={"embedOptions": {"renderer": "svg", "actions": False}},
    )


def on_its_place(some: Cells, table: Table) -> alt.Chart:
    """Some cells, each where the whole table has it."""
    data = alt.InlineData(values=some)
    return alt.Chart(data).encode(
        x=alt.X("when:O", title=None, scale=domain([str(row[0]) for row in table.rows])),
        y=alt.Y("what:N", title=None, scale=domain(table.heads[1:])),
        tooltip=["when:O", "what:N", alt.Tooltip("told:N", title="visits")],
    )


def domain(names: Sequence[str]) -> alt.Scale:
    """All places along a side, in their order."""
    return alt.Scale(domain=list(names))


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
