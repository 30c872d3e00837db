"""Say what is wrong with the content, one problem on each line."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from logic.assessing import rules as self_assessment
from logic.content.pack import Draft, languages, read_draft
from logic.content.problems import ContentError, Problem, gathering
from logic.content.translations import Translation, of_no_language, of_no_source, read_translation
from logic.coverage import everything_is_covered
from logic.grade import no_section_is_too_hard
from logic.rules import (
    RULES,
    asked,
    counted,
    dates,
    helping,
    once,
    questions,
    sign_offs,
    translations,
)

EDITORS_RULES = (
    *RULES,
    *dates.EDITORS_RULES,
    *sign_offs.EDITORS_RULES,
    *helping.EDITORS_RULES,
    *questions.EDITORS_RULES,
    *asked.EDITORS_RULES,
    *once.EDITORS_RULES,
    *counted.RULES,
    no_section_is_too_hard,
    everything_is_covered,
    *self_assessment.RULES,
)

# What a translation is told of, beside what keeps its texts off the screen.
EVERY_LANGUAGES_RULES = (
    *sign_offs.RULES,
    *sign_offs.EDITORS_RULES,
    *asked.EDITORS_RULES,
    once.no_title_stands_twice,
    no_section_is_too_hard,
)

EVERY_RULE = (*EDITORS_RULES, *translations.BESIDE_THE_SOURCE)


def run(given: Namespace) -> int:
    """Print every problem; 1 where there is any."""
    problems = set(problems_in(given.content))
    for problem in sorted(problems):
        print(problem)
    print(f"{len(problems)} to fix." if problems else "Nothing to fix.")
    return 1 if problems else 0


def problems_in(content: Path) -> list[Problem]:
    """Every problem of a content folder: what stops a kiosk, and what stops only a release.

    A translation that is missing or wrong stops a release. A kiosk shows the source instead.
    """
    try:
        draft = read_draft(content)
    except ContentError as error:
        return list(error.problems)
    problems = [*of_the_source(draft), *of_no_language(content), *of_no_source(content)]
    for language in languages(content)[1:]:
        with gathering(problems):
            problems += translation_in(language, draft).problems
    return problems


def of_the_source(draft: Draft) -> list[Problem]:
    """Every problem of the content in the language of its source."""
    return [problem for rule in EDITORS_RULES for problem in rule(draft)]


def translation_in(language: str, source: Draft) -> Translation:
    """The content in another language as a kiosk shows it, and every problem of it.

    Raises ContentError where the kiosk's own words are not fit in it: there is no such language.
    """
    found = read_translation(source, language, translations.RULES)
    more = [problem for rule in EVERY_LANGUAGES_RULES for problem in rule(found.draft)]
    return replace(found, problems=(*found.problems, *more))
