"""Saving answers and showing pages over HTTP, with 16 connections, on SQLite and on PostgreSQL."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

from tests.bench.measure import Row, say
from tests.bench.places import ROOT
from tests.bench.postgres import cluster
from tests.bench.servers import CONNECTIONS, Load, LoadFailed, load, served

SETTINGS = "assessment.config.settings"
BARE_SETTINGS = "tests.bench.bare_settings"
ROUNDS = 3
SECONDS = 4
SAVES = ROOT / "tests/bench/saves.lua"
TARGETS = {"section": "≥ 0.4", "result": "–"}


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
        with served(SETTINGS, environment) as ours, served(BARE_SETTINGS, environment) as floor:
            pages = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
            return [_page(database, page, ours, floor, folder) for page in pages] + [
                _save(database, ours, floor, folder)
            ]


def _page(database: str, page: dict[str, str], ours: str, floor: str, folder: Path) -> Row:
    name, address = page["name"], ours + page["path"]
    say(f"{database}: {name} page")
    shown = urlopen(Request(address, headers={"Cookie": page["cookie"]}), timeout=60).read()
    (folder / name).write_bytes(shown)
    header = f"Cookie: {page['cookie']}"
    return _row(
        f"{name} page, {database}",
        lambda turn: load(address, SECONDS, header=header),
        lambda turn: load(f"{floor}/page/{name}", SECONDS),
        TARGETS[name],
        f"{len(shown) / 1024:.0f} KiB",
    )


def _save(database: str, ours: str, floor: str, folder: Path) -> Row:
    say(f"{database}: saving answers")
    return _row(
        f"save an answer, {database}",
        lambda turn: load(ours, SECONDS, SAVES, str(folder / f"saves-{turn}.tsv")),
        lambda turn: load(floor, SECONDS, SAVES, str(folder / f"floor-{turn}.tsv")),
        "≥ 0.5",
        "floor: one bare upsert",
    )


def _row(what: str, ours: Callable[[int], Load], floor: Callable[[int], Load], target: str, note: str) -> Row:
    """Ours and floor take turns, so that a noisy neighbour disturbs both."""
    loads = [(ours(turn), floor(turn)) for turn in range(ROUNDS)]
    failed = sum(each.errors for pair in loads for each in pair)
    if failed:
        raise LoadFailed(f"{what}: {failed} requests failed")
    rates = [statistics.median(pair[side].requests_per_second for pair in loads) for side in (0, 1)]
    p99 = statistics.median(pair[0].p99_milliseconds for pair in loads)
    return Row(
        what, rates[0], rates[1], "requests/s", target, f"{CONNECTIONS} connections, no error, p99 {p99:.0f} ms; {note}"
    )
