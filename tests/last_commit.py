"""The content as it was at the last commit. This reads git, and changes nothing in it."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

NONE = (
    "There is no last commit of {content} to compare with: it is in no git repository, or {more}."
)


def content_at_the_last_commit(content: Path, folder: Path) -> Path:
    """Write the committed files of a content folder into another folder; a sentence if none are."""
    archive = ["git", "-C", str(content), "archive", "--format=zip", "HEAD", "."]
    try:
        packed = subprocess.run(archive, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise SystemExit(NONE.format(content=content, more="git is not installed")) from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        more = f"nothing of it was committed yet. git says: {said}"
        raise SystemExit(NONE.format(content=content, more=more)) from None
    with ZipFile(BytesIO(packed)) as files:
        files.extractall(folder)
    return folder
