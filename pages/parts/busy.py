"""What a screen shows while all places are taken. The guard in it tries again by itself."""

from html import escape

from pages.parts import session, shell
from pages.parts.bars import crisis_line


def page() -> str:
    """The page in the newest words."""
    pack = session.pack()
    labels = pack.ui_strings.labels
    told = f"<h1>{escape(labels.busy_title)}</h1><p>{escape(labels.busy)}</p>"
    return (
        f'<!DOCTYPE html><html lang="{pack.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(labels.kiosk_name)}</title>{shell.styles()}</head><body>"
        f'<main class="busy">{told}</main><div class="waiting">{crisis_line()}</div>'
        f'<div id="guard" data-well="/"></div><script>{shell.SCRIPT}</script></body></html>'
    )
