"""The command line, and the files that ship."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_bank, read_document
from assessment.bank.loader import read_text
from assessment.bank.yaml_writing import write_yaml
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import Offering, Provider
from recommendations.rules.document import PlaybookDocument
from tests.catalogue.samples import catalogue, catalogue_bank, offering, provider
from tests.playbook.samples import worked_examples

SHIPPED = settings.BASE_DIR / "recommendations"
CATALOGUE = SHIPPED / "catalogue/content/catalogue.yaml"
SAMPLES = SHIPPED / "catalogue/content/samples.yaml"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("catalogue", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def bank(db: None) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.yaml"
    path.write_text(write_yaml(catalogue(provider("p"))), encoding="utf-8")
    return path


def test_check_changes_nothing_and_load_says_what_came(bank: None, file: Path) -> None:
    assert run("check", file) == "catalogue.yaml: no faults\n"
    assert Provider.objects.count() == 0
    assert (
        run("load", file) == "Loaded 2 categories, 1 public measures, 1 providers, 0 offerings and 0 funding schemes.\n"
    )
    assert Provider.objects.count() == 1


def test_faulty_file_ends_with_2_and_names_the_place(bank: None, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("kind: consultancy", "kind: wizard"), encoding="utf-8")
    with pytest.raises(CommandError) as failed:
        run("load", file)
    assert failed.value.returncode == 2
    assert str(failed.value) == 'catalogue.yaml: providers[0].kind: "wizard" is not known; known are: consultancy'


def test_file_for_a_bank_that_is_not_there_says_so(db: None, file: Path) -> None:
    with pytest.raises(CommandError, match="is for the bank sample, which has no release here"):
        run("check", file)


@pytest.mark.django_db
def test_shipped_catalogue_and_samples_load_and_every_sample_is_marked() -> None:
    release_bank(bank=load_bank(document=read_bank(read_text(settings.BASE_DIR / BANK), "bank.yaml")))
    run("load", CATALOGUE, SAMPLES)
    assert run("load", CATALOGUE, SAMPLES).startswith("Loaded 19 categories, 17 public measures")
    assert Offering.objects.filter(provider__is_sample=False).count() == 0


BANK = "assessment/bank/content/four_barriers.yaml"


def test_actions_of_the_shipped_playbook_name_categories_and_measures_that_exist() -> None:
    shipped = read_document(CatalogueDocument, read_text(CATALOGUE), CATALOGUE.name)
    path = SHIPPED / "playbook/content/four_barriers.yaml"
    playbook = read_document(PlaybookDocument, read_text(path), path.name)
    categories = {category.key for category in shipped.categories}
    measures = {measure.key for measure in shipped.measures}
    named = {key for action in playbook.actions for key in action.categories}
    promised = {key for action in playbook.actions for key in action.measures}
    assert (named - categories, promised - measures) == (set(), set())


def test_offering_survives_being_written_and_read() -> None:
    document = catalogue(
        provider("p", offering("a", eligible_if={"not": {"fact": "profile.staff", "op": "lt", "value": 5}}))
    )
    assert read_document(CatalogueDocument, write_yaml(document), "catalogue.yaml") == document
