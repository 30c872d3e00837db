"""What a helper is told in place of "you", and what an editor is told of a form that is not right.

The rules that look at one text have their mistakes in `test_problems.py`.
"""

from pathlib import Path

import pytest

from logic.commands.check import problems_in
from logic.content.helping import for_a_helper
from logic.content.pack import KINDS, Pack, load_pack, pack_of, read_draft
from logic.content.problems import ContentError
from logic.content.sign_offs import hash_of, normal_form
from logic.content.strings import UiHelping
from logic.content.translations import fingerprint, read_translation
from logic.grade import no_section_is_too_hard
from logic.pseudo import LANGUAGE, add_to, pseudo
from logic.rules import RULES, translations
from tests.conftest import SAMPLE, Edit
from tests.sign_offs import changed, sign_off

SESSION = "guide_sections/short-nights-session.en.md"
UI = "ui_strings/en.yaml"
THEIR_UI = f"ui_strings/{LANGUAGE}.yaml"


def test_a_helper_is_told_of_the_person_they_are_with(pack: Pack) -> None:
    turned = for_a_helper(pack)

    section = turned.section["short-nights-session"]
    assert section.message == "They sit, they sip, they wait.[^ours]"
    assert section.body == "A person stays with them while they drink.[^example-page]"
    assert turned.ui_strings.headings.calm == "Nobody has to be alone with this"
    assert turned.ui_strings.labels.still_there == pack.ui_strings.labels.still_there
    assert pack.section["short-nights-session"].message.startswith("You sit")


def test_what_was_looked_up_before_is_not_carried_over(pack: Pack) -> None:
    before = pack.section["short-nights-session"]

    after = for_a_helper(pack).section["short-nights-session"]

    assert after is not before


def test_what_does_not_turn_is_shared(pack: Pack) -> None:
    turned = for_a_helper(pack)

    differing = {name for name in KINDS if getattr(turned, name) is not getattr(pack, name)}
    assert differing == {"guide_sections", "questions", "referral_resources"}
    assert turned.section["common-cost"] is pack.section["common-cost"]
    assert turned.ui_strings.choices is pack.ui_strings.choices
    assert turned.intervals is pack.intervals


def test_nothing_is_made_anew_where_every_form_is_the_same_words(pack: Pack) -> None:
    sections = tuple(
        one.model_copy(update={"helping": {"message": one.message}}) for one in pack.guide_sections
    )
    same = {"labels": {"still_there": pack.ui_strings.labels.still_there}, "headings": {}}
    ui = pack.ui_strings.model_copy(update={"helping": UiHelping.model_validate(same)})
    unturned = changed(pack, guide_sections=sections, ui_strings=ui)

    turned = for_a_helper(unturned)

    assert turned.guide_sections is unturned.guide_sections
    assert turned.ui_strings is unturned.ui_strings


def test_a_sign_off_covers_what_a_helper_is_told(pack: Pack, edited_content: Edit) -> None:
    name = "guide_sections/short-nights-session"
    session = pack.section["short-nights-session"]
    edited = edited_content(SESSION, "they sip", "they drink")

    after = read_draft(edited).items()[name]

    assert not sign_off(session).approves(after)
    assert fingerprint(session) != fingerprint(after)


def test_what_is_signed_off_is_so_for_a_helper_too(pack: Pack) -> None:
    session = pack.section["short-nights-session"]
    signed = changed(pack, sign_offs=(sign_off(session),))

    turned = for_a_helper(signed)

    assert turned.sign_off(turned.section["short-nights-session"]) is not None


def test_an_item_without_such_a_form_is_signed_as_it_always_was(pack: Pack) -> None:
    tea = pack.term["tea"]

    assert "helping" not in normal_form("glossary/tea", tea)
    assert hash_of("glossary/tea", tea).startswith("4fadbaf18bb137c949ca30ec")


def test_words_that_are_too_hard_for_a_helper_are_told(edited_content: Edit) -> None:
    hard = "Interdisciplinary considerations necessitate comprehensive administrative evaluation."
    content = edited_content(
        SESSION, "  message: They sit, they sip", f"  message: {hard} They sip"
    )

    [problem] = [
        one for one in no_section_is_too_hard(read_draft(content)) if one.path == content / SESSION
    ]

    assert problem.line == 10
    assert problem.message.startswith("This reads at grade ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "    calm: Nobody has to be alone with this\n",
            "",
            "`headings.calm` says “You”. Write under `helping` how a helper is told it",
        ),
        (
            "    calm: Nobody",
            "    calmly: Nobody",
            "`headings.calmly` is no text of this file. Did you mean `headings.calm`?",
        ),
        (
            "    calm: Nobody",
            '    calm: "{count} Nobody',
            "What stands in { } is not the same. Compare this with `headings.calm`.",
        ),
        (
            "    calm: Nobody",
            "    calm: Sleepless? Nobody",
            "“sleepless” gives the condition away to a passer-by. Name the idea instead.",
        ),
    ],
    ids=["missing", "misspelt", "placeholder", "giveaway"],
)
def test_a_form_of_the_kiosks_own_words_that_is_not_right_is_told(
    edited_content: Edit, old: str, new: str, told: str
) -> None:
    end = " has to be alone with this"
    more = '"' if '"' in new else ""
    content = edited_content(UI, old + end * bool(new), new + (end + more) * bool(new))

    assert [one for one in problems_in(content) if one.message.startswith(told)]


def test_a_kiosk_runs_without_a_form_and_never_with_a_wrong_one(edited_content: Edit) -> None:
    content = edited_content(SESSION, "  message: They sit, they sip, they wait.[^ours]\n", "")
    pack = load_pack(content, RULES)

    told = for_a_helper(pack).section["short-nights-session"].message

    assert told == "You sit, you sip, you wait.[^ours]"
    edited_content(SESSION, "  body: A person", "  bodi: A person")
    with pytest.raises(ContentError, match="`bodi` is no text of this file"):
        load_pack(content, RULES)


def test_the_texts_of_a_short_file_are_named_where_none_is_close(edited_content: Edit) -> None:
    wrong = "next_review: 2026-07-15\nhelping:\n  name: Who pours for them?"
    content = edited_content("questions/who-pours.en.md", "next_review: 2026-07-15", wrong)

    (problem,) = problems_in(content)

    assert problem.message == (
        "`name` is no text of this file. Here: `title`. Name one, or take it out."
    )


def test_another_language_turns_the_same_texts(tmp_path: Path) -> None:
    add_to(SAMPLE, tmp_path / "both")

    other = read_translation(read_draft(tmp_path / "both"), LANGUAGE, translations.RULES)

    assert other.problems == ()
    assert other.draft.ui_strings.addresses == ()
    turned = for_a_helper(pack_of(other.draft))
    section = turned.section["short-nights-session"]
    assert section.message == pseudo("They sit, they sip, they wait.[^ours]")
    assert turned.ui_strings.headings.calm == pseudo("Nobody has to be alone with this")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    calm: ", "    guide: ", "`helping.headings.calm` has no words. Translate it."),
        (
            "    calm: ",
            "    guide: x\n    calm: ",
            "`helping.headings.guide` does not turn in the source. Take it out.",
        ),
    ],
    ids=["missing", "too much"],
)
def test_another_language_turns_no_other_words_of_the_kiosk(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    add_to(SAMPLE, tmp_path / "both")
    path = tmp_path / "both" / THEIR_UI
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")

    assert told in [one.message for one in problems_in(tmp_path / "both")]
