"""Another language: its words laid over the facts of the source, file by file.

A translation stands beside its source and holds words alone, all of them and each in its place, so
no fact has a second value. Its first line names the words that it was made from, by their
fingerprint: where the source has been changed since, the translation is not used.

Reviewers approve the words of each language by themselves. A file of sign-offs that is not fit
approves nothing, and the language stays.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from logic.content.content_file import ContentFile, Field, read_file
from logic.content.items import AvoidedPhrases, Item
from logic.content.pack import KINDS, Draft, Rule, files, languages, name_of, read_sign_offs
from logic.content.problems import ContentError, Location, Problem, gathering
from logic.content.reading import SOURCE_LANGUAGE, Entry, build
from logic.content.sign_offs import SignOff
from logic.content.strings import UiStrings
from logic.content.wording import named

TRANSLATES = "translates"
# Lists of words that each language has of its own, as long as it likes.
OWN_LISTS = ("also", "giveaways")
# What only the source needs: by these words it is told which texts turn for a helper.
OF_THE_SOURCE = ("addresses", "asks_as")


@dataclass(frozen=True)
class Translation:
    """All content in another language: what has no fit translation stands as in the source."""

    draft: Draft
    problems: tuple[Problem, ...]


def of_no_language(content: Path) -> Iterator[Problem]:
    """The files that are in none of the languages of a content folder."""
    endings = tuple(f".{language}.md" for language in languages(content))
    for folder in KINDS:
        for path in files(content, f"{folder}/*.md"):
            if not path.name.endswith(endings):
                language = path.name.split(".")[-2]
                message = (
                    f"There is no `ui_strings/{language}.yaml`. Write it, or rename this file."
                )
                yield Problem(path, 1, message)


def of_no_source(content: Path) -> Iterator[Problem]:
    """The translations whose source has no file: another name, or one that was retired."""
    for language in languages(content)[1:]:
        for folder in KINDS:
            for path in files(content, f"{folder}/*.{language}.md"):
                source = path_in(SOURCE_LANGUAGE, path, language)
                if not source.exists():
                    message = f"There is no `{source.name}` beside this. Rename this, or delete it."
                    yield Problem(path, 1, message)


def path_in(language: str, path: Path, written_in: str = SOURCE_LANGUAGE) -> Path:
    """Where a file stands in another language than its own: beside it, or in its folder."""
    name, _, ending = path.name.rpartition(f"{written_in}.")
    return path.with_name(f"{name}{language}.{ending}")


def fingerprint(item: Item) -> str:
    """What a translation names its source by: it changes with any word, and with no fact."""
    words = [[*location, " ".join(text.split())] for location, text in item.words()]
    return sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:12]


def translations_of(source: Draft) -> Iterator[Translation]:
    """All content in every other language, as far as it is translated; judged by no rule."""
    for language in languages(source.folder)[1:]:
        yield read_translation(source, language, ())


def read_translation(source: Draft, language: str, rules: Sequence[Rule]) -> Translation:
    """Read all that is translated, and name what is not, has fallen behind or breaks a rule.

    Raises ContentError where there is no such language: its UI strings cannot be read.
    """
    problems, translated = list[Problem](), dict[str, Entry[Item]]()
    sign_off_file, sign_offs = None, tuple[SignOff, ...]()
    with gathering(problems):
        sign_off_file, sign_offs = read_sign_offs(source.folder, language)
    ui_file = read_file(path_in(language, source.ui_file.path))
    phrases = read_file(source.folder / "avoided_phrases" / f"{language}.yaml")
    as_in_the_source = replace(
        source,
        language=language,
        source=source,
        ui_file=ui_file,
        ui_strings=build(UiStrings, ui_file),
        avoided=build(AvoidedPhrases, phrases),
        sign_offs=sign_offs,
        sign_off_file=sign_off_file,
    )
    for entry in source.entries:
        with gathering(problems):
            translated[name_of(entry.item)] = translated_entry(entry, language)
    draft = with_entries(as_in_the_source, translated)
    broken = [problem for rule in rules for problem in rule(draft)]
    if any(problem.path == ui_file.path for problem in broken):
        raise ContentError(broken)
    unfit = {problem.path for problem in broken}
    fit = {name: entry for name, entry in translated.items() if entry.file.path not in unfit}
    return Translation(with_entries(as_in_the_source, fit), tuple(problems + broken))


def with_entries(draft: Draft, translated: dict[str, Entry[Item]]) -> Draft:
    """A draft in which these entries stand for those of the source."""
    entries = tuple(translated.get(name_of(one.item), one) for one in draft.entries)
    return replace(draft, entries=entries)


def translated_entry(source: Entry[Item], language: str) -> Entry[Item]:
    """An item in another language; raises ContentError naming what is missing, or is too much."""
    path = path_in(language, source.file.path)
    if not path.exists():
        how = f"`python -m logic translate {language}` makes its blank."
        raise ContentError([Problem(path, 1, f"This is not translated yet. {how}")])
    file = read_file(path)
    if problems := list(wrong_places(source, file)):
        raise ContentError(problems)
    apart = {TRANSLATES, *OWN_LISTS}
    given = {name: value for name, value in file.fields.items() if name not in apart}
    known = source.file.fields.keys() | file.fields.keys()
    own = {name: file.fields.get(name, []) for name in OWN_LISTS if name in known}
    fields = laid_over(source.file.fields, given) | own  # type: ignore[operator]  # both are dicts
    return Entry(build(type(source.item), replace(file, fields=fields), id=source.item.id), file)


def wrong_places(source: Entry[Item], file: ContentFile) -> Iterator[Problem]:
    """Whether a translation was made from these very words, and has a text for each of them."""
    made_from, now = file.fields.get(TRANSLATES), fingerprint(source.item)
    if made_from != now:
        message = (
            f"These are not the words of `{source.file.path.name}` as it stands. Bring them in "
            f"line with it, then write `{TRANSLATES}: {now}`."
        )
        yield file.problem((TRANSLATES,), message)
    wanted = {location for location, _ in source.item.words()}
    given = {place for place in leaves(file.fields) if place[0] not in {TRANSLATES, *OWN_LISTS}}
    for place in sorted(wanted - given, key=str):
        yield file.problem(place, f"`{named(place)}` has no words. Translate it.")
    for place in sorted(given - wanted, key=str):
        message = (
            f"`{named(place)}` is no text of the source. Take it out: facts stand there alone."
        )
        yield file.problem(place, message)


def leaves(value: Field, location: Location = ()) -> Iterator[Location]:
    """The place of every text, however deep; that of a list or mapping which holds none, too."""
    if isinstance(value, str) or not value:
        yield location
        return
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(child, (*location, key))


def laid_over(facts: Field, words: Field) -> Field:
    """What a source says, with the words of a translation in their places."""
    if isinstance(facts, dict) and isinstance(words, dict):
        return facts | {name: laid_over(facts[name], one) for name, one in words.items()}
    if isinstance(facts, list) and isinstance(words, list):
        return [laid_over(*both) for both in zip(facts, words, strict=True)]
    return words
