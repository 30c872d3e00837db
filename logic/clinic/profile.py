"""A clinic and its people, as `kiosk.toml` tells of them: whom to reach, how, when, and where."""

from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from pydantic import AfterValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from logic.clinic.opening import Span, Week, is_span
from logic.content.pack import LANGUAGE
from logic.content.vocabulary import ContactKind, Content, Region, Words
from logic.content.wording import did_you_mean
from logic.formats import known_name, own_name

PNG = b"\x89PNG\r\n\x1a\n"  # how a picture of that kind begins; any other map is an SVG


def slip(told: str) -> PydanticCustomError:
    """A text that is not of the form it must have."""
    return PydanticCustomError("string_pattern_mismatch", "{told}", {"told": told})


def span(written: str) -> str:
    """A span of time in a day."""
    if not is_span(written):
        raise slip("is no span of time")
    return written


def spoken(tag: str) -> str:
    """A language that has a name: in itself, or as a signed one in another.

    Whatever else Babel takes for a tag, such as `en.` and anything behind it, is none: it would
    stand in HTML.
    """
    if not LANGUAGE.fullmatch(tag) or not (own_name(tag) or known_name(tag, Locale("en"))):
        raise slip("is no language")
    return tag


def zone(name: str) -> str:
    """A time zone by its name in the IANA's list."""
    if name not in available_timezones():
        hint = did_you_mean(name, available_timezones())
        raise ValueError(
            f"No time zone is called `{name}`.{hint} Write it like `America/New_York`."
        )
    return name


TimeSpan = Annotated[Span, AfterValidator(span), Field(examples=['"09:00-17:00"'])]
SpokenLanguage = Annotated[str, AfterValidator(spoken), Field(examples=['"es"'])]
Zone = Annotated[str, AfterValidator(zone), Field(examples=['"America/New_York"'])]
DayOff = Annotated[date, Field(examples=["2026-12-25"])]
Day = tuple[TimeSpan, ...]
HOURS = Field((), examples=['["09:00-12:00", "13:00-17:00"]'])


class Hours(Content):
    """When somebody answers, by the day of the week. On a day that is left out nobody does."""

    monday: Day = HOURS
    tuesday: Day = HOURS
    wednesday: Day = HOURS
    thursday: Day = HOURS
    friday: Day = HOURS
    saturday: Day = HOURS
    sunday: Day = HOURS


class Contact(Content):
    """Somebody at the clinic whom a visitor can reach, as told on the page "Who to talk to"."""

    name: Words = Field(examples=['"Nurse line"'])
    kind: ContactKind
    phone: str | None = Field(None, examples=['"202-456-1111"'])
    desk: Words | None = Field(None, examples=['"Ask at desk 2"'])
    languages: tuple[SpokenLanguage, ...] = Field((), examples=['["en", "es"]'])
    hours: Hours | None = Field(None, examples=["[contacts.hours]"])
    closed_on: tuple[DayOff, ...] = Field((), examples=["[2026-12-25, 2027-01-01]"])

    @model_validator(mode="after")
    def can_be_reached(self) -> Self:
        """A name alone helps nobody."""
        if not (self.phone or self.desk):
            raise ValueError("This contact cannot be reached. Write `phone`, `desk` or both.")
        if self.closed_on and self.hours is None:
            raise ValueError("`closed_on` says nothing without hours. Write `[contacts.hours]`.")
        return self

    @property
    def week(self) -> Week | None:
        """When somebody answers; none where the clinic does not say."""
        if self.hours is None:
            return None
        return Week(tuple(dict(self.hours).values()), frozenset(self.closed_on))


class Clinic(Content):
    """What a clinic says of itself and its people."""

    clinic_name: Words | None = Field(None, examples=['"Riverside Clinic"'])
    contacts: tuple[Contact, ...] = Field((), examples=["[[contacts]]"])
    region: Region = "US"
    time_zone: Zone | None = Field(None, examples=['"America/New_York"'])
    map: str | None = Field(None, examples=['"map.png"'])
    map_text: Words | None = Field(None, examples=['"From the door, go left to the green desk."'])
    _picture: str | None = PrivateAttr(None)

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone in which the hours are meant."""
        return ZoneInfo(self.time_zone) if self.time_zone else None

    @property
    def picture(self) -> str | None:
        """The map as an address that holds the picture itself; none until it was taken in."""
        return self._picture

    def take_in_map(self, folder: Path) -> None:
        """Read the map from the clinic's folder, once, so that no page waits for a disk.

        No script in an SVG runs: it stands in `<img>`.
        """
        if self.map is not None:
            picture = (folder / self.map).read_bytes()
            kind = "png" if picture.startswith(PNG) else "svg+xml"
            self._picture = f"data:image/{kind};base64,{b64encode(picture).decode()}"
