"""Studies as tables, with column headings in the visitor's language."""

from collections.abc import Iterable

import pandas as pd
from babel import Locale

from logic.content.prose import plain
from logic.content.strings import UiStrings
from logic.content.studies import StudySummary
from logic.formats import number


def study_table(studies: Iterable[StudySummary], ui: UiStrings, locale: Locale) -> pd.DataFrame:
    """One row for each study, in the order given: its index the study's id, its cells text."""
    labels, choices = ui.labels, ui.choices
    rows = {
        study.id: {
            labels.study: study.name or plain(study.title),
            labels.year: str(study.published),
            labels.people: people(study, ui, locale),
            labels.compared_with: choices.compared_with[study.compared_with],
            labels.found: plain(study.in_short),
            labels.harms: plain(study.harms_in_short),
            labels.certainty_short: choices.certainty[study.certainty],
        }
        for study in studies
    }
    return pd.DataFrame.from_dict(rows, orient="index", dtype="str")


def people(study: StudySummary, ui: UiStrings, locale: Locale) -> str:
    """How many people were in a study, or that we do not know."""
    if study.participants is None:
        return ui.labels.people_unknown
    return number(study.participants, locale)
