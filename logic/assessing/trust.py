"""Measures of whether what is told can be traced, dated and trusted."""

from logic.assessing.findings import Finding, counted
from logic.content.items import Condition, GuideSection, Source
from logic.content.pack import Draft, name_of
from logic.content.prose import OURS, asks, sentences
from logic.content.sign_offs import holding
from logic.content.studies import StudySummary
from logic.rules.dates import YEAR
from logic.rules.facts import told_as_fact
from logic.rules.references import citations


def sentences_with_a_source(draft: Draft) -> Finding:
    """Sentences that tell something and say who says so: a work, or we ourselves."""
    told = [
        sentence.markers
        for _, _, text in told_as_fact(draft)
        for sentence in sentences(text)
        if not asks(sentence.text)
    ]
    ours = sum(bool(found) and all(one.source == OURS for one in found) for found in told)
    return counted(map(bool, told), f"sentences name who says so; {ours:,} of them only us.")


def sources_with_a_year(draft: Draft) -> Finding:
    """Sources that say from which year they are."""
    years = (entry.item.year is not None for entry in draft.of(Source))
    return counted(years, "sources say from which year they are; all say when we read them.")


def facts_read_first_hand(draft: Draft) -> Finding:
    """Citations of a work that we read ourselves, if only its abstract."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    levels = [
        marker.level or next(iter(sources[marker.source].levels))
        for _, marker in citations(draft)
        if marker.source in sources
    ]
    told = "citations are of a work that we read; the others of someone else’s account."
    return counted((level not in ("second-hand", "not-checked") for level in levels), told)


def items_reviewed_within_a_year(draft: Draft) -> Finding:
    """Items that show their last check, and are to be checked again within a year of it."""
    items = [entry.item for entry in draft.entries]
    spans = (one.next_review - one.last_reviewed for one in items)
    told = "items show when they were checked, and when again within a year."
    return counted((span <= YEAR for span in spans), told)


def items_signed_off(draft: Draft) -> Finding:
    """Items whose exact words a named reviewer from outside approved."""
    signed = holding(draft.sign_offs, draft.items())
    named = (name_of(entry.item) in signed for entry in draft.entries)
    return counted(named, "items are signed off by a reviewer.")


def findings_with_certainty(draft: Draft) -> Finding:
    """Findings, of a condition or of a study, that say how sure one can be, and why."""
    rated: list[GuideSection | StudySummary] = [entry.item for entry in draft.of(StudySummary)]
    rated += [entry.item for entry in draft.of(GuideSection) if entry.item.part == "found"]
    reasons = (bool(one.certainty and one.certainty_reason) for one in rated)
    return counted(reasons, "findings of a condition or a study say how sure one can be, and why.")


def conditions_with_open_questions(draft: Draft) -> Finding:
    """Conditions that tell what was found and what is not known."""
    parts = parts_of(draft)
    told = "conditions tell what was found and what is not known."
    return counted(({"found", "not-known"} <= found for found in parts.values()), told)


def parts_of(draft: Draft) -> dict[str, set[str]]:
    """The parts of the guide that each condition has, by its id."""
    sections = [entry.item for entry in draft.of(GuideSection)]
    return {
        name: {one.part for one in sections if name in one.conditions}
        for name in sorted(draft.ids(Condition))
    }
