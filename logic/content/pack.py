"""Build the pack, all content in one language, from a content folder."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from pydantic import field_serializer

from logic.content.content_file import ContentFile, read_file
from logic.content.intervals import Interval, Intervals, Place, intervals_path
from logic.content.items import (
    AssessmentCheck,
    AvoidedPhrases,
    Claim,
    Condition,
    GlossaryTerm,
    GuideSection,
    Item,
    ReferralResource,
    ScreeningTool,
    Source,
)
from logic.content.problems import ContentError, Problem, gathering
from logic.content.questions import Concern, Question, Recall
from logic.content.reading import SOURCE_LANGUAGE, Entry, Line, build, lines_in, read_entry
from logic.content.self_assessment import SelfAssessment
from logic.content.sign_offs import SignOff, SignOffs, holding
from logic.content.strings import UiStrings
from logic.content.studies import StudySummary
from logic.content.vocabulary import Content

KINDS: dict[str, type[Item]] = {
    "conditions": Condition,
    "guide_sections": GuideSection,
    "study_summaries": StudySummary,
    "claims": Claim,
    "screening_tools": ScreeningTool,
    "assessment_checks": AssessmentCheck,
    "referral_resources": ReferralResource,
    "sources": Source,
    "glossary": GlossaryTerm,
    "questions": Question,
    "concerns": Concern,
    "recalls": Recall,
}

# What a language is called in the names of files: BCP 47, such as `es` or `zh-Hant`.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TRANSLATED = re.compile(rf".+\.{LANGUAGE.pattern}\.md")
# Folders that hold one file for each language.
IN_EACH_LANGUAGE = ("ui_strings", "avoided_phrases", "sign_offs")
# What systems hide, and what editors leave behind or write for a moment while they save.
HIDDEN = re.compile(r"[.#].*|.*(~|\.tmp|___)|4913")

ItemT = TypeVar("ItemT", bound=Item)


def name_of(item: Item) -> str:
    """What an item is called among all items, such as `glossary/mania`."""
    folder = next(folder for folder, model in KINDS.items() if type(item) is model)
    return f"{folder}/{item.id}"


class Pack(Content):
    """All the content the kiosk shows, in one language.

    `show_drafts` is a clinic's choice: whether to show what no reviewer signed off. What is
    `untranslated`, by its name, stands in the language of the source. A pack whose words are said
    to somebody who helps another knows the one that it was `turned_from`.
    """

    language: str
    untranslated: frozenset[str] = frozenset()
    ui_strings: UiStrings
    conditions: tuple[Condition, ...]
    guide_sections: tuple[GuideSection, ...]
    study_summaries: tuple[StudySummary, ...]
    claims: tuple[Claim, ...]
    screening_tools: tuple[ScreeningTool, ...]
    assessment_checks: tuple[AssessmentCheck, ...]
    referral_resources: tuple[ReferralResource, ...]
    sources: tuple[Source, ...]
    glossary: tuple[GlossaryTerm, ...]
    questions: tuple[Question, ...]
    concerns: tuple[Concern, ...]
    recalls: tuple[Recall, ...]
    intervals: tuple[Interval, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    show_drafts: bool = True
    turned_from: "Pack | None" = None

    @field_serializer("untranslated")
    def in_one_order(self, names: frozenset[str]) -> list[str]:
        """A set as it is written down: the same set is always the same bytes."""
        return sorted(names)

    @cached_property
    def source(self) -> MappingProxyType[str, Source]:
        """The sources by their id."""
        return MappingProxyType({source.id: source for source in self.sources})

    @cached_property
    def term(self) -> MappingProxyType[str, GlossaryTerm]:
        """The glossary terms by their id."""
        return MappingProxyType({term.id: term for term in self.glossary})

    @cached_property
    def study(self) -> MappingProxyType[str, StudySummary]:
        """The study summaries by their id."""
        return MappingProxyType({study.id: study for study in self.study_summaries})

    @cached_property
    def studies_of_source(self) -> Mapping[str, Sequence[StudySummary]]:
        """The study summaries that tell what one work says, by the id of its source."""
        found = defaultdict[str, list[StudySummary]](list)
        for study in self.study_summaries:
            found[study.source].append(study)
        return MappingProxyType(found)

    @cached_property
    def condition(self) -> MappingProxyType[str, Condition]:
        """The conditions by their id."""
        return MappingProxyType({condition.id: condition for condition in self.conditions})

    @cached_property
    def section(self) -> MappingProxyType[str, GuideSection]:
        """The guide sections by their id."""
        return MappingProxyType({section.id: section for section in self.guide_sections})

    @cached_property
    def claim(self) -> MappingProxyType[str, Claim]:
        """The claims by their id."""
        return MappingProxyType({claim.id: claim for claim in self.claims})

    @cached_property
    def question(self) -> MappingProxyType[str, Question]:
        """The questions for a clinician by their id."""
        return MappingProxyType({question.id: question for question in self.questions})

    @cached_property
    def concern(self) -> MappingProxyType[str, Concern]:
        """What may matter to a visitor, by its id."""
        return MappingProxyType({concern.id: concern for concern in self.concerns})

    @cached_property
    def recall(self) -> MappingProxyType[str, Recall]:
        """The questions whether the guide made sense, by their id."""
        return MappingProxyType({recall.id: recall for recall in self.recalls})

    @cached_property
    def check(self) -> MappingProxyType[str, AssessmentCheck]:
        """The things that a clinician checks by their id."""
        return MappingProxyType({check.id: check for check in self.assessment_checks})

    @cached_property
    def interval(self) -> MappingProxyType[Place, Interval]:
        """The intervals of our own by study, outcome (from 0) and arm."""
        return MappingProxyType({one.pair.place: one for one in self.intervals})

    @cached_property
    def signed(self) -> MappingProxyType[str, SignOff]:
        """The sign-offs that hold, by the name of their item. Only what has one costs a hash.

        What is signed are an item's words in all their forms, so turning them changes nothing.
        """
        if self.turned_from:
            return self.turned_from.signed
        items = {name_of(item): item for folder in KINDS for item in getattr(self, folder)}
        return MappingProxyType(holding(self.sign_offs, items))

    def sign_off(self, item: Item) -> SignOff | None:
        """The approval of an item's exact words and facts; none where it is a draft."""
        return self.signed.get(name_of(item))


