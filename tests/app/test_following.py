"""How the kiosk of a waiting room follows its content, and what a start can show."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from logic import judging, keeping
from logic.keeping import digest, keep, kept_copy
from pages.parts import ahead, following, not_ready, session, staff, stream
from tests.app.running import to_its_end
from tests.app.screen import Screen
from tests.conftest import SHIPPED, Edit

LEAD = "welcome_lead: Questions about ketamine or esketamine? Read first. Then ask a person."
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def copied(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The kiosk's content is the sample, copied. Nothing looks at it but the test."""
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    monkeypatch.setattr(following, "Thread", NoThread)
    monkeypatch.setattr(session, "newest", session.newest)  # put back in the end
    forget_the_start()
    yield
    forget_the_start()


BOTH_WAIT = (
    "Nothing to fix. Shown, but for `port`, `staff_pin` of kiosk.toml: "
    "start the kiosk again for that.\n"
)


def forget_the_start() -> None:
    """Let the next start be the first."""
    following.watch.cache_clear()
    following.begun_with.cache_clear()


class NoThread:
    """A thread that never runs. It tells what it would have run."""

    target: object = None

    def __init__(self, target: object, **_: object) -> None:
        NoThread.target = target

    def start(self) -> None: ...


def look() -> None:
    """Let the kiosk see that something changed, and that it has come to rest."""
    for _ in range(2):
        following.watch().whatever_comes(following.watch().look)


def test_a_good_start_keeps_a_copy_and_shows_the_content(sample: Path) -> None:
    following.begin()

    copy = kept_copy(sample)
    assert copy
    assert digest(copy) == digest(sample)
    assert not session.kiosk().is_earlier_copy


def test_a_second_start_shows_what_the_first_one_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    following.begin()
    first = session.kiosk()
    forget_the_start()
    monkeypatch.setattr(judging, "judge", lambda _: pytest.fail("It was judged before."))

    following.begin()

    assert session.kiosk() is not first
    assert session.kiosk().pack == first.pack
    assert session.kiosk().translated.keys() == first.translated.keys()


def test_every_page_is_drawn_ahead_and_the_content_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    following.begin()
    followed = list[object]()
    monkeypatch.setattr(
        following.watch(), "follow_whatever_comes", lambda *given: followed.extend(given)
    )

    following.follow()
    _, then = followed
    assert callable(then)
    then()

    assert NoThread.target is following.follow
    all_pieces = {(draw.__module__, draw.__qualname__, *given) for draw, *given in ahead.pieces()}
    assert all_pieces <= session.kiosk().drawn[session.today()].keys()


def test_a_good_change_is_shown_from_the_next_visit_on_and_kept(
    sample: Path, edited_content: Edit
) -> None:
    following.begin()
    reading, waiting = Screen().tap("start"), Screen()
    edited_content("conditions/short-nights.en.md", "title: Short nights", "title: Newer nights")

    look()

    assert "Newer nights" not in reading.tap("talk").tap("back").words
    assert "Newer nights" in reading.tap("clear").tap("start").words
    assert "Newer nights" in waiting.tap("start").words
    copy = kept_copy(sample)
    assert copy
    assert digest(copy) == digest(sample)


def test_what_counts_only_once_the_kiosk_is_started_again_is_told_without_its_value(
    settings: Path, capsys: Said
) -> None:
    settings.write_text('port = 9000\nstaff_pin = "2468"\n')
    following.begin()
    settings.write_text('port = 9001\nstaff_pin = "8642"\nidle_seconds = 90\n')
    look()
    settings.write_text("port = 9001\n")
    capsys.readouterr()

    look()

    assert capsys.readouterr().err == BOTH_WAIT


