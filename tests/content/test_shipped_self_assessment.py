"""The self-assessment that we ship: whole, linked to what is there, and readable by everyone."""

from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

import pytest

from logic.__main__ import main
from logic.assessing.marks import criteria_of
from logic.content.pack import read_draft
from logic.content.self_assessment import CRITERIA, InstrumentName
from tests.conftest import SHIPPED
from tests.html_pages import Page, read_page

PATIENTS_OR_OUTSIDERS = {
    "discern": ("D16",),
    "ipdas": ("d1", "d2", "d3", "d4", "d5", "d6", "e3", "o1", "o2"),
    "pif-tick": ("P2", "P3", "P5", "P9"),
    "jama": ("J1",),
    "nice": ("N10", "N15", "N17", "N19", "N20", "N21"),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the shipped content, in a folder of its own."""
    path = tmp_path_factory.mktemp("kept") / "self-assessment.html"
    assert main(["assess", "--content", str(SHIPPED), "--out", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def report(out: Path) -> Page:
    """The same report, read."""
    return read_page(out)


@pytest.mark.parametrize("instrument", get_args(InstrumentName))
def test_every_criterion_of_every_instrument_is_told_once(
    report: Page, instrument: InstrumentName
) -> None:
    told = [row[0] for row in report.rows[instrument]]

    assert sorted(told) == sorted(CRITERIA[instrument])


def test_no_row_is_without_a_score_and_why(report: Page) -> None:
    rows = [row for name in CRITERIA for row in report.rows[name]]

    assert len(rows) == 153
    assert [row[0] for row in rows if not (row[2].strip() and row[4].strip())] == []


def test_no_score_is_claimed_without_evidence(report: Page) -> None:
    bare = {
        row[2] for name in CRITERIA for row in report.rows[name] if row[3].strip() == "None claimed"
    }

    assert {score.partition(",")[0] for score in bare} == {"Not met", "Not applicable"}


@pytest.mark.parametrize("instrument", PATIENTS_OR_OUTSIDERS)
def test_what_needs_patients_clinicians_or_outsiders_is_not_met(
    report: Page, instrument: str
) -> None:
    scores = {row[0]: row[2] for row in report.rows[instrument]}

    claimed = [one for one in PATIENTS_OR_OUTSIDERS[instrument] if "Not met" not in scores[one]]

    assert claimed == []


def test_every_link_leads_to_what_is_there_and_none_to_the_internet(
    report: Page, out: Path
) -> None:
    assert len(report.links) > 100
    for link in report.links:
        parts = urlsplit(link)
        assert parts.scheme + parts.netloc == "", link
        assert (out.parent / unquote(parts.path)).exists(), link


def test_a_browser_fetches_nothing_for_the_report(report: Page, out: Path) -> None:
    text = out.read_text(encoding="utf-8")

    assert report.fetched == []
    assert [one for one in ("url(", "@import", "http:", "https:") if one in text] == []


def test_the_page_has_a_language_headings_in_order_and_tables_with_headings(report: Page) -> None:
    assert report.lang == "en"
    assert report.headings[0] == 1
    assert report.headings.count(1) == 1
    pairs = zip(report.headings, report.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in pairs)
    assert {scope for _, scope in report.heads} == {"col", "row"}
    assert report.captions == 13


def test_the_page_says_that_this_is_no_decision_aid_and_by_whom_it_was_answered(
    report: Page,
) -> None:
    assessed = read_draft(SHIPPED).self_assessment

    assert assessed is not None
    assert assessed.not_claimed in report.text
    assert f"{assessed.answered_by}, on {assessed.answered_on}" in report.text
    assert sum(len(criteria_of(one)) for one in assessed.instruments) == 153
