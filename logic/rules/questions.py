"""Rules about what a visitor may ask: each question can be found, and fits."""

from collections.abc import Iterator

from logic.content.items import Claim, Condition, GuideSection, Item
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import Marker, markers
from logic.content.questions import Concern, Question, Recall
from logic.content.reading import Entry
from logic.content.studies import StudySummary
from logic.content.wording import did_you_mean
from logic.matching import fits

TO_BEGIN_WITH = 5  # questions of a condition, for whoever picked none
RECALLS = 3  # of a condition
RAISING: tuple[type[GuideSection | StudySummary | Claim], ...] = (GuideSection, StudySummary, Claim)


def everything_raises_a_question(draft: Draft) -> Iterator[Problem]:
    """Every guide section, study summary and claim names a question that fits its conditions."""
    known = {entry.item.id: entry.item for entry in draft.of(Question)}
    for kind in RAISING:
        for entry in draft.of(kind):
            if entry.item.question is None:
                message = "This raises no question. Name one from `content/questions/`."
                yield entry.problem(("question",), message)
                continue
            yield from misfits(entry, ("question",), entry.item.question, known)


def misfits(
    entry: Entry[Item], place: tuple[str | int, ...], name: str, known: dict[str, Question]
) -> Iterator[Problem]:
    """Whether a question that an item names exists, and can be asked of all its conditions."""
    item = entry.item
    if name not in known:
        hint = did_you_mean(name, known)
        message = f"No question is called `{name}`.{hint} Name one that has a file."
        yield entry.problem(place, message)
        return
    about = [item.id] if isinstance(item, Condition) else item.conditions or [""]
    if not all(fits(known[name], condition) for condition in about):
        message = f"`{name}` is not for every condition of this. Name one that is."
        yield entry.problem(place, message)


def a_condition_has_five_questions(draft: Draft) -> Iterator[Problem]:
    """Every condition names five questions that fit it, each once, for whoever picked none."""
    known = {entry.item.id: entry.item for entry in draft.of(Question)}
    for entry in draft.of(Condition):
        names = entry.item.questions
        if len(set(names)) != TO_BEGIN_WITH or len(names) != TO_BEGIN_WITH:
            message = f"A condition names {TO_BEGIN_WITH} questions, each once. Here: {len(names)}."
            yield entry.problem(("questions",), f"{message} Name those that matter most.")
        for index, name in enumerate(names):
            yield from misfits(entry, ("questions", index), name, known)


def no_question_is_out_of_reach(draft: Draft) -> Iterator[Problem]:
    """Every question is raised by something, or is one of the five of a condition."""
    raised = {entry.item.question for kind in RAISING for entry in draft.of(kind)}
    raised |= {name for entry in draft.of(Condition) for name in entry.item.questions}
    for entry in draft.of(Question):
        if entry.item.id not in raised:
            message = "Nothing raises this question, so nobody can ask it. Name it, or delete it."
            yield entry.problem((), message)


def concerns_exist(draft: Draft) -> Iterator[Problem]:
    """Every concern that a question names has a file in `content/concerns/`, and is asked about."""
    known, asked = draft.ids(Concern), set[str]()
    for question in draft.of(Question):
        asked.update(question.item.concerns)
        for index, name in enumerate(question.item.concerns):
            if name not in known:
                hint = did_you_mean(name, known)
                message = f"No concern is called `{name}`.{hint} Name one that has a file."
                yield question.problem(("concerns", index), message)
    for concern in draft.of(Concern):
        if concern.item.id not in asked:
            message = "No question is about this. Name it in the `concerns` of one, or delete it."
            yield concern.problem((), message)


def a_condition_has_three_recalls(draft: Draft) -> Iterator[Problem]:
    """Every condition has three recalls, in the order 1, 2, 3."""
    recalls = [entry.item for entry in draft.of(Recall)]
    for entry in draft.of(Condition):
        orders = sorted(one.order for one in recalls if entry.item.id in one.conditions)
        if orders != list(range(1, RECALLS + 1)):
            told = ", ".join(map(str, orders)) or "none"
            message = f"This has recalls of the order {told}. Write {RECALLS}: 1, 2 and 3."
            yield entry.problem((), message)


def a_recall_leads_back_to_its_condition(draft: Draft) -> Iterator[Problem]:
    """The section that a recall names has a file, and stands in the guide of its condition."""
    known = {entry.item.id: entry.item for entry in draft.of(GuideSection)}
    for entry in draft.of(Recall):
        name, (condition,) = entry.item.section, entry.item.conditions
        if name not in known:
            hint = did_you_mean(name, known)
            message = f"No guide section is called `{name}`.{hint} Name one that has a file."
            yield entry.problem(("section",), message)
        elif not known[name].is_common and condition not in known[name].conditions:
            message = f"`{name}` is not in the guide of `{condition}`. Name a section that is."
            yield entry.problem(("section",), message)


def only_what_a_recall_says_has_a_source(draft: Draft) -> Iterator[Problem]:
    """What a recall says is cited as its section cites it; what nobody says cites nothing."""
    cited = {entry.item.id: cited_in(entry.item) for entry in draft.of(GuideSection)}
    for entry in draft.of(Recall):
        for location, text in entry.item.words():
            own = set(markers(text))
            if "not_said" in location and own:
                message = "The guide does not say this, so nobody does. Take the source out."
                yield entry.problem(location, message)
            if "said" in location and not own <= cited.get(entry.item.section, own):
                message = f"`{entry.item.section}` does not cite this. Cite what it does."
                yield entry.problem(location, message)


def cited_in(section: GuideSection) -> set[Marker]:
    """All that a section cites, each as closely as it was read."""
    return {mark for _, text in section.words() for mark in markers(text)}


RULES: tuple[Rule, ...] = (
    a_recall_leads_back_to_its_condition,
    only_what_a_recall_says_has_a_source,
)
# Where one of these is broken, a visitor has fewer questions: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (
    everything_raises_a_question,
    a_condition_has_five_questions,
    no_question_is_out_of_reach,
    concerns_exist,
    a_condition_has_three_recalls,
)
