"""What a clinic may say about counts in kiosk.toml, and what it is told where that is wrong."""

from pathlib import Path

import pytest

from logic.content.problems import ContentError
from logic.settings import Settings, read_settings, wait_for_a_start

WRONG_ADDRESS = (
    ":3: `counts.database` is not the address of a PostgreSQL database. Write it like "
    '`"postgresql://NAME:PASSWORD@db.clinic.internal/counts"`, or leave the line out: '
    "then a file beside what the kiosk keeps takes the counts."
)
MISTAKES = [
    (
        '[counts]\nkiosk = "lobby"\n',
        ":1: `counts.on` is missing. Write `true`, or `false` for no counts.",
    ),
    (
        "[counts]\non = 'yes'\n",
        ":2: `counts.on` must be `true` or `false`, not 'yes'.",
    ),
    ("[counts]\non = 1\n", ":2: `counts.on` must be `true` or `false`, not 1."),
    (
        '[counts]\non = true\nkiosk = "The lobby"\n',
        ":3: `counts.kiosk` cannot be 'The lobby'. Write it like `\"lobby\"`.",
    ),
    *(
        (f'[counts]\non = true\ndatabase = "{wrong}"\n', WRONG_ADDRESS)
        for wrong in (
            "counts.sqlite",
            "sqlite:///counts.sqlite",
            "mysql://kiosk:secret@db/counts",
            "postgresql://kiosk:secret@db",
            "postgresql://kiosk:secret@db/",
            "postgresql://kiosk:secret@db:99999/counts",
            "postgresql+psycopg://kiosk:secret@db/counts",
            "",
        )
    ),
    ("[counts]\non = true\ndatabase = 5\n", WRONG_ADDRESS),
    (
        '[counts]\non = true\ndatabase = "postgresql://db/counts"\n',
        (
            ":1: `counts.kiosk` is missing: other kiosks may write to the same database. "
            'Write a name that only this one has, such as `"lobby"`.'
        ),
    ),
    (
        '[printing]\nby = "off"\ndatabase = "postgresql://db/counts"\n',
        (":3: `printing.database`: `database` does not belong here. Move it below `[counts]`."),
    ),
    (
        "[counts]\non = true\nport = 9000\n",
        (
            ":3: `counts.port`: `port` does not belong here. "
            "Move it above the first line that begins with `[`."
        ),
    ),
    (
        "[counts]\non = true\nevery = 5\n",
        ":3: `counts.every` is not a field of Counts.",
    ),
]


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A clinic's file."""
    return tmp_path / "kiosk.toml"


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_about_counts_is_told_at_its_line(clinic: Path, text: str, told: str) -> None:
    clinic.write_text(text)

    with pytest.raises(ContentError) as caught:
        read_settings(clinic)

    assert str(caught.value) == f"{clinic}{told}"
    assert "secret" not in str(caught.value)


def test_nothing_is_counted_unless_a_clinic_says_so() -> None:
    assert not Settings().counts.on


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://kiosk:p%40ss@db.clinic.internal:5433/counts",
        "postgresql:///counts?host=/run/postgresql",
    ],
)
def test_a_clinic_may_name_its_postgresql(clinic: Path, address: str) -> None:
    clinic.write_text(f'[counts]\non = true\nkiosk = "lobby"\ndatabase = "{address}"\n')

    counts = read_settings(clinic).counts

    assert (counts.on, counts.kiosk, counts.database) == (True, "lobby", address)


def test_one_kiosk_with_its_own_file_needs_no_name(clinic: Path) -> None:
    clinic.write_text("[counts]\non = true\n")

    assert read_settings(clinic).counts.kiosk == "kiosk"


def test_a_change_about_counts_waits_for_a_start(clinic: Path) -> None:
    clinic.write_text("[counts]\non = true\n")

    assert wait_for_a_start(Settings(), read_settings(clinic)) == ["counts"]
