"""Markdown as our content uses it, its marks drawn by whoever keeps the notes of a passage.

Nothing else is understood but paragraphs, lists, bold, and the marks of `logic.content.prose`.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any, Protocol, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from logic.content.prose import MARKER, Marker

BETWEEN = re.compile(r"(</?(?:p|ul|ol|li)>)\n")  # a line's end there is a text for a browser
Tokens: TypeAlias = Sequence[Token]
Env: TypeAlias = MutableMapping[str, Any]


class Marks(Protocol):
    """Whoever draws the marks of a passage: who says so, and words that can be tapped."""

    def mark(self, marker: Marker) -> str:
        """What stands behind a sentence and tells who says so."""

    def term(self, name: str) -> str:
        """The opening tag of a word that can be tapped for its meaning."""


def paragraphs(words: str, marks: Marks) -> str:
    """A text of paragraphs and lists as HTML."""
    return BETWEEN.sub(r"\1", MARKDOWN.render(words, {"marks": marks}))


def line(words: str, marks: Marks) -> str:
    """A text of one paragraph as HTML, without the paragraph."""
    return str(MARKDOWN.renderInline(words, {"marks": marks}))


def marker_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's form)
    """Read `[^source level]` where it stands in a text."""
    found = MARKER.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("marker", "", 0)
        token.meta = {"marker": Marker(found["source"], found["level"])}
    state.pos = found.end()
    return True


def draw_marker(_: object, tokens: Tokens, index: int, __: object, env: Env) -> str:
    """The mark of who says so."""
    marks: Marks = env["marks"]
    return marks.mark(tokens[index].meta["marker"])


def open_link(_: object, tokens: Tokens, index: int, __: object, env: Env) -> str:
    """A term becomes whatever `marks` makes of it; a mention is marked as only reported."""
    kind, _, name = str(tokens[index].attrGet("href")).partition(":")
    marks: Marks = env["marks"]
    opened = marks.term(name) if kind == "term" else '<span class="mention">'
    env.setdefault("open", []).append("button" if opened.startswith("<button") else "span")
    return opened


def close_link(_: object, __: Tokens, ___: int, ____: object, env: Env) -> str:
    """Close what the link opened."""
    return f"</{env['open'].pop()}>"


MARKDOWN = MarkdownIt("zero").enable(["list", "link", "emphasis"])
MARKDOWN.inline.ruler.before("link", "marker", marker_rule)
MARKDOWN.add_render_rule("marker", draw_marker)
MARKDOWN.add_render_rule("link_open", open_link)
MARKDOWN.add_render_rule("link_close", close_link)
