"""What a clinic says of itself in `kiosk.toml`. The kiosk runs without the file."""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    Strict,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from logic.addresses import (
    CupsServer,
    Host,
    KioskAddress,
    Network,
    PageAddress,
    in_a_url,
    is_database,
    is_every_network,
    is_inside,
    is_nobodys,
)
from logic.clinic.phones import IN_A_ROW
from logic.clinic.profile import Clinic, Contact
from logic.clinic.slips import slips
from logic.content.content_file import read_text
from logic.content.pack import files
from logic.content.problems import ContentError, Location, Problem
from logic.content.vocabulary import Content, Identifier
from logic.content.wording import errors_in, explain, named
from logic.toml_lines import line_of, not_toml

SHIPPED = Path(__file__).parent.parent / "kiosk.toml"
AT_A_START = (
    "port", "address", "hosts", "health_for", "metrics_for", "places", "drain_seconds", "log",
    "staff_pin", "counts",
)  # fmt: skip
# What people tap who do not choose: the pad's middle column, and digits that come again.
MIDDLE_COLUMN = ("2580", "0852")
REPEATS = re.compile(r"(\d{2,4})\1+|(?:(\d)\2)+")
FEW_DIGITS = 2
INSTALLED = Path("/etc/ask-first/kiosk.toml")  # where deploy/kiosk/install puts it
# A text that looks like a number is none: taken for one, it would hide a slip.
Number = Annotated[int, Strict()]


class Printing(Content):
    """How a handout comes onto paper, if at all."""

    by: Literal["off", "cups", "browser"] = "off"
    # What CUPS allows in a queue's name, less what would need quoting in an address or a shell.
    printer: str | None = Field(None, pattern=r"^[A-Za-z0-9._-]{1,127}$", examples=['"front-desk"'])
    server: CupsServer = "127.0.0.1:631"
    pages_each_visit: Number = Field(30, ge=1, le=100, examples=["30"])
    paper: Literal["letter", "a4"] = "letter"

    @model_validator(mode="after")
    def it_says_by_what(self) -> Self:
        """Who names a printer wants to print: nothing would come out, and nobody would say why."""
        if self.model_fields_set and "by" not in self.model_fields_set:
            raise ValueError(
                '`printing.by` is missing. Write `"cups"` or `"browser"`, or `"off"` for none.'
            )
        return self

    @model_validator(mode="after")
    def cups_needs_a_printer(self) -> Self:
        """CUPS has a default queue, too, but whoever changes that would not think of a kiosk."""
        if self.by == "cups" and self.printer is None:
            raise ValueError(
                '`printing.printer` is missing: `by` is `"cups"`. '
                "Write the queue's name as `lpstat -p` tells it."
            )
        return self


class Counts(Content):
    """Whether visits are counted, a day at a time, and where that is kept."""

    on: bool = False
    kiosk: Identifier = Field("kiosk", max_length=63, examples=['"lobby"'])
    database: str | None = None

    @field_validator("on", mode="before")
    @classmethod
    def visits_are_counted_or_not(cls, value: object) -> object:
        """Nothing else is taken for a yes or a no."""
        is_either = isinstance(value, bool)
        if not is_either:
            raise ValueError(f"`counts.on` must be `true` or `false`, not {value!r}.")
        return value

    @field_validator("database", mode="before")
    @classmethod
    def it_is_an_address_of_postgresql(cls, value: object) -> object:
        """What was written instead is not repeated: it may hold a password."""
        if value is not None and not is_database(value):
            raise ValueError(
                "`counts.database` is not the address of a PostgreSQL database. Write it like "
                '`"postgresql://NAME:PASSWORD@db.clinic.internal/counts"`, or leave the line out: '
                "then a file beside what the kiosk keeps takes the counts."
            )
        return value

    @model_validator(mode="after")
    def it_says_whether(self) -> Self:
        """Who names a database wants counts: none would come, and nobody would say why."""
        if self.model_fields_set and "on" not in self.model_fields_set:
            raise ValueError("`counts.on` is missing. Write `true`, or `false` for no counts.")
        return self

    @model_validator(mode="after")
    def each_kiosk_of_many_has_a_name(self) -> Self:
        """Several write to one database: under one name their numbers would be taken together."""
        if self.database and "kiosk" not in self.model_fields_set:
            raise ValueError(
                "`counts.kiosk` is missing: other kiosks may write to the same database. "
                'Write a name that only this one has, such as `"lobby"`.'
            )
        return self


