"""What a screen reader is given on each page of a visit, as text files in `trees/`.

They are of the sample content, so that no change of a text changes them. Where a page is meant to
read otherwise, `make trees` writes them anew: read what changed before it is kept.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser

from pages.parts import session
from tests.browser.chromium import opened
from tests.browser.conftest import PROJECT, Visitor, serving
from tests.browser.inspector import OPEN_ALL
from tests.conftest import SAMPLE, TODAY

FOLDER = Path(__file__).parent / "trees"
CONDITION = "short-nights"
OF_SUICIDE = "grey-days"


def walk(visitor: Visitor) -> Iterator[str]:
    """Go through a visit; the name of each page as it comes in sight."""
    ui = session.ui()
    yield "welcome"
    visitor.tap(ui.labels.comfort).reads(ui.headings.comfort)
    yield "comfort"
    visitor.tap(ui.steps.conditions).reads(ui.headings.conditions)
    yield "conditions"
    visitor.page.locator(f"[data-tap='condition-{OF_SUICIDE}']").click()
    visitor.reads(ui.headings.calm)
    yield "calm"
    visitor.tap(ui.labels.back).reads(ui.headings.conditions)
    visitor.page.locator(f"[data-tap='condition-{CONDITION}']").click()
    visitor.reads(ui.headings.guide)
    yield "guide"
    visitor.opens(session.pack().section[f"{CONDITION}-found"].title)
    yield "part-of-the-guide"
    visitor.goes_on(ui.headings.studies)
    yield "studies"
    visitor.tap(ui.labels.view_map).page.locator(".map").first.wait_for()
    visitor.reads(ui.headings.studies)
    yield "studies-as-a-map"
    visitor.tap(ui.labels.view_table).page.locator("table.studies").wait_for()
    visitor.reads(ui.headings.studies)
    yield "studies-as-a-table"
    visitor.goes_on(ui.headings.assessment)
    yield "assessment"
    visitor.goes_on(ui.headings.questions)
    yield "questions"
    visitor.tap(ui.asking.matters).reads(ui.headings.matters)
    yield "what-matters"
    visitor.tap(ui.labels.back).reads(ui.headings.questions)
    visitor.tap(ui.asking.recall).reads(ui.headings.recall)
    yield "recall"
    visitor.tap(ui.labels.back).reads(ui.headings.questions)
    visitor.tap(ui.taking.open).reads(ui.headings.take_home)
    yield "take-home"
    visitor.tap(ui.labels.back).reads(ui.headings.questions)
    visitor.goes_on(ui.headings.referral)
    yield "referral"
    visitor.tap(ui.contacts.show_staff).reads(ui.headings.for_staff)
    yield "for-staff"
    visitor.tap(ui.labels.close).reads(ui.headings.referral)
    visitor.tap(ui.labels.claims).reads(ui.headings.claims)
    yield "claims"
    visitor.tap(ui.labels.about).reads(ui.headings.about)
    yield "about"


def trees(browser: Browser, address: str) -> dict[str, str]:
    """Every page of a visit as a screen reader is given it, with every detail open, by its name."""
    page, found = browser.new_page(viewport={"width": 1080, "height": 1920}), dict[str, str]()
    for name in walk(Visitor(page, address)):
        page.evaluate(OPEN_ALL)
        found[name] = page.locator("body").aria_snapshot() + "\n"
    page.close()
    return found


@contextmanager
def of_the_sample(folder: Path) -> Iterator[str]:
    """The address of a kiosk that shows the sample content, on the day of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SAMPLE))
        patch.setenv("KIOSK_TODAY", TODAY.isoformat())
        session.read_once.cache_clear()
        with serving(PROJECT, folder / "log") as address:
            yield address
    session.read_once.cache_clear()


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with TemporaryDirectory() as folder, of_the_sample(Path(folder)) as address, opened() as chrome:
        for name, tree in trees(chrome, address).items():
            (FOLDER / f"{name}.txt").write_text(tree, encoding="utf-8")
    print(f"Written into {FOLDER.relative_to(PROJECT)}/. Read what changed: git diff.")
