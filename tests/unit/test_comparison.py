"""Two pictures of a page held against each other: what differs is found and framed."""

from pathlib import Path

import pytest
from PIL import Image

from tests.browser.comparison import AROUND, GAP, Photo, compared, side_by_side, written

WIDTH = 60


def picture(path: Path, *bands: tuple[str, int]) -> Path:
    """A picture of bands of colour, each so many rows high."""
    whole = Image.new("RGB", (WIDTH, sum(height for _, height in bands)))
    top = 0
    for colour, height in bands:
        whole.paste(colour, (0, top, WIDTH, top + height))
        top += height
    whole.save(path)
    return path


def test_pictures_that_look_the_same_are_not_kept(tmp_path: Path) -> None:
    one = picture(tmp_path / "one.png", ("white", 50), ("blue", 50))
    other = picture(tmp_path / "other.png", ("#fefefe", 50), ("blue", 50))  # as a browser rounds

    assert not side_by_side(one, other, tmp_path / "both.png")
    assert not (tmp_path / "both.png").exists()


@pytest.mark.parametrize("grown", [0, 20, 300])
def test_only_the_rows_that_differ_are_shown_with_some_around(tmp_path: Path, grown: int) -> None:
    one = picture(tmp_path / "one.png", ("white", 1000), ("blue", 50), ("white", 700))
    other = picture(tmp_path / "other.png", ("white", 1000), ("red", 50 + grown), ("white", 700))

    assert side_by_side(one, other, tmp_path / "both.png")

    with Image.open(tmp_path / "both.png") as both:
        assert both.size == (2 * WIDTH + GAP, 50 + grown + 2 * AROUND)
        assert both.getpixel((WIDTH // 2, AROUND + 20)) == (0, 0, 255)
        assert both.getpixel((WIDTH + GAP + WIDTH // 2, AROUND + 20)) == (255, 0, 0)


@pytest.mark.parametrize("first", ["one.png", "other.png"])
def test_rows_that_came_or_went_are_a_difference(tmp_path: Path, first: str) -> None:
    picture(tmp_path / "one.png", ("white", 1000), ("blue", 50))
    picture(tmp_path / "other.png", ("white", 1000), ("red", 40), ("blue", 50))
    second = {"one.png": "other.png", "other.png": "one.png"}[first]

    assert side_by_side(tmp_path / first, tmp_path / second, tmp_path / "both.png")


def test_pages_that_differ_stand_first_and_each_says_how(tmp_path: Path) -> None:
    white = picture(tmp_path / "white.png", ("white", 10))
    blue = picture(tmp_path / "blue.png", ("blue", 10))
    before = {"a": Photo(white, ()), "b": Photo(white, ("old",)), "c": Photo(white, ())}
    after = {"a": Photo(white, ()), "b": Photo(white, ("new",)), "c": Photo(blue, ())}

    pairs = compared({**before, "d": Photo(white, ())}, {**after, "e": Photo(blue, ())}, tmp_path)
    page = written(pairs, "<condition>", tmp_path).read_text()

    assert [(pair.name, pair.what) for pair in pairs] == [
        ("b", "changed in what a tap opens"),
        ("c", "changed"),
        ("e", "new"),
        ("d", "gone"),
        ("a", "unchanged"),
    ]
    assert "<li>old</li>" in page
    assert "<li>new</li>" in page
    assert "<condition>" not in page
