"""What the browser draws while a page loads: paper, and nothing that flashes in a dim room."""

from base64 import b64decode
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from pages.parts import session
from tests.browser.conftest import Visitor

WHITE = (255, 255, 255)
SMALL = {"format": "png", "maxWidth": 108, "maxHeight": 192}


@pytest.fixture
def visitor(fresh: Page, kiosk: str) -> Visitor:
    """A visitor in front of a browser that has loaded nothing yet."""
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    return Visitor(fresh, kiosk)


def test_nothing_that_is_drawn_while_a_page_loads_is_white(visitor: Visitor) -> None:
    drawn = list[Image.Image]()
    screen = visitor.page.context.new_cdp_session(visitor.page)

    def sees(picture: dict[str, Any]) -> None:
        drawn.append(Image.open(BytesIO(b64decode(picture["data"]))).convert("RGB"))
        screen.send("Page.screencastFrameAck", {"sessionId": picture["sessionId"]})

    screen.on("Page.screencastFrame", sees)
    screen.send("Page.startScreencast", SMALL)
    for _ in range(5):
        visitor.page.reload()
        visitor.reads(session.ui().headings.welcome)
    screen.send("Page.stopScreencast")

    assert len(drawn) > 5
    # At the edge of the screen, half-way down, where no page has anything but its paper.
    assert WHITE not in {one.getpixel((1, one.height // 2)) for one in drawn}
