"""Rules about names: whatever one file calls another by has to exist."""

from collections.abc import Iterator

from logic.content.items import (
    Condition,
    GlossaryTerm,
    GuideSection,
    Item,
    ReferralResource,
    ScreeningTool,
    Source,
)
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import markers, terms
from logic.content.reading import Entry
from logic.content.studies import StudySummary
from logic.content.wording import did_you_mean

Location = tuple[str | int, ...]


def conditions_exist(draft: Draft) -> Iterator[Problem]:
    """Every condition that an item names has a file in `content/conditions/`."""
    known = draft.ids(Condition)
    for entry in draft.entries:
        for index, name in enumerate(entry.item.conditions):
            if name not in known:
                hint = did_you_mean(name, known)
                message = f"No condition is called `{name}`.{hint} Name one that has a file."
                yield entry.problem(("conditions", index), message)


def sources_exist(draft: Draft) -> Iterator[Problem]:
    """Every source that a marker or a field names has a file in `content/sources/`."""
    known = draft.ids(Source)
    for entry in draft.entries:
        for location, name, further in named_sources(entry.item):
            if name not in known:
                hint = did_you_mean(name, known)
                message = f"No source is called `{name}`.{hint} Add `content/sources/{name}.en.md`."
                yield entry.problem(location, message, further)


def named_sources(item: Item) -> Iterator[tuple[Location, str, int]]:
    """Each source that an item names: the field, the source's id, how many lines further on."""
    for location, text in item.words():
        for number, line in enumerate(text.splitlines()):
            for marker in markers(line):
                yield location, marker.source, number
    if isinstance(item, StudySummary | ScreeningTool | ReferralResource) and item.source:
        yield ("source",), item.source, 0
    if isinstance(item, StudySummary):
        for index, outcome in enumerate(item.outcomes):
            yield ("outcomes", index, "source"), outcome.source.split()[0], 0


def terms_exist(draft: Draft) -> Iterator[Problem]:
    """Every word that can be tapped for its meaning has a file in `content/glossary/`."""
    known = draft.ids(GlossaryTerm)
    for entry in draft.entries:
        for location, text in entry.item.words():
            for number, line in enumerate(text.splitlines()):
                for name in terms(line):
                    if name not in known:
                        hint = did_you_mean(name, known)
                        message = f"No glossary term is called `{name}`.{hint} Add it, or unlink."
                        yield entry.problem(location, message, number)


def studies_to_read_with_exist(draft: Draft) -> Iterator[Problem]:
    """Every study that `read_with` names exists; between two studies both name each other."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    named: list[tuple[Entry[Item], tuple[str, ...]]] = [
        (entry, entry.item.read_with) for entry in draft.of(StudySummary)
    ]
    named += [(entry, entry.item.read_with) for entry in draft.of(GuideSection)]
    for entry, partners in named:
        for index, name in enumerate(partners):
            place, item = ("read_with", index), entry.item
            if name not in studies:
                hint = did_you_mean(name, studies)
                message = f"No study is called `{name}`.{hint} Name one that has a file."
                yield entry.problem(place, message)
            elif isinstance(item, StudySummary) and item.id not in studies[name].read_with:
                message = f"`{name}` does not name this study back. Add it to its `read_with`."
                yield entry.problem(place, message)


def every_condition_leads_to_help(draft: Draft) -> Iterator[Problem]:
    """Every visit ends on help: an emergency and a routine resource stand for every condition."""
    resources = [entry.item for entry in draft.of(ReferralResource)]
    for entry in draft.of(Condition):
        for urgency in ("emergency", "routine"):
            if not any(
                resource.urgency == urgency
                and (not resource.conditions or entry.item.id in resource.conditions)
                for resource in resources
            ):
                message = f"No `{urgency}` referral resource is for this condition. Add one."
                yield entry.problem((), message)


def one_crisis_line_stands_on_every_page(draft: Draft) -> Iterator[Problem]:
    """Exactly one referral resource is the crisis line; it is an emergency, told on every page."""
    lines = [entry for entry in draft.of(ReferralResource) if entry.item.crisis_line]
    if len(lines) != 1:
        message = f"There must be exactly one `crisis_line`, not {len(lines)}. Mark the one."
        yield Problem(draft.folder / "referral_resources", 1, message)
    for entry in lines:
        if entry.item.short is None or entry.item.urgency != "emergency":
            message = "The crisis line is an `emergency` and needs `short`, told on every page."
            yield entry.problem(("crisis_line",), message)


RULES: tuple[Rule, ...] = (
    conditions_exist,
    sources_exist,
    terms_exist,
    studies_to_read_with_exist,
    every_condition_leads_to_help,
    one_crisis_line_stands_on_every_page,
)
