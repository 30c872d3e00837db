"""What an editor is told of a language that is not whole, and what a visitor reads instead.

The language is the invented one, in which nothing is left to fix until a test changes it.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from logic.commands.check import problems_in
from logic.content.pack import load_pack, pack_of, read_draft, sign_off_path
from logic.content.problems import ContentError
from logic.content.translations import Translation, fingerprint, read_translation
from logic.pseudo import LANGUAGE, add_to, pseudo
from logic.rules import RULES, translations
from logic.rules.pleas import WORDS
from logic.signing import record
from tests.conftest import SAMPLE
from tests.sign_offs import REVIEWER, sign_off

RIVER = f"study_summaries/river-trial.{LANGUAGE}.md"
FOUND = f"guide_sections/short-nights-found.{LANGUAGE}.md"
LIST = f"screening_tools/evening-list.{LANGUAGE}.md"
BISCUITS = f"questions/with-my-biscuits.{LANGUAGE}.md"
POURS = f"questions/who-pours.{LANGUAGE}.md"
TEA = f"glossary/tea.{LANGUAGE}.md"
TERM = "glossary/tea"
UI = f"ui_strings/{LANGUAGE}.yaml"
PHRASES = f"avoided_phrases/{LANGUAGE}.yaml"
NOT_TRANSLATED = (
    f"This is not translated yet. `python -m logic translate {LANGUAGE}` makes its blank."
)
COMPARE = "Compare the two texts."


class Edited(NamedTuple):
    """A piece of text in a file, and what takes its place."""

    name: str
    old: str
    new: str


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample, in the invented language too."""
    add_to(SAMPLE, tmp_path / "both")
    return tmp_path / "both"


def changed(content: Path, edit: Edited) -> None:
    """Change one piece of text in one file of it."""
    path = content / edit.name
    text = path.read_text(encoding="utf-8")
    assert text.count(edit.old) == 1, f"{edit.old!r} must appear once in {edit.name}"
    path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")


def item_of(name: str) -> str:
    """The item that a file is of, such as `glossary/tea`."""
    return name.partition(".")[0]


def translated(content: Path) -> Translation:
    """The content in the invented language."""
    return read_translation(read_draft(content), LANGUAGE, translations.RULES)


def told(content: Path) -> list[str]:
    """What `check` names, without the folder."""
    return [str(one).removeprefix(f"{content}/") for one in sorted(problems_in(content))]


def test_a_whole_language_has_nothing_to_fix_and_every_word_of_its_own(content: Path) -> None:
    whole = translated(content)
    pack = pack_of(whole.draft)

    assert (whole.problems, pack.untranslated, pack.language) == ((), frozenset(), LANGUAGE)
    assert pack.study["river-trial"].found == pseudo(
        "Of 60 people with tea, 30 slept longer.[^river-paper table]"
    )
    assert told(content) == []


