"""Which words are a plea, and which a figure, in both languages."""

from collections.abc import Mapping

import pytest

from logic.rules import pleas
from logic.rules.figure_words import WORDS

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
        "Do you know whether I should have it?",
        "A study shows that ketamine is best for people.",
        "Should I start?",
        "Can I begin?",
        "Is it right for me?",
        "Could I start?",
        "Can we start today?",
        "Should I start now?",
        "Should I try?",
        "Should my mother begin?",
        "Can the person I am with start?",
        "Should I go ahead?",
        "Should I say yes?",
        "Should I say no?",
        "Should I accept?",
        "Can I have it?",
        "Can I have the spray?",
        "Could I take ketamine?",
        "May I try the drip?",
        "Could I be given esketamine?",
        "Can I start on ketamine?",
        "Could I get either drug?",
        "Do I need it?",
        "Do I need ketamine?",
        "Do I have to start?",
        "Must I take it?",
        "Would you give me ketamine?",
        "Could you prescribe it?",
        "Can you put me on ketamine?",
        "Would you start?",
        "Is it time to start?",
        "Is it time for ketamine?",
        "Is it OK to begin?",
        "Is it okay for me to start?",
        "Am I suited to have the spray?",
        "Does it suit me?",
        "Shouldn't I take it?",
        "Shouldn’t I start?",
        "Which of the two is better for me?",
        "You should ask for it.",
        "You should ask for the spray.",
        "Ask your doctor to start.",
        "Ask your doctor to start ketamine.",
        "Ask your doctor to give you the spray.",
        "Ask your clinician for a drip.",
        "Ask a nurse about starting the drip.",
        "Ask them to give you esketamine.",
        "Tell your doctor to prescribe ketamine.",
        "You must have the drip.",
        "You may want to try the spray.",
        "The person you are with should ask for it.",
        "People with pain should try the drip.",
        "Is it right for you?",
        "It is safe for you to take ketamine.",
        "Try the spray.",
        "It works. Start the treatment.",
        "Please ask for ketamine.",
        "Ketamine is worth a try.",
        "Should we start with the spray?",
        "Should I do it?",
        "Can I get started?",
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
        "¿Debo empezar?",
        "¿Puedo empezar?",
        "¿Puedo comenzar hoy?",
        "¿Podría empezar ya?",
        "¿Debería mi madre empezar?",
        "¿Puede mi madre empezar?",
        "¿Podría la persona a quien acompaño empezar?",
        "¿Es adecuado para mí?",
        "¿Es adecuada para mí?",
        "¿Empiezo?",
        "¿Empezamos hoy?",
        "¿La tomo?",
        "¿Debo hacerlo?",
        "¿Debo aceptar?",
        "¿Debo decir que sí?",
        "¿Puedo tomar ketamina?",
        "¿Puedo tomar la ketamina?",
        "¿Puedo tomarla?",
        "¿La puedo tomar?",
        "¿Podría probarlo?",
        "¿Puedo recibir el spray?",
        "¿Necesito la ketamina?",
        "¿La necesito?",
        "¿Me puede dar la ketamina?",
        "¿Me la puede recetar?",
        "¿Puede recetarme el spray?",
        "¿Podría dármela?",
        "¿Me la recetaría?",
        "¿Es hora de empezar?",
        "¿Es hora de probar el spray?",
        "¿Es seguro empezar?",
        "¿Es bueno para mí empezar?",
        "¿Me conviene empezar?",
        "¿Debo recibir el goteo?",
        "¿Tengo que empezar?",
        "¿Debo tomar la medicina?",
        "Usted debe pedir la ketamina.",
        "Le conviene el spray.",
        "Usted debería probar el goteo.",
        "Usted tiene que tomar la esketamina.",
        "Pida a su médico que le dé la ketamina.",
        "Pídale a su médico empezar.",
        "Pida al profesional de salud el spray.",
        "Solicite el tratamiento.",
        "Pruebe el spray.",
        "Funciona. Empiece el tratamiento.",
        "Es adecuado para usted.",
    ),
}

