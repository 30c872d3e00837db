"""The pages of docs/ that are made from code say what the code says."""

from pathlib import Path

from logic.commands.check import EVERY_RULE
from logic.rules.document import document

DOCS = Path(__file__).parents[2] / "docs"


def test_the_list_of_rules_is_the_one_that_make_docs_writes() -> None:
    written = (DOCS / "rules.md").read_text(encoding="utf-8")

    assert written == document(EVERY_RULE), "Run `make docs`."


def test_every_rule_has_its_proof() -> None:
    proofs = (DOCS / "proofs.md").read_text(encoding="utf-8")

    names = [rule.__name__.replace("_", " ").capitalize() for rule in EVERY_RULE]

    assert [name for name in names if f"| {name} |" not in proofs] == []