def test_facts_are_those_of_the_source(content: Path) -> None:
    source, other = (pack_of(one) for one in (read_draft(content), translated(content).draft))

    ours, theirs = (one.study["river-trial"] for one in (source, other))
    assert [one.name for one in theirs.outcomes] == [pseudo(one.name) for one in ours.outcomes]
    assert [one.figures for one in theirs.outcomes] == [one.figures for one in ours.outcomes]
    assert (theirs.published, theirs.read_with) == (ours.published, ours.read_with)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edited(RIVER, "30 ", "31 "), f"The numbers differ. {COMPARE}"),
        (
            Edited(RIVER, f"{pseudo('tongue')}.[^river-paper table]", "x.[^hill-paper]"),
            f"The source markers are not the same. {COMPARE}",
        ),
        (Edited(TEA, "term:leaf", "term:tea"), f"The linked terms are not the same. {COMPARE}"),
        (Edited(TEA, pseudo("Hot"), "[x](mention:)"), f"The mentions are not as many. {COMPARE}"),
        (Edited(TEA, pseudo("stood."), "x.[^"), "is not a mark. Write"),
        (Edited(FOUND, pseudo("What"), pseudo("Gloom")), "gives the condition away"),
        (Edited(LIST, pseudo("last on."), "x?"), "asks a question of the visitor"),
        (Edited(LIST, pseudo("It decides"), "qq"), "“qq”: - -"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_words_that_say_something_else_than_their_source_are_told_and_not_shown(
    content: Path, edit: Edited, said: str
) -> None:
    changed(content, edit)

    [line] = told(content)

    assert line.startswith(f"{edit.name}:")
    assert said in line
    assert translated(content).draft.untranslated == {item_of(edit.name)}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edited(TEA, "title: ", "titel: "), "`title` has no words. Translate it."),
        (
            Edited(TEA, "title: ", "next_review: 2030-01-01\ntitle: "),
            "`next_review` is no text of the source. Take it out: facts stand there alone.",
        ),
        (
            Edited(RIVER, "arms:\n", "arms:\n- name: x\n"),
            "`arms.3.name` is no text of the source. Take it out: facts stand there alone.",
        ),
        (Edited(TEA, "title: ", "title: TODO "), "`title` is not written yet. Replace TODO."),
        (
            Edited(TEA, "title: ", "more: []\ntitle: "),
            "`more` is no text of the source. Take it out: facts stand there alone.",
        ),
        (
            Edited(RIVER, "arms:\n", "arms:\n- {}\n"),
            "`arms.1` is no text of the source. Take it out: facts stand there alone.",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_text_too_many_or_too_few_is_told_and_the_source_shown(
    content: Path, edit: Edited, said: str
) -> None:
    changed(content, edit)

    assert [line for line in told(content) if said in line]
    assert translated(content).draft.untranslated == {item_of(edit.name)}


def test_what_is_not_translated_is_told_and_the_source_shown(content: Path) -> None:
    (content / TEA).unlink()

    assert told(content) == [f"{TEA}:1: {NOT_TRANSLATED}"]
    pack = pack_of(translated(content).draft)
    assert pack.untranslated == {"glossary/tea"}
    assert pack.term["tea"].title == "Tea"


def test_a_question_that_is_too_long_is_told_and_stays(content: Path) -> None:
    changed(content, Edited(POURS, pseudo("Who"), "who " * 21))

    assert told(content) == [f"{POURS}:3: This has 22 words. Ask it in 20 or fewer."]
    assert translated(content).draft.untranslated == frozenset()


def test_what_stands_as_in_the_source_is_judged_there_alone(content: Path) -> None:
    changed(content, Edited("questions/who-pours.en.md", "Who", "who " * 21))

    _, source = told(content)

    assert source == "questions/who-pours.en.md:2: This has 22 words. Ask it in 20 or fewer."


def test_a_file_in_no_language_of_the_folder_stops_no_kiosk_and_is_told(sample: Path) -> None:
    stray = sample / "glossary" / "tea.eo.md"
    stray.write_text("mine")

    assert load_pack(sample, RULES).term["tea"].title == "Tea"
    assert told(sample) == [
        "glossary/tea.eo.md:1: There is no `ui_strings/eo.yaml`. Write it, or rename this file."
    ]


def test_a_translation_of_nothing_is_told_and_stops_no_kiosk(content: Path) -> None:
    (content / TEA).rename(content / f"glossary/green-tea.{LANGUAGE}.md")

    assert told(content) == [
        (
            f"glossary/green-tea.{LANGUAGE}.md:1: There is no `green-tea.en.md` beside this. "
            "Rename this, or delete it."
        ),
        f"{TEA}:1: {NOT_TRANSLATED}",
    ]
    assert load_pack(content, RULES).term["tea"].title == "Tea"


def test_words_that_stand_still_as_in_the_source_are_told(content: Path) -> None:
    ours = "What would this mean with my biscuits?"
    changed(content, Edited(BISCUITS, pseudo(ours), ours))

    assert told(content) == [
        f"{BISCUITS}:3: These are the words of the source still. Translate them."
    ]


@pytest.mark.parametrize("name", ["Earl Grey blend", "Friends of Tea and Sugar Administration"])
def test_a_name_may_stay_what_it_is(content: Path, name: str) -> None:
    changed(content, Edited("glossary/tea.en.md", "title: Tea", f"title: {name}"))
    [tea] = [one.item for one in read_draft(content).entries if one.item.id == "tea"]
    changed(content, Edited(TEA, f"title: {pseudo('Tea')}", f"title: {name}"))
    made_from = re.compile(r"(?<=translates: )\w+")
    path = content / TEA
    path.write_text(made_from.sub(fingerprint(tea), path.read_text(encoding="utf-8")))

    assert told(content) == []


def test_a_plea_in_another_language_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WORDS, LANGUAGE, WORDS["en"])
    changed(content, Edited(POURS, pseudo("Who pours?"), "Should I take ketamine?"))

    assert told(content) == [
        (
            f"{POURS}:3: “Should I take ketamine”: a clinician and the person decide that. "
            "Ask or say what is known, or what this would mean."
        )
    ]


