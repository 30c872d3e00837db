"""About the kiosk: who made it, how its facts were checked, who pays, and every source."""

from html import escape

from logic.content.items import Item, Source
from pages.parts import cards, session
from pages.parts.drawn import Drawn
from pages.parts.formats import counted, day
from pages.parts.prose import details
from pages.parts.sources import work


def whole() -> Drawn:
    """The whole page."""
    pack, labels = session.pack(), session.ui().labels
    some = any(pack.sign_off(section) for section in pack.guide_sections)
    approved = cards.approved(pack.guide_sections) if some else labels.about_no_review
    checked = f"{labels.about_checked} {approved}"
    told = (
        (labels.about_what_title, labels.about_what),
        (labels.about_sponsor_title, labels.about_sponsor),
        (labels.about_checked_title, checked),
        (
            labels.about_dates_title,
            dates((*pack.guide_sections, *pack.study_summaries, *pack.sources)),
        ),
        *([(labels.about_counts_title, labels.about_counts)] if session.is_counted() else []),
        (labels.about_mistake_title, labels.about_mistake),
    )
    sources = sorted(pack.sources, key=lambda source: source.title.lower())
    listed = [cards.as_it_is(source, one_source) for source in sources]
    return (
        *(cards.card(cards.titled(title) + cards.text(words)) for title, words in told),
        cards.heading(labels.about_sources_title)
        + cards.text(counted(session.ui().counted.about_sources, len(sources))),
        details(labels.sources_all, listed),
    )


def dates(items: tuple[Item, ...]) -> str:
    """When texts were last checked, and when the first of them is due."""
    first, last = (pick(item.last_reviewed for item in items) for pick in (min, max))
    due = min(item.next_review for item in items)
    told = session.ui().labels.about_dates
    return told.format(first=day(first), last=day(last), due=day(due))


def one_source(source: Source) -> str:
    """A work, and every way in which we checked it."""
    choices = session.ui().choices
    levels = " ".join(choices.verification[level] for level in sorted(source.levels))
    return f"<p>{work(source)}</p><p>{escape(levels)}</p>{cards.note(cards.clock([source]))}"
