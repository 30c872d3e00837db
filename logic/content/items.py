"""One model for each kind of content file (studies stand in `studies`, UI words in `strings`).

A model's class name, its folder under content/ and its field on Pack are the
same words: GuideSection, content/guide_sections/, pack.guide_sections.
"""

from datetime import date
from typing import ClassVar, Self, get_args

from pydantic import Field, HttpUrl, ValidationInfo, field_validator, model_validator

from logic.content.vocabulary import (
    Approval,
    Certainty,
    CertaintyBy,
    CommonPart,
    Content,
    Disclosed,
    Doi,
    GuidePart,
    Identifier,
    OfficialBody,
    PhraseKind,
    Pmid,
    Region,
    Registry,
    SourceKind,
    Urgency,
    Verdict,
    Verification,
    Words,
)


class Item(Content):
    """One content file: its words, the conditions it is about, and when it was last reviewed.

    Whether a reviewer approved it stands elsewhere (`sign_offs`): no file says so of itself.
    `helping` holds, under the name of a text, how that text is said to somebody who helps another.
    """

    written_elsewhere: ClassVar = dict.fromkeys(
        ("review_status", "reviewed_by"),
        "Take the line out: `python -m logic sign` records who approved an item.",
    )

    id: Identifier
    title: Words
    body: Words | None = None
    conditions: tuple[Identifier, ...] = ()
    last_reviewed: date
    next_review: date
    helping: dict[str, Words] = Field(default_factory=dict)

    @field_validator("next_review")
    @classmethod
    def review_comes_later(cls, value: date, info: ValidationInfo) -> date:
        """A review date that does not lie ahead of the last one is a slip."""
        if value <= info.data.get("last_reviewed", date.min):
            raise ValueError("`next_review` must be later than `last_reviewed`.")
        return value

    def is_due(self, today: date) -> bool:
        """Whether the date by which somebody should have looked again has passed."""
        return self.next_review < today


class Condition(Item):
    """A health condition that a visitor can pick, such as long-lasting pain.

    `giveaways` are the words that would tell a passer-by which one it is: no heading holds them.
    `questions` are the five that matter most, for a visitor who picked none.
    """

    summary: Words
    order: int = Field(ge=1)
    also_called: tuple[Words, ...] = ()
    about_suicide: bool = False
    giveaways: tuple[str, ...] = Field(min_length=1)
    questions: tuple[Identifier, ...] = ()
    gap: Words | None = None


class UsApproval(Content):
    """What the US approval of each drug covers of a condition: all of it, a part, or nothing."""

    ketamine: Approval
    esketamine: Approval


class GuideSection(Item):
    """One part of the guide, in plain words: one idea, said first in one sentence (`message`).

    `us_approval` stands with the part `regulators`, in agreement with its text. `other_care` are
    the kinds of care besides the two drugs that the part `what-it-is` names, in its own words.
    """

    message: Words
    part: GuidePart
    us_approval: UsApproval | None = None
    other_care: tuple[Words, ...] = ()
    read_with: tuple[Identifier, ...] = ()
    question: Identifier | None = None
    certainty: Certainty | None = None
    certainty_by: CertaintyBy | None = None
    certainty_reason: Words | None = Field(None, alias="certainty-reason")

    @property
    def is_common(self) -> bool:
        """Whether it belongs to every condition."""
        return self.part in get_args(CommonPart)

    @field_validator("part")
    @classmethod
    def a_part_belongs_to_a_condition_or_to_all(cls, value: str, info: ValidationInfo) -> str:
        """Common parts name no condition; the others name one or more."""
        common, conditions = value in get_args(CommonPart), info.data.get("conditions")
        if common and conditions:
            raise ValueError(f"`{value}` is for every condition. Leave `conditions` out.")
        if not common and conditions == ():
            raise ValueError(f"`{value}` needs `conditions`. Name the condition it is about.")
        return value

    @model_validator(mode="after")
    def a_part_says_what_belongs_to_it(self) -> Self:
        """What is approved is told with `regulators`, other care with `what-it-is`, no other."""
        if (self.part == "regulators") != (self.us_approval is not None):
            raise ValueError("`us_approval` belongs to `part: regulators`. Write both, or neither.")
        if (self.part == "what-it-is") != bool(self.other_care):
            raise ValueError("`other_care` belongs to `part: what-it-is`. Write both, or neither.")
        return self

    @model_validator(mode="after")
    def a_finding_says_how_sure(self) -> Self:
        """What studies found is never told without how sure we can be, why, and who rated it."""
        stated = (self.certainty, self.certainty_by, self.certainty_reason)
        if self.part == "found" and None in stated:
            raise ValueError(
                "`found` needs `certainty`, `certainty_by` and a part `## Certainty reason`."
            )
        return self


