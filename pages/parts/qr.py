"""A QR code, drawn on this machine: a visitor's phone reads it, and the kiosk calls nobody."""

from functools import cache
from html import escape

import segno

from logic.phone.square import QUIET

LEAST = 220  # CSS pixels: 3.5 cm and more on a kiosk's screen
OF_MANY_WORDS = 6  # CSS pixels of a module in a code that holds a lot: 1.5 mm on a kiosk's screen


@cache
def image(address: str, told: str) -> str:
    """The code of a work's address, `told` in words. It is kept, as works are the same for all."""
    return picture(segno.make_qr(address), told)


def picture(code: segno.QRCode, told: str, least_of_a_module: int = 1) -> str:
    """A code, `told` in words; every module is a whole number of pixels.

    A bitmap of one pixel for each module: a drawing would be six times as long. Black on white in
    every look, as a phone needs it. Nothing of it is kept.
    """
    modules, _ = code.symbol_size(border=QUIET)
    size = modules * max(least_of_a_module, -(-LEAST // modules))
    data = code.png_data_uri(border=QUIET, scale=1)
    return f'<img class="qr" src="{data}" width="{size}" alt="{escape(told)}">'
