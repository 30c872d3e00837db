"""What a screen reader is given on every page of one condition, as it was read and found right."""

import pytest
from playwright.sync_api import Browser

from tests.browser.trees import FOLDER, of_the_sample, trees


@pytest.fixture(scope="module")
def found(
    browser: Browser,
    shipped: None,  # noqa: ARG001 (it puts another content in its place: that comes first)
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, str]:
    """The pages as they are now, by name."""
    with of_the_sample(tmp_path_factory.mktemp("trees")) as address:
        return trees(browser, address)


def kept() -> dict[str, str]:
    """The pages as they were read."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}


@pytest.mark.parametrize("page", kept())
def test_a_page_reads_as_it_was_found_right(found: dict[str, str], page: str) -> None:
    assert found[page] == kept()[page], "Where it is meant to: `make trees`, and read what changed."


def test_every_page_of_the_visit_is_kept(found: dict[str, str]) -> None:
    assert set(found) == set(kept())
