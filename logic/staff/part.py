"""What the staff view is made of: parts, each of one subject, as words that need no Streamlit."""

from dataclasses import dataclass
from html import escape

from logic.content.reading import SOURCE_LANGUAGE
from logic.formats import language_name, locale_of
from logic.html_tables import Table, as_html


@dataclass(frozen=True)
class Part:
    """One subject: sentences, what of it somebody must see to, and tables.

    Of those tables that are `drawn` a picture can stand beside them: all in them but the name of
    each row are numbers of visits. A picture shows what its table says and nothing else.
    """

    name: str
    title: str
    told: tuple[str, ...]
    to_see_to: tuple[str, ...] = ()
    drawn: tuple[Table, ...] = ()
    tables: tuple[Table, ...] = ()


def heading(part: Part) -> str:
    """The title of a part, which can be led to, and its sentences."""
    return f'<h2 id="{part.name}">{escape(part.title)}</h2>\n{paragraphs(part.told)}'


def paragraphs(told: tuple[str, ...]) -> str:
    """Sentences, each by itself."""
    return "".join(f"<p>{escape(one)}</p>\n" for one in told)


def tabled(table: Table) -> str:
    """A table, which goes to and fro within itself where the screen is narrow, by keys too."""
    named = f'aria-label="{escape(table.caption)}"'
    return f'<div class="wide" role="region" tabindex="0" {named}>\n{as_html(table)}</div>\n'


def whole(part: Part) -> str:
    """A part with all of its tables."""
    return heading(part) + "".join(map(tabled, (*part.drawn, *part.tables)))


def spoken(language: str) -> str:
    """A language by its name in that of the staff view."""
    return language_name(language, locale_of(SOURCE_LANGUAGE, ""))
