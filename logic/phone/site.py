"""The site that a clinic puts on its own server.

A page for each language, the page that leads to them, and two files beside.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from logic.content.pack import Pack
from logic.content.problems import ContentError, Problem
from logic.phone.codes import shared
from logic.phone.front import front
from logic.phone.page import MADE_BY, PhonePage
from logic.settings import Settings
from logic.withheld import offered

PAGE = "index.html"
BESIDE = ("ask-first.css", "ask-first.js")
OURS = f'<meta name="generator" content="{MADE_BY}">'


def site(packs: Sequence[Pack], settings: Settings, today: date) -> dict[str, str]:
    """Every file of the site by its name in the folder, with what stands in it."""
    here = Path(__file__).parent
    names = [(pack.language, pack.ui_strings.language_name) for pack in packs]
    files = {name: (here / name).read_text(encoding="utf-8") for name in BESIDE}
    pages = [PhonePage(pack, settings, offered(pack, settings.conditions), today) for pack in packs]
    files[PAGE] = front(pages)
    for page in pages:
        language = page.pack.language
        files[f"{language}/{PAGE}"] = page.html([one for one in names if one[0] != language])
    return files


def codes_are_unequal(pack: Pack, folder: Path) -> None:
    """Raise ContentError where a code would stand for two questions, or for two conditions."""
    for kind, names in (("conditions", pack.condition), ("questions", pack.question)):
        for lot in shared(names):
            told = " and ".join(f"`{name}`" for name in lot)
            message = f"{told} have the same short code on phones. Rename the newer one."
            raise ContentError([Problem(folder / kind, 1, message)])


def write_site(files: dict[str, str], folder: Path) -> None:
    """Write a site into a folder that is new, empty, or holds nothing but an earlier such site.

    Raises ContentError where that cannot be, and writes nothing where anything else stands there.
    """
    try:
        if other := next(others_in(folder, files), None):
            message = "This file is not of the site. Name a new or an empty folder."
            raise ContentError([Problem(other, 1, message)])
        put_in(files, folder)
    except OSError as error:
        why = f"{folder} cannot be written: {error.strerror}"
        message = f"{why}. Name a folder in which you may write."
        raise ContentError([Problem(Path(error.filename or folder), 1, message)]) from error


def put_in(files: dict[str, str], folder: Path) -> None:
    """Write a site into a folder, in the place of an earlier one."""
    for left in folder.glob(f"*/{PAGE}"):
        left.unlink()  # it would say what nobody keeps true any more
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def others_in(folder: Path, files: dict[str, str]) -> Iterator[Path]:
    """The files in a folder that no earlier site left there; the folder itself if it is a file."""
    if folder.exists() and not folder.is_dir():
        yield folder
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_page = path.name == PAGE and is_ours(path)  # of a language that is gone, too
        if not path.is_dir() and not is_page and not (name in files and name in BESIDE):
            yield path


def is_ours(path: Path) -> bool:
    """Whether a page is one that the kiosk wrote."""
    return OURS in path.read_text(encoding="utf-8", errors="replace")
