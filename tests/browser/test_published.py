"""The site that phones open, from a plain file server: what it shows, to whom, and what it tells.

Each square is read by a reader, and what it says is opened as a phone would.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from logic.asking import questions_in_sight
from logic.clock import today
from logic.content.helping import for_a_helper
from logic.content.pack import Pack
from logic.content.prose import plain
from logic.content.questions import Question
from logic.phone.codes import code_of, fragment
from logic.phone.site import site, write_site
from logic.phone.square import square
from logic.phone.taken import phone_page, phone_text
from logic.settings import Settings
from pages.parts import qr, session, take_on_phone
from pages.parts.drawn import whole
from tests.asked import on_a_card, read_by_a_phone
from tests.browser.conftest import START_TIME, free_port
from tests.browser.inspector import OPEN_ALL, breaches
from tests.conftest import Tell

PUBLIC = "https://clinic.example/ask-first"
# As it comes; and with a topic and questions picked for somebody else, and one that is gone.
PICKED = fragment("suicidal-thoughts", ["after-hours", "age", "gone"], is_to_helper=True)
SEEN = (("en", (1080, 1920), ""), ("es", (390, 844), PICKED))
LANGUAGES = ("en", "es")
STYLES = Path(__file__).parents[2] / "pages" / "static"


@dataclass(frozen=True)
class Published:
    """A site that a file server serves, where, and the log of what it was asked for."""

    address: str
    log: Path


@pytest.fixture(scope="module")
def published(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:  # noqa: ARG001
    """The site of the shipped content, served by Python's own file server."""
    folder, log = tmp_path_factory.mktemp("published"), tmp_path_factory.mktemp("log") / "asked.log"
    write_site(site(list(packs().values()), Settings(), today()), folder)
    port = free_port()
    run = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(folder)]
    with log.open("w") as said:
        server = subprocess.Popen(run, stdout=said, stderr=said)
        try:
            wait_until_it_listens(server, port)
            yield Published(f"http://127.0.0.1:{port}", log)
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_it_listens(server: subprocess.Popen[bytes], port: int) -> None:
    """Wait for a file server to answer."""
    given_up = time.monotonic() + START_TIME
    while time.monotonic() < given_up and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.1)
    raise AssertionError("The file server did not start.")


def packs() -> dict[str, Pack]:
    """The shipped content in every language."""
    return {language: one.pack for language, one in session.newest().languages.items()}


def words_of(pack: Pack, *, is_to_helper: bool) -> Pack:
    """The pack in the words for oneself, or for a helper."""
    return for_a_helper(pack) if is_to_helper else pack


def scanned(pack: Pack, condition: str | None, questions: tuple[Question, ...]) -> str:
    """The address that a phone finds in the square, as the kiosk shows it."""
    taken = phone_page(pack, PUBLIC, condition, questions)
    shown = qr.picture(square(taken.text), "A square.", qr.OF_MANY_WORDS)
    return read_by_a_phone(on_a_card(shown, "#ffffff"))


def at_the_server(address: str, published: Published) -> str:
    """What a phone was told, at the address where the site is served here."""
    assert address.startswith(PUBLIC)
    return published.address + address.removeprefix(PUBLIC)


def opened(page: Page, address: str) -> Page:
    """A page that was opened anew, its script run."""
    page.goto("about:blank")
    page.goto(address)
    return page


def picked_on(page: Page) -> list[str]:
    """The questions that stand on top, as they are read."""
    return page.locator("#picked li").all_inner_texts()


