"""The sample workspace: clients at every stage, made once, marked as samples."""

from django.test import Client, TestCase

from assessment.accounts.models import Enterprise, User
from assessment.config.demo_workspace import EMAIL, SLUG, sample_workspace
from assessment.responses.models import Assessment, Perspective, Result
from tests.world import load_content


class SampleWorkspaceTest(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.release = load_content()
        cls.password = sample_workspace(cls.release)

    def test_has_clients_at_every_stage(self) -> None:
        results = list(Result.objects.order_by("pk").values_list("perspective", flat=True))
        assert (results.count(Perspective.SELF), results.count(Perspective.VERIFIED)) == (6, 3)
        assert Assessment.objects.open().count() == 2
        names = Enterprise.objects.values_list("name", flat=True)
        assert [name for name in names if "(sample)" not in name and "（示例）" not in name] == []

    def test_its_levels_differ(self) -> None:
        levels = {result.scorecard["level"]["key"] for result in Result.objects.all()}
        assert len(levels) > 1

    def test_is_made_once(self) -> None:
        assert sample_workspace(self.release) is None
        assert User.objects.get(email=EMAIL).check_password(self.password or "")

    def test_its_consultant_sees_the_clients(self) -> None:
        browser = Client()
        browser.force_login(User.objects.get(email=EMAIL))
        page = browser.get(f"/w/{SLUG}/").content.decode()
        assert [name in page for name in Enterprise.objects.values_list("name", flat=True)] == [True] * 8
