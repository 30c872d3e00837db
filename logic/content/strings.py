"""Every word that the kiosk itself says: buttons, headings, labels, and the names of choices."""

from string import Formatter
from typing import get_args

from pydantic import Field, ValidationInfo, field_validator

from logic.content.vocabulary import (
    Certainty,
    CertaintyBy,
    ClearDifference,
    ComparedWith,
    ContactKind,
    Content,
    Disclosed,
    Drug,
    EffectMeasure,
    MainFinding,
    Masking,
    OfficialBody,
    SourceKind,
    StudyDesign,
    Verdict,
    Verification,
    Words,
)

# What the kiosk fills into a label, in curly brackets.
PLACEHOLDERS: dict[str, set[str]] = {
    "next_to": {"step"},
    "rated_by": {"whose"},
    "checked_on": {"date"},
    "issued_by": {"body"},
    "scan_alt": {"title"},
    "next_review": {"date"},
    "last_reviewed": {"date"},
    "reviewed_by": {"names"},
    "reviewer_on": {"name", "date"},
    "interval": {"percent", "low", "high"},
    "our_difference": {"arm", "comparator"},
    "out_of_hundred": {"percent"},
    "picture_alt": {"people", "of"},
    "count_of": {"people", "of"},
    "about_count_of": {"people", "of"},
    "rounded": {"percents"},
    "findings_in": {
        "difference",
        "no_clear_difference",
        "worse",
        "mixed",
        "no_comparison",
    },
    "agree_with": {"own", "others"},
    "a_group_of": {"count"},
    "map_spared": {"name"},
    "map_fewer": {"count"},
    "map_more": {"count"},
    "map_alt": {"told"},
    "map_effect": {"value"},
    "map_against": {"arm", "comparator"},
    "printed_interval": {"percent", "low", "high"},
    "our_interval": {"percent", "low", "high"},
    "mean_of": {"mean"},
    "median_of": {"median"},
    "about_dates": {"first", "last", "due"},
    "studies_shown": {"count", "all"},
    "here_since": {"names"},
    "also_called": {"names"},
    "matters_none": {"names"},
    "spread_of": {"sd"},
    "standard_error": {"se"},
    "p_value": {"p"},
    "p_value_nominal": {"p"},
    "also_heard": {"words"},
    "on_days": {"days", "times"},
    "from_day_to_day": {"first", "last"},
    "from_time_to_time": {"begin", "end"},
    "closed_on": {"days"},
    "clears_in": {"seconds"},
    "cleaning": {"seconds"},
    "not_translated": {"language"},
    "two_languages": {"language"},
    "card_of": {"number", "count"},
    "languages": {"languages"},
    "open_until": {"time"},
    "open_until_day": {"time", "day"},
    "opens_today": {"time"},
    "opens_tomorrow": {"time"},
    "opens_on": {"time", "day"},
    "page_of": {"number", "count"},
    "not_in_square": {"count"},
    "more_on_screen": {"count"},
    "page_written": {"date", "due"},
}

# The same for words that change with a number: that number is always {count}.
COUNTED_PLACEHOLDERS = {
    "people_from_to": {"count", "fewest", "most"},
    "chance_in": {"count", "by_chance"},
    "masked_in": {"count", "masked"},
    "people_of_people": {"count", "events"},
}
# Forms that are for one number alone in many languages, and may say it in a word or not at all.
OF_ONE_NUMBER = ("zero", "one", "two")


class Choices(Content):
    """The name of every value that a content file may choose."""

    verification: dict[Verification, Words]
    verification_short: dict[Verification, Words]
    certainty: dict[Certainty, Words]
    certainty_means: dict[Certainty, Words]
    certainty_by: dict[CertaintyBy, Words]
    source_kind: dict[SourceKind, Words]
    official_body: dict[OfficialBody, Words]
    drug: dict[Drug, Words]
    study_design: dict[StudyDesign, Words]
    masking: dict[Masking, Words]
    compared_with: dict[ComparedWith, Words]
    main_finding: dict[MainFinding, Words]
    funding: dict[Disclosed, Words]
    interests: dict[Disclosed, Words]
    clear_difference: dict[ClearDifference, Words]
    effect_measure: dict[EffectMeasure, Words]
    verdict: dict[Verdict, Words]
    verdict_means: dict[Verdict, Words]
    contact_kind: dict[ContactKind, Words]

    @field_validator("*")
    @classmethod
    def every_choice_has_a_name(
        cls, value: dict[str, Words], info: ValidationInfo
    ) -> dict[str, Words]:
        """A choice without a name would show its id to a visitor."""
        choices = get_args(get_args(cls.model_fields[str(info.field_name)].annotation)[0])
        if unnamed := [f"`{choice}`" for choice in choices if choice not in value]:
            raise ValueError(f"No name is given for {', '.join(unnamed)}. Add it to the list.")
        return value


