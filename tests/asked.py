"""Questions for the sample content, plainly invented, and how a phone sees a square."""

import re
from base64 import b64decode
from collections.abc import Iterable
from io import BytesIO

import zxingcpp
from PIL import Image

from logic.content.pack import Pack
from logic.content.questions import Question
from logic.content.vocabulary import Words
from tests.conftest import TODAY
from tests.sign_offs import changed

SQUARES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
ROOM_AROUND = 30  # pixels of the card on each side of a code


def question(name: str, title: str, *conditions: str, helping: str | None = None) -> Question:
    """A question that was reviewed before the sample's day, and is due again after it."""
    return Question(
        id=name,
        title=Words(title),
        conditions=conditions,
        last_reviewed=TODAY.replace(month=1),
        next_review=TODAY.replace(month=7),
        helping={"title": Words(helping)} if helping else {},
    )


def with_questions(pack: Pack, questions: Iterable[Question]) -> Pack:
    """The sample with these questions and no other."""
    return changed(pack, questions=tuple(questions))


def on_a_card(image: str, colour: str) -> Image.Image:
    """A code as a browser shows its `<img>`: each pixel as large as told, on a card of a colour."""
    found = re.search(r'src="data:image/png;base64,([^"]+)" width="(\d+)"', image)
    assert found, image
    drawn = Image.open(BytesIO(b64decode(found[1]))).convert("RGB")
    size = int(found[2])
    assert size % drawn.width == 0, "A module is no whole number of pixels."
    card = Image.new("RGB", (size + 2 * ROOM_AROUND, size + 2 * ROOM_AROUND), colour)
    card.paste(drawn.resize((size, size), Image.Resampling.NEAREST), (ROOM_AROUND, ROOM_AROUND))
    return card


def read_by_a_phone(screen: Image.Image) -> str:
    """What the only square on a screen says. Its letters are UTF-8, whatever the reader guesses.

    In the dots of a large one this reader now and then takes a few for a shop's bars.
    """
    (found,) = zxingcpp.read_barcodes(screen, formats=SQUARES)
    assert bytes(found.bytes).decode() == found.text
    return str(found.text)
