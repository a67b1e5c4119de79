"""Downloads one file of a package from the index that pip uses.

`pip download --no-binary` would run the package's build backend only to read its metadata.
"""

import hashlib
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.parse
import urllib.request


def index_url():
    named = os.environ.get("PIP_INDEX_URL")
    if not named:
        asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
        named = subprocess.run(asked, capture_output=True, text=True).stdout.strip()
    return (named or "https://pypi.org/simple").rstrip("/") + "/"


def download(package, file, sha256, folder):
    """Puts the file into the folder, unless it is there, and checks it."""
    path = pathlib.Path(folder) / file
    if not path.exists():
        page = urllib.parse.urljoin(index_url(), re.sub(r"[-_.]+", "-", package).lower() + "/")
        with urllib.request.urlopen(page, timeout=180) as answer:
            links = re.findall(r'href="([^"]+)"', answer.read().decode())
        links = [html.unescape(link) for link in links if urllib.parse.urlsplit(link).path.endswith("/" + file)]
        if not links:
            sys.exit(f"the index has no {file}: {page}")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        with urllib.request.urlopen(urllib.parse.urljoin(page, links[0]), timeout=180) as answer:
            with part.open("wb") as out:
                shutil.copyfileobj(answer, out)
        part.replace(path)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        path.unlink()
        sys.exit(f"{file} is not the pinned file: its SHA-256 is {found}")
    return path


def unpack(archive, folder):
    """The one directory of a source distribution."""
    shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    (directory,) = pathlib.Path(folder).iterdir()
    return directory
