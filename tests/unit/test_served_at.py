"""What `make run` asks before Streamlit starts: where to answer, and if kiosk.toml is right."""

from pathlib import Path

import pytest

from logic.__main__ import main


def answered(folder: Path, clinic: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The status and the words of the command for a clinic that writes this."""
    (folder / "kiosk.toml").write_text(clinic)
    status = main(["served-at"])
    return status, capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("192.168.1.5", "192.168.1.5"),
        ("kiosk.clinic.internal", "kiosk.clinic.internal"),
        ("::1", "[::1]"),
    ],
)
def test_a_start_names_the_address_at_which_it_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str, named: str
) -> None:
    told = answered(tmp_path, f'address = "{address}"\nport = 9000\n', capsys)

    flags = f"--server.port 9000 --server.address {address} --browser.serverAddress {named}"
    assert told == (0, f"{flags}\n")


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_a_start_on_every_network_names_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    told = answered(tmp_path, f'address = "{address}"\n', capsys)

    assert told == (0, f"--server.port 8501 --server.address {address}\n")


def test_a_condition_that_has_no_file_is_told_before_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answered(tmp_path, 'conditions = ["short-nights", "short-nigths"]\n', capsys)

    known = "No condition is called `short-nigths`. Use: grey-days, short-nights."
    assert told == (1, f"{tmp_path / 'kiosk.toml'}:1: {known}\n")


def test_content_that_is_broken_or_not_there_stops_no_start(
    tmp_path: Path,
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (sample / "conditions" / "short-nights.en.md").write_text("Broken.")
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    broken = answered(tmp_path, 'conditions = ["short-nights"]\n', capsys)
    monkeypatch.setenv("KIOSK_CONTENT", str(tmp_path / "nowhere"))

    gone = answered(tmp_path, 'conditions = ["short-nights"]\n', capsys)

    assert (broken[0], gone[0]) == (0, 0)
