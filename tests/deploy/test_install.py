"""Installing and taking away, into a folder that stands for a machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.conftest import KIOSK, Run, everything_in

SETTINGS = "etc/ask-first/kiosk.toml"
# What the tools of the machine keep beside the lists of users; it says nothing of the kiosk.
USER_LISTS = ("etc/passwd", "etc/group", "etc/shadow", "etc/gshadow", "etc/.pwd.lock")


def test_a_dry_run_says_what_it_would_do_and_changes_nothing(install: Run, machine: Path) -> None:
    told = install("--dry-run")

    assert told.returncode == 0, told.stderr
    assert "/opt/ask-first" in told.stdout
    assert everything_in(machine) == {}


def test_installing_twice_leaves_what_installing_once_leaves(
    install: Run, checkout: Path, machine: Path
) -> None:
    for name in (".git", "logic/__pycache__"):
        (checkout / name).mkdir()

    first = install()
    once = everything_in(machine)
    second = install()

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert everything_in(machine) == once
    assert "opt/ask-first/streamlit_app.py" in once
    assert "etc/systemd/system/multi-user.target.wants/ask-first.service" in once
    assert [name for name in once if "__pycache__" in name or ".git" in name] == []


def test_the_screen_may_use_the_sound_card(install: Run, machine: Path) -> None:
    install()

    groups = (machine / "etc/group").read_text().splitlines()
    assert any(
        line.startswith("audio:") and line.endswith(":ask-first-screen") for line in groups
    ), groups


def test_a_clinics_settings_stay_and_their_port_is_wherever_one_stands(
    install: Run, machine: Path
) -> None:
    settings = machine / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text("port = 8600\n")

    told = install()

    assert told.returncode == 0, told.stderr
    assert settings.read_text() == "port = 8600\n"
    assert settings.stat().st_mode & 0o007 == 0, "Only root and the kiosk may read the staff's PIN."
    placed = (
        "etc/systemd/system/ask-first.service",
        "etc/chromium/policies/managed/ask-first.json",
        "opt/ask-first/deploy/kiosk/waiting.js",
        "opt/ask-first/deploy/kiosk/end-when-lost",
    )
    for name in placed:
        text = (machine / name).read_text()
        assert ("8600" in text, "8501" in text) == (True, False), name


def test_content_with_a_mistake_leaves_what_runs_as_it_is(
    install: Run, checkout: Path, machine: Path
) -> None:
    install()
    before = everything_in(machine)
    condition = next((checkout / "content" / "conditions").glob("*.en.md"))
    condition.write_text("no header\n")

    told = install()

    assert told.returncode == 1
    assert condition.name in told.stderr
    assert everything_in(machine) == before


def test_packages_are_taken_again_by_the_same_python_and_installed_anew_for_another(
    install_packages: Run, machine: Path
) -> None:
    packages = machine / "opt/ask-first/.venv/lib"
    first = install_packages()
    own = next(packages.iterdir())
    (own / "taken-again").touch()

    second = install_packages()

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert (own / "taken-again").exists()

    own.rename(packages / "python3.0")
    third = install_packages()

    assert third.returncode == 0, third.stderr
    assert [path.name for path in packages.iterdir()] == [own.name]
    assert not (own / "taken-again").exists()


def test_the_machine_never_sleeps_with_a_visit_on_its_screen(install: Run, machine: Path) -> None:
    install()

    told = (machine / "etc/systemd/sleep.conf.d/ask-first.conf").read_text()

    kinds = ("Suspend", "Hibernation", "HybridSleep", "SuspendThenHibernate")
    assert {"[Sleep]", *(f"Allow{kind}=no" for kind in kinds)} <= {*told.splitlines()}


def test_settings_for_other_machines_are_refused_with_the_way_to_do_it(
    install: Run, machine: Path
) -> None:
    settings = machine / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text('address = "192.0.2.1"\n')

    told = install()

    assert told.returncode == 1
    assert "deploy/reverse-proxy.md" in told.stderr, told.stderr
    assert not (machine / "opt/ask-first").exists()


def test_uninstalling_leaves_nothing_but_the_settings_and_can_be_repeated(
    install: Run, uninstall: Run, machine: Path
) -> None:
    install()

    first, second = uninstall(), uninstall()

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    left = [name for name in everything_in(machine) if (machine / name).is_file()]
    assert [name for name in left if name.rstrip("-") not in USER_LISTS] == [SETTINGS]
    assert "ask-first" not in (machine / "etc/passwd").read_text()
    assert uninstall("--all").returncode == 0
    assert not (machine / SETTINGS).parent.exists()


@pytest.mark.parametrize("name", ["install", "uninstall", "screen", "end-when-lost"])
def test_a_script_has_no_fault_that_shellcheck_knows(name: str) -> None:
    assert shutil.which("shellcheck"), "Install shellcheck, which reads shell scripts."
    told = subprocess.run(["shellcheck", KIOSK / name], capture_output=True, text=True, check=False)

    assert told.stdout == ""
