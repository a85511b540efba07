"""The rules of one row hold in the database, whoever writes."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from assessment.bank.models import Bank, Level, Measure, Node, Option, Question, Release, Section
from assessment.bank.working_copy import replace_working_copy
from assessment.scoring.document import BankDocument


@pytest.fixture
def bank(db: None, document: BankDocument) -> Bank:
    bank = Bank.objects.create(slug="small-shop")
    replace_working_copy(bank, document)
    return bank


@pytest.fixture
def release(bank: Bank) -> Release:
    return Release.objects.create(bank=bank, major=1, minor=0, document="{}", content_hash="c", structure_hash="s")


def set_on(model: type[Model], **values: object) -> Callable[[], object]:
    """Writes past every form and model method, as a script or another program would."""
    return lambda: model._default_manager.filter(pk=model._default_manager.order_by("pk")[:1].get().pk).update(**values)


RULES: list[tuple[str, Callable[[], object]]] = [
    ("option_credit_is_between_0_and_1", set_on(Option, credit=Decimal("1.01"))),
    ("option_credit_is_between_0_and_1", set_on(Option, credit=Decimal("-0.01"))),
    ("option_points_are_not_negative", set_on(Option, points=Decimal("-1"))),
    ("option_has_a_key", set_on(Option, key="")),
    ("measure_weight_is_not_negative", set_on(Measure, weight=Decimal("-1"))),
    ("node_weight_is_not_negative", set_on(Node, weight=Decimal("-0.5"))),
    ("node_has_a_known_aggregate", set_on(Node, aggregate="median")),
    ("level_bounds_are_not_negative", set_on(Level, lower=Decimal("-0.1"))),
    ("question_is_of_a_known_kind", set_on(Question, kind="slider")),
    ("bank_has_a_slug", set_on(Bank, slug="")),
    ("section_has_a_key", set_on(Section, key="")),
]


@pytest.mark.parametrize("name, write", RULES, ids=[name for name, _write in RULES])
def test_check_constraints_hold(bank: Bank, name: str, write: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write()


def test_keys_are_unique_in_their_bank(bank: Bank) -> None:
    first, second = Question.objects.filter(bank=bank).order_by("pk")[:2]
    for row in (
        Question(bank=bank, section=second.section, key=first.key, kind="text", position=9),
        Section(bank=bank, key="profile", position=9),
        Node(bank=bank, parent=bank.nodes.get(key="overall"), key="talent", position=9),
        Level(bank=bank, key="basic", lower=0, position=9),
        Option(question=bank.questions.get(key="T1"), key="nobody", position=9),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_tree_has_one_root_and_no_loop_of_one(bank: Bank) -> None:
    root = bank.nodes.get(key="overall")
    with pytest.raises(IntegrityError), transaction.atomic():
        Node.objects.create(bank=bank, key="second_root", position=1)
    with pytest.raises(IntegrityError, match="node_is_not_its_own_parent"), transaction.atomic():
        Node.objects.filter(pk=root.pk).update(parent=root)


def test_question_feeds_a_node_once(bank: Bank) -> None:
    measure = Measure.objects.order_by("pk")[:1].get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.create(node=measure.node, question=measure.question, weight=1, position=9)


@pytest.mark.parametrize(
    "sql, said",
    [
        ("UPDATE bank_release SET document = '{\"a\":1}'", "update refused"),
        ("UPDATE bank_release SET note = 'other'", "update refused"),
        ("UPDATE bank_release SET major = 2", "update refused"),
        ("DELETE FROM bank_release", "delete refused"),
    ],
)
def test_release_cannot_be_changed_by_raw_sql(release: Release, sql: str, said: str) -> None:
    with pytest.raises(IntegrityError, match=f"rows of bank_release are kept as they are: {said}"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert list(Release.objects.values_list("document", "note", "major")) == [("{}", "", 1)]


def test_release_cannot_be_changed_through_its_model(release: Release) -> None:
    release.note = "other"
    with pytest.raises(IntegrityError, match="update refused"), transaction.atomic():
        release.save()
    with pytest.raises(IntegrityError, match="delete refused"), transaction.atomic():
        release.delete()


def test_release_numbers_are_unique_in_their_bank(bank: Bank, release: Release) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(bank=bank, major=1, minor=0, document="{}", content_hash="c", structure_hash="s")


def test_bank_shows_its_title_in_the_readers_language(bank: Bank) -> None:
    assert str(bank) == "Small shop"
    assert str(Bank(slug="untitled")) == "untitled"
