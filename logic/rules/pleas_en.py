"""The words of a plea in English."""

from logic.rules.pleading import END, PleaWords

ONE = r"(?:my|the|our) \w+(?: (?:I am|you are) with)?"
ME = rf"(?:me|us|you|them|people|everyone|everybody|{ONE})"
I = rf"(?:I|we|he|she|they|anyone|anybody|patients|{ME})"  # noqa: E741 - the word itself
GOOD = r"(?:right|good|better|best|safe|safer|safest|wise|okay|OK)"
HAVE = (
    r"(?:take|have|get|try|use|choose|receive|request|ask for|go for|go on|switch to|"
    r"be (?:put )?on|be (?:given|started on)|(?:start|begin)(?: with| on)?)"
)
NOW = rf"(?:{END}| (?:now|today|soon|right away|this week|too|again|as well))"
BEGIN = (
    r"(?:start|begin|try|go ahead|go for it|get started|be started|do (?:it|this|so)|say yes|"
    r"accept)"
)
NAMED = r"(?:(?:ketamine|esketamine|spray|drip|infusion|treatment)s?|drugs?(?! (?:for|against)\b))"
# What only bears its name, and the one that is asked to end.
NO_OTHER = (
    r"(?! (?:plan|team|room|center|clinic|day|record|summary|notes|label)s?\b)"
    r"(?! (?:that|which|from|to (?:stop|end|slow|be (?:stopped|slowed|ended)))\b)"
)
DIRECT = r"(?: (?:the|a|an|some|any|one|either|both|of|or|this|that|first|nasal|ketamine))*"
# “It” is meant where nothing is said of how, when or with what.
IT = rf"(?:{DIRECT} {NAMED}{NO_OTHER}| (?:it|this){NOW})"
DRUG = r"(?:it|this|ketamine(?: or esketamine)?|esketamine|the (?:drug|spray|drip|treatment))"
CHOICE = r"(?: (?:drug|treatment|choice|idea|option))?"
CAN = r"(?:can|could|may|might|shall|must|ought)"
YOURS = r"(?:(?:your|a|the|my) [\w-]+(?: [\w-]+)?|them|us)"
GIVE = r"(?:give|prescribe|offer|order|start|begin|put|try|let)"

ENGLISH = PleaWords(
    toward=(
        rf"should(?:n['’]t)? {I}",
        rf"{I} should",
        rf"(?:people|patients|anyone|everyone) (?:with|who) (?:[\w-]+ ){{1,6}}should {HAVE}",
        rf"would you {HAVE}",
        rf"{GOOD} for {ME} to {HAVE}",
        r"worth (?:trying|taking|having)",
        rf"you (?:must|need to|have to|ought to|had better) {HAVE}",
        rf"(?:ask|tell|get) {YOURS} (?:to {GIVE}|for|about (?:starting|trying|having|getting))",
    ),
    treatment=(
        r"it",
        rf"this(?:{END}| (?:now|too|again|if|when|with|for|at))",
        rf"{NAMED}{NO_OTHER}",
    ),
    not_behind=("what", "who", "whom", "where", "when", "how"),
    not_across=(
        *("before", "after", "during", "about", "to", "at", "from", "until", "when"),
        *("while", "if", "or", "and", "that", "not", "my", "your"),
    ),
    alone=(
        rf"(?:should(?:n['’]t)?|{CAN}) {I} (?:\w+ )?{BEGIN}{NOW}",
        rf"should {I} (?:say no|refuse|decline){END}",
        rf"{CAN} {I} (?:also |please |then )?{HAVE}{IT}",
        rf"you (?:may|might|could) (?:want|like|wish) to {HAVE}{IT}",
        rf"(?:do|does|would|will) {I} (?:really )?(?:need|have to {HAVE}){IT}",
        rf"(?:do|does|would|will) {I} (?:really )?have to {BEGIN}{NOW}",
        rf"(?:would|could|can|will) you (?:please )?(?:{GIVE}|get)(?: {ME})?(?: on| with)?{IT}",
        rf"would you {BEGIN}{NOW}",
        rf"(?:am|is|are) {I} (?:right|suited|suitable|allowed) (?:for|to {HAVE}){IT}",
        rf"{DRUG} suits? {ME}{END}",
        rf"{GOOD}(?: for {ME})? to {BEGIN}{NOW}",
        rf"time (?:for {ME} )?to (?:{BEGIN}{NOW}|{HAVE}{IT})|time for {DRUG}{END}",
        rf"(?:ask|tell|get) {YOURS} (?:to {GIVE}|about (?:starting|beginning)){NOW}",
    ),
    complete=(
        r"(?:safest|best) (?:kind|drug|treatment|choice|of the two)",
        rf"{DRUG} (?:is |be )?worth (?:it|a try|trying|taking|having)",
        r"would you choose|in my place|if you were me",
    ),
    begun=(
        rf"(?:please |just )?(?:try|start|begin|choose|request|ask for|consider|switch to){IT}",
    ),
    judged=(
        rf"(?:is|are|be) {DRUG} for {ME}{END}",
        rf"(?:is|are|be)(?: {DRUG})?(?: an?| the)? {GOOD}{CHOICE} for {ME}{END}",
        rf"(?:{DRUG}|which|the two) (?:is|be) (?:the )?(?:safer|safest|best){END}",
    ),
    unknown=(
        r"(?:knows?|known|sure|tells?|says?|see|saw|checked|unclear|asked)(?: yet)? (?:whether|if)",
        r"no (?:evidence|proof)|nothing (?:shows|proves|tells)",
    ),
)
