"""Measures of whether numbers are told so that they can be understood and compared."""

import re
from collections.abc import Iterator

from logic.assessing.balance_told import of_conditions
from logic.assessing.findings import Finding, counted
from logic.balance import could_be_drawn
from logic.content.items import Claim, GuideSection, Source
from logic.content.outcomes import Outcome
from logic.content.pack import Draft
from logic.content.prose import sentences
from logic.content.shares import HUNDRED, Share, has_share, shares
from logic.content.studies import StudySummary

# A decimal or a percentage: not how people count.
UNFAMILIAR = re.compile(r"\d[.]\d|%|\bpercent\b", re.IGNORECASE)
# Effects that are read as they stand, in people or in points of a scale.
PLAIN_EFFECTS = {
    "risk-difference",
    "mean-difference",
    "number-needed-to-treat",
    "number-needed-to-harm",
}
# Headings of a study's card, of parts that tell.
READ = ("found", "harms", "studied", "compared", "followed", "limits", "in_short", "harms_in_short")


def studies_with_event_rates(draft: Draft) -> Finding:
    """Studies with a comparison that tell, in two arms or more, to how many people it happened."""
    compared = [
        entry.item for entry in draft.of(StudySummary) if entry.item.compared_with != "nothing"
    ]
    told = "studies that compare tell to how many people something happened in each group."
    return counted((any(map(is_rate, study.outcomes)) for study in compared), told)


def is_rate(outcome: Outcome) -> bool:
    """Whether an outcome tells of how many people in two arms or more."""
    return sum(map(has_share, outcome.figures)) > 1


def pictures_of_one_size(draft: Draft) -> Finding:
    """Pictures whose arms are all drawn of the same number of people."""
    told = "pictures draw every group of the same number of people."
    return counted((len({one.of for one in drawn}) == 1 for _, drawn in pictures(draft)), told)


def pictures_without_sums(draft: Draft) -> Finding:
    """Pictures of people of 100 in every arm, so that the difference is told beside them."""
    hundred = (all(one.of == HUNDRED for one in drawn) for _, drawn in pictures(draft))
    told = "pictures are of 100 people in each group and tell the difference; "
    return counted(hundred, told + "beside the others a reader would have to work it out.")


def pictures(draft: Draft) -> Iterator[tuple[StudySummary, tuple[Share, ...]]]:
    """Every outcome that is drawn: its study, and the shares of its arms."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    for entry in draft.of(StudySummary):
        for outcome in entry.item.outcomes:
            if drawn := shares(entry.item, outcome, sources):
                yield entry.item, drawn


def outcomes_at_one_time(draft: Draft) -> Finding:
    """Outcomes with figures of several arms that name the one time at which they were counted."""
    outcomes = [one for entry in draft.of(StudySummary) for one in entry.item.outcomes]
    several = [bool(one.time_point) for one in outcomes if len(one.figures) > 1]
    return counted(several, "outcomes of several groups name one time for all of them.")


def studies_tell_their_people(draft: Draft) -> Finding:
    """Studies that tell who was in them, and how many."""
    studies = [entry.item for entry in draft.of(StudySummary)]
    told = "studies tell who was in them, and how many people they were."
    return counted((bool(one.studied and one.participants) for one in studies), told)


def sides_with_a_picture(draft: Draft) -> Finding:
    """Sides of a condition, its benefit and its harm, with a picture of chance or more."""
    sides = [side for one in of_conditions(draft) for side in (one.benefit, one.harm)]
    told = "sides (benefit and harm of each condition) have a picture of people."
    return counted((side.drawn > 0 for side in sides), told)


def chances_that_are_drawn(draft: Draft) -> Finding:
    """Outcomes that have what a picture needs, and are drawn."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    fit = sum(
        could_be_drawn(entry.item, outcome, sources)
        for entry in draft.of(StudySummary)
        for outcome in entry.item.outcomes
    )
    done = sum(1 for _ in pictures(draft))
    return Finding(done, fit, f"{done} of {fit} outcomes that could be drawn are drawn.")


def numbers_as_people_count(draft: Draft) -> Finding:
    """Sentences with a number that hold neither a decimal nor a percentage."""
    texts = [
        text
        for kind in (GuideSection, StudySummary, Claim)
        for entry in draft.of(kind)
        for (field, *_), text in entry.item.words()
        if field in ("message", "body", "shown", *READ)
    ]
    numbers = [one.text for text in texts for one in sentences(text) if one.tells_a_number]
    told = "sentences with a number hold no decimal and no percentage."
    return counted((not UNFAMILIAR.search(text) for text in numbers), told)


def effects_in_plain_units(draft: Draft) -> Finding:
    """Effects in a study's table of numbers that are told in people or in points."""
    effects = [
        one.effect.measure
        for entry in draft.of(StudySummary)
        for one in entry.item.outcomes
        if one.effect
    ]
    told = "effects in the tables of numbers are in people or points; the others in ratios or in"
    return counted((one in PLAIN_EFFECTS for one in effects), f"{told} spreads.")
