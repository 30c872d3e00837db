"""The staff view as one page of HTML that needs nothing else, on a screen or on paper."""

from html import escape
from pathlib import Path

from logic.staff.part import paragraphs, whole
from logic.staff.view import View

TITLE = "Staff view"
STYLE = Path(__file__).with_suffix(".css")
NOBODY = "Nothing here is of a visitor: the kiosks keep nothing of anybody that could be shown."
ALL_WELL = "Nothing."
WAITING = "Looking at the content, the kiosks and the printer. The first time takes a while."


def styles() -> str:
    """How it looks, to stand in a page."""
    return f"<style>{STYLE.read_text(encoding='utf-8')}</style>"


def head(view: View) -> str:
    """What stands above all parts: when this was so, and what somebody must see to."""
    listed = "".join(f"<li>{escape(one)}</li>" for one in view.to_see_to)
    told = f"<ul>{listed}</ul>\n" if listed else paragraphs((ALL_WELL,))
    title = f"<h1>{TITLE}</h1>\n{paragraphs((view.taken, NOBODY))}"
    return f"{title}<h2>To see to</h2>\n{told}"


def page(view: View) -> str:
    """The whole page."""
    body = "".join(f"<section>{whole(part)}</section>\n" for part in view.parts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n{styles()}\n</head>\n"
        f'<body>\n<main class="staff">\n{head(view)}{body}</main>\n</body>\n</html>\n'
    )
