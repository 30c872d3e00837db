"""Which kiosks a clinic has looked at, and what it is told where an address is wrong."""

from pathlib import Path

import pytest

from logic.content.problems import ContentError
from logic.settings import Settings, read_settings


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The clinic's file."""
    return tmp_path / "kiosk.toml"


def test_the_kiosks_that_a_clinic_names_are_looked_at_and_no_other(clinic: Path) -> None:
    clinic.write_text('[staff]\nkiosks = ["http://10.1.2.3:8501/", "https://lobby.internal"]\n')

    assert read_settings(clinic).kiosks == ("http://10.1.2.3:8501", "https://lobby.internal")


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"), ("0.0.0.0", "http://127.0.0.1:8501"),
        ("::1", "http://[::1]:8501"), ("10.1.2.3", "http://10.1.2.3:8501"),
    ],
)  # fmt: skip
def test_a_clinic_that_names_none_has_its_own_looked_at(address: str, own: str) -> None:
    assert Settings(address=address).kiosks == (own,)


@pytest.mark.parametrize(
    "wrong",
    [
        "127.0.0.1:8501", "ftp://127.0.0.1", "http://", "http://127.0.0.1:0", "http://a b",
        "http://127.0.0.1:99999", "http://127.0.0.1/kiosk", "http://127.0.0.1/?a", "http://x@y",
    ],
)  # fmt: skip
def test_an_address_that_is_none_of_a_kiosk_is_told_at_its_line(clinic: Path, wrong: str) -> None:
    clinic.write_text(f'[staff]\nkiosks = ["{wrong}"]\n')

    with pytest.raises(ContentError) as told:
        read_settings(clinic)

    assert str(told.value) == (
        f"{clinic}:2: `staff.kiosks.1` cannot be '{wrong}'. "
        'Write it like `"http://127.0.0.1:8501"`.'
    )


def test_a_list_of_kiosks_that_stands_elsewhere_is_told_where_it_belongs(clinic: Path) -> None:
    clinic.write_text('[counts]\non = false\nkiosks = ["http://127.0.0.1:8501"]\n')

    with pytest.raises(ContentError, match=r"Move it below `\[staff\]`"):
        read_settings(clinic)
