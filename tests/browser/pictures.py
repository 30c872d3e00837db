"""Photograph every page at four sizes: `python -m tests.browser.pictures`.

All of them go into `.screenshots/`, to be looked at; two of them into `docs/pictures/`.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.parts import session
from tests.browser.chromium import opened
from tests.browser.conftest import PROJECT, Visitor, serving

SIZES = {"upright": (1080, 1920), "wide": (1920, 1080), "tablet": (800, 1280), "phone": (390, 844)}
SHOWN = {"upright-welcome.png": "welcome.png", "upright-studies.png": "studies.png"}
FOLDER = PROJECT / ".screenshots"


def walk(visitor: Visitor, condition: str) -> Iterator[str]:
    """Go through a visit; the name of each page as it comes in sight."""
    ui = session.ui()
    yield "welcome"
    visitor.tap(ui.labels.start).reads(ui.headings.conditions)
    yield "conditions"
    visitor.page.locator(f"[data-tap='condition-{condition}']").click()
    visitor.reads(ui.headings.calm)
    yield "calm"
    visitor.tap(ui.labels.read_on).reads(ui.headings.guide)
    yield "guide"
    visitor.opens(session.pack().section[f"{condition}-found"].title)
    yield "part-of-the-guide"
    visitor.goes_on(ui.headings.studies)
    yield "studies"
    visitor.page.locator("article summary").first.click()
    visitor.page.locator("article details").first.scroll_into_view_if_needed()
    yield "more-about-a-study"
    visitor.page.locator("article .who").first.click()
    yield "who-says-so"
    visitor.page.locator(".note:popover-open .close").click()
    visitor.tap(ui.labels.view_map).page.locator("table.map").wait_for()
    yield "studies-as-a-map"
    visitor.tap(ui.labels.view_table).page.locator("table.studies").wait_for()
    yield "studies-as-a-table"
    visitor.tap(ui.labels.claims_check).reads(ui.headings.claims)
    yield "claims"
    visitor.page.locator("article.claim > details > summary").first.click()
    yield "what-studies-show-of-a-claim"
    visitor.tap(ui.labels.back).reads(ui.headings.studies)
    visitor.goes_on(ui.headings.assessment)
    yield "assessment"
    visitor.goes_on(ui.headings.questions)
    yield "questions"
    visitor.goes_on(ui.headings.referral)
    yield "referral"
    visitor.tap(ui.contacts.show_staff).reads(ui.headings.for_staff)
    yield "for-staff"


def photograph(address: str) -> None:
    """Walk the kiosk at every size, and keep a picture of each page."""
    FOLDER.mkdir(exist_ok=True)
    condition = next(one.id for one in session.pack().conditions if one.about_suicide)
    with opened() as browser:
        for size, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for name in walk(Visitor(page, address), condition):
                page.screenshot(path=FOLDER / f"{size}-{name}.png", animations="disabled")
            page.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder, serving(PROJECT, Path(folder) / "log") as address:
        photograph(address)
    (PROJECT / "docs" / "pictures").mkdir(exist_ok=True)
    for name, kept in SHOWN.items():
        shutil.copy(FOLDER / name, PROJECT / "docs" / "pictures" / kept)
    print(f"Look at them in {FOLDER.name}/, each page at {', '.join(SIZES)}.")
