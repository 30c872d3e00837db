"""Print how hard every guide section is to read, and which sentences make it so, hardest first."""

from argparse import Namespace
from collections.abc import Iterator
from statistics import median

from logic.content.pack import Draft, read_draft
from logic.content.translations import translations_of
from logic.grade import SCALES, hardest_sentences, section_scores, sections

TOLD = 3  # sentences of a section


def run(given: Namespace) -> int:
    """Print one line for each section, then the median, for each language."""
    source = read_draft(given.content)
    drafts = [source, *(one.draft for one in translations_of(source))]
    print("\n".join("\n".join(lines(draft)) for draft in drafts))
    return 0


def lines(draft: Draft) -> Iterator[str]:
    """What is told of one language."""
    scores, scale = section_scores(draft), SCALES.get(draft.language)
    if scale is None:
        yield f"language {draft.language}: no scale is known for it."
    elif not scores:
        yield f"language {draft.language}: no guide section to read."
    else:
        easier = "higher is easier" if scale.higher_is_easier else "lower is easier"
        yield f"language {draft.language}, {scale.name}, {easier}"
        known = {entry.item.id: entry.item for entry in sections(draft)}
        for name, score in scale.hardest_first(scores):
            yield f"{score:5.1f}  {name}"
            for sentence, its_own in hardest_sentences(known[name], draft)[:TOLD]:
                yield f"{its_own:12.1f}  {sentence}"
        yield f"{median(scores.values()):5.1f}  the median of {len(scores)} sections"
