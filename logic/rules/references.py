"""Rules about names: whatever one file calls another by has to exist."""

from collections.abc import Iterator
from typing import get_args

from logic.content.items import (
    Claim,
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
from logic.content.prose import OURS, Marker, markers, stray_marks, terms
from logic.content.reading import Entry, Line
from logic.content.studies import StudySummary
from logic.content.vocabulary import Region
from logic.content.wording import did_you_mean


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
    for line, marker in (*citations(draft), *own_sources(draft)):
        name = marker.source
        if name not in {*known, OURS}:
            hint = did_you_mean(name, known)
            message = f"No source is called `{name}`.{hint} Add `content/sources/{name}.en.md`."
            yield line.problem(message)


def citations(draft: Draft) -> Iterator[tuple[Line, Marker]]:
    """Every place where a source is cited: by a marker within a text, or by an outcome."""
    for line in draft.lines():
        for marker in markers(line.text):
            yield line, marker
    for entry in draft.of(StudySummary):
        for index, outcome in enumerate(entry.item.outcomes):
            name, _, level = outcome.source.partition(" ")
            place = Line(entry.file, ("outcomes", index, "source"), 0, outcome.source)
            yield place, Marker(name, level or None)


def own_sources(draft: Draft) -> Iterator[tuple[Line, Marker]]:
    """The work that a whole item is about. It says nothing of how closely that was read."""
    for entry in draft.entries:
        if isinstance(entry.item, StudySummary | ScreeningTool | ReferralResource):
            name = entry.item.source
            if name:
                yield Line(entry.file, ("source",), 0, name), Marker(name)


def terms_exist(draft: Draft) -> Iterator[Problem]:
    """Every word that can be tapped for its meaning has a file in `content/glossary/`."""
    known = draft.ids(GlossaryTerm)
    for line in draft.lines():
        for name in terms(line.text):
            if name not in known:
                hint = did_you_mean(name, known)
                message = f"No glossary term is called `{name}`.{hint} Add it, or unlink."
                yield line.problem(message)


def every_mark_is_well_formed(draft: Draft) -> Iterator[Problem]:
    """Whatever looks like a mark in a text is one: a term, a mention or a source marker."""
    for line in draft.lines():
        for found in stray_marks(line.text):
            message = (
                f"`{found}` is not a mark. "
                "Write `[word](term:id)`, `[word](mention:)`, `[^source]` or `**bold**`, "
                "on one line."
            )
            yield line.problem(message)


def studies_to_read_with_exist(draft: Draft) -> Iterator[Problem]:
    """Every study that `read_with` names exists; between two studies both name each other."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    named: list[tuple[Entry[Item], tuple[str, ...]]] = [
        (entry, entry.item.read_with) for entry in draft.of(StudySummary)
    ]
    named += [(entry, entry.item.read_with) for entry in draft.of(GuideSection)]
    named += [(entry, entry.item.read_with) for entry in draft.of(Claim)]
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
    """Each region has exactly one crisis line; it is an emergency, told on every page."""
    lines = [entry for entry in draft.of(ReferralResource) if entry.item.crisis_line]
    for region in get_args(Region):
        count = sum(entry.item.region == region for entry in lines)
        if count != 1:
            message = f"{region} must have exactly one `crisis_line`, not {count}. Mark the one."
            yield Problem(draft.folder / "referral_resources", 1, message)
    for entry in lines:
        if entry.item.short is None or entry.item.urgency != "emergency":
            message = "The crisis line is an `emergency` and needs `short`, told on every page."
            yield entry.problem(("crisis_line",), message)


RULES: tuple[Rule, ...] = (
    conditions_exist,
    sources_exist,
    terms_exist,
    every_mark_is_well_formed,
    studies_to_read_with_exist,
    every_condition_leads_to_help,
    one_crisis_line_stands_on_every_page,
)
