"""Rules of the house that no single room can keep by itself."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
NOT_OURS = {".git", ".hypothesis", ".venv", "var", "staticfiles", "__pycache__", "vendor"}
PURE_ROOMS = ["assessment.scoring", "recommendations.rules"]


def our_files(*suffixes: str) -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        is_ours = not NOT_OURS.intersection(parts) and not any(part.endswith("_cache") for part in parts)
        if path.is_file() and is_ours and (not suffixes or path.suffix in suffixes):
            yield path


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_room_loads_no_django(room: str) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / room.replace(".", "/")).rglob("*.py"))
        if path.name != "__init__.py"
    ]
    script = (
        f"import importlib, sys; [importlib.import_module(name) for name in {modules!r}]; "
        "sys.stdout.write(','.join(sorted(n for n in sys.modules if n.split('.')[0] in {'django', 'yaml', 'weasyprint'})))"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (len(modules) > 0, run.stdout) == (True, "")


def test_every_room_has_its_floor() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    rooms = [
        f"{path.parent.parent.name}.{path.parent.name}"
        for house in ("assessment", "recommendations")
        for path in (ROOT / house).glob("*/__init__.py")
    ]
    assert sorted(floors) == sorted(rooms)


TEMPLATES = [str(path.relative_to(ROOT / "templates")) for path in our_files(".html") if "templates" in path.parts]


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name: str) -> None:
    assert get_template(name).template.name == name


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_has_no_inline_style_or_script(name: str) -> None:
    source = (ROOT / "templates" / name).read_text(encoding="utf-8")
    inline = re.findall(
        r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", source
    )
    if name.startswith("report/print/"):
        inline = [found for found in inline if found != "<style"]  # the print document is one file; no browser gets it
    assert inline == []


# Written in two parts, so that this file does not find itself.
FORBIDDEN = ["pypi." + "org", "files.python" + "hosted", "registry." + "npmjs", "deb." + "debian.org"]
MACHINE_PATHS = [r"/ro" + "ot/", r"(?<![\w.])/wo" + r"rk/", r"/ho" + r"me/\w", r"(?<!\w)/t" + r"mp/"]


def test_no_registry_host_and_no_machine_path_in_the_project() -> None:
    pattern = re.compile("|".join([*map(re.escape, FORBIDDEN), *MACHINE_PATHS]))
    found = []
    for path in our_files():
        if path.suffix in {".ttf", ".mo", ".png", ".ico", ".pdf", ".gz"} or path.name == ".env":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-hans.md", "CONTRIBUTING.md"])
def test_commands_in_the_documents_exist(name: str) -> None:
    usage = subprocess.run(["sh", "run", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    known = set(re.findall(r"^\./run(?: ([a-z-]+))?", usage, flags=re.MULTILINE))
    named = set(re.findall(r"\./run(?: ([a-z-]+))?", (ROOT / name).read_text(encoding="utf-8")))
    assert named - known == set()
