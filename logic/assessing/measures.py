"""Every measure that a criterion may name as `computed`, by that name."""

from logic.assessing import balance_told, numbers_told, plainness, trust
from logic.assessing.findings import Measure

ALL: tuple[Measure, ...] = (
    trust.sentences_with_a_source,
    trust.sources_with_a_year,
    trust.facts_read_first_hand,
    trust.items_reviewed_within_a_year,
    trust.items_signed_off,
    trust.findings_with_certainty,
    trust.conditions_with_open_questions,
    balance_told.harm_has_its_share,
    balance_told.harm_stands_with_benefit,
    balance_told.benefits_of_each_choice,
    balance_told.harms_of_each_choice,
    balance_told.other_care_named,
    balance_told.approval_told,
    balance_told.texts_without_avoided_phrases,
    balance_told.texts_that_neither_rank_nor_test,
    balance_told.languages_held_to_the_list,
    numbers_told.studies_with_event_rates,
    numbers_told.pictures_of_one_size,
    numbers_told.pictures_without_sums,
    numbers_told.outcomes_at_one_time,
    numbers_told.studies_tell_their_people,
    numbers_told.sides_with_a_picture,
    numbers_told.chances_that_are_drawn,
    numbers_told.numbers_as_people_count,
    numbers_told.effects_in_plain_units,
    plainness.sections_at_grade_six,
    plainness.words_that_can_be_tapped,
    plainness.sections_that_are_short,
)
MEASURES: dict[str, Measure] = {one.__name__.replace("_", "-"): one for one in ALL}
