"""Saving answers and showing pages over HTTP, with 16 connections, on SQLite and on PostgreSQL."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

from tests.bench.measure import Row, say
from tests.bench.places import ROOT
from tests.bench.postgres import cluster
from tests.bench.servers import CONNECTIONS, Load, LoadFailed, load, served

SETTINGS = "assessment.config.settings"
FLOORS = {"bare view": "tests.bench.bare_settings", "bare view behind our middleware": "tests.bench.framed_settings"}
ROUNDS = 3
SECONDS = 4
SAVES = ROOT / "tests/bench/saves.lua"
TARGETS = {"section": "≥ 0.4", "result": "–", "save": "≥ 0.5"}

Floors = dict[str, str]
Work = Callable[[int], Load]


def measure() -> list[Row]:
    """This function will return the rows for saving and for pages, in requests per second."""
    rows = _measure_on("SQLite", "")
    with cluster() as url:
        if url is None:
            say("PostgreSQL is not installed: its rows are left out")
            return rows
        return rows + _measure_on("PostgreSQL", url)


def _measure_on(database: str, url: str) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="fourfold-bench-") as name:
        folder = Path(name)
        environment = {"FOURFOLD_DATA_DIR": name, "DATABASE_URL": url, "FOURFOLD_BENCH_PAGES": name}
        say(f"{database}: preparing")
        command = [sys.executable, "-m", "tests.bench.prepare", name]
        subprocess.run(command, env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": SETTINGS}, check=True)
        pages = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
        with ExitStack() as running:
            ours = running.enter_context(served(SETTINGS, environment))
            floors = {name: running.enter_context(served(each, environment)) for name, each in FLOORS.items()}
            rows = [row for page in pages for row in _page(database, page, ours, floors, folder)]
            return rows + _save(database, ours, floors, folder)


def _page(database: str, page: dict[str, str], ours: str, floors: Floors, folder: Path) -> list[Row]:
    name, address = page["name"], ours + page["path"]
    say(f"{database}: {name} page")
    shown = urlopen(Request(address, headers={"Cookie": page["cookie"]}), timeout=60).read()
    (folder / name).write_bytes(shown)
    header = f"Cookie: {page['cookie']}"
    return _rows(
        f"{name} page, {database}",
        lambda turn: load(address, SECONDS, header=header),
        {floor: lambda turn, at=at: load(f"{at}/page/{name}", SECONDS, header=header) for floor, at in floors.items()},
        TARGETS[name],
        f"the same {len(shown) / 1024:.0f} KiB from a",
    )


def _save(database: str, ours: str, floors: Floors, folder: Path) -> list[Row]:
    say(f"{database}: saving answers")
    return _rows(
        f"save an answer, {database}",
        lambda turn: load(ours, SECONDS, SAVES, str(folder / f"saves-{turn}.tsv")),
        {
            floor: lambda turn, at=at: load(at, SECONDS, SAVES, str(folder / f"floor-{turn}.tsv"))
            for floor, at in floors.items()
        },
        TARGETS["save"],
        "one upsert in a",
    )


def _rows(what: str, ours: Work, floors: dict[str, Work], target: str, note: str) -> list[Row]:
    """Ours and the floors take turns, so that a noisy neighbour disturbs all of them."""
    loads: dict[str, list[Load]] = {name: [] for name in ("", *floors)}
    for turn in range(ROUNDS):
        loads[""].append(ours(turn))
        for name, floor in floors.items():
            loads[name].append(floor(turn))
    failed = sum(each.errors for side in loads.values() for each in side)
    if failed:
        raise LoadFailed(f"{what}: {failed} requests failed")
    rates = {name: statistics.median(each.requests_per_second for each in side) for name, side in loads.items()}
    p99 = statistics.median(each.p99_milliseconds for each in loads[""])
    said = f"{CONNECTIONS} connections, no error, p99 {p99:.0f} ms"
    aims = {name: target if name == "bare view" else "–" for name in floors}
    return [Row(what, rates[""], rates[name], "requests/s", aims[name], f"{note} {name}; {said}") for name in floors]
