"""The pages of docs/ that are made from code, or speak of it, say what the code says."""

import ast
import re
from pathlib import Path

from logic.commands.check import EVERY_RULE
from logic.rules.document import document

TESTS = Path(__file__).parents[1]
DOCS = TESTS.parent / "docs"
FILES = sorted(TESTS.rglob("test_*.py"))


def test_the_list_of_rules_is_the_one_that_make_docs_writes() -> None:
    written = (DOCS / "rules.md").read_text(encoding="utf-8")

    assert written == document(EVERY_RULE), "Run `make docs`."


def test_every_rule_has_its_proof() -> None:
    proofs = (DOCS / "proofs.md").read_text(encoding="utf-8")

    names = [rule.__name__.replace("_", " ").capitalize() for rule in EVERY_RULE]

    assert [name for name in names if f"| {name} |" not in proofs] == []


def test_every_test_that_a_proof_names_exists_and_so_does_its_file() -> None:
    proofs = (DOCS / "proofs.md").read_text(encoding="utf-8")
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FILES]
    there = {one.name for tree in trees for one in tree.body if isinstance(one, ast.FunctionDef)}

    files = set(re.findall(r"\btest_\w+\.py\b", proofs))
    paths = set(re.findall(r"\btests/[\w/]+\.py\b", proofs))
    tests = set(re.findall(r"`(test_\w+)[`\[]", proofs))

    assert files - {path.name for path in FILES} == set()
    assert [path for path in paths if not (TESTS.parent / path).is_file()] == []
    assert tests - there == set()
