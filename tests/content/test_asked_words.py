"""What a visitor picks from, in both languages: which words are a plea, and which a figure."""

from collections.abc import Mapping

import pytest

from logic.rules.asked_words import WORDS

PLEAS = {
    "en": (
        "Should I have the spray?",
        "Should we try it?",
        "Should my mother take it?",
        "Is it safe for me?",
        "Is this a good treatment for me?",
        "What would you do in my place?",
        "Should I take ketamine?",
        "Should I have esketamine?",
        "Should I start this now?",
        "Should I take this?",
        "Should the person I am with try it?",
        "Would it be good for me?",
        "Which of the two is the safest?",
        "Which is safest?",
        "The safest kind, which people should take.",
        "Everybody should try it.",
        "Everyone should take ketamine.",
        "People should use the spray.",
        "Is ketamine right for me?",
        "Is the treatment right for my son?",
        "Would ketamine be the best choice for me?",
        "Should I be on ketamine?",
        "Should I go for the drip?",
        "Should I ask for esketamine?",
        "Is it worth trying ketamine?",
        "Is it safe for me to have the drip?",
        "Is this for me?",
        "Would you take it?",
        "Is ketamine a good idea for me?",
        "Is it right for the person I am with?",
        "Is ketamine or esketamine best for me?",
    ),
    "es": (
        "¿Debo tomar ketamina?",
        "¿Debería yo recibir esketamina?",
        "¿Debo ponerme el spray?",
        "¿Debería ponerme la infusión?",
        "¿Sirve para mí?",
        "¿Cuál de las dos es más segura?",
        "¿Es para mí?",
        "¿Es buena para mí?",
        "¿Es esto bueno para mí?",
        "¿Me conviene la ketamina?",
        "¿Me conviene empezar con esto?",
        "¿Vale la pena el tratamiento?",
        "¿Vale la pena?",
        "¿Debo tomarla?",
        "¿La debo tomar?",
        "¿Es la ketamina buena para mí?",
        "¿Es una buena opción para mí?",
        "¿Debería mi madre probar el spray?",
        "¿Usted la tomaría?",
        "¿Qué haría usted en mi lugar?",
        "Todos deberían probar la ketamina.",
        "Las personas deben tomar ketamina.",
        "¿Es segura la ketamina para mí?",
        "¿Debería la persona a quien acompaño recibir la infusión?",
        "¿Me sirve el spray?",
    ),
}

# What the bank of questions is for: what to bring, to take as usual, to eat, to ask.
QUESTIONS = {
    "en": (
        "Should I take my usual blood pressure pill on the day?",
        "What should I ask for at the pharmacy?",
        "What is the safest place to wait afterwards?",
        "What should I have with me on the day?",
        "Whom should I call at night?",
        "What would this mean with my blood pressure medicine?",
        "Is it safe for me to drive home?",
        "Should I eat before the drip?",
        "What should I do after the spray?",
        "Should I tell my dentist about it?",
        "Should I bring somebody to the treatment?",
        "What should I ask the treatment team?",
        "Should I keep my usual tablets if I have ketamine?",
        "Is it good for people to come with me?",
        "Where is the best place for my things?",
    ),
    "es": (
        "¿Debo tomar mi pastilla para la presión ese día?",
        "¿A qué hora me conviene llegar?",
        "¿Es más seguro volver a casa en taxi?",
        "¿Qué debo llevar conmigo ese día?",
        "¿A quién debería llamar de noche?",
        "¿Es seguro para mí manejar después?",
        "¿Debo comer antes de la infusión?",
        "¿Me conviene comer algo antes del spray?",
        "¿Qué debo hacer después del tratamiento?",
        "¿Debo avisar a mi dentista sobre el tratamiento?",
        "¿Dónde es mejor esperar?",
    ),
}

FIGURES = {
    "en": (
        "Does it help 7 out of 10?",
        "Ninety percent sang",
        "70 percent",
        "What of the 300 dollars?",
        "twice as likely",
        "seven out of ten",
        "three times as many",
        "Half of all people sit.",
        "the $40 fee",
        "70% of people",
        "five hundred dollars",
    ),
    "es": (
        "el doble de probable",
        "siete de cada diez",
        "70 por ciento",
        "trescientos dólares",
        "la mitad de las personas",
        "tres veces más",
        "7 de cada 10",
        "dos veces mayor",
        "$40",
    ),
}

NAMES_AND_COUNTS = {
    "en": (
        "double vision",
        "What about type 2 diabetes?",
        "after COVID-19",
        "vitamin B12",
        "a third choice",
        "in two visits",
        "What matters most of all?",
    ),
    "es": (
        "visión doble",
        "la diabetes tipo 2",
        "COVID-19",
        "vitamina B12",
        "una tercera opción",
        "en dos visitas",
        "la otra mitad",
    ),
}


def each(texts: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Every text with its language."""
    return [(language, text) for language, some in texts.items() for text in some]


@pytest.mark.parametrize(("language", "text"), each(PLEAS))
def test_whether_to_have_the_treatment_is_a_plea(language: str, text: str) -> None:
    assert WORDS[language].plea.search(text)


@pytest.mark.parametrize(("language", "text"), each(QUESTIONS))
def test_what_else_to_do_is_no_plea(language: str, text: str) -> None:
    assert WORDS[language].plea.search(text) is None


@pytest.mark.parametrize(("language", "text"), each(FIGURES))
def test_a_share_a_price_and_a_multiple_are_figures(language: str, text: str) -> None:
    assert WORDS[language].figure.search(text)


@pytest.mark.parametrize(("language", "text"), each(NAMES_AND_COUNTS))
def test_a_name_and_a_plain_count_are_no_figure(language: str, text: str) -> None:
    assert WORDS[language].figure.search(text) is None
