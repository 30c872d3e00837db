"""Measures of whether good and bad, drugs and other care, are told alike, and none is pushed."""

from dataclasses import replace

from logic.assessing.findings import Finding, counted
from logic.assessing.trust import parts_of
from logic.balance import WHOLE_PACK, Balance, balances
from logic.content.pack import Draft, files
from logic.content.problems import Problem
from logic.rules.harms import LEAST_HARM
from logic.rules.phrases import a_questionnaire_is_never_administered, no_avoided_phrases

COUNTED = ("words", "numbers", "sentences", "outcomes")
CHOICES = 2  # kinds of other care: with fewer there is nothing to choose from


def harm_has_its_share(draft: Draft) -> Finding:
    """Counts (words, numbers, sentences, outcomes) of which harm has its share, by condition."""
    shares = [one.harm_share(what) for one in of_conditions(draft) for what in COUNTED]
    told = (
        "counts by condition (words, numbers, sentences, outcomes) "
        f"give {LEAST_HARM * 100:.0f} of 100 or more to harm."
    )
    return counted((share >= LEAST_HARM for share in shares if share is not None), told)


def of_conditions(draft: Draft) -> list[Balance]:
    """The balance of each condition."""
    return [one for one in balances(draft) if one.name != WHOLE_PACK]


def harm_stands_with_benefit(draft: Draft) -> Finding:
    """Conditions that tell both what was found and what it harmed."""
    parts = parts_of(draft).values()
    told = "conditions tell what was found and what harm was seen."
    return counted(({"found", "harms"} <= found for found in parts), told)


def benefits_of_each_choice(draft: Draft) -> Finding:
    """Choices of a condition, the two drugs or other care, that have a part on their benefit."""
    return of_each_choice(draft, "found", "benefit")


def harms_of_each_choice(draft: Draft) -> Finding:
    """Choices of a condition, the two drugs or other care, that have a part on their harm."""
    return of_each_choice(draft, "harms", "harm")


def of_each_choice(draft: Draft, part: str, about: str) -> Finding:
    """The guide has a part for this about the two drugs; the other care it names has none."""
    conditions = parts_of(draft)
    having = sum(part in found for found in conditions.values())
    told = (
        f"{having} of {len(conditions)} conditions have a part on the {about} of the two drugs; "
        "the other care that they name has none."
    )
    return Finding(having, 2 * len(conditions), told)


def other_care_named(draft: Draft) -> Finding:
    """Conditions that name two or more kinds of care besides the two drugs."""
    kinds = (len(one.other_care) >= CHOICES for one in of_conditions(draft))
    return counted(kinds, "conditions name two or more kinds of care besides the two drugs.")


def approval_told(draft: Draft) -> Finding:
    """Conditions that tell whether each of the two drugs is approved for them in the US."""
    told = "conditions tell the US approval of each drug."
    return counted((bool(one.approvals) for one in of_conditions(draft)), told)


def texts_without_avoided_phrases(draft: Draft) -> Finding:
    """Texts that hold no phrase of the list, but where it is marked as a mention."""
    told = f"texts hold none of the {len(draft.avoided.phrases)} avoided phrases as our own words."
    return texts_without(draft, list(no_avoided_phrases(draft)), told)


def texts_that_neither_rank_nor_test(draft: Draft) -> Finding:
    """Texts that rank nothing and put no question of a questionnaire to a visitor."""
    phrases = tuple(one for one in draft.avoided.phrases if one.kind in ("ranks", "recommends"))
    avoided = draft.avoided.model_copy(update={"phrases": phrases})
    ranking = no_avoided_phrases(replace(draft, avoided=avoided))
    breaches = [*ranking, *a_questionnaire_is_never_administered(draft)]
    told = "texts rank nothing, say to nobody what to choose, and ask nothing of a questionnaire."
    return texts_without(draft, breaches, told)


def texts_without(draft: Draft, breaches: list[Problem], told: str) -> Finding:
    """The texts of all files, those left out that breach a rule."""
    every = sum(1 for entry in draft.entries for _ in entry.item.words())
    every += sum(1 for _ in draft.ui_strings.words())
    breaching = len({(one.path, one.line) for one in breaches})
    return Finding(every - breaching, every, f"{every - breaching:,} of {every:,} {told}")


def languages_held_to_the_list(draft: Draft) -> Finding:
    """Languages of the kiosk that have a list of avoided phrases."""
    lists = {path.stem for path in files(draft.folder, "avoided_phrases/*.yaml")}
    languages = [path.stem for path in files(draft.folder, "ui_strings/*.yaml")]
    told = "languages are held to a list of avoided phrases by every check."
    return counted((one in lists for one in languages), told)
