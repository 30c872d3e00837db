"""What a clinic's tools are told in numbers, and that no number tells of anybody."""

import re

import pytest
from prometheus_client import CollectorRegistry

from logic import metrics
from logic.metrics import Standing, Standings
from logic.screens import Screens

NOW = Standing("0123456789abcdef", 1_700_000_000, True, 2, 3, 20, 1, False, True)  # noqa: FBT003


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> CollectorRegistry:
    """Numbers of this test's own, about a kiosk that stands as above."""
    own = CollectorRegistry()
    own.register(Standings(lambda: NOW))
    monkeypatch.setattr(metrics, "QUEUES", {"print": lambda: 4})
    return own


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("content_timestamp_seconds", 1_700_000_000), ("content_is_earlier_copy", 1),
        ("problems", 2), ("screens", 3), ("places", 20), ("visits_under_way", 1), ("ready", 0),
        ("draining", 1),
    ],
)  # fmt: skip
def test_how_a_kiosk_stands_is_told_when_somebody_asks(
    registry: CollectorRegistry, name: str, number: float
) -> None:
    assert registry.get_sample_value(f"ask_first_{name}") == number


def test_the_content_is_named_by_what_is_in_it_and_the_software_as_it_was_built(
    registry: CollectorRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_VERSION", "2026.11")

    told = {"content": "0123456789ab", "version": "2026.11"}

    assert registry.get_sample_value("ask_first_info", told) == 1


def test_whoever_has_a_queue_says_how_long_it_is(registry: CollectorRegistry) -> None:
    metrics.QUEUES["counts"] = lambda: 7

    assert registry.get_sample_value("ask_first_queue", {"of": "print"}) == 4
    assert registry.get_sample_value("ask_first_queue", {"of": "counts"}) == 7


def test_a_wipe_is_counted_by_its_cause_and_by_no_word_of_a_strangers() -> None:
    def counted(cause: str) -> float | None:
        return metrics.REGISTRY.get_sample_value("ask_first_wipes_total", {"cause": cause})

    before = counted("nobody") or 0
    for cause in ("nobody", "depression", None):
        metrics.wiped(cause)

    assert counted("nobody") == before + 1
    assert counted("depression") is None


def test_no_label_holds_what_a_visitor_could_have_chosen() -> None:
    metrics.tapped(0.02)
    told = metrics.told()[0].decode()

    labels = {*re.findall(r'(\w+="[^"]*")', told)}
    causes = {f'cause="{cause}"' for cause in metrics.CAUSES}
    assert {one for one in labels if not one.startswith("le=")} == causes
    assert told.endswith("# EOF\n")


def test_a_visit_begins_with_the_first_page_that_is_not_clear_and_once() -> None:
    begun = list[int]()
    screens = Screens(lambda: begun.append(1))
    screens.comes("a")

    for is_clear in (True, False, False, True, False):
        screens.shows("a", is_clear=is_clear)

    assert len(begun) == 2
    assert screens.under_way == {"a"}


def test_of_a_screen_that_is_gone_nothing_is_kept_whenever_its_last_page_is_drawn() -> None:
    begun = list[int]()
    screens = Screens(lambda: begun.append(1))
    screens.comes("a")
    screens.shows("a", is_clear=False)

    screens.goes("a")
    left = (set(screens.served), set(screens.under_way))
    screens.shows("a", is_clear=False)

    assert left == (screens.served, screens.under_way) == (set(), set())
    assert len(begun) == 1
