"""The content we ship, held to every rule we have. Nothing here quotes a word of it."""

from pathlib import Path

import pytest

from logic.commands.check import problems_in
from logic.content.items import (
    AssessmentCheck,
    Claim,
    Condition,
    GlossaryTerm,
    GuideSection,
    Item,
    ReferralResource,
    ScreeningTool,
    Source,
)
from logic.content.pack import KINDS, read_draft, sign_off_path
from logic.content.questions import Concern, Question, Recall
from logic.content.reading import read_entry
from logic.content.studies import StudySummary
from logic.content.translations import read_translation
from logic.rules import translations
from logic.rules.phrases import no_clinic_promotes
from tests.conftest import SHIPPED

ITEMS = sorted(SHIPPED.glob("*/*.en.md"))
WORDS = sorted(path.name for path in SHIPPED.glob("*/*.yaml"))
FEWEST: dict[type[Item], int] = {
    Condition: 9,
    GuideSection: 66,
    StudySummary: 60,
    Claim: 22,
    GlossaryTerm: 40,
    ScreeningTool: 11,
    AssessmentCheck: 15,
    ReferralResource: 3,
    Source: 150,
    Question: 60,
    Concern: 10,
    Recall: 27,
}


def test_the_content_breaks_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_TODAY")  # it was reviewed on real days, none of them to come

    problems = sorted(set(problems_in(SHIPPED)))

    assert not problems, "\n" + "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize("path", ITEMS, ids=[f"{path.parent.name}/{path.name}" for path in ITEMS])
def test_every_file_is_read(path: Path) -> None:
    item = read_entry(KINDS[path.parent.name], path).item

    assert item.title


@pytest.mark.parametrize(("kind", "fewest"), FEWEST.items(), ids=[kind.__name__ for kind in FEWEST])
def test_no_kind_of_content_has_shrunk(kind: type[Item], fewest: int) -> None:
    (folder,) = (name for name, model in KINDS.items() if model is kind)

    seen = len([path for path in ITEMS if path.parent.name == folder])

    assert seen >= fewest, f"Saw {seen} files in {folder}, {fewest} or more wanted."


def test_every_kind_has_a_floor_and_the_kiosk_has_its_own_words() -> None:
    assert FEWEST.keys() == set(KINDS.values())
    assert WORDS == ["en.yaml", "en.yaml", "en.yaml", "es.yaml", "es.yaml", "intervals.yaml"]


def test_every_item_has_its_words_in_spanish() -> None:
    whole = read_translation(read_draft(SHIPPED), "es", translations.RULES)

    assert len(list(whole.draft.translated())) == len(ITEMS)
    assert whole.problems == ()


def test_no_sign_off_is_shipped() -> None:
    assert not sign_off_path(SHIPPED).parent.exists()


def test_a_door_and_a_name_promote_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = tmp_path / "kiosk.toml"
    monkeypatch.setenv("KIOSK_SETTINGS", str(kiosk))
    kiosk.write_text(
        'clinic_name = "Right for Me Counseling"\n[[contacts]]\nname = "Nurse"\nkind = "pain"\n'
        'desk = "The safest way in after dark is Door B. Everyone should use it."\n',
        encoding="utf-8",
    )

    assert list(no_clinic_promotes(read_draft(SHIPPED))) == []