@pytest.mark.parametrize("is_to_helper", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_square_opens_the_topic_and_the_questions_that_were_asked_and_no_other(
    fresh: Page, published: Published, language: str, *, is_to_helper: bool, record_property: Tell
) -> None:
    pack = words_of(packs()[language], is_to_helper=is_to_helper)

    for condition in pack.conditions:
        own = [one.id for one in pack.questions if condition.id in one.conditions]
        of_all = next(one.id for one in pack.questions if not one.conditions)
        questions = questions_in_sight(pack, [*own[::-1][:7], of_all], today())
        page = opened(fresh, at_the_server(scanned(pack, condition.id, questions), published))

        assert picked_on(page) == [plain(one.title) for one in questions]
        topic = page.locator("#topic > details")
        expect(topic).to_have_count(1)
        expect(topic.locator("> summary")).to_have_text(condition.title)
        expect(topic.locator("section.found .message").first).to_be_visible()
        expect(topic.locator("section.harms .message").first).to_be_visible()
        expect(page.locator("details[open]")).to_have_count(1)
        expect(page.locator("#empty, #unknown")).to_have_count(2)
        assert page.locator("#empty, #unknown").locator("visible=true").count() == 0
        expect(page.locator(".crisis a").first).to_be_in_viewport()
    record_property("topics that a square opened", len(pack.conditions))


@pytest.mark.parametrize(("language", "size", "behind"), SEEN)
def test_the_page_keeps_every_rule_of_axe_with_all_open(
    fresh: Page, published: Published, language: str, size: tuple[int, int], behind: str
) -> None:
    width, height = size
    fresh.set_viewport_size({"width": width, "height": height})
    page = opened(fresh, f"{published.address}/{language}/#{behind}")
    page.evaluate(OPEN_ALL)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    end = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": end})  # axe sees what is in sight
    found, ran = breaches(page)

    assert found == []
    assert {"color-contrast", "target-size", "heading-order"} <= ran


def test_the_address_itself_keeps_every_rule_and_leads_to_each_language(
    fresh: Page, published: Published
) -> None:
    fresh.set_viewport_size({"width": 390, "height": 844})
    page = opened(fresh, f"{published.address}/")

    found, ran = breaches(page)
    assert found == []
    assert {"color-contrast", "target-size", "landmark-unique"} <= ran
    for language, pack in packs().items():
        page.get_by_role("link", name=pack.ui_strings.language_name).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.go_back()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_nothing_is_missing(
    browser: Browser, published: Published, language: str
) -> None:
    pack = packs()[language]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{published.address}/{language}/#{fragment('ocd', [], is_to_helper=False)}")

    labels = pack.ui_strings.phone
    expect(page.get_by_text(labels.page_empty)).to_be_visible()
    expect(page.locator(".crisis a")).to_have_count(2)
    expect(page.locator(".crisis a").first).to_be_visible()
    for hidden in ("#picked", "#topic", "#unknown", "#address"):
        expect(page.locator(hidden)).to_be_hidden()
    every = page.locator("main > details")
    expect(every).to_have_count(len(pack.conditions) + 1)
    for topic in every.all():
        expect(topic.locator("li[data-code]").first).to_be_hidden()
        topic.locator("> summary").click()
        for question in topic.locator("li[data-code]").all():
            expect(question).to_be_visible()
    read = set(page.locator("li[data-code]").all_inner_texts())
    assert read == {plain(one.title) for one in pack.questions}
    context.close()


@pytest.mark.parametrize(
    "behind", ["hello", "1", "1ocd", f"1{code_of('gone')}", "3aaaaa", "1AAAAA", "1%3Cb%3E", "12"]
)
def test_what_the_page_does_not_know_it_says_calmly_and_shows_whom_to_call(
    fresh: Page, published: Published, behind: str
) -> None:
    labels = packs()["en"].ui_strings.phone
    wrong: list[str] = []
    fresh.on("pageerror", lambda error: wrong.append(str(error)))

    page = opened(fresh, f"{published.address}/en/#{behind}")

    expect(page.get_by_text(labels.page_unknown)).to_be_visible()
    expect(page.locator("#picked")).to_be_hidden()
    expect(page.locator("#topic")).to_be_hidden()
    expect(page.locator(".crisis a").first).to_be_in_viewport()
    assert wrong == []


def test_of_what_is_only_partly_known_the_rest_is_shown(fresh: Page, published: Published) -> None:
    pack = packs()["en"]
    known = pack.questions[0]
    behind = fragment("ptsd", ["gone", known.id], is_to_helper=False)

    page = opened(fresh, f"{published.address}/en/#{behind}")

    assert picked_on(page) == [plain(known.title)]
    expect(page.locator("#topic summary").first).to_have_text(pack.condition["ptsd"].title)
    expect(page.get_by_text(pack.ui_strings.phone.page_unknown)).to_be_visible()


def test_neither_the_server_nor_anybody_else_learns_what_was_picked(
    fresh: Page, published: Published
) -> None:
    pack, asked, told, refused = packs()["en"], list[str](), list[str | None](), list[str]()
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.on("request", lambda request: told.append(request.header_value("referer")))
    fresh.on("console", lambda message: refused.append(message.text))
    behind = fragment("depression", [one.id for one in pack.questions[:6]], is_to_helper=False)

    page = opened(fresh, f"{published.address}/en/#{behind}")
    page.get_by_role("link", name=packs()["es"].ui_strings.language_name).click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.reload()

    log = published.log.read_text()
    assert "GET /en/ HTTP" in log
    assert "GET /es/ HTTP" in log
    assert behind not in log
    assert "#" not in log
    outside = [one for one in asked if not one.startswith((published.address, "data:"))]
    assert outside == []
    assert [one for one in told if one] == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert refused == []
    named = page.title().casefold() + page.locator("h1").inner_text().casefold()
    every = [word for one in packs()["es"].conditions for word in one.giveaways]
    assert [word for word in every if word.casefold() in named] == []


def test_another_language_shows_the_same(fresh: Page, published: Published) -> None:
    pack, spanish = packs()["en"], packs()["es"]
    names = [one.id for one in pack.questions[3:6]]

    page = opened(fresh, f"{published.address}/en/#{fragment('ocd', names, is_to_helper=False)}")
    page.get_by_role("link", name=spanish.ui_strings.language_name).click()
    expect(page.locator("html")).to_have_attribute("lang", "es")

    assert picked_on(page) == [plain(spanish.question[name].title) for name in names]
    expect(page.locator("#topic summary").first).to_have_text(spanish.condition["ocd"].title)


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("look", ["calm", "contrast", "dark"])
@pytest.mark.parametrize("width", [1080, 390])
def test_a_full_square_is_read_from_the_screen_in_every_look_and_on_a_narrow_one(
    fresh: Page, look: str, width: int
) -> None:
    pack = packs()["es"]
    every = [one.id for one in pack.questions]
    with session.speaking("es"):
        piece = whole(take_on_phone.in_a_square("ocd", every))
    fresh.set_viewport_size({"width": width, "height": 1920})
    styles = "".join((STYLES / f"{name}.css").read_text() for name in ("looks", "kiosk"))
    fresh.set_content(
        f'<html data-look="{look}"><style>{styles}</style><div class="piece">{piece}</div></html>'
    )

    seen = Image.open(BytesIO(fresh.screenshot()))

    assert read_by_a_phone(seen) == phone_text(pack, "US", pack.questions).text
    assert fresh.evaluate("document.documentElement.scrollWidth") == width


def test_a_second_square_in_the_same_place_shows_its_own(fresh: Page, published: Published) -> None:
    pack = packs()["en"]
    first, second = pack.questions[0], pack.questions[1]
    page = opened(
        fresh, f"{published.address}/en/#{fragment('ocd', [first.id], is_to_helper=False)}"
    )

    page.goto(f"{published.address}/en/#{fragment('ptsd', [second.id], is_to_helper=False)}")

    expect(page.locator("#topic summary").first).to_have_text(pack.condition["ptsd"].title)
    expect(page.locator("#picked li")).to_have_text([plain(second.title)])
