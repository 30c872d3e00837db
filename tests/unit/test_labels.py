"""Labels of controls that are texts of the content."""

import pytest

from pages.parts.labels import as_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Costs of $5 and $6", r"Costs of \$5 and \$6"),
        ("a_b_c and a*b*c", r"a\_b\_c and a\*b\*c"),
        ("See [this](here)", r"See \[this\](here)"),
        ("`x` ~~no~~", r"\`x\` \~\~no\~\~"),
        ("A **large** review.[^one]", "A large review."),
    ],
)
def test_no_sign_of_a_text_is_taken_for_a_mark_of_streamlits(text: str, label: str) -> None:
    assert as_label(text) == label
