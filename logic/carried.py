"""HTML as it is carried to a browser: in an attribute, all that HTML is made of as signs.

A browser that took it for HTML at once would have Streamlit clean it, element by element, before
anything is seen. pages/static/guard.js lays it out: docs/adr/0032-laid-out-by-our-own-script.md.
"""

import re

SIGNS = {"<": "\uf8f4", ">": "\uf8f5", "&": "\uf8f6", '"': "\uf8f7"}  # no text of ours has them
CARRIED = re.compile(r'<div data-shows="([^"]*)"></div>')


def carried(html: str) -> str:
    """An element that carries HTML, and that nothing within it can end. Signs in it are dropped."""
    for made_of, sign in SIGNS.items():
        html = html.replace(sign, "").replace(made_of, sign)
    return f'<div data-shows="{html}"></div>'


def laid_out(told: str) -> str:
    """What is told, with all that is carried in it laid out in its place."""
    return CARRIED.sub(lambda one: html_of(one[1]), told)


def html_of(signs: str) -> str:
    """What was carried, as HTML again."""
    for made_of, sign in SIGNS.items():
        signs = signs.replace(sign, made_of)
    return signs
