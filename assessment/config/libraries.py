"""The system libraries that the PDF needs, and the Debian packages that bring them."""

import ctypes
import sys
from ctypes.util import find_library

# Debian package → the library's file on Linux, its short name elsewhere
LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "pango-1.0"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "pangoft2-1.0"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "harfbuzz-subset"),
}


def missing_packages() -> list[str]:
    """This function will return the Debian packages whose library cannot be loaded."""
    return [package for package, names in LIBRARIES.items() if not _loads(*names)]


def install_command(packages: list[str]) -> str:
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _loads(file: str, name: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return find_library(name) is not None
    return True


if __name__ == "__main__":
    sys.stdout.write(" ".join(missing_packages()))
