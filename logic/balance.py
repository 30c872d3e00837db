"""How much the content gives to benefit and how much to harm, counted by where it stands.

Benefit is the guide's `found`, a study's `found` and `in_short`, and the outcomes about benefit.
Harm is the guide's `harms`, a study's `harms` and `harms_in_short`, and the outcomes about harm. No
word is guessed at. Left out is what everyone is told of harm (side effects, special care, misuse),
lest a condition lean on it and pass without harms of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from logic.content.items import Condition, GuideSection, Source
from logic.content.outcomes import Outcome
from logic.content.pack import Draft
from logic.content.prose import NUMBER_WORDS, plain, sentences
from logic.content.shares import shares
from logic.content.studies import StudySummary
from logic.content.vocabulary import MainFinding, OutcomeAbout

WHOLE_PACK = "the whole pack"
# A whole number however it is written, a year as well: each is one thing to take in.
NUMBERS = re.compile(rf"\d[\d.,]*|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Side:
    """What is given to benefit, or to harm: texts, outcomes, and how many of those are drawn.

    Its items are sentences and outcomes: sections and parts of studies are as many on either side.
    """

    texts: tuple[str, ...]
    outcomes: int
    drawn: int

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(plain(text).split()) for text in self.texts)

    @property
    def numbers(self) -> int:
        """How many numbers there are to read, in digits or in words."""
        return sum(len(NUMBERS.findall(plain(text))) for text in self.texts)

    @property
    def sentences(self) -> int:
        """How many sentences there are to read; a list item is one too."""
        return sum(len(list(sentences(text))) for text in self.texts)


@dataclass(frozen=True)
class Balance:
    """What is given to benefit and to harm of one condition, or of all."""

    name: str
    benefit: Side
    harm: Side
    findings: Mapping[MainFinding, int]
    approvals: tuple[str, ...]
    other_care: tuple[str, ...]

    def harm_share(self, what: str) -> float | None:
        """Harm's share of what is counted; none where nothing is counted on either side."""
        harm, benefit = getattr(self.harm, what), getattr(self.benefit, what)
        return harm / (harm + benefit) if harm + benefit else None


def balances(draft: Draft) -> Iterator[Balance]:
    """The balance of every condition, in their order, then of the whole pack."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    sections = [entry.item for entry in draft.of(GuideSection)]
    studies = [entry.item for entry in draft.of(StudySummary)]
    conditions = sorted((entry.item for entry in draft.of(Condition)), key=lambda one: one.order)
    for condition in conditions:
        yield balance(
            condition.id,
            [one for one in sections if condition.id in one.conditions],
            [one for one in studies if condition.id in one.conditions],
            sources,
        )
    yield balance(WHOLE_PACK, sections, studies, sources)


def balance(
    name: str,
    sections: Iterable[GuideSection],
    studies: Iterable[StudySummary],
    sources: Mapping[str, Source],
) -> Balance:
    """The balance of some sections and studies; what stands for two conditions counts once."""
    told, shown = tuple(sections), tuple(studies)
    care = {words.lower(): words for section in told for words in section.other_care}
    return Balance(
        name,
        side("benefit", told, shown, sources),
        side("harm", told, shown, sources),
        Counter(study.main_finding for study in shown),
        tuple(line for section in told for line in approvals(section)),
        tuple(care.values()),
    )


def side(
    about: OutcomeAbout,
    sections: tuple[GuideSection, ...],
    studies: tuple[StudySummary, ...],
    sources: Mapping[str, Source],
) -> Side:
    """All that is told of benefit, or of harm."""
    part = "found" if about == "benefit" else "harms"
    guide = [text for one in sections if one.part == part for text in (one.message, one.body or "")]
    outcomes = [(one, outcome) for one in studies for outcome in one.outcomes]
    mine = [(study, outcome) for study, outcome in outcomes if outcome.about == about]
    return Side(
        (*guide, *(text for study in studies for text in study_texts(study, about))),
        len(mine),
        sum(bool(shares(study, outcome, sources)) for study, outcome in mine),
    )


def study_texts(study: StudySummary, about: OutcomeAbout) -> tuple[str, str]:
    """What a study's card tells of benefit, or of harm."""
    if about == "benefit":
        return study.in_short, study.found
    return study.harms_in_short, study.harms


def approvals(section: GuideSection) -> Iterator[str]:
    """What a section says of the US approval of each drug."""
    if section.us_approval:
        for drug, covered in section.us_approval:
            yield f"{drug} {covered}"


def could_be_drawn(study: StudySummary, outcome: Outcome, sources: Mapping[str, Source]) -> bool:
    """Whether an outcome has what a picture needs, though it is left to words."""
    return bool(shares(study, outcome.model_copy(update={"told_in": "picture"}), sources))
