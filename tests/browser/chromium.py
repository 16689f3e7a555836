"""Where the browser is: found, or installed where apt-get may; run alone, it does just that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = (
    "no Chromium here: the page cannot be tested.  Install it (Debian, Ubuntu: "
    "apt-get install chromium), or name its executable in the variable CHROMIUM"
)


def find() -> str | None:
    """The executable of Chromium or Chrome, null when there is none."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Installs Debian's package; raises ``CalledProcessError`` when that fails."""
    print("no Chromium here: installing Debian's package", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ("chromium", "fonts-dejavu-core")
    for command in (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages),
    ):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)


def main() -> None:
    """Prints the browser's version; without a browser, exit code 1 and what to do."""
    may_install = shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0
    if find() is None and may_install:
        try:
            install()
        except subprocess.CalledProcessError as error:
            sys.exit(f"{' '.join(error.cmd)} failed with exit code {error.returncode}; {MISSING}")
    executable = find()
    if executable is None:
        sys.exit(MISSING)
    subprocess.run((executable, "--version"), check=True)


if __name__ == "__main__":
    main()
