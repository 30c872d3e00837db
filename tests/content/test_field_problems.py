"""What an editor is told about a field that is missing, misspelled, or holds the wrong thing.

Every kind of validation error that has a wording has a mistake here, or in `kiosk.toml`'s test.
`{line}` is the line where the edit begins, for a file whose length changes often.
"""

from typing import get_args

import pytest

from logic.content.pack import read_draft
from logic.content.problems import ContentError
from logic.content.vocabulary import GuidePart
from logic.content.wording import WORDING
from tests.conftest import Edit
from tests.unit.test_settings import MISTAKES as CLINIC_MISTAKES

CHECK = "assessment_checks/kettle.en.md"
CLAIM = "claims/tea-brings-sleep.en.md"
CONDITION = "conditions/grey-days.en.md"
COST = "guide_sections/common-cost.en.md"
CRISIS_LINE = "referral_resources/crisis-line.en.md"
FOUND = "guide_sections/short-nights-found.en.md"
HARMS = "guide_sections/short-nights-harms.en.md"
HILL = "study_summaries/hill-trial.en.md"
LAKE = "study_summaries/lake-review.en.md"
LIST = "screening_tools/evening-list.en.md"
PAPER = "sources/hill-paper.en.md"
PAGE = "sources/example-page.en.md"
PHRASES = "avoided_phrases/en.yaml"
REGULATORS = "guide_sections/short-nights-regulators.en.md"
RIVER = "study_summaries/river-trial.en.md"
TERM = "glossary/tea.en.md"
UI = "ui_strings/en.yaml"
WHAT_IT_IS = "guide_sections/short-nights-what-it-is.en.md"

*FIRST, LAST = (repr(part) for part in get_args(GuidePart))
PARTS = f"{', '.join(FIRST)} or {LAST}"

