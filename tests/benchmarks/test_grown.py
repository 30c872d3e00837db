"""Content that is several times what is shipped: it keeps every rule, or nothing is measured."""

import pytest

from benchmarks.grown import grow
from logic.content.pack import Pack
from logic.judging import judge
from logic.matching import own_sections, studies_of
from tests.conftest import SHIPPED

TIMES = 3


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, ...]:
    """The packs of content that was grown, in each language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SHIPPED))
        content = tmp_path_factory.mktemp("grown") / "content"
        grow(content, TIMES)
        found = judge(content)
    assert found.behind == ()
    return found.packs


@pytest.fixture(scope="module")
def shipped() -> tuple[Pack, ...]:
    """The packs of what is shipped."""
    return judge(SHIPPED).packs


def test_there_is_so_many_times_as_much_of_each_condition_in_every_language(
    grown: tuple[Pack, ...], shipped: tuple[Pack, ...]
) -> None:
    for more, one in zip(grown, shipped, strict=True):
        assert more.language == one.language
        assert len(more.conditions) == TIMES * len(one.conditions)
        assert len(more.study_summaries) == TIMES * len(one.study_summaries)
        assert len(more.glossary) == len(one.glossary)


def test_a_copy_of_a_condition_has_copies_alone_and_as_many(
    grown: tuple[Pack, ...], shipped: tuple[Pack, ...]
) -> None:
    source, original = grown[0], shipped[0]
    for condition in original.conditions:
        studies = studies_of(original, condition.id)
        copies = studies_of(source, f"{condition.id}-{TIMES}")
        assert [one.id for one in copies] == [f"{one.id}-{TIMES}" for one in studies]
        assert {one.source.rpartition("-")[2] for one in copies} <= {str(TIMES)}
        sections = own_sections(source, f"{condition.id}-{TIMES}")
        assert len(sections) == len(own_sections(original, condition.id))
