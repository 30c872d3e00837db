"""What a tap on a study's card opens: who, against what, how long, what weakens it, the numbers."""

from logic.content.items import Source
from logic.content.studies import Disclosure, StudySummary
from logic.content.vocabulary import Disclosed, Words
from pages.parts import cards, session
from pages.parts.numbers import numbers
from pages.parts.prose import Notes, details
from pages.parts.sources import work


def more(study: StudySummary, notes: Notes) -> str:
    """What a tap opens: who, against what, how long, what weakens it, who paid, the numbers."""
    labels, choices = session.ui().labels, session.ui().choices
    whose = labels.rated_by.format(whose=choices.certainty_by[study.certainty_by])
    told = [
        (labels.studied, notes.text(study.studied)),
        (labels.compared, notes.text(study.compared)),
        (labels.followed, notes.text(study.followed)),
        (labels.limits, notes.text(study.limits)),
        (labels.certainty_why, notes.text(study.certainty_reason) + cards.text(f"{whose}.")),
        (labels.study_kind, cards.text(choices.study_design[study.study_design])),
        (labels.masking, cards.text(choices.masking[study.masking])),
        (labels.funding, disclosed(study.funding, choices.funding, notes)),
        (labels.interests, disclosed(study.interests, choices.interests, notes)),
        (labels.published_in, f"<p>{work(source_of(study))}</p>"),
    ]
    if study.outcomes:
        told.append((labels.numbers, numbers(study, notes)))
    return details(labels.more_about_study, [cards.heading(a, 3) + b for a, b in told])


def disclosed(given: Disclosure, names: dict[Disclosed, Words], notes: Notes) -> str:
    """Who is named, or whether the paper was asked and does not say."""
    return notes.text(given.who) if given.who else cards.text(names[given.status])


def source_of(study: StudySummary) -> Source:
    """The work in which a study was published."""
    return session.pack().source[study.source]
