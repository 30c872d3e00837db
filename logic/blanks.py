"""A blank for a new content file: every field of its kind, and above each what it allows.

Made from the models by way of their schemas, so it asks for what `check` asks for. Every value is
the placeholder, which `check` names until an editor replaces it.
"""

import textwrap
from collections.abc import Iterator, Sequence

from logic.content.pack import KINDS
from logic.content.reading import PLACEHOLDER
from logic.content.wording import by_alias
from logic.rules.questions import TO_BEGIN_WITH
from logic.schemas import Schema, below, schema

# The models let these be left out, for a kiosk can do without. `check` asks for as many of them.
ASKED_BY_RULES = {"question": 1, "questions": TO_BEGIN_WITH}
BY_NAME = "# under the name of a text of this file: how a helper is told it"
WIDTH = 84  # characters of a comment
FIRST, LAST = ("title", "conditions"), ("last_reviewed", "next_review", "helping")


def blank(kind: str, conditions: Sequence[str] = ()) -> str:
    """The text of a blank: its header, then the texts that stand below it."""
    model, form = KINDS[kind], schema(KINDS[kind])
    under = below(model)
    asked = [name for name in under if by_alias(model)[name].is_required()] or list(under[:1])
    more = [heading(name) for name in under if name not in (*asked, "body")]
    middle = [name for name in form["properties"] if name not in (*FIRST, *LAST, *under)]
    lines = [f"# Replace every {PLACEHOLDER}; `python -m logic check` names those that are left."]
    for name in (*FIRST, *middle, *LAST):
        if name == "conditions" and conditions:
            lines += ["conditions:", *(f"  - {one}" for one in conditions)]
        elif name in form["properties"]:
            lines += field(form, form, name)
    lines += [f"# Below may stand too: {', '.join(more)}"] if more else []
    texts = [PLACEHOLDER if name == "body" else f"{heading(name)}\n{PLACEHOLDER}" for name in asked]
    below_it = ["\n\n".join(texts)] if texts else []
    return "\n".join(["---", *lines, "---", *below_it, ""])


def heading(name: str) -> str:
    """The line above a text below the header, such as `## Certainty reason`."""
    return f"## {name.replace('-', ' ').capitalize()}"


def field(form: Schema, around: Schema, name: str) -> Iterator[str]:
    """What a field allows, then the field; behind a `#` where it may be left out."""
    value = resolved(form, around["properties"][name])
    needed = name in around["required"] or name in ASKED_BY_RULES
    note = allowed(form, value) + ("" if needed else "; may be left out")
    for line in textwrap.wrap(note, WIDTH, break_on_hyphens=False):
        yield f"# {line}"
    for line in written(form, value, name):
        yield line if needed else f"# {line}"


def written(form: Schema, value: Schema, name: str) -> Iterator[str]:
    """A field with the placeholder for its value, a list with one of its items."""
    item = resolved(form, value.get("items", value))
    if "additionalProperties" in value and "properties" not in value:
        yield from (f"{name}:", f"  {BY_NAME}", f"  title: {PLACEHOLDER}")
    elif "properties" in item:
        yield f"{name}:"
        yield from ["  -"] if item is not value else []
        indent = "  " if item is value else "    "
        fields = (line for inner in item["properties"] for line in field(form, item, inner))
        yield from (f"{indent}{line}" for line in fields)
    elif "items" in value:
        count = max(value.get("minItems", 1), ASKED_BY_RULES.get(name, 1))
        yield from (f"{name}:", *[f"  - {PLACEHOLDER}"] * count)
    else:
        yield f"{name}: {PLACEHOLDER}"


def resolved(form: Schema, value: Schema) -> Schema:
    """A part of a schema, looked up where it stands elsewhere."""
    found: Schema = form["$defs"][value["$ref"].rsplit("/", 1)[-1]] if "$ref" in value else value
    return found


def allowed(form: Schema, value: Schema) -> str:
    """What a field may hold, in an editor's words."""
    if "items" in value:
        item = allowed(form, resolved(form, value["items"]))
        least = value.get("minItems", 1)
        many = f", {least} in all" if least == value.get("maxItems") else ""
        return f"one `- item` on each line{many}; each: {item}"
    if "properties" in value:
        return "fields with their values"
    if "additionalProperties" in value:
        return "`name: text` lines"
    if choices := value.get("enum") or [value[name] for name in ("const",) if name in value]:
        return "yes or no" if True in choices else f"one of: {', '.join(choices)}"
    example = f", like {value['examples'][0]}" if "examples" in value else ""
    return f"{sort(value)}{bounds(value)}{example}"


def sort(value: Schema) -> str:
    """What sort of value a field holds."""
    known = {"date": "a date, YYYY-MM-DD", "uri": "a full web address"}
    numbers = {"integer": "a whole number", "number": "a number"}
    return known.get(value.get("format", "")) or numbers.get(str(value.get("type")), "a text")


def bounds(value: Schema) -> str:
    """The least and the most that a number may be."""
    told = {
        "minimum": "{:g} or more",
        "exclusiveMinimum": "more than {:g}",
        "maximum": "{:g} or less",
    }
    found = [words.format(value[name]) for name, words in told.items() if name in value]
    return f", {', '.join(found)}" if found else ""
