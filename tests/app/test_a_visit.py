"""A visit: which page follows a tap, and what stands on it. On invented sample content."""

import re
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner import StopException

from logic import judging
from logic.content.items import Condition
from logic.content.prose import plain
from logic.matching import in_every_page, soonest_first
from logic.taps import Tap
from logic.visit import Visit, picking
from pages.parts import session, taps
from pages.parts.formats import counted, day
from tests.app.screen import SESSION, Screen, as_read

CALM, PLAIN = "grey-days", "short-nights"


def began(condition: str) -> Screen:
    """A visit on whose first page of the guide the visitor stands."""
    screen = Screen().tap("start").tap(f"condition-{condition}")
    return screen.tap("calm-guide") if condition == CALM else screen


def test_a_visit_starts_in_one_tap(screen: Screen) -> None:
    screen.tap("start")

    assert screen.heading == session.ui().headings.conditions


def test_next_leads_through_every_step_to_the_referral() -> None:
    screen = began(PLAIN)

    steps = [screen.visit.step, *(screen.tap("next").visit.step for _ in range(4))]

    assert steps == ["guide", "studies", "assessment", "questions", "referral"]
    assert not screen.controls["next"]


def test_the_guide_cannot_be_opened_before_a_condition_is_picked(screen: Screen) -> None:
    assert not any(screen.controls[f"step-{step}"] for step in ("guide", "studies", "assessment"))
    assert screen.controls["step-conditions"]


def test_suicidal_thoughts_first_show_a_calm_page_with_help_and_a_way_on(screen: Screen) -> None:
    screen.tap("start").tap(f"condition-{CALM}")

    at_once = in_every_page(session.pack())
    page = screen.html.split("<h1")[1]
    assert screen.visit.step == "calm"
    assert len(at_once) >= 2
    assert all(f"<h2>{one.title}</h2>" in page for one in at_once)
    assert all(f"<strong>{one.call}</strong>" in page for one in at_once)
    assert page.count('class="who') >= 2
    assert screen.tap("calm-guide").visit.step == "guide"


def test_the_calm_page_leads_to_a_person_in_one_tap(screen: Screen) -> None:
    screen.tap("start").tap(f"condition-{CALM}").tap("calm-referral")

    assert screen.visit.step == "referral"


def test_back_leads_from_a_part_of_the_guide_to_its_parts_and_on_to_the_conditions() -> None:
    screen = began(PLAIN).tap("open-found")

    sections = [screen.tap("back").visit.section, screen.tap("back").visit.step]

    assert sections == [None, "conditions"]


def test_all_parts_are_one_tap_from_any_part_and_back_leads_on_from_them() -> None:
    screen = began(PLAIN).tap("open-found")
    (following,) = (name for name in screen.controls if name.startswith("open-"))

    screen.tap(following).tap("all-parts")

    assert screen.visit.place.is_at("guide", None)
    assert screen.tap("back").visit.step == "conditions"


def test_back_leads_to_no_part_of_another_condition_whatever_the_way_was() -> None:
    screen = began(PLAIN).tap("back").tap("back").tap("step-questions").tap("to-recall")
    for kind in ("recall-", "read-"):
        screen.tap(next(name for name in screen.controls if name.startswith(kind)))
    screen.tap("step-conditions").tap(f"condition-{CALM}")

    steps = [screen.tap("back").visit.place[:2] for _ in range(2)]

    assert steps == [("conditions", None), ("welcome", None)]


def test_talk_and_about_lead_back_to_the_very_part_that_was_read() -> None:
    screen = began(PLAIN).tap("open-harms")
    reading = screen.visit.section

    screen.tap("talk").tap("step-about").tap("back")
    assert screen.visit.step == "referral"
    screen.tap("back")

    assert (screen.visit.step, screen.visit.section) == ("guide", reading)


def test_the_claims_are_one_tap_away_from_the_first_page_the_guide_and_the_studies() -> None:
    welcome = Screen()
    guide = began(PLAIN)
    studies = began(PLAIN).tap("next")

    steps = [screen.tap("claims").visit.step for screen in (welcome, guide, studies)]

    assert steps == ["claims"] * 3


