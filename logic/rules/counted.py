"""The rule about words that change with a number: none is said in the form for other numbers."""

from collections.abc import Iterator

from babel import UnknownLocaleError

from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.formats import categories, locale_of


def every_number_has_its_form(draft: Draft) -> Iterator[Problem]:
    """What is said of a number has a form for each kind of number that the language knows.

    The CLDR says which: `one` and `other` in English, `other` alone in Japanese, all six in Arabic.
    Asked for are those of the whole numbers that a kiosk tells, so no form for millions.
    """
    try:
        locale = locale_of(draft.language, "")
    except (UnknownLocaleError, ValueError):
        message = f"The CLDR knows no language `{draft.language}`. Name the file by its tag."
        yield draft.ui_file.problem((), message)
        return
    known, asked = {*locale.plural_form.tags, "other"}, categories(locale)
    for name, forms in draft.ui_strings.counted:
        given = {str(category) for (category, *_), _ in forms.words()}
        for category in given - known:
            message = f"`{name}.{category}` is no form of this language. Take it out."
            yield draft.ui_file.problem(("counted", name, category), message)
        for category in asked.keys() - given:
            such_as = ", ".join(map(str, asked[category]))
            message = f"`{name}.{category}` is missing. Write it: it is for numbers like {such_as}."
            yield draft.ui_file.problem(("counted", name), message)


RULES: tuple[Rule, ...] = (every_number_has_its_form,)