class Staff(Content):
    """What the staff view asks how it is: these kiosks, and no other machine."""

    kiosks: tuple[KioskAddress, ...] = Field((), examples=['["http://127.0.0.1:8501"]'])


class Settings(Clinic, BaseSettings):
    """What differs from clinic to clinic."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    conditions: tuple[Identifier, ...] | None = Field(
        None, min_length=1, examples=['["depression", "ocd"]']
    )
    show_drafts: bool = True
    port: Number = Field(8501, ge=1024, le=65535, examples=["8501"])
    address: Host = Field("127.0.0.1", examples=['"127.0.0.1"'])
    hosts: tuple[Host, ...] = Field((), examples=['["kiosk.clinic.internal"]'])
    health_for: tuple[Network, ...] = Field(
        ("127.0.0.0/8", "::1/128"), examples=['["127.0.0.0/8", "192.0.2.7"]']
    )
    metrics_for: tuple[Network, ...] = Field(
        ("127.0.0.0/8", "::1/128"), examples=['["127.0.0.0/8", "192.0.2.9"]']
    )
    places: Number = Field(20, ge=1, le=500, examples=["20"])
    drain_seconds: Number = Field(0, ge=0, le=3600, examples=["900"])
    log: Literal["text", "json"] = "text"
    idle_seconds: Number = Field(60, ge=30, le=600, examples=["60"])
    reading_seconds: Number = Field(90, ge=60, le=1800, examples=["90"])
    public_url: PageAddress | None = None
    staff_pin: str | None = Field(None, examples=['"0000"'])
    printing: Printing = Field(Printing(), examples=["[printing]"])
    counts: Counts = Field(Counts(), examples=["[counts]"])
    staff: Staff = Field(Staff(), examples=["[staff]"])

    @property
    def kiosks(self) -> tuple[str, ...]:
        """The addresses of the kiosks that staff look after: without any, that of this one."""
        own = "127.0.0.1" if is_every_network(self.address) else self.address
        return self.staff.kiosks or (f"http://{in_a_url(own)}:{self.port}",)

    @field_validator("show_drafts", mode="before")
    @classmethod
    def drafts_are_shown_or_not(cls, value: object) -> object:
        """Nothing else is taken for a yes or a no: this one decides what patients see."""
        is_either = isinstance(value, bool)
        if not is_either:
            raise ValueError(f"`show_drafts` must be `true` or `false`, not {value!r}.")
        return value

    @field_validator("staff_pin", mode="before")
    @classmethod
    def a_pin_can_be_tapped(cls, pin: object) -> object:
        """The pad has ten digits. What was written instead is not repeated: a log would hold it."""
        is_right = pin is None or (isinstance(pin, str) and re.fullmatch("[0-9]{4,8}", pin))
        if not is_right:
            raise ValueError("`staff_pin` must be four to eight digits, in quotation marks.")
        return pin

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (pydantic-settings passes them all)
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what the file gives and nothing else: a shell's variable must not change a kiosk."""
        return (init_settings,)


def settings_file(*, or_installed: bool = False) -> Path:
    """The clinic's file: what KIOSK_SETTINGS names; else `kiosk.toml` beside the kiosk.

    A command about this machine's clinic takes that of a kiosk that `deploy/kiosk/install` set up
    where there is none. All else leaves it: it is not for every copy of the project.
    """
    if named := os.environ.get("KIOSK_SETTINGS"):
        return Path(named)
    is_installed = or_installed and not SHIPPED.exists() and INSTALLED.exists()
    return INSTALLED if is_installed else SHIPPED


