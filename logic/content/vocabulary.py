"""The words a content file may choose from, and the two kinds of text in it: facts and words.

The lists are the field's own terms (GRADE, schema.org's health types); `docs/glossary.md` says
what each means. How a visitor reads them stands in `content/ui_strings/`.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from logic.content.problems import Location

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Identifier = Annotated[str, Field(pattern=ID, examples=["two-words"])]
Doi = Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$", examples=["10.1000/182"])]
Pmid = Annotated[str, Field(pattern=r"^\d{1,9}$", examples=["31109201"])]
Registry = Annotated[str, Field(pattern=r"^NCT\d{8}$", examples=["NCT02418585"])]
Percent = Annotated[float, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]

Verification = Literal["abstract", "table", "label", "agency-page", "second-hand", "not-checked"]
Certainty = Literal["high", "moderate", "low", "very-low"]
CertaintyBy = Literal["project", "authors"]
Urgency = Literal["emergency", "urgent", "routine"]
Region = Literal["US"]
ContactKind = Literal["mental-health", "pain", "primary-care", "front-desk"]
SourceKind = Literal[
    "paper", "review", "guideline", "label", "agency-page", "registry", "law"
]  # fmt: skip
OfficialBody = Literal[
    "fda", "nice", "nhs", "va-dod", "va", "samhsa", "nimh", "nlm", "uspstf", "cdc", "nida", "niaaa",
    "hhs",
    "noaa", "who", "ema", "european-commission", "federal-register",
]  # fmt: skip
ConditionPart = Literal["what-it-is", "regulators", "found", "harms", "not-known", "session"]
CommonPart = Literal[
    "urgent-help", "what-ketamine-is", "two-drugs", "how-it-may-work", "off-label",
    "side-effects", "special-care", "driving", "compounded", "misuse", "pregnancy", "cost",
]  # fmt: skip
GuidePart = Literal[ConditionPart, CommonPart]
Drug = Literal["ketamine", "esketamine", "other-nmda-drugs"]
StudyDesign = Literal[
    "systematic-review", "pooled-analysis", "randomised-trial", "crossover-trial",
    "withdrawal-trial", "single-group-study", "critical-review", "expert-consensus",
]  # fmt: skip
Masking = Literal["masked", "partly-masked", "not-masked", "not-checked"]
ComparedWith = Literal["placebo", "active-placebo", "another-treatment", "several", "nothing"]
MainFinding = Literal["difference", "no-clear-difference", "worse", "mixed", "no-comparison"]
SellerMade = Literal["yes", "no", "not-checked"]
Disclosed = Literal["named", "not-stated", "not-checked"]
ClearDifference = Literal["yes", "no", "not-tested", "not-read"]
ToldIn = Literal["picture", "words"]
HigherIs = Literal["better", "worse"]
OutcomeAbout = Literal["benefit", "harm"]
Approval = Literal["approved", "in-part", "not-approved"]
EffectMeasure = Literal[
    "risk-difference", "relative-risk", "odds-ratio", "hazard-ratio", "rate-ratio",
    "mean-difference", "standardised-mean-difference", "effect-size",
    "number-needed-to-treat", "number-needed-to-harm",
]  # fmt: skip
Verdict = Literal["supported", "incomplete", "overstated", "outdated", "wrong", "unclear"]
PhraseKind = Literal["recommends", "promises", "promotes", "ranks", "unsafe", "technical"]


class Words(str):
    """Text that a visitor reads. What is not `Words` is a fact, the same in every language.

    May hold the marks that `prose` knows: terms, mentions, source markers.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 (pydantic's own signature)
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(min_length=1, strip_whitespace=True)
        )


class Content(BaseModel):
    """Anything an author writes. Unknown fields are errors, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def words(self) -> Iterator[tuple[Location, Words]]:
        """Every text of this that a visitor may read, with the place of its field."""
        for name, field in type(self).model_fields.items():
            for location, text in words_in(getattr(self, name)):
                yield (field.alias or name, *location), text


def words_in(value: object) -> Iterator[tuple[Location, Words]]:
    """The texts within one field's value, however deep."""
    if isinstance(value, Words):
        yield (), value
    elif isinstance(value, Content):
        yield from value.words()
    elif isinstance(value, tuple | dict):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in pairs:
            for location, text in words_in(child):
                yield (key, *location), text
