"""How hard a text is to read."""

import re
from dataclasses import replace

import pytest

from logic.content.items import GlossaryTerm
from logic.content.pack import Draft
from logic.content.vocabulary import Words
from logic.grade import (
    SCALES,
    forms,
    glossary_words,
    grade,
    no_section_is_too_hard,
    section_scores,
    section_text,
    sections,
)


def test_longer_words_and_sentences_read_at_a_higher_grade(draft: Draft) -> None:
    known = glossary_words(draft)

    easy = grade("The cat sat. The dog ran.", known)
    hard = grade("Considerable variability characterises international expenditure.", known)

    assert easy < hard


def test_a_word_that_the_glossary_explains_counts_as_one_short_word(draft: Draft) -> None:
    known = glossary_words(draft)

    assert grade("It was a placebo.", known) == grade("It was a it.", known)


def test_a_form_of_a_word_counts_like_the_word(draft: Draft) -> None:
    known = glossary_words(draft)

    assert known.sub("it", "A cup of tea, two teas and Leaves.") == "A it, two it and it."


def test_a_longer_word_is_not_taken_for_the_known_one_within_it(draft: Draft) -> None:
    known = glossary_words(draft)

    assert known.sub("it", "A teapot and a leaflet.") == "A teapot and a leaflet."


def test_without_a_glossary_no_word_is_known(draft: Draft) -> None:
    bare = Draft(draft.folder, (), draft.ui_strings, draft.ui_file, draft.avoided)

    assert glossary_words(bare).sub("it", "A cup of tea.") == "A cup of tea."


def test_a_term_is_known_by_its_title_and_its_other_forms(draft: Draft) -> None:
    (tea,) = (entry.item for entry in draft.of(GlossaryTerm) if entry.item.id == "tea")

    assert forms(tea) == ("Tea", "cup of tea", "teas")


def test_all_that_a_visitor_reads_of_a_section_is_graded(draft: Draft) -> None:
    found = next(one.item for one in sections(draft) if one.item.id == "short-nights-found")

    text = section_text(found)

    assert text.startswith("Trials of the same tea do not agree.")
    assert "with water." in text
    assert text.endswith("The trials do not agree.")
    assert "[^" not in text


def test_every_section_has_a_grade(draft: Draft) -> None:
    grades = section_scores(draft)

    assert grades.keys() == {entry.item.id for entry in sections(draft)}


def test_a_spanish_text_of_longer_words_and_sentences_is_harder(draft: Draft) -> None:
    known = glossary_words(draft)
    scale = SCALES["es"]

    easy = scale.measure("El gato come. El perro corre.", known)
    hard = scale.measure("La administración intravenosa requiere monitorización.", known)

    assert scale.is_harder(hard, easy)
    assert scale.hardest_first({"easy": easy, "hard": hard})[0][0] == "hard"


def test_a_spanish_section_below_the_bound_is_told(draft: Draft) -> None:
    spanish = replace(draft, language="es")
    found = next(one for one in sections(spanish) if one.item.id == "short-nights-found")
    words = Words("Administración intravenosa hospitalaria monitorizada continuamente.")
    hard = found.item.model_copy(update=dict.fromkeys(("message", "body"), words))

    problems = list(no_section_is_too_hard(replace(spanish, entries=(replace(found, item=hard),))))

    assert str(problems[0].path).endswith("short-nights-found.en.md")
    assert re.match(r"This reads at INFLESZ -?[\d.]+\. .* to reach 60\.$", problems[0].message)


def test_spanish_is_measured_by_its_own_syllables_whatever_was_measured_before(
    draft: Draft,
) -> None:
    known, words, syllables, sentences = glossary_words(draft), 6, 12, 2
    formula = 206.84 - 62.3 * syllables / words - words / sentences

    SCALES["en"].measure("The cat sat.", known)

    assert SCALES["es"].measure("Casa, mesa, gente. Noche, piedra, perro.", known) == pytest.approx(
        formula
    )
