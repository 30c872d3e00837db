"""Studies as tables."""

from logic.content.pack import Pack
from logic.formats import locale_of
from logic.tables import people, study_table

HERE = locale_of("en", "US")


def test_a_table_has_one_row_for_each_study_in_the_order_given(pack: Pack) -> None:
    studies = [pack.study["river-trial"], pack.study["hill-trial"]]

    table = study_table(studies, pack.ui_strings, HERE)

    assert list(table.index) == ["river-trial", "hill-trial"]


def test_harms_have_a_column_beside_what_was_found(pack: Pack) -> None:
    labels = pack.ui_strings.labels

    columns = list(study_table(pack.study_summaries, pack.ui_strings, HERE).columns)

    assert columns.index(labels.harms) == columns.index(labels.found) + 1


def test_a_row_holds_what_a_visitor_reads(pack: Pack) -> None:
    labels, choices = pack.ui_strings.labels, pack.ui_strings.choices
    river = pack.study["river-trial"]

    row = study_table([river], pack.ui_strings, HERE).loc["river-trial"]

    assert row[labels.study] == "RIVER"
    assert row[labels.year] == "2019"
    assert row[labels.found] == "More people slept longer with tea."
    assert row[labels.compared_with] == choices.compared_with["placebo"]
    assert row[labels.certainty_short] == choices.certainty["low"]


def test_a_study_without_a_name_is_told_by_its_title(pack: Pack) -> None:
    lake = pack.study["lake-review"]

    row = study_table([lake], pack.ui_strings, HERE).loc["lake-review"]

    assert row[pack.ui_strings.labels.study] == "All teas by the lake"


def test_marks_are_taken_out_of_a_cell(pack: Pack) -> None:
    study = pack.study["lake-review"].model_copy(update={"in_short": "No [tea](term:tea).[^lake]"})

    row = study_table([study], pack.ui_strings, HERE).loc["lake-review"]

    assert row[pack.ui_strings.labels.found] == "No tea."


def test_every_cell_is_text(pack: Pack) -> None:
    table = study_table(pack.study_summaries, pack.ui_strings, HERE)

    assert {str(kind) for kind in table.dtypes} == {"str"}


def test_a_table_of_no_study_has_no_row(pack: Pack) -> None:
    assert study_table([], pack.ui_strings, HERE).empty


def test_people_are_counted_in_thousands_or_said_to_be_unknown(pack: Pack) -> None:
    assert people(pack.study["hill-trial"], pack.ui_strings, HERE) == "1,200"
    assert people(pack.study["lake-review"], pack.ui_strings, HERE) == (
        pack.ui_strings.labels.people_unknown
    )