def test_back_leads_from_the_claims_to_where_the_visitor_was_with_the_condition() -> None:
    screen = (
        began(PLAIN).tap("next").tap("study_filter-largest").tap("claims").tap("talk").tap("back")
    )

    screen.tap("back")

    assert (screen.visit.step, screen.visit.condition) == ("studies", PLAIN)
    assert screen.visit.study_filter == "largest"


def test_claims_on_the_visitors_topic_stand_first_under_their_own_heading() -> None:
    labels, pack = session.ui().labels, session.pack()

    html = began(PLAIN).tap("claims").html

    marks = [f"<h2>{labels.guide_own}</h2>", f"<h2>{labels.claims_other}</h2>"]
    own, other = (pack.claims[0], pack.claims[1])
    told = [html.index(one) for one in (marks[0], own.title, marks[1], other.title)]
    assert own.conditions == (PLAIN,)
    assert told == sorted(told)


def test_without_a_condition_the_claims_stand_in_their_order_and_hint_at_nobodys_choice() -> None:
    began(PLAIN).tap("claims")  # somebody else's visit

    screen = Screen().tap("claims")

    labels = session.ui().labels
    assert f"<h2>{labels.claims_all}</h2>" in screen.html
    assert labels.guide_own not in screen.words
    assert all(one.title not in screen.words for one in session.pack().conditions)


def test_a_claim_is_quoted_with_its_verdict_in_words_before_any_tap() -> None:
    html = Screen().tap("claims").html

    ui, claims = session.ui(), session.pack().claims
    cards = [as_read(card.split("<details")[0]) for card in html.split("<article")[1:]]
    for claim in claims:
        (card,) = [one for one in cards if f"“{claim.title}”" in one]
        assert ui.choices.verdict[claim.verdict] in card
        assert ui.choices.verdict_means[claim.verdict] in card
        assert plain(claim.in_short) in card


def test_a_claim_opens_to_what_studies_show_its_sources_and_its_dates() -> None:
    html = Screen().tap("claims").html

    ui, (claim, *_) = session.ui(), session.pack().claims
    card = next(one for one in html.split("<article")[1:] if claim.title in one)
    opened = as_read(card.split("</article>")[0].split("<details", 1)[1])
    assert "Of 60 people with tea" in opened
    assert ui.labels.sources_here in opened
    assert ui.labels.last_reviewed.format(date=day(claim.last_reviewed)) in opened
    assert ui.labels.next_review.format(date=day(claim.next_review)) in opened


def test_what_was_found_stands_on_one_page_with_its_harms() -> None:
    screen = began(PLAIN).tap("open-found")

    pack = session.pack()
    assert pack.section[f"{PLAIN}-found"].title in screen.words
    assert pack.section[f"{PLAIN}-harms"].title in screen.words


def test_picking_another_condition_forgets_the_first() -> None:
    screen = began(PLAIN).tap("next").tap("study_filter-largest").tap("step-conditions")

    screen.tap(f"condition-{CALM}").tap("calm-guide")

    assert screen.visit.condition == CALM
    assert screen.visit.study_filter == "all"
    assert session.pack().condition[PLAIN].title not in screen.words


def test_a_card_shows_question_finding_harms_people_and_certainty_before_any_tap() -> None:
    screen = began(PLAIN).tap("next")

    card = as_read(screen.html.split("<article")[1].split("<details")[0])
    labels, study = session.ui().labels, session.pack().study["hill-trial"]
    people = counted(session.ui().counted.people_count, study.participants or 0)
    for told in (labels.asked, labels.found, labels.harms, labels.certainty, people):
        assert told in card


def test_a_study_made_by_the_seller_says_so_on_its_card() -> None:
    screen = began(PLAIN).tap("next")

    made = sum(one.seller_made == "yes" for one in session.pack().study_summaries)
    cards = [as_read(card.split("<details")[0]) for card in screen.html.split("<article")[1:]]
    assert made
    assert sum(session.ui().labels.seller_made in card for card in cards) == made


