"""Say in an editor's words why a header cannot be read: the parser's own are for programmers."""

QUOTES = "Put quotation marks around a text that holds a colon or begins with a sign."
TAB = "A tab stands here. Write spaces in its place."
# By what the parser says. It notices a slip where it stumbles, often one line below.
SAID = {
    "mapping values are not allowed in this context": (
        "A colon stands where no name ends, here or in the line above. " + QUOTES + " "
        "Write a space behind the colon of a name, and begin names of one list below each other."
    ),
    "could not find expected ':'": (
        "This, or the line above, is no `name: text` line. Write a name and a colon before it."
    ),
    "did not find expected key": (
        "A text ends too early here, or a line begins too far to the left or right. "
        "Within single quotation marks write an apostrophe twice, or put double ones around."
    ),
}


def said_of(problem: str, at: str) -> str:
    """What is wrong, by what the parser says and the character at which it stumbled."""
    if at == "\t":
        return TAB
    if at and problem == "found character that cannot start any token":
        return f"No text begins with `{at}`. Put quotation marks around it."
    return SAID.get(problem, f"This is not valid YAML: {problem}. {QUOTES}")
