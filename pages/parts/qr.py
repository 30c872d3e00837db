"""A QR code, drawn on this machine: a visitor's phone opens a work, and the kiosk calls nobody."""

from functools import cache
from html import escape

import segno

QUIET = 4  # modules of white around it, without which a phone may not find it
LEAST = 220  # CSS pixels: 3.5 cm and more on a kiosk's screen


@cache
def image(address: str, told: str) -> str:
    """The code of an address, `told` in words; every module is a whole number of pixels.

    A bitmap of one pixel for each module: a drawing would be six times as long. Black on white in
    every look, as a phone needs it.
    """
    code = segno.make_qr(address)
    modules, _ = code.symbol_size(border=QUIET)
    size = modules * -(-LEAST // modules)
    data = code.png_data_uri(border=QUIET, scale=1)
    return f'<img class="qr" src="{data}" width="{size}" alt="{escape(told)}">'
