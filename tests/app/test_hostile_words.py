"""Whatever stands in the words of the content is read as words: no HTML of its own comes of it.

Nobody else cleans what the kiosk shows: docs/adr/0032-laid-out-by-our-own-script.md.
"""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from logic import pseudo
from logic.carried import SIGNS
from logic.rules import translations
from tests.app.screen import Screen, every_state
from tests.conftest import SAMPLE

HOSTILE = "<img src=x onerror=alert()><b onclick='a()'>\"&amp;" + "".join(SIGNS.values())
READ_AS = HOSTILE.rstrip("".join(SIGNS.values()))  # the signs themselves are dropped
# What the kiosk's pages are made of. Who adds to it makes sure that no word can become one.
TAGS = {
    "article", "br", "button", "caption", "cite", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "header", "img", "li", "ol", "p", "section", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "alt", "autofocus", "class", "dir", "disabled", "hidden", "id", "lang", "popover",
    "popovertarget", "role", "scope", "src", "start", "style", "tabindex", "width",
}  # fmt: skip
FAMILIES = ("aria-", "data-")


class Made(HTMLParser):
    """Of which elements, attributes and addresses HTML is made."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self.tags, self.attributes, self.addresses = set[str](), set[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, what it is given, and what it fetches."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs if not name.startswith(FAMILIES))
        self.addresses.update(told or "" for name, told in attrs if name == "src")


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A kiosk whose every word, in one language, brings HTML. No rule stands in its way."""
    content = tmp_path / "content"
    monkeypatch.setattr(pseudo, "pseudo", lambda words: f"{HOSTILE} {words}" if words else "")
    pseudo.add_to(SAMPLE, content)
    monkeypatch.setattr(translations, "RULES", ())
    monkeypatch.setenv("KIOSK_CONTENT", str(content))
    return Screen().tap(f"language-{pseudo.LANGUAGE}")


def test_html_in_words_is_read_as_words_on_every_page(hostile: Screen) -> None:
    made = Made()

    for name, screen in every_state(hostile):
        assert READ_AS in screen.words, name
        made.feed(screen.html)

    assert made.tags == TAGS
    assert made.attributes == ATTRIBUTES
    assert {one.partition(":")[0] for one in made.addresses} == {"data"}
