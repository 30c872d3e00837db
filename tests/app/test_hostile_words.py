"""Whatever stands in the words of the content is read as words: no HTML of its own comes of it.

Nobody else cleans what the kiosk shows: docs/adr/0032-laid-out-by-our-own-script.md.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from logic import pseudo
from logic.carried import SIGNS
from logic.rules import translations
from tests.app.screen import Screen, every_state
from tests.conftest import SAMPLE, TODAY

HOSTILE = "<img src=x onerror=alert()><b onclick='a()'>\"&amp;" + "".join(SIGNS.values())
READ_AS = HOSTILE.rstrip("".join(SIGNS.values()))  # the signs themselves are dropped
# What the kiosk's pages are made of. Who adds to it makes sure that no word can become one.
TAGS = {
    "article", "br", "button", "caption", "cite", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "header", "img", "li", "ol", "p", "section", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "alt", "autofocus", "class", "colspan", "dir", "disabled", "hidden", "id", "lang", "popover",
    "popovertarget", "role", "scope", "src", "start", "style", "tabindex", "width",
}  # fmt: skip
FAMILIES = ("aria-", "data-")


FACTS = re.compile(r"^((?:authors|work_title|published_in|reviewer|name): ).*$", re.MULTILINE)
CLINIC = """
clinic_name = {0}
map = "map.svg"
map_text = {0}
[[contacts]]
name = {0}
kind = "front-desk"
desk = {0}
languages = ["en", "ase"]
"""
COUNTED = re.compile(r"--[a-z]+:[\d.]+")  # all that a style may say


class Made(HTMLParser):
    """Of which elements, attributes, addresses and styles HTML is made."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self.tags, self.attributes = set[str](), set[str]()
        self.addresses, self.styles = set[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, what it is given, what it fetches and how it looks."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs if not name.startswith(FAMILIES))
        self.addresses.update(told or "" for name, told in attrs if name == "src")
        self.styles.update(told or "" for name, told in attrs if name == "style")


@pytest.fixture
def _hostile(settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kiosk whose every word, in one language, brings HTML; its facts and its clinic, too.

    No rule stands in the way of the words.
    """
    content = tmp_path / "hostile"
    monkeypatch.setattr(pseudo, "pseudo", lambda words: f"{HOSTILE} {words}" if words else "")
    pseudo.add_to(SAMPLE, content)
    written = json.dumps(HOSTILE)
    for file in content.rglob("*.md"):
        file.write_text(FACTS.sub(lambda one: one[1] + written, file.read_text()))
    settings.write_text(CLINIC.format(written))
    (settings.parent / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    monkeypatch.setattr(translations, "RULES", ())
    monkeypatch.setenv("KIOSK_CONTENT", str(content))


def walks() -> Iterator[tuple[str, Screen]]:
    """Every page in every way in the hostile language, and the main ones beside another."""
    yield from every_state(Screen().tap(f"language-{pseudo.LANGUAGE}"))
    screen = Screen().tap(f"language-{pseudo.LANGUAGE}").tap("comfort").tap("beside-en")
    for page in ("done", "start", "condition-short-nights", "next", "next", "next", "next"):
        yield f"beside: {page}", screen.tap(page)


@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize("today", [TODAY, date(2030, 1, 1)], ids=["in time", "all overdue"])
def test_html_in_words_is_read_as_words_on_every_page(
    today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_TODAY", today.isoformat())
    closed, opened = Made(), Made()

    for name, screen in walks():
        assert READ_AS in screen.words, name
        closed.feed(screen.shown)
        opened.feed(screen.html)

    assert opened.tags <= TAGS
    assert opened.attributes <= ATTRIBUTES
    assert closed.attributes <= ATTRIBUTES - {"autofocus"}  # else it would take the focus at once
    assert {one.partition(":")[0] for one in opened.addresses} == {"data"}
    assert all(COUNTED.fullmatch(one) for one in opened.styles), opened.styles
