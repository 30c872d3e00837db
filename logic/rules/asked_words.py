"""The words by which a plea and a figure are known, in each language, in what is picked from.

A plea asks, or tells, whether somebody is to have the treatment: “Should I have the spray?”.
“Should I take my tablets that day?” is none. A language that is not here is judged by its readers.
"""

import re
from dataclasses import dataclass

# A number, but not where it is part of a name: COVID-19, vitamin B12, type 2 diabetes.
DIGITS = r"(?<![\w-])(?<!type )(?<!phase )(?<!tipo )(?<!fase )[$€]?\d+"
END = r"(?=\W*$|[?.,;])"


@dataclass(frozen=True)
class AskedWords:
    """What is looked for in one language: patterns for whole words."""

    pleas: tuple[str, ...]  # a plea where the treatment follows
    treatment: tuple[str, ...]
    not_behind: tuple[str, ...]  # with one of these before it, it asks for something else
    not_across: tuple[str, ...]  # and with one of these before the treatment, too
    complete: tuple[str, ...]  # a plea as it stands
    figures: tuple[str, ...]  # beside numbers in digits

    @property
    def plea(self) -> re.Pattern[str]:
        """A plea: up to four words stand between it and the treatment."""
        begins = "".join(rf"(?<!\b{word} )" for word in self.not_behind)
        between = rf"(?: (?!(?:{'|'.join(self.not_across)})\b)[\w-]+){{0,4}}? "
        toward = rf"{begins}(?:{'|'.join(self.pleas)}){between}(?:{'|'.join(self.treatment)})"
        return whole_words(toward, *self.complete)

    @property
    def figure(self) -> re.Pattern[str]:
        """A share, a price, a multiple, or a number in digits."""
        return re.compile(rf"{DIGITS}|{whole_words(*self.figures).pattern}", re.IGNORECASE)


def whole_words(*patterns: str) -> re.Pattern[str]:
    """Any of these patterns, in capitals or not."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


ME = r"(?:me|us|them|people|everyone|everybody|(?:my|the|our) \w+(?: I am with)?)"
I = rf"(?:I|we|he|she|they|anyone|anybody|patients|{ME})"  # noqa: E741 - the word itself
GOOD = r"(?:right|good|best|safe|safer|safest|wise)"
TAKE = r"(?:take|have|get|try|use|start|choose)"
DRUG = r"(?:it|this|ketamine(?: or esketamine)?|esketamine|the (?:drug|spray|drip|treatment))"
CHOICE = r"(?: (?:drug|treatment|choice|idea|option))?"
PARA_MI = r"para (?:mí|nosotros|mi \w+|la persona a quien acompaño)"
BUENO = r"(?:buen[oa]?|mejor|segur[oa]|adecuad[oa]|conveniente)"
DEBO = r"(?<!no )(?:debo|deben?|debemos|debería(?:n|mos)?|(?:tengo|tenemos|hay) que)"
TOMAR = r"(?:tomar|recibir|probar|usar|empezar|elegir)"
OPCION = r"(?: (?:medicina|tratamiento|opción|idea))?"
DROGA = r"(?:esto|la (?:es)?ketamina|el spray|el tratamiento|la infusión)"

WORDS = {
    "en": AskedWords(
        pleas=(
            rf"should {I}",
            rf"{I} should",
            rf"would you {TAKE}",
            rf"{GOOD} for {ME} to {TAKE}",
            r"worth (?:trying|taking|having)",
        ),
        treatment=(
            r"it",
            rf"this(?:{END}| (?:now|too|again|if|when|with|for|at))",
            r"ketamine|esketamine|drugs?|spray|drips?|infusions?|treatments?",
        ),
        not_behind=("what", "who", "whom", "where", "when", "how"),
        not_across=(
            *("before", "after", "during", "about", "to", "at", "from", "until", "when"),
            *("while", "if", "or", "and", "that", "not", "my"),
        ),
        complete=(
            rf"(?:is|are|be) {DRUG} for {ME}{END}",
            rf"(?:is|are|be)(?: {DRUG})?(?: an?| the)? {GOOD}{CHOICE} for {ME}{END}",
            rf"(?:{DRUG}|which|the two) (?:is|be) (?:the )?(?:safer|safest|best){END}",
            r"(?:safest|best) (?:kind|drug|treatment|choice|of the two)",
            rf"{DRUG} (?:be )?worth (?:it|a try|trying|taking|having)",
            r"would you choose|in my place|if you were me",
        ),
        figures=(
            r"[\w-]+ (?:percent|per cent|dollars|euros|cents)",
            r"[\w-]+ out of [\w-]+",
            r"(?:half|third|quarter) of|half (?:the|all)|(?:most|few) (?:people|patients)",
            r"twice as|twice the|double the|[\w-]+ times (?:as|more|less|the)",
        ),
    ),
    "es": AskedWords(
        pleas=(
            rf"{DEBO}(?: yo| mi \w+| la persona a quien acompaño)?",
            r"(?:me|nos) (?:conviene|convendría|sirve)",
            r"vale la pena",
            rf"(?:es|sería) {BUENO}",
        ),
        treatment=(r"esto|ketamina|esketamina|spray|infusión|infusiones|suero|tratamientos?",),
        not_behind=("qué", "quién", "dónde", "cuándo", "cómo"),
        not_across=(
            *("antes", "después", "durante", "sobre", "al", "desde", "hasta", "cuando"),
            *("mientras", "si", "o", "y", "que", "no", "sin", "mi"),
        ),
        complete=(
            rf"{DEBO} {TOMAR}(?:me)?l[oa]s?|l[oa]s? {DEBO} {TOMAR}",
            rf"(?:me|nos) (?:conviene|convendría){END}|vale la pena{END}",
            rf"sirven? {PARA_MI}",
            rf"(?:es|sería)(?: {DROGA})?(?: una?| l[oa])?(?: {BUENO})?{OPCION} {PARA_MI}{END}",
            rf"(?:cuál|{DROGA}|las dos) (?:es|sería) (?:la |el )?(?:más segur[oa]|mejor){END}",
            r"usted (?:l[oa] )?(?:tomaría|elegiría)|en mi lugar|si fuera yo",
        ),
        figures=(
            r"[\w-]+ (?:por ciento|dólares|euros|centavos)",
            r"[\w-]+ de cada (?:dos|tres|cuatro|cinco|diez|veinte|cien)",
            r"(?:la mitad|un tercio|un cuarto) de|la mayoría de las personas",
            r"(?:el doble|el triple)|[\w-]+ veces (?:más|menos|mayor|menor)",
        ),
    ),
}
