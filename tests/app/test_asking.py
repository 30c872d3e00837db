"""Questions, what matters, and what was understood: kept for the visit, and forgotten with it."""

from types import SimpleNamespace

import pytest

from logic.taps import Tap
from logic.visit import Visit
from pages.parts import acts, on_paper, session, taps
from tests.app.screen import SESSION, Screen, as_read

PLAIN = "short-nights"
FIVE = ("which-cup", "how-long-warm", "who-pours", "what-else", "late-cups")


def began(*taps: str) -> Screen:
    """A visit at the parts of a guide, and what was tapped there."""
    screen = Screen().tap("start").tap(f"condition-{PLAIN}")
    for name in taps:
        screen.tap(name)
    return screen


def titles(names: tuple[str, ...]) -> list[str]:
    """The words of questions."""
    return [session.pack().question[name].title for name in names]


def listed(screen: Screen) -> list[str]:
    """The questions of the list in sight, in its order."""
    every = [str(one.title) for one in session.pack().questions]
    places = {one: screen.html.find(f"</span> {one}<") for one in every}
    return sorted((one for one in every if places[one] >= 0), key=lambda one: places[one])


@pytest.mark.parametrize(
    ("way", "raised"),
    [
        (["open-not-known"], "late-cups"),
        (["next"], "how-long-warm"),
        (["step-claims"], "with-my-biscuits"),
        (["depth-short"], "which-cup"),
    ],
    ids=["a part", "a study", "a claim", "in two minutes"],
)
def test_one_tap_puts_what_is_raised_on_the_list_and_another_takes_it_off(
    way: list[str], raised: str
) -> None:
    screen = began(*way)
    assert f'data-tap="asks-{raised}"' in screen.html

    screen.tap(f"asks-{raised}")
    assert screen.visit.questions == (raised,)
    assert f'data-asked="{raised}"' in screen.html

    screen.tap(f"asks-{raised}")
    assert not screen.visit.questions


def test_the_list_is_one_tap_from_what_was_put_on_it_and_back_leads_there() -> None:
    screen = began("open-not-known", "asks-late-cups")
    assert screen.html.count('class="see-list"') == screen.html.count('class="ask"') > 0

    screen.tap("see-list")
    assert listed(screen) == titles(("late-cups",))

    screen.tap("back")
    assert (screen.visit.step, screen.visit.section) == ("guide", "short-nights-not-known")


def test_a_question_that_was_taken_off_the_list_can_be_put_back() -> None:
    screen = began("step-questions", f"off-{FIVE[0]}")
    assert listed(screen) == titles(FIVE[1:])
    assert session.ui().asking.more in screen.words

    screen.tap(f"add-{FIVE[0]}")

    assert listed(screen) == titles((*FIVE[1:], FIVE[0]))
    assert session.ui().asking.more not in screen.words


def test_every_question_in_sight_has_what_takes_its_tap() -> None:
    screen = began("next")

    shown = {one.split('"')[0] for one in screen.html.split('data-tap="asks-')[1:]}

    assert shown
    assert all(f"asks-{name}" in screen.acts for name in shown)


def test_a_visitor_who_picked_none_sees_the_five_of_the_condition() -> None:
    screen = began("step-questions")

    assert listed(screen) == titles(FIVE)
    assert session.ui().asking.lead_to_begin in screen.words


def test_a_visitor_sees_what_was_picked_and_no_other() -> None:
    screen = began("open-not-known", "asks-late-cups", "step-questions")

    assert listed(screen) == titles(("late-cups",))
    assert session.ui().asking.lead in screen.words


def test_a_question_is_asked_sooner_by_a_tap_and_the_first_can_come_no_sooner() -> None:
    screen = began("step-questions")
    assert not screen.controls["sooner-which-cup"]

    screen.tap("sooner-who-pours")

    assert listed(screen) == titles(
        ("which-cup", "who-pours", "how-long-warm", "what-else", "late-cups")
    )


def test_a_question_is_taken_off_by_a_tap() -> None:
    screen = began("step-questions", "off-what-else")

    assert listed(screen) == titles(("which-cup", "how-long-warm", "who-pours", "late-cups"))


def test_what_matters_moves_questions_forward_and_hides_none() -> None:
    screen = began("step-questions", "to-matters", "concern-company", "done")

    assert screen.visit.step == "questions"
    assert listed(screen)[0] == session.pack().question["who-pours"].title
    assert sorted(listed(screen)) == sorted(titles(FIVE))


def test_where_what_matters_is_marked_the_order_that_it_makes_is_in_sight() -> None:
    screen = began("step-questions", "to-matters")
    in_order = [screen.html.index(f"<li>{title}") for title in titles(FIVE)]
    assert in_order == sorted(in_order)

    screen.tap("concern-company")

    first = screen.html.index(f"<li>{session.pack().question['who-pours'].title}")
    assert first == min(screen.html.index(f"<li>{title}") for title in titles(FIVE))


