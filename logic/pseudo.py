"""An invented language, longer and accented, written from right to left.

What still reads as English in it was never given as words, and what is cut or overlaps will be so
in a true language. Its name is the one that the CLDR gives to such a language.
"""

import re
import shutil
from pathlib import Path

from logic.content.content_file import Field, written
from logic.content.pack import read_draft
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.translations import path_in
from logic.translating import translation_of, words_alone

LANGUAGE = "ar-XB"
# Every vowel twice: a text grows by about a third, as translations from English do.
SAID_AS = str.maketrans(
    {
        **{vowel: twice * 2 for vowel, twice in zip("AEIOUaeiou", "ÅÉÎÖÛåéîöû", strict=True)},
        **dict(zip("CDGHKLNRSTWYZcdghklnrstwyz", "ÇĐĞĤĶĻÑŔŠŢŴÝŽçđğĥķļñŕšţŵýž", strict=True)),
    }
)
# What is the same in every language: who says so, where a link leads, what the kiosk fills in.
KEPT = re.compile(r"(\[\^[^\]]+\]|\]\([a-z]+:[^)]*\)|\{\w+\})")
# No phrase of the list is a word of the invented language. A list holds one at least.
NO_PHRASES: dict[str, Field] = {"phrase": "qq", "reason": "-", "instead": "-", "kind": "technical"}


def pseudo(text: str) -> str:
    """A text as the invented language has it."""
    return "".join(
        piece if number % 2 else piece.translate(SAID_AS)
        for number, piece in enumerate(KEPT.split(text))
    )


def add_to(content: Path, copy: Path) -> None:
    """Copy a folder of content, and add the invented language to the copy.

    Raises ContentError where the content cannot be read, FileExistsError where the copy is there.
    """
    shutil.copytree(content, copy)
    draft = read_draft(copy)
    said = {entry.file.path: translation_of(entry, pseudo) for entry in draft.entries}
    said[draft.ui_file.path] = words_alone(draft.ui_file, LANGUAGE, pseudo)
    said[copy / "avoided_phrases" / f"{SOURCE_LANGUAGE}.yaml"] = written({"phrases": [NO_PHRASES]})
    for path, text in said.items():
        path_in(LANGUAGE, path).write_text(text, encoding="utf-8")
