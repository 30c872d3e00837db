"""The square that a phone reads (a QR code), and how much it may hold.

A larger one fits more, and fewer phones read it from a screen: docs/adr/0024-on-a-phone.md.
"""

import segno

LARGEST = 20  # the version: 97 modules on each side
ROOM = 666  # bytes that this version holds at the second of four levels of repair, `m`
QUIET = 4  # modules of white around it, without which a phone may not find it


def square(text: str) -> segno.QRCode:
    """The code of a text.

    Its letters are UTF-8 in every language: phones have taken accents for Japanese where the code
    held them in the older way.
    """
    return segno.make_qr(text, error="m", encoding="utf-8")


def fits(text: str) -> bool:
    """Whether phones can be trusted to read a text from the screen."""
    return len(text.encode()) <= ROOM