def test_where_no_question_is_about_what_matters_that_is_told() -> None:
    company = next(one for one in session.pack().concerns if one.id == "company")
    told = session.ui().asking.matters_none.format(names=f"“{company.title}”")
    screen = began("step-questions", "to-matters", "concern-company")
    assert told not in screen.words

    screen = began("open-not-known", "asks-late-cups", "step-questions", "to-matters")
    assert told not in screen.words
    assert told in screen.tap("concern-company").words


def test_what_matters_moves_parts_of_the_guide_forward_and_hides_none() -> None:
    before = [name for name in began().controls if name.startswith("open-")]

    screen = began("to-matters", "concern-company", "done")

    after = [name for name in screen.controls if name.startswith("open-")]
    place = "open-driving"  # it raises the question who pours
    assert after.index(place) < before.index(place)
    assert sorted(after) == sorted(before)


def test_what_was_put_in_order_by_hand_stays_so_until_something_else_matters() -> None:
    screen = began("step-questions", "to-matters", "concern-company", "done", "sooner-which-cup")
    assert listed(screen)[0] == session.pack().question["which-cup"].title

    screen.tap("to-matters").tap("concern-company").tap("concern-company").tap("done")

    assert listed(screen)[0] == session.pack().question["who-pours"].title


def test_what_matters_is_marked_and_unmarked_by_a_tap() -> None:
    screen = began("step-questions", "to-matters", "concern-warmth")
    assert screen.visit.matters == {"warmth"}

    screen.tap("concern-warmth")

    assert screen.visit.matters == frozenset()


@pytest.mark.parametrize("place", [1, 2, 3])
def test_whichever_sentence_is_tapped_the_guide_is_shown_again_and_nothing_is_counted(
    place: int,
) -> None:
    [recall] = [one for one in session.pack().recalls if one.id == f"{PLAIN}-not-known"]
    labels = session.ui().asking
    screen = began("step-questions", "to-recall", f"recall-{recall.id}-{place}")

    told = labels.recall_says
    assert told in screen.words
    assert "Nobody knows all of it yet." in as_read(screen.html)
    sentences = [one for one in screen.every_control if f"recall-{recall.id}-" in one.name]
    both = f"{labels.recall_in_guide} · {labels.recall_tapped}"
    apart = {place: labels.recall_tapped, recall.place: labels.recall_in_guide}
    marks = {place: both} if place == recall.place else apart
    told_of = [one.label.split("\n")[0] if "\n" in one.label else None for one in sentences]
    assert told_of == [marks.get(number) for number in (1, 2, 3)]

    screen.tap(f"read-{recall.id}")
    assert (screen.visit.step, screen.visit.section) == ("guide", recall.section)
    screen.tap("back")
    assert screen.visit.step == "recall"
    assert told in screen.words


def test_nothing_of_it_outlives_clear_screen() -> None:
    [recall] = [one for one in session.pack().recalls if one.id == f"{PLAIN}-not-known"]
    screen = began("open-not-known", "asks-late-cups", "step-questions", "to-matters")
    screen.tap("concern-warmth").tap("done").tap("to-recall").tap(f"recall-{recall.id}-1")

    screen.tap("clear")

    assert screen.visit == Visit(number=screen.visit.number, turn=screen.visit.turn)
    assert "printouts" not in screen.app.session_state


def test_with_another_condition_only_what_fits_it_is_listed_and_nothing_is_lost() -> None:
    screen = began("open-not-known", "asks-late-cups", "all-parts", "next", "asks-how-long-warm")

    screen.tap("step-conditions").tap("condition-grey-days").tap("calm-guide").tap("step-questions")
    assert listed(screen) == titles(("how-long-warm",))

    screen.tap("step-conditions").tap(f"condition-{PLAIN}").tap("step-questions")
    assert listed(screen) == titles(("late-cups", "how-long-warm"))


def test_a_list_that_was_emptied_stays_empty_and_says_how_to_fill_it() -> None:
    screen = began("step-questions", *(f"off-{name}" for name in FIVE))

    assert listed(screen) == []
    assert session.ui().asking.lead_empty in screen.words


def test_two_questions_that_are_taken_off_before_the_list_is_drawn_anew_are_both_off() -> None:
    screen = began("step-questions")
    page = screen.visit.page

    for name in FIVE[1:3]:
        taps.comes(SESSION, Tap(page, f"off-{name}"))
    screen.app.run()

    assert listed(screen) == titles((FIVE[0], *FIVE[3:]))


def test_a_paper_is_given_to_the_printer_once_while_it_is_on_its_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[int] = []
    under_way = SimpleNamespace(state=SimpleNamespace(is_settled=False, kind="printing"))
    monkeypatch.setattr(session, "printouts", lambda: [(under_way, 2)] * len(given))
    monkeypatch.setattr(acts, "print_out", lambda _, pages: given.append(pages))

    for _ in range(2):
        on_paper.give(b"a paper", 2)

    assert given == [2]
