"""What a tap on a study's card opens: who, against what, how long, what weakens it, the numbers."""

from logic.content.items import Disclosure, Source
from logic.content.studies import StudySummary
from logic.content.vocabulary import Disclosed, Words
from logic.says_who import of_work
from pages.parts import cards, session
from pages.parts.numbers import numbers
from pages.parts.prose import Notes, details
from pages.parts.sources import work


def more(study: StudySummary, notes: Notes) -> str:
    """What a tap opens: who, against what, how long, what weakens it, who paid, the numbers."""
    labels, choices = session.ui().labels, session.ui().choices
    masking = cards.text(choices.masking[study.masking])
    if study.masking != "not-checked":
        masking = of_the_work(choices.masking[study.masking], study, notes)
    told = [
        (labels.studied, notes.text(study.studied)),
        (labels.compared, notes.text(study.compared)),
        (labels.followed, notes.text(study.followed)),
        (labels.limits, notes.text(study.limits)),
        (labels.study_kind, of_the_work(choices.study_design[study.study_design], study, notes)),
        (labels.masking, masking),
        (labels.funding, disclosed(study.funding, choices.funding, notes)),
        (labels.interests, disclosed(study.interests, choices.interests, notes)),
        (labels.published_in, f"<p>{work(source_of(study))}</p>"),
    ]
    if study.outcomes:
        told.append((labels.numbers, numbers(study, notes)))
    parts = [cards.heading(title, 3) + html for title, html in told]
    return details(labels.more_about_study, [*parts, cards.reviewed([study])])


def of_the_work(words: Words, study: StudySummary, notes: Notes) -> str:
    """What a study is, with the work that says so."""
    return f"<p>{notes.line(words, [of_work(study)])}</p>"


def disclosed(given: Disclosure, names: dict[Disclosed, Words], notes: Notes) -> str:
    """Who is named, or whether the paper was asked and does not say."""
    return notes.text(given.who) if given.who else cards.text(names[given.status])


def source_of(study: StudySummary) -> Source:
    """The work in which a study was published."""
    return session.pack().source[study.source]
