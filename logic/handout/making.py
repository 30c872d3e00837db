"""The words of the paper, from the pack, the clinic's file and the questions of the visit."""

from collections.abc import Iterable, Iterator
from datetime import date

from logic.content.items import AssessmentCheck, Condition, GuideSection
from logic.content.pack import Pack
from logic.content.questions import Question
from logic.formats import day, direction, locale_of
from logic.handout.notes import Notes
from logic.handout.pictured import studies_in_pictures
from logic.handout.sources import sources
from logic.handout.whom import places
from logic.handout.words import Block, Handout, Labels, Outside, Part, Run
from logic.matching import checks_for, in_every_page, own_sections
from logic.says_who import in_our_words, rating
from logic.settings import Settings

# In a line each: the harms follow whole, as large as what was found.
IN_A_LINE = ("what-it-is", "regulators", "found", "not-known", "session")


def handout_of(
    pack: Pack, settings: Settings, condition_id: str, questions: Iterable[Question], today: date
) -> Handout:
    """All that stands on the paper, in the language of the pack.

    `questions` are those of the visitor that are in sight, most wanted first (`logic/asking.py`
    decides which). What is held back on the screen is held back here.
    """
    notes = Notes(pack, today, locale_of(pack.language, settings.region))
    condition, mine = pack.condition[condition_id], own_sections(pack, condition_id)
    # In reading order, as works are numbered where they are first named.
    topic = introduction(condition, notes)
    known = tuple(in_a_line(one, notes) for one in mine if one.part in IN_A_LINE)
    harms = tuple(whole(one, notes) for one in mine if one.part == "harms")
    drawn = studies_in_pictures(condition_id, notes)
    asked = tuple(notes.part(one) for one in questions)
    checks = tuple(check(one, notes) for one in checks_for(pack, condition_id))
    whom = places(condition_id, settings, notes)
    shown = tuple(notes.shown)
    reviewed = f"{notes.approved()} {notes.clock(shown)}"
    labels, said = notes.labels, pack.ui_strings.handout
    return Handout(
        language=pack.language,
        direction=direction(pack.language),
        kiosk=labels.kiosk_name,
        day=day(today, notes.locale),
        reviewed=reviewed,
        in_need=tuple(one.short for one in in_every_page(pack) if one.short),
        outside=Outside(said.outside, said.fold),
        labels=labels_of(pack),
        topic=topic,
        known=known,
        harms=harms,
        studies=drawn,
        questions=asked,
        checks=checks,
        places=whom,
        sources=sources(notes),
    )


def labels_of(pack: Pack) -> Labels:
    """The paper's own words."""
    ui = pack.ui_strings
    labels, headings, said = ui.labels, ui.headings, ui.handout
    return Labels(
        title=said.title,
        informs=said.informs,
        crisis_ask=labels.crisis_ask,
        known=headings.guide,
        pictures=said.pictures,
        pictures_lead=said.pictures_lead,
        found=labels.found,
        harms=labels.harms,
        read_together=labels.read_together,
        questions=headings.questions,
        questions_lead=said.questions_lead,
        room=said.room,
        checks=headings.assessment,
        whom=headings.referral,
        sources=labels.about_sources_title,
        sources_lead=said.sources_lead,
        ours=labels.ours_short,
        ours_told=labels.ours_told,
        page_of=said.page_of,
    )


def introduction(condition: Condition, notes: Notes) -> Part:
    """The condition, in its own neutral words."""
    held = notes.held_back(condition)
    told = held or notes.blocks(in_our_words(condition.summary), condition)
    return notes.part(condition, *told)


def in_a_line(section: GuideSection, notes: Notes) -> Part:
    """A part of the guide in one sentence; of what was found also how sure we can be, and why."""
    if held := notes.held_back(section):
        return notes.part(section, *held)
    return notes.part(section, notes.line(section.message, section), *certainty(section, notes))


def certainty(section: GuideSection, notes: Notes) -> Iterator[Block]:
    """How sure we can be of what studies found, why, and whose rating it is."""
    if not (section.certainty and section.certainty_by and section.certainty_reason):
        return
    yield notes.how_sure(section.certainty)
    whose = notes.pack.ui_strings.choices.certainty_by[section.certainty_by]
    yield from notes.blocks(rating(section.certainty_reason, section.certainty_by), section)
    yield Block((Run(f"{notes.labels.rated_by.format(whose=whose)}."),))


def whole(section: GuideSection, notes: Notes) -> Part:
    """A part of the guide with all of its text."""
    if held := notes.held_back(section):
        return notes.part(section, *held)
    body = notes.blocks(section.body, section) if section.body else ()
    message = notes.line(section.message, section)
    return notes.part(section, Block(message.runs, is_lead=True), *body)


def check(given: AssessmentCheck, notes: Notes) -> Part:
    """One thing that a clinician checks, in a line."""
    held = notes.held_back(given)
    return notes.part(given, *(held or (notes.line(given.summary, given),)))