@dataclass(frozen=True)
class Draft:
    """Everything an author wrote, each item with its file: what the rules look at.

    A draft in another `language` knows the `source` that it was made from.
    """

    folder: Path
    entries: tuple[Entry[Item], ...]
    ui_strings: UiStrings
    ui_file: ContentFile
    avoided: AvoidedPhrases
    sign_offs: tuple[SignOff, ...] = ()
    sign_off_file: ContentFile | None = None
    intervals: tuple[Interval, ...] = ()
    intervals_file: ContentFile | None = None
    self_assessment: SelfAssessment | None = None
    self_assessment_file: ContentFile | None = None
    language: str = SOURCE_LANGUAGE
    source: "Draft | None" = None

    @property
    def untranslated(self) -> frozenset[str]:
        """The names of all items that stand as in the source, for want of a translation."""
        if self.source is None:
            return frozenset()
        theirs = {entry.file.path for entry in self.source.entries}
        return frozenset(name_of(one.item) for one in self.entries if one.file.path in theirs)

    @property
    def approvals(self) -> tuple[SignOff, ...]:
        """The sign-offs of all words that are shown, each of the language that it stands in.

        What stands as in the source is approved as it is there: those are the words in sight.
        """
        if self.source is None:
            return self.sign_offs
        theirs = self.untranslated
        own = (one for one in self.sign_offs if one.item not in theirs)
        return (*own, *(one for one in self.source.approvals if one.item in theirs))

    def translated(self) -> Iterator[tuple[Entry[Item], Entry[Item]]]:
        """Every entry that is translated, with the one it was made from."""
        both = zip(self.entries, self.source.entries, strict=True) if self.source else ()
        return ((one, source) for one, source in both if one is not source)

    def of(self, kind: type[ItemT]) -> Iterator[Entry[ItemT]]:
        """The entries of one kind."""
        return (entry for entry in self.entries if isinstance(entry.item, kind))  # type: ignore[misc]  # isinstance narrows the item, not its entry

    def own(self, kind: type[ItemT]) -> Iterator[Entry[ItemT]]:
        """The entries of one kind that are written in the language of this draft."""
        theirs = {entry.file.path for entry in self.source.entries} if self.source else set()
        return (entry for entry in self.of(kind) if entry.file.path not in theirs)

    def items(self) -> dict[str, Item]:
        """Every item by its name, such as `glossary/mania`."""
        return {name_of(entry.item): entry.item for entry in self.entries}

    def written(self) -> dict[str, Item]:
        """Every item that is written in the language of this draft, by its name."""
        theirs = self.untranslated
        return {name: item for name, item in self.items().items() if name not in theirs}

    def ids(self, kind: type[Item]) -> frozenset[str]:
        """The ids of one kind."""
        return frozenset(entry.item.id for entry in self.of(kind))

    def lines(self) -> Iterator[Line]:
        """Every line of every text that a visitor may read, the kiosk's own words among them."""
        for entry in self.entries:
            yield from entry.lines()
        yield from lines_in(self.ui_strings, self.ui_file)


Rule: TypeAlias = Callable[[Draft], Iterator[Problem]]


def content_folder() -> Path:
    """The folder of content to show: the one we ship, unless KIOSK_CONTENT names another."""
    shipped = Path(__file__).parents[2] / "content"
    return Path(os.environ.get("KIOSK_CONTENT", shipped))


def load_pack(content: Path, rules: Sequence[Rule]) -> Pack:
    """Read a content folder; raise ContentError naming every problem in every file."""
    return pack_of(good_draft(content, rules))


