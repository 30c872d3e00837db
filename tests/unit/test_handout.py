"""The words of the paper: what the screen says, nothing that it holds back, no mark left over."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from logic.asking import questions_in_sight
from logic.clinic.profile import Contact
from logic.content.helping import for_a_helper
from logic.content.pack import Pack, pack_of, read_draft
from logic.content.translations import read_translation
from logic.content.vocabulary import Words
from logic.formats import day, locale_of
from logic.handout.making import handout_of
from logic.handout.words import Block, Handout, Part
from logic.pictures.outcomes import pictures
from logic.pseudo import LANGUAGE, add_to
from logic.settings import Settings
from tests.conftest import SAMPLE, TODAY, Edit
from tests.sign_offs import REVIEWER, changed, hiding_drafts, items_of

CONDITION = "short-nights"
LATER = date(2026, 7, 16)  # the day after the sample's review dates
# What the source and every language have in common: drawings, numbers, names, where to call.
THE_SAME = {"language", "direction", "kind", "drawing", "number", "where", "count", "page_of"}


def paper(pack: Pack, *questions: str, today: date = TODAY) -> Handout:
    """The words of a paper on the sample's condition, in a clinic that says nothing of itself."""
    asked = questions_in_sight(pack, questions, today)
    return handout_of(pack, Settings(), CONDITION, asked, today)


