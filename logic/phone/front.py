"""The page at the address itself: the languages of the site, and in each whom to call."""

from collections.abc import Sequence
from html import escape

from logic.phone.html import element, spoken_in
from logic.phone.page import PhonePage, head


def front(pages: Sequence[PhonePage]) -> str:
    """The whole page, the first language's title above; it needs no script."""
    ui = pages[0].pack.ui_strings
    title = escape(ui.phone.page_title)
    return (
        f"{head(pages[0].pack.language, title, 'ask-first.css')}"
        f"<header>\n{element('h1', title)}\n</header>\n"
        f"<main>\n{''.join(map(in_its_language, pages))}</main>\n</body>\n</html>\n"
    )


def in_its_language(page: PhonePage) -> str:
    """The way to the page in one language, by the language's own name, and whom to call."""
    tag, name = page.pack.language, page.pack.ui_strings.language_name
    link = f'<a href="{tag}/" hreflang="{tag}">{escape(name)}</a>'
    way = element("nav", link, more=f' aria-label="{escape(name)}"')
    return element("div", way + "\n" + page.at_once(), more=spoken_in(tag)) + "\n"
