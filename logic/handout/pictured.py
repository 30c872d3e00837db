"""The one study that a paper draws, gain and harm alike, and those that must be read with it."""

from collections.abc import Iterator
from urllib.parse import unquote

from logic.content import studies
from logic.content.prose import Marker, markers
from logic.content.vocabulary import OutcomeAbout, Words
from logic.formats import counted
from logic.handout.notes import Notes
from logic.handout.words import Array, Block, Drawn, Run, Study
from logic.matching import partners, studies_of
from logic.pictures.outcomes import Panel, Picture, Pictures, pictures
from logic.pictures.words import apart, count, how_far_off, legend
from logic.says_who import of_finding, of_harms, of_seller, of_work
from logic.withheld import is_withheld

SIDES: tuple[OutcomeAbout, ...] = ("benefit", "harm")
IN_A_ROW = 10


def studies_in_pictures(condition: str, notes: Notes) -> tuple[Study, ...]:
    """The study that is drawn, and behind it in words what must be read with it."""
    found = drawable(condition, notes)
    if found is None:
        return ()
    study, drawn = found
    behind = partners(study, notes.pack.study)
    return (in_short(study, notes, drawn), *(in_short(one, notes) for one in behind))


def drawable(condition: str, notes: Notes) -> tuple[studies.StudySummary, Pictures] | None:
    """The surest study, then the newest, of which both the gain and the harm can be drawn.

    Nobody chose it for what it found, and never is one half of a study drawn alone.
    """
    pack = notes.pack
    for study in studies_of(pack, condition):
        drawn = pictures(study, pack)
        both = all(drawn.first(about) and not drawn.times(about) for about in SIDES)
        if both and not is_withheld(study, pack, notes.today):
            return study, drawn
    return None


def in_short(study: studies.StudySummary, notes: Notes, drawn: Pictures | None = None) -> Study:
    """What a study found and what harm it did, in a sentence each; both drawn, or none."""
    if held := notes.held_back(study):
        return Study(notes.part(study, *held), (), ())
    told = notes.part(study, *what_it_is(study, notes))
    found = notes.line(study.in_short, study, unsaid(study.in_short, of_finding(study)))
    gain = picture(study, drawn, "benefit", notes)
    harms = notes.line(study.harms_in_short, study, unsaid(study.harms_in_short, of_harms(study)))
    return Study(told, (found,), (harms,), gain, picture(study, drawn, "harm", notes))


def what_it_is(study: studies.StudySummary, notes: Notes) -> Iterator[Block]:
    """Its kind, year, drugs and size; whether the seller made it; how sure we can be of it."""
    ui, labels = notes.pack.ui_strings, notes.labels
    size = labels.people_unknown
    if study.participants is not None:
        size = Words(counted(ui.counted.people_count, study.participants, notes.locale))
    drugs = [ui.choices.drug[drug] for drug in study.drugs]
    kind = ui.choices.study_design[study.study_design]
    own = [study.name] if study.name else []
    every = " · ".join([*own, str(study.published), *drugs, kind, size])
    yield notes.line(every, study, [of_work(study)])
    if study.seller_made == "yes":
        yield notes.line(labels.seller_made, study, of_seller(study))
    if study.seller_made == "not-checked":
        yield notes.line(labels.seller_not_checked, study)
    yield notes.how_sure(study.certainty)


def unsaid(text: str, said_by: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Who says a sentence, where it does not tell so itself."""
    return () if markers(text) else said_by


def picture(
    study: studies.StudySummary, drawn: Pictures | None, about: OutcomeAbout, notes: Notes
) -> Drawn | None:
    """The picture that stands for the gain, or for the harm."""
    shown = drawn.first(about) if drawn else None
    if shown is None:
        return None
    outcome = shown.outcome
    main = [Run(f"{notes.labels.main_question} ")] if outcome.main else []
    head = Block(
        (
            *main,
            *(Run(run.text, "strong") for run in notes.runs(outcome.name, study)),
            Run(" "),
            *notes.runs(outcome.time_point, study),
            notes.source(outcome.source, study),
        )
    )
    arrays = tuple(array(panel, study, notes) for panel in shown.panels)
    read = Block((Run(legend(notes.labels, notes.locale, shown)),))
    return Drawn(head, arrays, tuple(in_words(shown, notes)), read)


def array(panel: Panel, study: studies.StudySummary, notes: Notes) -> Array:
    """One arm: its name, its people as dots, and their number."""
    share, labels = panel.share, notes.labels
    return Array(
        notes.line(share.arm.name, study),
        unquote(panel.image.partition(",")[2]),
        labels.picture_alt.format(people=share.people, of=share.of),
        min(share.of, IN_A_ROW),
        count(share, labels),
    )


def in_words(shown: Picture, notes: Notes) -> Iterator[Block]:
    """The difference in words, and whether it is a clear one."""
    ui, several = notes.pack.ui_strings, len(shown.differences) > 1
    for one in shown.differences:
        told = apart(one, ui, notes.locale, several=several)
        yield Block((Run(told, "strong"), Run(f" {how_far_off(one, ui.labels)}")))
    clear = ui.choices.clear_difference[shown.outcome.clear_difference]
    yield Block((Run(f"{ui.labels.clear_difference} {clear}."),))
