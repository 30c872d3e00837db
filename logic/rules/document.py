"""The list of rules as a page for editors, made from the rules' own docstrings."""

from collections.abc import Iterable

from logic.content.pack import Rule

ABOVE = """# The rules of the content

Made by `make docs` from the docstrings of the rules: change them there. `python -m logic check`
names every breach as `path:line: what is wrong. What to write instead.`

Beside these, the models in `logic/content/` say what each field may hold.

| Rule | What it asks |
|---|---|
"""


def document(rules: Iterable[Rule]) -> str:
    """The page, one row for each rule."""
    return ABOVE + "".join(row(rule) for rule in rules)


def row(rule: Rule) -> str:
    """One rule: its name as a sentence, and its docstring."""
    name = rule.__name__.replace("_", " ").capitalize()
    return f"| {name} | {' '.join((rule.__doc__ or '').split())} |\n"