def test_a_title_that_stands_twice_in_a_language_is_told(content: Path) -> None:
    changed(content, Edited(POURS, pseudo("Who pours?"), pseudo("What else is there to drink?")))

    assert told(content) == [
        f"{POURS}:3: `what-else` says the same. Keep one, or say how they differ."
    ]


def test_what_has_fallen_behind_its_source_is_told_with_what_to_write(
    content: Path,
) -> None:
    changed(content, Edited("glossary/tea.en.md", "title: Tea", "title: Green tea"))
    [tea] = [one.item for one in read_draft(content).entries if one.item.id == "tea"]

    now = fingerprint(tea)

    assert told(content) == [
        (
            f"{TEA}:2: These are not the words of `tea.en.md` as it stands. "
            f"Bring them in line with it, then write `translates: {now}`."
        )
    ]
    assert pack_of(translated(content).draft).term["tea"].title == "Green tea"


def test_a_translation_stays_when_only_a_fact_of_the_source_changes(
    content: Path,
) -> None:
    changed(
        content, Edited("glossary/tea.en.md", "next_review: 2026-07-15", "next_review: 2026-08-15")
    )

    assert told(content) == []


@pytest.mark.parametrize("forms", [(), ("one", "two", "three")])
def test_each_language_has_forms_of_a_word_of_its_own_or_none(
    content: Path, forms: tuple[str, ...]
) -> None:
    lines = ["also:", *(f"- {form}" for form in forms)] if forms else []
    theirs = f"also:\n- {pseudo('cup of tea')}\n- {pseudo('teas')}\n"
    changed(content, Edited(TEA, theirs, "".join(f"{line}\n" for line in lines)))

    assert told(content) == []
    assert pack_of(translated(content).draft).term["tea"].also == forms


@pytest.mark.parametrize(
    ("old", "new"),
    [("  welcome: ", "  welcom: "), ("{count}", "{cuont}")],
)
def test_without_all_words_of_the_kiosk_there_is_no_such_language(
    content: Path, old: str, new: str
) -> None:
    path = content / UI
    path.write_text(path.read_text().replace(old, new, 1))

    assert all(line.startswith(f"{UI}:") for line in told(content))
    with pytest.raises(ContentError):
        translated(content)


def test_a_phrase_to_avoid_in_the_words_of_the_kiosk_ends_the_language(
    content: Path,
) -> None:
    changed(content, Edited(PHRASES, "phrase: qq", f"phrase: {pseudo('Welcome').lower()}"))

    with pytest.raises(ContentError, match=UI):
        translated(content)


def test_a_language_without_a_list_of_phrases_is_told(content: Path) -> None:
    (content / PHRASES).unlink()

    assert told(content) == [f"{PHRASES}:1: The file is missing. Put it back."]


def signed(content: Path, language: str = LANGUAGE, *names: str) -> Path:
    """Approve items as they stand in a language, or the one word that the tests here look at."""
    draft = read_draft(content)
    spoken = draft if language == draft.language else translated(content).draft
    record(content, [sign_off(spoken.items()[name]) for name in names or [TERM]], language)
    return sign_off_path(content, language)


def approved(content: Path, name: str = TERM) -> tuple[bool, bool]:
    """Whether an item is signed off in the source, and in the invented language."""
    packs = (pack_of(read_draft(content)), pack_of(translated(content).draft))
    source, other = (name in pack.signed for pack in packs)
    return source, other


