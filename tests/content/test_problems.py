"""What an editor is told when a rule is broken: the file, the line, and what to write.

Every rule has a mistake here. A mistake is one edit to the sample content.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from logic.assessing import rules as self_assessment
from logic.commands.check import EDITORS_RULES, problems_in
from logic.content.pack import Draft, Rule, load_pack, read_draft
from logic.content.problems import ContentError
from logic.content.questions import Question
from logic.coverage import everything_is_covered
from logic.grade import no_section_is_too_hard
from logic.rules import (
    RULES,
    addresses,
    asked,
    balance,
    claims,
    counted,
    dates,
    facts,
    figures,
    harms,
    helping,
    intervals,
    once,
    phones,
    phrases,
    pleas,
    questions,
    references,
    sign_offs,
)
from tests.conftest import SAMPLE, Edit

CHECK = "assessment_checks/kettle.en.md"
CLAIM = "claims/tea-brings-sleep.en.md"
COST = "guide_sections/common-cost.en.md"
CONDITION = "conditions/short-nights.en.md"
CRISIS_LINE = "referral_resources/crisis-line.en.md"
DESK = "referral_resources/front-desk.en.md"
DRIVING = "guide_sections/common-driving.en.md"
EMERGENCY = "referral_resources/emergency.en.md"
FOUND = "guide_sections/short-nights-found.en.md"
GREY_FOUND = "guide_sections/grey-days-found.en.md"
GREY_HARMS = "guide_sections/grey-days-harms.en.md"
GREY_IS = "guide_sections/grey-days-what-it-is.en.md"
GREY_NOT_KNOWN = "guide_sections/grey-days-not-known.en.md"
HARMS = "guide_sections/short-nights-harms.en.md"
HILL = "study_summaries/hill-trial.en.md"
INTERVALS = "computed/intervals.yaml"
LAKE = "study_summaries/lake-review.en.md"
LIST = "screening_tools/evening-list.en.md"
MEADOW = "study_summaries/meadow-study.en.md"
PAPER = "sources/river-paper.en.md"
RIVER = "study_summaries/river-trial.en.md"
SESSION = "guide_sections/short-nights-session.en.md"
TERM = "glossary/tea.en.md"
UI = "ui_strings/en.yaml"


NO_MARK = (
    "is not a mark. "
    "Write `[word](term:id)`, `[word](mention:)`, `[^source]` or `**bold**`, on one line."
)
OFFICIAL = (
    "is not one of the official websites: 988lifeline.org, findtreatment.gov, www.samhsa.gov, "
    "www.veteranscrisisline.net. Use one of them, or leave it out."
)


ONE_COMPARATOR = (
    "of the arms here are a comparator. "
    "Give `comparator: yes` to exactly one of them, under `arms`."
)
INTERVAL = """\
  - study: river-trial
    outcome: 2
    arm: {value: 10.0, low: 4.7, high: 20.1, id: tea, events: 6, analysed: 60}
    comparator: {value: 0.0, low: 0.0, high: 6.0, id: water, events: 0, analysed: 60}
    risk_difference: {value: 10.0, low: 2.0, high: 20.1}