class Sentences(Content):
    """Words of the kiosk's own, by name. What stands in curly brackets in one, the kiosk fills."""

    @field_validator("*")
    @classmethod
    def placeholders_are_the_ones_the_kiosk_fills(cls, value: Words, info: ValidationInfo) -> Words:
        """A placeholder that nobody fills would stop a page in front of a visitor."""
        wanted = PLACEHOLDERS.get(str(info.field_name), set())
        if placeholders(value) != wanted:
            listed = ", ".join(f"{{{one}}}" for one in sorted(wanted)) or "no { }"
            wrong = f"`{info.field_name}` must hold {listed}."
            raise ValueError(f"{wrong} Write it as the kiosk fills it.")
        return value


class Labels(Sentences):
    """Labels and short sentences within pages, in the order in which a visitor meets them."""

    kiosk_name: Words
    more: Words
    about: Words
    back: Words
    next: Words
    next_to: Words
    talk: Words
    clear_screen: Words
    close: Words
    crisis_ask: Words
    draft: Words
    draft_card: Words
    welcome_lead: Words
    welcome_is_title: Words
    welcome_is: Words
    welcome_is_not_title: Words
    welcome_is_not: Words
    welcome_takes_title: Words
    welcome_takes: Words
    welcome_kept_title: Words
    welcome_kept: Words
    welcome_adults: Words
    start: Words
    conditions_lead: Words
    conditions_none_title: Words
    conditions_none: Words
    calm_hope: Words
    calm_desk: Words
    read_on: Words
    read_more: Words
    guide_lead: Words
    also_called: Words
    guide_own: Words
    guide_common: Words
    all_parts: Words
    next_part: Words
    certainty: Words
    certainty_why: Words
    ground_people: Words
    ground_chance: Words
    ground_agree: Words
    findings_in: Words
    agree_alone: Words
    agree_with: Words
    words_here: Words
    sources_here: Words
    says_who: Words
    second_hand: Words
    ours_short: Words
    ours: Words
    ours_told: Words
    meaning_ours: Words
    number_second_hand: Words
    checked_on: Words
    issued_by: Words
    scan: Words
    scan_internet: Words
    scan_alt: Words
    scan_none: Words
    rated_by: Words
    next_review: Words
    reviewed_by: Words
    reviewer_on: Words
    last_reviewed: Words
    being_checked: Words
    being_checked_short: Words
    waiting_for_review: Words
    studies_none_title: Words
    studies_none: Words
    studies_none_filtered: Words
    studies_gap_title: Words
    studies_shown: Words
    here_since: Words
    view_cards: Words
    view_map: Words
    view_table: Words
    map_caption: Words
    map_how: Words
    map_scale: Words
    map_fewer: Words
    map_more: Words
    map_something_else: Words
    map_too_few: Words
    map_spared: Words
    map_alt: Words
    map_effect: Words
    map_against: Words
    printed_interval: Words
    our_interval: Words
    clear_short: Words
    map_no_interval: Words
    table_caption: Words
    asked: Words
    found: Words
    harms: Words
    people: Words
    a_group_of: Words
    people_unknown: Words
    more_about_study: Words
    studied: Words
    compared: Words
    followed: Words
    limits: Words
    published_in: Words
    study_kind: Words
    masking: Words
    funding: Words
    interests: Words
    seller_made: Words
    seller_not_checked: Words
    read_together: Words
    other_condition: Words
    numbers: Words
    outcome: Words
    time_point: Words
    difference: Words
    difference_printed: Words
    our_difference: Words
    our_arithmetic: Words
    clear_difference: Words
    interval: Words
    out_of_hundred: Words
    picture_alt: Words
    count_of: Words
    about_count_of: Words
    fewer_than_one: Words
    difference_none: Words
    rounded: Words
    dots_hundred: Words
    dots_people: Words
    dots_filled: Words
    dots_more_better: Words
    dots_more_worse: Words
    over_time: Words
    undrawn_benefit: Words
    undrawn_harm: Words
    mean_of: Words
    median_of: Words
    spread_of: Words
    standard_error: Words
    p_value: Words
    p_value_nominal: Words
    main_question: Words
    study: Words
    year: Words
    compared_with: Words
    certainty_short: Words
    claims: Words
    claims_check: Words
    claims_lead: Words
    claims_whose: Words
    claims_all: Words
    claims_other: Words
    also_heard: Words
    verdict: Words
    shown: Words
    assessment_lead: Words
    checks_title: Words
    tools_title: Words
    tools_lead: Words
    tools_none: Words
    tool_asked: Words
    tool_takes: Words
    tool_accuracy: Words
    tool_says: Words
    tool_rights: Words
    referral_lead: Words
    otherwise_title: Words
    find_title: Words
    clinic_desk_title: Words
    clinic_desk: Words
    clinic_contacts: Words
    call: Words
    text: Words
    website: Words
    number_being_checked: Words
    about_what_title: Words
    about_what: Words
    about_checked_title: Words
    about_checked: Words
    about_no_review: Words
    about_sponsor_title: Words
    about_sponsor: Words
    about_dates_title: Words
    about_dates: Words
    about_mistake_title: Words
    about_mistake: Words
    about_sources_title: Words
    sources_all: Words
    not_ready: Words
    away: Words
    clearing: Words
    unknown_error: Words
    hide: Words
    hidden: Words
    show_again: Words
    still_there: Words
    clears_in: Words
    more_time: Words
    touch_to_start: Words
    stop_moving: Words
    busy_title: Words
    busy: Words
    staff_pin: Words
    staff_wrong: Words
    staff_locked: Words
    staff_delete: Words
    staff_enter: Words
    cleaning: Words
    earlier_copy: Words
    registry: Words
    editing: Words
    not_translated: Words
    skip: Words
    comfort: Words
    comfort_lead: Words
    comfort_done: Words
    language_title: Words
    one_language: Words
    two_languages: Words
    text_size_title: Words
    size_usual: Words
    size_large: Words
    size_larger: Words
    size_largest: Words
    look_title: Words
    look_calm: Words
    look_contrast: Words
    look_dark: Words
    calm_title: Words
    calm_off: Words
    calm_on: Words
    helping_title: Words
    helping_off: Words
    helping_on: Words
    card_of: Words
    card_before: Words
    card_next: Words
    card_together: Words
    time_title: Words
    time_short: Words
    time_middle: Words
    time_long: Words
    time_short_told: Words
    time_middle_told: Words
    aloud: Words
    aloud_pause: Words
    aloud_go_on: Words
    aloud_stop: Words
    aloud_headphones: Words


