"""What a release would change: replayed on stored and on generated answers, batch by batch."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_bank_file, read_document
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank, Release
from assessment.config.demo import answer_sample
from assessment.responses.models import Result
from assessment.responses.submitting import submit_assessment
from assessment.scoring import walk
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import Kind, Question
from assessment.scoring.scorecard import Scope
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.impact import actions
from recommendations.studio.impact.actions import (
    NothingToReplay,
    ReplayRefused,
    comparison_of,
    forget_old_replays,
    go_on,
    start_replay,
)
from recommendations.studio.impact.page import ImpactPage, impact_page
from recommendations.studio.impact.sides import Side
from recommendations.studio.impact.tally import Tally
from recommendations.studio.models import Basis, Replay

ROOT = settings.BASE_DIR
BANK, PLAYBOOK = "assessment/bank/content/four_barriers.yaml", "recommendations/playbook/content/four_barriers.yaml"


@pytest.fixture
def release(db: None) -> Release:
    release = release_bank(bank=load_bank(document=read_bank_file(ROOT / BANK)))
    document = read_document(PlaybookDocument, (ROOT / PLAYBOOK).read_text(), "playbook.yaml")
    release_playbook(playbook=load_playbook(document=document))
    return release


@pytest.fixture
def workshop(release: Release, editor: User) -> Workshop:
    return Workshop(Bank.objects.get(), Playbook.objects.get(), editor, may_edit=True, may_release=False)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many generated sets as a test has patience for, in batches that do not come out even."""
    monkeypatch.setattr(actions, "SETS", 50)
    monkeypatch.setattr(actions, "BATCH", 20)


def change(workshop: Workshop, draft: Draft, how: Callable[[Data], None]) -> None:
    how(draft.data)
    draft.save(by=workshop.person)


def replayed(workshop: Workshop, basis: Basis = Basis.GENERATED) -> tuple[Replay, ImpactPage]:
    replay = go_on(replay=start_replay(workshop=workshop, basis=basis), batches=10)
    page = impact_page(Tally.from_json(replay.tally), comparison_of(replay), workshop.bank.slug, "en")
    return replay, page


@pytest.mark.usefixtures("few")
def test_without_changes_nothing_would_change(workshop: Workshop) -> None:
    replay, page = replayed(workshop)
    assert (replay.done, replay.total, replay.finished_at is not None) == (50, 50, True)
    assert (page.headline, page.moves, page.nodes, page.actions) == ("Nobody would change level.", (), (), ())
    assert page.unchanged_actions == len(replay.tally["actions"]) > 20


@pytest.mark.usefixtures("few")
def test_lower_bound_moves_people_up_and_no_score(workshop: Workshop) -> None:
    def easier(data: Data) -> None:
        for level in data["levels"]:
            level.pop("gate", None)
            level.pop("gate_text", None)

    change(workshop, bank_draft(workshop), easier)
    replay, page = replayed(workshop)
    assert page.moves and all(move.is_up for move in page.moves)
    moved = sum(move.count for move in page.moves)
    assert page.headline == f"{moved} of 50 would reach another level: {moved} higher, 0 lower."
    assert page.nodes == ()


@pytest.mark.usefixtures("few")
def test_weight_moves_scores_of_its_node_and_above(workshop: Workshop) -> None:
    def heavier(data: Data) -> None:
        next(node for node in data["nodes"] if node.get("measures"))["measures"][0]["weight"] = "9"

    change(workshop, bank_draft(workshop), heavier)
    _replay, page = replayed(workshop)
    titles = [node.title for node in page.nodes]
    document = bank_draft(workshop).document
    assert titles == [document.tree.title["en"], document.tree.children[0].title["en"]]
    assert all(node.rose and node.fell for node in page.nodes)


@pytest.mark.usefixtures("few")
def test_removed_rules_take_their_action_along_and_a_dead_rule_is_named(workshop: Workshop) -> None:
    start = playbook_draft(workshop).data["rules"]
    action = start[0]["recommends"]
    impossible = {"all": [start[0]["when"], {"not": start[0]["when"]}]}

    def fewer(data: Data) -> None:
        own = [rule for rule in data["rules"] if rule["recommends"] == action]
        data["rules"] = [rule for rule in data["rules"] if rule not in own[1:]]
        own[0]["when"] = impossible

    change(workshop, playbook_draft(workshop), fewer)
    _replay, page = replayed(workshop)
    [line] = page.actions
    before, after, appears, goes = line.counts
    assert (line.key, after, appears, goes) == (action, 0, 0, before)
    assert before > 0
    assert start[0]["key"] in [each.key for each in page.never]


def test_stored_answers_are_replayed_and_nothing_is_touched(release: Release, workshop: Workshop) -> None:
    for _number in range(3):
        submit_assessment(assessment=answer_sample(release).assessment)
    before = list(Result.objects.order_by("pk").values())
    replay, page = replayed(workshop, Basis.STORED)
    assert (replay.total, replay.done, page.headline) == (3, 3, "Nobody would change level.")
    assert not page.says_rules
    assert replay.tally["moves"] and sum(replay.tally["moves"].values()) == 3
    assert list(Result.objects.order_by("pk").values()) == before


