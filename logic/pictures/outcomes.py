"""Which outcomes of a study are drawn as people in every arm, and which fade over time."""

from dataclasses import dataclass

from logic.content.outcomes import Outcome
from logic.content.pack import Pack
from logic.content.shares import HUNDRED, Share, shares
from logic.content.studies import StudySummary
from logic.content.vocabulary import OutcomeAbout
from logic.pictures.differences import Difference, difference
from logic.pictures.icon_array import icon_array
from logic.pictures.svg import address

FEWEST_TIMES = 3  # of one outcome, to be drawn over time
IN_A_ROW = 10
IN_A_ROW_OVER_TIME = 20  # flat arrays, so that times stand one below the other


@dataclass(frozen=True)
class Panel:
    """One arm of a picture: its share, and the address of its drawing."""

    share: Share
    image: str


@dataclass(frozen=True)
class Picture:
    """An outcome as people in every arm, what the drug is held against last."""

    outcome: Outcome
    place: int  # of the outcome among those of its study
    panels: tuple[Panel, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Pictures:
    """What is drawn of a study: single outcomes in their order, and what was counted many times."""

    single: tuple[Picture, ...]
    over_time: tuple[tuple[Picture, ...], ...]

    def times(self, about: OutcomeAbout) -> tuple[tuple[Picture, ...], ...]:
        """What is drawn over time of the gain, or of the harm."""
        return tuple(times for times in self.over_time if times[0].outcome.about == about)

    def first(self, about: OutcomeAbout) -> Picture | None:
        """The picture that stands for the gain or the harm: of the main question, or the first."""
        fitting = [one for one in self.single if one.outcome.about == about]
        return next((one for one in fitting if one.outcome.main), next(iter(fitting), None))


def pictures_of(pack: Pack) -> dict[str, Pictures]:
    """What is drawn of every study, by its id."""
    return {study.id: pictures(study, pack) for study in pack.study_summaries}


def pictures(study: StudySummary, pack: Pack) -> Pictures:
    """What is drawn of one study."""
    told = {
        place: found
        for place, outcome in enumerate(study.outcomes)
        if (found := shares(study, outcome, pack.source))
    }
    series: dict[tuple[str, ...], list[int]] = {}
    for place, found in told.items():
        named = (study.outcomes[place].name, *(share.arm.id for share in found))
        series.setdefault(named, []).append(place)
    faded = [places for places in series.values() if len(places) >= FEWEST_TIMES]
    alone = [place for place in told if not any(place in places for places in faded)]

    def drawn(place: int, in_a_row: int) -> Picture:
        return picture(study, place, told[place], pack, in_a_row)

    return Pictures(
        tuple(drawn(place, IN_A_ROW) for place in alone),
        tuple(tuple(drawn(place, IN_A_ROW_OVER_TIME) for place in places) for places in faded),
    )


def picture(
    study: StudySummary, place: int, found: tuple[Share, ...], pack: Pack, in_a_row: int
) -> Picture:
    """One outcome, drawn. Only people of 100 have a difference in people of 100."""
    outcome, against = study.outcomes[place], found[-1]

    def drawn(share: Share) -> str:
        marked = more(share, found)
        return address(icon_array(share.people, share.of, marked, outcome.higher_is, in_a_row))

    differences = tuple(
        difference(pack, study, place, share, against)
        for share in found
        if share.of == against.of == HUNDRED and not share.arm.comparator
    )
    return Picture(
        outcome, place, tuple(Panel(share, drawn(share)) for share in found), differences
    )


def more(share: Share, found: tuple[Share, ...]) -> int:
    """How many more people an arm has than every arm that it is held against."""
    others = [one for one in found if one.arm.comparator != share.arm.comparator]
    if any(one.of != share.of for one in others):
        return 0
    return max(0, share.people - max(one.people for one in others))
