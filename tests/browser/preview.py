"""Photograph every page of a condition before and after a change: `make preview CONDITION=ptsd`.

Before is the content of the last commit, after is the content as its files are now. Everything goes
into `.previews/`, to be looked at.
"""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, Page

from logic.content.pack import content_folder
from logic.content.problems import ContentError
from logic.content.wording import did_you_mean
from logic.matching import common_sections, own_sections
from logic.watching import near
from pages.parts import session
from tests.browser.chromium import opened
from tests.browser.comparison import Comparison, Photo, compared, written
from tests.browser.conftest import PROJECT, Visitor, serving
from tests.browser.inspector import OPEN_ALL
from tests.last_commit import content_at_the_last_commit

FOLDER = PROJECT / ".previews"
WIDTH, HEIGHT = 1080, 1920  # the usual upright screen
SOME = 5  # problems that are told
OLD = (
    "By the rules as they are now, the last commit has {count} to fix: nothing to compare with. "
    "Commit content that `make check` finds in order first."
)
NEW = "{count} to fix. Run `make check`, and put them right first."


def preview(browser: Browser, content: Path, condition: str, folder: Path) -> list[Comparison]:
    """Photograph a condition's pages at the last commit and now, and compare each pair."""
    with TemporaryDirectory() as temporary:
        old = content_at_the_last_commit(content, Path(temporary) / "content")
        with shown(old), told(OLD):
            known, were = {one.id for one in session.conditions_shown()}, session.pack().section
        with shown(content), told(NEW):
            known |= {one.id for one in session.conditions_shown()}
            common = common_sections(session.pack())
        if condition not in known:
            hint = did_you_mean(condition, known)
            names = ", ".join(sorted(known))
            raise SystemExit(f"No condition is called `{condition}`.{hint} Use one of: {names}.")
        shutil.rmtree(folder, ignore_errors=True)  # only now: `condition` names it
        folder.mkdir(parents=True)
        changed = {one.id for one in common if were.get(one.id) != one}
        before = photographs(browser, old, condition, changed, folder / "before")
        after = photographs(browser, content, condition, changed, folder / "after")
    return compared(before, after, folder)


@contextmanager
def told(sentence: str) -> Iterator[None]:
    """Where content cannot be shown, end with its first problems and a sentence."""
    try:
        yield
    except ContentError as error:
        first = "\n".join(str(near(problem)) for problem in error.problems[:SOME])
        count = len(error.problems)
        raise SystemExit(f"{first}\n{sentence.format(count=count)}") from None


@contextmanager
def shown(content: Path) -> Iterator[None]:
    """Show a folder of content, here and in the kiosks that start within the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(content))
        session.read_once.cache_clear()
        try:
            yield
        finally:
            session.read_once.cache_clear()


def photographs(
    browser: Browser, content: Path, condition: str, common: Iterable[str], folder: Path
) -> dict[str, Photo]:
    """A photo of each page of a condition by the page's name; none where it is not shown."""
    folder.mkdir()
    with shown(content), serving(PROJECT, folder / "log") as address:
        if condition not in {one.id for one in session.conditions_shown()}:
            return {}
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        names = walk(Visitor(page, address), condition, common)
        taken = {name: photograph(page, folder / f"{name}.png") for name in names}
        page.close()
    return taken


def walk(visitor: Visitor, condition: str, common: Iterable[str]) -> Iterator[str]:
    """Go to each page of a condition; the name of each as it comes in sight."""
    ui, pack = session.ui(), session.pack()
    labels, headings = ui.labels, ui.headings
    visitor.picks(condition)
    yield "guide"
    shared = [one for one in common_sections(pack) if one.id in common]
    for section in (*own_sections(pack, condition), *shared):
        visitor.opens(section.title)
        yield f"part-{section.part}"
        visitor.closes_the_part()
    visitor.goes_on(headings.studies)
    yield "studies-as-cards"
    if session.kiosk().tables[condition, "all"]:
        for way, label in (("map", labels.view_map), ("table", labels.view_table)):
            visitor.tap(label).page.get_by_role("button", name=f"✓ {label}").wait_for()
            visitor.reads(headings.studies)
            yield f"studies-as-a-{way}"
    visitor.goes_on(headings.assessment)
    yield "assessment"
    visitor.goes_on(headings.questions)
    yield "questions"
    visitor.goes_on(headings.referral)
    yield "referral"
    visitor.tap(labels.claims).reads(headings.claims)
    yield "claims"


def photograph(page: Page, path: Path) -> Photo:
    """Keep a picture of the whole page, everything on it opened, and what a tap would open."""
    page.mouse.move(0, 0)
    page.evaluate(OPEN_ALL)
    whole = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": WIDTH, "height": max(whole, HEIGHT)})
    page.screenshot(path=path, animations="disabled")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return Photo(path, tuple(page.locator(".note").all_text_contents()))


if __name__ == "__main__":
    _, asked = sys.argv
    kept = FOLDER / asked
    with opened() as chromium:
        pairs = preview(chromium, content_folder(), asked, kept)
    index = written(pairs, asked, kept)
    differing = sum(pair.differs for pair in pairs)
    print(
        f"{differing} of {len(pairs)} pages differ. Look at them in {index.relative_to(PROJECT)}."
    )
