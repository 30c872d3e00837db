"""A condition before and after a change, photographed side by side."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pages.parts import session
from tests.browser.comparison import written
from tests.browser.preview import preview
from tests.conftest import TODAY, Edit
from tests.last_commit import content_at_the_last_commit

PICKED = "short-nights"
FOUND = "guide_sections/short-nights-found.en.md"


def git(folder: Path, *words: str) -> None:
    """Run git in a test's own folder, as nobody in particular."""
    nobody = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.invalid"]
    subprocess.run(["git", "-C", str(folder), *nobody, *words], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def on_the_samples_day(shipped: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001
    """A day on which nothing of the sample is overdue."""
    monkeypatch.setenv("KIOSK_TODAY", TODAY.isoformat())
    yield
    session.read_once.cache_clear()


@pytest.fixture
def committed(sample: Path) -> Path:
    """The sample, copied and committed."""
    git(sample, "init", "--quiet")
    git(sample, "add", ".")
    git(sample, "commit", "--quiet", "--message", "Sample")
    return sample


def test_each_page_of_a_condition_is_told_as_changed_or_unchanged(
    browser: Browser, committed: Path, edited_content: Edit, tmp_path: Path
) -> None:
    edited_content(FOUND, "In the river trial", "In the trial by the river")
    edited_content("glossary/tea.en.md", "Hot water", "Warm water")
    folder = tmp_path / "preview"

    pairs = preview(browser, committed, PICKED, folder)

    what = {pair.name: pair.what for pair in pairs}
    assert what["part-found"] == "changed"
    assert what["guide"] == "changed in what a tap opens"
    assert what["part-harms"] == what["studies-as-cards"] == what["assessment"] == "unchanged"
    assert {"studies-as-a-map", "studies-as-a-table", "referral", "claims"} <= set(what)
    assert all(pair.picture and pair.picture.exists() for pair in pairs if pair.what == "changed")
    told = written(pairs, PICKED, folder).read_text()
    assert "part-found: changed" in told
    for name in what:
        assert f'<a href="before/{name}.png">' in told
        assert f'<a href="after/{name}.png">' in told


def test_a_wrong_condition_is_told_with_those_there_are(
    browser: Browser, committed: Path, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as caught:
        preview(browser, committed, "short-night", tmp_path / "preview")

    assert str(caught.value) == (
        "No condition is called `short-night`. Did you mean `short-nights`? "
        "Use one of: grey-days, short-nights."
    )


def test_content_that_cannot_be_shown_is_told(
    browser: Browser, committed: Path, tmp_path: Path
) -> None:
    (committed / FOUND).write_text("nothing")

    with pytest.raises(SystemExit) as caught:
        preview(browser, committed, PICKED, tmp_path / "preview")

    assert str(caught.value).endswith("1 to fix. Run `make check`, and put them right first.")


def test_a_last_commit_that_cannot_be_shown_is_told(
    browser: Browser, committed: Path, tmp_path: Path
) -> None:
    good = (committed / FOUND).read_text()
    (committed / FOUND).write_text("nothing")
    git(committed, "commit", "--quiet", "--all", "--message", "Broken")
    (committed / FOUND).write_text(good)

    with pytest.raises(SystemExit) as caught:
        preview(browser, committed, PICKED, tmp_path / "preview")

    assert "the last commit has 1 to fix: nothing to compare with." in str(caught.value)


def test_the_last_commit_is_read_and_the_files_stay_as_they_are(
    committed: Path, tmp_path: Path
) -> None:
    before = (committed / FOUND).read_text()
    (committed / FOUND).write_text("changed")

    old = content_at_the_last_commit(committed, tmp_path / "old")

    assert (old / FOUND).read_text() == before
    assert (committed / FOUND).read_text() == "changed"


def test_content_that_no_git_repository_holds_is_told(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        content_at_the_last_commit(sample, tmp_path / "old")

    assert str(caught.value).startswith(f"There is no last commit of {sample} to compare with")


def test_content_that_was_never_committed_is_told(sample: Path, tmp_path: Path) -> None:
    git(sample, "init", "--quiet")

    with pytest.raises(SystemExit) as caught:
        content_at_the_last_commit(sample, tmp_path / "old")

    assert "nothing of it was committed yet" in str(caught.value)
