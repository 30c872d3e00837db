"""The marks within a text, and the sentences they belong to."""

import pytest

from logic.content.prose import (
    Marker,
    Sentence,
    asks,
    blocks,
    markers,
    plain,
    sentences,
    stray_marks,
    terms,
    with_marks,
    without_mentions,
)

MARKED = "**A [cup](term:tea) helps.**[^river table] It is [proven](mention:), they say.[^hill]"


def test_markers_are_found_with_their_level() -> None:
    assert markers(MARKED) == (Marker("river", "table"), Marker("hill"))


def test_terms_are_found_in_their_order() -> None:
    assert terms(f"{MARKED} [Leaves](term:leaf)") == ("tea", "leaf")


def test_whatever_only_looks_like_a_mark_is_found() -> None:
    stray = "[A](term:B) [c](tem:c) [d](term:d) [e](mention:f)[^G] [^h i j] [k] (l) m](term:n) [^o"

    found = stray_marks(f"{MARKED} {stray}")

    assert found == (
        "[A](term:B)", "[c](tem:c)", "[e](mention:f)", "[^G]", "[^h i j]", "[k]", "](term:n)",
        "[^o",
    )  # fmt: skip


def test_a_text_is_read_without_its_marks() -> None:
    assert plain(MARKED) == "A cup helps. It is proven, they say."


def test_a_word_that_is_only_reported_can_be_left_out() -> None:
    assert without_mentions(MARKED) == "A cup helps. It is …, they say."


def test_a_sentence_takes_the_markers_right_after_it() -> None:
    found = list(sentences("Tea is hot.[^a][^b table] It is wet."))

    assert found == [
        Sentence("Tea is hot.", (Marker("a"), Marker("b", "table")), 0),
        Sentence("It is wet.", (), 0),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Is it? Yes! It is.", ["Is it?", "Yes!", "It is."]),
        ("They said “yes.” It is.", ["They said “yes.”", "It is."]),
        ("It fell from 8.6 to 4.1 of 10.", ["It fell from 8.6 to 4.1 of 10."]),
        ("No full stop here", ["No full stop here"]),
        ("**A name.** It is.", ["A name. It is."]),
        ("**It is.**[^hill] It was.", ["It is.", "It was."]),
        ("- Tea\n- Cocoa", ["Tea", "Cocoa"]),
        ("Tea\nand cocoa.\n\nWater.", ["Tea\nand cocoa.", "Water."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, told: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == told


def test_a_sentence_knows_the_line_it_ends_on() -> None:
    text = "One.\nIt goes\non.\n\n- A list\n  item.\n- Last."

    assert [sentence.line for sentence in sentences(text)] == [0, 2, 5, 6]


def test_a_mark_is_set_behind_each_sentence_that_has_none_and_asks_nothing() -> None:
    text = "Low. The [cups](term:tea) are small.[^hill]\nIs it? Yes.\n\n- A list\n  item.\n- Last"

    told = with_marks(text, "[^ours]")

    assert told == (
        "Low.[^ours] The [cups](term:tea) are small.[^hill]\nIs it? Yes.[^ours]\n\n"
        "- A list\n  item.[^ours]\n- Last[^ours]"
    )


@pytest.mark.parametrize("sentence", ["Is it?", "They ask “is it?”", "Is it? "])
def test_a_sentence_that_ends_in_a_question_mark_asks(sentence: str) -> None:
    assert asks(sentence)
    assert not asks(f"{sentence} It is.")


@pytest.mark.parametrize(
    "text",
    [
        "It took 3 days.",
        "Half of them.",
        "TWICE as much.",
        "Most people like it.",
        "Fifteen of them.",
        "Sixty-one of them.",
        "Dozens of them.",
        "A million of them.",
    ],
)
def test_a_digit_or_a_number_word_tells_a_number(text: str) -> None:
    assert Sentence(text, (), 0).tells_a_number


@pytest.mark.parametrize("text", ["One of them.", "It often helps.", "The tension eased."])
def test_other_words_tell_no_number(text: str) -> None:
    assert not Sentence(text, (), 0).tells_a_number


def test_a_number_within_a_mark_is_not_told() -> None:
    (sentence,) = sentences("It says so.[^river-2019]")

    assert not sentence.tells_a_number


def test_blocks_are_paragraphs_and_list_items_with_their_lines() -> None:
    text = "First\nline.\n\n- Tea\n- Cocoa\n"

    assert list(blocks(text)) == [(0, "First\nline."), (3, "Tea"), (4, "Cocoa")]