def test_what_waits_for_a_start_is_told_once_for_each_change(settings: Path, capsys: Said) -> None:
    settings.write_text('port = 9000\nstaff_pin = "2468"\n')
    following.begin()
    capsys.readouterr()
    for written in (
        "port = 9001\n",
        "port = 9001\nidle_seconds = 90\n",
        "port = 9002\nidle_seconds = 90\n",
        'port = 9000\nstaff_pin = "2468"\nidle_seconds = 90\n',
    ):
        settings.write_text(written)
        look()

    told = capsys.readouterr().err
    assert told == f"{BOTH_WAIT}Nothing to fix. Shown.\n{BOTH_WAIT}Nothing to fix. Shown.\n"


def test_what_counts_at_once_needs_no_start(settings: Path, capsys: Said) -> None:
    settings.write_text("port = 9000\nidle_seconds = 60\n")
    following.begin()
    settings.write_text("port = 9000\nidle_seconds = 120\n")
    capsys.readouterr()

    look()

    assert session.kiosk().settings.idle_seconds == 120
    assert capsys.readouterr().err == "Nothing to fix. Shown.\n"


def test_a_broken_change_is_not_kept(sample: Path, edited_content: Edit) -> None:
    following.begin()
    copy = kept_copy(sample)
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")

    look()

    assert kept_copy(sample) == copy


def test_staff_are_told_of_an_edit_that_broke_beside_a_running_kiosk_until_it_is_mended(
    edited_content: Edit,
) -> None:
    following.begin()
    good = session.kiosk()
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")
    look()

    assert session.kiosk().is_earlier_copy
    assert session.kiosk().pack is good.pack
    assert staff.note() == session.ui().labels.earlier_copy
    edited_content("ui_strings/en.yaml", "welcome_led:", "welcome_lead:")
    look()
    assert not session.kiosk().is_earlier_copy
    assert staff.note() == ""


def test_a_visit_that_has_ended_leaves_its_content_to_be_forgotten(edited_content: Edit) -> None:
    following.begin()
    screen = Screen().tap("start")
    edited_content("ui_strings/en.yaml", LEAD, "welcome_lead: New words.")
    look()

    assert screen.app.session_state["kiosk"] is not session.kiosk()
    screen.tap("clear")

    assert screen.app.session_state["kiosk"] is session.kiosk()


def test_a_broken_start_shows_the_kept_copy_says_so_and_takes_up_what_is_mended(
    sample: Path, edited_content: Edit, capsys: Said
) -> None:
    keep(sample, digest(sample))
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")

    following.begin()

    said = capsys.readouterr().err
    assert re.search(r"ui_strings/en\.yaml:\d+: `labels.welcome_led` is not a field", said)
    assert re.search(r"\nUntil then the copy of \d{4}-\d\d-\d\d, \d\d:\d\d is shown\.\n$", said)
    assert session.kiosk().is_earlier_copy
    edited_content("ui_strings/en.yaml", "welcome_led:", "welcome_lead:")
    look()
    assert not session.kiosk().is_earlier_copy


def test_a_copy_that_newer_rules_refuse_is_not_shown(
    sample: Path, edited_content: Edit, capsys: Said
) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")
    keep(sample, digest(sample))

    following.begin()

    assert not following.is_ready()
    assert capsys.readouterr().err.endswith("The copy that was kept cannot be shown either.\n")


def test_a_disk_that_takes_no_copy_is_told_in_one_line_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "write", full)

    following.begin()

    assert following.is_ready()
    assert capsys.readouterr().err == (
        "No copy of the content could be kept: [Errno 28] No space left on device.\n"
        "Nothing to fix. Shown.\n"
    )


def test_a_log_that_takes_nothing_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, edited_content: Edit
) -> None:
    class FullDisk:
        def write(self, _: str) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stderr", FullDisk())
    following.begin()
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")
    look()
    edited_content("ui_strings/en.yaml", "welcome_led: ", "welcome_lead: ")
    look()

    assert session.ui().labels.welcome_lead == "New words."


