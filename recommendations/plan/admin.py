"""Advice runs, to read. Those with failed rules come first: a rule that fails is a fault of the playbook."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessment.bank.admin import ReadOnlyAdmin
from recommendations.plan.models import AdviceRun


class FailedRules(admin.SimpleListFilter):
    title = _("rules that failed")
    parameter_name = "failed"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", str(_("a rule failed"))), ("no", str(_("no rule failed")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AdviceRun]) -> QuerySet[AdviceRun]:
        if self.value() == "yes":
            return queryset.filter(failure_count__gt=0)
        if self.value() == "no":
            return queryset.filter(failure_count=0)
        return queryset


@admin.register(AdviceRun)
class AdviceRunAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "enterprise", "playbook", "version", "failure_count"]
    list_filter = [FailedRules, "playbook_release__playbook"]
    list_select_related = ["result__assessment__enterprise", "playbook_release__playbook"]
    search_fields = ["content_hash", "result__assessment__enterprise__name"]
    ordering = ["-failure_count", "-created_at", "-pk"]
    fields = ["result", "playbook_release", "created_at", "content_hash", "failure_count", "failures"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AdviceRun]:
        """The list leaves answers, scorecards and playbooks where they are."""
        heavy = ["result__scorecard", "result__answers", "playbook_release__document"]
        return super().get_queryset(request).defer(*heavy)

    @admin.display(description=_("enterprise"), ordering="result__assessment__enterprise__name")
    def enterprise(self, run: AdviceRun) -> str:
        return run.result.assessment.enterprise.name

    @admin.display(description=_("playbook"))
    def playbook(self, run: AdviceRun) -> str:
        return str(run.playbook_release.playbook)

    @admin.display(description=_("release"))
    def version(self, run: AdviceRun) -> str:
        return run.playbook_release.version

    @admin.display(description=_("rules that failed"))
    def failures(self, run: AdviceRun) -> str:
        return "\n".join(f"{failure['rule']}: {failure['message']}" for failure in run.advice["failures"]) or "–"
