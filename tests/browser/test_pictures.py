"""Pictures of numbers as a browser draws them: as many filled dots as the words beside them say.

The dots are counted in grey, so that no colour is needed to tell them apart.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.conftest import Tell

CONDITIONS = ("treatment-resistant-depression", "ocd", "suicidal-thoughts")
NUMBERS = re.compile(r"\d+")
LIGHT = 0.85  # a dot whose middle is lighter than this is hollow; a marked one stays darker

# Draws a picture in grey, and tells for each dot, row by row, how light its middle is.
MIDDLES = """
async (image) => {
  await image.decode();
  const scale = 4, step = 10 * scale, reach = 2.6 * scale;
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale; canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; context.fillRect(0, 0, canvas.width, canvas.height);
  context.filter = "grayscale(1)";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const middles = [];
  for (let y = step / 2; y < canvas.height; y += step)
    for (let x = step / 2; x < canvas.width; x += step) {
      const part = context.getImageData(x - reach, y - reach, 2 * reach, 2 * reach).data;
      let light = 0;
      for (let at = 0; at < part.length; at += 4) light += part[at] / 255;
      middles.push(light / (part.length / 4));
    }
  return middles;
}
"""


def pictures(page: Page) -> Iterator[tuple[Locator, list[int]]]:
    """Every picture of people on a page, and the numbers of its text alternative."""
    for image in page.locator(".picture img").all():
        yield image, [int(number) for number in NUMBERS.findall(image.get_attribute("alt") or "")]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_dots_are_as_many_as_the_words_say(
    visitor: Visitor, condition: str, record_property: Tell
) -> None:
    page = visitor.picks(condition).goes_on(session.ui().headings.studies).page

    seen = 0
    for image, (people, of) in pictures(page):
        middles = image.evaluate(MIDDLES)[:of]
        assert sum(light < LIGHT for light in middles) == people, image.get_attribute("alt")
        seen += 1

    record_property(f"pictures of {condition} whose dots were counted in grey", seen)
    assert seen > 1


def test_a_picture_is_in_sight_and_as_large_for_harm_as_for_gain(visitor: Visitor) -> None:
    page = visitor.picks(CONDITIONS[0]).goes_on(session.ui().headings.studies).page

    study = page.locator("article", has=page.locator("figure.benefit")).filter(
        has=page.locator("figure.harm")
    )
    gain, harm = (
        study.first.locator(f"figure.{about} img").first.bounding_box()
        for about in ("benefit", "harm")
    )

    assert gain
    assert harm
    assert gain["width"] == harm["width"] > 150


def test_a_picture_is_printed(visitor: Visitor) -> None:
    page = visitor.picks(CONDITIONS[0]).goes_on(session.ui().headings.studies).page

    page.emulate_media(media="print")

    expect(page.locator("figure.benefit img").first).to_be_visible()
    expect(page.locator("figure.harm img").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 800, 1080, 1920])
def test_the_map_shows_every_study_and_fits_the_screen(visitor: Visitor, width: int) -> None:
    labels, pack = session.ui().labels, session.pack()
    page = visitor.picks(CONDITIONS[0]).goes_on(session.ui().headings.studies).page
    page.set_viewport_size({"width": width, "height": 1200})

    visitor.tap(labels.view_map).reads(session.ui().headings.studies)

    table = page.locator("table.map")
    expect(table).to_be_visible()
    for study in pack.study_summaries:
        if CONDITIONS[0] in study.conditions:
            expect(
                table.get_by_role("row").filter(has_text=study.name or study.title)
            ).not_to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
