"""Two photographs of a page held against each other, and the page that shows them side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageOps

Image.MAX_IMAGE_PIXELS = None  # a long page with everything opened is a long picture, and our own
AROUND = 300  # pixels shown above and below what differs
NOISE = 8  # of 255: Chromium 156 rounds the edge of a curve now so, now so
GAP = 40  # pixels between before and after
COLOUR = "#d0006f"  # of the frame around what differs: nowhere else on a page

HEAD = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Preview</title>
<style>
body { font: 18px/1.5 sans-serif; margin: 2rem; }
img { max-width: 100%; border: 1px solid #6f8589; }
li { overflow-wrap: anywhere; }
</style>
"""


@dataclass(frozen=True)
class Photo:
    """A picture of a page, and the texts that a tap on it would open."""

    picture: Path
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """A page before and after: a picture of where they differ, and the texts that a tap opens."""

    name: str
    what: str
    picture: Path | None
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything of the page is not as it was."""
        return self.what != "unchanged"


def compared(before: dict[str, Photo], after: dict[str, Photo], folder: Path) -> list[Comparison]:
    """Each page before and after, those that differ first."""
    names = list(dict.fromkeys([*after, *before]))
    pairs = [
        comparison(name, before.get(name), after.get(name), folder / f"{name}.png")
        for name in names
    ]
    return sorted(pairs, key=lambda pair: not pair.differs)


def comparison(name: str, before: Photo | None, after: Photo | None, path: Path) -> Comparison:
    """A page before and after; where they look different, a picture of both goes to `path`."""
    if before is None or after is None:
        only = before or after
        what = "gone" if after is None else "new"
        return Comparison(name, what, only.picture if only else None)
    gone = tuple(note for note in before.notes if note not in after.notes)
    come = tuple(note for note in after.notes if note not in before.notes)
    if side_by_side(before.picture, after.picture, path):
        return Comparison(name, "changed", path, gone, come)
    what = "changed in what a tap opens" if gone or come else "unchanged"
    return Comparison(name, what, None, gone, come)


def side_by_side(before: Path, after: Path, path: Path) -> bool:
    """Whether two pictures differ; if so, where they do is kept, side by side and framed."""
    with Image.open(before) as one, Image.open(after) as other:
        pair = [one.convert("RGB"), other.convert("RGB")]
    above = alike(*pair)
    if above == pair[0].height == pair[1].height:  # `alike` to the last row
        return False
    lower = min(one.height for one in pair) - above
    below = min(alike(*(ImageOps.flip(one) for one in pair)), lower)
    parts = [differing_part(one, above, one.height - below) for one in pair]
    size = (sum(part.width for part in parts) + GAP, max(part.height for part in parts))
    joined = Image.new("RGB", size, "white")
    joined.paste(parts[0], (0, 0))
    joined.paste(parts[1], (parts[0].width + GAP, 0))
    joined.save(path)
    return True


def alike(one: Image.Image, other: Image.Image) -> int:
    """How many rows from the top are the same in both."""
    difference = ImageChops.difference(one, other)
    box = difference.point(lambda level: 255 if level > NOISE else 0).getbbox()
    return box[1] if box else min(one.height, other.height)


def differing_part(picture: Image.Image, top: int, bottom: int) -> Image.Image:
    """The rows from `top` to `bottom` in a frame, with some around them."""
    frame = (2, max(top - 6, 0), picture.width - 3, min(bottom + 6, picture.height - 1))
    ImageDraw.Draw(picture).rectangle(frame, outline=COLOUR, width=4)
    shown = (0, max(top - AROUND, 0), picture.width, min(bottom + AROUND, picture.height))
    return picture.crop(shown)


def written(pairs: Iterable[Comparison], condition: str, folder: Path) -> Path:
    """The page that shows all pairs, those that differ first; where it was written."""
    path = folder / "index.html"
    title = f"<h1>{escape(condition)}: the last commit, and the files now</h1>\n"
    path.write_text(HEAD + title + "".join(told(pairs, folder)), encoding="utf-8")
    return path


def told(pairs: Iterable[Comparison], folder: Path) -> Iterator[str]:
    """What is told of each pair: its pictures and texts, or that nothing of it changed."""
    for pair in pairs:
        yield f"<h2>{escape(pair.name)}: {pair.what}</h2>\n"
        if pair.picture:
            link = pair.picture.relative_to(folder).as_posix()
            alt = "Left: before. Right: after." if pair.what == "changed" else pair.what
            yield f'<p>{alt}</p><p><a href="{link}"><img src="{link}" alt="{alt}"></a></p>\n'
        whole = [f"{when}/{pair.name}.png" for when in ("before", "after")]
        links = [f'<a href="{one}">{one}</a>' for one in whole if (folder / one).exists()]
        yield f"<p>The whole page: {', '.join(links)}</p>\n"
        for title, texts in (("No longer opens", pair.gone), ("Opens now", pair.come)):
            if texts:
                items = "".join(f"<li>{escape(text)}</li>" for text in texts)
                yield f"<p>{title} on a tap:</p><ul>{items}</ul>\n"
