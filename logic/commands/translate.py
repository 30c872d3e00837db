"""Write a blank in another language for all that has none, such as `translate es`.

Each text stands in it as in the source, behind a TODO: write the translation in place of both.
"""

from argparse import ArgumentParser, Namespace

from babel import UnknownLocaleError

from logic.content.pack import LANGUAGE, read_draft
from logic.content.problems import ContentError, Problem
from logic.content.reading import PLACEHOLDER, SOURCE_LANGUAGE
from logic.content.translations import path_in
from logic.formats import locale_of
from logic.translating import translation_of, words_alone


def arguments(parser: ArgumentParser) -> None:
    """The language."""
    parser.add_argument("language", metavar="LANGUAGE", help="its tag, such as es or zh-Hant")


def run(given: Namespace) -> int:
    """Write what is missing and say how much that was; never over a file that is there."""
    if not is_another_language(given.language):
        message = f"`{given.language}` is no other language. Write its tag, such as `es`."
        raise ContentError([Problem(given.content, 1, message)])
    draft = read_draft(given.content)
    blanks = {
        path_in(given.language, entry.file.path): translation_of(entry, blank)
        for entry in draft.entries
    }
    labels = words_alone(draft.ui_file, given.language, blank)
    blanks[path_in(given.language, draft.ui_file.path)] = labels
    missing = {path: text for path, text in blanks.items() if not path.exists()}
    for path, text in missing.items():
        path.write_text(text, encoding="utf-8")
    print(f"Written: {len(missing)}. There already: {len(blanks) - len(missing)}.")
    return 0


def is_another_language(tag: str) -> bool:
    """Whether a tag names a language other than the source, of which we know how it counts."""
    if not LANGUAGE.fullmatch(tag) or tag == SOURCE_LANGUAGE:
        return False
    try:
        locale_of(tag, "")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def blank(text: str) -> str:
    """A text that is still to be translated."""
    return f"{PLACEHOLDER} {text}"