# What may be asked and said: what to bring, to take as usual, to eat, to ask, what is not known.
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
        "Nobody knows whether it is safe for people.",
        "There is no evidence it is safer, better or faster.",
        "Is it known whether it is safe for me?",
        "The study asked if ketamine is best for them.",
        "How could I stop again, if I ever start?",
        "When can I start driving?",
        "When could I drive again?",
        "Can I go home?",
        "Can I say no at any time?",
        "Can I take my tablets before the drip?",
        "Can I have music with the drip?",
        "Can I have somebody with me during the treatment?",
        "What can I have with the treatment?",
        "Can I get it in writing?",
        "Do I need a ride home after the spray?",
        "Do I need a treatment plan?",
        "Should I take the drugs for my blood pressure that day?",
        "You can ask for the treatment to stop.",
        "You can ask about the treatment.",
        "You can say no to the drip.",
        "You can take it with you.",
        "You should have a ride home after the spray.",
        "Ask your clinician about the treatment.",
        "Ask the staff how you get it on paper.",
        "Ask the staff here whom you can talk to.",
        "People must not drive until the day after the spray.",
        "Nobody should drive after the drip.",
        "How long should people wait before the treatment?",
        "Starting ketamine",
        "Doctors start the drip slowly.",
        "They start the drip at once.",
        "In the study, people could have the spray at home.",
        "Start with small steps.",
        "Should I begin a diary?",
        "Can I try talking therapy first?",
        "Would I need a friend there?",
        "Which day would suit me?",
        "What would you do to treat the side effects of the drug?",
        "Could a safety plan be made today?",
        "Could you give me the name of the study?",
        "Could you start with the harms?",
        "Would I have to pay for the treatment?",
        "How can I get the treatment notes?",
        "Could you give me the treatment notes?",
        "Who should not get it?",
        "Is it time to start driving again?",
        "Tell your doctor about the drug.",
        "Ask your doctor for the leaflet.",
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
        "No se sabe si la ketamina es mejor.",
        "Nadie sabe todavía si es segura para mí.",
        "¿Cómo podría dejarlo después, si algún día empiezo?",
        "¿Cuándo puedo empezar a manejar?",
        "¿Puedo decir que no en cualquier momento?",
        "¿Puedo tomar mis pastillas antes del goteo?",
        "¿Debo tomar la medicina para la presión?",
        "¿Puedo irme a casa?",
        "¿Puede empezar de nuevo el dolor?",
        "¿Necesito que alguien me lleve a casa después del goteo?",
        "Puede pedir que pare el goteo.",
        "Pida al personal que pare la infusión.",
        "Pregunte por el tratamiento.",
        "Puede decir que no al tratamiento.",
        "Pida en recepción una hoja.",
        "¿Me pueden dar una hoja sobre el tratamiento?",
        "No deben tomar esketamina.",
        "¿Puede darme el nombre del estudio?",
        "Los médicos empiezan el goteo despacio.",
        "¿Debo empezar un diario?",
        "¿Puedo hacerlo en casa?",
        "¿Qué día me conviene?",
        "Elija uno. Puede cambiarlo después.",
        "¿Puede recetarme algo contra las náuseas?",
        "Pida que se lo pasen a la persona que cuida este kiosco.",
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

# What a study may be named by, and what it found.
NAMES_OF_STUDIES = {
    "en": ("Six studies, put together in 2025", "Spray or dummy spray in people aged 65 and over"),
    "es": ("Seis estudios, reunidos en 2025", "El spray en personas de 65 años o más"),
}
FINDINGS = {
    "en": ("70% got better", "Better in 7 out of 10", "Twice as many slept", "A drip for $ 40"),
    "es": ("El 70 % mejoró", "Mejoraron 7 de cada 10", "El doble durmió", "Un goteo por $40"),
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
    assert any(pleas.WORDS[language].pleas_in(text))


@pytest.mark.parametrize(("language", "text"), each(QUESTIONS))
def test_what_else_to_do_is_no_plea(language: str, text: str) -> None:
    assert list(pleas.WORDS[language].pleas_in(text)) == []


@pytest.mark.parametrize(("language", "text"), each(FIGURES))
def test_a_share_a_price_and_a_multiple_are_figures(language: str, text: str) -> None:
    assert WORDS[language].figure.search(text)


@pytest.mark.parametrize(("language", "text"), each(NAMES_AND_COUNTS))
def test_a_name_and_a_plain_count_are_no_figure(language: str, text: str) -> None:
    assert WORDS[language].figure.search(text) is None


@pytest.mark.parametrize(("language", "text"), each(FINDINGS))
def test_what_a_study_found_is_a_share(language: str, text: str) -> None:
    assert WORDS[language].share.search(text)


@pytest.mark.parametrize(("language", "text"), each(NAMES_OF_STUDIES))
def test_a_size_a_year_and_an_age_are_no_share(language: str, text: str) -> None:
    assert WORDS[language].share.search(text) is None


@pytest.mark.parametrize("told", ["220-1204", "1,200", "2.5", "10–20", "$40", "70%"])
def test_a_figure_is_quoted_whole(told: str) -> None:
    found = WORDS["en"].figure.search(f"Is it {told}, or more?")

    assert found
    assert found[0] == told
