"""Say a validation error in an editor's words, and what to write instead."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

BELOW = "The text below the header"  # an editor writes it without its name, `body`
WORDING = {
    "missing": "is missing",
    "string_too_short": "is empty",
    "too_short": "is too short: {actual_length} given, {min_length} needed",
    "too_long": "is too long: {actual_length} given, {max_length} at most",
    "none_required": "has no place in a file of this kind: take it out",
    "string_type": "must be one text, not {value!r}",
    "string_pattern_mismatch": "cannot be {value!r}",
    "tuple_type": "must be a list{lists}, not {value!r}",
    "dict_type": "must be `name: text` lines, not {value!r}",
    "model_type": "must be fields with their values, not {value!r}",
    "int_parsing": "must be a whole number, not {value!r}",
    "int_type": "must be a whole number, not {value!r}",
    "float_parsing": "must be a number, not {value!r}",
    "float_type": "must be a number, not {value!r}",
    "bool_parsing": "must be yes or no, not {value!r}",
    "bool_type": "must be yes or no, not {value!r}",
    "date_from_datetime_parsing": "must be a date written YYYY-MM-DD, not {value!r}",
    "date_from_datetime_inexact": "must be a date written YYYY-MM-DD, not {value!r}",
    "date_type": "must be a date written YYYY-MM-DD, not {value!r}",
    "url_parsing": "must be a full web address, not {value!r}",
    "url_scheme": "must be a full web address, not {value!r}",
    "url_type": "must be a full web address, not {value!r}",
    "literal_error": "must be {expected}, not {value!r}",
    "greater_than": "must be more than {gt:g}, not {value}",
    "greater_than_equal": "must be {ge:g} or more, not {value}",
    "less_than_equal": "must be {le:g} or less, not {value}",
}


def errors_in(error: ValidationError) -> Iterator[ErrorDetails]:
    """Each validation error. A list is not too short only because its items are wrong."""
    found = error.errors(include_url=False)
    for one in found:
        within = [other for other in found if other["loc"][: len(one["loc"])] == one["loc"]]
        if one["type"] != "too_short" or within == [one]:
            yield one


def explain(
    error: ErrorDetails, model: type[BaseModel], lists: str = ", one `- item` on each line"
) -> str:
    """Turn one validation error into a sentence an editor can act on.

    `lists` says how the file writes a list, where no example of the field does.
    """
    name = named(error["loc"])
    context: dict[str, Any] = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    if error["type"] == "extra_forbidden":
        around, last = model_at(model, error["loc"][:-1]), str(error["loc"][-1])
        elsewhere = getattr(around, "written_elsewhere", {}).get(last)
        hint = f" {elsewhere}" if elsewhere else did_you_mean(last, by_alias(around))
        return f"`{name}` is not a field of {around.__name__}.{hint}"
    wording = WORDING.get(error["type"], f"is not right: {error['msg']}")
    if error["type"] == "string_type" and isinstance(error["input"], dict):
        wording = "must be one text, not fields. Put quotation marks around a text with a `{{`"
    said = wording.format(value=error["input"], lists=lists, **context)
    choices = choices_of(error["loc"], model) if error["type"] == "missing" else ""
    subject = BELOW if error["loc"] == ("body",) else f"`{name}`"
    return f"{subject} {said}.{choices or example_of(error['loc'], model)}"


def named(location: tuple[int | str, ...]) -> str:
    """A field's place as an editor would say it, list items counted from one.

    Of a wrong name in a list of names pydantic says `[key]`, which no editor wrote.
    """
    written = (part for part in location if part != "[key]")
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in written)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint naming the closest known word, or nothing when none is close."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else ""


def choices_of(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """A hint naming the words that a field chooses from, when there are a few to choose from."""
    field = field_at(model, location)
    choices = (
        get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()
    )
    return f" Write one of: {', '.join(f'`{choice}`' for choice in choices)}." if choices else ""


def field_at(model: type[BaseModel], location: tuple[int | str, ...]) -> FieldInfo | None:
    """The field that stands at a place, if the models have one there."""
    names = [part for part in location if isinstance(part, str)]
    return by_alias(model_at(model, tuple(names[:-1]))).get(names[-1]) if names else None


def example_of(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """A hint showing the field written correctly, when its model gives an example."""
    field = field_at(model, location)
    of_one = isinstance(location[-1], int)
    examples = next(examples_in(field, of_one=of_one), None) if field else None
    return f" Write it like `{examples[0]}`." if examples else ""


def examples_in(form: Any, *, of_one: bool) -> Iterator[list[Any]]:  # noqa: ANN401 (a type form)
    """The examples of a field, or of a type within it, such as `Doi` in `Doi | None`.

    The example of one item (`of_one`) is no example of the whole list, nor the other way round.
    """
    if isinstance(form, FieldInfo):
        if form.examples and not of_one:
            yield form.examples
        yield from examples_in(form.annotation, of_one=of_one)
    is_list = get_origin(form) is tuple
    if not is_list or of_one:
        for inner in (*getattr(form, "__metadata__", ()), *getattr(form, "__args__", ())):
            yield from examples_in(inner, of_one=of_one and not is_list)


def model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """The model whose fields may stand at a place, found by walking down to it."""
    for part in location:
        if isinstance(part, str) and part in (fields := by_alias(model)):
            model = next(inner_models(fields[part].annotation), model)
    return model


def by_alias(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """A model's fields under the names that authors write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 (a type form)
    """The models within a field's type, such as `Arm` in `tuple[Arm, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from inner_models(inner)
