"""What a clinic says of itself in `kiosk.toml`. The kiosk runs without the file."""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Field,
    Strict,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from logic.clinic.profile import Clinic
from logic.clinic.slips import slips
from logic.content.content_file import read_text
from logic.content.problems import ContentError, Location, Problem
from logic.content.vocabulary import Content, Identifier
from logic.content.wording import errors_in, explain
from logic.toml_lines import line_of, not_toml

SHIPPED = Path(__file__).parent.parent / "kiosk.toml"
INSTALLED = Path("/etc/ask-first/kiosk.toml")  # where deploy/kiosk/install puts it
# The last part of a name is never a number: what looks like an IP address and is none is a slip.
NAME = re.compile(r"([a-z0-9-]{1,63}\.)*(?!\d+$)[a-z0-9-]{1,63}", re.IGNORECASE)
PATH = re.compile(r"(/[A-Za-z0-9._~-]*)*")
LONGEST_ADDRESS = 120  # what a code holds beside it are all questions of a visitor: logic/phone


def host(value: str) -> str:
    """The name or IP address of a machine, with nothing around it: no port, no `http://`."""
    try:
        ip_address(value)
    except ValueError:
        if not NAME.fullmatch(value):
            raise PydanticCustomError("string_pattern_mismatch", "is no host") from None
    return value


def network(value: str) -> str:
    """An IP address, or a network of them."""
    try:
        ip_network(value)
    except ValueError:
        raise PydanticCustomError("string_pattern_mismatch", "is no network") from None
    return value


def page_address(value: str) -> str:
    """The address of a page that phones open, as a QR code begins with it: no `/` at its end."""
    try:
        parts = urlsplit(value)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        parts, port, name = urlsplit(""), None, ""
    if parts.username is not None:
        raise ValueError("`public_url` holds a name or a password. Leave out all up to its `@`.")
    if {"?", "#"} & set(value):
        raise ValueError("`public_url` holds `?` or `#`. Leave it out, and all that follows it.")
    is_whole = parts.scheme == "https" and NAME.fullmatch(name) and port != 0
    if not (is_whole and PATH.fullmatch(parts.path)):
        raise ValueError(
            f"`public_url` must be an address that begins with `https://`, not {value!r}. "
            'Write it like `"https://clinic.example/ask-first"`.'
        )
    if len(value) > LONGEST_ADDRESS:
        raise ValueError(
            f"`public_url` has {len(value)} signs. Use an address of {LONGEST_ADDRESS} or fewer."
        )
    return value.rstrip("/")


Host = Annotated[str, AfterValidator(host), Field(examples=['"kiosk.clinic.internal"'])]
Network = Annotated[str, AfterValidator(network), Field(examples=['"192.0.2.0/24"'])]
PageAddress = Annotated[
    str,
    AfterValidator(page_address),
    Field(examples=['"https://clinic.example/ask-first"']),
]
# A text that looks like a number is none: taken for one, it would hide a slip.
Number = Annotated[int, Strict()]


def this_machine(server: str) -> str:
    """Where CUPS answers on this machine: elsewhere a handout would go over a network as it is."""
    by_port = re.fullmatch(r"(?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})", server)
    if not (re.fullmatch(r"/\S+", server) or (by_port and 0 < int(by_port[1]) < 1 << 16)):
        raise ValueError(
            f"`printing.server` must be CUPS on this machine, not {server!r}. "
            'Write it like `"127.0.0.1:631"` or `"/run/cups/cups.sock"`.'
        )
    return server


class Printing(Content):
    """How a handout comes onto paper, if at all."""

    by: Literal["off", "cups", "browser"] = "off"
    # What CUPS allows in a queue's name, less what would need quoting in an address or a shell.
    printer: str | None = Field(None, pattern=r"^[A-Za-z0-9._-]{1,127}$", examples=['"front-desk"'])
    server: Annotated[str, AfterValidator(this_machine)] = Field(
        "127.0.0.1:631", examples=['"127.0.0.1:631"']
    )
    pages_each_visit: Number = Field(30, ge=1, le=100, examples=["30"])
    paper: Literal["letter", "a4"] = "letter"

    @model_validator(mode="after")
    def cups_needs_a_printer(self) -> Self:
        """CUPS has a default queue, too, but whoever changes that would not think of a kiosk."""
        if self.by == "cups" and self.printer is None:
            raise ValueError(
                '`printing.printer` is missing: `by` is `"cups"`. '
                "Write the queue's name as `lpstat -p` tells it."
            )
        return self


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
    places: Number = Field(20, ge=1, le=500, examples=["20"])
    idle_seconds: Number = Field(60, ge=30, le=600, examples=["60"])
    reading_seconds: Number = Field(90, ge=60, le=1800, examples=["90"])
    public_url: PageAddress | None = None
    staff_pin: str | None = Field(None, examples=['"0000"'])
    printing: Printing = Field(Printing(), examples=["[printing]"])

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


def settings_file() -> Path:
    """The clinic's file, for the kiosk and for every command.

    What KIOSK_SETTINGS names; else `kiosk.toml` beside the kiosk; else the one of a kiosk that
    `deploy/kiosk/install` set up.
    """
    if named := os.environ.get("KIOSK_SETTINGS"):
        return Path(named)
    is_installed = not SHIPPED.exists() and INSTALLED.exists()
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
        settings = Settings(**TomlConfigSettingsSource(Settings, path)())
    except tomllib.TOMLDecodeError as error:
        raise ContentError([not_toml(path, text, error)]) from error
    except ValidationError as error:
        raise ContentError(
            Problem(path, line_of(text, detail["loc"]), explain(detail, Settings, lists=""))
            for detail in errors_in(error)
        ) from error
    hold_to(slips(settings, path.parent), path, text)
    settings.take_in_map(path.parent)
    if conditions is not None:
        hold_to(unknown(settings, conditions), path, text)
    return settings


def text_of(path: Path) -> str:
    """What stands in a clinic's file, which not everybody may read: it may hold the PIN."""
    try:
        return read_text(path)
    except PermissionError as error:
        message = "You may not read this file. Run the command as somebody who may, with `sudo`."
        raise ContentError([Problem(path, 1, message)]) from error


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