def test_a_condition_without_a_study_says_that_this_is_not_a_finding(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (sample / "study_summaries").glob("*.md"):
        path.write_text(path.read_text().replace(f"- {PLAIN}\n", f"- {CALM}\n"))
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    monkeypatch.setattr(judging, "RULES", ())  # its guide still tells of them

    screen = began(PLAIN).tap("next")

    labels = session.ui().labels
    assert labels.studies_none in screen.words
    assert labels.studies_gap_title in screen.words
    assert "study_filter-largest" not in screen.controls


def test_a_study_that_only_stands_beside_says_for_whose_sake() -> None:
    screen = began(PLAIN).tap("next").tap("study_filter-another_treatment")

    labels, study = session.ui().labels, session.pack().study["hill-trial"]
    reason = labels.here_since.format(names=study.name or study.title)
    for view in ("cards", "table"):
        assert reason in screen.tap(f"study_view-{view}").words
    assert labels.studies_shown.format(count=1, all=3) in screen.words


def test_help_comes_in_the_order_of_urgency_and_the_crisis_line_first_after_suicide() -> None:
    resources = session.pack().referral_resources

    for condition, crisis_first in ((PLAIN, False), (CALM, True)):
        words = began(condition).tap("talk").words
        order = [one.title for one in soonest_first(resources, crisis_line_first=crisis_first)]
        assert [words.index(title) for title in order] == sorted(map(words.index, order))


def test_a_clinic_that_names_its_contacts_has_them_shown(settings: Path) -> None:
    settings.write_text(
        '[[contacts]]\nname = "A sample line"\nkind = "pain"\ndesk = "A sample place"\n'
    )

    words = Screen().tap("talk").words

    assert "A sample line" in words
    assert "A sample place" in words
    assert session.ui().labels.clinic_desk not in words


def test_without_contacts_the_front_desk_is_named_and_no_number() -> None:
    screen = Screen().tap("talk")

    desk = screen.html.split(session.ui().labels.clinic_desk)[0].rsplit("<h3>", 1)[1]
    assert session.ui().labels.clinic_desk_title in desk
    assert not re.search(r"\d", as_read(desk))


def test_a_clinic_shows_only_the_conditions_it_names(settings: Path) -> None:
    settings.write_text(f'conditions = ["{PLAIN}"]\n')

    screen = Screen().tap("start")

    assert [name for name in screen.controls if name.startswith("condition-")] == [
        f"condition-{PLAIN}"
    ]


def test_a_tap_that_was_meant_for_the_page_before_does_nothing(screen: Screen) -> None:
    before = screen.visit.page
    screen.tap("start")

    for control in ("start", "back", "step-about"):
        taps.comes(SESSION, Tap(before, control))
    screen.app.run()

    assert screen.visit.step == "conditions"


@pytest.mark.parametrize(("control", "step"), [("talk", "referral"), ("clear", "welcome")])
def test_help_and_the_end_are_meant_whatever_page_has_come(
    screen: Screen, control: str, step: str
) -> None:
    before = screen.visit.page
    screen.tap("start")

    taps.comes(SESSION, Tap(before, control))
    screen.app.run()

    assert screen.visit.step == step


def test_taps_that_wait_are_done_in_their_order(screen: Screen) -> None:
    page = screen.tap("comfort").visit.page

    for control in ("size-large", "look-dark", "size-largest"):
        taps.comes(SESSION, Tap(page, control))
    screen.app.run()

    assert (screen.visit.comfort.size, screen.visit.comfort.look) == ("largest", "dark")


def test_two_taps_on_one_control_of_a_page_lead_no_further_than_one(screen: Screen) -> None:
    page = screen.tap("start").tap(f"condition-{PLAIN}").tap("next").visit.page

    for _ in range(2):
        taps.comes(SESSION, Tap(page, "back"))
    screen.app.run()

    assert screen.visit.step == "guide"


def test_what_is_off_does_nothing_whoever_taps_it(screen: Screen) -> None:
    assert "step-guide" not in screen.acts
    assert screen.control("step-guide").is_off

    taps.comes(SESSION, Tap(screen.visit.page, "step-guide"))
    screen.app.run()

    assert screen.visit.step == "welcome"


def test_a_tap_that_is_stopped_half_way_is_done_by_the_script_that_follows(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.tap("start")
    stops = iter([StopException()])

    def stopped_once(visit: Visit, condition: Condition) -> Visit:
        for stop in stops:
            raise stop
        return picking(visit, condition)

    monkeypatch.setattr("pages.parts.acts.picking", stopped_once)
    taps.comes(SESSION, Tap(screen.visit.page, f"condition-{PLAIN}"))
    screen.app.run()  # another tap came: Streamlit stops this script
    assert screen.visit.step == "conditions"

    screen.app.run()

    assert (screen.visit.step, screen.visit.condition) == ("guide", PLAIN)
