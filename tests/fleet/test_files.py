"""The files of deploy/ for many rooms: they are what they say, to the tools that will read them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from logic.settings import Settings, read_settings
from tests.browser.conftest import PROJECT
from tests.fleet.programs import program

FLEET, KUBERNETES = PROJECT / "deploy" / "fleet", PROJECT / "deploy" / "kubernetes"
MANIFESTS = sorted(KUBERNETES.glob("*.yaml"))
BESIDE_PYTHON = Path(sys.executable).parent  # where pip puts the programs of packages


def said_by(*command: str | Path) -> str:
    """What a checker says, empty where it finds nothing; it fails where it says no word of why."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    told = ended.stdout + ended.stderr
    assert ended.returncode == 0 or told
    return "" if ended.returncode == 0 else told


def documents(path: Path) -> list[dict[str, Any]]:
    """Every document in a file of YAML."""
    return list(yaml.safe_load_all(path.read_text()))


@pytest.fixture(scope="module")
def manifests() -> dict[str, dict[str, Any]]:
    """Every manifest by its kind and name."""
    every = [one for path in MANIFESTS for one in documents(path)]
    return {f"{one['kind']} {one['metadata']['name']}": one for one in every}


def test_haproxy_takes_its_file_without_a_warning() -> None:
    checked = subprocess.run(
        [program("haproxy"), "-c", "-f", FLEET / "haproxy.cfg"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stderr
    assert "WARNING" not in checked.stderr


def test_the_image_is_built_as_hadolint_would_have_it() -> None:
    assert said_by(BESIDE_PYTHON / "hadolint", FLEET / "Containerfile") == ""


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_every_manifest_is_one_of_kubernetes_own(path: Path) -> None:
    assert said_by(BESIDE_PYTHON / "kubernetes-validate", "--strict", path) == ""


def test_the_image_holds_all_that_a_kiosk_reads_and_nothing_of_a_clinic() -> None:
    copied = re.findall(
        r"^COPY (?!--from)(.+) \S+$", (FLEET / "Containerfile").read_text(), re.MULTILINE
    )
    names = {name for one in copied for name in one.split()}
    kept = {
        line[1:] for line in (PROJECT / ".dockerignore").read_text().splitlines() if "!" in line
    }

    assert names == kept
    assert all((PROJECT / name).exists() for name in names)


def test_whatever_runs_has_no_rights_and_a_root_that_it_cannot_write_to(
    manifests: dict[str, dict[str, Any]],
) -> None:
    own = documents(FLEET / "compose.yaml")[0]["services"]
    pods = [manifests[name]["spec"]["template"]["spec"]
            for name in ("StatefulSet servers", "StatefulSet counts")]  # fmt: skip

    for room in (own["room-a"], own["room-b"], own["balancer"]):
        assert (room["read_only"], room["cap_drop"]) == (True, ["ALL"])
    for pod in pods:
        assert pod["securityContext"]["runAsNonRoot"]
        assert not pod["automountServiceAccountToken"]
        for one in pod["containers"]:
            may = one["securityContext"]
            assert (may["readOnlyRootFilesystem"], may["allowPrivilegeEscalation"]) == (True, False)
            assert may["capabilities"] == {"drop": ["ALL"]}
    assert "\nUSER 10001:10001\n" in (FLEET / "Containerfile").read_text()


def settings_of_kubernetes(folder: Path, manifests: dict[str, dict[str, Any]]) -> Settings:
    """What its servers read."""
    (folder / "kiosk.toml").write_text(manifests["ConfigMap settings"]["data"]["kiosk.toml"])
    return read_settings(folder / "kiosk.toml")


def test_a_server_is_given_longer_than_its_visits(
    manifests: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    pod = manifests["StatefulSet servers"]["spec"]["template"]["spec"]
    pause = pod["containers"][0]["lifecycle"]["preStop"]["sleep"]["seconds"]
    rooms = documents(FLEET / "compose.yaml")[0]["services"]

    waits = settings_of_kubernetes(tmp_path, manifests).drain_seconds
    assert pod["terminationGracePeriodSeconds"] > waits + pause > waits > 0
    waits = read_settings(FLEET / "kiosk.toml").drain_seconds
    minutes = re.fullmatch(r"(\d+)m", rooms["room-a"]["stop_grace_period"])
    assert minutes
    assert int(minutes[1]) * 60 > waits > 0


def mounted(pod: dict[str, Any], path: str) -> str:
    """The name of what lies at a path in a container."""
    (name,) = (
        one["name"] for one in pod["containers"][0]["volumeMounts"] if one["mountPath"] == path
    )
    return str(name)


def test_what_waits_for_the_database_outlives_the_server_on_whose_disk_it_is(
    manifests: dict[str, dict[str, Any]],
) -> None:
    servers = manifests["StatefulSet servers"]["spec"]
    fleet = documents(FLEET / "compose.yaml")[0]
    rooms = [fleet["services"][name]["volumes"] for name in ("room-a", "room-b")]

    kept = [one["metadata"]["name"] for one in servers["volumeClaimTemplates"]]
    assert mounted(servers["template"]["spec"], "/var/lib/ask-first") in kept
    states = {one.split(":")[0] for room in rooms for one in room if "/var/lib/ask-first" in one}
    assert len(states) == 2  # two servers in one folder would keep nothing
    assert states <= {*fleet["volumes"]}


def test_visits_are_counted_where_one_word_says_so_and_no_file_holds_the_password(
    manifests: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    fleet = documents(FLEET / "compose.yaml")[0]["services"]
    given = manifests["StatefulSet servers"]["spec"]["template"]["spec"]["containers"][0]["env"]
    asked = manifests["StatefulSet counts"]["spec"]["template"]["spec"]["containers"][0]["env"]
    secrets = {
        one["name"]: {key: one["valueFrom"]["secretKeyRef"][key] for key in ("name", "key")}
        for one in (*given, *asked)
        if "valueFrom" in one
    }

    for told in (
        settings_of_kubernetes(tmp_path, manifests),
        read_settings(FLEET / "kiosk.toml"),
    ):
        assert not told.counts.on
        assert told.counts.database == "postgresql://ask_first@counts/ask_first"
    assert "Service counts" in manifests
    assert secrets["PGPASSWORD"] == secrets["POSTGRES_PASSWORD"]
    (password,) = {
        fleet["room-a"]["environment"]["PGPASSWORD"],
        fleet["room-b"]["environment"]["PGPASSWORD"],
        fleet["counts"]["environment"]["POSTGRES_PASSWORD"],
    }
    assert password == "${COUNTS_PASSWORD:-}"


def test_the_ingress_does_what_haproxy_does_in_front_of_a_fleet(
    manifests: dict[str, dict[str, Any]],
) -> None:
    (denied,) = re.findall(
        r"deny_status 404 if \{ path,url_dec -m beg (.+) \}", (FLEET / "haproxy.cfg").read_text()
    )
    told = manifests["Ingress screens"]["metadata"]["annotations"]
    lines = [one.strip() for one in (FLEET / "haproxy.cfg").read_text().splitlines()]

    assert denied.split() == ["/health/", "/kiosk/metrics", "/_stcore/metrics"]
    same = told["haproxy.org/backend-config-snippet"].splitlines()
    assert len(same) > 5
    assert [one for one in same if one not in lines] == []
    assert f"balance {told['haproxy.org/load-balance']}" in lines
    cookie = told["haproxy.org/cookie-persistence"]
    assert any(one.startswith(f"cookie {cookie} ") for one in lines)


def test_what_is_selected_is_there_and_what_is_mounted_is_named(
    manifests: dict[str, dict[str, Any]],
) -> None:
    labels = {
        one["spec"]["template"]["metadata"]["labels"]["app"]
        for name, one in manifests.items()
        if name.startswith("StatefulSet")
    }
    selecting = [
        one["spec"].get("selector", {}).get("matchLabels", one["spec"].get("selector"))
        for name, one in manifests.items()
        if name.startswith(("Service", "PodDisruptionBudget"))
    ]
    servers = manifests["StatefulSet servers"]["spec"]
    pod = servers["template"]["spec"]
    own = [one["metadata"] for one in servers["volumeClaimTemplates"]]

    assert {one["app"] for one in selecting if one} == labels
    assert {one["name"] for one in pod["containers"][0]["volumeMounts"]} == {
        one["name"] for one in [*pod["volumes"], *own]
    }
    assert "PersistentVolumeClaim content" in manifests