class Reading(Content):
    """One time that somebody checked a work: how closely, where and when. For editors only."""

    level: Verification
    where: str = Field(min_length=1)
    read_on: date
    key: str | None = None


class Disclosure(Content):
    """Who paid, or what the authors stand to gain. Three answers, kept apart.

    `named`; `not-stated` (we checked, the paper does not say); `not-checked`.
    """

    status: Disclosed
    who: Words | None = Field(None, validate_default=True)

    @field_validator("who")
    @classmethod
    def a_name_is_given_when_there_is_one(
        cls, value: Words | None, info: ValidationInfo
    ) -> Words | None:
        """`who` stands with `named`, and only there."""
        if "status" in info.data and (info.data["status"] == "named") != (value is not None):
            raise ValueError("`who` belongs to `status: named`. Write both, or neither.")
        return value


class Source(Item):
    """A work that the kiosk cites: the work itself, never a copy of it.

    `funding` is left out where a study summary is about the work: it stands there, written once.
    """

    kind: SourceKind
    authors: str | None = None
    issued_by: OfficialBody | None = None
    work_title: str | None = None
    published_in: str | None = None
    year: int | None = Field(None, ge=1900, le=2100)
    doi: Doi | None = None
    pmid: Pmid | None = None
    registry: Registry | None = None
    identifier_check: Verification | None = None
    funding: Disclosure = Disclosure(status="not-checked")
    readings: tuple[Reading, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def a_work_can_be_found(self) -> Self:
        """A mirror, shop, blog or share site is no source."""
        if not (self.doi or self.pmid or self.issued_by):
            raise ValueError(
                "A source needs `doi`, `pmid` or an official `issued_by`. Cite the work itself."
            )
        return self

    @property
    def levels(self) -> frozenset[Verification]:
        """How closely this work was checked, in every way that it was."""
        return frozenset(reading.level for reading in self.readings)


class ScreeningTool(Item):
    """A questionnaire that a visitor may meet: described, never administered or scored."""

    conditions: tuple[Identifier, ...] = Field(min_length=1)
    summary: Words
    source: Identifier
    questions: int = Field(gt=0)
    asked: Words
    takes: Words
    accuracy: Words
    rights: Words
    says: Words


class AssessmentCheck(Item):
    """One thing that a clinician checks first, and why."""

    summary: Words
    order: int = Field(ge=1)


class Claim(Item):
    """Something that people have heard, how it holds up, and what studies show.

    `title` is the claim as people say it, in our words and shown as a quotation: the kiosk says
    none of it in its own voice. `verdict` is the project's; where two fit, the harsher stands.
    `read_with` names studies without which the ones that are cited tell only half.
    """

    verdict: Verdict
    in_short: Words
    also_heard: tuple[Words, ...] = ()
    order: int = Field(ge=1)
    read_with: tuple[Identifier, ...] = ()
    question: Identifier | None = None
    shown: Words


class GlossaryTerm(Item):
    """A medical word and what it means.

    `also` holds its other forms, down to the field's own words. Texts are matched by them and
    nobody reads them, so they are facts, free of the rules about wording.
    """

    body: Words
    also: tuple[str, ...] = ()


class ReferralResource(Item):
    """Somewhere a visitor can go next, and how soon they should.

    `crisis_line` marks the one to call with thoughts of suicide. `short` is how a resource is told
    in the bar at the foot of every page.
    """

    summary: Words
    urgency: Urgency
    crisis_line: bool = False
    short: Words | None = None
    region: Region
    order: int = Field(ge=1)
    source: Identifier | None = None
    call: Words | None = None
    text: Words | None = None
    website: HttpUrl | None = Field(None, examples=["https://988lifeline.org"])

    @property
    def cannot_wait(self) -> bool:
        """Whether somebody may need it at once: it is shown, and in no doubt, whatever its date."""
        return self.urgency != "routine"

    @property
    def can_be_reached(self) -> bool:
        """Whether it gives a number or an address; otherwise it is somebody a visitor knows."""
        return bool(self.call or self.text or self.website)


class AvoidedPhrase(Content):
    """Wording that the kiosk never uses in its own voice, and what to write instead.

    Matched on whole phrases; `*` at the end of a word stands for any ending.
    """

    phrase: str = Field(min_length=2)
    reason: str = Field(min_length=1)
    instead: str = Field(min_length=1)
    kind: PhraseKind


class AvoidedPhrases(Content):
    """The list of wording that the kiosk never uses in its own voice."""

    phrases: tuple[AvoidedPhrase, ...] = Field(min_length=1)