def test_each_language_is_approved_by_itself(content: Path) -> None:
    before = approved(content)
    signed(content, "en")
    source_alone = approved(content)
    signed(content)

    assert (before, source_alone, approved(content)) == ((False,) * 2, (True, False), (True, True))
    assert told(content) == []


@pytest.mark.parametrize(
    ("edit", "still"),
    [
        (Edited(TEA, pseudo("stood."), "x."), (True, False)),
        (Edited("glossary/tea.en.md", "title: Tea", "title: Green tea"), (False, False)),
        (
            Edited("glossary/tea.en.md", "next_review: 2026-07-15", "next_review: 2026-08-15"),
            (True, True),
        ),
    ],
    ids=["its own words", "the words of the source", "a review date"],
)
def test_a_change_voids_what_was_approved_and_nothing_else(
    content: Path, edit: Edited, still: tuple[bool, bool]
) -> None:
    signed(content, "en")
    signed(content)

    changed(content, edit)

    assert approved(content) == still


def test_a_changed_fact_voids_the_approval_of_every_language(content: Path) -> None:
    study = item_of(RIVER)
    signed(content, "en", study)
    signed(content, LANGUAGE, study)

    changed(content, Edited(f"{study}.en.md", "published: 2019", "published: 2018"))

    assert study not in translated(content).draft.untranslated
    assert approved(content, study) == (False, False)


@pytest.mark.parametrize("language", ["en", LANGUAGE])
def test_what_stands_as_in_the_source_is_approved_as_it_is_there(
    content: Path, language: str
) -> None:
    signed(content, language)

    (content / TEA).unlink()

    assert approved(content) == (language == "en", language == "en")


def test_words_of_the_source_are_not_approved_by_whoever_approved_the_same_in_another_language(
    content: Path,
) -> None:
    record(content, [sign_off(read_draft(content).items()[TERM])], LANGUAGE)

    (content / TEA).unlink()

    assert approved(content) == (False, False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hash: ", "hash: x", ":9: `sign_offs.1.hash` cannot be "),
        ("sign_offs:\n", "signoffs:\n", ":4: `signoffs` is not a field of SignOffs."),
        ("glossary/tea", "glossary/tae", ":5: No item is called `glossary/tae`."),
        ("    hash: ", "  hash: ", ":9: This is not valid YAML"),
        (f'"{REVIEWER}"', '"Another Reviewer, RN"', ":5: The record of `glossary/tea` was edited"),
        ("date: 2026-02-01", "date: 2026-03-02", ":8: 2026-03-02 has not come yet."),
    ],
    ids=["hash", "field", "no item", "no YAML", "edited", "to come"],
)
def test_a_mistake_in_its_sign_offs_is_told_and_ends_no_language(
    content: Path, old: str, new: str, said: str
) -> None:
    path = signed(content)
    changed(content, Edited(str(path.relative_to(content)), old, new))

    lines = told(content)

    assert any(line.startswith(f"sign_offs/{LANGUAGE}.yaml{said}") for line in lines)
    assert all(line.startswith(f"sign_offs/{LANGUAGE}.yaml:") for line in lines)
    assert load_pack(content, RULES).term["tea"].title == "Tea"
    assert translated(content).draft.untranslated == frozenset()
    assert approved(content) == (False, False)


def test_an_item_that_is_signed_off_twice_is_told_and_approved_by_neither(content: Path) -> None:
    path = signed(content, LANGUAGE, "glossary/leaf", TERM)
    *_, record_of_tea = path.read_text(encoding="utf-8").partition("  - item: glossary/tea")

    path.write_text(path.read_text(encoding="utf-8") + "  - item: glossary/tea" + record_of_tea)

    assert told(content) == [
        f"sign_offs/{LANGUAGE}.yaml:17: `glossary/tea` is signed off twice. Keep one."
    ]
    assert approved(content) == (False, False)
    assert approved(content, "glossary/leaf") == (False, True)


def test_sign_offs_in_no_language_of_the_folder_are_a_stray_file(content: Path) -> None:
    stray = signed(content).rename(sign_off_path(content, "eo"))

    assert told(content) == [
        (
            f"sign_offs/{stray.name}:1: The kiosk does not read this name. "
            f"It reads `en.yaml` and `{LANGUAGE}.yaml` here."
        )
    ]
