"""What a clinic says of its printer in `kiosk.toml`, and what it is told of a mistake in it."""

import tomllib
from pathlib import Path

import pytest

from logic.content.problems import ContentError
from logic.settings import Printing, Settings, read_settings

EXAMPLE = Path(__file__).parents[2] / "kiosk.example.toml"
SERVER = (
    ':2: `printing.server` must be CUPS on this machine, not {!r}. Write it like `"127.0.0.1:631"` '
    'or `"/run/cups/cups.sock"`.'
)
MISTAKES = [
    (
        '[printing]\nby = "cups"\n',
        (
            ':1: `printing.printer` is missing: `by` is `"cups"`. '
            "Write the queue's name as `lpstat -p` tells it."
        ),
    ),
    (
        'port = 9000\n[printing]\nprinter = "desk"\n',
        ':2: `printing.by` is missing. Write `"cups"` or `"browser"`, or `"off"` for none.',
    ),
    (
        'port = 9000\n\n[printing]\nprinter = "desk"\nby = "cpus"\n',
        ":5: `printing.by` must be 'off', 'cups' or 'browser', not 'cpus'.",
    ),
    (
        '[printing]\nprinter = "front desk"\n',
        ":2: `printing.printer` cannot be 'front desk'. Write it like `\"front-desk\"`.",
    ),
    (
        "[printing]\npages_each_visit = 0\n",
        ":2: `printing.pages_each_visit` must be 1 or more, not 0. Write it like `30`.",
    ),
    (
        '[printing]\npages_each_visit = "8"\n',
        ":2: `printing.pages_each_visit` must be a whole number, not '8'. Write it like `30`.",
    ),
    (
        '[printing]\npaper = "A4"\n',
        ":2: `printing.paper` must be 'letter' or 'a4', not 'A4'.",
    ),
    (
        '[printing]\nprinters = "desk"\n',
        ":2: `printing.printers` is not a field of Printing. Did you mean `printer`?",
    ),
    (
        'printing = "cups"\n',
        ":1: `printing` must be fields with their values, not 'cups'. Write it like `[printing]`.",
    ),
    *(
        (f'[printing]\nserver = "{wrong}"\n', SERVER.format(wrong))
        for wrong in (
            "printer.clinic.internal:631",
            "192.0.2.7:631",
            "127.0.0.1",
            "127.0.0.1:99999",
            "",
            "x.sock",
        )
    ),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_settings(path)

    assert str(caught.value) == f"{path}{told}"


def test_a_clinic_that_says_nothing_prints_nothing() -> None:
    assert Settings().printing == Printing(by="off", pages_each_visit=30, paper="letter")


@pytest.mark.parametrize(
    "server", ["127.0.0.1:631", "localhost:631", "[::1]:631", "/run/cups/cups.sock"]
)
def test_the_server_is_a_port_or_a_socket_of_this_machine(tmp_path: Path, server: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'[printing]\nby = "cups"\nprinter = "desk"\nserver = "{server}"\n')

    assert read_settings(path).printing.server == server


def test_the_example_is_right_once_its_lines_are_taken_in(tmp_path: Path) -> None:
    _, _, example = EXAMPLE.read_text().partition("# [printing]")
    table, _, _ = example.partition("\n\n")
    path = tmp_path / "kiosk.toml"
    path.write_text("[printing]" + table.replace("\n# ", "\n"))

    printing = read_settings(path).printing

    assert printing.model_dump().keys() == tomllib.loads(path.read_text())["printing"].keys()
    assert printing.by == "cups"