def read_settings(path: Path, conditions: frozenset[str] | None = None) -> Settings:
    """Read a clinic's file; raise ContentError naming every problem.

    A kiosk needs no file, but one that KIOSK_SETTINGS names must be there. `conditions` are the
    ids that the content knows; without them, any is taken.
    """
    if path == SHIPPED and not path.exists():
        return Settings()
    text = text_of(path)
    try:
        settings = Settings(**InitSettingsSource(Settings, tomllib.loads(text))())
    except tomllib.TOMLDecodeError as error:
        raise ContentError([not_toml(path, text, error)]) from error
    except ValidationError as error:
        raise ContentError(
            Problem(path, line_of(text, detail["loc"]), explained(detail))
            for detail in errors_in(error)
        ) from error
    hold_to([*slips(settings, path.parent), *of_the_example(settings)], path, text)
    settings.take_in_map(path.parent)
    if conditions is not None:
        hold_to(unknown(settings, conditions), path, text)
    return settings


def wait_for_a_start(before: Settings, now: Settings) -> list[str]:
    """The settings with new values that a kiosk which runs takes up only at a start."""
    return [name for name in AT_A_START if getattr(before, name) != getattr(now, name)]


def explained(detail: ErrorDetails) -> str:
    """A validation error in the words of whoever writes the file."""
    is_extra = detail["type"] == "extra_forbidden"
    return (is_extra and misplaced(detail["loc"])) or explain(detail, Settings, lists="")


TABLES = {
    "printing": Printing.model_fields,
    "counts": Counts.model_fields,
    "staff": Staff.model_fields,
}


def misplaced(place: Location) -> str | None:
    """Where a key belongs that was written below a table's name, and so is one of the table's."""
    *around, key = place
    if around and key in Settings.model_fields:
        where = "above the first line that begins with `[`"
    elif "hours" in around and key in Contact.model_fields:
        where = "above `[contacts.hours]`"
    elif around and (table := next((name for name in TABLES if key in TABLES[name]), None)):
        where = f"below `[{table}]`"
    elif key == "hours":
        return f"`{named(place)}` belongs to a contact. Write it below one: `[contacts.hours]`."
    elif key in Contact.model_fields:
        where = "below `[[contacts]]`"
    else:
        return None
    return f"`{named(place)}`: `{key}` does not belong here. Move it {where}."


def of_the_example(settings: Settings) -> Iterator[tuple[Location, str]]:
    """What reads well and was never chosen: an address of an example, a PIN that all try first."""
    if settings.public_url and is_nobodys(settings.public_url):
        told = "`public_url` is an example, or this machine alone: no phone finds it."
        yield ("public_url",), f"{told} Write where the site was put, or leave the line out."
    elif settings.public_url and is_inside(settings.public_url):
        told = "`public_url` is known in the clinic's own network alone: no phone outside finds it."
        yield ("public_url",), f"{told} Write a public name, or leave the line out."
    if settings.staff_pin and is_guessed(settings.staff_pin):
        told = "`staff_pin` is guessed at once: two digits or fewer, a repeat, or a row of the pad."
        told = f"{told} Choose another."
        yield ("staff_pin",), told


def is_guessed(pin: str) -> bool:
    """Whether a PIN is one of those that everybody tries first, such as 0000, 1234 or 1212."""
    is_in_a_row = any(pin in row for row in (*IN_A_ROW, *MIDDLE_COLUMN))
    return len(set(pin)) <= FEW_DIGITS or is_in_a_row or REPEATS.fullmatch(pin) is not None


def text_of(path: Path) -> str:
    """What stands in a clinic's file, which not everybody may read: it may hold the PIN."""
    try:
        return read_text(path)
    except PermissionError as error:
        message = "You may not read this file. Run the command as somebody who may, with `sudo`."
        raise ContentError([Problem(path, 1, message)]) from error


def conditions_in(content: Path) -> frozenset[str] | None:
    """The conditions that have a file in a content folder, broken or not; none where none has."""
    return frozenset(path.name.split(".")[0] for path in files(content, "conditions/*.md")) or None


def unknown(settings: Settings, conditions: frozenset[str]) -> Iterator[tuple[Location, str]]:
    """The conditions that a clinic names and the content does not know."""
    known = ", ".join(sorted(conditions))
    for name in settings.conditions or ():
        if name not in conditions:
            yield ("conditions",), f"No condition is called `{name}`. Use: {known}."


def hold_to(wrong: Iterable[tuple[Location, str]], path: Path, text: str) -> None:
    """Raise ContentError where something is wrong, each told at its line."""
    problems = [Problem(path, line_of(text, place), told) for place, told in wrong]
    if problems:
        raise ContentError(problems)
