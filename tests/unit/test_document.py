"""The list of rules as a page for editors."""

from collections.abc import Iterator

from logic.content.pack import Draft
from logic.content.problems import Problem
from logic.rules.document import document


def tea_is_warm(_: Draft) -> Iterator[Problem]:
    """Every cup is warm.

    And none is empty.
    """
    return iter(())


def test_each_rule_is_one_row_made_from_its_name_and_docstring() -> None:
    page = document([tea_is_warm])

    assert page.startswith("# ")
    assert page.endswith("|---|---|\n| Tea is warm | Every cup is warm. And none is empty. |\n")
