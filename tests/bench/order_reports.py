"""Orders reports of many clients in a new database, lets one and two processes draw them in turns, and packs the ZIP.

`order_reports REPORTS` prints what it saw as JSON. The environment names an empty FOURFOLD_DATA_DIR.
"""

import hashlib
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

import django

django.setup()

# Models can be imported once Django is set up.
from django.core.management import call_command  # noqa: E402

from assessment.accounts.access import Seat  # noqa: E402
from assessment.accounts.models import (  # noqa: E402
    Client,
    Grant,
    GrantLevel,
    User,
    Workspace,
    WorkspaceRole,
)
from assessment.bank.queries import current_release  # noqa: E402
from assessment.bank.releases import scorer_of  # noqa: E402
from assessment.responses.actions import start_assessment  # noqa: E402
from assessment.responses.answering import Change, save_section  # noqa: E402
from assessment.scoring.scorecard import Scope  # noqa: E402
from recommendations.plan.actions import submit_and_advise  # noqa: E402
from recommendations.report.editions.options import EditionOptions  # noqa: E402
from recommendations.report.models import Batch  # noqa: E402
from recommendations.report.queue.archive import archive_of  # noqa: E402
from recommendations.report.queue.orders import Wanted, order_reports  # noqa: E402
from recommendations.report.queue.queries import batch_count  # noqa: E402
from tests.bench.measure import say  # noqa: E402
from tests.bench.processes import descendants, memory_of, processor_of  # noqa: E402
from tests.bench.sample_answers import random_answers  # noqa: E402

BANK = "four-barriers"
LANGUAGES = ("en", "zh-hans")
TURN = 10
Process = subprocess.Popen[str]


@dataclass
class Seen:
    """`seconds` and `reports` with one and with two processes; `processor` seconds of all; MiB of all after each turn."""

    seconds: list[float] = field(default_factory=lambda: [0.0, 0.0])
    reports: list[int] = field(default_factory=lambda: [0, 0])
    processor: list[float] = field(default_factory=lambda: [0.0, 0.0])
    memory: list[float] = field(default_factory=list)
    failed: int = 0
    zip_seconds: float = 0.0
    zip_files: int = 0
    broken: int = 0


def main(count: int) -> None:
    """This function will order `count` reports and print what was seen while they were drawn."""
    call_command("set_up", stdout=sys.stderr)
    seat, wanted = clients(count // len(LANGUAGES))
    batch = order_reports(seat=seat, wanted=wanted, options=EditionOptions(languages=LANGUAGES))
    seen, drawers = Seen(), [_drawer(), _drawer()]
    while batch_count(batch).is_moving:
        for number in (1, 2):
            _turn(drawers[:number], seen)
        seen.memory.append(sum(_all_of(drawer, memory_of) for drawer in drawers))
        say(f"{batch_count(batch).settled} of {count} reports")
    for drawer in drawers:
        drawer.communicate()
    _pack(batch, seat, seen)
    sys.stdout.write(json.dumps(asdict(seen)))


def clients(count: int) -> tuple[Seat, list[Wanted]]:
    """This function will make a workspace with `count` clients that answered everything, and return what to order."""
    person = User.objects.create_user("bench@example.org", None, name="Bench")
    workspace = Workspace.objects.create(slug="bench", name="Bench")
    workspace.memberships.create(person=person, role=WorkspaceRole.CONSULTANT)
    release, wanted = current_release(BANK), []
    assert release is not None
    document = scorer_of(release.pk).document
    for number in range(count):
        opened = start_assessment(
            enterprise_name=f"恒达 Client {number:03d}", release=release, scope=Scope.FULL, language="en"
        )
        changes = [Change(key, answer, 0) for key, answer in random_answers(document, number).items()]
        save_section(assessment=opened.assessment, changes=changes)
        submit_and_advise(assessment=opened.assessment)
        enterprise = opened.assessment.enterprise
        Grant.objects.create(enterprise=enterprise, workspace=workspace, level=GrantLevel.EDIT)
        wanted.append(Wanted(Client.objects.create(workspace=workspace, enterprise=enterprise), opened.assessment))
    return Seat(person, workspace, WorkspaceRole.CONSULTANT), wanted


def _drawer() -> Process:
    command = [sys.executable, "-m", "tests.bench.drawer"]
    drawer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    _draw([drawer], 1)  # warm, and not counted
    return drawer


def _turn(drawers: list[Process], seen: Seen) -> None:
    place, begun = len(drawers) - 1, time.perf_counter()
    spent = sum(_all_of(drawer, _processor) for drawer in drawers)
    seen.reports[place] += _draw(drawers, TURN)
    seen.seconds[place] += time.perf_counter() - begun
    seen.processor[place] += sum(_all_of(drawer, _processor) for drawer in drawers) - spent


def _draw(drawers: list[Process], count: int) -> int:
    for drawer in drawers:
        assert drawer.stdin is not None
        drawer.stdin.write(f"{count}\n")
        drawer.stdin.flush()
    return sum(int(drawer.stdout.readline()) for drawer in drawers if drawer.stdout)


def _all_of(drawer: Process, figure: Callable[[int], float]) -> float:
    return sum(figure(process) for process in (drawer.pid, *descendants(drawer.pid)))


def _processor(process: int) -> float:
    return processor_of(process, with_ended=True)


def _pack(batch: Batch, seat: Seat, seen: Seen) -> None:
    """Every PDF of the ZIP is whole and the one that was stored."""
    begun = time.perf_counter()
    with archive_of(batch, seat) as packed, zipfile.ZipFile(packed) as archive:
        seen.zip_seconds = time.perf_counter() - begun
        names = [name for name in archive.namelist() if name.endswith(".pdf")]
        stored = {item.report.pdf_hash for item in batch.items.select_related("report") if item.report}
        pdfs = (archive.read(name) for name in names)
        seen.broken = sum(hashlib.sha256(pdf).hexdigest() not in stored or b"%%EOF" not in pdf[-8:] for pdf in pdfs)
    seen.zip_files, seen.failed = len(names), batch_count(batch).failed


if __name__ == "__main__":
    main(int(sys.argv[1]))