MISTAKES = [
    ("missing", COST, "title: Cost\n", "", ":2: `title` is missing."),
    ("missing", LIST, "## Rights\n\nAnyone may copy it.", "", ":2: `rights` is missing."),
    ("missing", UI, "language_name: English\n", "", ":1: `language_name` is missing."),
    (
        "missing",
        PHRASES,
        "    kind: unsafe\n",
        "",
        (
            ":15: `phrases.4.kind` is missing. "
            "Write one of: `recommends`, `promises`, `promotes`, `ranks`, `unsafe`, `technical`."
        ),
    ),
    (
        "missing",
        CLAIM,
        "verdict: overstated\n",
        "",
        (
            ":2: `verdict` is missing. Write one of: "
            "`supported`, `incomplete`, `overstated`, `outdated`, `wrong`, `unclear`."
        ),
    ),
    (
        "literal_error",
        CLAIM,
        "verdict: overstated",
        "verdict: true",
        (
            ":3: `verdict` must be 'supported', 'incomplete', 'overstated', 'outdated', 'wrong' or "
            "'unclear', not 'true'."
        ),
    ),
    (
        "missing",
        HILL,
        "    about: benefit\n",
        "",
        ":32: `outcomes.1.about` is missing. Write one of: `benefit`, `harm`.",
    ),
    ("string_too_short", LIST, "Anyone may copy it.[^ours]", "", ":23: `rights` is empty."),
    ("string_too_short", COST, "title: Cost", 'title: ""', ":2: `title` is empty."),
    (
        "too_short",
        LAKE,
        "drugs:\n  - ketamine\n  - esketamine\n",
        "drugs: []\n",
        ":5: `drugs` is too short: 0 given, 1 needed.",
    ),
    (
        "string_type",
        COST,
        "title: Cost",
        "title: [Cost, Price]",
        ":2: `title` must be one text, not ['Cost', 'Price'].",
    ),
    (
        "string_type",
        COST,
        "title: Cost",
        "title: {Cost}",
        ":2: `title` must be one text, not fields. Put quotation marks around a text with a `{{`.",
    ),
    (
        "string_pattern_mismatch",
        PAPER,
        "doi: 10.1000/hill",
        "doi: doi.org/hill",
        ":7: `doi` cannot be 'doi.org/hill'. Write it like `10.1000/182`.",
    ),
    (
        "string_pattern_mismatch",
        CHECK,
        "- short-nights",
        "- Short nights",
        ":4: `conditions.1` cannot be 'Short nights'. Write it like `two-words`.",
    ),
    (
        "string_pattern_mismatch",
        HILL,
        "      - arm: tea",
        "      - arm: Tea",
        ":39: `outcomes.1.figures.1.arm` cannot be 'Tea'. Write it like `two-words`.",
    ),
    (
        "tuple_type",
        TERM,
        "also:\n  - cup of tea\n  - teas\n",
        "also: cup of tea\n",
        ":3: `also` must be a list, one `- item` on each line, not 'cup of tea'.",
    ),
    (
        "dict_type",
        UI,
        "  certainty:\n",
        "  certainty: sure\n  certainties:\n",
        ":{line}: `choices.certainty` must be `name: text` lines, not 'sure'.",
    ),
    (
        "model_type",
        RIVER,
        "interests:\n  status: not-stated",
        "interests: not-stated",
        ":23: `interests` must be fields with their values, not 'not-stated'.",
    ),
    (
        "int_parsing",
        RIVER,
        "participants: 120\n",
        "participants: many\n",
        ":11: `participants` must be a whole number, not 'many'.",
    ),
    (
        "int_type",
        RIVER,
        "participants: 120\n",
        "participants: [60, 60]\n",
        ":11: `participants` must be a whole number, not ['60', '60'].",
    ),
    (
        "float_parsing",
        RIVER,
        "percent: 50",
        "percent: half",
        ":43: `outcomes.1.figures.1.percent` must be a number, not 'half'.",
    ),
    (
        "float_type",
        RIVER,
        "percent: 50",
        "percent: [50]",
        ":43: `outcomes.1.figures.1.percent` must be a number, not ['50'].",
    ),
    (
        "bool_parsing",
        CONDITION,
        "about_suicide: yes",
        "about_suicide: maybe",
        ":5: `about_suicide` must be yes or no, not 'maybe'.",
    ),
    (
        "bool_type",
        CONDITION,
        "about_suicide: yes",
        "about_suicide: [yes]",
        ":5: `about_suicide` must be yes or no, not ['yes'].",
    ),
    (
        "date_from_datetime_parsing",
        COST,
        "next_review: 2026-07-15",
        "next_review: in July",
        ":7: `next_review` must be a date written YYYY-MM-DD, not 'in July'.",
    ),
    (
        "date_from_datetime_inexact",
        COST,
        "next_review: 2026-07-15",
        "next_review: 20260715",
        ":7: `next_review` must be a date written YYYY-MM-DD, not '20260715'.",
    ),
    (
        "date_type",
        COST,
        "next_review: 2026-07-15",
        "next_review: [2026, 7, 15]",
        ":7: `next_review` must be a date written YYYY-MM-DD, not ['2026', '7', '15'].",
    ),
    (
        "url_parsing",
        CRISIS_LINE,
        "website: https://988lifeline.org",
        "website: our page",
        (
            ":12: `website` must be a full web address, not 'our page'. "
            "Write it like `https://988lifeline.org`."
        ),
    ),
    (
        "url_scheme",
        CRISIS_LINE,
        "website: https://988lifeline.org",
        "website: ftp://example.org/",
        (
            ":12: `website` must be a full web address, not 'ftp://example.org/'. "
            "Write it like `https://988lifeline.org`."
        ),
    ),
    (
        "url_type",
        CRISIS_LINE,
        "website: https://988lifeline.org",
        "website: [example.org]",
        (
            ":12: `website` must be a full web address, not ['example.org']. "
            "Write it like `https://988lifeline.org`."
        ),
    ),
    (
        "literal_error",
        RIVER,
        "certainty: low",
        "certainty: sure",
        ":25: `certainty` must be 'high', 'moderate', 'low' or 'very-low', not 'sure'.",
    ),
    (
        "literal_error",
        COST,
        "part: cost",
        "part: prize",
        f":4: `part` must be {PARTS}, not 'prize'.",
    ),
    (
        "literal_error",
        UI,
        "    very-low: Not sure at all",
        "    surely: Not sure at all",
        (
            ":{line}: `choices.certainty.surely` must be "
            "'high', 'moderate', 'low' or 'very-low', not 'surely'."
        ),
    ),
    (
        "greater_than",
        LIST,
        "questions: 5",
        "questions: 0",
        ":7: `questions` must be more than 0, not 0.",
    ),
    (
        "greater_than_equal",
        CHECK,
        "order: 1",
        "order: 0",
        ":6: `order` must be 1 or more, not 0.",
    ),
    (
        "less_than_equal",
        RIVER,
        "percent: 50",
        "percent: 140",
        ":43: `outcomes.1.figures.1.percent` must be 100 or less, not 140.",
    ),
    (
        "extra_forbidden",
        COST,
        "message:",
        "mesage:",
        ":3: `mesage` is not a field of GuideSection. Did you mean `message`?",
    ),
    (
        "extra_forbidden",
        COST,
        "Prices differ",
        "## Biscuits\n\nPrices differ",
        ":11: `biscuits` is not a field of GuideSection.",
    ),
    (
        "extra_forbidden",
        RIVER,
        "percent: 50",
        "percnt: 50",
        ":43: `outcomes.1.figures.1.percnt` is not a field of Figure. Did you mean `percent`?",
    ),
    (
        "extra_forbidden",
        RIVER,
        "percent: 50",
        "time_point: 2 weeks",
        (
            ":43: `outcomes.1.figures.1.time_point` is not a field of Figure. "
            "Arms of one outcome share one time. Write a second outcome for the other time."
        ),
    ),
    (
        "extra_forbidden",
        UI,
        "\nheadings:\n",
        "\nheadings:\n  wellcome: Welcome\n",
        ":5: `headings.wellcome` is not a field of Headings. Did you mean `welcome`?",
    ),
    (
        "value_error",
        COST,
        "next_review: 2026-07-15",
        "next_review: 2025-07-15",
        ":7: `next_review` must be later than `last_reviewed`.",
    ),
    (
        "extra_forbidden",
        COST,
        "part: cost",
        "part: cost\nreview_status: reviewed",
        (
            ":5: `review_status` is not a field of GuideSection. "
            "Take the line out: `python -m logic sign` records who approved an item."
        ),
    ),
    (
        "extra_forbidden",
        COST,
        "part: cost",
        "part: cost\nreviewed_by: A clinician",
        (
            ":5: `reviewed_by` is not a field of GuideSection. "
            "Take the line out: `python -m logic sign` records who approved an item."
        ),
    ),
    (
        "value_error",
        COST,
        "part: cost",
        "part: cost\nconditions: [grey-days]",
        ":4: `cost` is for every condition. Leave `conditions` out.",
    ),
    (
        "value_error",
        HARMS,
        "conditions:\n  - short-nights\n",
        "",
        ":4: `harms` needs `conditions`. Name the condition it is about.",
    ),
    (
        "value_error",
        REGULATORS,
        "us_approval:\n  ketamine: not-approved\n  esketamine: not-approved\n",
        "",
        ":2: `us_approval` belongs to `part: regulators`. Write both, or neither.",
    ),
    (
        "value_error",
        HARMS,
        "part: harms\n",
        "part: harms\nus_approval:\n  ketamine: in-part\n  esketamine: approved\n",
        ":2: `us_approval` belongs to `part: regulators`. Write both, or neither.",
    ),
    (
        "value_error",
        WHAT_IT_IS,
        "other_care:\n  - a cup of milk\n",
        "",
        ":2: `other_care` belongs to `part: what-it-is`. Write both, or neither.",
    ),
    (
        "value_error",
        HARMS,
        "part: harms\n",
        "part: harms\nother_care:\n  - a cup of milk\n",
        ":2: `other_care` belongs to `part: what-it-is`. Write both, or neither.",
    ),
    (
        "value_error",
        FOUND,
        "certainty_by: project\n",
        "",
        ":2: `found` needs `certainty`, `certainty_by` and a part `## Certainty reason`.",
    ),
    (
        "value_error",
        PAGE,
        "issued_by: nlm\n",
        "",
        ":2: A source needs `doi`, `pmid` or an official `issued_by`. Cite the work itself.",
    ),
    (
        "value_error",
        RIVER,
        "status: not-stated",
        "status: named",
        ":23: `who` belongs to `status: named`. Write both, or neither.",
    ),
    (
        "value_error",
        RIVER,
        "status: not-stated",
        "status: not-stated\n  who: A seller of tea",
        ":25: `who` belongs to `status: named`. Write both, or neither.",
    ),
    (
        "value_error",
        UI,
        '  people_count:\n    one: "1 person"\n    other: "{count} people"',
        '  people_count:\n    one: "1 person"\n    other: "{count} people }"',
        ":{line}: `other` of `people_count` must hold {{count}}. Write it as the kiosk fills it.",
    ),
    (
        "value_error",
        UI,
        '  people_count:\n    one: "1 person"\n    other: "{count} people"',
        '  people_count:\n    one: "1 person"\n    other: "{count:>9} people"',
        ":{line}: `other` of `people_count` must hold {{count}}. Write it as the kiosk fills it.",
    ),
    (
        "value_error",
        UI,
        "  next: Next\n",
        '  next: "{step}"\n',
        ":{line}: `next` must hold no {{ }}. Write it as the kiosk fills it.",
    ),
    (
        "value_error",
        UI,
        "  verification:\n    abstract: ",
        "  verification:\n    # abstract: ",
        ":{line}: No name is given for `abstract`. Add it to the list.",
    ),
    (
        "too_long",
        "recalls/grey-days-found.en.md",
        "  - Everybody sang.\n",
        "  - Everybody sang.\n  - It rained.\n",
        ":8: `not_said` is too long: 3 given, 2 at most.",
    ),
    (
        "none_required",
        "questions/who-pours.en.md",
        "next_review: 2026-07-15\n---\n",
        "next_review: 2026-07-15\n---\nWhoever is near.\n",
        ":8: The text below the header has no place in a file of this kind: take it out.",
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [mistake for _, *mistake in MISTAKES],
    ids=[kind for kind, *_ in MISTAKES],
)
def test_a_mistake_in_a_field_is_told_at_its_line(
    edited_content: Edit, name: str, old: str, new: str, told: str
) -> None:
    content = edited_content(name, old, new)
    text = (content / name).read_text(encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_draft(content)

    expected = told.format(line=text[: text.index(new)].count("\n") + 1)
    assert f"{content / name}{expected}" in str(caught.value).splitlines()


def test_every_mistake_between_fields_is_told_at_once(edited_content: Edit) -> None:
    edited_content(UI, '"{count} people"', '"{counts} people"')
    edited_content(UI, '"Rated {whose}"', '"Rated"')
    edited_content(RIVER, "status: not-stated", "status: not-stated\n  who: A seller of tea")
    content = edited_content(RIVER, "next_review: 2026-07-15", "next_review: 2025-07-15")

    with pytest.raises(ContentError) as caught:
        read_draft(content)

    found = [(problem.path.name, problem.line) for problem in caught.value.problems]
    assert found == [("river-trial.en.md", 25), ("river-trial.en.md", 76)] + [
        ("en.yaml", number + 1)
        for number, line in enumerate((content / UI).read_text(encoding="utf-8").splitlines())
        if line.startswith(("  rated_by:", "  people_count:"))
    ]


def test_every_kind_of_error_has_a_mistake() -> None:
    tried = {kind for kind, *_ in (*MISTAKES, *CLINIC_MISTAKES)}

    assert WORDING.keys() <= tried
