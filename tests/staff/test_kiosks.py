"""How staff are told of their kiosks, and that nobody else is asked."""

from datetime import UTC
from threading import Barrier

import pytest

from logic.html_tables import Row
from logic.staff.asking import NUMBERS, READY, Answered, ask_all
from logic.staff.kiosks import KEPT_BACK, NEVER, kiosks, self_checks
from logic.staff.part import Part
from tests.staff.kiosks import kiosk, nobody, silent, well

HERE = "0123456789abcdef"
LONG, PATIENCES = 30.0, (0.2, 1.0, 5.0, 30.0)  # seconds


def asked_of(address: str) -> list[tuple[str, Answered]]:
    """What a kiosk answers, with its address."""
    return [(address, ask_all([address], LONG)[0])]


def all_but_one_of(addresses: list[str]) -> list[tuple[str, Answered]]:
    """What kiosks answer, one of which says nothing. A busy machine needs more patience."""
    for patience in PATIENCES:
        found = ask_all(addresses, patience)
        if sum("no answer within" in one.why for one in found) == 1:
            break
    return list(zip(addresses, found, strict=True))


def rows(part: Part) -> dict[str, Row]:
    """The row of each kiosk, by its address."""
    (table,) = part.tables
    return {str(row[0]): row[1:] for row in table.rows}


def test_a_kiosk_that_is_well_is_told_with_its_content_and_nobody_has_to_see_to_it() -> None:
    with kiosk(well()) as address:
        told = kiosks(asked_of(address), HERE, UTC)

    assert rows(told)[address] == (
        "may begin", "the same as here, since 2026-03-01 12:00:00", "0", "3 of 20 places", "–", "–",
    )  # fmt: skip
    assert told.to_see_to == ()


def test_how_many_visits_are_under_way_is_nobodys_business() -> None:
    with kiosk(well(numbers={"visits_under_way": 7777})) as address:
        asked = asked_of(address)

    assert "7777" not in str((kiosks(asked, HERE, UTC), self_checks(asked, UTC)))


def test_kiosks_that_do_not_answer_are_told_in_words_and_the_others_are_told_all_the_same() -> None:
    with kiosk(well()) as answers, silent() as hangs:
        away = nobody()
        told = kiosks(all_but_one_of([hangs, away, answers]), HERE, UTC)

    assert rows(told)[answers][0] == "may begin"
    assert "does not answer" in str(rows(told)[hangs][0])
    assert "Connection refused" in str(rows(told)[away][0])
    assert [one.split(": ")[0] for one in told.to_see_to] == [hangs, away]


def test_all_kiosks_are_asked_at_once() -> None:
    both = Barrier(2, timeout=LONG)  # nobody is answered before both are asked

    def wait(path: str) -> None:
        if path == READY:
            both.wait()

    with kiosk(well(), wait) as first, kiosk(well(), wait) as second:
        found = ask_all([first, second], LONG)

    assert [one.status for one in found] == [200, 200]


def test_nobody_is_asked_but_the_addresses_that_the_clinic_wrote(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = list[str]()
    with kiosk(well(), heard.append) as elsewhere:
        monkeypatch.setenv("http_proxy", elsewhere)
        with kiosk({READY: (302, elsewhere), NUMBERS: (302, elsewhere)}) as sends_away:
            (found,) = ask_all([sends_away], LONG)

    assert found.status == 302
    assert heard == []


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "lets those under way end"), (503, "has no content to show")],
)
def test_where_no_visit_can_begin_it_says_why(status: int, words: str) -> None:
    with kiosk({**well(), READY: (status, "")}) as address:
        told = kiosks(asked_of(address), HERE, UTC)

    assert words in str(rows(told)[address][0])
    assert told.to_see_to == (f"{address}: no visit can begin there now.",)


def test_a_kiosk_that_keeps_its_numbers_from_this_machine_says_which_setting_it_is() -> None:
    with kiosk({READY: (200, "Ready.")}) as address:
        asked = asked_of(address)

    assert rows(kiosks(asked, HERE, UTC))[address][:2] == ("may begin", KEPT_BACK)
    assert rows(self_checks(asked, UTC))[address] == ("–", KEPT_BACK)
    assert kiosks(asked, HERE, UTC).to_see_to == ()


def test_what_answers_and_is_no_kiosk_is_told() -> None:
    with kiosk({READY: (200, "Hello"), NUMBERS: (200, "a page of something")}) as address:
        told = kiosks(asked_of(address), HERE, UTC)

    assert rows(told)[address][0] == "It does not answer (not as a kiosk does)."


@pytest.mark.parametrize(
    ("content", "numbers", "shown", "to_see_to"),
    [
        ("fedcba987654", {}, "another than here", "it shows other content than this folder has."),
        (
            "fedcba987654",
            {"content_is_earlier_copy": 1},
            "an earlier copy",
            "it shows an earlier copy: the newest content has something to fix.",
        ),
    ],
)
def test_a_kiosk_that_shows_something_else_is_to_be_seen_to(
    content: str, numbers: dict[str, int], shown: str, to_see_to: str
) -> None:
    with kiosk(well(content, numbers)) as address:
        told = kiosks(asked_of(address), HERE, UTC)

    assert str(rows(told)[address][1]).startswith(shown)
    assert told.to_see_to == (f"{address}: {to_see_to}",)


@pytest.mark.parametrize(
    ("numbers", "told", "is_fault"),
    [
        ({}, ("2026-03-01 13:00:00", "well"), False),
        ({"self_check_is_well": 0}, ("2026-03-01 13:00:00", "not well"), True),
        (
            {"self_check_timestamp_seconds": 0, "self_check_is_well": 0},
            (NEVER, "–"),
            False,
        ),
    ],
)
def test_the_last_self_check_of_a_kiosk_is_told(
    numbers: dict[str, int], told: tuple[str, str], *, is_fault: bool
) -> None:
    with kiosk(well(numbers=numbers)) as address:
        part = self_checks(asked_of(address), UTC)

    assert rows(part)[address] == told
    assert bool(part.to_see_to) is is_fault


def test_of_a_kiosk_that_does_not_answer_no_self_check_is_told() -> None:
    part = self_checks([("http://127.0.0.1:1", Answered(why="nobody"))], UTC)

    assert rows(part)["http://127.0.0.1:1"] == ("–", "It does not answer.")
    assert part.to_see_to == ()
