"""Short codes of conditions and questions, which ride behind the `#` of a page's address.

A code comes from an id alone, that is from the name of a file. New words, other languages and
whatever else comes or goes leave it as it is, so an address that a phone keeps never comes to
mean something else.
"""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

LENGTH = 5  # two of 100 names share a code once in 7,000 times, and `shared` tells of it
NO_CONDITION = "0" * LENGTH  # no code holds a 0
# Which words the page is to use. The first sign of what stands behind the `#`.
FOR_ONESELF, FOR_A_HELPER = "1", "2"


def code_of(name: str) -> str:
    """The code of an id."""
    return b32encode(sha256(name.encode()).digest())[:LENGTH].decode().lower()


def shared(names: Iterable[str]) -> list[tuple[str, ...]]:
    """The ids that share a code with another one, each lot together. There should be none."""
    found = defaultdict[str, list[str]](list)
    for name in names:
        found[code_of(name)].append(name)
    return [tuple(lot) for lot in found.values() if len(lot) > 1]


def fragment(condition: str | None, questions: Iterable[str], *, is_to_helper: bool) -> str:
    """What stands behind the `#`: in whose words, the condition, and the questions in order."""
    words = FOR_A_HELPER if is_to_helper else FOR_ONESELF
    about = code_of(condition) if condition else NO_CONDITION
    return words + about + "".join(map(code_of, questions))