class Counted(Content):
    """What is said of a number, in every form that the language has for numbers (CLDR's names).

    English has two: `one` (1 study), and `other` (2 studies). Arabic has all six.
    """

    zero: Words | None = None
    one: Words | None = None
    two: Words | None = None
    few: Words | None = None
    many: Words | None = None
    other: Words

    def said_of(self, category: str) -> Words:
        """The form for numbers of a category; that for all other numbers where it has none."""
        form: Words | None = getattr(self, category)
        return form or self.other


class CountedLabels(Content):
    """What the kiosk says of a number, in the order in which a visitor meets it."""

    people_from_to: Counted
    chance_in: Counted
    reviews_too: Counted
    masked_in: Counted
    studies_lead: Counted
    people_count: Counted
    people_of_people: Counted
    difference_more: Counted
    difference_fewer: Counted
    tool_questions: Counted
    about_sources: Counted
    pages_of_paper: Counted

    @field_validator("*")
    @classmethod
    def placeholders_are_the_ones_the_kiosk_fills(
        cls, value: Counted, info: ValidationInfo
    ) -> Counted:
        """The same as for other labels; a form for one number may leave some out: "1 person"."""
        wanted = COUNTED_PLACEHOLDERS.get(str(info.field_name), {"count"})
        for (category, *_), text in value.words():
            found = placeholders(text)
            may_be_left_out = wanted if category in OF_ONE_NUMBER else set[str]()
            if found is None or not wanted - may_be_left_out <= found <= wanted:
                listed = ", ".join(f"{{{one}}}" for one in sorted(wanted))
                wrong = f"`{category}` of `{info.field_name}` must hold {listed}."
                raise ValueError(f"{wrong} Write it as the kiosk fills it.")
        return value


def placeholders(text: str) -> set[str] | None:
    """What stands in curly brackets in a text; none where the brackets are not in pairs."""
    try:
        return {
            f"{name}{'!' if kind else ''}{form}"
            for _, name, form, kind in Formatter().parse(text)
            if name is not None
        }
    except ValueError:
        return None


class Asking(Sentences):
    """What stands on the pages of a visitor's questions, of what matters, and of what was read."""

    add: Words
    added: Words
    to_ask: Words
    lead: Words
    lead_to_begin: Words
    lead_empty: Words
    see_list: Words
    more: Words
    move_up: Words
    take_off: Words
    matters: Words
    matters_lead: Words
    matters_order: Words
    matters_none: Words
    matters_done: Words
    recall: Words
    recall_lead: Words
    recall_ask: Words
    recall_says: Words
    recall_in_guide: Words
    recall_tapped: Words
    recall_read: Words


