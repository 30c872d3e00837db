"""The files for Prometheus and Grafana: they are right, and ask for nothing that is not told."""

import json
import re
import subprocess
from collections.abc import Iterator

import pytest
from prometheus_client import ProcessCollector
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from logic import metrics
from logic.metrics import Standing
from tests.browser.conftest import PROJECT
from tests.fleet.programs import program

FOLDER = PROJECT / "deploy" / "metrics"
NUMBER = re.compile(r"\bask_first_[a-z_]+|\bprocess_[a-z_]+")
ALERT = re.compile(r"alert(?:name)?: (\w+)")
NOW = Standing("0123", 0, False, 0, 0, 20, 0, True, False)  # noqa: FBT003


@pytest.fixture(scope="module")
def told() -> Iterator[set[str]]:
    """The name of every number that a kiosk tells."""
    own = ProcessCollector(registry=None)
    standings = metrics.Standings(lambda: NOW)
    metrics.REGISTRY.register(own)
    metrics.REGISTRY.register(standings)
    text = metrics.told()[0].decode()
    yield {re.split(r"[{ ]", line)[0] for line in text.splitlines() if not line.startswith("#")} | {
        "ask_first_queue"
    }
    metrics.REGISTRY.unregister(own)
    metrics.REGISTRY.unregister(standings)


@pytest.mark.parametrize(
    "asked",
    [
        ("check", "config", "prometheus.yml"),
        ("check", "rules", "alerts.yml"),
        ("test", "rules", "alerts_test.yml"),
    ],
    ids=" ".join,
)
def test_prometheus_takes_the_files_and_every_alert_does_as_its_examples_say(
    asked: tuple[str, ...],
) -> None:
    ended = subprocess.run(
        [program("promtool"), *asked], cwd=FOLDER, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_alert_has_an_example() -> None:
    rules, examples = ((FOLDER / name).read_text() for name in ("alerts.yml", "alerts_test.yml"))

    assert {*ALERT.findall(rules)} == {*ALERT.findall(examples)}


@pytest.mark.parametrize("name", ["alerts.yml", "dashboard.json"])
def test_what_is_asked_for_is_told(name: str, told: set[str]) -> None:
    asked = {*NUMBER.findall((FOLDER / name).read_text())}

    assert len(asked) > 5
    assert asked - told == set()


def test_every_number_of_ours_is_explained_and_on_the_dashboard(told: set[str]) -> None:
    ours = {
        re.sub(r"_(bucket|count|sum)$", "", one)
        for one in told
        if one.startswith("ask_first_") and not one.endswith("_created")
    }
    explained = (FOLDER / "README.md").read_text()

    assert {one for one in ours if f"`{one}" not in explained} == set()
    shown = (FOLDER / "dashboard.json").read_text()
    left_out = {"ask_first_content_is_earlier_copy"}  # its problems are shown
    assert {one for one in ours - left_out if one not in shown} == set()


def test_the_dashboard_is_one_that_grafana_takes_in() -> None:
    panels = json.loads((FOLDER / "dashboard.json").read_text())["panels"]

    assert len({panel["id"] for panel in panels}) == len(panels) > 10
    for panel in panels:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        assert panel["title"]
        assert all(target["expr"] for target in panel["targets"])


def test_what_a_kiosk_tells_is_openmetrics_to_the_letter(told: set[str]) -> None:
    text = metrics.told()[0].decode()
    families = text_string_to_metric_families(text)  # type: ignore[no-untyped-call]

    assert {one.name for one in families} >= {"ask_first_visits", "ask_first", "ask_first_queue"}
    assert told
