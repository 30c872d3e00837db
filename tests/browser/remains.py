"""What a kiosk and its browser wrote, and how it is searched: every byte, however it is written."""

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

# One file for each thread. `-yy` tells the whole path of what was opened.
TRACE = ["strace", "-ff", "-yy", "-qq", "--seccomp-bpf", "-e", "trace=open,openat,creat"]
OPENED = re.compile(r"(?:creat\(|O_WRONLY|O_RDWR|O_CREAT).* = \d+<(/[^>]*)>")
NO_DISK = ("/dev/", "/proc/", "/sys/", "/memfd:")
ESCAPED = re.compile(rb"%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}")
NO_LETTERS = bytes(one for one in range(256) if not chr(one).isascii() or not chr(one).isalnum())
GZIPPED = re.compile(rb"\x1f\x8b\x08")


def written(traces: Path) -> set[Path]:
    """Every file that traced programs opened to write, except what is no file on a disk."""
    said = (trace.read_text(errors="replace") for trace in traces.iterdir())
    paths = {path for text in said for path in OPENED.findall(text)}
    return {Path(path) for path in paths if not path.startswith(NO_DISK)}


def found_in(files: Iterable[Path], words: Iterable[str]) -> list[tuple[str, Path]]:
    """Which words stand in which files."""
    sought = {letters(one.encode()): one for one in words}
    return [
        (sought[one], path)
        for path in files
        for text in texts(path.read_bytes())
        for one in sought
        if one in text
    ]


def texts(raw: bytes) -> Iterator[bytes]:
    """The letters of a file, and those of everything in it that was packed by gzip."""
    yield letters(raw)
    for start in GZIPPED.finditer(raw):
        unpacked = zlib.decompressobj(wbits=31)
        try:
            yield letters(unpacked.decompress(raw[start.start() :]))
        except zlib.error:
            continue  # three bytes that only look like a beginning


def letters(raw: bytes) -> bytes:
    """Plain letters and digits alone, in small: the same in UTF-8, UTF-16, an address and JSON."""
    return ESCAPED.sub(b"", raw).lower().translate(None, NO_LETTERS)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file in a folder that can be read as one."""
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def digests(folders: Iterable[Path]) -> frozenset[bytes]:
    """What tells files apart that are not the same, byte by byte."""
    return frozenset(digest(path) for folder in folders for path in files_in(folder))


def digest(path: Path) -> bytes:
    """The same for two files that are the same byte by byte."""
    return sha256(path.read_bytes()).digest()
