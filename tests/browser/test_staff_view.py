"""The staff view in a browser: what it shows at two sizes, and that it asks nobody but itself."""

from collections.abc import Iterator
from shutil import copytree

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Request, expect

from logic.counts.database import Database, file_url
from tests.browser.conftest import PROJECT, serving
from tests.conftest import SAMPLE
from tests.counts.march import APRIL, a_month
from tests.staff.kiosks import kiosk, nobody, well

SIZES = [(1920, 1080), (390, 844)]
LONG = 60_000  # milliseconds, on a busy machine
TOPIC = "Short nights that stay, whatever was tried"
# Level AA: what staff look at has a mouse and no gloves.
RUN = """async () => (await axe.run(document, { runOnly: {
  type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
} })).violations.flatMap(({ id, nodes }) => nodes.map(one => `${id}: ${one.html}`))"""


@pytest.fixture(scope="module")
def staff(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a staff view of a clinic that counts and has two kiosks, one of them away."""
    folder = tmp_path_factory.mktemp("staff")
    clinic, counts = folder / "kiosk.toml", folder / "state" / "counts"
    counts.mkdir(parents=True)
    topic = copytree(SAMPLE, folder / "content") / "conditions" / "short-nights.en.md"
    topic.write_text(topic.read_text().replace("title: Short nights", f"title: {TOPIC}", 1))
    Database(file_url(counts / "counts.sqlite")).keep("lobby", a_month())
    with kiosk(well()) as there, pytest.MonkeyPatch.context() as patch:
        clinic.write_text(f'[counts]\non = true\n[staff]\nkiosks = ["{there}", "{nobody()}"]\n')
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        patch.setenv("KIOSK_CONTENT", str(folder / "content"))
        patch.setenv("KIOSK_STATE", str(folder / "state"))
        patch.setenv("KIOSK_TODAY", APRIL.isoformat())
        with serving(PROJECT, folder / "staff.log", app="staff_app.py") as address:
            yield address


def looked_at(page: Page, address: str) -> Page:
    """The view, whole."""
    page.goto(address)
    expect(page.get_by_role("heading", name="Printing")).to_be_visible(timeout=LONG)
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(4, timeout=LONG)
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=LONG
    )
    # It is drawn anew every minute, paler for that moment: not while a test looks at it.
    page.evaluate("() => { for (let one = 1; one < 10000; one++) clearInterval(one); }")
    return page


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_can_be_read_at_every_size_by_everyone(
    page: Page, staff: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    looked_at(page, staff)
    pictures = PROJECT / ".screenshots"
    pictures.mkdir(exist_ok=True)

    page.screenshot(path=pictures / f"staff-{width}.png", full_page=True)

    main = page.get_by_test_id("stMain")
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")
    for table in page.locator("details > summary").all():
        table.click()
    page.evaluate(AXE_SCRIPT)
    breaches = page.evaluate(RUN)
    assert breaches == []
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_pictures_tell_what_they_are_to_whoever_cannot_see_them(page: Page, staff: str) -> None:
    looked_at(page, staff)

    for name in ("Visits. ", "By topic. "):
        told = page.locator(f"[data-testid=stVegaLiteChart][aria-label^='{name}']")
        expect(told).to_have_count(2)


def test_on_a_wide_screen_the_pictures_name_every_topic_in_full(page: Page, staff: str) -> None:
    page.set_viewport_size({"width": 1080, "height": 1920})

    looked_at(page, staff)

    named = page.locator("[data-testid=stVegaLiteChart] svg text", has_text=TOPIC)
    expect(named).to_have_count(2)


def test_it_sets_no_cookie_and_asks_nothing_of_anybody_else(browser: Browser, staff: str) -> None:
    asked = list[str]()

    def hear(request: Request) -> None:
        asked.append(request.url)

    context = browser.new_context()
    page = context.new_page()
    page.on("request", hear)
    looked_at(page, staff)

    assert context.cookies() == []
    elsewhere = [one for one in asked if not one.startswith((staff, "data:", "blob:"))]
    assert elsewhere == []
    context.close()


def test_a_paper_comes_from_its_link_as_it_would_be_printed(page: Page, staff: str) -> None:
    looked_at(page, staff)

    with page.expect_download() as coming:
        page.get_by_role("link", name="short-nights.en.pdf").click()

    assert coming.value.suggested_filename == "short-nights.en.pdf"
    assert coming.value.path().read_bytes().startswith(b"%PDF")
