"""The steps of an image's build file, done in plain folders: no registry of images is needed.

A folder stands for an image: Debian as debootstrap lays it down, then each step in a chroot. What
this machine knows of where packages come from goes in with it, and stays out of the real image.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.conftest import PROJECT

DEBIAN = "docker.io/library/debian:12-slim"
NEEDED = {"debootstrap": "debootstrap", "unshare": "util-linux", "ip": "iproute2"}
MINE = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/apt", "/etc/ssl/certs",
        "/usr/share/ca-certificates", "/usr/local/share/ca-certificates")  # fmt: skip
PLACES = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# In namespaces of its own: a root that nothing can write to, no network but loopback.
LOCKED = """
set -e
ip link set lo up
mount --make-rprivate /
mount --bind "$ROOT" "$ROOT"
mount -o remount,ro,bind "$ROOT"
mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"
mount -t tmpfs -o mode=0700,uid=10001,gid=10001 tmpfs "$ROOT/var/lib/ask-first"
exec "$@"
"""


@dataclass
class Image:
    """A folder that stands for an image, and what its file says of how it is run."""

    root: Path
    env: dict[str, str] = field(default_factory=lambda: {"PATH": PLACES})
    folder: str = "/"
    user: str = "0:0"
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)

    def inside(self, *command: str, user: str = "0:0", **more: str) -> list[str]:
        """A command as it runs in the image's own folder."""
        known = [f"{name}={value}" for name, value in {**self.env, **more}.items()]
        steps = f"cd {shlex.quote(self.folder)} && exec {shlex.join(command)}"
        root = ["chroot", f"--userspec={user}", "--groups=", str(self.root)]
        return [*root, "/usr/bin/env", "-i", *known, "/bin/sh", "-ec", steps]

    def runs(self, told: str) -> None:
        """Do one step of the build, with what this machine knows of packages."""
        own = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        step = ("/bin/sh", "-ec", told)
        subprocess.run(self.inside(*step, DEBIAN_FRONTEND="noninteractive", **own), check=True)

    def takes(self, names: list[str], source: Path, to: str) -> None:
        """Copy files and folders in, as COPY does: of a folder, what is in it."""
        target = self.root / Path("/", self.folder, to).relative_to("/")
        is_folder = to.endswith("/") or len(names) > 1
        for name in names:
            found = source / name.lstrip("/")
            into = target / found.name if is_folder and found.is_file() else target
            into.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-aT", found, into], check=True)

    @contextmanager
    def running(self, log: Path) -> Iterator[subprocess.Popen[bytes]]:
        """Run it as it says, locked, until the block ends."""
        inside = self.inside(*self.command, user=self.user)
        locked = ["unshare", "--mount", "--net", "/bin/sh", "-c", LOCKED, "sh", *inside]
        with log.open("wb") as said:
            started = subprocess.Popen(
                locked, env={**os.environ, "ROOT": str(self.root)}, stdout=said, stderr=said
            )
            try:
                yield started
            finally:
                started.kill()
                started.wait()

    def beside(self, started: subprocess.Popen[bytes], *command: str) -> int:
        """How a command ends that runs in the same namespaces, as the same user."""
        inside = self.inside(*command, user=self.user)
        enter = ["nsenter", "--target", str(started.pid), "--mount", "--net"]
        return subprocess.run([*enter, *inside], capture_output=True, check=False).returncode


def built(file: Path, folder: Path) -> Image:
    """Do every step of a build file; the last of its stages."""
    stages, image = dict[str, Image](), Image(folder)
    debian = folder / "debian"
    subprocess.run(["debootstrap", "--variant=minbase", "bookworm", debian], check=True)
    for one in MINE:
        if Path(one).exists():
            target = debian / one.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-aLT", one, target], check=True)
    for name, told in steps_in(file.read_text()):
        if name == "FROM":
            of, *named = told.replace(" AS ", " ").split()
            assert of == DEBIAN
            image = Image(folder / f"stage-{len(stages)}")
            stages[named[0] if named else "last"] = image
            subprocess.run(["cp", "-a", debian, image.root], check=True)
        else:
            does(image, name, told, stages)
    shutil.rmtree(debian)
    return image


def does(image: Image, name: str, told: str, stages: dict[str, Image]) -> None:
    """Do one step, or take what it says of how the image is run."""
    if name == "RUN":
        image.runs(told)
    elif name == "COPY":
        *names, to = told.split()
        of = re.fullmatch(r"--from=(\w+)", names[0])
        image.takes(names[1:] if of else names, stages[of[1]].root if of else PROJECT, to)
    elif name == "WORKDIR":
        image.folder = told
        (image.root / told.lstrip("/")).mkdir(parents=True, exist_ok=True)
    elif name in ("ARG", "ENV"):
        given = (one.partition("=") for one in told.split())
        image.env |= {key: image.env.get(value[1:], value) for key, _, value in given}
    elif name == "USER":
        image.user = told
    elif name == "CMD":
        image.command = listed(told)
    elif name == "HEALTHCHECK":
        image.health = listed(told.partition("CMD ")[2])
    else:
        assert name in ("EXPOSE", "STOPSIGNAL"), name


def listed(told: str) -> list[str]:
    """A command as it is written in a list of JSON."""
    found: list[str] = json.loads(told)
    return found


def steps_in(text: str) -> Iterator[tuple[str, str]]:
    """Each step of a build file, and what it says."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for step in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        if step.strip():
            name, _, told = step.partition(" ")
            yield name, told.strip()
