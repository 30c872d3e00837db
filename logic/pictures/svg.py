"""What every picture is drawn with: ink for what is better and worse, and its own address."""

from urllib.parse import quote

from logic.content.vocabulary import HigherIs

INK: dict[HigherIs, str] = {"better": "#0B5563", "worse": "#6B3600"}
PAPER = "#FFFFFF"


def drawing(width: float, height: float, shapes: str) -> str:
    """An SVG of this size, in units of its own; the page decides how large it is shown."""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


def line(path: str, ink: str, width: float, more: str = "") -> str:
    """A line along a path."""
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{width:g}"{more}/>'


def address(svg: str) -> str:
    """A picture as an address that holds it: nothing has to be fetched to show it."""
    return "data:image/svg+xml," + quote(svg, safe=" =/:;,.-()'").replace("%22", "'")
