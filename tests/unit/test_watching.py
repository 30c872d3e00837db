"""Files under watch: what counts as a change, what is kept, and what an editor is told."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from logic.content.problems import ContentError, Problem
from logic.watching import Watch

Told = list[str]


def read(path: Path) -> str:
    """A file's text; `broken` in it is a problem."""
    text = path.read_text()
    if "broken" in text:
        raise ContentError([Problem(path, 2, "This is broken. Mend it."), Problem(path, 1, "So.")])
    return text


@pytest.fixture
def told() -> Told:
    """What the editor was told, in turn."""
    return []


@pytest.fixture
def watch(tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> Watch[str]:
    """A folder under watch, whose `tea` has been read and told as good."""
    monkeypatch.chdir(tmp_path)
    tea = tmp_path / "tea"
    tea.write_text("hot")
    watch = Watch(lambda: read(tea), lambda: tmp_path.glob("*"), told.append)
    assert watch.newest() == "hot"
    assert told == ["Nothing to fix. Shown."]
    told.clear()
    return watch


def looks(watch: Watch[str], times: int) -> str | None:
    """What is good after so many looks."""
    for _ in range(times):
        watch.look()
    return watch.good


def test_a_change_is_read_once_it_stands_still(watch: Watch[str], told: Told) -> None:
    Path("tea").write_text("warm")

    assert looks(watch, 1) == "hot"
    Path("tea").write_text("lukewarm")
    assert looks(watch, 1) == "hot"
    assert looks(watch, 1) == "lukewarm"
    assert told == ["Nothing to fix. Shown."]


def test_without_a_change_nothing_is_read_again(watch: Watch[str], told: Told) -> None:
    looks(watch, 5)

    assert told == []


def test_a_broken_change_keeps_what_was_good_and_is_told_once(
    watch: Watch[str], told: Told
) -> None:
    Path("tea").write_text("broken")

    assert looks(watch, 5) == "hot"
    assert told == [
        "tea:1: So.\ntea:2: This is broken. Mend it.\n2 to fix. What was good stays on screen."
    ]


def test_a_change_that_is_mended_is_shown(watch: Watch[str], told: Told) -> None:
    Path("tea").write_text("broken")
    looks(watch, 2)
    told.clear()

    Path("tea").write_text("cold")

    assert looks(watch, 2) == "cold"
    assert told == ["Nothing to fix. Shown."]


def test_another_change_that_is_broken_is_told_too(watch: Watch[str], told: Told) -> None:
    for text in ("broken", "broken again"):
        Path("tea").write_text(text)
        looks(watch, 3)

    assert len(told) == 2


def in_place(path: Path) -> None:
    path.write_text("new")


def by_another_file_of_the_same_age(path: Path) -> None:
    known = path.stat()
    other = path.with_name("other")
    other.write_text("new")
    os.utime(other, ns=(known.st_atime_ns, known.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("save", [in_place, by_another_file_of_the_same_age])
def test_however_an_editor_saves_the_change_is_seen(
    watch: Watch[str], save: Callable[[Path], None]
) -> None:
    save(Path("tea"))

    assert looks(watch, 2) == "new"


def test_files_that_are_saved_one_after_the_other_are_one_change(
    watch: Watch[str], told: Told
) -> None:
    for name in ("cup", "pot", "leaf"):
        Path(name).write_text("more")
        watch.look()

    looks(watch, 3)

    assert told == ["Nothing to fix. Shown."]


def test_a_file_that_is_deleted_is_a_change(watch: Watch[str], told: Told) -> None:
    Path("cup").write_text("more")
    looks(watch, 2)
    told.clear()

    Path("cup").unlink()
    looks(watch, 2)

    assert told == ["Nothing to fix. Shown."]


def test_where_nothing_is_good_yet_the_start_waits_and_says_so(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    tea = tmp_path / "tea"
    tea.write_text("broken")

    def tell_and_mend(text: str) -> None:
        told.append(text)
        tea.write_text("hot")

    monkeypatch.chdir(tmp_path)
    watch = Watch(lambda: read(tea), lambda: [tea], tell_and_mend)

    assert watch.newest() == "hot"
    assert told[0].endswith("2 to fix before this can be on screen.")
    assert told[1:] == ["Nothing to fix. Shown."]


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError])
def test_what_cannot_be_opened_for_a_moment_is_told_once_and_tried_again(
    watch: Watch[str], told: Told, error: type[OSError]
) -> None:
    saving, read_now = [error("tea is being saved")] * 3, watch.read

    def read_later() -> str:
        if saving:
            raise saving.pop()
        return read_now()

    watch.read = read_later
    Path("tea").write_text("warm")

    assert looks(watch, 4) == "hot"
    assert looks(watch, 1) == "warm"
    assert told == [
        "tea is being saved. This is tried again until it can be read.",
        "Nothing to fix. Shown.",
    ]


def test_a_folder_that_is_gone_for_a_moment_ends_nothing(watch: Watch[str], told: Told) -> None:
    folder = Path("static")
    watch.paths = lambda: list(folder.iterdir())

    looks(watch, 2)
    folder.mkdir()
    looks(watch, 2)

    assert len(told) == 2
    assert told[0].endswith("'static'. This is tried again until it can be read.")
    assert told[1] == "Nothing to fix. Shown."


def test_an_error_that_nobody_foresaw_ends_the_process_and_says_so(
    watch: Watch[str],
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended = list[int]()
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(watch, "look", partial(dict[str, int]().__getitem__, "unforeseen"))

    with pytest.raises(KeyError):
        watch.follow()

    assert ended == [1]
    assert "KeyError: 'unforeseen'" in capsys.readouterr().err
    assert told == ["This is a fault of the kiosk, which ends here. Start it again."]


def test_for_visitors_an_error_that_nobody_foresaw_is_told_once_and_ends_nothing(
    watch: Watch[str], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(watch, "read", partial(dict[str, str]().__getitem__, "unforeseen"))
        Path("tea").write_text("warm")
        for _ in range(5):
            watch.whatever_comes(watch.look)

    assert watch.good == "hot"
    assert len(told) == 1
    assert "KeyError: 'unforeseen'" in told[0]
    assert told[0].endswith("This is a fault of the kiosk. It goes on with what was good.")
    Path("tea").write_text("mended")
    for _ in range(2):
        watch.whatever_comes(watch.look)
    assert watch.good == "mended"


def test_for_visitors_looking_goes_on_after_an_error_that_nobody_foresaw(
    watch: Watch[str], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    class EndedByTheTestError(BaseException): ...

    then = list[str]()
    looked = iter([ValueError("first"), ValueError("second"), EndedByTheTestError()])

    def look() -> None:
        raise next(looked)

    monkeypatch.setattr(watch, "look", look)

    with pytest.raises(EndedByTheTestError):
        watch.follow_whatever_comes(every=0, then=lambda: then.append("done"))

    assert ["first" in told[0], "second" in told[1]] == [True, True]
    assert then == ["done", "done"]


def test_two_troubles_that_stay_are_told_once_each(watch: Watch[str], told: Told) -> None:
    def breaks() -> None:
        raise ValueError("a fault of what follows")

    watch.paths = lambda: iter([Path("/proc/1/root/tea")])
    for _ in range(4):
        watch.whatever_comes(watch.look)
        watch.whatever_comes(breaks)

    assert len(told) == 2


@pytest.mark.parametrize("text", ["broken", "half of the new"])
def test_what_is_replaced_while_it_is_read_is_neither_told_nor_shown(
    watch: Watch[str], told: Told, text: str
) -> None:
    replaced, read_now = ["whole and new"], watch.read

    def read_slowly() -> str:
        try:
            return read_now()
        finally:
            if replaced:
                Path("tea").write_text(replaced.pop())

    watch.read = read_slowly
    Path("tea").write_text(text)

    assert looks(watch, 2) == "hot"
    assert told == []
    assert looks(watch, 2) == "whole and new"
    assert told == ["Nothing to fix. Shown."]


def test_a_file_that_goes_between_two_looks_has_no_stamp(watch: Watch[str]) -> None:
    watch.paths = lambda: [Path("tea"), Path("gone")]

    assert looks(watch, 2) == "hot"
