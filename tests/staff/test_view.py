"""The staff view on a screen and as a file, which tell the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from logic.__main__ import main
from logic.content.pack import content_folder
from logic.staff.view import view
from pages.parts import staff_door
from pages.parts.staff_door import paper
from tests.app.screen import as_read
from tests.browser.conftest import PROJECT
from tests.conftest import Edit
from tests.html_pages import Page

PARTS = ["To see to", "Visits", "Content", "Kiosks", "Self-checks", "Printing"]
TABLES = re.compile("<table>.*?</table>", re.DOTALL)


def shown() -> str:
    """All that stands on the screen, as HTML."""
    app = AppTest.from_file(PROJECT / "pages" / "staff_view.py", default_timeout=60).run()
    assert not app.exception, app.exception
    return "\n".join(one.proto.body for one in app.get("html"))


def pictures() -> int:
    """How many charts stand on the screen."""
    app = AppTest.from_file(PROJECT / "pages" / "staff_view.py", default_timeout=60).run()
    return len(app.get("vega_lite_chart"))


def written(folder: Path) -> str:
    """What the report says, as HTML."""
    assert main(["report", "--out", str(folder), "--content", str(content_folder())]) == 0
    return (folder / "staff.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("counted")
def test_screen_and_file_tell_the_same(tmp_path: Path) -> None:
    file, screen = written(tmp_path / "told"), shown()

    assert re.findall("<h2[^>]*>([^<]*)", file) == re.findall("<h2[^>]*>([^<]*)", screen) == PARTS
    assert TABLES.findall(screen) == TABLES.findall(file)
    moment = re.compile(r" at \d\d:\d\d:\d\d\.")
    on_both = [
        re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", moment.sub("", one)) for one in (file, screen)
    ]
    assert on_both[0] == on_both[1]


@pytest.mark.usefixtures("counted")
def test_the_file_is_whole_and_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = Page()
    page.feed(written(tmp_path / "told"))
    page.close()

    assert page.fetched == []
    assert page.headings == [1, *([2] * len(PARTS))]
    assert {f"told/{one}" for one in page.links} == {
        f"told/{one.relative_to(tmp_path / 'told')}"
        for one in (tmp_path / "told" / "papers").iterdir()
    }


@pytest.mark.usefixtures("counted")
def test_where_visits_are_counted_each_kiosk_has_pictures_by_day_and_by_month() -> None:
    assert pictures() == 4


@pytest.mark.usefixtures("clinic")
def test_where_nothing_is_counted_the_view_says_so_and_how_to_change_it() -> None:
    words = as_read(shown())

    assert "Nothing is counted: `counts.on` is false" in words
    assert "docs/tasks/count-visits.md" in words
    assert pictures() == 0


def test_counts_that_tell_nothing_are_to_be_seen_to_where_the_clinic_wants_them(
    clinic: Path,
) -> None:
    clinic.write_text(f"[counts]\non = true\n\n{clinic.read_text()}")

    (told, *_) = view(content_folder()).to_see_to

    assert told.startswith("Nothing was counted yet, or not here")


@pytest.mark.usefixtures("clinic")
def test_a_kiosk_that_is_away_stands_among_what_is_to_see_to() -> None:
    above, _, _ = as_read(shown()).partition("\nVisits\n")

    assert "the kiosk does not answer" in above


@pytest.mark.usefixtures("counted")
def test_content_that_is_broken_is_told_and_the_rest_is_told_all_the_same(
    edited_content: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = edited_content("guide_sections/common-cost.en.md", "[^example-page]", "[^ours]")
    monkeypatch.setenv("KIOSK_CONTENT", str(folder))

    seen = view(folder)

    parts = {part.name: part for part in seen.parts}
    assert "common-cost.en.md:9:" in parts["content"].told[1]
    assert parts["visits"].drawn
    assert seen.papers == {}


def test_content_that_cannot_be_read_is_told_and_no_month_is_worked_out_without_its_names(
    counted: Path, edited_content: Edit
) -> None:
    folder = edited_content("guide_sections/common-cost.en.md", "part: cost", "part: prize")

    parts = {part.name: part for part in view(folder).parts}

    assert counted.exists()
    assert parts["visits"].told[0].startswith("Visits are told of once the content can be read")
    assert parts["content"].to_see_to


def test_a_clinics_file_with_a_mistake_is_told_in_its_place(clinic: Path) -> None:
    clinic.write_text("prot = 8501\n")

    assert f"{clinic}:1: `prot` is not a field of Settings." in as_read(shown())


@pytest.mark.usefixtures("clinic")
def test_a_paper_is_given_by_its_name_and_nothing_else_is() -> None:
    shown()

    given = paper(asked_for("short-nights.en.pdf"))

    assert given.body == view(content_folder()).papers["short-nights.en.pdf"]
    assert given.media_type == "application/pdf"
    assert paper(asked_for("kiosk.toml")).status_code == 404
    assert set(staff_door.SHOWN.papers) == {
        f"{one}.{language}.pdf"
        for one in ("short-nights", "grey-days")
        for language in ("en", "es")
        if f"{one}.{language}.pdf" in staff_door.SHOWN.papers
    }


def asked_for(name: str) -> Request:
    """A request for one paper."""
    return Request({"type": "http", "path_params": {"name": name}})


def test_a_visitors_kiosk_draws_its_pages_without_what_only_staff_need() -> None:
    code = (
        "import sys; sys.modules['altair'] = None\n"
        "import streamlit_app\n"
        "from tests.app.screen import Screen\n"
        "Screen().tap('start').tap('condition-short-nights').tap('next').tap('next')\n"
        "sys.exit(str([one for one in sys.modules if one.startswith('logic.staff')]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=PROJECT
    )

    assert done.stderr.splitlines()[-1] == "[]", done.stderr