def _worth(question: Question) -> bool:
    return question.kind is Kind.SINGLE and question.visible_if is None and bool(question.options[-1].credit)


def test_answers_that_no_longer_fit_are_left_out(workshop: Workshop) -> None:
    before = bank_draft(workshop).document.model_copy(update={"minimum_coverage": Decimal(0)})
    question = next(each for _p, _s, each in walk.questions(before) if _worth(each))
    best = Answer(AnswerState.ANSWERED, max(question.options, key=lambda option: option.credit or 0).key)
    renamed = [option.model_copy(update={"key": f"new_{option.key}"}) for option in question.options]
    others = question.model_copy(update={"options": renamed})
    after = before.model_copy(
        update={
            "sections": [
                each.model_copy(update={"questions": [others if q is question else q for q in each.questions]})
                for each in before.sections
            ]
        }
    )
    scores = [
        Side(document, None).outcome(answers, Scope.FULL).scores
        for document, answers in ((before, {question.key: best}), (after, {question.key: best}), (after, {}))
    ]
    assert scores[1] == scores[2]
    assert scores[0] != scores[1]


def test_errors_refuse_the_replay(workshop: Workshop) -> None:
    change(workshop, playbook_draft(workshop), lambda data: data["rules"][0].update(because={}))
    with pytest.raises(ReplayRefused):
        start_replay(workshop=workshop, basis=Basis.GENERATED)
    assert not Replay.objects.exists()


def test_without_stored_answers_it_says_so(workshop: Workshop) -> None:
    with pytest.raises(NothingToReplay):
        start_replay(workshop=workshop, basis=Basis.STORED)


@pytest.mark.usefixtures("few")
def test_batch_that_somebody_else_counted_is_not_counted_twice(workshop: Workshop) -> None:
    replay = start_replay(workshop=workshop, basis=Basis.GENERATED)
    stale = Replay.objects.get(pk=replay.pk)
    go_on(replay=replay)
    go_on(replay=stale)
    replay.refresh_from_db()
    assert (replay.done, replay.tally["count"]) == (20, 20)


@pytest.mark.usefixtures("few")
def test_replay_goes_on_where_it_was_left(workshop: Workshop) -> None:
    whole, _page = replayed(workshop)
    parts = start_replay(workshop=workshop, basis=Basis.GENERATED)
    for _number in range(3):
        actions._comparison.cache_clear()
        parts = go_on(replay=Replay.objects.get(pk=parts.pk))
    assert (parts.tally, parts.finished_at is not None) == (whole.tally, True)


def test_old_replays_are_forgotten(workshop: Workshop) -> None:
    old, new = (start_replay(workshop=workshop, basis=Basis.GENERATED) for _number in range(2))
    Replay.objects.filter(pk=old.pk).update(started_at="2020-01-01T00:00Z")
    assert forget_old_replays() == 1
    assert list(Replay.objects.all()) == [new]


@pytest.mark.usefixtures("few")
def test_pages_lead_from_the_choice_to_what_was_found(client: Client, workshop: Workshop) -> None:
    client.force_login(workshop.person)
    address = reverse("studio:impact", args=["four-barriers"])
    assert "0 enterprises" in client.get(address).text
    started = client.post(reverse("studio:impact-start", args=["four-barriers"]), {"basis": "generated"})
    replay = Replay.objects.get()
    shown = reverse("studio:impact-show", args=["four-barriers", replay.public_id])
    assert started.headers["Location"] == shown
    step = reverse("studio:impact-step", args=["four-barriers", replay.public_id])
    assert client.post(step).json() == {"done": 20, "total": 50, "finished": False}
    assert 'value="20" max="50"' in client.get(shown).text
    assert client.post(step, {"long": "1"}).headers["Location"] == shown
    page = client.get(shown).text
    assert "Nobody would change level." in page and "<progress" not in page


def test_refusal_is_said_on_the_page(client: Client, workshop: Workshop) -> None:
    client.force_login(workshop.person)
    start = reverse("studio:impact-start", args=["four-barriers"])
    page = client.post(start, {"basis": "stored"}, follow=True)
    assert "Nobody has submitted answers to this bank yet." in page.text
    assert client.post(start, {"basis": "moon"}).status_code == 302
    assert not Replay.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_three_as_for_one(
    count: int, client: Client, workshop: Workshop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        start_replay(workshop=workshop, basis=Basis.GENERATED)
    client.force_login(workshop.person)
    address = reverse("studio:impact", args=["four-barriers"])
    client.get(address)
    with django_assert_num_queries(7):
        client.get(address)


def test_replay_of_another_bank_is_not_found(client: Client, workshop: Workshop) -> None:
    replay = start_replay(workshop=workshop, basis=Basis.GENERATED)
    load_bank(document=read_bank_file(ROOT / "assessment/bank/content/frameworks/impuls-index.yaml"))
    client.force_login(workshop.person)
    assert client.get(reverse("studio:impact-show", args=["impuls-index", replay.public_id])).status_code == 404
