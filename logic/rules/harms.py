"""Rules about how much is told: harm beside benefit, and other care beside the two drugs."""

from collections.abc import Iterator

from logic.balance import WHOLE_PACK, Balance, balances, could_be_drawn
from logic.content.items import Condition, GuideSection, Source
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import plain
from logic.content.studies import StudySummary
from logic.content.vocabulary import Words

# Two words of harm for every three of benefit. Half is not asked: what we could read of a work
# often leaves its harms out, and then there is little to tell but that. Below this, a reader would
# meet benefit at nearly twice the length. When it was set, conditions stood at 43 to 50 of 100.
LEAST_HARM = 0.4


def harms_have_their_share_of_words(draft: Draft) -> Iterator[Problem]:
    """Of the words that tell of benefit or harm, 40 of 100 or more tell of harm in each condition.

    `python -m logic balance` prints them.
    """
    shares = {one.name: one.harm_share("words") for one in balances(draft)}
    for entry in draft.of(Condition):
        share = shares[entry.item.id]
        if share is not None and share < LEAST_HARM:
            message = (
                f"Of 100 words on benefit and harm, {share * 100:.0f} are on harm, not "
                f"{LEAST_HARM * 100:.0f}. Tell more of `harms`, in the guide and the studies."
            )
            yield entry.problem((), message)


def harms_are_drawn_where_they_can_be(draft: Draft) -> Iterator[Problem]:
    """Where fewer than 40 of 100 pictures of a condition show harm, no harm is left to words."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    short = {
        one.name for one in balances(draft) if one.name != WHOLE_PACK and draws_too_little(one)
    }
    for entry in draft.of(StudySummary):
        for index, outcome in enumerate(entry.item.outcomes):
            if (
                outcome.about == "harm"
                and outcome.told_in == "words"
                and short & set(entry.item.conditions)
                and could_be_drawn(entry.item, outcome, sources)
            ):
                message = "Benefit is drawn here and this harm is not. Take out `told_in: words`."
                yield entry.problem(("outcomes", index, "told_in"), message)


def draws_too_little(balance: Balance) -> bool:
    """Whether too few of the pictures show harm."""
    share = balance.harm_share("drawn")
    return share is not None and share < LEAST_HARM


def other_care_stands_in_the_text(draft: Draft) -> Iterator[Problem]:
    """Every kind of care that `other_care` names is named in the section's own text."""
    for entry in draft.of(GuideSection):
        text = plain(f"{entry.item.message}\n{entry.item.body or ''}").lower()
        for index, care in enumerate(entry.item.other_care):
            if not stands_in(care, text):
                message = f"The text does not name “{care}”. Name it there, in the same words."
                yield entry.problem(("other_care", index), message)


def stands_in(care: Words, text: str) -> bool:
    """Whether a text holds a name, however it is broken into lines."""
    return " ".join(care.lower().split()) in " ".join(text.split())


RULES: tuple[Rule, ...] = (
    harms_have_their_share_of_words,
    harms_are_drawn_where_they_can_be,
    other_care_stands_in_the_text,
)
