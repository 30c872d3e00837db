"""What the matrix of conditions, sections, languages and review tells."""

from dataclasses import replace
from pathlib import Path

from logic.content.items import Condition
from logic.content.pack import Draft, name_of, read_draft
from logic.content.sign_offs import approval
from logic.content.translations import translations_of
from logic.matrix import COLUMNS, matrix_lines
from logic.pseudo import LANGUAGE, add_to
from tests.conftest import SAMPLE, TODAY, Edit


def cells(draft: Draft) -> dict[str, list[str]]:
    """The cells of each row, by its first word."""
    return {line.split()[0]: line.split()[1:] for line in matrix_lines(draft)}


def signed_by_one(draft: Draft, name: str) -> Draft:
    """The same content, one item of it approved as it stands by an invented reviewer."""
    sign_off = approval(name, draft.items()[name], "A B, MD", TODAY)
    return replace(draft, sign_offs=(sign_off,))


def test_every_condition_has_a_row_and_every_part_a_column(draft: Draft) -> None:
    found = cells(draft)

    assert found["language"] == ["en", *COLUMNS]
    assert list(found)[1:-1] == ["short-nights", "grey-days"]
    assert found["grey-days"] == ["draft"] * len(COLUMNS)


def test_a_section_that_is_not_written_is_missing(sample: Path) -> None:
    (sample / "guide_sections" / "grey-days-harms.en.md").unlink()

    found = cells(read_draft(sample))

    assert found["grey-days"][COLUMNS.index("harms")] == "missing"
    assert found["short-nights"].count("missing") == 0


def test_what_is_not_translated_is_missing_in_the_table_of_its_language(tmp_path: Path) -> None:
    add_to(SAMPLE, tmp_path / "both")
    for name in ("conditions/short-nights", "guide_sections/grey-days-harms"):
        (tmp_path / "both" / f"{name}.{LANGUAGE}.md").unlink()

    [other] = translations_of(read_draft(tmp_path / "both"))
    found = cells(other.draft)

    assert found["language"] == [LANGUAGE, *COLUMNS]
    assert found["short-nights"] == ["missing", *["draft"] * (len(COLUMNS) - 1)]
    assert found["grey-days"][COLUMNS.index("harms")] == "missing"


def test_what_is_signed_off_is_told_until_it_changes(edited_content: Edit, draft: Draft) -> None:
    signed = signed_by_one(draft, "guide_sections/grey-days-harms")
    changed = edited_content("guide_sections/grey-days-harms.en.md", "title: Harms", "title: Harm")

    held = cells(signed)["grey-days"]
    void = cells(replace(read_draft(changed), sign_offs=signed.sign_offs))["grey-days"]

    assert held.count("signed") == 1
    assert held[COLUMNS.index("harms")] == "signed"
    assert void.count("signed") == 0


def test_the_condition_has_a_review_of_its_own(draft: Draft) -> None:
    condition = next(draft.of(Condition)).item

    found = cells(signed_by_one(draft, name_of(condition)))

    assert found[condition.id][0] == "signed"


def test_what_is_for_every_condition_is_counted(draft: Draft) -> None:
    signed = signed_by_one(draft, "guide_sections/common-cost")

    *_, last = matrix_lines(signed)

    assert last.endswith("11 draft, 1 signed")