def good_draft(content: Path, rules: Sequence[Rule]) -> Draft:
    """Read a content folder, by rules; raise ContentError naming every problem in every file."""
    draft = read_draft(content)
    problems = [problem for rule in rules for problem in rule(draft)]
    if problems:
        raise ContentError(problems)
    return draft


def pack_of(draft: Draft) -> Pack:
    """A draft in which nothing is left to fix, as a kiosk shows it."""
    kinds: dict[str, Any] = {
        folder: tuple(entry.item for entry in draft.of(model)) for folder, model in KINDS.items()
    }
    # Every item has been validated already, so it is not done again.
    return Pack.model_construct(
        None,
        language=draft.language,
        untranslated=draft.untranslated,
        ui_strings=draft.ui_strings,
        sign_offs=draft.approvals,
        intervals=draft.intervals,
        **kinds,
    )


def read_draft(content: Path) -> Draft:
    """Read every file of a content folder, or say what is wrong with each that cannot be read."""
    entries: list[Entry[Item]] = []
    problems = list(strays(content))
    with gathering(problems):
        ui_file = read_file(content / "ui_strings" / f"{SOURCE_LANGUAGE}.yaml")
        ui_strings = build(UiStrings, ui_file)
    with gathering(problems):
        phrases = read_file(content / "avoided_phrases" / f"{SOURCE_LANGUAGE}.yaml")
        avoided = build(AvoidedPhrases, phrases)
    sign_off_file, sign_offs = None, tuple[SignOff, ...]()
    with gathering(problems):
        sign_off_file, sign_offs = read_sign_offs(content, SOURCE_LANGUAGE)
    intervals_file, intervals = None, tuple[Interval, ...]()
    if intervals_path(content).exists():
        with gathering(problems):
            intervals_file = read_file(intervals_path(content))
            intervals = build(Intervals, intervals_file).intervals
    assessed_file, assessed = None, None
    if self_assessment_path(content).exists():
        with gathering(problems):
            assessed_file = read_file(self_assessment_path(content))
            assessed = build(SelfAssessment, assessed_file)
    for folder, model in KINDS.items():
        for path in files(content, f"{folder}/*.{SOURCE_LANGUAGE}.md"):
            with gathering(problems):
                entries.append(read_entry(model, path))
    if problems:
        raise ContentError(problems)
    return Draft(
        content,
        tuple(entries),
        ui_strings,
        ui_file,
        avoided,
        sign_offs,
        sign_off_file,
        intervals,
        intervals_file,
        assessed,
        assessed_file,
    )


def sign_off_path(content: Path, language: str = SOURCE_LANGUAGE) -> Path:
    """The file of sign-offs of one language. None is shipped: it begins with the first."""
    return content / "sign_offs" / f"{language}.yaml"


def read_sign_offs(content: Path, language: str) -> tuple[ContentFile | None, tuple[SignOff, ...]]:
    """The sign-offs of one language and their file; raises ContentError where it is not fit."""
    path = sign_off_path(content, language)
    if not path.exists():
        return None, ()
    file = read_file(path)
    return file, build(SignOffs, file).sign_offs


def self_assessment_path(content: Path) -> Path:
    """The file of the self-assessment of a content folder; the kiosk does without."""
    return content / "self_assessment" / f"{SOURCE_LANGUAGE}.yaml"


def files(content: Path, pattern: str) -> list[Path]:
    """The files of a content folder, without those that editors and systems hide in it."""
    return [
        path
        for path in sorted(content.glob(pattern))
        if path.is_file()
        and not any(HIDDEN.fullmatch(part) for part in path.relative_to(content).parts)
    ]


def languages(content: Path) -> tuple[str, ...]:
    """The languages of a content folder, the source first: each has UI strings of its own."""
    named = {path.stem for path in files(content, "ui_strings/*.yaml")}
    return (SOURCE_LANGUAGE, *sorted(filter(LANGUAGE.fullmatch, named - {SOURCE_LANGUAGE})))


def strays(content: Path) -> Iterator[Problem]:
    """Files that no reader would open: a name or a folder that is not one of ours."""
    known = {*KINDS, *IN_EACH_LANGUAGE, "computed", "self_assessment"}
    read_in = languages(content)
    for path in files(content, "**/*"):
        folder, told = path.parent.name, "The kiosk does not read this name."
        names = [f"{SOURCE_LANGUAGE}.yaml"]
        if folder == "computed":
            names = [intervals_path(content).name]
        if folder in IN_EACH_LANGUAGE:
            names = [f"{language}.yaml" for language in read_in]
        if path.parent.parent != content or folder not in known:
            message = f"The kiosk reads no such folder. Use one of: {', '.join(sorted(known))}."
            yield Problem(path, 1, message)
        elif folder in KINDS and not TRANSLATED.fullmatch(path.name):
            yield Problem(path, 1, f"{told} End it in `.{SOURCE_LANGUAGE}.md`.")
        elif folder not in KINDS and path.name not in names:
            yield Problem(path, 1, f"{told} It reads `{'` and `'.join(names)}` here.")
