"""What of a visit is counted, where the clinic wants that, and that visitors are told so."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from logic import metrics
from logic.counts.database import Database
from logic.counts.keeper import Keeper, counts_folder, database_of
from logic.counts.things import Kind, Thing
from logic.pseudo import LANGUAGE, add_to
from logic.settings import Counts, Settings
from pages.parts import counting, guard, session, staff
from pages.parts.door import Door
from pages.parts.screens import SCREENS
from tests.app.running import to_its_end
from tests.app.screen import Screen
from tests.conftest import SAMPLE
from tests.counts.conftest import DAY, VISIT

COUNTED = "[counts]\non = true\n"
STREAMLITS_TEST = "test session id"  # the name of every session of an AppTest


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> Iterator[None]:
    """Each test begins with nothing, and one screen, on which no visit is under way."""
    counting.TALLY.take()
    counting.UNDER_WAY.clear()
    SCREENS.comes(STREAMLITS_TEST)
    yield
    SCREENS.goes(STREAMLITS_TEST)
    counting.TALLY.take()
    counting.UNDER_WAY.clear()
    metrics.QUEUES.pop("counts", None)


@pytest.fixture
def counted(settings: Path) -> Screen:
    """A kiosk whose clinic has visits counted."""
    settings.write_text(COUNTED)
    return Screen()


def told() -> Counter[Thing]:
    """What was counted so far today."""
    return Counter({thing: n for (_, thing), n in counting.TALLY.counted.items()})


def of(kind: Kind) -> dict[str, int]:
    """What was counted of one kind, by name."""
    return {thing.name: n for thing, n in told().items() if thing.kind == kind}


def whole_visit(screen: Screen) -> Screen:
    """Every step of a visit in its order."""
    screen.tap("start").tap("condition-short-nights").tap("open-found").tap("next")
    return screen.tap("next").tap("next").tap("next")


def test_without_a_word_of_the_clinics_nothing_is_counted(screen: Screen) -> None:
    whole_visit(screen).tap("clear")

    assert told() == Counter()


def test_a_screen_that_nobody_touches_counts_nothing(counted: Screen) -> None:
    counted.app.run()

    assert told() == Counter()


def test_a_whole_visit_counts_each_thing_once(counted: Screen) -> None:
    whole_visit(counted).tap("back").tap("back").tap("back").tap("next").tap("clear")

    assert told() == Counter(
        [
            VISIT,
            Thing("condition", "short-nights"),
            Thing("language", "en"),
            Thing("end", "cleared"),
            *(
                Thing("page", step)
                for step in ("conditions", "guide", "studies", "assessment", "referral")
            ),
        ]
    )


def test_the_next_visit_counts_anew(counted: Screen) -> None:
    for _ in range(2):
        counted.tap("start").tap("condition-short-nights").tap("clear")

    assert told()[VISIT] == 2
    assert of("condition") == {"short-nights": 2}
    assert of("end") == {"cleared": 2}


def test_a_clear_screen_that_is_cleared_ends_no_visit(counted: Screen) -> None:
    counted.tap("clear").tap("clear")

    assert told() == Counter()


def test_questions_what_matters_recalls_and_what_is_taken_home_are_never_counted(
    counted: Screen,
) -> None:
    counted.tap("start").tap("condition-short-nights").tap("next").tap("next")
    before = told()

    counted.tap("next")
    for name in [one for one in counted.controls if one.startswith("ask")]:
        if name in counted.controls:
            counted.tap(name)
    counted.tap("to-matters")
    counted.tap(next(one for one in counted.controls if one.startswith("concern-")))
    counted.tap("back").tap("to-recall")
    counted.tap(next(one for one in counted.controls if one.startswith("recall-")))
    counted.tap("back").tap("to-take_home")

    assert told() == before


def test_the_language_is_that_in_which_pages_are_read(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_to(SAMPLE, tmp_path / "both")
    monkeypatch.setenv("KIOSK_CONTENT", str(tmp_path / "both"))
    settings.write_text(COUNTED)

    Screen().tap(f"language-{LANGUAGE}").tap("start")

    assert of("language") == {LANGUAGE: 1}


def test_a_visit_goes_by_what_the_clinic_said_when_it_began(
    counted: Screen, settings: Path
) -> None:
    counted.tap("start")
    settings.write_text("# Nothing any more.\n")
    session.read_once.cache_clear()

    counted.tap("condition-short-nights").tap("clear").tap("start")

    assert told()[VISIT] == 1
    assert of("condition") == {"short-nights": 1}


def test_what_is_counted_stands_on_the_page_about_the_kiosk_where_it_is(
    counted: Screen,
) -> None:
    labels = session.ui().labels

    counted.tap("step-about")

    assert labels.about_counts_title in counted.words
    assert labels.about_counts in counted.words


def test_the_first_page_says_that_totals_are_kept_where_they_are(counted: Screen) -> None:
    labels = session.ui().labels

    assert labels.welcome_kept_counted in counted.words
    assert labels.welcome_kept not in counted.words
    assert labels.clearing_counted in guard.guard(session.kiosk(), locked=True)


def test_where_nothing_is_counted_nobody_says_that_something_is(screen: Screen) -> None:
    labels = session.ui().labels

    assert labels.welcome_kept in screen.words
    assert labels.about_counts not in screen.tap("step-about").words
    assert labels.clearing_counted not in guard.guard(session.kiosk(), locked=True)


def a_screen_that_is_left(door: Door, named: str) -> None:
    """A WebSocket on which Streamlit tells the name of a session, in which a visit begins."""
    scope = {"type": "websocket", "headers": [], "path": "/_stcore/stream"}

    async def nothing(_: Message | None = None) -> Message:
        return {}

    async def streamlit(_: Scope, __: Receive, send: Send) -> None:
        hello = ForwardMsg()
        hello.new_session.initialize.session_id = named
        await send({"type": "websocket.send", "bytes": hello.SerializeToString()})
        counting.add(named, [VISIT])

    door.app = streamlit
    to_its_end(door.visit("127.0.0.1", scope, nothing, nothing))  # type: ignore[arg-type]


def test_a_visit_whose_browser_goes_has_left_and_none_is_under_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Runtime:
        def mark_session_nonresumable(self, _: str) -> None: ...

    monkeypatch.setattr(runtime, "get_instance", Runtime)
    door = Door(None, Settings())  # type: ignore[arg-type]

    a_screen_that_is_left(door, "this one")

    assert of("end") == {"left": 1}
    assert set() == counting.UNDER_WAY


def test_what_is_still_being_drawn_for_a_screen_that_is_gone_counts_nothing(
    counted: Screen,
) -> None:
    counted.tap("start")
    SCREENS.goes(STREAMLITS_TEST)
    counting.ended(STREAMLITS_TEST, "left")

    counted.tap("condition-short-nights")

    assert of("end") == {"left": 1}
    assert of("condition") == {}
    assert set() == counting.UNDER_WAY


def test_a_screen_that_goes_while_its_page_is_counted_is_gone_before_or_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked_under_lock = list[bool]()

    class Served(set[str]):
        def __contains__(self, _: object) -> bool:
            asked_under_lock.append(counting.LOCK.locked())
            return True

    monkeypatch.setattr(SCREENS, "served", Served())

    counting.add("this one", [VISIT])

    assert asked_under_lock == [True]


class Wrong:
    """A keeper with troubles."""

    def __init__(self) -> None:
        self.troubles, self.waiting = dict[str, str](), ["one day", "another"]

    def stop(self) -> None: ...


def test_staff_are_told_that_counts_wait_or_were_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    labels, wrong = session.ui().labels, Wrong()
    monkeypatch.setattr(counting, "KEEPERS", [wrong])
    assert staff.note() == ""

    wrong.troubles["database"] = "away"
    assert staff.note() == labels.counts_wait
    wrong.troubles["dropped"] = "one day"
    assert staff.note() == f"{labels.counts_wait} {labels.counts_dropped}"
    del wrong.troubles["database"]
    assert staff.note() == labels.counts_dropped
    assert counting.waiting() == 2


def test_a_kiosk_that_ends_has_kept_its_counts_beside_what_it_keeps_of_the_content(
    counted: Screen,
) -> None:
    settings, said = session.kiosk().settings, list[str]()
    counting.begin(settings)
    counted.tap("start")

    async def server(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "lifespan.shutdown.complete"})

    async def nothing() -> Message:
        return {}

    async def send(message: Message) -> None:
        said.append(
            f"{message['type']}, {database_of(settings.counts).days()['kiosk'][DAY][VISIT]}"
        )

    to_its_end(counting.UntilTheEnd(server)({"type": "lifespan"}, nothing, send))

    assert said == ["lifespan.shutdown.complete, 1"]
    assert metrics.QUEUES["counts"]() == 0
    assert {path.name for path in counts_folder().iterdir()} >= {"counts.sqlite", "days.0"}
    assert counting.KEEPERS == []


def test_a_clinic_that_counts_nothing_has_no_folder_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Keeper, "start", lambda _: pytest.fail("it was started"))

    counting.begin(Settings())

    assert not counts_folder().exists()


def test_a_database_that_a_clinic_names_takes_the_counts() -> None:
    named = Counts(on=True, kiosk="lobby", database="postgresql://kiosk@db.internal/counts")

    assert database_of(named) == Database("postgresql://kiosk@db.internal/counts")
