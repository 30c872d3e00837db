"""The ways to choose from on the page about reading easier."""

from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import Labels
from pages.parts import session
from pages.parts.choices import Ways
from pages.parts.formats import language


def labels() -> Labels:
    """The words for them."""
    return session.ui().labels


def side_by_side() -> Ways:
    """One language, or another one beside it."""
    told = labels().two_languages
    own = session.visit().comfort.language or SOURCE_LANGUAGE
    others = [tag for tag in session.names_of_languages() if tag != own]
    named = [(tag, told.format(language=language(tag))) for tag in others]
    return [(None, labels().one_language), *named]


def helping() -> Ways:
    """To whom the kiosk speaks."""
    return [(False, labels().helping_off), (True, labels().helping_on)]


def sizes() -> Ways:
    """How large the text is."""
    return [
        ("usual", labels().size_usual),
        ("large", labels().size_large),
        ("larger", labels().size_larger),
        ("largest", labels().size_largest),
    ]


def looks() -> Ways:
    """Which colors there are."""
    return [
        ("calm", labels().look_calm),
        ("contrast", labels().look_contrast),
        ("dark", labels().look_dark),
    ]


def calm() -> Ways:
    """How much stands on a page at once."""
    return [(False, labels().calm_off), (True, labels().calm_on)]
