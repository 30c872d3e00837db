"""Rules about claims: each is answered from sources, with all that belongs to the answer."""

import re
from collections.abc import Iterator

from logic.content.items import Claim
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import OURS, markers
from logic.content.studies import StudySummary
from logic.rules.balance import half_told, studies_cited, studies_told


def every_claim_is_held_against_a_source(draft: Draft) -> Iterator[Problem]:
    """What is shown of a claim cites one work or more: our own word alone is no verdict."""
    for entry in draft.of(Claim):
        if not {marker.source for marker in markers(entry.item.shown)} - {OURS}:
            message = "`shown` cites no work. Cite the one that the verdict rests on."
            yield entry.problem(("shown",), message)


def a_claim_names_the_studies_it_pairs(draft: Draft) -> Iterator[Problem]:
    """A claim that is answered from one study of a pair tells of the other too, or names it."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    for entry in draft.of(Claim):
        cited, told = studies_cited(entry, studies), studies_told(entry, studies)
        for message in half_told(cited, told, studies):
            yield entry.problem(("shown",), message)


def help_stands_with_a_claim_about_suicide(draft: Draft) -> Iterator[Problem]:
    """A claim that speaks of suicide names the crisis line, 988, in what is shown of it."""
    for entry in draft.of(Claim):
        text = " ".join(words for _, words in entry.item.words())
        if re.search(r"\bsuicid", text, re.IGNORECASE) and "988" not in entry.item.shown:
            message = "This speaks of suicide without help. Say that 988 can be called or texted."
            yield entry.problem(("shown",), message)


RULES: tuple[Rule, ...] = (
    every_claim_is_held_against_a_source,
    a_claim_names_the_studies_it_pairs,
    help_stands_with_a_claim_about_suicide,
)