"""


class Mistake(NamedTuple):
    """One edit to the sample content, the rule it breaks, and what the editor is told."""

    rule: Rule
    file: str
    old: str
    new: str
    told: str


MISTAKES = [
    Mistake(
        facts.every_sentence_says_who,
        CHECK,
        "is on.[^example-page]",
        "is on. Why ask?",
        f"{CHECK}:10: Who says so? “A clinician asks when the kettle is on.” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        facts.every_sentence_says_who,
        LAKE,
        "## Certainty reason\n\nThe studies were small.[^lake-paper abstract]",
        "## Certainty reason\n\nThe studies were small.",
        f"{LAKE}:56: Who says so? “The studies were small.” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        facts.every_sentence_says_who,
        "sources/example-page.en.md",
        "readings:\n",
        "funding:\n  status: named\n  who: A town\nreadings:\n",
        "sources/example-page.en.md:8: Who says so? “A town” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        facts.funding_is_written_once,
        PAPER,
        "readings:\n",
        "funding:\n  status: not-stated\nreadings:\n",
        f"{PAPER}:10: Who paid stands in `study_summaries/river-trial`. Write it there only.",
    ),
    Mistake(
        references.conditions_exist,
        CHECK,
        "- short-nights",
        "- short-night",
        f"{CHECK}:4: No condition is called `short-night`. Did you mean `short-nights`? "
        "Name one that has a file.",
    ),
    Mistake(
        references.sources_exist,
        COST,
        "[^example-page]",
        "[^exampel-page]",
        f"{COST}:9: No source is called `exampel-page`. Did you mean `example-page`? "
        "Add `content/sources/exampel-page.en.md`.",
    ),
    Mistake(
        references.sources_exist,
        LIST,
        "source: river-paper",
        "source: stream",
        f"{LIST}:6: No source is called `stream`. Add `content/sources/stream.en.md`.",
    ),
    Mistake(
        references.sources_exist,
        HILL,
        "    source: hill-paper",
        "    source: stream table",
        f"{HILL}:46: No source is called `stream`. Add `content/sources/stream.en.md`.",
    ),
    Mistake(
        references.terms_exist,
        FOUND,
        "- In the hill trial tea",
        "- In the hill trial [tea](term:tee)",
        f"{FOUND}:14: No glossary term is called `tee`. Did you mean `tea`? Add it, or unlink.",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "- In the hill trial tea",
        "- In the hill trial [tea](term:Tea)",
        f"{FOUND}:14: `[tea](term:Tea)` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "- In the hill trial tea",
        "- In the hill trial [tea](tem:tea)",
        f"{FOUND}:14: `[tea](tem:tea)` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "clearly differ.[^hill-paper]",
        "clearly differ.[^hill-paper, table]",
        f"{FOUND}:14: `[^hill-paper, table]` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "clearly differ.[^hill-paper]",
        "clearly differ.[^hill-paper][hill-paper table]",
        f"{FOUND}:14: `[hill-paper table]` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "- In the hill trial tea",
        "- **In the hill trial tea",
        f"{FOUND}:14: `**` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "- In the hill trial tea",
        "- In the hill<br> trial tea",
        f"{FOUND}:14: `<br>` {NO_MARK}",
    ),
    Mistake(
        references.every_mark_is_well_formed,
        UI,
        "language_name: English",
        "language_name: English [tea](tea)",
        f"{UI}:2: `[tea](tea)` {NO_MARK}",
    ),
    Mistake(
        references.studies_to_read_with_exist,
        RIVER,
        "- hill-trial",
        "- hil-trial",
        f"{RIVER}:18: No study is called `hil-trial`. Did you mean `hill-trial`? "
        "Name one that has a file.\n"
        f"{HILL}:17: `river-trial` does not name this study back. Add it to its `read_with`.",
    ),
    Mistake(
        references.studies_to_read_with_exist,
        GREY_FOUND,
        "- lake-review",
        "- pond-review",
        f"{GREY_FOUND}:8: No study is called `pond-review`. Did you mean `lake-review`? "
        "Name one that has a file.",
    ),
    Mistake(
        references.every_condition_leads_to_help,
        DESK,
        "order: 3",
        "order: 3\nconditions: [short-nights]",
        "conditions/grey-days.en.md:2: "
        "No `routine` referral resource is for this condition. Add one.",
    ),
    Mistake(
        phones.every_number_can_be_reached,
        CRISIS_LINE,
        'call: "988"',
        'call: "899"',
        f"{CRISIS_LINE}:10: `899` is no number of the region (United States). "
        "Write one that answers there.",
    ),
    Mistake(
        phones.every_number_can_be_reached,
        CRISIS_LINE,
        'text: "988"',
        "text: HOME to 000000",
        f"{CRISIS_LINE}:11: `000000` is a placeholder. Write a number that somebody has called.",
    ),
    Mistake(
        phones.every_number_can_be_reached,
        EMERGENCY,
        'call: "911"',
        "call: WHO ANSWERS",
        f"{EMERGENCY}:9: `WHO ANSWERS` holds no number. Write the one to use, or leave it out.",
    ),
    Mistake(
        phones.what_stands_on_every_page_is_what_is_called,
        EMERGENCY,
        'short: "In danger: 911"',
        'short: "In danger: 112"',
        f"{EMERGENCY}:5: `112` is not in `call` or `text`. Write the same number.",
    ),
    Mistake(
        phones.every_region_has_an_emergency_number,
        EMERGENCY,
        'call: "911"',
        'call: "211"',
        "referral_resources:1: No resource tells to call the emergency number of US. Add one.",
    ),
    Mistake(
        references.one_crisis_line_stands_on_every_page,
        CRISIS_LINE,
        "crisis_line: yes\n",
        "",
        "referral_resources:1: US must have exactly one `crisis_line`, not 0. Mark the one.",
    ),
    Mistake(
        references.one_crisis_line_stands_on_every_page,
        EMERGENCY,
        "order: 1",
        "order: 1\ncrisis_line: yes",
        "referral_resources:1: US must have exactly one `crisis_line`, not 2. Mark the one.",
    ),
    Mistake(
        references.one_crisis_line_stands_on_every_page,
        CRISIS_LINE,
        "urgency: emergency",
        "urgency: urgent",
        f"{CRISIS_LINE}:5: "
        "The crisis line is an `emergency` and needs `short`, told on every page.",
    ),
    Mistake(
        references.one_crisis_line_stands_on_every_page,
        CRISIS_LINE,
        "short: Call or text 988\n",
        "",
        f"{CRISIS_LINE}:5: "
        "The crisis line is an `emergency` and needs `short`, told on every page.",
    ),
    Mistake(
        facts.every_number_has_a_source,
        HARMS,
        "tongue.[^river-paper table]",
        "tongue.",
        f"{HARMS}:11: No source: “In one trial 6 of 60 people burned their tongue.” "
        "Add `[^source]` after the sentence.",
    ),
    Mistake(
        facts.every_number_has_a_source,
        TERM,
        "have stood.",
        "have stood.\n\nMost people like to wait until the cup has cooled for three minutes.",
        f"{TERM}:11: No source: “Most people like to wait until the cup has cooled for thr...” "
        "Add `[^source]` after the sentence.",
    ),
    Mistake(
        facts.no_percentage_stands_alone,
        HARMS,
        "6 of 60 people burned",
        "10% of people burned",
        f"{HARMS}:11: `10%` stands alone. Write “about 7 out of 10 people”.",
    ),
    Mistake(
        facts.no_percentage_stands_alone,
        HARMS,
        "6 of 60 people burned",
        "10 percent burned",
        f"{HARMS}:11: `10 percent` stands alone. Write “about 7 out of 10 people”.",
    ),
    Mistake(
        facts.no_percentage_stands_alone,
        HARMS,
        "6 of 60 people burned",
        "In summary 10 percent burned",
        f"{HARMS}:11: `10 percent` stands alone. Write “about 7 out of 10 people”.",
    ),
    Mistake(
        facts.no_percentage_stands_alone,
        HARMS,
        "6 of 60 people burned",
        "10% of all people had a lower score and burned",
        f"{HARMS}:11: `10%` stands alone. Write “about 7 out of 10 people”.",
    ),
    Mistake(
        facts.every_text_has_a_source,
        COST,
        "[^example-page]",
        "[^ours]",
        f"{COST}:9: `body` names no source. Add `[^source]`.",
    ),
    Mistake(
        facts.every_text_has_a_source,
        MEADOW,
        "## Found\n\nPeople liked the meadow.[^meadow-paper]",
        "## Found\n\nPeople liked the meadow.",
        f"{MEADOW}:33: `found` names no source. Add `[^source]`.",
    ),
    Mistake(
        facts.every_text_has_a_source,
        MEADOW,
        "Nobody counted the harms.[^meadow-paper]",
        "Nobody counted the harms.",
        f"{MEADOW}:37: `harms` names no source. Add `[^source]`.",
    ),
    Mistake(
        facts.no_marker_claims_a_closer_check,
        COST,
        "[^example-page]",
        "[^example-page table]",
        f"{COST}:9: `example-page` was not read at `table`. Write `agency-page`, or read it.",
    ),
    Mistake(
        facts.no_marker_claims_a_closer_check,
        GREY_NOT_KNOWN,
        "[^lake-paper abstract]",
        "[^lake-paper]",
        f"{GREY_NOT_KNOWN}:11: `lake-paper` was read in more than one way. "
        "Say which: `abstract`, `table`.",
    ),
    Mistake(
        facts.no_marker_claims_a_closer_check,
        COST,
        "[^example-page]",
        "[^unread-law]",
        f"{COST}:9: `unread-law` was not checked. Read it and record that, or leave the fact out.",
    ),
    Mistake(
        facts.no_marker_claims_a_closer_check,
        HILL,
        "    source: hill-paper",
        "    source: hill-paper table",
        f"{HILL}:46: `hill-paper` was not read at `table`. Write `abstract`, or read it.",
    ),
    Mistake(
        figures.figures_add_up,
        RIVER,
        "percent: 50",
        "percent: 52",
        f"{RIVER}:42: 30 of 60 is 50.0, not 52 in 100. Check all three.",
    ),
    Mistake(
        figures.figures_add_up,
        RIVER,
        "events: 30",
        "events: 61",
        f"{RIVER}:42: 61 of 60 cannot be. Check both counts.",
    ),
    Mistake(
        figures.no_figure_tells_of_more_people_than_there_were,
        RIVER,
        "        events: 30\n        analysed: 60\n",
        "        events: 61\n",
        f"{RIVER}:42: 61 people of 60 cannot be. Check both counts.",
    ),
    Mistake(
        figures.no_figure_tells_of_more_people_than_there_were,
        RIVER,
        "        percent: 50\n        events: 30\n        analysed: 60\n",
        "        percent: 50\n        events: 61\n        analysed: 122\n",
        f"{RIVER}:42: 122 people of 120 cannot be. Check both counts.",
    ),
    Mistake(
        figures.figures_belong_to_arms,
        RIVER,
        "  - id: tea\n",
        "  - id: coffee\n",
        f"{RIVER}:42: `tea` is not one of the `arms`. Add it there.\n"
        f"{RIVER}:63: `tea` is not one of the `arms`. Add it there.",
    ),
    Mistake(
        figures.an_effect_is_of_two_arms_and_fits_their_shares,
        RIVER,
        "value: 16.7",
        "value: 0.3",
        f"{RIVER}:50: The shares are 16.7 of 100 apart, not 0.3. Check all three.",
    ),
    Mistake(
        figures.an_effect_is_of_two_arms_and_fits_their_shares,
        RIVER,
        "    effect:\n",
        "      - arm: tea\n        percent: 40\n    effect:\n",
        f"{RIVER}:52: This effect is of which arm? Write one outcome for each drug's arm.",
    ),
    Mistake(
        figures.an_effect_lies_in_its_interval,
        RIVER,
        "value: 16.7",
        "value: 36.7",
        f"{RIVER}:50: 36.7 does not lie between 0.2 and 33.1. Check all three.",
    ),
    Mistake(
        figures.an_effect_lies_in_its_interval,
        RIVER,
        "      high: 33.1\n",
        "",
        f"{RIVER}:50: An interval needs both `low` and `high`. Write both, or neither.",
    ),
    Mistake(
        figures.figures_add_up,
        RIVER,
        "        percent: 0\n        events: 0\n        analysed: 60",
        "        events: 0\n        analysed: 0",
        f"{RIVER}:67: 0 of 0 cannot be. Check both counts.",
    ),
    Mistake(
        figures.every_outcome_has_one_comparator,
        RIVER,
        "    comparator: yes\n",
        "",
        f"{RIVER}:40: 0 {ONE_COMPARATOR}\n{RIVER}:61: 0 {ONE_COMPARATOR}",
    ),
    Mistake(
        figures.every_outcome_has_one_comparator,
        RIVER,
        "    participants: 60\n",
        "    comparator: yes\n",
        f"{RIVER}:41: 2 {ONE_COMPARATOR}\n{RIVER}:62: 2 {ONE_COMPARATOR}",
    ),
    Mistake(
        intervals.every_interval_is_made_from_its_counts,
        RIVER,
        "events: 6\n",
        "events: 7\n",
        f"{INTERVALS}:9: These numbers were made from other counts. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_is_made_from_its_counts,
        RIVER,
        "        events: 0\n        analysed: 60\n",
        "",
        f"{INTERVALS}:9: No counts need these numbers. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_is_made_from_its_counts,
        INTERVALS,
        "intervals:\n",
        f"intervals:\n{INTERVAL}",
        f"{INTERVALS}:14: No counts need these numbers. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_is_made_from_its_counts,
        INTERVALS,
        INTERVAL,
        "  []\n",
        f"{RIVER}:62: No interval was made for `tea` here. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_agrees_with_its_counts,
        INTERVALS,
        "risk_difference: {value: 10.0",
        "risk_difference: {value: 10.1",
        f"{INTERVALS}:13: `risk_difference` is not what the counts give. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_agrees_with_its_counts,
        INTERVALS,
        "low: 4.7",
        "low: 14.7",
        f"{INTERVALS}:11: `arm` is not what the counts give. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_agrees_with_its_counts,
        INTERVALS,
        "high: 6.0",
        "high: -6.0",
        f"{INTERVALS}:12: `comparator` is not what the counts give. Run `make numbers`.",
    ),
    Mistake(
        intervals.every_interval_agrees_with_its_counts,
        INTERVALS,
        INTERVAL,
        f"{INTERVAL}    relative_risk: {{value: 2.0, low: 1.0, high: 3.0}}\n",
        f"{INTERVALS}:14: `relative_risk` is not what the counts give. Run `make numbers`.",
    ),
    Mistake(
        facts.no_doses,
        COST,
        "Prices differ",
        "Prices of 56 mg differ",
        f"{COST}:9: `56 mg` is a dose. Write “a lower dose” or “a higher dose”.",
    ),
    Mistake(
        facts.no_doses,
        COST,
        "A cup is",
        "A 56-mg cup is",
        f"{COST}:3: `56-mg` is a dose. Write “a lower dose” or “a higher dose”.",
    ),
    Mistake(
        facts.no_doses,
        UI,
        "language_name: English",
        "language_name: English, 5 mg",
        f"{UI}:2: `5 mg` is a dose. Write “a lower dose” or “a higher dose”.",
    ),
    Mistake(
        addresses.no_web_addresses,
        COST,
        "town to town.",
        "town to town, says teashop.com.",
        f"{COST}:9: `teashop.com` is a web address. Name the work or the body itself.",
    ),
    Mistake(
        addresses.no_web_addresses,
        UI,
        "language_name: English",
        "language_name: English, see tea.clinic",
        f"{UI}:2: `tea.clinic` is a web address. Name the work or the body itself.",
    ),
    Mistake(
        addresses.no_web_addresses,
        PAPER,
        'published_in: "Invented Journal of Tea 1:1"',
        "published_in: tea.health",
        f"{PAPER}:6: `tea.health` is a web address. Name the work or the body itself.",
    ),
    Mistake(
        addresses.no_web_addresses,
        PAPER,
        "an invented trial",
        "see tea.health",
        f"{PAPER}:5: `tea.health` is a web address. Name the work or the body itself.",
    ),
    Mistake(
        addresses.no_web_addresses,
        PAPER,
        "River R and others",
        "River R, see tea.health",
        f"{PAPER}:4: `tea.health` is a web address. Name the work or the body itself.",
    ),
    Mistake(
        addresses.every_website_is_official,
        CRISIS_LINE,
        "website: https://988lifeline.org",
        "website: https://988lifeline.org.tea.shop",
        f"{CRISIS_LINE}:12: `https://988lifeline.org.tea.shop/` {OFFICIAL}",
    ),
    Mistake(
        balance.every_condition_has_every_section,
        HARMS,
        "part: harms\nconditions:\n  - short-nights",
        "part: cost",
        f"{CONDITION}:2: This condition has no section `harms`. Write exactly one.",
    ),
    Mistake(
        balance.every_condition_has_every_section,
        COST,
        "part: cost",
        "part: session\nconditions: [short-nights]",
        f"{CONDITION}:2: This condition has 2 sections `session`. Write exactly one.",
    ),
    Mistake(
        balance.every_common_section_exists,
        DRIVING,
        "part: driving",
        "part: cost",
        "guide_sections/driving.en.md:1: "
        "The guide needs exactly one section `driving`, not 0. Write it.\n"
        "guide_sections/cost.en.md:1: "
        "The guide needs exactly one section `cost`, not 2. Write it.",
    ),
    Mistake(
        balance.a_finding_stands_with_its_harms,
        HARMS,
        "ketamine or esketamine",
        "esketamine",
        f"{HARMS}:11: `short-nights-found` tells of ketamine, this does not. Add its harms.",
    ),
    Mistake(
        balance.a_finding_stands_with_its_harms,
        GREY_HARMS,
        "Ketamine and esketamine",
        "Ketamine",
        f"{GREY_HARMS}:13: `grey-days-found` tells of esketamine, this does not. Add its harms.",
    ),
    Mistake(
        balance.a_section_tells_only_of_its_condition,
        GREY_FOUND,
        "bad days.[^lake-paper abstract]",
        "bad days.[^hill-paper]",
        f"{GREY_FOUND}:15: `hill-paper` did not study this condition. Leave it out here.",
    ),
    Mistake(
        balance.a_section_tells_only_of_its_condition,
        GREY_FOUND,
        "The studies were small.[^lake-paper abstract]",
        "The studies were small.[^hill-paper]",
        f"{GREY_FOUND}:19: `hill-paper` did not study this condition. Leave it out here.",
    ),
    Mistake(
        balance.a_section_names_the_studies_it_pairs,
        GREY_FOUND,
        "The studies were small.[^lake-paper abstract]",
        "The studies were small.[^river-paper table]",
        f"{GREY_FOUND}:15: `river-trial` is told without `hill-trial`. "
        "Tell it too, or name it in `read_with`.",
    ),
    Mistake(
        balance.a_section_names_the_studies_it_pairs,
        FOUND,
        "clearly differ.[^hill-paper]\n\n## Certainty reason\n\n"
        "The trials do not agree.[^hill-paper]",
        "clearly differ.\n\n## Certainty reason\n\nThe trials do not agree.",
        f"{FOUND}:13: `river-trial` is told without `hill-trial`. "
        "Tell it too, or name it in `read_with`.",
    ),
    Mistake(
        balance.a_section_names_the_studies_it_pairs,
        GREY_FOUND,
        "- lake-review",
        "- hill-trial",
        f"{GREY_FOUND}:15: `hill-trial` is told without `river-trial`. "
        "Tell it too, or name it in `read_with`.",
    ),
    Mistake(
        harms.harms_have_their_share_of_words,
        FOUND,
        "did not clearly differ.[^hill-paper]",
        "did not clearly differ, nor did any of the other drinks.[^hill-paper]",
        f"{CONDITION}:2: Of 100 words on benefit and harm, 39 are on harm, not 40. "
        "Tell more of `harms`, in the guide and the studies.",
    ),
    Mistake(
        harms.harms_are_drawn_where_they_can_be,
        RIVER,
        "    about: harm\n",
        "    about: harm\n    told_in: words\n",
        f"{RIVER}:62: Benefit is drawn here and this harm is not. Take out `told_in: words`.",
    ),
    Mistake(
        harms.other_care_stands_in_the_text,
        GREY_IS,
        "- a cup of milk",
        "- a cup of\n      cocoa",
        f"{GREY_IS}:6: The text does not name “a cup of cocoa”. Name it there, in the same words.",
    ),
    Mistake(
        facts.every_sentence_says_who,
        CLAIM,
        " at noon.[^ours]",
        " at noon.",
        f"{CLAIM}:20: Who says so? “Nobody asked how they felt at noon.” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        facts.every_sentence_says_who,
        CLAIM,
        "some burned their tongue.[^river-paper table]",
        "some burned their tongue.",
        f"{CLAIM}:4: Who says so? “More people slept longer with tea in one trial, and some...” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        references.studies_to_read_with_exist,
        CLAIM,
        "- hill-trial",
        "- hil-trial",
        f"{CLAIM}:10: No study is called `hil-trial`. Did you mean `hill-trial`? "
        "Name one that has a file.",
    ),
    Mistake(
        claims.every_claim_is_held_against_a_source,
        CLAIM,
        "6 burned their tongue.[^river-paper table]",
        "6 burned their tongue.[^ours]",
        f"{CLAIM}:18: `shown` cites no work. Cite the one that the verdict rests on.",
    ),
    Mistake(
        once.no_title_stands_twice,
        "claims/water-is-wet.en.md",
        "title: Water is wet",
        'title: "tea brings sleep, to all who [drink](mention:) it."',
        "claims/water-is-wet.en.md:2: `tea-brings-sleep` says the same. "
        "Keep one, or say how they differ.",
    ),
    Mistake(
        claims.a_claim_names_the_studies_it_pairs,
        CLAIM,
        "read_with:\n  - hill-trial\n",
        "",
        f"{CLAIM}:16: `river-trial` is told without `hill-trial`. "
        "Tell it too, or name it in `read_with`.",
    ),
    Mistake(
        claims.help_stands_with_a_claim_about_suicide,
        CLAIM,
        "A cup a day and you sleep",
        "A cup a day ends suicidal thoughts",
        f"{CLAIM}:18: This speaks of suicide without help. Say that 988 can be called or texted.",
    ),
    Mistake(
        dates.everything_is_reviewed_again_within_a_year,
        COST,
        "next_review: 2026-07-15",
        "next_review: 2027-01-17",
        f"{COST}:7: This is more than a year after `last_reviewed`. Write 2027-01-16 or earlier.",
    ),
    Mistake(
        dates.nothing_was_reviewed_on_a_day_to_come,
        COST,
        "last_reviewed: 2026-01-15",
        "last_reviewed: 2026-03-02",
        f"{COST}:6: 2026-03-02 has not come yet. Write the day on which somebody looked.",
    ),
    Mistake(
        dates.nothing_was_reviewed_on_a_day_to_come,
        PAPER,
        "invented table 2\n    read_on: 2026-01-10",
        "invented table 2\n    read_on: 2062-01-10",
        f"{PAPER}:16: 2062-01-10 has not come yet. Write the day on which somebody looked.",
    ),
    Mistake(
        phrases.no_avoided_phrases,
        COST,
        "Prices differ",
        "It is a\nmiraculous miracles cup. Prices differ",
        f"{COST}:10: “miracles”: It promises. Say how many people of 100.",
    ),
    Mistake(
        phrases.no_avoided_phrases,
        UI,
        "language_name: English",
        "language_name: Finest tea",
        f"{UI}:2: “Finest tea”: It ranks. Say what was compared.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        HARMS,
        "title: Harms",
        "title: Harms of short nights",
        f"{HARMS}:2: “short night” gives the condition away to a passer-by. Name the idea instead.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        RIVER,
        "by the river",
        "on gloomy days",
        f"{RIVER}:2: “gloom” gives the condition away to a passer-by. Name the idea instead.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        UI,
        "headings:\n  welcome: ",
        "headings:\n  welcome: Sleepless? ",
        f"{UI}:5: “sleepless” gives the condition away to a passer-by. Name the idea instead.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        SESSION,
        "  message: They sit",
        "  title: What sleepless people do\n  message: They sit",
        f"{SESSION}:11: “sleepless” gives the condition away to a passer-by. "
        "Name the idea instead.",
    ),
    Mistake(
        phrases.no_avoided_phrases,
        SESSION,
        "They sit,",
        "A miracle,",
        f"{SESSION}:11: “miracle”: It promises. Say how many people of 100.",
    ),
    Mistake(
        facts.every_sentence_says_who,
        SESSION,
        "they drink.[^example-page]",
        "they drink. They rest.[^example-page]",
        f"{SESSION}:12: Who says so? “A person stays with them while they drink.” "
        "Add `[^source]` after the sentence, or `[^ours]` if only we say it.",
    ),
    Mistake(
        helping.who_is_spoken_to_is_spoken_to_as_a_helper_too,
        SESSION,
        "  message: They sit, they sip, they wait.[^ours]\n",
        "",
        f"{SESSION}:3: `message` says “You”. "
        "Write under `helping` how a helper is told it, or the same words.",
    ),
    Mistake(
        helping.who_is_spoken_to_is_spoken_to_as_a_helper_too,
        UI,
        "filters:\n  all: All, surest first",
        "filters:\n  all: All your studies",
        f"{UI}:69: `filters.all` says “your”. It cannot turn for a helper. Say it of nobody.",
    ),
    Mistake(
        helping.a_form_for_a_helper_turns_a_text,
        SESSION,
        "  message: They sit",
        "  mesage: They sit",
        f"{SESSION}:11: `mesage` is no text of this file. Did you mean `message`? "
        "Name one, or take it out.",
    ),
    Mistake(
        helping.a_form_for_a_helper_says_the_same,
        SESSION,
        "they drink.[^example-page]",
        "they drink.[^ours]",
        f"{SESSION}:12: The source markers are not the same. Compare this with `body`.",
    ),
    Mistake(
        helping.a_form_for_a_helper_says_the_same,
        SESSION,
        "They sit,",
        "They sit 2 hours,",
        f"{SESSION}:11: The numbers differ. Compare this with `message`.",
    ),
    Mistake(
        phrases.a_questionnaire_is_never_administered,
        LIST,
        "when the kettle was last on.",
        "about the kettle.\nWhen was it on?",
        f"{LIST}:14: This asks a question of the visitor. Tell what it is about instead.",
    ),
    Mistake(
        phrases.hope_and_help_stand_with_suicide,
        GREY_IS,
        "call or text 988",
        "call a friend",
        f"{GREY_IS}:13: This speaks of suicide without help. Say that 988 can be called or texted.",
    ),
    Mistake(
        no_section_is_too_hard,
        COST,
        "Prices differ from town to town.",
        "Considerable geographical variability characterises international expenditure.",
        f"{COST}:9: This reads at grade 23.0. Shorten sentences and words to reach 8.",
    ),
    Mistake(
        asked.a_question_asks,
        "questions/who-pours.en.md",
        "Who pours?",
        "Who pours",
        "questions/who-pours.en.md:2: This is not one question. Ask one thing, and end it in `?`.",
    ),
    Mistake(
        asked.a_question_asks,
        "questions/who-pours.en.md",
        "Who pours?",
        "Who? And how?",
        "questions/who-pours.en.md:2: This is not one question. Ask one thing, and end it in `?`.",
    ),
    *(
        Mistake(
            asked.a_question_asks,
            "questions/who-pours.en.md",
            "Who pours?",
            f"Who pours?{behind}",
            f"questions/who-pours.en.md:2: “{behind}” stands behind `?`. Take it out.",
        )
        for behind in ("”", "[^ours]")
    ),
    Mistake(
        references.every_mark_is_well_formed,
        FOUND,
        "The trials do",
        "### Why\n\nThe trials do",
        f"{FOUND}:18: `### Why` {NO_MARK}",
    ),
    Mistake(
        once.no_title_stands_twice,
        "questions/who-pours.en.md",
        "Who pours?",
        "What else is there to drink?",
        "questions/who-pours.en.md:2: `what-else` says the same. Keep one, or say how they differ.",
    ),
    Mistake(
        once.no_place_is_taken_twice,
        "concerns/company.en.md",
        "order: 2",
        "order: 1",
        "concerns/warmth.en.md:4: `company` has the order 1 too. Give this one its own.",
    ),
    Mistake(
        asked.a_question_is_short,
        "questions/who-pours.en.md",
        "Who pours?",
        f"Who pours{' and pours' * 10}?",
        "questions/who-pours.en.md:2: This has 22 words. Ask it in 20 or fewer.",
    ),
    Mistake(
        pleas.nobody_is_told_to_have_the_treatment,
        "concerns/company.en.md",
        "Who sits at the table.",
        "Why people should take it.",
        "concerns/company.en.md:3: “people should take it”: a clinician and the person decide "
        "that. Ask or say what is known, or what this would mean.",
    ),
    Mistake(
        pleas.nobody_is_told_to_have_the_treatment,
        "recalls/grey-days-found.en.md",
        "- Everybody sang.",
        "- Everybody should try it.",
        "recalls/grey-days-found.en.md:10: “Everybody should try it”: a clinician and the person "
        "decide that. Ask or say what is known, or what this would mean.",
    ),
    *(
        Mistake(
            pleas.nobody_is_told_to_have_the_treatment,
            file,
            old,
            new,
            f"{file}:{line}: “{quoted}”: a clinician and the person decide that. Say what is "
            "known; words of somebody else stand in `[words](mention:)`.",
        )
        for file, old, new, line, quoted in (
            (FOUND, "title: What studies found", "title: Should I start?", 2, "Should I start"),
            (
                RIVER,
                "title: Tea or",
                "title: Start the treatment. Tea or",
                2,
                "Start the treatment",
            ),
            (
                CLAIM,
                '"More people',
                '"You should ask for it. More people',
                4,
                "You should ask for it",
            ),
            (
                FOUND,
                "- In the hill",
                "- Ask your doctor to\nstart.[^ours]\n- In the hill",
                14,
                "Ask your doctor to start",
            ),
            (UI, "start: Start", "start: Can I begin?", 113, "Can I begin"),
        )
    ),
    *(
        Mistake(
            asked.no_heading_tells_a_figure,
            file,
            "title: ",
            f"title: {told} ",
            f"{file}:2: “{told}” has no room for its source here. Say it in the text.",
        )
        for file, told in ((FOUND, "7"), (FOUND, "Half of"), (FOUND, "70%"), (RIVER, "Twice as"))
    ),
    Mistake(
        asked.what_states_nothing_tells_no_figure,
        "questions/who-pours.en.md",
        "Who pours?",
        "Does it last for 7 out of 10?",
        "questions/who-pours.en.md:2: “7” is a figure without a source. Say it without one.",
    ),
    Mistake(
        asked.what_states_nothing_tells_no_figure,
        "concerns/company.en.md",
        "Who sits at the table.",
        "Half of all people sit at the table.",
        "concerns/company.en.md:3: “Half of” is a figure without a source. Say it without one.",
    ),
    Mistake(
        asked.what_states_nothing_tells_no_figure,
        "recalls/grey-days-found.en.md",
        "- Everybody sang.",
        "- Ninety percent sang.",
        "recalls/grey-days-found.en.md:10: “Ninety percent” is a figure without a "
        "source. Say it without one.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        "questions/who-pours.en.md",
        "Who pours?",
        "Who pours on a gloomy day?",
        "questions/who-pours.en.md:2: “gloom” gives the condition away to a passer-by. Name the "
        "idea instead.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        "concerns/company.en.md",
        "title: Company",
        "title: Company on a gloomy day",
        "concerns/company.en.md:2: “gloom” gives the condition away to a passer-by. Name the "
        "idea instead.",
    ),
    Mistake(
        questions.everything_raises_a_question,
        "claims/tea-brings-sleep.en.md",
        "question: how-long-warm\n",
        "",
        "claims/tea-brings-sleep.en.md:2: This raises no question. Name one from "
        "`content/questions/`.",
    ),
    Mistake(
        questions.everything_raises_a_question,
        "claims/tea-brings-sleep.en.md",
        "question: how-long-warm",
        "question: how-long-war",
        "claims/tea-brings-sleep.en.md:12: No question is called `how-long-war`. Did you mean "
        "`how-long-warm`? Name one that has a file.",
    ),
    Mistake(
        questions.a_condition_has_five_questions,
        "conditions/grey-days.en.md",
        "  - what-else\n",
        "",
        "conditions/grey-days.en.md:9: A condition names 5 questions, each once. Here: 4. "
        "Name those that matter most.",
    ),
    Mistake(
        questions.a_condition_has_five_questions,
        "conditions/grey-days.en.md",
        "  - what-else\n",
        "  - late-cups\n",
        "conditions/grey-days.en.md:13: `late-cups` is not for every condition of this. Name "
        "one that is.",
    ),
    Mistake(
        questions.no_question_is_out_of_reach,
        "claims/water-is-wet.en.md",
        "question: with-my-biscuits",
        "question: who-pours",
        "questions/with-my-biscuits.en.md:2: Nothing raises this question, so nobody can ask "
        "it. Name it, or delete it.",
    ),
    Mistake(
        questions.concerns_exist,
        "questions/who-pours.en.md",
        "- company",
        "- companny",
        "questions/who-pours.en.md:4: No concern is called `companny`. Did you mean "
        "`company`? Name one that has a file.\nconcerns/company.en.md:2: No question is about "
        "this. Name it in the `concerns` of one, or delete it.",
    ),
    Mistake(
        questions.concerns_exist,
        "questions/who-pours.en.md",
        "- company",
        "- warmth",
        "concerns/company.en.md:2: No question is about this. Name it in the `concerns` of "
        "one, or delete it.",
    ),
    Mistake(
        questions.a_condition_has_three_recalls,
        "recalls/grey-days-found.en.md",
        "order: 1",
        "order: 2",
        "conditions/grey-days.en.md:2: This has recalls of the order 2, 2, 3. Write 3: 1, 2 and 3.",
    ),
    Mistake(
        questions.a_recall_leads_back_to_its_condition,
        "recalls/grey-days-found.en.md",
        "section: grey-days-found",
        "section: grey-days-foun",
        "recalls/grey-days-found.en.md:5: No guide section is called `grey-days-foun`. Did "
        "you mean `grey-days-found`? Name one that has a file.",
    ),
    Mistake(
        questions.a_recall_leads_back_to_its_condition,
        "recalls/grey-days-found.en.md",
        "section: grey-days-found",
        "section: short-nights-found",
        "recalls/grey-days-found.en.md:5: `short-nights-found` is not in the guide of "
        "`grey-days`. Name a section that is.",
    ),
    Mistake(
        questions.only_what_a_recall_says_has_a_source,
        "recalls/grey-days-found.en.md",
        "- Everybody sang.",
        "- Everybody sang.[^example-page]",
        "recalls/grey-days-found.en.md:10: The guide does not say this, so nobody does. Take "
        "the source out.",
    ),
    Mistake(
        questions.only_what_a_recall_says_has_a_source,
        "recalls/grey-days-found.en.md",
        "[^lake-paper abstract]",
        "[^hill-paper abstract]",
        "recalls/grey-days-found.en.md:7: `grey-days-found` does not cite this. Cite what it does.",
    ),
    Mistake(
        phrases.no_heading_names_a_condition,
        "recalls/grey-days-found.en.md",
        "title: What was found",
        "title: What grey days bring",
        "recalls/grey-days-found.en.md:2: “grey” gives the condition away to a passer-by. Name "
        "the idea instead.",
    ),
    Mistake(
        phrases.hope_and_help_stand_with_suicide,
        "recalls/grey-days-found.en.md",
        "Nobody knows all of it yet.",
        "Nobody knows all of suicide yet.",
        "recalls/grey-days-found.en.md:7: This speaks of suicide without help. Say that 988 "
        "can be called or texted.",
    ),
]

PROMISES = [
    (
        "- hill-trial: a trial\n",
        "- `pond-trial`:\n",
        (
            "docs/content-register.md:3: This line names nothing. "
            "Write it like - `an-id`: why it stands here."
        ),
    ),
    (
        "- `hill-trial`: a trial\n",
        "* `pond-trial`: why not\n",
        (
            "docs/content-gaps.md:3: This line names nothing. "
            "Write it like - `an-id`: why it stands here."
        ),
    ),
    (
        "- `hill-trial`: a trial\n- `pond-trial`: a trial\n",
        "- `river-trial`: why not\n",
        (
            "docs/content-register.md:4: `pond-trial` is neither shown nor named in "
            "`docs/content-gaps.md`. Do one of the two."
        ),
    ),
    (
        "- `hill-trial`: a trial\n- `pond-trial`: a trial\n",
        "- `hill-trial`: why not\n- `pond-trial`: why not\n",
        (
            "docs/content-register.md:3: `hill-trial` is shown and named as a gap. "
            "Take it out of `docs/content-gaps.md`."
        ),
    ),
    (
        "- `evening-list`: a list\n",
        "- `pond-trial`: why not\n",
        "content/glossary:1: The glossary has fewer than 40 terms. Add the ones texts use.",
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.rule.__name__)
def test_a_broken_rule_is_told_at_its_line(edited_content: Edit, mistake: Mistake) -> None:
    content = edited_content(mistake.file, mistake.old, mistake.new)

    problems = [str(problem) for problem in mistake.rule(read_draft(content))]

    assert sorted(problems) == sorted(f"{content}/{line}" for line in mistake.told.splitlines())


@pytest.mark.parametrize(
    ("register", "gaps", "told"),
    PROMISES,
    ids=["malformed", "malformed gap", "forgotten", "shown", "glossary"],
)
def test_a_broken_promise_is_told_at_its_line(
    sample: Path, register: str, gaps: str, told: str
) -> None:
    documents = sample.parent / "docs"
    documents.mkdir()
    (documents / "content-register.md").write_text(f"# Register\n\n{register}")
    (documents / "content-gaps.md").write_text(f"# Gaps\n\n{gaps}")

    problems = [str(problem) for problem in everything_is_covered(read_draft(sample))]

    assert f"{sample.parent}/{told}" in problems


def test_documents_without_a_register_are_told(sample: Path) -> None:
    (sample.parent / "docs").mkdir()

    problems = [str(problem) for problem in everything_is_covered(read_draft(sample))]

    missing = "docs/content-register.md:1: The file is missing. Put it back."
    assert f"{sample.parent}/{missing}" in problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'port = 9000\nclinic_name = "Miracles on the hill"\n',
            ":2: “Miracles”: It promises. Say how many people of 100.",
        ),
        (
            (
                '[[contacts]]\nname = "Desk"\nkind = "front-desk"\ndesk = "Here"\n\n'
                '[[contacts]]\nname = "Nurse"\nkind = "pain"\ndesk = "We recommend her"\n'
            ),
            (
                ":9: “We recommend”: The kiosk informs and never tells people what to choose. "
                "Say what was found."
            ),
        ),
        ("port = 80\n", ":1: `port` must be 1024 or more, not 80. Write it like `8501`."),
    ],
    ids=["name", "contact", "wrong"],
)
def test_a_clinic_that_promotes_is_told_at_its_line(
    draft: Draft, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")

    problems = [str(problem) for problem in phrases.no_clinic_promotes(draft)]

    assert problems == [f"{path}{told}"]


def test_every_rule_has_a_mistake_here() -> None:
    elsewhere = {
        everything_is_covered.__name__,
        phrases.no_clinic_promotes.__name__,
        counted.every_number_has_its_form.__name__,  # test_counted.py
    }
    signed = {rule.__name__ for rule in (*sign_offs.RULES, *sign_offs.EDITORS_RULES)}
    assessed = {rule.__name__ for rule in self_assessment.RULES}
    tried = {mistake.rule.__name__ for mistake in MISTAKES} | elsewhere | signed | assessed

    assert tried == {rule.__name__ for rule in EDITORS_RULES}


def test_every_rule_says_what_it_asks() -> None:
    assert [rule.__name__ for rule in EDITORS_RULES if not rule.__doc__] == []


def test_the_sample_itself_breaks_no_rule() -> None:
    assert problems_in(SAMPLE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("last_reviewed: 2026-01-15", "last_reviewed: 2026-03-01"), ("2026-07-15", "2027-01-16")],
    ids=["looked at today", "again in a year"],
)
def test_a_date_may_be_the_last_one_that_is_right(edited_content: Edit, old: str, new: str) -> None:
    content = edited_content(COST, old, new)

    assert problems_in(content) == []


def test_a_clock_that_begins_anew_stops_no_kiosk(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_TODAY", "1970-01-01")

    pack = load_pack(sample, RULES)

    assert pack.conditions


def test_half_of_the_sections_must_be_easy(sample: Path) -> None:
    for path in sample.glob("guide_sections/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text.rstrip()}\n\n{'It is a remarkable undertaking. ' * 9}\n")

    problems = [str(problem) for problem in no_section_is_too_hard(read_draft(sample))]

    assert problems[-1].startswith(f"{sample}/guide_sections:1: The median section reads at grade ")


def test_a_word_that_is_only_reported_is_no_avoided_phrase(edited_content: Edit) -> None:
    told = "They say [we recommend](mention:).[^ours] It differs"
    content = edited_content(COST, "Prices differ", told)

    assert problems_in(content) == []


def test_a_number_to_call_for_help_is_no_figure(edited_content: Edit) -> None:
    content = edited_content("questions/who-pours.en.md", "Who pours?", "Does 988 or 911 answer?")

    assert list(asked.what_states_nothing_tells_no_figure(read_draft(content))) == []


@pytest.mark.parametrize("told", ["988-1204", "1-988", "$988", "911.5"])
def test_a_longer_number_that_holds_one_to_call_is_a_figure(
    edited_content: Edit, told: str
) -> None:
    content = edited_content("questions/who-pours.en.md", "Who pours?", f"Does {told} answer?")

    (problem,) = asked.what_states_nothing_tells_no_figure(read_draft(content))

    assert problem.message == f"“{told}” is a figure without a source. Say it without one."


def test_a_study_may_be_named_by_its_size_and_year(edited_content: Edit) -> None:
    content = edited_content(RIVER, "title: Tea or", "title: In 2025, of 60 people, tea or")

    assert list(asked.no_heading_tells_a_figure(read_draft(content))) == []


def test_what_others_say_is_no_plea(edited_content: Edit) -> None:
    edited_content(CLAIM, "title: Tea", "title: You should try it, as tea")
    content = edited_content(
        FOUND, "- In the hill", "- They say [you should take it](mention:).[^ours]\n- In the hill"
    )

    assert list(pleas.nobody_is_told_to_have_the_treatment(read_draft(content))) == []


def test_a_question_mentions_nobody(edited_content: Edit) -> None:
    plea = "Should I [have it](mention:)?"
    content = edited_content("questions/who-pours.en.md", "Who pours?", plea)

    (problem,) = pleas.nobody_is_told_to_have_the_treatment(read_draft(content))

    assert problem.message.startswith("“Should I have it”")


def test_a_question_in_spanish_has_both_its_marks(edited_content: Edit) -> None:
    asked_in_it = "Si hace frío, ¿quién sirve?"
    content = edited_content("questions/who-pours.en.md", "Who pours?", asked_in_it)
    spanish = replace(read_draft(content), language="es")

    problems = list(asked.a_question_asks(spanish))

    assert {problem.path.name for problem in problems} == {
        f"{entry.item.id}.en.md" for entry in spanish.of(Question) if entry.item.id != "who-pours"
    }
    assert {problem.message for problem in problems} == {
        "This is not one question. Ask one thing, open it once with `¿`, and end it in `?`."
    }


def test_advice_on_a_phrase_is_given_once_where_a_longer_one_holds_it(edited_content: Edit) -> None:
    longer = (
        "finest tea\n    kind: ranks\n    reason: It ranks.\n    instead: Say what was compared."
    )
    both = longer.replace("finest", "the finest") + f"\n  - phrase: {longer}"
    edited_content("avoided_phrases/en.yaml", longer, both)
    content = edited_content(COST, "Prices differ", "It is the finest tea. Prices differ")

    (problem,) = phrases.no_avoided_phrases(read_draft(content))

    assert problem.message == "“the finest tea”: It ranks. Say what was compared."


def test_an_official_address_may_be_told(edited_content: Edit) -> None:
    content = edited_content(COST, "town to town.", "town to town, says 988lifeline.org.")

    assert list(addresses.no_web_addresses(read_draft(content))) == []


@pytest.mark.parametrize(
    "told",
    [
        "evilsamhsa.org",
        "samhsa.shop",
        "988lifeline.org.shop",
        "988lifeline.com",
        "my-988lifeline.org",
        "ketamine.clinic",
        "x.health",
        "TEA.CLINIC",
        "www.tea.de",
        "https://988lifeline.org",
    ],
)
def test_any_other_address_is_told_whole(edited_content: Edit, told: str) -> None:
    content = edited_content(COST, "town to town.", f"town to town, says {told}.")

    (problem,) = addresses.no_web_addresses(read_draft(content))

    assert problem.message.startswith(f"`{told}")


@pytest.mark.parametrize(
    "said",
    [
        "Some teas (e.g. green tea, i.e. leaves) are dear.",
        "Ask in the clinic. Next, ask at 5 p.m. in the U.S. of A.",
        "It fell from 8.6 to 4.1 of 10...or so.[^example-page]",
        "See ClinicalTrials.gov for **more.**",
    ],
)
def test_ordinary_prose_holds_no_address(edited_content: Edit, said: str) -> None:
    content = edited_content(COST, "Prices differ", f"{said} Prices differ")

    assert list(addresses.no_web_addresses(read_draft(content))) == []


@pytest.mark.parametrize(
    "website",
    [
        "http://988lifeline.org",
        "https://988lifeline.org:8080",
        "https://988lifeline.org@tea.shop",
        "https://tea@988lifeline.org",
        "https://evilsamhsa.org",
        "https://samhsa.shop",
    ],
)
def test_a_website_that_only_looks_official_is_told(edited_content: Edit, website: str) -> None:
    content = edited_content(CRISIS_LINE, "https://988lifeline.org", website)

    (problem,) = addresses.every_website_is_official(read_draft(content))

    assert problem.line == 12


def test_a_page_of_an_official_website_may_be_told(edited_content: Edit) -> None:
    content = edited_content(CRISIS_LINE, "988lifeline.org", "www.samhsa.gov/find-help")

    assert list(addresses.every_website_is_official(read_draft(content))) == []


def test_a_condition_needs_an_emergency_resource(edited_content: Edit) -> None:
    edited_content(EMERGENCY, "urgency: emergency", "urgency: urgent")
    content = edited_content(CRISIS_LINE, "urgency: emergency", "urgency: urgent")

    problems = list(references.every_condition_leads_to_help(read_draft(content)))

    assert {problem.message for problem in problems} == {
        "No `emergency` referral resource is for this condition. Add one."
    }


def test_what_breaks_a_rule_is_never_shown(edited_content: Edit) -> None:
    content = edited_content(COST, "[^example-page]", "")

    with pytest.raises(ContentError, match="names no source"):
        load_pack(content, RULES)


def test_problems_of_several_rules_are_told_at_once_and_in_order(edited_content: Edit) -> None:
    edited_content(RIVER, "percent: 50", "percent: 52")
    edited_content(COST, "[^example-page]", "")
    content = edited_content(CHECK, "- short-nights", "- short-night")

    with pytest.raises(ContentError) as caught:
        load_pack(content, RULES)

    assert list(dict.fromkeys(problem.path.name for problem in caught.value.problems)) == [
        "kettle.en.md",
        "common-cost.en.md",
        "river-trial.en.md",
    ]
