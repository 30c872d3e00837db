"""A page of HTML read strictly: every tag closed in its order, its tables as rows of text."""

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

FETCHING = {"link", "script", "img", "iframe"}
VOID = {"meta", "link", "img"}
CELLS = {"th", "td"}


class Page(HTMLParser):
    """What a page holds: its text, its links and other addresses, its headings, its tables.

    `rows` are the body rows of tables, by the `id` of the heading of level 2 above them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.lang = ""
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.headings: list[int] = []
        self.heads: list[tuple[str, str | None]] = []
        self.captions = 0
        self.rows: dict[str, list[list[str]]] = defaultdict(list)
        self.section = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        given = dict(attrs)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "srcset", "data")]
        self.fetched += [tag] if tag in FETCHING else []
        if tag in VOID:
            return
        self.open.append(tag)
        self.lang = given.get("lang") or self.lang
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag == "h2":
            self.section = given.get("id") or ""
        if tag == "th":
            self.heads.append((tag, given.get("scope")))
        self.captions += tag == "caption"
        if tag == "tr" and "tbody" in self.open:
            self.rows[self.section].append([])
        if tag in CELLS and "tbody" in self.open:
            self.rows[self.section][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """What ends is what began last."""
        assert self.open, f"</{tag}> closes nothing."
        assert self.open.pop() == tag, f"</{tag}> closes something else."

    def handle_data(self, data: str) -> None:
        """Text, also into the cell that it stands in."""
        if "style" in self.open:
            return
        self.text += data
        if "tbody" in self.open and CELLS & set(self.open):
            self.rows[self.section][-1][-1] += data


def read_page(path: Path) -> Page:
    """Read a page from a file; whatever is not closed in its order fails."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    assert not page.open, f"Not closed: {page.open}"
    return page