class Taking(Sentences):
    """What stands on the page of what a visitor can take home."""

    lead: Words
    lead_no_questions: Words
    open: Words
    paper: Words
    paper_holds: Words
    usual_print: Words
    large_print: Words
    discreet: Words
    not_discreet: Words


class Filters(Content):
    """The ways to look at the list of studies."""

    all: Words
    largest: Words
    another_treatment: Words
    no_clear_difference: Words


class PrintingLabels(Sentences):
    """What is said of the printer: its states by their names, and what else stands there.

    None of it turns to its reader, so a helper reads the same.
    """

    print: Words
    ready: Words
    printing: Words
    slow: Words
    printed: Words
    not_printed: Words
    out_of_paper: Words
    away: Words
    too_many: Words
    too_long: Words
    not_made: Words
    ask_the_desk: Words


class Headings(Content):
    """The one heading of each page: the step, never the condition."""

    welcome: Words
    conditions: Words
    calm: Words
    guide: Words
    studies: Words
    assessment: Words
    referral: Words
    about: Words
    claims: Words
    comfort: Words
    for_staff: Words
    questions: Words
    matters: Words
    recall: Words
    take_home: Words


class PhoneLabels(Sentences):
    """What is said of taking something along on a phone, there and on the page that it opens."""

    title: Words
    scan_text: Words
    scan_text_no_questions: Words
    scan_text_private: Words
    scan_text_copy: Words
    scan_page: Words
    scan_page_private: Words
    square_text_alt: Words
    square_text_alt_no_questions: Words
    square_page_alt: Words
    not_in_square: Words
    people_not_in_square: Words
    more_on_screen: Words
    page_title: Words
    page_lead: Words
    page_empty: Words
    page_unknown: Words
    page_address: Words
    page_picked: Words
    page_known: Words
    page_ask: Words
    page_topics: Words
    page_every_topic: Words
    page_written: Words


class StepNames(Content):
    """The short name of each step, as it stands in the list of steps."""

    conditions: Words
    guide: Words
    studies: Words
    assessment: Words
    questions: Words
    referral: Words


class ContactLabels(Sentences):
    """What is said of the clinic's people, and by a visitor who shows the screen to them.

    Each of the sentences for the staff is named as its button is, with `name_of_` before it.
    """

    desk: Words
    languages: Words
    open_always: Words
    open_until: Words
    open_until_day: Words
    opens_today: Words
    opens_tomorrow: Words
    opens_on: Words
    closed_now: Words
    hours: Words
    on_days: Words
    from_day_to_day: Words
    from_time_to_time: Words
    all_day: Words
    midnight: Words
    closed_on: Words
    map_title: Words
    staff_title: Words
    staff_lead: Words
    show_staff: Words
    name_of_talk: Words
    name_of_now: Words
    name_of_other_way: Words
    talk: Words
    now: Words
    other_way: Words


class HandoutLabels(Sentences):
    """What the paper to take home says of itself, in the order in which it is read."""

    title: Words
    outside: Words
    fold: Words
    informs: Words
    pictures: Words
    pictures_lead: Words
    questions_lead: Words
    room: Words
    sources_lead: Words
    page_of: Words


class UiHelping(Content):
    """How the kiosk's own words are said to somebody who helps another person, by their names.

    Each field is called like the group of UiStrings whose words turn in it.
    """

    headings: dict[str, Words] = Field(default_factory=dict)
    labels: dict[str, Words] = Field(default_factory=dict)
    asking: dict[str, Words] = Field(default_factory=dict)
    taking: dict[str, Words] = Field(default_factory=dict)
    contacts: dict[str, Words] = Field(default_factory=dict)


class UiStrings(Content):
    """Every word the kiosk itself says, in one language.

    `addresses` are the words by which a text turns to its reader, and `asks_as` those by which a
    question speaks of who asks it. The source language names them: a text that holds one has a
    form for somebody who helps, and so has each of its translations.
    """

    language_name: Words
    addresses: tuple[str, ...] = ()
    asks_as: tuple[str, ...] = ()
    headings: Headings
    phone: PhoneLabels
    steps: StepNames
    handout: HandoutLabels
    labels: Labels
    asking: Asking
    taking: Taking
    counted: CountedLabels
    filters: Filters
    printing: PrintingLabels
    choices: Choices
    contacts: ContactLabels
    helping: UiHelping = UiHelping()
