"""The small pieces that pages are laid out with, as HTML. Text is escaped; `html` is not."""

from collections.abc import Iterable
from html import escape

from logic.content.items import Item
from logic.content.vocabulary import Certainty
from pages.parts import session
from pages.parts.dates import day

QUARTERS: dict[Certainty, int] = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}


def lead(text: str) -> str:
    """The sentence that opens a page."""
    return f'<p class="lead">{escape(text)}</p>'


def heading(text: str, level: int = 2) -> str:
    """A heading below the page's own."""
    return f"<h{level}>{escape(text)}</h{level}>"


def note(text: str) -> str:
    """A small line."""
    return f'<p class="soft">{escape(text)}</p>'


def pairs(told: Iterable[tuple[str, str]]) -> str:
    """Short texts, each under its heading, side by side where there is room."""
    return f'<div class="pairs">{"".join(card(heading(a) + text(b)) for a, b in told)}</div>'


def text(words: str) -> str:
    """One paragraph."""
    return f"<p>{escape(words)}</p>"


def card(html: str, kind: str = "") -> str:
    """Something that stands on its own."""
    return f'<div class="card {kind}">{html}</div>'


def gap(title: str, html: str) -> str:
    """A place where something is not known: as large as what is known, its edge dashed."""
    return card(heading(title) + html, "gap")


def certainty(level: Certainty) -> str:
    """How sure we can be: a ring with one to four quarters filled, and the words."""
    words = session.ui().choices.certainty[level]
    ring = f'<span class="ring" style="--quarters:{QUARTERS[level]}" aria-hidden="true"></span>'
    return f'<span class="sure">{ring}{escape(words)}</span>'


def being_checked() -> str:
    """What stands in place of something whose review date has passed."""
    return card(text(session.ui().labels.being_checked), "gap")


def reviewed(items: Iterable[Item]) -> str:
    """Whether clinicians have reviewed all that is shown, when it was checked, and when next.

    As long as one item is a draft, all of it is told as a draft.
    """
    shown, labels = tuple(items), session.ui().labels
    told: list[str] = []
    if any(one.review_status == "draft" for one in shown):
        told.append(labels.draft)
    elif names := sorted({one.reviewed_by for one in shown if one.reviewed_by}):
        told.append(labels.reviewed_by.format(names=", ".join(names)))
    if shown:
        checked = min(one.last_reviewed for one in shown)
        due = min(one.next_review for one in shown)
        told += [f"{labels.last_reviewed.format(date=day(checked))}."]
        told += [f"{labels.next_review.format(date=day(due))}."]
    return note(" ".join(told))