def told(blocks: tuple[Block, ...]) -> str:
    """What blocks say, with the marks of who says so in brackets."""
    return " ".join(
        f"[{run.text}]" if run.kind == "who" else run.text for block in blocks for run in block.runs
    )


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a paper, with the names of the places that it stands in."""
    if isinstance(value, str):
        yield place, value
    if isinstance(value, dict):
        for name, child in value.items():
            yield from texts(child, f"{place}.{name}")
    if isinstance(value, tuple | list):
        for number, child in enumerate(value):
            yield from texts(child, f"{place}.{number}")


def part(parts: tuple[Part, ...], title: str) -> str:
    """What the part under a title says."""
    return told(next(one.blocks for one in parts if one.title == title))


def test_the_questions_that_were_picked_stand_there_the_most_wanted_first(pack: Pack) -> None:
    made = paper(pack, "who-pours", "which-cup")

    assert [one.title for one in made.questions] == ["Who pours?", "Which cup would be kinder?"]


def test_without_a_question_none_stands_there_as_on_the_screen(pack: Pack) -> None:
    assert paper(pack).questions == ()


def test_a_helper_takes_home_the_questions_as_a_helper_asks_them(pack: Pack) -> None:
    (asked,) = paper(for_a_helper(pack), "with-my-biscuits").questions

    assert asked.title == pack.question["with-my-biscuits"].helping["title"]


def test_what_is_known_is_told_in_a_line_for_each_part_and_the_harms_whole(pack: Pack) -> None:
    made = paper(pack)

    assert [one.title for one in made.known] == [
        pack.section[f"short-nights-{name}"].title
        for name in ("what-it-is", "regulators", "found", "not-known", "session")
    ]
    (harms,) = made.harms
    assert "A cup of ketamine or esketamine can be too hot." in told(harms.blocks)
    assert "6 of 60 people burned their tongue." in told(harms.blocks)


def test_what_was_found_is_told_with_how_sure_we_can_be_and_why(pack: Pack) -> None:
    found = part(paper(pack).known, "What studies found")

    assert pack.ui_strings.choices.certainty["low"] in found
    assert "The trials do not agree." in found
    assert pack.ui_strings.choices.certainty_by["project"] in found


def test_no_mark_of_an_author_is_left_on_the_paper(pack: Pack) -> None:
    marked = "**Hot.** A cup of [tea](term:tea) is [best](mention:) hot.[^river-paper table]"
    harms = pack.section["short-nights-harms"].model_copy(update={"body": Words(marked)})
    sections = tuple(harms if one.id == harms.id else one for one in pack.guide_sections)

    made = paper(changed(pack, guide_sections=sections))

    left = [
        (place, text)
        for place, text in texts(asdict(made))
        if any(mark in text for mark in ("**", "](", "[^")) and not place.endswith("drawing")
    ]
    assert left == []
    assert "Hot. A cup of tea is best hot. [" in told(made.harms[0].blocks).replace("  ", " ")


def test_every_number_in_a_text_leads_to_a_work_and_tells_how_it_was_checked(pack: Pack) -> None:
    made = paper(pack)

    # A bare number tells who says so; our own words and what is only heard of say more.
    named = {
        run["text"].partition(" · ")[0]
        for run in runs(asdict(made))
        if run["kind"] == "who" and run["text"] != pack.ui_strings.labels.ours_short
    }
    cited = [one for source in made.sources for one in source.cited]
    assert named == {one.number for one in cited}
    verification = tuple(pack.ui_strings.choices.verification_short.values())
    assert all(one.checked.startswith(verification) for one in cited)
    assert sorted(named, key=int) == [str(number + 1) for number in range(len(cited))]


def runs(value: object) -> Iterator[dict[str, str]]:
    """Every run of a paper."""
    if isinstance(value, dict):
        if value.keys() == {"text", "kind"}:
            yield value
        for child in value.values():
            yield from runs(child)
    if isinstance(value, tuple | list):
        for child in value:
            yield from runs(child)


def test_what_is_known_from_someone_elses_account_says_so_where_it_stands(
    edited_content: Edit,
) -> None:
    folder = edited_content(
        "guide_sections/short-nights-harms.en.md", "tongue.[^river-paper table]", "tongue.[^meadow]"
    )
    folder = edited_content(
        "guide_sections/short-nights-harms.en.md", "In one trial 6 of 60 people", "Six people"
    )
    name = next(one.stem for one in (folder / "sources").glob("meadow*")).removesuffix(".en")
    edited_content("guide_sections/short-nights-harms.en.md", "[^meadow]", f"[^{name}]")
    pack = pack_of(read_draft(folder))

    (harms,) = paper(pack).harms

    assert pack.ui_strings.labels.second_hand in told(harms.blocks)


def test_the_drawn_study_shows_the_very_pictures_of_the_screen_gain_and_harm(pack: Pack) -> None:
    first, *behind = paper(pack).studies

    drawn = pictures(pack.study["river-trial"], pack)
    assert first.told.title == pack.study["river-trial"].title
    for shown, about in ((first.drawn_found, "benefit"), (first.drawn_harms, "harm")):
        on_screen = drawn.first(about)  # type: ignore[arg-type]  # one of the two
        assert shown
        assert on_screen
        numbers = [f"{one.share.people} of {one.share.of}" for one in on_screen.panels]
        assert [one.count for one in shown.arrays] == numbers
        assert [one.drawing.count("<path") > 0 for one in shown.arrays] == [True, True]
        assert all(
            people in one.alternative for one, people in zip(shown.arrays, numbers, strict=True)
        )
    assert [one.told.title for one in behind] == [pack.study["hill-trial"].title]


def test_a_study_of_which_only_one_half_can_be_drawn_is_not_drawn(pack: Pack) -> None:
    river = pack.study["river-trial"]
    for about in ("benefit", "harm"):
        half = tuple(one for one in river.outcomes if one.about == about)
        cut = river.model_copy(update={"outcomes": half})
        every = tuple(cut if one.id == river.id else one for one in pack.study_summaries)

        assert paper(changed(pack, study_summaries=every)).studies == ()


def test_of_studies_that_can_be_drawn_the_surest_is(pack: Pack) -> None:
    river = pack.study["river-trial"]
    surer = river.model_copy(
        update={"id": "surer-trial", "title": "A surer one", "certainty": "high", "published": 1950}
    )

    made = paper(changed(pack, study_summaries=(*pack.study_summaries, surer)))

    assert made.studies[0].told.title == "A surer one"


def test_what_the_screen_holds_back_the_paper_holds_back(pack: Pack) -> None:
    signed = [one for one in items_of(pack) if one.id not in {"short-nights-harms", "hill-trial"}]

    made = paper(hiding_drafts(pack, signed))

    waiting = pack.ui_strings.labels.waiting_for_review
    assert told(made.harms[0].blocks) == waiting
    assert part(made.known, "What studies found").startswith(waiting)  # no finding without harms
    assert made.studies == ()  # its partner is held back


def test_what_is_due_says_that_it_is_being_checked_but_help_that_cannot_wait_never_does(
    pack: Pack,
) -> None:
    made = paper(pack, "who-pours", today=LATER)

    labels = pack.ui_strings.labels
    assert all(labels.being_checked in told(one.blocks) for one in (*made.known, *made.harms))
    assert made.questions == ()
    urgent = [one for one in made.places if one.told.title in {"Crisis line", "Emergency"}]
    assert [way.where for one in urgent for way in one.ways][:2] == ["988", "988"]
    assert not any(labels.being_checked_short in told(one.told.blocks) for one in urgent)
    desk = next(one for one in made.places if one.told.title == "Front desk")
    assert labels.number_being_checked in told(desk.told.blocks)


def test_the_crisis_line_stands_first_and_a_clinic_without_contacts_names_the_desk(
    pack: Pack,
) -> None:
    made = paper(pack)

    assert [one.is_crisis_line for one in made.places].index(True) == 0
    labels = pack.ui_strings.labels
    desk = next(one for one in made.places if one.told.title == labels.clinic_desk_title)
    assert desk.ways == ()
    assert made.in_need == ("Call or text 988", "In danger: 911")


NURSE = Contact.model_validate(
    {
        "name": "Nurse line",
        "kind": "pain",
        "phone": "202-456-1111",
        "desk": "Desk 2",
        "hours": {"monday": ["09:00-17:00"]},
        "closed_on": ["2026-12-25"],
        "languages": ["en", "es"],
    }
)
CLINIC = Settings(clinic_name="Riverside Clinic", contacts=(NURSE,), time_zone="America/New_York")


def test_a_clinics_own_contacts_stand_on_the_paper_with_all_that_the_screen_says_but_now(
    pack: Pack,
) -> None:
    made = handout_of(pack, CLINIC, CONDITION, (), TODAY)

    place = next(one for one in made.places if one.told.title == "Riverside Clinic")
    (nurse,) = place.people
    ui = pack.ui_strings
    assert (nurse.name.text, nurse.kind) == ("Nurse line", ui.choices.contact_kind["pain"])
    assert [(way.how, way.where) for way in nurse.ways] == [(ui.labels.call, "(202) 456-1111")]
    assert [told((block,)) for block in nurse.told] == [
        f"{ui.contacts.desk}  Desk 2",
        ui.contacts.hours,
        "Monday: 9 AM to 5 PM",
        ui.contacts.closed_on.format(days="December 25, 2026"),
        ui.contacts.languages.format(languages="English, Spanish"),
    ]


def test_what_the_clinic_writes_of_itself_is_told_as_of_its_language_on_another_paper(
    tmp_path: Path,
) -> None:
    add_to(SAMPLE, tmp_path / "content")
    other = pack_of(read_translation(read_draft(tmp_path / "content"), LANGUAGE, ()).draft)

    made = handout_of(other, CLINIC, CONDITION, (), TODAY)

    place = next(one for one in made.places if one.told.title == "Riverside Clinic")
    (nurse,) = place.people
    assert (place.told.language, nurse.name.kind) == ("en", "clinic")
    assert [run.kind for run in nurse.told[0].runs] == ["plain", "clinic"]


def test_it_is_a_draft_until_all_that_stands_on_it_is_signed(pack: Pack) -> None:
    all_signed = hiding_drafts(pack, items_of(pack))
    one_draft = hiding_drafts(pack, [one for one in items_of(pack) if one.id != "who-pours"])
    draft = pack.ui_strings.labels.draft

    assert paper(changed(one_draft, show_drafts=True), "who-pours").reviewed.startswith(draft)
    signed = paper(all_signed, "who-pours").reviewed
    assert REVIEWER in signed
    assert draft not in signed
    locale = locale_of("en", "US")
    assert day(date(2026, 1, 15), locale) in signed
    assert day(date(2026, 7, 15), locale) in signed


def test_no_word_of_the_paper_was_never_given_as_words(pack: Pack, tmp_path: Path) -> None:
    add_to(SAMPLE, tmp_path / "content")
    translation = read_translation(read_draft(tmp_path / "content"), LANGUAGE, ())
    assert not translation.problems

    said = texts(asdict(paper(pack_of(translation.draft))))

    works = {one.text for source in paper(pack).sources for one in source.told.blocks[0].runs}
    same = [
        (place, one)
        for (place, one), (_, other) in zip(said, texts(asdict(paper(pack))), strict=True)
        if one == other and any(letter.isalpha() for letter in one) and one not in works
        if place.rpartition(".")[2] not in THE_SAME
    ]
    assert same == []


def test_what_has_no_translation_stands_in_the_source_and_says_so(
    pack: Pack, tmp_path: Path
) -> None:
    add_to(SAMPLE, tmp_path / "content")
    (tmp_path / "content" / "guide_sections" / f"short-nights-harms.{LANGUAGE}.md").unlink()
    made = paper(pack_of(read_translation(read_draft(tmp_path / "content"), LANGUAGE, ()).draft))

    (harms,) = made.harms

    assert (harms.language, harms.direction) == ("en", "ltr")
    assert harms.above
    assert harms.title == pack.section["short-nights-harms"].title
    assert {one.language for one in made.known} == {LANGUAGE}


@pytest.mark.parametrize("condition", ["short-nights", "grey-days"])
def test_nothing_that_names_the_paper_names_its_condition(pack: Pack, condition: str) -> None:
    made = handout_of(pack, Settings(), condition, (), TODAY)
    chosen = pack.condition[condition]

    outside = " ".join((made.kiosk, made.labels.title, *asdict(made.outside).values())).lower()

    names = (chosen.title, *chosen.also_called, *chosen.giveaways, *drugs(pack))
    assert not any(name.lower() in outside for name in names)


def drugs(pack: Pack) -> Iterator[str]:
    """What the drugs are called."""
    yield from (name for kind, name in pack.ui_strings.choices.drug.items() if "other" not in kind)
