"""What staff are told of visits, content and papers."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from logic.content.pack import Draft, Pack, read_draft
from logic.counts.database import Database
from logic.counts.report import HELD_BACK, months
from logic.handout.paper import CannotPrintError
from logic.printing.states import State
from logic.settings import Printing, Settings
from logic.staff import papers
from logic.staff.content import broken, content
from logic.staff.papers import printing
from logic.staff.visits import names_in, titles_in, visits
from pages.parts.charts import cells, charts
from tests.conftest import TODAY, Edit
from tests.counts.march import APRIL, a_month
from tests.sign_offs import sign_off

COST = "guide_sections/common-cost.en.md"


@pytest.fixture
def counted(file: Database) -> Database:
    """A database in which two kiosks have counted."""
    for kiosk in ("hall", "lobby"):
        file.keep(kiosk, a_month())
    return file


def test_a_picture_shows_the_numbers_of_the_report_each_by_itself_and_no_other(
    counted: Database, draft: Draft
) -> None:
    names = names_in(draft)
    found = months(counted, names, APRIL, Random(1))
    told = {(month.kiosk, *key): value for month in found for key, value in month.told.items()}

    drawn = visits(found, names, titles_in(draft)).drawn

    shown = [one for table in drawn for one in cells(table)]
    numbers = [one["visits"] for one in shown if "visits" in one]
    assert numbers
    assert min(map(int, numbers)) >= 5
    assert set(numbers) <= set(told.values())
    assert len(numbers) == len([key for key in told if key[1] in ("visit", "condition")])
    assert all(("visits" in one) != (one["told"] == HELD_BACK) for one in shown)
    assert {table.caption.split(": ")[1] for table in drawn} == {
        "hall, by month", "hall, 2026-03", "lobby, by month", "lobby, 2026-03",
    }  # fmt: skip


def test_a_number_that_is_held_back_is_drawn_as_a_dash_and_never_as_nought(
    counted: Database, draft: Draft
) -> None:
    names = names_in(draft)
    part = visits(months(counted, names, APRIL, Random(1)), names, titles_in(draft))
    table = part.drawn[1]

    bars, fields = (one.to_dict() for one in charts(table))

    every = cells(table)
    topics = [one for one in every if one["what"] in ("Grey days", "Short nights")]
    held_back = [one for one in topics if one["told"] == HELD_BACK]
    assert any((one["when"], one["what"]) == ("2026-03-10", "Short nights") for one in held_back)
    assert layers(fields) == [[one for one in topics if one not in held_back], held_back]
    assert fields["layer"][1]["mark"]["text"] == bars["layer"][1]["mark"]["text"] == HELD_BACK
    assert [one["when"] for one in layers(bars)[1]] == [
        one["when"] for one in every if one["what"] == "Visits" and one["told"] == HELD_BACK
    ]


def layers(drawn: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """What each layer of a picture shows."""
    return [drawn["datasets"][layer["data"]["name"]] for layer in drawn["layer"]]


def test_until_a_month_is_over_staff_are_told_so(draft: Draft) -> None:
    part = visits([], names_in(draft), {})

    assert part.told[0].startswith("No month is over yet")
    assert (part.drawn, part.tables) == ((), ())


def test_what_is_overdue_is_counted_named_and_to_be_seen_to(edited_content: Edit) -> None:
    folder = edited_content(COST, "next_review: 2026-07-15", "next_review: 2026-02-01")

    part = content([read_draft(folder)], TODAY)

    due, listed = part.tables[:2]
    assert due.rows[0] == ("overdue", "1")
    assert [row for row in listed.rows if row[2] == "overdue"] == [
        (str(folder / COST), "2026-02-01", "overdue")
    ]
    assert part.to_see_to[0].startswith("1 of the texts are overdue.")


def test_what_nobody_signed_off_is_counted_by_kind_and_named(draft: Draft) -> None:
    name, item = next(iter(draft.items().items()))
    signed = replace(draft, sign_offs=(sign_off(item),))

    part = content([signed], TODAY)

    kinds, listed = part.tables[2:]
    kind, _, _ = name.partition("/")
    many = sum(one.startswith(f"{kind}/") for one in draft.items())
    assert (kind.replace("_", " "), f"1 of {many}") in kinds.rows
    assert kinds.heads == ("Texts", "In English")
    assert (name, "English") not in listed.rows
    every = len(draft.items())
    assert len(listed.rows) == every - 1
    assert part.to_see_to[0].startswith(f"Nobody has signed off {every - 1} of {every} texts.")


def test_what_is_not_translated_is_counted_in_its_own_language_alone(draft: Draft) -> None:
    part = content([draft, replace(draft, language="es", source=draft)], TODAY)

    kinds, listed = part.tables[2:]
    assert kinds.heads == ("Texts", "In English", "In Spanish")
    assert {row[2] for row in kinds.rows} == {"0 of 0"}
    assert len(listed.rows) == len(draft.items())
    assert part.to_see_to[0].startswith(f"Nobody has signed off {len(draft.items())} of ")


def test_of_content_that_is_signed_off_there_is_nothing_to_see_to(draft: Draft) -> None:
    every = tuple(map(sign_off, draft.items().values()))

    assert content([replace(draft, sign_offs=every)], TODAY).to_see_to == ()


def test_content_with_a_mistake_is_told_with_its_place(edited_content: Edit) -> None:
    folder = edited_content(COST, "part: cost", "part: prize")
    with pytest.raises(Exception, match="prize") as wrong:
        read_draft(folder)

    part = broken(wrong.value.problems)  # type: ignore[attr-defined]

    assert part.to_see_to == (part.told[0],)
    assert f"{folder / COST}:" in part.told[1]


def test_every_paper_is_made_as_the_kiosk_makes_it_and_told_with_its_pages(pack: Pack) -> None:
    clinic = Settings(printing=Printing(by="browser"))

    found = list(papers.papers([pack], clinic, TODAY))
    part = printing(clinic.printing, found, None)

    assert [one.condition.id for one in found] == ["short-nights", "grey-days"]
    assert all(one.usual and one.usual.startswith(b"%PDF") for one in found)
    (table,) = part.tables
    for row in table.rows:
        assert 1 <= int(str(row[2])) <= int(str(row[3]))
    assert part.to_see_to == ()


def test_a_paper_that_is_too_long_for_a_visit_or_cannot_be_made_says_so(pack: Pack) -> None:
    made = next(papers.papers([pack], Settings(), TODAY))
    clinic = Printing(by="browser", pages_each_visit=1)

    (table,) = printing(clinic, [replace(made, large=None)], None).tables
    part = printing(clinic, [replace(made, large=None)], None)

    assert str(table.rows[0][2]).endswith("more than one visit may print")
    assert table.rows[0][3] == papers.NOT_MADE
    assert part.to_see_to == (f"The paper {made.name} {papers.NOT_MADE}.",)


def test_a_paper_with_a_letter_of_no_font_is_none(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object, **__: object) -> bytes:
        raise CannotPrintError

    monkeypatch.setattr(papers, "pdf", cannot)

    assert {one.usual for one in papers.papers([pack], Settings(), date(2026, 3, 1))} == {None}


@pytest.mark.parametrize(
    ("clinic", "printer", "told", "to_see_to"),
    [
        (Printing(), None, "Nothing can be printed", ()),
        (Printing(by="browser"), None, "The screen's own browser prints", ()),
        (
            Printing(by="cups", printer="desk"),
            State("ready"),
            "Printer desk: ready.",
            (),
        ),
        (
            Printing(by="cups", printer="desk"),
            State("out_of_paper", "media-empty"),
            "Printer desk: out of paper (media-empty).",
            ("Printer desk: out of paper (media-empty).",),
        ),
    ],
)
def test_staff_are_told_by_what_it_prints_and_how_the_printer_is(
    clinic: Printing, printer: State | None, told: str, to_see_to: tuple[str, ...]
) -> None:
    part = printing(clinic, [], printer)

    assert part.told[0].startswith(told)
    assert part.to_see_to == to_see_to
