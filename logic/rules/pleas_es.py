"""The words of a plea in Spanish."""

from logic.rules.pleading import END, PleaWords

PERSONA = r"(?:mi \w+|la persona a quien acompaña|la persona a quien acompaño)"
PARA_MI = rf"para (?:mí|nosotros|usted|{PERSONA})"
BUENO = r"(?:buen[oa]?|mejor|segur[oa]|adecuad[oa]|conveniente)"
DEBO = (
    r"(?<!no )(?:debo|deben?|debemos|debería(?:n|mos)?|"
    r"(?:tengo|tenemos|usted tiene|hay) que)"
)
PUEDO = rf"(?:puedo|podemos|podría(?:mos)?(?: yo)?|(?:puede|podría) {PERSONA})"
TOMAR = r"(?:tomar|recibir|probar|usar|empezar|comenzar|iniciar|elegir|pedir|pon[eé]r)"
EMPEZAR = (
    r"(?:(?:empezar|comenzar|iniciar|probar|aceptar|pedir)(?:l[oa]s?)?|hacerl[oa]|seguir adelante|"
    r"decir que sí)"
)
AHORA = rf"(?:{END}| (?:ya|ahora|hoy|pronto|también|esta semana|otra vez))"
OPCION = r"(?: (?:medicina|tratamiento|opción|idea))?"
MEDICINA = r"(?:la|esta) medicina(?! (?:para|de|que|del|contra)\b)"
DROGA = rf"(?:esto|(?:la )?(?:es)?ketamina|el spray|el goteo|el tratamiento|la infusión|{MEDICINA})"
DAR = r"(?:d[aá]r|pon[eé]r|recet[aá]r)"
PIDA = (
    r"(?:pida|pídale|solicite|dígale)(?: a (?:su|un|una) \w+(?: de salud)?| al \w+(?: de salud)?)?"
)

SPANISH = PleaWords(
    toward=(
        rf"{DEBO}(?: yo| usted| {PERSONA})?",
        r"(?:me|nos|le|les) (?:conviene|convendría|sirve)",
        r"vale la pena",
        rf"(?:es|sería) {BUENO}",
    ),
    treatment=(
        r"esto|ketamina|esketamina|spray|goteo|infusión|infusiones|suero|tratamientos?",
        MEDICINA,
    ),
    not_behind=("qué", "quién", "dónde", "cuándo", "cómo"),
    not_across=(
        *("antes", "después", "durante", "sobre", "al", "desde", "hasta", "cuando"),
        *("mientras", "si", "o", "y", "que", "no", "sin", "mi", "mis", "su", "sus"),
    ),
    alone=(
        rf"(?:{DEBO}|{PUEDO})(?: yo| usted| {PERSONA})? {EMPEZAR}{AHORA}",
        rf"{PUEDO} {TOMAR}(?:me)?(?: con)? {DROGA}",
        rf"{PUEDO} {TOMAR}(?:me)?l[oa]s?{AHORA}|l[oa]s? {PUEDO} {TOMAR}{AHORA}",
        rf"(?:necesito|necesitamos) {DROGA}|l[oa] (?:necesito|necesitamos){END}",
        rf"(?:me|nos) (?:l[oa] )?(?:puede|podría)n? {DAR}(?: {DROGA}|{AHORA})",
        rf"(?:puede|podría)n? {DAR}(?:me|nos)(?:l[oa]{AHORA}| {DROGA})",
        r"(?:me|nos) l[oa] (?:daría|pondría|recetaría)n?",
        rf"hora de (?:{EMPEZAR}{AHORA}|{TOMAR}(?: con)? {DROGA})",
        rf"(?:es|sería) {BUENO}(?: {PARA_MI})? {EMPEZAR}{AHORA}",
        rf"(?:me|nos|le|les) (?:conviene|convendría) {EMPEZAR}{AHORA}",
        rf"{PIDA}(?: que (?:le|me|nos) (?:d[eé]n?|pongan?|receten?))? {DROGA}",
        rf"{PIDA}(?: que)? (?:empiecen?|comiencen?|{EMPEZAR})(?: con)?(?: {DROGA}|{AHORA})",
    ),
    complete=(
        rf"{DEBO}(?: yo)? {TOMAR}(?:me)?l[oa]s?|l[oa]s? {DEBO} {TOMAR}",
        rf"vale la pena{END}",
        rf"sirven? {PARA_MI}",
        r"usted (?:l[oa] )?(?:tomaría|elegiría)|en mi lugar|si fuera yo",
    ),
    begun=(
        rf"(?:me|nos|le|les) (?:conviene|convendría){END}",
        rf"(?:empiezo|empezamos|comienzo|comenzamos|l[oa] (?:tomo|pruebo)){AHORA}",
        rf"(?:pruebe|empiece|comience|elija|considere|solicite)(?: con)? {DROGA}",
    ),
    judged=(
        rf"(?:es|sería)(?: {DROGA})?(?: una?| l[oa])?(?: {BUENO})?{OPCION} {PARA_MI}{END}",
        rf"(?:cuál|{DROGA}|las dos) (?:es|sería) (?:la |el )?(?:más segur[oa]|mejor){END}",
    ),
    unknown=(
        r"(?:sabe|saben|sabemos|decir|dice|ver|claro|preguntó|preguntaron)(?: todavía| aún)? si",
        r"(?:no hay|ninguna) pruebas? de que|nada (?:muestra|prueba) que",
    ),
)
