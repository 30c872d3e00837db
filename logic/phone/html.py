"""The small pieces that a page for a phone is made of, as HTML. Nothing in here escapes a text."""

from logic.formats import direction


def element(tag: str, html: str, *, kind: str = "", more: str = "") -> str:
    """An element around HTML; `kind` is its class, `more` are other attributes."""
    named = f' class="{kind}"' if kind else ""
    return f"<{tag}{named}{more}>{html}</{tag}>"


def spoken_in(language: str) -> str:
    """The attributes of something whose words are in this language, which is not the page's."""
    return f' lang="{language}" dir="{direction(language)}"'