@pytest.mark.parametrize("break_content", [False, True])
def test_a_wrong_kiosk_toml_ends_the_start_whatever_the_content_is(
    settings: Path,
    edited_content: Edit,
    break_content: bool,  # noqa: FBT001 (pytest's own way)
) -> None:
    settings.write_text('region = "US"\nidle_second = 60\n')
    if break_content:
        edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")

    with pytest.raises(SystemExit, match=r"kiosk\.toml:2: `idle_second` is not a field"):
        following.begin()


def test_a_condition_that_has_no_file_ends_the_start(settings: Path, sample: Path) -> None:
    settings.write_text('conditions = ["short-night"]\n')
    keep(sample, digest(sample))

    with pytest.raises(SystemExit, match=r"kiosk\.toml:1: No condition is called `short-night`\."):
        following.begin()


def test_a_condition_whose_file_is_broken_does_not_end_the_start(
    settings: Path, edited_content: Edit
) -> None:
    settings.write_text('conditions = ["short-nights"]\n')
    edited_content("conditions/short-nights.en.md", "title: Short", "titel: Short")

    following.begin()

    assert not following.is_ready()


def test_a_wrong_day_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_TODAY", "tomorrow")

    with pytest.raises(SystemExit, match="KIOSK_TODAY is no day: `tomorrow`"):
        following.begin()


def answered(path: str, kind: str = "http") -> tuple[object, bytes]:
    """The status and body that are sent where there may be no content; 200 comes from behind."""
    sent = list[Message]()

    async def behind(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body"})

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": kind, "path": path, "method": "GET", "headers": []}
    to_its_end(not_ready.UntilReady(behind)(scope, receive, send))
    return sent[0].get("status"), sent[-1].get("body", b"")


def test_without_content_every_address_answers_a_page_of_ours_until_there_is_some(
    edited_content: Edit,
) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")
    following.begin()

    for path in ("/", "/guide", "/kiosk/staff", "/static/js/main.js"):
        assert answered(path) == (503, not_ready.FILE.read_bytes())
    assert answered("/_stcore/stream", "websocket") == (None, b"")
    assert {path: answered(path)[0] for path in not_ready.ANSWERED} == dict.fromkeys(
        not_ready.ANSWERED, 200
    )
    edited_content("ui_strings/en.yaml", "welcome_led:", "welcome_lead:")
    look()
    assert answered("/") == (200, b"")


def test_the_shipped_page_is_the_one_that_make_docs_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONTENT", str(SHIPPED))

    assert not_ready.FILE.read_text() == not_ready.page(), "Run `make docs`."


def test_the_page_asks_for_nothing_but_the_guard() -> None:
    html = not_ready.FILE.read_text()

    assert re.findall(r"""(?:src|href|url|content)\s*=?\s*["'(]([^"')]*)""", html) == [
        "width=device-width, initial-scale=1",
        "/kiosk/guard.js",
    ]


def test_a_translation_that_is_not_fit_is_told_and_stops_nothing(
    sample: Path, capsys: Said
) -> None:
    (sample / "ui_strings" / "es.yaml").write_text("language_name: Español\n", encoding="utf-8")

    following.begin()

    assert following.is_ready()
    assert (
        "es: its own words have mistakes. The language is not offered." in capsys.readouterr().err
    )


def test_what_is_drawn_ahead_gives_way_to_pages_that_somebody_waits_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers, rested = iter([True, True, False]), list[float]()
    monkeypatch.setattr(stream, "somebody_waits", lambda: next(answers))
    monkeypatch.setattr(time, "sleep", rested.append)

    ahead.give_way()

    assert len(rested) == 2


def test_what_is_drawn_ahead_is_drawn_in_the_end_however_many_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed = [0.0]
    monkeypatch.setattr(stream, "somebody_waits", lambda: True)
    monkeypatch.setattr(time, "sleep", lambda of: passed.append(passed[-1] + of))
    monkeypatch.setattr(time, "monotonic", lambda: passed[-1])

    ahead.give_way()

    assert passed[-1] >= ahead.LONGEST
