"""The door of the staff view: only this machine comes in, whatever kiosk.toml says of the kiosk."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from logic import door as asked_for
from logic.settings import Settings
from logic.staff.papers import FOLDER
from pages.parts import door

HERE = Settings()  # as of a clinic that says nothing of itself: it answers on loopback alone
ALONE = (
    "The staff view answers this machine alone. "
    f"Start it with `make staff`, or with `--server.address {HERE.address}`."
)


class Shown:
    """What the view that was shown last leads to: papers, by their names."""

    papers: Mapping[str, bytes] = {}


SHOWN = Shown()


class StaffDoor(door.Door):
    """The kiosk's own door, with nothing of a kiosk's behind it: no staff's PIN, no numbers."""

    is_guarded = False  # its page is Streamlit's own

    def __init__(self, app: ASGIApp) -> None:
        """Let in what Streamlit's page asks for."""
        super().__init__(app, HERE)
        streamlits = {one for one in self.lock.paths if not one.startswith("/kiosk/")}
        inner = {"/_stcore/health": HERE.health_for}
        self.lock = replace(self.lock, paths=frozenset(streamlits), inner_paths=inner)

    def own_answer(self, asked: asked_for.Asked) -> Response | None:
        """Any path but that of the page, of a paper or of Streamlit's own leads nowhere."""
        is_known = asked.path in {"/", *self.lock.paths, *self.lock.inner_paths}
        is_paper = asked.path.startswith(f"/{FOLDER}/")
        return None if is_known or is_paper else Response(status_code=404)


def open_here_only() -> None:
    """Hold the server to loopback. Raises SystemExit where it is about to answer elsewhere."""
    try:
        door.open_only(HERE.address, HERE)
    except SystemExit:
        raise SystemExit(ALONE) from None


def papers() -> Route:
    """The way to the papers that the page names."""
    return Route(f"/{FOLDER}/{{name}}", paper)


def paper(request: Request) -> Response:
    """One paper, to be kept: a browser's own viewer may run nothing under the door's headers."""
    name = request.path_params["name"]
    found = SHOWN.papers.get(name)
    if found is None:
        return Response(status_code=404)
    kept = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(found, media_type="application/pdf", headers=kept)
