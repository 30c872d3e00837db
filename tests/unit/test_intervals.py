"""The intervals of our own: which pairs of counts need one, and the command that makes them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.intervals import Pair, intervals_path, pairs
from logic.content.outcomes import Figure, Outcome
from logic.content.pack import Pack, load_pack
from logic.content.studies import StudySummary
from logic.rules import RULES
from tests.conftest import SAMPLE, SHIPPED, Edit

RIVER = "study_summaries/river-trial.en.md"


def burned(pack: Pack, **changes: object) -> Outcome:
    """The outcome of the sample that prints counts and no interval, with some fields changed."""
    return pack.study["river-trial"].outcomes[1].model_copy(update=changes)


def needed(pack: Pack, outcome: Outcome, **changes: object) -> list[Pair]:
    """The pairs of the river trial, were that outcome its only one."""
    river = pack.study["river-trial"].model_copy(update={"outcomes": (outcome,), **changes})
    return list(pairs([river], pack.source))


def with_people(study: StudySummary, *participants: int | None) -> dict[str, object]:
    """A crossover whose arms have so many people of their own."""
    arms = zip(study.arms, participants, strict=True)
    changed = [arm.model_copy(update={"participants": people}) for arm, people in arms]
    return {"study_design": "crossover-trial", "participants": 120, "arms": tuple(changed)}


def test_counts_that_are_printed_without_an_interval_need_one(pack: Pack) -> None:
    (pair,) = pairs(pack.study_summaries, pack.source)

    assert pair.place == ("river-trial", 1, "tea")
    assert pair.arm == ("tea", 6, 60)
    assert pair.comparator == ("water", 0, 60)


def test_an_interval_that_the_work_prints_is_never_worked_out_again(pack: Pack) -> None:
    printed = pack.study["river-trial"].outcomes[0]

    assert needed(pack, printed) == []


def test_a_difference_without_an_interval_needs_one(pack: Pack) -> None:
    effect = pack.study["river-trial"].outcomes[0].effect
    assert effect is not None
    bare = effect.model_copy(update={"low": None, "high": None})

    assert len(needed(pack, burned(pack, effect=bare))) == 1


def test_no_count_is_worked_out_of_a_percentage(pack: Pack) -> None:
    tea, _ = burned(pack).figures
    shares = (tea, Figure(arm="water", percent=10, analysed=60))

    assert needed(pack, burned(pack, figures=shares)) == []


def test_nothing_is_worked_out_of_what_we_know_second_hand(pack: Pack) -> None:
    assert needed(pack, burned(pack, source="meadow-paper")) == []


def test_nothing_is_worked_out_of_a_source_that_is_not_there(pack: Pack) -> None:
    assert needed(pack, burned(pack, source="pond-paper")) == []


@pytest.mark.parametrize(
    ("participants", "count"),
    [((60, 60), 1), ((120, 120), 0), ((60, None), 0), ((None, None), 0)],
    ids=["first phase", "same people", "one arm untold", "untold"],
)
def test_a_crossover_needs_one_only_where_its_arms_are_different_people(
    pack: Pack, participants: tuple[int | None, int | None], count: int
) -> None:
    crossover = with_people(pack.study["river-trial"], *participants)

    assert len(needed(pack, burned(pack), **crossover)) == count


def test_each_of_several_drug_arms_is_held_against_the_comparator(pack: Pack) -> None:
    tea, water = burned(pack).figures
    green = tea.model_copy(update={"arm": "green-tea"})

    found = needed(pack, burned(pack, figures=(tea, green, water)))

    assert [(one.arm.arm, one.comparator.arm) for one in found] == [
        ("tea", "water"),
        ("green-tea", "water"),
    ]


def test_a_page_finds_an_interval_by_study_outcome_and_arm(pack: Pack) -> None:
    found = pack.interval["river-trial", 1, "tea"]

    assert (found.arm.events, found.comparator.events) == (6, 0)
    assert found.risk_difference.value == 10


@pytest.mark.parametrize("content", [SAMPLE, SHIPPED], ids=["sample", "shipped"])
def test_the_intervals_are_exactly_what_the_command_makes_of_the_counts(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(content, tmp_path / "content"))
    intervals_path(copy).unlink()

    status = main(["intervals", str(copy)])

    assert status == 0
    made, kept = (intervals_path(one).read_text("utf-8") for one in (copy, content))
    assert made == kept
    assert f"{made.count('- study:')} intervals in" in capsys.readouterr().out


def test_a_corrected_count_is_put_right_by_the_command(edited_content: Edit) -> None:
    content = edited_content(
        RIVER, "percent: 10\n        events: 6", "percent: 20\n        events: 12"
    )

    status = main(["intervals", str(content)])

    assert status == 0
    assert load_pack(content, RULES).interval["river-trial", 1, "tea"].risk_difference.value == 20


def test_nothing_is_made_of_figures_that_cannot_be(
    edited_content: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    content = edited_content(RIVER, "events: 6\n", "events: 61\n")
    before = intervals_path(content).read_text(encoding="utf-8")

    status = main(["intervals", str(content)])

    assert status == 1
    assert f"{RIVER}:63: 61 of 60 cannot be. Check both counts." in capsys.readouterr().out
    assert intervals_path(content).read_text(encoding="utf-8") == before


def test_a_file_of_intervals_is_written_whole_or_not_at_all(
    edited_content: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = edited_content(
        RIVER, "percent: 10\n        events: 6", "percent: 20\n        events: 12"
    )
    path = intervals_path(content)
    before, write = path.read_text(encoding="utf-8"), Path.write_text

    def half(self: Path, text: str, encoding: str) -> int:
        write(self, text[: len(text) // 2], encoding)
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_text", half)

    with pytest.raises(OSError, match="No space left"):
        main(["intervals", str(content)])

    assert path.read_text(encoding="utf-8") == before
    assert list(path.parent.iterdir()) == [path]


def test_content_that_needs_no_interval_may_have_no_file_or_an_empty_one(
    edited_content: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    content = edited_content(RIVER, "        events: 0\n        analysed: 60\n", "")
    intervals_path(content).unlink()
    without = load_pack(content, RULES)

    main(["intervals", str(content)])

    assert load_pack(content, RULES) == without
    assert capsys.readouterr().out.startswith("0 intervals in ")


def test_a_check_needs_no_statsmodels() -> None:
    code = (
        "import sys; sys.modules['statsmodels'] = None\n"
        f"from logic.__main__ import main; sys.exit(main(['check', {str(SAMPLE)!r}]))"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "Nothing to fix.\n"), done.stderr
