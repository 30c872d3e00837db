"""Any page on paper: whole, black on white, every detail open, and the crisis line once."""

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import Visitor
from tests.browser.dressing import dress, pages

SCREEN: ViewportSize = {"width": 1080, "height": 1920}
PAPER: ViewportSize = {"width": 680, "height": 1000}  # CSS pixels of an A4 sheet within its margins
# Texts of the page that are hidden, outside of the sheet or below the end of the document.
LOST = """() => {
  const texts = document.createTreeWalker(
    document.querySelector('.st-key-body'), NodeFilter.SHOW_TEXT);
  const place = document.createRange();
  const lost = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const around = text.parentElement;
    const controls = '.tap, .close, .aloud, .add, .added, .see-list, .ask-time';
    const leftOut = `${controls}, [role=status]`;
    if (!text.data.trim() || around.closest(leftOut)) continue;
    place.selectNodeContents(text);
    const { left, right, bottom, width } = place.getBoundingClientRect();
    const end = document.documentElement.scrollHeight - scrollY;
    if (!around.checkVisibility({ contentVisibilityAuto: true }) || width === 0 || left < -1
      || right > innerWidth + 1 || bottom > end + 1) lost.push(text.data);
  }
  return lost;
}"""
CONTROLS = """() => [...document.querySelectorAll(
    '.top, .foot button, .hide-screen, .close, .aloud, dialog, #player, .waiting')]
  .filter(one => one.checkVisibility())
  .map(one => one.className)"""
CRISIS = """() => {
  const end = document.querySelector('.st-key-body').getBoundingClientRect().bottom;
  return [...document.querySelectorAll('.crisis')]
    .filter(one => one.checkVisibility())
    .map(one => one.getBoundingClientRect().top >= end);
}"""
NOT_DRAWN = "all => all.filter(one => !one.checkVisibility() || one.height === 0).length"
DARK = """() => [...document.querySelectorAll('body, body *')]
  .filter(one => one.checkVisibility())
  .map(one => {
    const { color, backgroundColor } = getComputedStyle(one);
    const isText = [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim());
    const isBlack = !isText || color === 'rgb(0, 0, 0)';
    const isLight = ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(backgroundColor);
    return isBlack && isLight ? '' : `${one.className}: ${color} on ${backgroundColor}`;
  })
  .filter(Boolean)"""


@dataclass(frozen=True)
class Printed:
    """What a page holds that it must not on paper, and what stands at its end."""

    lost: list[str]
    controls: list[str]
    dark: list[str]
    crisis_lines: list[bool]  # whether each stands in the flow, below all else
    pictures_lost: int
    height: int
    sheets: int


def sheets(pdf: bytes) -> int:
    """How many sheets a PDF has."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n", pdf):
        with suppress(zlib.error):  # a stream that is not packed holds a picture
            parts.append(zlib.decompressobj().decompress(pdf[found.end() :]))
    return sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in parts)


def printed(page: Page) -> Printed:
    """How the page in sight comes out of a printer, while a layer of the guard lies above it."""
    page.evaluate("document.getElementById('curtain').showModal()")
    pdf = page.pdf(format="A4")
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    found = Printed(
        lost=page.evaluate(LOST),
        controls=page.evaluate(CONTROLS),
        dark=page.evaluate(DARK),
        crisis_lines=page.evaluate(CRISIS),
        pictures_lost=page.locator(".st-key-body img").evaluate_all(NOT_DRAWN),
        height=page.evaluate("document.documentElement.scrollHeight"),
        sheets=sheets(pdf),
    )
    page.emulate_media(media="null")
    page.set_viewport_size(SCREEN)
    page.evaluate("document.getElementById('curtain').close()")
    return found


@pytest.fixture(scope="module", params=[("usual", "calm"), ("largest", "dark")], ids="-".join)
def paper(request: pytest.FixtureRequest, browser: Browser, kiosk: str) -> dict[str, Printed]:
    """Every page of a visit on paper, by its name."""
    size, look = request.param
    page = browser.new_page(viewport=SCREEN)
    found = {}
    for name in pages(Visitor(page, kiosk)):
        dress(page, size=size, look=look)
        found[name] = printed(page)
    page.close()
    return found


def test_every_text_of_a_page_is_printed_with_every_detail(paper: dict[str, Printed]) -> None:
    assert {name: one.lost for name, one in paper.items() if one.lost} == {}


def test_no_control_and_no_layer_of_the_guard_is_printed(paper: dict[str, Printed]) -> None:
    assert {name: one.controls for name, one in paper.items() if one.controls} == {}


def test_the_crisis_line_is_printed_once_below_all_else(paper: dict[str, Printed]) -> None:
    assert {
        name: one.crisis_lines for name, one in paper.items() if one.crisis_lines != [True]
    } == {}
    assert len(paper) == 5


def test_every_look_is_printed_black_on_white(paper: dict[str, Printed]) -> None:
    assert {name: one.dark for name, one in paper.items() if one.dark} == {}


def test_every_picture_is_printed(paper: dict[str, Printed]) -> None:
    assert {name: one.pictures_lost for name, one in paper.items() if one.pictures_lost} == {}


def test_a_long_page_goes_on_from_sheet_to_sheet(paper: dict[str, Printed]) -> None:
    long = {name: one for name, one in paper.items() if one.height > 3 * PAPER["height"]}

    assert "section" in long
    for name, one in long.items():
        assert one.sheets >= one.height / PAPER["height"] - 1, name
